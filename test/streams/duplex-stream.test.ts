import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { DuplexStream } from "../../src/streams/duplex-stream.js";
import { FakeSource } from "../helpers/fake-source.js";
import { frame } from "../helpers/frames.js";

describe("a duplex stream", () => {
  test("gives the output in frames, and takes input", async () => {
    const { stream, written } = streamOf(new FakeSource([frame("stdout", "a"), frame("stderr", "b")]));
    stream.stdin.write("in");
    expect(await stream.output.collect()).toEqual({ stdout: Buffer.from("a"), stderr: Buffer.from("b") });
    expect(written).toEqual([Buffer.from("in")]);
  });

  test("gives the raw output of a TTY", async () => {
    const { stream } = streamOf(new FakeSource([frame("stdout", "a")]), false);
    for await (const chunk of stream.output)
      expect(chunk).toEqual({ stream: "console", data: frame("stdout", "a") });
  });

  test.each(["stream", "output"] as const)(
    "closes its connection when the %s is closed unread",
    async (what) => {
      const source = new FakeSource([], { hang: true });
      const { stream } = streamOf(source);
      await (what === "stream" ? stream : stream.output).close();
      expect(source.cancelled).toBe(true);
      await expect(stream.output.text()).rejects.toMatchObject({ code: "STREAM_CLOSED" });
    },
  );

  test("ends a loop that waits when it is disposed, also inside a frame", async () => {
    const source = new FakeSource([frame("stdout", "abc").subarray(0, 10)], { hang: true });
    const read: string[] = [];
    let reading: Promise<void>;
    {
      await using stream = streamOf(source).stream;
      reading = (async () => {
        for await (const { data } of stream.output) read.push(data.toString());
      })();
      await expect.poll(() => read).toEqual(["ab"]);
    }
    await reading;
    expect(source.cancelled).toBe(true);
  });

  test("closes its connection when the loop over its output is left", async () => {
    const source = new FakeSource([frame("stdout", "a\n"), frame("stdout", "b\n")], { hang: true });
    for await (const { text } of streamOf(source).stream.output.lines()) if (text === "a") break;
    expect(source.cancelled).toBe(true);
  });

  test("passes a size on", async () => {
    const { stream, sizes } = streamOf(new FakeSource([]));
    await stream.resize({ height: 24, width: 80 });
    expect(sizes).toEqual([{ height: 24, width: 80 }]);
  });
});

function streamOf(source: FakeSource, multiplexed = true) {
  const written: Buffer[] = [];
  const sizes: unknown[] = [];
  const stdin = new Writable({
    write(chunk: Buffer, _, done) {
      written.push(chunk);
      done();
    },
  });
  const resize = async (size: unknown) => void sizes.push(size);
  return { stream: new DuplexStream({ source, stdin, multiplexed, resize }), written, sizes };
}
