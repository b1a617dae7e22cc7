import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { actionNames, catalogue } from "../../../src/connector/catalogue.js";
import { fortisoarManifest } from "../../../src/connector/manifest/fortisoar.js";
import { plain } from "../../../src/connector/names.js";
import { readInput } from "../../../src/connector/read-input.js";
import { settingFields } from "../../../src/connector/settings.js";
import { doubles, faultsOf, knownPlatforms, missing } from "./known-platforms.js";

const manifest = fortisoarManifest();
const { operations, configuration } = manifest;

/** The platform's rules for its forms, as they are documented. */
const field = {
  type: "object",
  additionalProperties: false,
  required: ["title", "name", "type", "description", "required", "visible", "editable"],
  properties: {
    title: { type: "string", minLength: 1 },
    name: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_]*$" },
    type: {
      enum: ["text", "password", "integer", "checkbox", "select", "multiselect", "datetime", "json", "file"],
    },
    description: { type: "string", minLength: 3 },
    tooltip: { type: "string", minLength: 3 },
    required: { type: "boolean" },
    visible: { const: true },
    editable: { const: true },
    value: { type: ["string", "number", "boolean"] },
    options: { type: "array", items: { type: "string" }, minItems: 1 },
  },
};
const schema = {
  type: "object",
  required: [
    "name",
    "version",
    "label",
    "description",
    "publisher",
    "category",
    "configuration",
    "operations",
  ],
  properties: {
    configuration: {
      type: "object",
      required: ["fields"],
      properties: { fields: { type: "array", items: field } },
    },
    operations: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: [
          "operation",
          "title",
          "description",
          "category",
          "annotation",
          "parameters",
          "output_schema",
          "enabled",
        ],
        properties: {
          operation: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
          title: { type: "string", minLength: 3 },
          description: { type: "string", minLength: 3 },
          category: { enum: ["investigation", "remediation", "miscellaneous"] },
          annotation: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
          parameters: { type: "array", items: field },
          output_schema: { type: ["object", "array"] },
          enabled: { const: true },
        },
      },
    },
  },
};

describe("the manifest for FortiSOAR", () => {
  test("is as the platform wants it", () => {
    const check = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
    expect(check(manifest), JSON.stringify(check.errors)).toBe(true);
  });

  test("is the same each time, and plain JSON", () => {
    expect(JSON.stringify(fortisoarManifest())).toBe(JSON.stringify(manifest));
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });

  test("has every action of the catalogue once but the test, which is a call of its own", () => {
    expect(operations).toHaveLength(catalogue.length - 1);
    expect(doubles(operations.map(({ operation }) => operation))).toEqual([]);
    expect(operations.map(({ operation }) => actionNames.get(operation)?.name)).toEqual(
      catalogue.map(({ name }) => name).filter((name) => name !== "test_connectivity"),
    );
  });

  test("has all operations that there were", () => {
    const names = operations.map(({ operation }) => operation);
    expect(names).toEqual(expect.arrayContaining(knownPlatforms.fortisoar.map(({ name }) => name)));
    expect(knownPlatforms.fortisoar.filter(({ published }) => published)).toHaveLength(50);
  });

  test.each(knownPlatforms.fortisoar)(
    "has $name with the parameters that playbooks give (F17, F18)",
    (known) => {
      const found = operations.find(({ operation }) => operation === known.name);
      const names = found?.parameters.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...known.parameters]));
    },
  );

  test.each(operations.map((operation) => [operation.operation, operation] as const))(
    "%s has each parameter once, and takes what its form sends when nobody touched it",
    (name, { parameters }) => {
      const { input = {} } = actionNames.get(name) ?? {};
      expect(doubles(parameters.map(({ name }) => name))).toEqual([]);
      expect(parameters.map(({ required }) => required)).toEqual(
        Object.values(input).map(({ required }) => required),
      );
      const sent = Object.fromEntries(parameters.map(({ name, value }) => [name, value ?? ""]));
      expect(faultsOf(input, sent)).toBe(missing(input));
    },
  );

  test("tells what only looks from what changes and what destroys (F22)", () => {
    const category = (name: string) => operations.find(({ operation }) => operation === name)?.category;
    expect(category("list_containers")).toBe("investigation");
    expect(category("create_container")).toBe("miscellaneous");
    expect(category("remove_container")).toBe("remediation");
    expect(category("prune_images")).toBe("remediation");
  });

  test("gives an example of what comes back: a list, an object, or a sentence (F-2.3-16)", () => {
    const schema = (name: string) => operations.find(({ operation }) => operation === name)?.output_schema;
    expect(schema("list_containers")).toEqual([expect.objectContaining({ Id: "", Names: [], Labels: {} })]);
    expect(schema("container_commit")).toEqual({ Id: "" });
    expect(schema("stop_container")).toEqual({ result: "", message: "", status_code: "" });
    expect(schema("list_volumes")).toEqual({ Volumes: [], Warnings: [] });
  });

  test("has checkboxes only where what they send is right for every engine", () => {
    const create = operations.find(({ operation }) => operation === "create_network");
    const type = (name: string) => create?.parameters.find((parameter) => parameter.name === name)?.type;
    expect(type("Internal")).toBe("checkbox");
    // Sent to an engine that does not know it, it would fail; so it can be left blank.
    expect(type("EnableIPv4")).toBe("select");
  });

  test("asks for the engine's address, and certificates as files, and checks certificates unless told not to (F1, F6, F7)", () => {
    const { fields } = configuration;
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(["server_address"]);
    const files = fields.filter(({ type }) => type === "file").map(({ name }) => name);
    expect(files).toEqual(["cert_path", "key_path", "ca_cert_path"]);
    expect(fields.find(({ name }) => name === "verify_ssl")).toMatchObject({ type: "checkbox", value: true });
    const names = fields.map(({ name }) => name);
    expect(doubles(names)).toEqual([]);
    const sources = [
      "authentication_type",
      "protocol",
      "server_address",
      "port",
      "api_version",
      "registry_server",
    ];
    const more = [
      "registry_username",
      "registry_password",
      "timeout",
      "rate_limit",
      "retry_attempts",
      "retry_delay",
    ];
    expect(names).toEqual(
      expect.arrayContaining([...sources, ...more, "username", "password", "access_token"]),
    );
  });

  test("has a form of settings whose defaults make a connector", () => {
    const sent = Object.fromEntries(configuration.fields.map(({ name, value }) => [name, value ?? ""]));
    const settings = readInput(settingFields, { ...sent, server_address: "10.0.0.5" }, "it");
    expect(settings).toMatchObject({ host: "10.0.0.5", protocol: "https", timeout: 60, rateLimit: 60 });
  });

  test("keeps secrets in fields that are not shown", () => {
    const secrets = Object.entries(settingFields)
      .filter(([name, field]) => "secret" in field && name !== "clientKey")
      .map(([name]) => plain(name));
    const hidden = configuration.fields
      .filter(({ type }) => type === "password")
      .map(({ name }) => plain(name));
    expect(hidden).toEqual(secrets);
  });
});
