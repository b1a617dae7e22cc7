import { describe, expect, test } from "vitest";
import { Presence } from "../../../scripts/generate/presence.js";
import type { Schema } from "../../../scripts/spec/model.js";

const object = (properties: Record<string, Schema>): Schema => ({ type: "object", properties });
const text: Schema = { type: "string" };

describe("presence", () => {
  test("a field that is there all along has no span", () => {
    const presence = told([40, object({ a: text })], [41, object({ a: text })]);
    expect(presence.span(".a", "")).toEqual({});
  });

  test("a field that comes or goes while its object is told has one", () => {
    const presence = told(
      [40, object({ old: text, always: text })],
      [41, object({ old: text, always: text })],
      [42, object({ new: text, always: text })],
    );
    expect(presence.span(".old", "")).toEqual({ until: 41 });
    expect(presence.span(".new", "")).toEqual({ since: 42 });
  });

  test("a field that is only told late is no new field", () => {
    const presence = told(
      [40, { type: "object" }],
      [41, object({ a: text })],
      [42, object({ a: text, b: text })],
    );
    expect(presence.span(".a", "")).toEqual({});
    expect(presence.span(".b", "")).toEqual({ since: 42 });
  });

  test("what stands in a new field is not new by itself", () => {
    const presence = told([40, object({})], [41, object({ outer: object({ inner: text }) })]);
    expect(presence.span(".outer", "")).toEqual({ since: 41 });
    expect(presence.span(".outer.inner", ".outer")).toEqual({});
  });

  test("follows references, arrays, maps and members of an allOf", () => {
    const presence = new Presence();
    const schema: Schema = {
      allOf: [
        { $ref: "#/definitions/Base" },
        object({ list: { type: "array", items: object({ a: text }) } }),
      ],
    };
    presence.visit("", schema, 40, () =>
      object({ map: { type: "object", additionalProperties: object({ b: text }) } }),
    );
    expect(presence.addresses()).toEqual(["", ".list", ".list[]", ".list[].a", ".map", ".map{}", ".map{}.b"]);
  });
});

function told(...versions: [number, Schema][]): Presence {
  const presence = new Presence();
  for (const [version, schema] of versions) presence.visit("", schema, version, () => undefined);
  return presence;
}
