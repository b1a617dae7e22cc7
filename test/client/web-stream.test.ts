import { describe, expect, test } from "vitest";
import { webStream } from "../../src/client/web-stream.js";
import { FakeSource } from "../helpers/fake-source.js";

describe("webStream", () => {
  test("reads nothing before it is asked, and then all chunks of a read", async () => {
    const source = new FakeSource([[Buffer.from("a"), Buffer.from("b")], "c"]);
    const stream = webStream(source);
    await Promise.resolve();
    expect(source.readCount).toBe(0);
    const reader = stream.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("a");
    expect(source.readCount).toBe(1);
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("b");
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("c");
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  test("breaks with the source's own error", async () => {
    const failure = new Error("broken");
    const reader = webStream(new FakeSource(["a", failure])).getReader();
    await reader.read();
    await expect(reader.read()).rejects.toBe(failure);
  });

  test("cancels the source, also by leaving a loop", async () => {
    const [first, second] = [new FakeSource(["a"], { hang: true }), new FakeSource(["a"], { hang: true })];
    await webStream(first).cancel();
    expect(first.cancelled).toBe(true);
    for await (const _ of webStream(second)) break;
    expect(second.cancelled).toBe(true);
  });
});
