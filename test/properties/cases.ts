import { vi } from "vitest";

// A hundred thousand cases on a busy machine take longer than any other test.
vi.setConfig({ testTimeout: 120_000 });

/**
 * How many random cases each property gets of all that a run has: DOCKER_ENGINE_SDK_TEST_CASES of them, shared out by weight.
 * Properties that touch the disk are heavy, and get few.
 */
export function runs(property: keyof typeof weights): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.ceil((total() * weights[property]) / sum)) };
}

/** Half of what a long run has: few seconds, as one runs the tests while one works. */
const DEFAULT_CASES = 50_000;

function total(): number {
  const wish = process.env.DOCKER_ENGINE_SDK_TEST_CASES;
  if (wish === undefined || wish === "") return DEFAULT_CASES;
  const cases = Number(wish);
  if (!Number.isSafeInteger(cases) || cases < 1)
    throw new Error(`DOCKER_ENGINE_SDK_TEST_CASES is ${JSON.stringify(wish)}; give a whole number above 0.`);
  return cases;
}

const weights = {
  "frames whole": 100,
  "frames cut": 60,
  "frames garbage": 100,
  "frames of a TTY": 20,
  "lines whole": 70,
  "lines limited": 60,
  "lines garbage": 40,
  "JSON lines whole": 60,
  "JSON lines garbage": 50,
  "paths whole": 60,
  "paths hostile": 30,
  "filters whole": 60,
  "filters hostile": 30,
  "registry auth": 60,
  "registry options": 30,
  "image names whole": 40,
  "image names judged": 60,
  "hosts whole": 30,
  "hosts hostile": 50,
  "values read": 50,
  "inputs read": 20,
  "archives hostile": 6,
  "archives whole": 3,
  "archives garbage": 3,
} as const;

const sum = Object.values(weights).reduce((all, weight) => all + weight, 0);
