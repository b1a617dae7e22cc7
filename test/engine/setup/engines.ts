import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { type EngineUnderTest, findEngines } from "./find-engines.js";
import { removeLeftovers } from "./leftovers.js";

/** Vitest's global setup: finds the engines, gives them the test image, and looks at the end at what the tests left there. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { engines, absence } = await findEngines(process.env);
  const run = { id: randomBytes(4).toString("hex"), absence, required: isRequired(process.env) };
  project.provide("engines", engines);
  project.provide("engineRun", run);
  return async () => {
    const testedEngines = project.vitest.state
      .getFiles()
      .some(({ filepath }) => filepath.includes("/test/engine/"));
    if (!testedEngines) return;
    if (engines.length === 0)
      console.warn(`\nEngine tests ${run.required ? "FAILED" : "SKIPPED"}: ${absence}\n`);
    for (const engine of engines) {
      const left = await removeLeftovers(engine, run.id);
      if (left.length === 0) continue;
      console.error(`\nFAILED: the tests left on ${engine.name}: ${left.join(", ")}. It is removed now.\n`);
      // Vitest only prints what a teardown throws.
      process.exitCode = 1;
    }
  };
}

function isRequired(env: NodeJS.ProcessEnv): boolean {
  const wish = env.DOCKER_ENGINE_SDK_REQUIRE_ENGINE;
  return wish === undefined ? env.CI === "true" : wish === "1";
}

declare module "vitest" {
  interface ProvidedContext {
    engines: EngineUnderTest[];
    engineRun: EngineRun;
  }
}

export interface EngineRun {
  /** Marks what this run makes on an engine. */
  readonly id: string;
  /** Why there is no engine, if there is none. */
  readonly absence: string;
  /** Whether a missing engine is a failure. */
  readonly required: boolean;
}
