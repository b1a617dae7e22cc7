import { describe, expect, test } from "vitest";
import { ConflictError, NotFoundError, UnsupportedVersionError } from "../../src/errors.js";
import { Exec } from "../../src/resources/exec.js";
import { DuplexStream } from "../../src/streams/duplex-stream.js";
import { bareClient, handsOver, multiplexed, raw } from "../client/bare-client.js";
import type { Call } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";

const frames = Buffer.concat([frame("stdout", "out\n"), frame("stderr", "err\n")]);
const start = "POST /exec/{id}/start";

describe("exec", () => {
  test("creates, inspects and resizes", async () => {
    const bodies: string[] = [];
    await using engine = await bareClient({
      "POST /containers/{id}/exec": async (call) => {
        bodies.push((await call.body()).toString());
        call.json(201, { Id: "e1" });
      },
      "GET /exec/{id}/json": (call) => call.json(200, { ID: call.params.id, Running: false, ExitCode: 3 }),
      "POST /exec/{id}/resize": (call) => call.send(200),
    });
    const exec = new Exec(engine.client);
    expect(await exec.create("web", { Cmd: ["date"], AttachStdout: true })).toEqual({ Id: "e1" });
    expect(bodies).toEqual(['{"Cmd":["date"],"AttachStdout":true}']);
    expect(await exec.inspect("e1")).toMatchObject({ ID: "e1", ExitCode: 3 });
    await exec.resize("e1", { height: 24, width: 80 });
    expect(Object.fromEntries(engine.daemon.calls.at(-1)?.query ?? [])).toEqual({ h: "24", w: "80" });
  });

  test("starts with a body and an upgrade, and gives the connection", async () => {
    const bodies: string[] = [];
    await using engine = await bareClient({ [start]: noting(bodies, handsOver(frames, multiplexed)) });
    const stream = await new Exec(engine.client).start("e1");
    expect(stream).toBeInstanceOf(DuplexStream);
    expect(await stream.output.text()).toBe("out\nerr\n");
    expect(bodies).toEqual(['{"Detach":false,"Tty":false}']);
    expect(engine.daemon.calls.at(-1)?.headers).toMatchObject({
      upgrade: "tcp",
      "content-type": "application/json",
    });
    // The one of the pool.
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("starts in the background without a connection of its own", async () => {
    await using engine = await bareClient({
      [start]: async (call) => {
        expect(JSON.parse((await call.body()).toString())).toEqual({ Detach: true, Tty: false });
        call.send(200);
      },
    });
    expect(await new Exec(engine.client).start("e1", { detach: true })).toBeUndefined();
    expect(engine.daemon.calls.at(-1)?.upgradable).toBe(false);
  });

  test.each([
    ["1.51", 101, multiplexed, false, "out\nerr\n", 1],
    ["1.51", 101, raw, true, frames.toString(), 1],
    ["1.41", 101, raw, false, "out\nerr\n", 1],
    ["1.41", 101, raw, true, frames.toString(), 1],
    ["1.51", 200, raw, false, "out\nerr\n", 2],
    ["1.51", 200, raw, true, frames.toString(), 2],
  ] as const)("reads what v%s says with %i and %s (tty: %s)", async (api, status, type, tty, text, calls) => {
    await using engine = await bareClient(
      {
        [start]: handsOver(frames, type, status),
        "GET /exec/{id}/json": (call) => call.json(200, { ProcessConfig: { tty } }),
      },
      { api },
    );
    const { output } = await new Exec(engine.client).start("e1", { tty });
    expect(await output.text()).toBe(text);
    expect(engine.paths()).toHaveLength(calls);
  });

  test("sends the first size of a TTY to engines that know it", async () => {
    const bodies: string[] = [];
    const size = { tty: true, consoleSize: { height: 24, width: 80 } };
    await using engine = await bareClient({ [start]: noting(bodies, handsOver("", raw)) });
    await (await new Exec(engine.client).start("e1", size)).close();
    expect(bodies).toEqual(['{"Detach":false,"Tty":true,"ConsoleSize":[24,80]}']);
    await using old = await bareClient({}, { api: "1.41" });
    await expect(new Exec(old.client).start("e1", size)).rejects.toThrow(UnsupportedVersionError);
  });

  test.each([
    [404, NotFoundError],
    [409, ConflictError],
  ])("throws what the engine says with %i", async (status, errorClass) => {
    await using engine = await bareClient({ [start]: (call) => call.json(status, { message: "no" }) });
    await expect(new Exec(engine.client).start("e1")).rejects.toThrow(errorClass);
  });
});

/** The body of an upgrade comes with what Node's server takes for the first bytes behind it. */
function noting(bodies: string[], handler: (call: Call) => unknown) {
  return (call: Call) => {
    const socket = call.request.socket;
    socket.once("data", (chunk) => bodies.push(chunk.toString()));
    handler(call);
  };
}
