import { once } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { webSocketConnection } from "../../src/streams/websocket-connection.js";
import { readAll } from "../helpers/exchanges.js";
import { FakeSource } from "../helpers/fake-source.js";
import { clientFrames, closeFrame, serverFrame } from "../helpers/websocket-frames.js";

/** A WebSocket on which a server says `reads`, and what the client has sent on it. */
function socket(reads: ConstructorParameters<typeof FakeSource>[0], options?: { hang?: boolean }) {
  const wire = new FakeSource(reads, options);
  const sent: Buffer[] = [];
  const stdin = new PassThrough();
  stdin.on("data", (piece: Buffer) => sent.push(piece));
  const frames = () =>
    clientFrames(Buffer.concat(sent)).map(
      ({ first, payload }) => `${first.toString(16)} ${payload.toString("latin1")}`,
    );
  return { wire, wireStdin: stdin, frames, ...webSocketConnection({ source: wire, stdin }) };
}

const goodbye = `88 ${Buffer.from([3, 232]).toString("latin1")}`;

describe("a WebSocket's output", () => {
  test("is the payload of its messages, up to the engine's close, which is answered", async () => {
    const { source, frames, wire } = socket([
      Buffer.concat([serverFrame(2, "one "), serverFrame(2, "two")]),
      closeFrame(1000),
      "not read",
    ]);
    expect(await readAll(source)).toBe("one two");
    expect(await source.read()).toBeNull();
    expect(wire.cancelled).toBe(true);
    expect(frames()).toEqual([goodbye]);
  });

  test("answers pings with their own bytes, also while messages are under way", async () => {
    const { source, frames } = socket([
      serverFrame(2, "a", 0x02),
      serverFrame(9, "hey"),
      serverFrame(0, "b"),
      closeFrame(),
    ]);
    expect(await readAll(source)).toBe("ab");
    expect(frames()).toEqual(["8a hey", goodbye]);
  });

  test("answers no more pings than are taken", async () => {
    const pings = Array.from({ length: 100 }, () => serverFrame(9, Buffer.alloc(100)));
    const source = new FakeSource([...pings, closeFrame()]);
    const stdin = new Writable({ highWaterMark: 1000, write: () => undefined });
    expect(await readAll(webSocketConnection({ source, stdin }).source)).toBe("");
    expect(stdin.writableLength).toBeLessThan(1500);
  });

  test("is asked for no sooner than it is wanted", async () => {
    const { source, wire } = socket([serverFrame(2, "a"), serverFrame(2, "b"), closeFrame()]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(wire.readCount).toBe(0);
    await source.read();
    expect(wire.readCount).toBe(1);
  });

  test.each<[string, Buffer[], RegExp]>([
    ["is cut", [serverFrame(2, "part").subarray(0, 4)], /without the engine's close/],
    ["ends between two messages", [serverFrame(2, "pa")], /without the engine's close/],
    ["is closed with a failure", [serverFrame(2, "pa"), closeFrame(1011, "oh no")], /code 1011: oh no/],
    ["cannot be read", [Buffer.concat([serverFrame(2, "pa"), serverFrame(3)])], /unknown kind 3/],
  ])("fails when it %s, behind what came before", async (_, reads, message) => {
    const { source, wire } = socket(reads);
    expect(String(Buffer.concat((await source.read()) ?? []))).toBe("pa");
    for (const _ of [1, 2]) {
      const failure = await source.read().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ProtocolError);
      expect((failure as Error).message).toMatch(message);
    }
    expect(wire.cancelled).toBe(true);
  });

  test("breaks with the connection, with its error", async () => {
    const broken = new Error("broken");
    const { source } = socket([serverFrame(2, "a"), broken]);
    await source.read();
    await expect(source.read()).rejects.toBe(broken);
  });

  test("is closed by its reader, also while a read is pending", async () => {
    const { source, wire } = socket([], { hang: true });
    const pending = source.read();
    source.cancel();
    expect(await pending).toBeNull();
    expect(await source.read()).toBeNull();
    expect(wire.cancelled).toBe(true);
  });
});

describe("a WebSocket's input", () => {
  test("goes out in binary messages, and its end is a close that leaves the output open", async () => {
    const { stdin, frames, source, wire, wireStdin } = socket([serverFrame(2, "more"), closeFrame()]);
    stdin.write("one");
    stdin.end("é");
    await once(stdin, "finish");
    expect(frames()).toEqual(["82 one", `82 ${Buffer.from("é").toString("latin1")}`, goodbye]);
    expect([wire.cancelled, wireStdin.destroyed, wireStdin.writableEnded]).toEqual([false, false, false]);
    expect(await readAll(source)).toBe("more");
    expect(frames()).toHaveLength(3);
  });

  test("waits while the engine does not take more", async () => {
    const taken: (() => void)[] = [];
    const wire = new Writable({ highWaterMark: 1, write: (_, __, callback) => void taken.push(callback) });
    const { stdin } = webSocketConnection({ source: new FakeSource([], { hang: true }), stdin: wire });
    expect(stdin.write(Buffer.alloc(70_000))).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([taken.length, stdin.writableNeedDrain]).toEqual([1, true]);
    const drained = once(stdin, "drain");
    taken[0]?.();
    await drained;
  });

  test("takes the connection with it when it is destroyed before its end, and not behind it", async () => {
    const early = socket([], { hang: true });
    early.stdin.destroy();
    await expect.poll(() => early.wireStdin.destroyed).toBe(true);
    const late = socket([], { hang: true });
    late.stdin.end();
    await once(late.stdin, "close");
    expect(late.wireStdin.destroyed).toBe(false);
  });

  test("shows nothing of what waits to be sent", () => {
    const wire = new Writable({ write: () => undefined });
    const { stdin } = webSocketConnection({ source: new FakeSource([], { hang: true }), stdin: wire });
    for (const _ of [1, 2, 3]) stdin.write("hush");
    expect(inspect(stdin, { depth: 20, showHidden: true })).not.toMatch(/hush|68 75 73 68/);
    stdin.destroy();
  });

  test("closes with the connection, and failing is no failure of the program", async () => {
    const { stdin, wireStdin } = socket([], { hang: true });
    wireStdin.destroy();
    await expect.poll(() => stdin.destroyed).toBe(true);
    const failure = await new Promise((resolve) => stdin.write("x", resolve));
    expect(failure).toBeInstanceOf(Error);
  });
});
