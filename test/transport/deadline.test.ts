import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TimeoutError } from "../../src/errors.js";
import { DeadlineClocks } from "../../src/transport/deadline.js";
import type { Deadlines } from "../../src/transport/http.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("DeadlineClocks", () => {
  it("counts the total from its making, over every phase", () => {
    const { clocks, expired } = clocksOf({ total: 100 });
    vi.advanceTimersByTime(60);
    clocks.started();
    clocks.sent();
    clocks.answered();
    vi.advanceTimersByTime(39);
    expect(expired).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(expired).toMatchObject([
      { phase: "total", milliseconds: 100, unsent: false, code: "TIMEOUT_TOTAL" },
    ]);
    expect(expired[0]).toBeInstanceOf(TimeoutError);
    expect(expired[0]?.message).toContain(
      "No complete answer within 100 ms (the total deadline) from the place.",
    );
  });

  it("knows that a request which never began has not been sent", () => {
    const { expired } = clocksOf({ total: 100 });
    vi.advanceTimersByTime(100);
    expect(expired).toMatchObject([{ phase: "total", unsent: true }]);
  });

  it("counts headers from the last byte of the request to the first of the answer", () => {
    const { clocks, expired } = clocksOf({ headers: 10 });
    vi.advanceTimersByTime(50);
    clocks.started();
    vi.advanceTimersByTime(50);
    expect(expired).toEqual([]);
    clocks.sent();
    vi.advanceTimersByTime(10);
    expect(expired).toMatchObject([{ phase: "headers", milliseconds: 10, unsent: false }]);
  });

  it("waits for no headers when the answer came before the request was all sent", () => {
    const { clocks, expired } = clocksOf({ headers: 10 });
    clocks.started();
    clocks.answered();
    clocks.sent();
    vi.advanceTimersByTime(1000);
    expect(expired).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("counts idle anew with each piece, and not while nobody reads", () => {
    const { clocks, expired } = clocksOf({ idle: 10 });
    clocks.answered();
    vi.advanceTimersByTime(9);
    clocks.heard();
    vi.advanceTimersByTime(9);
    clocks.held();
    clocks.heard();
    vi.advanceTimersByTime(100);
    expect(expired).toEqual([]);
    clocks.answered();
    vi.advanceTimersByTime(10);
    expect(expired).toMatchObject([{ phase: "idle", milliseconds: 10 }]);
  });

  it("sets no clock after its stop, though a reader comes back to what is left", () => {
    const { clocks, expired } = clocksOf({ headers: 10, idle: 10, total: 10 });
    clocks.sent();
    clocks.answered();
    clocks.held();
    clocks.stop();
    clocks.answered();
    clocks.heard();
    clocks.sent();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(expired).toEqual([]);
  });

  it.each([undefined, 0, 2 ** 31, Number.POSITIVE_INFINITY])("takes %s for no limit", (limit) => {
    const { clocks } = clocksOf({ headers: limit, idle: limit, total: limit });
    clocks.sent();
    clocks.answered();
    expect(vi.getTimerCount()).toBe(0);
  });
});

function clocksOf(deadlines: Deadlines): { clocks: DeadlineClocks; expired: TimeoutError[] } {
  const expired: TimeoutError[] = [];
  return { clocks: new DeadlineClocks(deadlines, "the place", (error) => expired.push(error)), expired };
}
