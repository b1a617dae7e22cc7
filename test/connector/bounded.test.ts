import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { bounded } from "../../src/connector/bounded.js";

const wide = { time: 10_000, bytes: 1000, items: 100 };

/** Numbers from 1 on, up to `last`; tells when it has been closed. */
function numbers(last: number, pause = 0) {
  const state = { closed: false };
  async function* values() {
    try {
      for (let n = 1; n <= last; n++) {
        if (pause > 0) await sleep(pause);
        yield n;
      }
    } finally {
      state.closed = true;
    }
  }
  return { state, values: values() };
}

test("reads to the end where no limit is reached", async () => {
  const { values } = numbers(3);
  expect(await bounded(values, wide, () => 1)).toEqual({ values: [1, 2, 3], truncated: false });
});

test("cuts off at the number of items, and closes the source", async () => {
  const { values, state } = numbers(1000);
  expect(await bounded(values, { ...wide, items: 2 }, () => 1)).toEqual({ values: [1, 2], truncated: true });
  expect(state.closed).toBe(true);
});

test("has not cut off where the end is just at the limit", async () => {
  const { values } = numbers(2);
  expect(await bounded(values, { ...wide, items: 2 }, () => 1)).toEqual({ values: [1, 2], truncated: false });
});

test("cuts off before the bytes are too many", async () => {
  const { values } = numbers(1000);
  expect(await bounded(values, { ...wide, bytes: 10 }, () => 4)).toEqual({ values: [1, 2], truncated: true });
});

test("cuts off when the time is over, also while nothing comes", async () => {
  let end = (): void => undefined;
  const silent: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise((resolve) => (end = () => resolve({ done: true, value: undefined }))),
      return: async () => {
        end();
        return { done: true, value: undefined };
      },
    }),
  };
  const started = performance.now();
  expect(await bounded(silent, { ...wide, time: 50 }, () => 1)).toEqual({ values: [], truncated: true });
  expect(performance.now() - started).toBeLessThan(2000);
});

test("has cut off, and not failed, where the source breaks because it was closed", async () => {
  let fail = (): void => undefined;
  const silent: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((_resolve, reject) => {
          fail = () => reject(new Error("closed"));
        }),
      return: async () => {
        fail();
        return { done: true, value: undefined };
      },
    }),
  };
  expect(await bounded(silent, { ...wide, time: 20 }, () => 1)).toEqual({ values: [], truncated: true });
});

test("throws what the source throws", async () => {
  async function* broken() {
    yield 1;
    throw new Error("broken");
  }
  await expect(bounded(broken(), wide, () => 1)).rejects.toThrow("broken");
});
