import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { apiErrorFor, TimeoutError } from "../src/errors.js";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/errors.md"), "utf8");

/** The words in capitals in the tables. */
const described = new Set(
  page
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .flatMap((row) => [...row.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, code]) => code)),
);

describe("docs/errors.md", () => {
  test("has every code that is thrown, and no other", () => {
    const thrown = new Set([...sourceCodes(), ...statusCodes(), ...timeoutCodes()]);
    expect([...described].sort()).toEqual([...thrown].sort());
  });

  test("names every class of the family", () => {
    const exported = readFileSync(join(root, "src/public.ts"), "utf8").matchAll(/^ {2}(\w+Error),$/gm);
    for (const [, name] of [...exported, ["", "BuildError"], ["", "DeployError"]]) {
      if (name !== "DockerError") expect(page).toContain(`| \`${name}\` |`);
    }
  });
});

/** Where errors are made: as `code: "…"`, and as the members of the types of codes. */
function sourceCodes(): string[] {
  // Those of processes of our own, and of the engine for tests, reach no caller of this package.
  const elsewhere = /^(command|repl|testing)\//;
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const sources = files
    .filter((file) => file.endsWith(".ts") && !elsewhere.test(file))
    .map((file) => readFileSync(join(root, "src", file), "utf8"));
  const given = sources.flatMap((text) => [...text.matchAll(/\bcode: "([A-Z_]+)"/g)].map(([, code]) => code));
  const members = sources.flatMap((text) =>
    [...text.matchAll(/^export type \w*ErrorCode =(.*?);$/gms)].flatMap(([, union = ""]) =>
      [...union.matchAll(/"([A-Z_]+)"/g)].map(([, code]) => code),
    ),
  );
  const warnings = /^(DOCKER_|ECONNRESET$)/;
  return [...given, ...members].filter((code) => code !== undefined && !warnings.test(code)) as string[]; // what is left
}

function statusCodes(): string[] {
  return [400, 401, 403, 404, 409, 418, 500, 503].map((status) => {
    const ApiErrorClass = apiErrorFor(status);
    return new ApiErrorClass("", { status, method: "GET", path: "/" }).code;
  });
}

function timeoutCodes(): string[] {
  const phases = ["connect", "headers", "idle", "total"] as const;
  return phases.map((phase) => new TimeoutError("", { phase, milliseconds: 1, unsent: false }).code);
}
