import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyOf, type Sandbox } from "./sandbox.js";

const script = "scripts/generate.ts";

describe("generating", () => {
  let sandbox: Sandbox;
  let generated: string;

  beforeAll(() => {
    sandbox = copyOf(script, "scripts/generate", "scripts/spec", "spec");
    generated = join(sandbox.folder, "generated");
  });

  afterAll(() => sandbox.remove());

  test("writes every file, and the check names what is changed, missing or too much", {
    timeout: 120_000,
  }, async () => {
    expect(await sandbox.run(script)).toMatchObject({ code: 0 });
    expect(readdirSync(generated)).toEqual(
      expect.arrayContaining(["README.md", "operations.ts", "schema.ts", "v1.40.ts", "v1.51.ts"]),
    );
    appendFileSync(join(generated, "operations.ts"), "// by hand\n");
    rmSync(join(generated, "v1.43.ts"));
    writeFileSync(join(generated, "extra.ts"), "");
    const before = contents();
    const { code, stderr } = await sandbox.run(script, "--check");
    expect(code).not.toBe(0);
    // These and no others: the second run makes the same text as the first.
    expect(stderr).toContain("(operations.ts, v1.43.ts, extra.ts): run `npm run generate`");
    expect(contents()).toEqual(before);
  });

  function contents(): Record<string, string> {
    const files = readdirSync(generated).sort();
    return Object.fromEntries(files.map((name) => [name, readFileSync(join(generated, name), "utf8")]));
  }
});
