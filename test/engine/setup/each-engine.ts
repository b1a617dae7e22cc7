import { randomBytes } from "node:crypto";
import { describe, inject, test } from "vitest";
import { BUSYBOX_IMAGE } from "../../../scripts/engine/busybox.js";
import type { EngineUnderTest } from "./find-engines.js";
import { holdEngine } from "./hold-engine.js";
import { RUN_LABEL } from "./leftovers.js";

/**
 * Describes a subject once for each engine. Without an engine there is one test in its place, which is skipped and says
 * why, or fails where engines are required (DOCKER_ENGINE_SDK_REQUIRE_ENGINE=1, CI=true).
 */
export const describeEngines = Object.assign(describeEach({}), {
  /** The tests of an engine side by side: for those that mostly wait for it and do not look at what others make there. */
  concurrent: describeEach({ concurrent: true }),
  /**
   * With the oldest and the newest engine only, unless DOCKER_ENGINE_SDK_TEST_ENGINES=all: for what takes its time and hardly
   * comes out otherwise between the two.
   */
  edges: describeEach({}, edges),
});

function describeEach(options: DescribeOptions, choose = everyEngine) {
  return (subject: string, body: (engine: TestEngine) => void): void => {
    const held = (engine: TestEngine) => {
      holdEngine(engine.name);
      body(engine);
    };
    describeSome(choose(), subject, held, options);
  };
}

function everyEngine(): readonly EngineUnderTest[] {
  return inject("engines");
}

function edges(): readonly EngineUnderTest[] {
  const engines = byAge();
  if (engines.length < 3 || process.env.DOCKER_ENGINE_SDK_TEST_ENGINES === "all") return engines;
  return [...engines.slice(0, 1), ...engines.slice(-1)];
}

function byAge(): readonly EngineUnderTest[] {
  return inject("engines").toSorted((a, b) => minor(a.apiVersion) - minor(b.apiVersion));
}

interface DescribeOptions {
  readonly concurrent?: boolean;
}

/**
 * The same with the newest engine only, and beside the tests of other files: for what makes and removes its own things by
 * name, never prunes, joins no swarm, and takes long.
 */
export function describeNewestEngine(subject: string, body: (engine: TestEngine) => void): void {
  describeSome(byAge().slice(-1), subject, body);
}

function describeSome(
  engines: readonly EngineUnderTest[],
  subject: string,
  body: (engine: TestEngine) => void,
  options: DescribeOptions = {},
): void {
  const { id, absence, required } = inject("engineRun");
  for (const engine of engines) {
    const title = `${subject} on ${engine.name} (API ${engine.apiVersion})`;
    describe(title, options, () => body(forTests(engine, id)));
  }
  if (engines.length > 0) return;
  if (required) {
    test(`${subject} on a real engine`, () => {
      throw new Error(`Engines are required here. ${absence}`);
    });
  } else {
    test.skip(`${subject} on a real engine: ${absence}`, () => {});
  }
}

export interface TestEngine extends EngineUnderTest {
  /** A small image with a shell, which the engine has. */
  readonly image: string;
  /** To be put on everything a test makes: what still carries them at the end of the run is removed and reported. */
  readonly labels: Readonly<Record<string, string>>;
  /** A new name for a container, network, volume …; what bears one is found at the end like what has the labels. */
  uniqueName(area: string): string;
  /** True from this API version on: `engine.since("1.44")`. */
  since(version: string): boolean;
}

function forTests(engine: EngineUnderTest, run: string): TestEngine {
  return {
    ...engine,
    image: BUSYBOX_IMAGE,
    labels: { [RUN_LABEL]: run },
    uniqueName: (area) => `sdk-${run}-${area}-${randomBytes(3).toString("hex")}`,
    since: (version) => minor(engine.apiVersion) >= minor(version),
  };
}

/** Every API version there has been is 1.something. */
function minor(version: string): number {
  return Number(version.split(".")[1]);
}
