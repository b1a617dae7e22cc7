import { expect, test } from "vitest";
import { factsDiff } from "../../../scripts/spec/facts-diff.js";

test("equal facts have no difference", () => {
  expect(factsDiff({ a: [1, { b: {} }] }, { a: [1, { b: {} }] })).toEqual([]);
});

test("tells what came, what changed and what went, one line each", () => {
  const before = { definitions: { Port: { type: "object", old: true, empty: {} } } };
  const after = { definitions: { Port: { type: "string", new: ["a"], empty: {} } } };
  expect(factsDiff(before, after)).toEqual([
    '~ definitions.Port.type: "object" → "string"',
    '+ definitions.Port.new.0: "a"',
    "- definitions.Port.old: true",
  ]);
});

test("tells parameters by name, so that one more in front is not a change of those behind it", () => {
  const all = { in: "query", name: "all", type: "boolean" };
  const limit = { in: "query", name: "limit", type: "integer" };
  expect(factsDiff({ parameters: [limit] }, { parameters: [all, limit] })).toEqual([
    '+ parameters.query:all.in: "query"',
    '+ parameters.query:all.name: "all"',
    '+ parameters.query:all.type: "boolean"',
  ]);
});
