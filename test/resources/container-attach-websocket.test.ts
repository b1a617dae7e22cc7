import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ConflictError, NotFoundError, ProtocolError, UnsupportedVersionError } from "../../src/errors.js";
import { containerAttachWebsocket } from "../../src/resources/container-attach-websocket.js";
import { bareClient } from "../client/bare-client.js";
import type { Call, Handler } from "../helpers/fake-daemon.js";
import { clientFrames, closeFrame, serverFrame } from "../helpers/websocket-frames.js";

const attach = "GET /containers/{id}/attach/ws";

/** Takes the connection over as an engine does for a WebSocket. */
function accepted(call: Call, accept = acceptOf(call)) {
  const socket = call.hijack({ "Sec-WebSocket-Accept": accept });
  return socket.on("end", () => socket.end());
}

function acceptOf({ headers }: Call): string {
  const id = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  return createHash("sha1").update(`${headers["sec-websocket-key"]}${id}`).digest("base64");
}

const says =
  (...frames: Buffer[]): Handler =>
  (call) =>
    void accepted(call).resume().write(Buffer.concat(frames));

describe("containers.attachWebsocket", () => {
  test("connects to both outputs, which are one", async () => {
    await using engine = await bareClient({
      [attach]: says(serverFrame(2, "out é\n"), serverFrame(2, "err\n"), closeFrame(1000)),
    });
    const { output } = await containerAttachWebsocket(engine.client, "we b", undefined);
    const chunks: string[] = [];
    for await (const { stream, data } of output) chunks.push(`${stream}: ${data}`);
    expect(chunks.join("")).toMatch(/^console: out é\n(console: )?err\n$/);
    const call = engine.daemon.calls.at(-1);
    expect(call?.path).toBe("/containers/we%20b/attach/ws");
    expect(Object.fromEntries(call?.query ?? [])).toEqual({ stream: "true", stdout: "true", stderr: "true" });
    expect(call?.headers).toMatchObject({
      connection: "upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
    });
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("sends every option, and no output that is not wanted", async () => {
    await using engine = await bareClient({ [attach]: says(closeFrame()) });
    const options = { stdin: true, stdout: true, logs: true, stream: false, detachKeys: "ctrl-a" };
    await (await containerAttachWebsocket(engine.client, "web", Object.freeze(options))).close();
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
        const socket = accepted(call);
        const read: Buffer[] = [];
        socket.on("data", (chunk) => {
          read.push(chunk);
          const frames = clientFrames(Buffer.concat(read));
          if (frames.at(-1)?.first !== 0x88) return;
          const text = Buffer.concat(frames.slice(0, -1).map(({ payload }) => payload)).toString();
          socket.write(serverFrame(2, text.toUpperCase()));
          setTimeout(() => socket.write(closeFrame(1000)), 20);
        });
      },
    });
    const { stdin, output } = await containerAttachWebsocket(engine.client, "web", { stdin: true });
    stdin.write("one ");
    stdin.end("two");
    expect(await output.text()).toBe("ONE TWO");
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("before API 1.42 sends no option that is not known, and refuses what cannot be left out", async () => {
    await using engine = await bareClient({ [attach]: says(closeFrame()) }, { api: "1.41" });
    const options = { stdin: true, stdout: true, stderr: true, logs: true };
    await (await containerAttachWebsocket(engine.client, "web", options)).close();
    expect(Object.fromEntries(engine.daemon.calls.at(-1)?.query ?? [])).toEqual({
      stream: "true",
      logs: "true",
    });
    for (const refused of [{ stdin: false }, { stdout: true }, { stderr: false }]) {
      const failure = containerAttachWebsocket(engine.client, "web", refused);
      await expect(failure).rejects.toThrow(UnsupportedVersionError);
    }
    expect(engine.paths()).toHaveLength(1);
  });

  test.each([
    [404, NotFoundError],
    [409, ConflictError],
  ] as const)("throws what the engine says with %i", async (status, type) => {
    await using engine = await bareClient({ [attach]: (call) => call.json(status, { message: "no such" }) });
    const failure = await containerAttachWebsocket(engine.client, "web", {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(type);
    expect(failure).toMatchObject({ message: "no such" });
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("takes no connection from who does not know its key", async () => {
    await using engine = await bareClient({ [attach]: (call) => void accepted(call, "guessed").resume() });
    await expect(containerAttachWebsocket(engine.client, "web", {})).rejects.toThrow(ProtocolError);
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("takes no answer that is no upgrade", async () => {
    await using engine = await bareClient({
      [attach]: (call) => {
        Object.defineProperty(call, "upgradable", { value: false });
        accepted(call).resume();
      },
    });
    await expect(containerAttachWebsocket(engine.client, "web", {})).rejects.toThrow(/200 and not 101/);
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("ends with the signal's reason", async () => {
    await using engine = await bareClient({ [attach]: says(serverFrame(2, "a")) });
    const controller = new AbortController();
    const { signal } = controller;
    const { output, stdin } = await containerAttachWebsocket(engine.client, "web", {}, { signal });
    const reading = output.text();
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
    await expect.poll(() => stdin.destroyed).toBe(true);
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("sets the size of the terminal", async () => {
    await using engine = await bareClient({
      [attach]: says(),
      "POST /containers/{id}/resize": (call) => call.send(200),
    });
    await using stream = await containerAttachWebsocket(engine.client, "web", {});
    await stream.resize({ height: 3, width: 4 });
    expect(Object.fromEntries(engine.daemon.calls.at(-1)?.query ?? [])).toEqual({ h: "3", w: "4" });
  });
});
