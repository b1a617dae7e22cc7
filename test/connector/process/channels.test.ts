import { PassThrough, Writable } from "node:stream";
import { expect, test } from "vitest";
import { writeMessage } from "../../../src/connector/process/channels.js";

test("waits for the other side with one listener, however many messages wait", async () => {
  const output = new PassThrough({ highWaterMark: 10 });
  let written = 0;
  const writes = Array.from({ length: 50 }, async (_, id) => {
    await writeMessage(output, { id, text: "more than fits" });
    written++;
  });
  await new Promise(setImmediate);
  expect(written).toBe(0);
  expect(output.listenerCount("drain")).toBe(1);
  output.resume();
  await Promise.all(writes);
  expect(["drain", "error", "close"].map((event) => output.listenerCount(event))).toEqual([0, 0, 0]);
});

test.each([undefined, new Error("EPIPE")])(
  "does not fail or wait where nobody reads any more (%s)",
  async (reason) => {
    const output = new Writable({ highWaterMark: 1, write: () => {} });
    output.on("error", () => {});
    const waiting = writeMessage(output, {});
    output.destroy(reason);
    await waiting;
    await writeMessage(output, {});
    expect(output.listenerCount("drain")).toBe(0);
  },
);

test("stops waiting with the signal, and leaves no listener", async () => {
  const output = new Writable({ highWaterMark: 1, write: () => {} });
  const abort = new AbortController();
  const waiting = [writeMessage(output, {}, abort.signal), writeMessage(output, {}, abort.signal)];
  expect(output.listenerCount("drain")).toBe(1);
  abort.abort();
  await Promise.all(waiting);
  await writeMessage(output, {}, abort.signal);
  expect(["drain", "error", "close"].map((event) => output.listenerCount(event))).toEqual([0, 0, 0]);
});
