import { expect, test } from "vitest";
import { EngineClock } from "../../src/resources/resuming-clock.js";

test("the engine's clock is the one its answers tell, and goes on from there", async () => {
  const clock = new EngineClock();
  clock.hear("Sat, 21 Nov 2026 10:54:08 GMT");
  const begun = 1795258448_000_000_000n;
  expect(clock.now() - begun).toBeLessThan(50_000_000n);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(clock.now() - begun).toBeGreaterThan(50_000_000n);
});

test.each([undefined, "yesterday"])("it is this machine's where they tell nothing (%s)", (date) => {
  const clock = new EngineClock();
  clock.hear(date);
  expect(Math.abs(Number(clock.now() / 1_000_000n) - Date.now())).toBeLessThan(1_000);
});
