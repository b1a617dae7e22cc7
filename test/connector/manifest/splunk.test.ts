import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { actionNames, catalogue } from "../../../src/connector/catalogue.js";
import { splunkManifest } from "../../../src/connector/manifest/splunk.js";
import { plain } from "../../../src/connector/names.js";
import { readInput } from "../../../src/connector/read-input.js";
import { settingFields } from "../../../src/connector/settings.js";
import { doubles, faultsOf, knownPlatforms, missing } from "./known-platforms.js";

const manifest = splunkManifest();
const { actions, configuration } = manifest;

/** The platform's rules for its forms and results, as they are documented. */
const parameter = {
  type: "object",
  additionalProperties: false,
  required: ["description", "data_type", "order", "required"],
  properties: {
    description: { type: "string", minLength: 3 },
    data_type: { enum: ["string", "numeric", "boolean", "password"] },
    order: { type: "integer", minimum: 0 },
    required: { type: "boolean" },
    default: { type: ["string", "number", "boolean"] },
    value_list: { type: "array", items: { type: "string" }, minItems: 1 },
    contains: { type: "array", items: { type: "string" }, minItems: 1 },
    primary: { const: true },
  },
};
const action = {
  type: "object",
  additionalProperties: false,
  required: ["action", "identifier", "description", "type", "read_only", "parameters", "output", "versions"],
  properties: {
    action: { type: "string", pattern: "^[a-z0-9]+( [a-z0-9]+)*$" },
    identifier: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
    description: { type: "string", minLength: 3 },
    type: { enum: ["test", "investigate", "generic"] },
    read_only: { type: "boolean" },
    parameters: { type: "object", additionalProperties: parameter },
    output: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["data_path", "data_type"],
        properties: {
          data_path: { type: "string", pattern: "^(action_result|summary)(\\.[^.]+)+$" },
          data_type: { enum: ["string", "numeric", "boolean", "password"] },
          contains: { type: "array", items: { type: "string" }, minItems: 1 },
          example_values: { type: "array", minItems: 1 },
          column_name: { type: "string", minLength: 1 },
          column_order: { type: "integer", minimum: 0 },
        },
      },
    },
    render: { const: { type: "table" } },
    versions: { const: "EQ(*)" },
  },
};
const schema = {
  type: "object",
  required: [
    ...["appid", "name", "description", "type", "product_vendor", "product_name", "product_version_regex"],
    ...["publisher", "license", "app_version", "package_name", "main_module", "min_phantom_version", "logo"],
  ],
  properties: {
    appid: {
      type: "string",
      pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
    },
    configuration: { type: "object", additionalProperties: parameter },
    actions: { type: "array", items: action },
  },
};

