import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What the three older connectors do, or do wrong, and has to work here: each with a phrase. */
const rows = JSON.parse(readFileSync(new URL("fixtures/rows.json", import.meta.url), "utf8")) as Readonly<
  Record<string, string>
>;

const tests = new URL("..", import.meta.url).pathname;

/** The rows that the titles of a file's tests name: in brackets, at the end of a title. */
function namedIn(path: string): string[] {
  const id = String.raw`[XSF](?:-2\.[123]-)?\d+`;
  const atTheEnd = new RegExp(String.raw`\((${id}(?:, ${id})*)\)["'\`]`, "g");
  return [...readFileSync(path, "utf8").matchAll(atTheEnd)].flatMap(([, ids = ""]) => ids.split(", "));
}

const files = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .filter((path) => /^(connector\/.*|engine\/connector-.*)\.test\.ts$/.test(path))
  .map((path) => join(tests, path));

const named = new Set(files.flatMap(namedIn));

test("there is no row but those that are listed", () => {
  expect([...named].filter((id) => !(id in rows))).toEqual([]);
});

test.each(Object.entries(rows))("%s is proven by a test that names it: %s", (id) => {
  expect(named).toContain(id);
});
