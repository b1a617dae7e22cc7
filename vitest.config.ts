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
        // One file after the other: they share the engines, and an engine is in one swarm at a time.
        test: { ...shared, name: "engine", include: ["test/engine/**/*.test.ts"], fileParallelism: false },
      },
    ],
  },
});
