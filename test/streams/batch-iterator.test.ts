import { describe, expect, it } from "vitest";
import { BatchIterator } from "../../src/streams/batch-iterator.js";

describe("a batch iterator", () => {
  it("gives the values of all batches in order, and passes over empty ones", async () => {
    expect(await all(iterator([[1, 2], [], [], [3]]))).toEqual([1, 2, 3]);
  });

  it("gives what a batch holds before its failure, and closes", async () => {
    let closed = 0;
    const broken = new BatchIterator<number>({
      more: async (batch) => {
        batch.push(1, 2);
        throw new Error("broken");
      },
      close: () => closed++,
    });
    expect(await broken.next()).toEqual({ done: false, value: 1 });
    expect(await broken.next()).toEqual({ done: false, value: 2 });
    await expect(broken.next()).rejects.toThrow("broken");
    expect(await broken.next()).toEqual({ done: true, value: undefined });
    expect(closed).toBe(1);
  });

  it("keeps steps in order that do not wait for each other", async () => {
    const numbers = iterator([[1], [2, 3], [4]]);
    const steps = await Promise.all([1, 2, 3, 4, 5, 6].map(() => numbers.next()));
    expect(steps.map(({ value }) => value)).toEqual([1, 2, 3, 4, undefined, undefined]);
  });

  it("keeps steps in order when one of them fails", async () => {
    let turn = 0;
    const broken = new BatchIterator<number>({
      more: async (batch) => {
        if (turn++ === 1) throw new Error("broken");
        batch.push(turn);
        return true;
      },
      close: () => {},
    });
    const steps = await Promise.allSettled([broken.next(), broken.next(), broken.next()]);
    expect(steps.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await broken.next()).toEqual({ done: true, value: undefined });
  });

  it("is over after return, and does not report what closing broke", async () => {
    let fail = (_: Error) => {};
    const waiting = new BatchIterator<number>({
      more: () => new Promise<boolean>((_, reject) => (fail = reject)),
      close: () => fail(new Error("cancelled")),
    });
    const step = waiting.next();
    await waiting.return();
    expect(await step).toEqual({ done: true, value: undefined });
  });
});

function iterator(batches: readonly (readonly number[])[]): BatchIterator<number> {
  const left = [...batches];
  return new BatchIterator({
    more: async (batch) => {
      batch.push(...(left.shift() ?? []));
      return left.length > 0;
    },
    close: () => {},
  });
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}
