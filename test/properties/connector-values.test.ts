import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  boolean,
  choice,
  choices,
  command,
  type Field,
  type Fields,
  file,
  filters,
  inBody,
  integer,
  list,
  number,
  object,
  objects,
  rows,
  text,
  time,
} from "../../src/connector/field.js";
import { readInput } from "../../src/connector/read-input.js";
import { readValue } from "../../src/connector/read-value.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { runs } from "./cases.js";

const fields: Fields = {
  boolean: boolean("x"),
  choice: choice("x", ["running", "not-running"]),
  choices: choices("x", ["a", "b"]),
  command: command("x"),
  env: list("x", { place: inBody("Env") }),
  file: file("x"),
  filters: filters("x"),
  integer: integer("x", { min: 1, max: 100 }),
  list: list("x"),
  number: number("x"),
  object: object("x"),
  objects: objects("x"),
  rows: rows("x"),
  secret: text("x", { secret: true }),
  text: text("x"),
  time: time("x"),
};
const field: fc.Arbitrary<Field> = fc.constantFrom(...Object.values(fields));

const key = fc.constantFrom("a", "Env", "__proto__", "constructor", "toJSON", "prototype");
const json = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(key, fc.jsonValue({ maxDepth: 1 })));
/** Values as platforms send them, and worse. */
const raw = fc.oneof(
  json,
  json.map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '{"__proto__":{"polluted":1}}',
    "__proto__=polluted",
    "constructor.prototype=1",
    "[a, b",
    "{'a': 'b'}",
  ),
  fc.constantFrom<unknown>(
    "1e400",
    "-0",
    "0x10",
    " 5 ",
    "TRUE",
    "a\0b",
    'sh -c "x',
    "10m",
    2n ** 70n,
    Number.NaN,
  ),
  fc.anything(),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

describe("what a platform sends", () => {
  test("is read for every kind of field without a crash, and nothing that it names is reached", () => {
    fc.assert(
      fc.property(field, raw, (kind, value) => {
        const read = readValue(kind, value);
        if (kind.kind === "filters" && v.is(kind.schema, read) && !Array.isArray(read)) {
          for (const texts of Object.values(read as object)) expect(Array.isArray(texts)).toBe(true);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect("polluted" in {}).toBe(false);
      }),
      runs("values read"),
    );
  });

  test("as parameters gives values that fit, or is refused without showing secrets", () => {
    const names = fc.oneof(
      fc.constantFrom(...Object.keys(fields), "TEXT", "__proto__", "constructor", "Env"),
    );
    const secret = fc.constantFrom<unknown>({ PLANTED: "PLANTED" }, ["PLANTED"], { a: ["PLANTED"] });
    const input = fc.oneof(
      { weight: 5, arbitrary: fc.dictionary(names, raw, { maxKeys: 4 }) },
      { weight: 1, arbitrary: fc.record({ secret }) },
      { weight: 1, arbitrary: fc.anything() },
    );
    fc.assert(
      fc.property(input, (given) => {
        let values: Record<string, unknown>;
        try {
          values = readInput(fields, given, "test");
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
          expect(String(error)).not.toContain("PLANTED");
          return;
        }
        for (const [name, value] of Object.entries(values)) {
          expect(Object.hasOwn(fields, name)).toBe(true);
          expect(v.is(fields[name]?.schema ?? v.never(), value)).toBe(true);
        }
        expect("polluted" in {}).toBe(false);
      }),
      runs("inputs read"),
    );
  });
});