describe("the manifest for Splunk SOAR", () => {
  test("is as the platform wants it", () => {
    const check = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
    expect(check(manifest), JSON.stringify(check.errors)).toBe(true);
  });

  test("is the same each time, and plain JSON", () => {
    expect(JSON.stringify(splunkManifest())).toBe(JSON.stringify(manifest));
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });

  test("has every action of the catalogue once, and finds each by both its names", () => {
    expect(actions).toHaveLength(catalogue.length);
    expect(doubles(actions.map(({ identifier }) => identifier))).toEqual([]);
    expect(doubles(actions.map(({ action }) => action))).toEqual([]);
    actions.forEach(({ action, identifier }, index) => {
      expect(actionNames.get(identifier)).toBe(catalogue[index]);
      expect(actionNames.get(action)).toBe(catalogue[index]);
    });
  });

  test.each(knownPlatforms.splunk)("has $name as playbooks know it (S13)", (known) => {
    const found = actions.find(({ identifier }) => identifier === known.identifier);
    expect(found).toMatchObject({ action: known.name, type: known.type, read_only: known.readOnly });
    const parameters = Object.keys(found?.parameters ?? {});
    expect(parameters).toEqual(expect.arrayContaining([...known.parameters]));
  });

  test.each(actions.map((action) => [action.identifier, action] as const))(
    "gives %s the parameters of its action, in an order without holes",
    (identifier, { parameters, type, output }) => {
      const input = type === "test" ? {} : (actionNames.get(identifier)?.input ?? {});
      expect(Object.values(parameters).map(({ order }) => order)).toEqual(
        Object.keys(input).map((_, i) => i),
      );
      expect(Object.values(parameters).map(({ required }) => required)).toEqual(
        Object.values(input).map(({ required }) => required),
      );
      const paths = output.map(({ data_path }) => data_path);
      expect(doubles(paths)).toEqual([]);
      const columns = output.flatMap(({ column_order }) =>
        column_order === undefined ? [] : [column_order],
      );
      expect(columns).toEqual(columns.map((_, i) => i));
      if (type === "test") return;
      expect(paths).toEqual(
        expect.arrayContaining([
          ...Object.keys(parameters).map((name) => `action_result.parameter.${name}`),
          "action_result.status",
          "action_result.message",
          "summary.total_objects",
          "summary.total_objects_successful",
        ]),
      );
    },
  );

  test.each(actions.map((action) => [action.identifier, action] as const))(
    "%s takes what its form sends when nobody touched it, and understands each name",
    (identifier, { parameters, type }) => {
      if (type === "test") return;
      const { input = {} } = actionNames.get(identifier) ?? {};
      const sent = Object.fromEntries(
        Object.entries(parameters).map(([name, { default: value }]) => [name, value ?? ""]),
      );
      // What must be given and was left blank is told; nothing is unknown, given twice or of a wrong kind.
      expect(faultsOf(input, sent)).toBe(missing(input));
    },
  );

  test("marks ids so that results lead to actions, container ids by the name that they have had (S11)", () => {
    const stop = actions.find(({ identifier }) => identifier === "stop_a_container");
    expect(stop?.parameters.id).toMatchObject({ contains: ["docker container id"], primary: true });
    const list = actions.find(({ identifier }) => identifier === "list_container");
    expect(list?.output).toContainEqual({
      data_path: "action_result.data.*.containers.*.Id",
      data_type: "string",
      contains: ["docker container id"],
      column_name: "Id",
      column_order: 0,
    });
  });

  test.each([
    ["get_changes_of_a_container_filesystem", "filesystem.*.Path", "filesystem_data"],
    ["inspect_a_container", "containerStats", "containerStats_data"],
    ["inspect_a_container", "container.Id", "containerStats_data"],
    ["update_a_container", "update_stats.Warnings", "update_data"],
    ["restart_a_container", "restart_stats", "restart_data"],
    ["export_a_container", "export_stat.path", "export_data"],
    ["list_container", "containers.*.Names", "container_summary"],
    ["stop_a_container", "pause", "stop_data"],
    ["start_a_container", "unpause", "unpause_data"],
    ["list_images", "images.*.RepoTags", "image_data"],
    ["rename_container", "rename", "rename_data"],
    ["kill_container", "kill", "kill_data"],
    ["remove_container", "remove container", "remove_container_data"],
    ["delete_stopped", "prune.SpaceReclaimed", "prune_data"],
    ["remove_image", "delete image.*.Untagged", "delete_image_data"],
    ["delete_unused", "unused_images.SpaceReclaimed", "unused_images_data"],
    ["delete_builder_cache", "cache.SpaceReclaimed", "cache_data"],
    ["snapshot_of_a_container", "snapshot.Id", "snapshot_data"],
    ["create_a_container", "create.Warnings", "create_data"],
  ])("tells where the data of %s stands: %s, and its summary (S9, S10)", (identifier, path, summary) => {
    const paths = actions
      .find((action) => action.identifier === identifier)
      ?.output.map(({ data_path }) => data_path);
    expect(paths).toContain(`action_result.data.*.${path}`);
    expect(paths).toContain(`action_result.summary.${summary}`);
  });

  test("names no parameter as the platform's own one, which stands among all parameters", () => {
    expect(actions.filter(({ parameters }) => "context" in parameters)).toEqual([]);
    const build = actions.find(({ identifier }) => identifier === "build_image");
    expect(build?.parameters).toHaveProperty("Context");
  });

  test("asks for the engine's address by the name that assets have, and for nothing else that must be given (S1, S2)", () => {
    const required = Object.entries(configuration).filter(([, { required }]) => required);
    expect(required.map(([name]) => name)).toEqual(["host_ip"]);
    expect(configuration.verify_server_cert).toMatchObject({ data_type: "boolean", default: true });
    expect(Object.values(configuration).map(({ order }) => order)).toEqual(
      Object.keys(configuration).map((_, index) => index),
    );
  });

  test("has a form of settings whose defaults make a connector", () => {
    const sent = Object.fromEntries(
      Object.entries(configuration).map(([name, { default: value }]) => [name, value ?? ""]),
    );
    expect(readInput(settingFields, { ...sent, host_ip: "10.0.0.5" }, "it")).toMatchObject({
      url: "10.0.0.5",
    });
  });

  test("keeps secrets in fields that are not shown", () => {
    const secrets = Object.entries(settingFields).filter(([, field]) => "secret" in field);
    const hidden = Object.entries(configuration).filter(([, { data_type }]) => data_type === "password");
    expect(hidden.map(([name]) => plain(name))).toEqual(secrets.map(([name]) => plain(name)));
  });

  test("can be made of fewer actions, and with another version", () => {
    const some = splunkManifest({
      actions: catalogue.filter(({ effect }) => effect.readOnly),
      version: "2.1.0",
    });
    expect(some.app_version).toBe("2.1.0");
    expect(some.actions.length).toBeGreaterThan(20);
    expect(some.actions.filter(({ read_only }) => !read_only)).toEqual([]);
  });
});
