import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OperationFacts, operations } from "../../generated/operations.js";
import { encodeFilters } from "../../src/client/filters.js";
import { encodeQuery } from "../../src/client/query.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { runs } from "./cases.js";

const all: readonly (readonly [string, OperationFacts])[] = Object.entries(operations);
const filtered = all.filter(([, { filters }]) => filters !== undefined);
const operation = fc.constantFrom(...filtered);

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 10 }),
  fc.constantFrom("", "a=b", '"', "\\", '"]}', "\n", "&x=1", "%22", "é🐳", "__proto__", "null"),
);
const single = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
);
const value = fc.oneof(single, fc.array(single, { minLength: 1, maxLength: 3 }));

describe("filters", () => {
  test("come back from the wire as a map of lists of texts", () => {
    const given = operation.chain(([id, facts]) =>
      fc.tuple(
        fc.constant(id),
        fc.constant(facts),
        fc.dictionary(fc.constantFrom(...keysOf(facts)), value, { maxKeys: 4 }),
      ),
    );
    fc.assert(
      fc.property(given, ([id, facts, filters]) => {
        // What else the operation needs is no matter here.
        const alone = { ...facts, query: { filters: { form: "filters" as const } } };
        const query = encodeQuery(id, alone, { filters }, "public", 51);
        expect(query).toMatch(/^[!-~]*$/);
        const expected = Object.entries(filters).map(([key, wanted]) => [key, [wanted].flat().map(asText)]);
        const sent = new URLSearchParams(query);
        if (expected.length === 0) {
          expect(query).toBe("");
          return;
        }
        expect([...sent.keys()]).toEqual(["filters"]);
        expect(Object.entries(JSON.parse(sent.get("filters") ?? ""))).toEqual(expected);
      }),
      runs("filters whole"),
    );
  });

  test("of whatever kind are encoded as that map or refused, and reach no prototype", () => {
    const key = fc.constantFrom("label", "until", "dangling", "__proto__", "constructor", "toString", "nope");
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(key, fc.oneof(value, fc.anything())),
      fc.constant(new Map()),
    );
    fc.assert(
      fc.property(operation, anything, ([id, { filters = {} }], given) => {
        let encoded: string | undefined;
        try {
          encoded = encodeFilters(given, filters, id);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
          return;
        }
        const sent: Record<string, unknown> = JSON.parse(encoded ?? "{}");
        for (const [name, texts] of Object.entries(sent)) {
          expect(Object.keys(filters)).toContain(name);
          expect(Array.isArray(texts) && texts.every((one) => typeof one === "string")).toBe(true);
        }
        // Nothing that was asked for is lost: a prune would take more than was meant.
        const wanted = Object.entries(given as object).filter(([, one]) => one !== undefined && one !== null);
        expect(Object.keys(sent).toSorted()).toEqual(wanted.map(([name]) => name).toSorted());
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      runs("filters hostile"),
    );
  });
});

/** Those that are there still. */
function keysOf({ filters = {} }: OperationFacts): string[] {
  return Object.entries(filters).flatMap(([key, { until }]) => (until === undefined ? [key] : []));
}

function asText(one: unknown): string {
  return one instanceof Date ? (one.getTime() / 1000).toFixed(3) : String(one);
}
