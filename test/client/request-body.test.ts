import { describe, expect, test } from "vitest";
import { encodeBody, jsonBody, tarBody } from "../../src/client/request-body.js";
import { InvalidArgumentError } from "../../src/errors.js";

describe("encodeBody", () => {
  test("leaves out what is not there, and writes what is there as its operation wants it", () => {
    const json = { method: "POST", path: "/", answer: "empty", body: "json" } as const;
    expect(encodeBody(json, undefined)).toBeUndefined();
    expect(encodeBody(json, null)).toBe("null");
    const bytes = new Uint8Array(1);
    expect(encodeBody({ ...json, body: "tar" }, bytes)).toBe(bytes);
  });
});

describe("jsonBody", () => {
  test("writes JSON", () => {
    expect(jsonBody({ a: ["é", null], b: undefined })).toBe('{"a":["é",null]}');
  });

  test("refuses what has none", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const body of [cycle, { a: 1n }]) expect(() => jsonBody(body)).toThrow(InvalidArgumentError);
  });
});

describe("tarBody", () => {
  test("passes on what gives bytes, as it is", () => {
    const sources = [new Uint8Array(1), Buffer.alloc(1), new ReadableStream(), (async function* () {})()];
    for (const source of sources) expect(tarBody(source)).toBe(source);
  });

  test.each([
    ["a path", "./a.tar"],
    ["an object", {}],
    ["null", null],
    ["a list", [1]],
  ])("refuses %s", (_, body) => {
    expect(() => tarBody(body)).toThrow(InvalidArgumentError);
    expect(() => tarBody(body)).toThrow("A tar archive is given as bytes");
  });
});
