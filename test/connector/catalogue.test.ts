import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { operations } from "../../generated/operations.js";
import { actionNames, catalogue } from "../../src/connector/catalogue.js";
import { plain } from "../../src/connector/names.js";

interface KnownAction {
  readonly name: string;
  readonly names: readonly string[];
  readonly category: string;
  readonly readOnly: boolean;
  readonly destructive: boolean;
  readonly idempotent: boolean;
  readonly parameters: readonly KnownParameter[];
}

interface KnownParameter {
  readonly name: string;
  readonly names?: readonly string[];
  readonly required: boolean;
  readonly default?: unknown;
  readonly secret?: boolean;
  readonly options?: readonly string[];
}

/** What the connectors for the three platforms offer between them. */
const known = JSON.parse(
  readFileSync(new URL("fixtures/catalogue.json", import.meta.url), "utf8"),
) as KnownAction[];

describe("the catalogue", () => {
  test("has every action that the connectors have, once, and no other", () => {
    expect(catalogue.map(({ name }) => name).sort()).toEqual(known.map(({ name }) => name).sort());
    expect(catalogue).toHaveLength(94);
  });

  test("has no field that says what it is about in the place of a platform's words", () => {
    const said = catalogue.flatMap(({ name, title, description, input, output }) => [
      [name, title],
      [name, description],
      ...Object.entries({ ...output, ...input }).map(([field, { description }]) => [
        `${name}.${field}`,
        description,
      ]),
    ]);
    expect(said.filter(([, words = ""]) => words.trim().length < 3)).toEqual([]);
    expect(said.filter(([, words = ""]) => /splunk|fortisoar|xsoar|todo|`/i.test(words))).toEqual([]);
  });

  describe.each(known)("$name", ({ name, names, category, parameters, ...effect }) => {
    const action = actionNames.get(name);

    test("is found by all its names", () => {
      expect(action?.name).toBe(name);
      for (const other of names) expect(actionNames.get(other)?.name, other).toBe(name);
    });

    test("says what it does to the engine", () => {
      expect(action?.category).toBe(category);
      expect(action?.effect).toEqual(effect);
    });

    test.each(parameters)("takes $name", (parameter) => {
      const field = action?.input[parameter.name];
      expect(field).toBeDefined();
      expect(field?.required).toBe(parameter.required);
      expect(field?.default ?? field?.otherwise).toEqual(parameter.default);
      expect(field?.secret ?? false).toBe(parameter.secret ?? false);
      if (parameter.options) expect(field?.options).toEqual(parameter.options);
      const spellings = [...Object.values(field?.names ?? {}), ...(field?.aliases ?? []), parameter.name].map(
        plain,
      );
      for (const other of parameter.names ?? []) expect(spellings, other).toContain(plain(other));
    });
  });

  test("places values only where the operations have a place", () => {
    const options = new Set(
      Object.values(operations).flatMap((facts) => Object.keys(("query" in facts && facts.query) || {})),
    );
    const wrong = catalogue.flatMap(({ name, input }) =>
      Object.values(input).flatMap(({ place }) =>
        place?.in === "option" && !options.has(place.name) ? [`${name}: ${place.name}`] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });
});
