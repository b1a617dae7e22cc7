import { describe, expect, test } from "vitest";
import { stripProse } from "../../../scripts/spec/strip.js";

describe("stripping the prose from a document", () => {
  test("keeps what is a fact and drops what is prose", () => {
    const { facts, unknownKeys } = stripProse(
      document({
        definitions: {
          Port: {
            description: "An open port",
            title: "Port",
            type: "object",
            example: { IP: "::" },
            required: ["IP"],
            properties: {
              IP: { description: "Host", type: "string", format: "ip-address", "x-go-name": "Ip" },
            },
          },
        },
      }),
    );
    expect(unknownKeys).toEqual([]);
    expect(facts.definitions).toEqual({
      Port: {
        type: "object",
        required: ["IP"],
        properties: { IP: { type: "string", format: "ip-address" } },
      },
    });
    expect(facts.info).toEqual({ version: "1.43" });
  });

  test("keeps properties, parameters and definitions that only have the name of a word for prose", () => {
    const field = { description: "prose", type: "string" };
    const { facts, unknownKeys } = stripProse(
      document({
        definitions: {
          title: { type: "object", properties: { description: field, example: field, summary: field } },
        },
        paths: {
          "/search": {
            get: operation({
              parameters: [{ name: "description", in: "query", description: "prose", type: "string" }],
              responses: {
                200: {
                  description: "no error",
                  schema: { type: "array", items: { type: "object", properties: { description: field } } },
                },
              },
            }),
          },
        },
      }),
    );
    expect(unknownKeys).toEqual([]);
    expect(facts.definitions.title?.properties).toEqual({
      description: { type: "string" },
      example: { type: "string" },
      summary: { type: "string" },
    });
    const search = facts.paths["/search"]?.get;
    expect(search?.parameters).toEqual([{ name: "description", in: "query", type: "string" }]);
    expect(search?.responses[200]?.schema?.items?.properties).toEqual({ description: { type: "string" } });
    expect(JSON.stringify(facts)).not.toMatch(/prose|no error/);
  });

  test("reports every key that it does not know, with its place, and keeps none of them", () => {
    const { facts, unknownKeys } = stripProse({
      ...document({
        definitions: {
          A: { type: "object", "x-new": 1, properties: { b: { type: "string", deprecated: true } } },
        },
        paths: {
          "/a": {
            get: operation({ deprecated: true, responses: { 200: { headers: { H: { "x-h": 1 } } } } }),
            patch: {},
          },
        },
      }),
      webhooks: {},
    });
    expect(unknownKeys.sort()).toEqual([
      "(root): webhooks",
      "/a: patch",
      "A.b: deprecated",
      "A: x-new",
      "get /a 200 H: x-h",
      "get /a: deprecated",
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/x-new|deprecated|webhooks|patch|x-h/);
  });

  test("goes into maps, arrays and the members of an allOf", () => {
    const inner = { type: "string", description: "prose" };
    const { facts } = stripProse(
      document({
        definitions: {
          A: { allOf: [{ $ref: "#/definitions/B" }, { additionalProperties: inner }] },
          B: { type: "array", items: inner },
          C: { additionalProperties: false },
        },
      }),
    );
    expect(facts.definitions).toEqual({
      A: { allOf: [{ $ref: "#/definitions/B" }, { additionalProperties: { type: "string" } }] },
      B: { type: "array", items: { type: "string" } },
      C: { additionalProperties: false },
    });
  });

  test("refuses what is not shaped like a document", () => {
    expect(() => stripProse("text")).toThrow(TypeError);
    expect(() => stripProse(document({ definitions: { A: [] } }))).toThrow("expected an object");
  });
});

function document(parts: object): object {
  return {
    swagger: "2.0",
    info: { title: "Docker Engine API", version: "1.43", description: "prose" },
    definitions: {},
    paths: {},
    ...parts,
  };
}

function operation(parts: object): object {
  return { operationId: "Search", summary: "prose", tags: ["A"], responses: {}, ...parts };
}
