import { afterEach, expect, test, vi } from "vitest";
import { withinDeadline } from "../../src/actions/wait-for-deadline.js";
import { InvalidArgumentError, TimeoutError } from "../../src/errors.js";

afterEach(() => {
  vi.useRealTimers();
});

const late = (milliseconds: number) => `too late after ${milliseconds} ms`;
const never = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

test("work that is done leaves no timer behind, whether it went well or not", async () => {
  vi.useFakeTimers();
  expect(await withinDeadline({ timeout: 1000 }, late, async () => "done")).toBe("done");
  const failing = withinDeadline({ timeout: 1000 }, late, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(vi.getTimerCount()).toBe(0);
});

test("work that takes too long ends with what it says of itself", async () => {
  const failure = await withinDeadline({ timeout: { total: 20 } }, late, ({ signal }) => never(signal)).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(TimeoutError);
  expect(failure).toMatchObject({ message: "too late after 20 ms", phase: "total", milliseconds: 20 });
});

test("the caller's signal counts beside the time", async () => {
  const reason = new Error("enough");
  const controller = new AbortController();
  const { signal } = controller;
  const work = withinDeadline({ timeout: 5000, signal }, late, (during) => never(during.signal));
  controller.abort(reason);
  await expect(work).rejects.toBe(reason);
});

test("each call gets headers, retry and the limit for the beginning of an answer, and no other", async () => {
  const call = { headers: { a: "b" }, retry: false, timeout: { total: 900, idle: 5, headers: 70 } } as const;
  const during = await withinDeadline(call, late, async (given) => given);
  expect(during).toMatchObject({ headers: { a: "b" }, retry: false, timeout: { headers: 70 } });
  expect(during.timeout).toEqual({ headers: 70 });
  expect(await withinDeadline({}, late, async (given) => given.timeout)).toBeUndefined();
});

test.each([undefined, 0, Number.POSITIVE_INFINITY, 2 ** 40])("%s is no limit", async (timeout) => {
  vi.useFakeTimers();
  const work = withinDeadline({ timeout }, late, async () => vi.getTimerCount());
  expect(await work).toBe(0);
});

test("a limit that is none is refused", async () => {
  await expect(withinDeadline({ timeout: -1 }, late, async () => undefined)).rejects.toThrow(
    InvalidArgumentError,
  );
});
