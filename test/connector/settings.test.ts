import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plain } from "../../src/connector/names.js";
import { settingFields } from "../../src/connector/settings.js";

/** What the forms of the three connectors ask for between them. */
const known = JSON.parse(readFileSync(new URL("fixtures/settings.json", import.meta.url), "utf8")) as {
  readonly name: string;
  readonly names: readonly string[];
  readonly secret: boolean;
}[];

const fields = Object.entries(settingFields);

describe("the settings", () => {
  // A logger is given by the program that embeds the connector, and no form has one.
  test.each(known.filter(({ name }) => name !== "logger"))(
    "have $name, by all its names",
    ({ name, names, secret }) => {
      const field = fields.find(([own, { names = {}, aliases = [] }]) =>
        [own, ...Object.values(names), ...aliases].some((spelling) => plain(spelling) === plain(name)),
      );
      expect(field).toBeDefined();
      expect(field?.[1].secret ?? false).toBe(secret || name === "registryConfig");
      const spellings = fields.flatMap(([own, { names = {}, aliases = [] }]) => [
        own,
        ...Object.values(names),
        ...aliases,
      ]);
      for (const other of names) expect(spellings.map(plain)).toContain(plain(other));
    },
  );

  test("have no name twice", () => {
    const spellings = fields.flatMap(([own, { names = {}, aliases = [] }]) => [
      ...new Set([own, ...Object.values(names), ...aliases].map(plain)),
    ]);
    expect(spellings.filter((name, index) => spellings.indexOf(name) !== index)).toEqual([]);
  });
});
