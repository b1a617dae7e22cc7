import { describe, expect, test } from "vitest";
import { type OperationFacts, operations } from "../../generated/operations.js";
import { encodeQuery } from "../../src/client/query.js";
import { InvalidArgumentError, UnsupportedVersionError } from "../../src/errors.js";

const facts: OperationFacts = {
  method: "GET",
  path: "/x",
  answer: "json",
  query: {
    all: {},
    limit: {},
    timeout: { wire: "t" },
    names: { form: "list" },
    labels: { form: "json" },
    since: { form: "time" },
    filters: { form: "filters" },
    signal: { since: 42 },
    old: { until: 41 },
  },
  filters: { label: {}, until: { since: 44 }, gone: { until: 43 } },
};

function encode(options: Record<string, unknown>, minor = 43): string {
  return encodeQuery("Something", facts, options, "public", minor);
}

describe("encodeQuery", () => {
  test("gives nothing for no options", () => {
    expect(encode({})).toBe("");
    expect(encode({ all: undefined, limit: null })).toBe("");
  });

  test("sends text, numbers and booleans, false and 0 too", () => {
    expect(encode({ all: false, limit: 0, signal: "" })).toBe("all=false&limit=0&signal=");
  });

  test("says the wire's names", () => {
    expect(encode({ timeout: 10 })).toBe("t=10");
  });

  test("escapes what would start another parameter", () => {
    expect(encode({ signal: "a&t=0#?+ é" })).toBe("signal=a%26t%3D0%23%3F%2B%20%C3%A9");
  });

  test("repeats the key of a list", () => {
    expect(encode({ names: ["a", "b c"] })).toBe("names=a&names=b%20c");
    expect(encode({ names: "a" })).toBe("names=a");
    expect(encode({ names: [] })).toBe("");
  });

  test("writes objects as JSON and passes JSON text on", () => {
    expect(encode({ labels: { a: "é" } })).toBe(`labels=${encodeURIComponent('{"a":"é"}')}`);
    expect(encode({ labels: '{"a":"b"}' })).toBe(`labels=${encodeURIComponent('{"a":"b"}')}`);
  });

  test("sends times as Unix seconds", () => {
    expect(encode({ since: new Date(1500) })).toBe("since=1.500");
  });

  test("sends filters as one JSON text, and none where all of them are empty", () => {
    expect(encode({ filters: { label: ["a"] } })).toBe(`filters=${encodeURIComponent('{"label":["a"]}')}`);
    expect(encode({ filters: { label: undefined } })).toBe("");
  });

  test("refuses an option that is not there, and says what is", () => {
    expect(() => encode({ time: 10 })).toThrow(InvalidArgumentError);
    expect(() => encode({ time: 10 })).toThrow(
      "Something has no option time; it takes all, limit, timeout, names, labels, since, filters, signal, old.",
    );
    expect(() => encodeQuery("Nothing", { ...facts, query: undefined }, { a: 1 }, "public", 43)).toThrow(
      "Nothing has no option a; it takes none.",
    );
  });

  test.each(["__proto__", "constructor", "hasOwnProperty"])(
    "refuses the option %s, which every object has",
    (name) => {
      const options = JSON.parse(`{"${name}":"x"}`) as Record<string, unknown>;
      expect(() => encode(options)).toThrow(`has no option ${name}`);
      expect(() => encodeQuery("Something", facts, options, "wire", 43)).toThrow(`has no option ${name}`);
    },
  );

  test("does not take the wire's name for a public one, nor the other way round", () => {
    expect(() => encode({ t: 10 })).toThrow("has no option t");
    expect(encodeQuery("Something", facts, { t: 10 }, "wire", 43)).toBe("t=10");
    expect(() => encodeQuery("Something", facts, { timeout: 10 }, "wire", 43)).toThrow(
      "has no option timeout",
    );
  });

  test("refuses a call without an option that it needs", () => {
    const { ContainerRename } = operations;
    for (const options of [{}, { name: undefined }, { name: null }]) {
      expect(() => encodeQuery("ContainerRename", ContainerRename, options, "public", 43)).toThrow(
        "ContainerRename needs the option name.",
      );
    }
    expect(() => encodeQuery("ContainerResize", operations.ContainerResize, { h: 1 }, "wire", 43)).toThrow(
      "ContainerResize needs the option w.",
    );
  });

  test.each([
    ["NaN", Number.NaN, "NaN"],
    ["infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
    ["an object", {}, "of type object"],
    ["a list", [1], "of type object"],
    ["a function", () => 1, "of type function"],
    ["half of a surrogate pair", "\ud800", "no text"],
  ])("refuses %s", (_, value, what) => {
    expect(() => encode({ limit: value })).toThrow(InvalidArgumentError);
    expect(() => encode({ limit: value })).toThrow(`option limit of Something is ${what}; give`);
  });

  test("refuses what has no JSON", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const labels of [cycle, { a: 1n }, () => 1]) {
      expect(() => encode({ labels })).toThrow(InvalidArgumentError);
    }
    expect(() => encode({ labels: "\ud800" })).toThrow(InvalidArgumentError);
  });

  test("does not show a value that it refuses", () => {
    expect(() => encode({ limit: { password: "hunter2" } })).not.toThrow(/hunter2/);
  });

  test("refuses options that the version does not have yet, or no more", () => {
    expect(() => encode({ signal: "INT" }, 41)).toThrow(UnsupportedVersionError);
    expect(() => encode({ signal: "INT" }, 41)).toThrow(
      "option signal of Something needs API v1.42 or newer, but this client speaks v1.41",
    );
    expect(encode({ signal: "INT" }, 42)).toBe("signal=INT");
    expect(encode({ old: 1 }, 41)).toBe("old=1");
    expect(() => encode({ old: 1 }, 42)).toThrow("option old of Something went away after API v1.41");
    expect(encode({ signal: undefined }, 41)).toBe("");
  });

  test("refuses filters that the version does not have yet, or no more", () => {
    expect(() => encode({ filters: { until: "1h" } }, 43)).toThrow(
      "filter until of Something needs API v1.44 or newer",
    );
    expect(() => encode({ filters: { gone: true } }, 44)).toThrow("filter gone of Something went away");
    expect(encode({ filters: { until: "1h" } }, 44)).toContain("until");
    expect(encode({ filters: { until: undefined } }, 43)).toBe("");
  });
});
