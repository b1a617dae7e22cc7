import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const shared = { testTimeout: 15_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } };

/** What takes minutes begins first, or all would wait for it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      /(soak|large-archives|deploy)\.test\.ts$/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    // Once for all projects.
    globalSetup: ["test/engine/setup/engines.ts"],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          // Most of their time they wait.
          maxWorkers: Math.max(4, availableParallelism() - 1),
          include: ["test/**/*.test.ts"],
          exclude: ["test/engine/**"],
          typecheck: { enabled: true, include: ["test/types/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      {
        // They wait for each other at the engines, each of which has the tests of one file at a time; the soak needs none.
        test: {
          ...shared,
          name: "engine",
          include: ["test/engine/**/*.test.ts"],
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
