import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { OutputSink } from "../../src/actions/output-sink.js";

describe("OutputSink", () => {
  test("lets a stream that takes more go on at once, and waits for one that is full", async () => {
    const waiting: (() => void)[] = [];
    const stream = new Writable({
      highWaterMark: 2,
      write: (_chunk, _encoding, done) => void waiting.push(done),
    });
    const sink = new OutputSink(stream);
    await sink.write(Buffer.from("a"), undefined);
    let isThrough = false;
    const second = sink.write(Buffer.from("b"), undefined).then(() => {
      isThrough = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isThrough).toBe(false);
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    waiting.shift()?.();
    await second;
    sink.release();
    expect(["drain", "error", "close", "finish"].map((event) => stream.listenerCount(event))).toEqual(
      ["drain", "error", "close", "finish"].map((event) => new Writable().listenerCount(event)),
    );
  });

  test("keeps a failure between two writes for the next one, and no failure goes uncaught", async () => {
    const failure = new Error("disk is full");
    const stream = new Writable({ write: (_chunk, _encoding, done) => setTimeout(done, 5, failure) });
    const sink = new OutputSink(stream);
    await sink.write(Buffer.from("a"), undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(sink.write(Buffer.from("b"), undefined)).rejects.toBe(failure);
    sink.release();
  });
});
