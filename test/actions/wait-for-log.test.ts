import { describe, expect, test } from "vitest";
import { type LogCondition, waitForLine } from "../../src/actions/wait-for-log.js";
import type { Handler } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";
import { type State, watched } from "./container-watch-engine.js";

const running: State = { Status: "running" };
const exited: State = { Status: "exited", ExitCode: 3 };

/** Logs that give one of these lists of pieces with each reading; one that is followed stays open after the last of them. */
function logs(...readings: (readonly (Buffer | string)[])[]) {
  const queries: URLSearchParams[] = [];
  const handler: Handler = async (call) => {
    queries.push(call.query);
    const last = queries.length >= readings.length;
    call.start(200, { "Content-Type": "application/vnd.docker.multiplexed-stream" });
    for (const piece of readings[Math.min(queries.length, readings.length) - 1] ?? [])
      await call.write(piece);
    if (!last || call.query.get("follow") !== "true") call.end();
  };
  return { queries, routes: { "GET /containers/{id}/logs": handler } };
}

const wait = (engine: Awaited<ReturnType<typeof watched>>, condition: LogCondition, call = {}) =>
  waitForLine(engine.client, "web", condition, call);

describe("waitFor a line of the log", () => {
  test.each<[string, LogCondition, object]>([
    ["a text", { log: "ready" }, { stream: "stdout", text: "now ready!", match: ["ready"] }],
    ["an expression", { log: /(\w+)!$/ }, { stream: "stdout", text: "now ready!" }],
    ["an expression with state", { log: /e/gy }, { stream: "stderr", text: "err" }],
  ])("finds %s and closes the connection", async (_, condition, found) => {
    const { routes } = logs([frame("stdout", "now rea"), frame("stderr", "err\n"), frame("stdout", "dy!\n")]);
    await using engine = await watched([running], { routes });
    expect(await wait(engine, condition)).toMatchObject(found);
    await engine.daemon.settled();
  });

  test("leaves the caller's expression as it is", async () => {
    const { routes } = logs([frame("stdout", "a\n")]);
    await using engine = await watched([running], { routes });
    const log = /a/g;
    log.lastIndex = 7;
    await wait(engine, { log });
    expect(log.lastIndex).toBe(7);
  });

  test("asks for the whole log, the stream and the time", async () => {
    const { routes, queries } = logs([frame("stderr", "a\n")]);
    await using engine = await watched([running], { routes });
    await wait(engine, { log: "a" });
    await wait(engine, { log: "a", stream: "stderr", since: 5 });
    expect(queries.map((query) => Object.fromEntries(query))).toEqual([
      { follow: "true", stdout: "true", stderr: "true" },
      { follow: "true", stdout: "false", stderr: "true", since: "5" },
    ]);
  });

  test("looks at a line that is too long in pieces", async () => {
    const { routes } = logs([frame("stdout", "x".repeat(1000))]);
    await using engine = await watched([running], { routes });
    expect((await wait(engine, { log: "xxx", maxLineBytes: 100 })).text).toHaveLength(100);
  });

  test("reads again when the container starts", async () => {
    const { routes } = logs([], [frame("stdout", "ready\n")]);
    await using engine = await watched([{ Status: "created" }, running], { routes });
    const waiting = wait(engine, { log: "ready" });
    await engine.looked(1);
    engine.event("start");
    expect(await waiting).toMatchObject({ text: "ready" });
  });

  test("reads again when the container has ended, for lines that the engine cut off", async () => {
    const { routes, queries } = logs([frame("stdout", "a\n")], [frame("stdout", "a\nready")]);
    await using engine = await watched([running, exited], { routes });
    const waiting = wait(engine, { log: "ready" });
    await engine.looked(1);
    engine.event("die", { exitCode: "3" });
    expect(await waiting).toMatchObject({ text: "ready" });
    expect(queries.map((query) => query.get("follow"))).toEqual(["true", "false"]);
  });

  test("tells of the last lines when the container has ended without it", async () => {
    const lines = Array.from({ length: 30 }, (_, n) => `line ${n} ${"x".repeat(n === 29 ? 5000 : 0)}\n`);
    const { routes } = logs([frame("stdout", lines.join(""))]);
    await using engine = await watched([exited], { routes });
    const failure = await wait(engine, { log: "ready" }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: "CONTAINER_EXITED" });
    const { message } = failure as Error;
    expect(message).toMatch(
      /^Container web exited with code 3 before it logged the line. Its last lines:\nline 10/,
    );
    expect(message).toContain("line 29 xxx");
    expect(message.length).toBeLessThan(2000);
  });

  test("tells of a container that was removed meanwhile", async () => {
    const removed: Handler = (call) => call.json(404, { message: "No such container" });
    await using engine = await watched([running, undefined], {
      routes: { "GET /containers/{id}/logs": removed },
    });
    const waiting = expect(wait(engine, { log: "a" })).rejects.toMatchObject({ code: "CONTAINER_REMOVED" });
    await engine.looked(1);
    engine.event("destroy");
    await waiting;
  });

  test("passes on that the log cannot be read", async () => {
    const unreadable: Handler = (call) =>
      call.json(501, { message: "configured logging driver does not support reading" });
    await using engine = await watched([running], { routes: { "GET /containers/{id}/logs": unreadable } });
    await expect(wait(engine, { log: "a" })).rejects.toThrow("does not support reading");
    await engine.daemon.settled();
  });

  test("ends with its deadline and with its signal, and closes everything", async () => {
    const { routes } = logs([frame("stdout", "a\n")]);
    await using engine = await watched([running], { routes });
    await expect(wait(engine, { log: "b" }, { timeout: 80 })).rejects.toMatchObject({
      message: "Container web did not log the line within 80 ms; last seen: running.",
    });
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    await expect(wait(engine, { log: "b" }, { signal: controller.signal })).rejects.toBe(reason);
    await engine.daemon.settled();
  });
});
