import { expect, test } from "vitest";
import { stampAt } from "../../src/streams/resumed-stamp.js";

test.each([
  ["2026-11-21T10:54:08.357273880Z text", "2026-11-21T10:54:08.357273880Z", 31],
  ["2026-11-21T10:54:08.357273880Z  text", "2026-11-21T10:54:08.357273880Z", 31],
  ["2026-11-21T10:54:08.35Z text", "2026-11-21T10:54:08.350000000Z", 24],
  ["2026-11-21T10:54:08Z text", "2026-11-21T10:54:08.000000000Z", 21],
  ["2026-11-21T11:54:08.357273880+01:00 text", "2026-11-21T10:54:08.357273880Z", 36],
])("the time in front of %j", (text, time, length) => {
  expect(stampAt(Buffer.from(text), 0)).toEqual({ time, length });
  expect(stampAt(Buffer.from(`xx${text}`), 2)).toEqual({ time, length });
});

test.each([
  "",
  "text",
  "2026-11-21 10:54:08 text",
  "2026-11-21T10:54:08.357273880Z",
  "2026-99-99T10:54:08Z text",
])("there is none in front of %j", (text) => {
  expect(stampAt(Buffer.from(text), 0)).toBeUndefined();
});

test("a time that goes on behind the end is none", () => {
  expect(stampAt(Buffer.from("2026-11-21T10:54:08.357273880Z text"), 0, 20)).toBeUndefined();
});
