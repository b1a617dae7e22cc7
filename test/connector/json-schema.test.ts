import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/connector/catalogue.js";
import { text } from "../../src/connector/field.js";
import { inputSchema, outputSchema, settingsSchema } from "../../src/connector/json-schema.js";

/** Words of our own are allowed, everything else is held against the draft. */
const ajv = new Ajv({ strict: true });
for (const keyword of ["x-entity", "x-secret", "x-since", "x-until"]) ajv.addKeyword(keyword);

describe("the JSON Schemas", () => {
  test.each(catalogue.map((action) => [action.name, action] as const))("of %s are valid", (_name, action) => {
    const { title, description, ...schema } = inputSchema(action);
    expect({ title, description }).toEqual({ title: action.title, description: action.description });
    const check = ajv.compile(schema);
    const required = Object.entries(action.input).filter(([, { required }]) => required);
    expect(schema.required ?? []).toEqual(required.map(([name]) => name));
    expect(check({ "no such parameter": 1 })).toBe(false);
    ajv.compile(outputSchema(action));
  });

  test("of an output mark a secret as one that can be read", () => {
    const output = { UnlockKey: text("A key.", { secret: true }) };
    expect(outputSchema({ output }).properties).toEqual({
      UnlockKey: { type: "string", description: "A key.", "x-secret": true },
    });
  });

  test("of the settings marks what is secret", () => {
    const schema = settingsSchema();
    ajv.compile(schema);
    const properties = schema.properties as Record<string, { writeOnly?: boolean }>;
    const secret = Object.keys(properties).filter((name) => properties[name]?.writeOnly);
    expect(secret).toEqual([
      "password",
      "accessToken",
      "clientKey",
      "clientKeyPassphrase",
      "registryIdentityToken",
      "registryPassword",
      "registryConfig",
    ]);
  });
});
