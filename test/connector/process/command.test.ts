import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { devNull } from "node:os";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { moment } from "../../client/fake-engine.js";
import { fakeDaemon } from "../../helpers/fake-daemon.js";

/** The command as a process of its own, from its source. */
function started(args: readonly string[], stdin: "pipe" | number = "pipe") {
  const child = spawn(process.execPath, ["--import", "tsx", "src/command/bin.ts", "connector", ...args], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    env: { PATH: process.env.PATH },
    stdio: [stdin, "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stdin?.on("error", () => {}); // written to while it ends
  child.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, log }));
  return { child, ended };
}

test("connector manifest into a closed pipe ends quietly", { timeout: 30_000 }, async () => {
  const { child, ended } = started(["manifest", "jsonschema"]);
  child.stdout?.destroy();
  expect(await ended).toEqual({ code: 0, signal: null, log: "" });
});

test("tells a failure in one line, and ends with 1", { timeout: 30_000 }, async () => {
  const unreadable = openSync(devNull, "w");
  const { ended } = started(["serve"], unreadable);
  closeSync(unreadable);
  const { code, log } = await ended;
  expect(code).toBe(1);
  expect(log).toMatch(/^docker-engine-sdk failed: .*EBADF.*\n$/);
});

test("connector serve cancels what is under way when its answers cannot be read any more", {
  timeout: 30_000,
}, async () => {
  const asked = moment();
  await using daemon = await fakeDaemon({
    "GET /version": (call) => call.json(200, { ApiVersion: "1.51", MinAPIVersion: "1.24" }),
    "GET /info": () => asked.now(),
  });
  const { child, ended } = started(["serve"]);
  const params = { action: "get_info", config: { socketPath: daemon.socketPath, retryAttempts: 0 } };
  child.stdin?.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "execute", params })}\n`);
  await asked.came;
  child.stdout?.destroy();
  child.stdin?.write('{"jsonrpc":"2.0","id":2,"method":"actions"}\n');
  const { code, log } = await ended;
  expect(code).toBe(0);
  expect(log).toMatch(/^GET \/version 200 \d+ ms\nGET \/v1\.51\/info no answer \d+ ms\n$/);
});

test("connector serve ends when it is told to, though nobody reads", { timeout: 30_000 }, async () => {
  const { child, ended } = started(["serve"]);
  // More than a pipe holds.
  for (let id = 0; id < 20; id++) child.stdin?.write(`{"jsonrpc":"2.0","id":${id},"method":"actions"}\n`);
  await once(child.stdout ?? child, "readable");
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  child.stdout?.destroy();
  expect((await ended).log).toBe("");
});
