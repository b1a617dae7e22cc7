import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { EitherSignal } from "../../src/transport/either-signal.js";

test("aborts with the first that does, and its reason", () => {
  const [a, b] = [new AbortController(), new AbortController()];
  const either = new EitherSignal(a.signal, undefined, b.signal);
  expect(either.signal.aborted).toBe(false);
  b.abort("b");
  a.abort("a");
  expect(either.signal.reason).toBe("b");
  expect(new EitherSignal(AbortSignal.abort("then")).signal.reason).toBe("then");
});

test("follows none of them when it was left, and leaves nothing behind on them", () => {
  const { signal } = new AbortController();
  const abort = new AbortController();
  for (let n = 0; n < 100; n++) new EitherSignal(signal, abort.signal).leave();
  const left = new EitherSignal(abort.signal);
  left.leave();
  abort.abort();
  expect(left.signal.aborted).toBe(false);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
