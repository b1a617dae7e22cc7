import { PassThrough } from "node:stream";
import { expect, test, vi } from "vitest";
import { Connector } from "../../../src/connector/connector.js";
import { runOnce } from "../../../src/connector/process/run-once.js";
import { type FakeDaemon, fakeDaemon, type Routes } from "../../helpers/fake-daemon.js";

const routes: Routes = {
  "GET /version": (call) => call.json(200, { Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }),
};

async function run(...input: string[]) {
  const [output, log] = [new PassThrough(), new PassThrough()];
  async function* chunks() {
    yield* input;
  }
  const code = await runOnce({ input: chunks(), output, log });
  return { code, output: String(output.read() ?? ""), log: String(log.read() ?? "") };
}

const request = (daemon: FakeDaemon, more: object) =>
  `${JSON.stringify({ config: { socketPath: daemon.socketPath, retryAttempts: 0 }, ...more })}\n`;

test("answers a request with one line", async () => {
  await using daemon = await fakeDaemon(routes);
  const { code, output, log } = await run(request(daemon, { action: "get_version" }));
  expect(code).toBe(0);
  expect(output.endsWith("}\n") && output.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(output)).toMatchObject({ action: "get_version", status: "success" });
  expect(log).toMatch(/^GET \/version 200 \d+ ms\nGET \/v1\.51\/version 200 \d+ ms\n$/);
});

test("ends with 0 for an action that failed, and says so in the answer", async () => {
  await using daemon = await fakeDaemon(routes);
  const missing = await run(request(daemon, { action: "start_container", params: { id: "nope" } }));
  expect(missing.code).toBe(0);
  expect(JSON.parse(missing.output)).toMatchObject({ status: "failed", error: { category: "not_found" } });
  const config = { url: "https://a", password: "hunter2", port: "x" };
  const wrong = await run(JSON.stringify({ config, action: "ping" }));
  expect(wrong.code).toBe(0);
  expect(JSON.parse(wrong.output)).toMatchObject({ action: "ping", error: { category: "validation" } });
  expect(wrong.output + wrong.log).not.toContain("hunter2");
});

test.each([
  ["", "not JSON"],
  ['{"password": "hunter2"', "not JSON"],
  ['["hunter2"]', "must be a JSON object"],
  ['{"config": {"password": "hunter2"}}', "action of the request is missing"],
  ['{"action": "ping", "config": "hunter2"}', "config of the request must be"],
  ['{"action": "ping", "config": {}, "parameters": "hunter2"}', 'no member "parameters"'],
  ['{"action": "ping", "config": {}, "files": ["hunter2"]}', "files of the request"],
  ['{"action": "ping", "config": {}, "output": 5}', "output of the request"],
  ['{"action": "ping", "config": {}, "bounds": {"time": "x"}}', "bounds of the request"],
])("ends with 1 for the request %s, and shows nothing of it", async (line, words) => {
  const { code, output, log } = await run(`${line}\n`);
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(log).toContain(words);
  expect(log).not.toContain("hunter2");
});

test("sends nothing in a dry run", async () => {
  await using daemon = await fakeDaemon(routes);
  const { output } = await run(
    request(daemon, { action: "stop_container", params: { id: "web" }, dryRun: true }),
  );
  expect(JSON.parse(output).message).toBe("Dry run: POST /v1.51/containers/web/stop would be sent.");
  expect(daemon.calls.map(({ path }) => path)).toEqual(["/version"]);
});

test("keeps a good answer when closing fails, and logs that", async () => {
  await using daemon = await fakeDaemon(routes);
  const { close } = Connector.prototype;
  const closing = vi.spyOn(Connector.prototype, "close").mockImplementation(async function (this: Connector) {
    await close.call(this);
    throw new Error("no way out");
  });
  try {
    const { code, output, log } = await run(request(daemon, { action: "get_version" }));
    expect({ code, status: JSON.parse(output).status }).toEqual({ code: 0, status: "success" });
    expect(log).toContain("Closing a connector failed: no way out\n");
  } finally {
    closing.mockRestore();
  }
});
