import { defineConfig } from "vitest/config";

const shared = { testTimeout: 15_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Once for all projects.
    globalSetup: ["test/engine/setup/engines.ts"],
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/engine/**"],
          typecheck: { enabled: true, include: ["test/types/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      {
        // They wait for each other at the engines, each of which has the tests of one file at a time.
        test: {
          ...shared,
          name: "engine",
          include: ["test/engine/**/*.test.ts"],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
