import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DockerError, InvalidArgumentError } from "../../src/errors.js";
import { RateLimit } from "../../src/transport/rate-limit.js";
import { listenersOf } from "../helpers/exchanges.js";

// Node's promised timers do not go by a faked clock; these do.
vi.mock("node:timers/promises", () => ({
  setTimeout: (milliseconds: number, value: unknown, { signal }: { signal?: AbortSignal }) =>
    new Promise((resolve, reject) => {
      const onAbort = () => {
        clearTimeout(timer);
        reject(new Error("the sleep was aborted"));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve(value);
      }, milliseconds);
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
}));

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(() => void vi.useRealTimers());

describe("RateLimit", () => {
  it("lets as many pass at once as a minute allows, and holds the next", async () => {
    const { limit, passed, pass } = limitOf(3);
    for (const name of ["a", "b", "c", "d"]) pass(name);
    await turn(0);
    expect(passed).toEqual(["a", "b", "c"]);
    await turn(59_000);
    expect(passed).toEqual(["a", "b", "c"]);
    await turn(1_100);
    expect(passed).toEqual(["a", "b", "c", "d"]);
    expect(vi.getTimerCount()).toBe(0);
    await limit.pass(undefined);
  });

  it("keeps the order in which they came, also when one in the middle leaves", async () => {
    const { passed, pass } = limitOf(1);
    const leaving = new AbortController();
    pass("first");
    pass("a");
    const left = pass("b", leaving.signal);
    pass("c");
    pass("d");
    await turn(1_000);
    leaving.abort(new Error("b leaves"));
    await turn(0);
    expect(await left).toEqual(new Error("b leaves"));
    await turn(5 * 60_000);
    expect(passed).toEqual(["first", "a", "c", "d"]);
  });

  it("holds those behind one who left until those before it have passed", async () => {
    const { passed, pass } = limitOf(1);
    const leaving = new AbortController();
    pass("first");
    pass("a");
    pass("b", leaving.signal);
    pass("c");
    await turn(10);
    leaving.abort("gone");
    await turn(10);
    // One timer: only the head of the queue waits for its turn, all others for the one before them.
    expect(vi.getTimerCount()).toBe(1);
    expect(passed).toEqual(["first"]);
  });

  it("costs no turn when the signal has aborted before, or aborts in the queue", async () => {
    const { passed, pass } = limitOf(1);
    expect(await pass("never", AbortSignal.abort("before"))).toBe("before");
    pass("first");
    await turn(0);
    expect(passed).toEqual(["first"]);

    const leaving = new AbortController();
    const left = pass("leaves", leaving.signal);
    pass("last");
    await turn(30_000);
    expect(listenersOf(leaving.signal)).toBe(1);
    leaving.abort("during");
    expect(await left).toBe("during");
    expect(listenersOf(leaving.signal)).toBe(0);
    await turn(30_100);
    expect(passed).toEqual(["first", "last"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("refuses at once who would wait longer than may be, and lets all others pass in order", async () => {
    const { passed, pass } = limitOf(2, 70_000);
    for (const name of ["a", "b", "c", "d"]) pass(name);
    await turn(0);
    expect(passed).toEqual(["a", "b"]);
    // Two turns in the second minute, so that this one's is in the third.
    const refused = await pass("e");
    expect(refused).toBeInstanceOf(DockerError);
    expect(refused).toMatchObject({
      code: "RATE_LIMITED",
      message: expect.stringMatching(/2 requests a minute.*about 120 s.*the 70 s.*Nothing was sent/),
    });
    await turn(60_100);
    expect(passed).toEqual(["a", "b", "c", "d"]);
    const late = pass("f");
    await turn(60_100);
    await late;
    expect(passed).toEqual(["a", "b", "c", "d", "f"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("never waits where no wait is allowed, and goes on in the next minute", async () => {
    const { passed, pass } = limitOf(1, 0);
    pass("a");
    expect(await pass("b")).toMatchObject({ code: "RATE_LIMITED" });
    expect(await pass("c")).toMatchObject({ code: "RATE_LIMITED" });
    expect(vi.getTimerCount()).toBe(0);
    await turn(60_000);
    pass("d");
    await turn(0);
    expect(passed).toEqual(["a", "d"]);
  });

  it.each([1, 2, 7])("never lets anybody wait longer than may be, with %i a minute", async (perMinute) => {
    const { limit } = limitOf(perMinute, 150_000);
    const waits: number[] = [];
    const refused: number[] = [];
    const ask = async () => {
      const started = performance.now();
      await limit.pass(undefined).then(
        () => waits.push(performance.now() - started),
        () => refused.push(performance.now() - started),
      );
    };
    // One comes every four seconds, for ten minutes: more than may go.
    for (let asked = 0; asked < 150; asked++) {
      void ask();
      await turn(4_000);
    }
    await turn(200_000);
    expect(waits.length + refused.length).toBe(150);
    expect(waits.length).toBeGreaterThanOrEqual(perMinute * 9);
    expect(Math.max(...waits)).toBeLessThanOrEqual(150_000);
    expect(Math.max(...refused)).toBeLessThanOrEqual(150_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([-1, Number.NaN, "5" as unknown as number])("refuses %s as the longest wait", (maxWait) => {
    expect(() => new RateLimit({ perMinute: 1, maxWait })).toThrow(`rateLimit.maxWait is ${maxWait}`);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s a minute", (perMinute) => {
    expect(() => new RateLimit({ perMinute })).toThrow(InvalidArgumentError);
    expect(() => new RateLimit({ perMinute })).toThrow(`rateLimit.perMinute is ${perMinute}`);
  });
});

function limitOf(perMinute: number, maxWait?: number) {
  const limit = new RateLimit({ perMinute, maxWait });
  const passed: string[] = [];
  const pass = (name: string, signal?: AbortSignal): Promise<unknown> =>
    limit.pass(signal).then(
      () => passed.push(name),
      (reason: unknown) => reason,
    );
  return { limit, passed, pass };
}

/** Lets time go by, and everything happen that then happens. */
async function turn(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}
