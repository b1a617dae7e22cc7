import { readdirSync } from "node:fs";
import { defineConfig } from "tsup";

const versions = readdirSync("src/pinned").filter((name) => name.startsWith("v"));

export default defineConfig({
  entry: {
    index: "src/index.ts",
    bin: "src/command/bin.ts",
    connector: "src/connector/index.ts",
    console: "src/console/index.ts",
    testing: "src/testing/index.ts",
    ...Object.fromEntries(versions.map((name) => [name.slice(0, -".ts".length), `src/pinned/${name}`])),
  },
  // CommonJS is made of it, by scripts/finish-build.ts.
  format: ["esm"],
  target: "node20",
  platform: "node",
  // The types of what is part of the bundle are part of ours.
  dts: { resolve: ["valibot"] },
  splitting: true,
  clean: true,
  // Small, without dependencies that matter, and one of them ESM only: part of the bundle, with their licences in NOTICE.
  noExternal: [
    "@valibot/to-json-schema",
    "is-network-error",
    "limiter",
    "log-update",
    "modern-tar",
    "p-retry",
    "valibot",
  ],
});
