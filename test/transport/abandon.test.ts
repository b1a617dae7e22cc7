import { createConnection } from "node:net";
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { describe, expect, it } from "vitest";
import { withoutReconnect } from "../../src/transport/abandon.js";
import { fakeDaemon } from "../helpers/fake-daemon.js";

describe("withoutReconnect", () => {
  it("closes with the error it is given, but for the one that undici aborts with", async () => {
    for (const [message, code, seen] of [
      ["aborted", "UND_ERR_INFO", undefined],
      ["reset", "UND_ERR_INFO", "UND_ERR_INFO"],
      ["aborted", "OTHER", "OTHER"],
    ] as const) {
      const socket = withoutReconnect(new PassThrough());
      const error = new Promise<Error & { code?: string }>((resolve) => socket.once("error", resolve));
      expect(socket.destroy(Object.assign(new Error(message), { code }))).toBe(socket);
      expect((await error).message).toBe(message);
      expect((await error).code).toBe(seen);
    }
    const quiet = withoutReconnect(new PassThrough());
    quiet.destroy();
    expect(quiet.errored).toBeNull();
  });

  it("keeps undici from connecting anew for a request that was aborted, as it would", async () => {
    expect(await connectionsFor((socket) => socket)).toBe(2);
    expect(await connectionsFor(withoutReconnect)).toBe(1);
  });
});

/** How many connections are made for a request that is aborted while it is awaited. */
async function connectionsFor(wrap: typeof withoutReconnect): Promise<number> {
  await using daemon = await fakeDaemon({ "GET /thing": () => undefined });
  const pool = new Pool("http://localhost", {
    connect: (_, callback) => {
      const socket = createConnection(daemon.socketPath, () => callback(null, wrap(socket)));
    },
  });
  const abort = new AbortController();
  const request = { path: "/thing", method: "GET", signal: abort.signal } as const;
  const failure = pool.request(request).catch((error: unknown) => error);
  await expect.poll(() => daemon.calls.length).toBe(1);
  abort.abort(new Error("enough"));
  expect(await failure).toEqual(new Error("enough"));
  await sleep(50);
  await pool.destroy();
  return daemon.connectionCount;
}
