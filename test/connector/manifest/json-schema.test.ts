import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { actionNames, catalogue } from "../../../src/connector/catalogue.js";
import { jsonSchemaManifest } from "../../../src/connector/manifest/json-schema.js";
import { doubles } from "./known-platforms.js";

const manifest = jsonSchemaManifest();
const ajv = new Ajv({ strict: true });
for (const keyword of ["x-entity", "x-secret", "x-since", "x-until"]) ajv.addKeyword(keyword);

describe("the manifest in JSON Schema", () => {
  test("is the same each time, and plain JSON", () => {
    expect(JSON.stringify(jsonSchemaManifest())).toBe(JSON.stringify(manifest));
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });

  test("has every action of the catalogue once, with what it does and its other names", () => {
    expect(manifest.actions.map(({ name }) => name)).toEqual(catalogue.map(({ name }) => name));
    for (const { name, aliases, readOnly, destructive, idempotent } of manifest.actions) {
      expect(doubles([name, ...aliases])).toEqual([]);
      for (const alias of aliases) expect(actionNames.get(alias)?.name, alias).toBe(name);
      expect(actionNames.get(name)?.effect).toEqual({ readOnly, destructive, idempotent });
    }
  });

  test("has schemas that hold values against what an action takes", () => {
    for (const { input, output } of manifest.actions)
      for (const schema of [input, output]) ajv.compile(schema);
    const stop = manifest.actions.find(({ name }) => name === "stop_container");
    const check = ajv.compile(stop?.input ?? {});
    expect(check({ id: "web", timeout: 10 })).toBe(true);
    expect(check({ timeout: 10 })).toBe(false);
    expect(check({ id: "web", timeout: "10" })).toBe(false);
    expect(ajv.compile(manifest.configuration)({ url: "https://10.0.0.5:2376" })).toBe(true);
  });
});
