import { expect, test } from "vitest";
import { list, object, text } from "../../src/connector/field.js";
import { withoutNulls } from "../../src/connector/without-nulls.js";

test("gives empty lists and objects for null, and nothing else (X-2.4)", () => {
  const output = { Tags: list("x"), Labels: object("x"), Name: text("x"), Other: list("x") };
  const item = { Tags: null, Labels: null, Name: null, Extra: null };
  expect(withoutNulls(output, [item])).toEqual([{ Tags: [], Labels: {}, Name: null, Extra: null }]);
  expect(item.Tags).toBeNull();
});
