import { expect, test } from "vitest";
import {
  isoTextOfMoment,
  momentOfMilliseconds,
  momentOfSeconds,
  secondsOfMoment,
} from "../../src/streams/resume-moment.js";

test.each([
  ["1795258447.894411338", 1795258447894411338n, "1795258447.894411338"],
  ["5", 5_000_000_000n, "5.000000000"],
  ["5.5", 5_500_000_000n, "5.500000000"],
  ["-1.25", -1_250_000_000n, "-1.250000000"],
])("%s seconds keep their nanoseconds", (text, moment, again) => {
  expect(momentOfSeconds(text)).toBe(moment);
  expect(secondsOfMoment(moment)).toBe(again);
});

test("a moment is ISO text to the nanosecond", () => {
  expect(isoTextOfMoment(1795258447894411338n)).toBe("2026-11-21T10:54:07.894411338Z");
  expect(isoTextOfMoment(momentOfMilliseconds(1.9))).toBe("1970-01-01T00:00:00.001000000Z");
});
