import { describe, expect, test } from "vitest";
import { encodeFilters } from "../../src/client/filters.js";
import { InvalidArgumentError } from "../../src/errors.js";

const known = { label: {}, status: {}, until: {}, dangling: {}, "label!": {} };
const encode = (filters: unknown) => encodeFilters(filters, known, "ContainerList");

describe("encodeFilters", () => {
  test("gives a map from key to a list of texts", () => {
    expect(encode({ label: ["a=b", "c"], status: ["running"] })).toBe(
      '{"label":["a=b","c"],"status":["running"]}',
    );
  });

  test("takes one value without a list", () => {
    expect(encode({ label: "a=b" })).toBe('{"label":["a=b"]}');
  });

  test("takes booleans, numbers and dates", () => {
    expect(encode({ dangling: true, status: [0, 1.5], until: new Date(1500) })).toBe(
      '{"dangling":["true"],"status":["0","1.5"],"until":["1.500"]}',
    );
  });

  test("leaves out what is undefined or null, and everything where nothing is left", () => {
    expect(encode({ label: undefined, status: null })).toBeUndefined();
    expect(encode({})).toBeUndefined();
    expect(encode({ label: undefined, status: "dead" })).toBe('{"status":["dead"]}');
  });

  test("keeps quotes, line breaks and other alphabets", () => {
    expect(JSON.parse(encode({ label: 'x="\n日本' }) ?? "")).toEqual({ label: ['x="\n日本'] });
  });

  test("refuses a key that the operation does not have, and says which there are", () => {
    expect(() => encode({ lable: ["a"] })).toThrow(InvalidArgumentError);
    expect(() => encode({ lable: ["a"] })).toThrow(
      "filters of ContainerList have no lable; there are label, status, until, dangling, label!.",
    );
  });

  test.each(["__proto__", "constructor", "toString"])("refuses the key %s, which every object has", (key) => {
    const filters: unknown = JSON.parse(`{"${key}":["a"]}`);
    expect(() => encode(filters)).toThrow(`have no ${key}`);
  });

  test.each([
    ["text", '{"label":["a"]}'],
    ["a list", [["label", "a"]]],
    ["null", null],
    ["a Map", new Map([["label", ["a"]]])],
    ["URLSearchParams", new URLSearchParams("label=a")],
  ])("refuses %s in place of an object: without its filters a prune would take everything", (_, filters) => {
    expect(() => encode(filters)).toThrow(InvalidArgumentError);
  });

  test.each([
    ["an object", {}],
    ["NaN", Number.NaN],
    ["a list in a list", [["a"]]],
    ["half of a surrogate pair", "\ud800"],
    ["undefined in a list", [undefined]],
  ])("refuses %s as a value and names the key", (_, value) => {
    expect(() => encode({ label: Array.isArray(value) ? value : [value] })).toThrow(
      /^filters\.label takes text/,
    );
  });
});
