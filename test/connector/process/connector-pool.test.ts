import { PassThrough } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { Connector } from "../../../src/connector/connector.js";
import { ConnectorPool } from "../../../src/connector/process/connector-pool.js";
import { moment } from "../../client/fake-engine.js";

afterEach(() => vi.restoreAllMocks());

/** Settings that differ. Nothing is sent. */
const config = (n: number) => ({ socketPath: `/nowhere/${n}.sock` });

test("makes way after the work, which does not wait for it", async () => {
  const go = moment();
  const close = vi.spyOn(Connector.prototype, "close").mockReturnValue(go.came);
  const pool = new ConnectorPool(new PassThrough(), 1);
  const first = await pool.use(config(1), async (connector) => connector);
  await pool.use(config(2), async () => expect(close).not.toHaveBeenCalled());
  expect(close.mock.contexts).toEqual([first]);
  let disposed = false;
  const disposing = pool[Symbol.asyncDispose]().then(() => {
    disposed = true;
  });
  await new Promise(setImmediate);
  expect(disposed).toBe(false);
  go.now();
  await disposing;
  expect(close).toHaveBeenCalledTimes(2);
});

test("makes way for settings that are only checked, but takes none away that is in use", async () => {
  const close = vi.spyOn(Connector.prototype, "close");
  await using pool = new ConnectorPool(new PassThrough(), 2);
  const used = await pool.use(config(0), async (connector) => {
    for (let n = 1; n <= 10; n++) pool.check(config(n));
    expect(close).toHaveBeenCalledTimes(9);
    return connector;
  });
  expect(close.mock.contexts).not.toContain(used);
});

test("logs what fails in closing, closes the others, and keeps the result", async () => {
  const close = vi.spyOn(Connector.prototype, "close").mockRejectedValue(new Error("no way out"));
  const log = new PassThrough();
  const pool = new ConnectorPool(log, 2);
  for (let n = 1; n <= 3; n++) expect(await pool.use(config(n), async () => n)).toBe(n);
  await pool[Symbol.asyncDispose]();
  expect(close).toHaveBeenCalledTimes(3);
  expect(String(log.read())).toBe("Closing a connector failed: no way out\n".repeat(3));
});
