import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { durationMilliseconds, unixTime } from "../../src/client/time.js";
import { InvalidArgumentError } from "../../src/errors.js";

const now = Date.parse("2026-01-31T12:00:00.250Z");

describe("unixTime", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now, toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ["a Date", new Date(1_700_000_000_123), "1700000000.123"],
    ["a whole number of seconds", 1_700_000_000, "1700000000"],
    ["a broken number of seconds", 1.5, "1.500000000"],
    ["zero", 0, "0"],
    ["seconds as text", "1700000000", "1700000000"],
    ["seconds with nanoseconds as text, digit for digit", "1700000000.123456789", "1700000000.123456789"],
    ["ISO text", "2026-01-31T12:00:00Z", "1769860800"],
    [
      "ISO text with nanoseconds, none of them lost",
      "2026-01-31T12:00:00.123456789Z",
      "1769860800.123456789",
    ],
    ["ISO text with an offset", "2026-01-31T13:00:00+01:00", "1769860800"],
    ["a date alone, as UTC", "2026-01-31", "1769817600"],
    ["a duration back from now", "10m", "1769860200.250"],
    ["a duration of several units", "1h30m", "1769855400.250"],
    ["a broken duration", "1.5s", "1769860798.750"],
  ] as const)("takes %s", (_, value, expected) => {
    expect(unixTime(value, "since")).toBe(expected);
  });

  test.each([
    ["an invalid Date", new Date(Number.NaN)],
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["words", "yesterday"],
    ["empty text", ""],
    ["a day that does not exist", "2026-13-45"],
    ["ten digits behind the point", "1.0123456789"],
  ])("refuses %s and names the option", (_, value) => {
    expect(() => unixTime(value, "since")).toThrow(InvalidArgumentError);
    expect(() => unixTime(value, "since")).toThrow(/^since is /);
  });

  test.each([true, {}, ["10m"], 10n, Symbol("now"), () => 1])("refuses %s, which is no time", (value) => {
    expect(() => unixTime(value as never, "since")).toThrow(InvalidArgumentError);
  });
});

describe("durationMilliseconds", () => {
  test.each([
    ["100ms", 100],
    ["1us", 0.001],
    ["1µs", 0.001],
    ["1ns", 0.000001],
    ["2h45m30.5s", 9_930_500],
  ])("reads %s", (text, milliseconds) => {
    expect(durationMilliseconds(text)).toBeCloseTo(milliseconds, 9);
  });

  test.each(["", "10", "m", "10 m", "-5m", "1d", "10mm", "1h-30m"])(
    "does not take %j for a duration",
    (text) => {
      expect(durationMilliseconds(text)).toBeUndefined();
    },
  );

  test("is quick on long text that is none", () => {
    const started = performance.now();
    expect(durationMilliseconds(`${"1".repeat(50_000)}x`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
