import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "../generated");
const versions = readdirSync(join(import.meta.dirname, "../spec")).filter((name) =>
  /^v1\.\d+\.yaml$/.test(name),
);

describe("generated/", () => {
  test("has a file of types for every version there are facts of", () => {
    for (const name of versions) expect(readdirSync(folder)).toContain(name.replace(/yaml$/, "ts"));
  });

  test("says all versions in at most 1.2 MB", () => {
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1.2e6);
  });

  test("says each definition once, and the newest under its plain name", () => {
    const names = [
      ...readFileSync(join(folder, "schema.ts"), "utf8").matchAll(/^export (?:interface|type) (\w+)/gm),
    ].map(([, name = ""]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["ContainerSummary", "ContainerCreateBody", "HostConfig", "HostConfigOutput"]),
    );
  });
});
