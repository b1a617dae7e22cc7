import { describe, expect, it } from "vitest";
import { JsonStream } from "../../src/streams/json-stream.js";
import { FakeSource } from "../helpers/fake-source.js";

describe("a JSON stream", () => {
  it("opens with its first step and gives values", async () => {
    let opened = 0;
    const events = new JsonStream<{ id: number }>(async () => {
      opened++;
      return new FakeSource(['{"id":1}\n{"i', 'd":2}\n']);
    });
    expect(opened).toBe(0);
    const ids: number[] = [];
    for await (const { id } of events) ids.push(id);
    expect(ids).toEqual([1, 2]);
    expect(opened).toBe(1);
    expect(() => events[Symbol.asyncIterator]()).toThrow("it can be read once");
  });

  it("closes the connection when the loop is left", async () => {
    const source = new FakeSource(["1\n2\n"], { hang: true });
    for await (const value of new JsonStream<number>(async () => source)) {
      expect(value).toBe(1);
      break;
    }
    expect(source.cancelled).toBe(true);
  });

  it("ends a waiting loop when it is closed, even inside a value", async () => {
    const source = new FakeSource(['1\n{"half'], { hang: true });
    const events = new JsonStream<unknown>(async () => source);
    const values: unknown[] = [];
    const loop = (async () => {
      for await (const value of events) values.push(value);
    })();
    await new Promise(setImmediate);
    await events.close();
    await loop;
    expect(values).toEqual([1]);
  });
});
