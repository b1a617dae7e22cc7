import { PassThrough, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { frame } from "../helpers/frames.js";
import { failureOf, runner, type } from "./run-engine.js";

describe("docker.run into streams", () => {
  test("writes each stream to its own and collects neither, and ends neither", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "out"), frame("stderr", "err")] });
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    expect(await engine.docker.run("a", [], { stdout, stderr, maxOutputBytes: 1 })).toMatchObject({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
    expect([stdout.read()?.toString(), stderr.read()?.toString()]).toEqual(["out", "err"]);
    expect([stdout.writableEnded, stderr.destroyed]).toEqual([false, false]);
    expect(stdout.listenerCount("error") + stderr.listenerCount("close")).toBeLessThanOrEqual(
      new PassThrough().listenerCount("error") + new PassThrough().listenerCount("close"),
    );
  });

  test("takes one stream for both, in order", async () => {
    await using engine = await runner(
      {},
      { output: [frame("stdout", "a"), frame("stderr", "b"), frame("stdout", "c")] },
    );
    const both = new PassThrough();
    await engine.docker.run("a", [], { stdout: both, stderr: both });
    expect(both.read()?.toString()).toBe("abc");
  });

  test("goes at the pace of a slow stream", async () => {
    const output = Array.from({ length: 40 }, () => frame("stdout", Buffer.alloc(16 * 1024)));
    await using engine = await runner({}, { output });
    let [written, most] = [0, 0];
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _, done) {
        written += chunk.length;
        most = Math.max(most, slow.writableLength);
        setTimeout(done, 5);
      },
    });
    await engine.docker.run("a", [], { stdout: slow });
    expect(written).toBe(40 * 16 * 1024);
    // Never more than one piece at a time: a piece is at most what came with one read.
    expect(most).toBeLessThanOrEqual(1024 * 1024);
    expect(slow.listenerCount("drain")).toBe(0);
  });

  test("ends with the stream's own failure", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "a"), frame("stdout", "b")] });
    const failure = new Error("disk is full");
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(failure) });
    expect(
      await failureOf(
        engine,
        engine.docker.run("a", [], { stdout: broken }).then((r) => r),
      ),
    ).toBe(failure);
  });

  test.each([
    ["was closed before", (sink: Writable) => sink.destroy()],
    ["was ended before", (sink: Writable) => sink.end()],
  ])("ends when the stream %s", async (_, close) => {
    await using engine = await runner({}, { output: [frame("stdout", "a")] });
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    close(sink);
    await sleep(5);
    expect(await failureOf(engine, engine.docker.run("a", [], { stdout: sink }))).toMatchObject({
      code: "SINK_CLOSED",
    });
  });

  test("ends when the stream is closed while it is full", async () => {
    await using engine = await runner({
      "POST /containers/{id}/attach": (call) => void call.hijack(type).write(frame("stdout", "some")),
    });
    const stuck = new Writable({ highWaterMark: 1, write: () => setTimeout(() => stuck.destroy(), 20) });
    expect(await failureOf(engine, engine.docker.run("a", [], { stdout: stuck }))).toMatchObject({
      code: "SINK_CLOSED",
    });
  });

  test("can be aborted while the stream is full", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "some")] });
    const stuck = new Writable({ highWaterMark: 1, write: () => {} });
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    const running = engine.docker.run("a", [], { stdout: stuck }, { signal: controller.signal });
    expect(await failureOf(engine, running)).toBe(reason);
    expect(stuck.listenerCount("drain") + stuck.listenerCount("error")).toBe(0);
  });
});
