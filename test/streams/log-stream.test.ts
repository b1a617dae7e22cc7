import { describe, expect, it } from "vitest";
import { DockerError, ProtocolError } from "../../src/errors.js";
import type { LogLine } from "../../src/streams/lines.js";
import { LogStream } from "../../src/streams/log-stream.js";
import { FakeSource } from "../helpers/fake-source.js";
import { frame } from "../helpers/frames.js";

const hello = Buffer.concat([
  frame("stdout", "hello\n"),
  frame("stderr", "oh "),
  frame("stdout", "wor"),
  frame("stderr", "no\n"),
  frame("stdout", "ld\n"),
]);

describe("a log stream", () => {
  it("sends nothing before its first step", async () => {
    let opened = 0;
    const logs = new LogStream(async () => {
      opened++;
      return { source: new FakeSource([hello]), multiplexed: true };
    });
    logs.lines();
    const iterator = logs[Symbol.asyncIterator]();
    await Promise.resolve();
    expect(opened).toBe(0);
    await iterator.next();
    expect(opened).toBe(1);
    await iterator.return?.();
  });

  it("gives pieces with their stream", async () => {
    const chunks: string[] = [];
    for await (const { stream, data } of logStream(new FakeSource([hello]))) chunks.push(`${stream}:${data}`);
    expect(chunks).toEqual(["stdout:hello\n", "stderr:oh ", "stdout:wor", "stderr:no\n", "stdout:ld\n"]);
  });

  it("gives lines with their stream", async () => {
    expect(await lines(logStream(new FakeSource([hello, frame("stdout", "end")])))).toEqual([
      { stream: "stdout", text: "hello" },
      { stream: "stderr", text: "oh no" },
      { stream: "stdout", text: "world" },
      { stream: "stdout", text: "end" },
    ]);
  });

  it("gives the output of a TTY as console", async () => {
    const source = new FakeSource(["a\r\nb", "c\r\n"]);
    expect(await lines(logStream(source, { multiplexed: false }))).toEqual([
      { stream: "console", text: "a" },
      { stream: "console", text: "bc" },
    ]);
  });

  it("gives everything as a text, whole characters only", async () => {
    const whale = Buffer.from("🐳\n");
    const source = new FakeSource([
      frame("stdout", whale.subarray(0, 2)),
      frame("stderr", "oh\n"),
      frame("stdout", whale.subarray(2)),
    ]);
    expect(await logStream(source).text()).toBe("oh\n🐳\n");
  });

  it("collects stdout and stderr apart", async () => {
    const { stdout, stderr } = await logStream(new FakeSource([hello])).collect();
    expect(stdout.toString()).toBe("hello\nworld\n");
    expect(stderr.toString()).toBe("oh no\n");
    const tty = await logStream(new FakeSource(["screen"]), { multiplexed: false }).collect();
    expect(tty.stdout.toString()).toBe("screen");
    expect(tty.stderr).toHaveLength(0);
  });

  it("refuses more output than it may hold, and closes the connection", async () => {
    for (const read of ["text", "collect"] as const) {
      const source = new FakeSource([frame("stdout", "12345"), frame("stderr", "678901")], { hang: true });
      await expect(logStream(source)[read]({ maxBytes: 10 })).rejects.toMatchObject({
        code: "OUTPUT_LIMIT",
        message: expect.stringContaining("10 bytes"),
      });
      expect(source.cancelled).toBe(true);
    }
    await expect(logStream(new FakeSource([frame("stdout", "12345")])).text({ maxBytes: 5 })).resolves.toBe(
      "12345",
    );
  });

  it("closes the connection when the loop is left, in every way", async () => {
    const leave = [
      async (logs: LogStream) => {
        for await (const _ of logs) break;
      },
      async (logs: LogStream) => {
        for await (const _ of logs.lines()) return;
      },
      async (logs: LogStream) => {
        for await (const _ of logs) throw new Error("left");
      },
    ];
    for (const way of leave) {
      const source = new FakeSource([hello], { hang: true });
      await way(logStream(source)).catch((error) => expect(error.message).toBe("left"));
      expect(source.cancelled).toBe(true);
    }
  });

  it("can be read once, and a second reader does not disturb the first", async () => {
    const source = new FakeSource([hello], { hang: true });
    const logs = logStream(source);
    const first = logs[Symbol.asyncIterator]();
    await first.next();
    await expect(logs.text()).rejects.toMatchObject({ code: "STREAM_USED" });
    await expect(lines(logs)).rejects.toBeInstanceOf(DockerError);
    expect(source.cancelled).toBe(false);
    expect((await first.next()).value.data.toString()).toBe("oh ");
    await first.return?.();
    await expect(logs.collect()).rejects.toMatchObject({ code: "STREAM_USED" });
  });

  it("does not open after it was closed", async () => {
    let opened = 0;
    const logs = new LogStream(async () => {
      opened++;
      return { source: new FakeSource([hello]), multiplexed: true };
    });
    await logs.close();
    await expect(logs.text()).rejects.toMatchObject({ code: "STREAM_CLOSED" });
    expect(opened).toBe(0);
  });

  it("closes a connection that opens after it was closed, and aborts what opens it", async () => {
    const source = new FakeSource([hello]);
    let answer = () => {};
    let aborted = false;
    const logs = new LogStream(async (signal) => {
      signal.addEventListener("abort", () => (aborted = true));
      await new Promise<void>((resolve) => (answer = resolve));
      return { source, multiplexed: true };
    });
    const step = logs[Symbol.asyncIterator]().next();
    await logs.close();
    expect(aborted).toBe(true);
    answer();
    expect(await step).toEqual({ done: true, value: undefined });
    expect(source.cancelled).toBe(true);
    expect(source.readCount).toBe(0);
  });

  it("ends without an error when closing rejects its opening", async () => {
    const logs = new LogStream(
      (signal) => new Promise((_, reject) => (signal.onabort = () => reject(signal.reason))),
    );
    const text = logs.text();
    await new Promise(setImmediate);
    await logs.close();
    expect(await text).toBe("");
  });

  it("ends a waiting loop when it is closed, even inside a frame", async () => {
    const source = new FakeSource([hello.subarray(0, 10)], { hang: true });
    const logs = logStream(source);
    const text = logs.text();
    await new Promise(setImmediate);
    await logs[Symbol.asyncDispose]();
    expect(await text).toBe("he");
    expect(source.cancelled).toBe(true);
  });

  it("passes on why it cannot be opened", async () => {
    const failure = new Error("no such container");
    const logs = new LogStream(() => Promise.reject(failure));
    await expect(logs.text()).rejects.toBe(failure);
  });

  it("gives what came before a failure, and closes", async () => {
    for (const [fault, error] of [
      [frame("error", "the disk is gone"), { code: "STREAM_ERROR", message: "the disk is gone" }],
      [frame(77, "x"), { code: "PROTOCOL" }],
      [new Error("reset"), { message: "reset" }],
    ] as const) {
      const source = new FakeSource([frame("stdout", "one\ntwo\n"), fault], { hang: true });
      const seen: LogLine[] = [];
      await expect(lines(logStream(source), seen)).rejects.toMatchObject(error);
      expect(seen.map(({ text }) => text)).toEqual(["one", "two"]);
      expect(source.cancelled).toBe(true);
    }
  });

  it("says when the output ends inside a frame", async () => {
    await expect(logStream(new FakeSource([hello.subarray(0, 11)])).text()).rejects.toBeInstanceOf(
      ProtocolError,
    );
  });

  it("does not read ahead of a slow reader", async () => {
    const block = Buffer.concat(Array.from({ length: 100 }, () => frame("stdout", "x".repeat(100))));
    const source = new FakeSource(Array.from({ length: 50 }, () => block));
    let chunks = 0;
    for await (const _ of logStream(source)) {
      chunks++;
      await new Promise(setImmediate);
      expect(source.readCount).toBe(chunks);
    }
    expect(chunks).toBe(50);
  });
});

function logStream(source: FakeSource, { multiplexed = true } = {}): LogStream {
  return new LogStream(async () => ({ source, multiplexed }));
}

async function lines(logs: LogStream, list: LogLine[] = []): Promise<LogLine[]> {
  for await (const line of logs.lines()) list.push(line);
  return list;
}
