import { describe, expect, test } from "vitest";
import { jsonBody, tarBody } from "../../src/client/request-body.js";
import { InvalidArgumentError } from "../../src/errors.js";

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
