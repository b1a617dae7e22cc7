import { describe, expect, it } from "vitest";
import { orAborted } from "../../src/transport/or-aborted.js";
import { listenersOf } from "../helpers/exchanges.js";

describe("orAborted", () => {
  it("gives the promise's value, or its error, and leaves the signal alone", async () => {
    const { signal } = new AbortController();
    expect(await orAborted(Promise.resolve(1), signal)).toBe(1);
    await expect(orAborted(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
    expect(await orAborted(Promise.resolve(2), undefined)).toBe(2);
    expect(listenersOf(signal)).toBe(0);
  });

  it("rejects with the signal's own reason at once, whatever that is", async () => {
    const abort = new AbortController();
    const waiting = orAborted(new Promise(() => undefined), abort.signal);
    expect(listenersOf(abort.signal)).toBe(1);
    abort.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    expect(listenersOf(abort.signal)).toBe(0);
  });

  it("takes no answer of a promise when the signal had aborted before", async () => {
    await expect(orAborted(Promise.resolve(1), AbortSignal.abort("before"))).rejects.toBe("before");
  });

  it("leaves no rejection unhandled when the promise fails behind the abort", async () => {
    const abort = new AbortController();
    let fail = (_: Error): void => undefined;
    const late = () => new Promise<void>((_, reject) => (fail = reject));
    const before = orAborted(late(), AbortSignal.abort("before"));
    fail(new Error("late"));
    await expect(before).rejects.toBe("before");

    const during = orAborted(late(), abort.signal);
    abort.abort("during");
    fail(new Error("late"));
    await expect(during).rejects.toBe("during");
    // Node reports a rejection that nobody handles when the event loop turns, and that fails the run.
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
