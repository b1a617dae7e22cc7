import { describe, expect, test } from "vitest";
import { ConflictError, InvalidArgumentError, NotFoundError } from "../../src/errors.js";
import { containerAttach } from "../../src/resources/container-attach.js";
import { bareClient, handsOver, hijacked, multiplexed, raw } from "../client/bare-client.js";
import { frame } from "../helpers/frames.js";

const frames = Buffer.concat([frame("stdout", "out é\n"), frame("stderr", "err\n")]);
const attach = "POST /containers/{id}/attach";

describe("containers.attach", () => {
  test("connects to both outputs, and sends no body", async () => {
    await using engine = await bareClient({ [attach]: handsOver(frames, multiplexed) });
    const { output } = await containerAttach(engine.client, "web", undefined);
    const { stdout, stderr } = await output.collect();
    expect([stdout.toString(), stderr.toString()]).toEqual(["out é\n", "err\n"]);
    const call = engine.daemon.calls.at(-1);
    expect(Object.fromEntries(call?.query ?? [])).toEqual({ stream: "true", stdout: "true", stderr: "true" });
    expect(call?.headers).toMatchObject({ upgrade: "tcp", "content-length": "0" });
    expect(call?.headers["content-type"]).toBeUndefined();
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("sends every option, and no output that is not wanted", async () => {
    await using engine = await bareClient({ [attach]: handsOver(frames, multiplexed) });
    const options = { stdin: true, stdout: true, logs: true, stream: false, detachKeys: "ctrl-a" };
    await (await containerAttach(engine.client, "web", Object.freeze(options))).close();
    expect(Object.fromEntries(engine.daemon.calls.at(-1)?.query ?? [])).toEqual({
      stdin: "true",
      stdout: "true",
      stderr: "false",
      logs: "true",
      stream: "false",
      detachKeys: "ctrl-a",
    });
  });

  test("takes input, and its end leaves the output open", async () => {
    await using engine = await bareClient({
      [attach]: (call) => {
        const socket = hijacked(call);
        let read = "";
        socket.on("data", (chunk) => {
          read += chunk;
        });
        socket.on("end", () => socket.end(frame("stdout", read.toUpperCase())));
      },
    });
    const { stdin, output } = await containerAttach(engine.client, "web", { stdin: true });
    stdin.write("one ");
    stdin.end("two");
    expect(await output.text()).toBe("ONE TWO");
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test.each([
    ["1.51", 101, multiplexed, false, "out é\nerr\n", 1],
    ["1.51", 101, raw, true, frames.toString(), 1],
    ["1.41", 101, raw, false, "out é\nerr\n", 2],
    ["1.41", 101, raw, true, frames.toString(), 2],
    ["1.51", 200, raw, false, "out é\nerr\n", 2],
    ["1.51", 200, raw, true, frames.toString(), 2],
    ["1.41", 200, raw, true, frames.toString(), 2],
  ] as const)("reads what v%s says with %i and %s (Tty: %s)", async (api, status, type, Tty, text, calls) => {
    await using engine = await bareClient(
      {
        [attach]: handsOver(frames, type, status),
        "GET /containers/{id}/json": (call) => call.json(200, { Config: { Tty } }),
      },
      { api },
    );
    const { output } = await containerAttach(engine.client, "web", {});
    expect(await output.text()).toBe(text);
    expect(engine.paths()).toHaveLength(calls);
  });

  test("closes the connection when it cannot find out whether there is a TTY", async () => {
    await using engine = await bareClient({
      [attach]: (call) => {
        const socket = hijacked(call, raw, 200);
        socket.on("end", () => socket.end());
      },
    });
    await expect(containerAttach(engine.client, "web", {})).rejects.toThrow("page not found");
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test.each([
    [404, NotFoundError],
    [409, ConflictError],
  ])("throws what the engine says with %i", async (status, errorClass) => {
    await using engine = await bareClient({
      [attach]: (call) => call.json(status, { message: "No such container: web" }),
    });
    const attaching = containerAttach(engine.client, "web", {});
    await expect(attaching).rejects.toThrow(errorClass);
    await expect(attaching).rejects.toThrow("No such container: web");
  });

  test("refuses names that are no segment, and a client with a fetch", async () => {
    await using engine = await bareClient({});
    await expect(containerAttach(engine.client, "..", {})).rejects.toThrow(InvalidArgumentError);
    expect(engine.paths()).toHaveLength(0);
    const fetch = async () => new Response('{"ApiVersion":"1.51","MinAPIVersion":"1.24"}');
    await using other = await bareClient({}, { fetch });
    await expect(containerAttach(other.client, "web", {})).rejects.toThrow(/attach and exec take over/);
  });

  test("waits for the connection no longer than for any call, and then without end", async () => {
    await using engine = await bareClient(
      {
        [attach]: async (call) => {
          if (call.params.id === "silent") return void call.request.socket.resume();
          const socket = hijacked(call);
          await new Promise((resolve) => setTimeout(resolve, 120));
          socket.end(frames);
        },
      },
      { timeout: 60 },
    );
    await expect(containerAttach(engine.client, "silent", {})).rejects.toMatchObject({
      code: "TIMEOUT_HEADERS",
    });
    const { output } = await containerAttach(engine.client, "web", {});
    expect(await output.text()).toBe("out é\nerr\n");
  });

  test("tells the TTY's size", async () => {
    await using engine = await bareClient({
      [attach]: handsOver("", raw),
      "POST /containers/{id}/resize": (call) => call.send(200),
    });
    const stream = await containerAttach(engine.client, "web", {});
    await stream.resize({ height: 24, width: 80 });
    expect(Object.fromEntries(engine.daemon.calls.at(-1)?.query ?? [])).toEqual({ h: "24", w: "80" });
    await stream.close();
  });
});
