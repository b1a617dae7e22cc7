import { describe, expect, test } from "vitest";
import { NotFoundError, ProtocolError } from "../../src/errors.js";
import { callOf, closed, fakeEngine } from "../client/fake-engine.js";
import type { Handler } from "../helpers/fake-daemon.js";
import { frame, pieces } from "../helpers/frames.js";

const multiplexed = "application/vnd.docker.multiplexed-stream";
const raw = "application/vnd.docker.raw-stream";
const frames = Buffer.concat([frame("stdout", "out é\n"), frame("stderr", "err\n"), frame("stdout", "end")]);

function logs(bytes: Uint8Array, type?: string): Handler {
  return (call) => call.stream(pieces(bytes, 3), type === undefined ? {} : { "Content-Type": type });
}

describe("containers.logs", () => {
  test("reads both streams of a container", async () => {
    await using engine = await fakeEngine({ "GET /containers/{id}/logs": logs(frames, multiplexed) });
    const { stdout, stderr } = await engine.docker.containers.logs("web").collect();
    expect([stdout.toString(), stderr.toString()]).toEqual(["out é\nend", "err\n"]);
  });

  test.each([
    [undefined, "true", "true"],
    [{}, "true", "true"],
    [{ stdout: true }, "true", "false"],
    [{ stderr: true }, "false", "true"],
    [{ stdout: false }, "false", "true"],
    [{ stderr: false }, "true", "false"],
    [{ stdout: true, stderr: true }, "true", "true"],
    [{ stdout: false, stderr: false }, "false", "false"],
  ])("asks for the streams that %j means", async (options, stdout, stderr) => {
    await using engine = await fakeEngine({ "GET /containers/{id}/logs": logs(frames, multiplexed) });
    await engine.docker.containers.logs("web", options).text();
    const { query } = callOf(engine, "/containers/web/logs");
    expect([query.get("stdout"), query.get("stderr")]).toEqual([stdout, stderr]);
  });

  test("sends every option by its name on the wire", async () => {
    await using engine = await fakeEngine({ "GET /containers/{id}/logs": logs(frames, multiplexed) });
    const options = Object.freeze({
      follow: true,
      since: 5,
      until: "2026-01-31T12:00:00.000000001Z",
      timestamps: true,
      tail: "10",
      details: true,
    });
    await engine.docker.containers.logs("web", options).text();
    expect(Object.fromEntries(callOf(engine, "/containers/web/logs").query)).toEqual({
      follow: "true",
      since: "5",
      until: "1769860800.000000001",
      timestamps: "true",
      tail: "10",
      details: "true",
      stdout: "true",
      stderr: "true",
    });
  });

  test("believes the content type from API 1.42 on and asks nothing else", async () => {
    await using engine = await fakeEngine(
      {
        "GET /containers/tty/logs": logs(frames, raw),
        "GET /containers/plain/logs": logs(frames, multiplexed),
      },
      { api: "1.42" },
    );
    const { containers } = engine.docker;
    expect(await containers.logs("tty").text()).toBe(frames.toString());
    expect(await containers.logs("plain").text()).toBe("out é\nerr\nend");
    expect(engine.calls).toHaveLength(2);
  });

  test.each([
    [false, "out é\nerr\nend"],
    [true, frames.toString()],
  ])("asks for the TTY before API 1.42, where no content type says it (Tty: %s)", async (Tty, text) => {
    await using engine = await fakeEngine(
      {
        "GET /containers/{id}/json": (call) => call.json(200, { Config: { Tty } }),
        "GET /containers/{id}/logs": logs(frames),
      },
      { api: "1.41" },
    );
    expect(await engine.docker.containers.logs("web").text()).toBe(text);
    expect(engine.calls.map(({ path }) => path)).toEqual(["/containers/web/json", "/containers/web/logs"]);
  });

  test.each([
    [false, "out é\nerr\nend"],
    [true, frames.toString()],
  ])("asks for the TTY where a newer API leaves the content type out (Tty: %s)", async (Tty, text) => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": (call) => call.json(200, { Config: { Tty } }),
      "GET /containers/{id}/logs": logs(frames),
    });
    expect(await engine.docker.containers.logs("web").text()).toBe(text);
  });

  test("closes an answer whose framing cannot be known", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": (call) => call.json(500, { message: "no" }),
      "GET /containers/{id}/logs": logs(frames),
    });
    await expect(engine.docker.containers.logs("web").text()).rejects.toThrow("no");
    await expect.poll(() => engine.daemon.busy).toBe(0);
  });

  test("does not guess from the first byte", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/logs": logs(Buffer.from([1, 0, 0, 0, 0, 0, 0, 1, 65]), raw),
    });
    const { stdout } = await engine.docker.containers.logs("web").collect();
    expect(stdout).toHaveLength(9);
  });

  test("gives lines, each stream for itself", async () => {
    const bytes = Buffer.concat([
      frame("stdout", "a\nhal"),
      frame("stderr", "err\n"),
      frame("stdout", "f\n"),
    ]);
    await using engine = await fakeEngine({ "GET /containers/{id}/logs": logs(bytes, multiplexed) });
    const lines: unknown[] = [];
    for await (const line of engine.docker.containers.logs("web").lines()) lines.push(line);
    expect(lines).toEqual([
      { stream: "stdout", text: "a" },
      { stream: "stderr", text: "err" },
      { stream: "stdout", text: "half" },
    ]);
  });

  test("throws what the engine says, with the first step", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/logs": (call) => call.json(404, { message: "No such container: web" }),
    });
    const stream = engine.docker.containers.logs("web");
    await expect(stream.text()).rejects.toThrow(NotFoundError);
  });

  test("throws on a frame that was cut", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/logs": logs(frames.subarray(0, -1), multiplexed),
    });
    await expect(engine.docker.containers.logs("web").text()).rejects.toThrow(ProtocolError);
  });

  test("follows for longer than the client's deadlines, and closes the connection when the loop is left", async () => {
    await using engine = await fakeEngine(
      {
        "GET /containers/{id}/logs": async (call) => {
          call.start(200, { "Content-Type": multiplexed });
          await call.write(frame("stdout", "one\n"));
          await new Promise((resolve) => setTimeout(resolve, 150));
          await call.write(frame("stdout", "two\n"));
        },
      },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    for await (const { text } of engine.docker.containers.logs("web", { follow: true }).lines()) {
      if (text === "two") break;
    }
    await closed(callOf(engine, "/containers/web/logs"));
  });

  test("that nobody reads holds the engine back", async () => {
    let sent = 0;
    await using engine = await fakeEngine({
      "GET /containers/{id}/logs": async (call) => {
        call.start(200, { "Content-Type": multiplexed });
        const big = frame("stdout", Buffer.alloc(64 * 1024));
        for (; sent < 400 && !call.request.socket.destroyed; sent++) await call.write(big).catch(() => {});
      },
    });
    const steps = engine.docker.containers.logs("web", { follow: true })[Symbol.asyncIterator]();
    await steps.next();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent).toBeLessThan(100);
    await steps.return?.();
    await closed(callOf(engine, "/containers/web/logs"));
  });
});
