import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { actionNames, catalogue } from "../../../src/connector/catalogue.js";
import { xsoarManifest, xsoarYaml } from "../../../src/connector/manifest/xsoar.js";
import { plain } from "../../../src/connector/names.js";
import { fromPlatform } from "../../../src/connector/projection/from-platform.js";
import { readInput } from "../../../src/connector/read-input.js";
import { settingFields } from "../../../src/connector/settings.js";
import { doubles, faultsOf, knownPlatforms, missing } from "./known-platforms.js";

const manifest = xsoarManifest();
const {
  configuration,
  script: { commands },
} = manifest;

/** The platform's rules for integrations, as its own checks have them. */
const schema = {
  type: "object",
  additionalProperties: false,
  required: ["commonfields", "name", "display", "category", "description", "configuration", "script"],
  properties: {
    commonfields: {
      type: "object",
      required: ["id", "version"],
      properties: { id: { type: "string" }, version: { type: "integer" } },
    },
    name: { type: "string" },
    display: { type: "string" },
    category: { const: "IT Services" },
    description: { type: "string" },
    fromversion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
    tests: { type: "array", items: { type: "string" } },
    configuration: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name", "type", "required"],
        properties: {
          name: { type: "string" },
          display: { type: "string", minLength: 1 },
          displaypassword: { type: "string", minLength: 1 },
          hiddenusername: { const: true },
          type: { enum: [0, 4, 8, 9, 12, 15, 16] },
          required: { type: "boolean" },
          additionalinfo: { type: "string", minLength: 3 },
          defaultvalue: { type: "string" },
          options: { type: "array", items: { type: "string" }, minItems: 1 },
        },
      },
    },
    script: {
      type: "object",
      additionalProperties: false,
      required: ["script", "type", "subtype", "commands"],
      properties: {
        script: { type: "string", minLength: 1 },
        type: { const: "python" },
        subtype: { const: "python3" },
        dockerimage: { type: "string" },
        runonce: { type: "boolean" },
        commands: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["name", "description", "arguments", "outputs"],
            properties: {
              name: { type: "string", pattern: "^docker(-[a-z]+)+$" },
              description: { type: "string", minLength: 3 },
              execution: { const: true },
              arguments: {
                type: "array",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["name", "description"],
                  properties: {
                    name: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_]*$" },
                    description: { type: "string", minLength: 3 },
                    required: { const: true },
                    isArray: { const: true },
                    secret: { const: true },
                    auto: { const: "PREDEFINED" },
                    predefined: { type: "array", items: { type: "string" }, minItems: 1 },
                    defaultValue: { type: "string" },
                  },
                },
              },
              outputs: {
                type: "array",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["contextPath", "description", "type"],
                  properties: {
                    contextPath: { type: "string", pattern: "^Docker\\.[A-Za-z]+" },
                    description: { type: "string", minLength: 3 },
                    type: { enum: ["String", "Number", "Boolean", "Date", "Unknown"] },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** The action that a command's module asks for. */
function actionOf(command: string) {
  const { action } = fromPlatform("xsoar", { config: {}, action: command, params: {} });
  return actionNames.get(action);
}

describe("the manifest for XSOAR", () => {
  test("is as the platform wants it", () => {
    const check = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);
    expect(check(manifest), JSON.stringify(check.errors)).toBe(true);
  });

  test("is the same each time, and the same as YAML", () => {
    expect(JSON.stringify(xsoarManifest())).toBe(JSON.stringify(manifest));
    expect(parse(xsoarYaml())).toEqual(manifest);
    expect(parse(xsoarYaml(), { version: "1.1" })).toEqual(manifest);
  });

  test("has a command for every action of the catalogue but the test, which is a call of its own", () => {
    expect(doubles(commands.map(({ name }) => name))).toEqual([]);
    const found = new Set(commands.map(({ name }) => actionOf(name)?.name));
    const wanted = catalogue.map(({ name }) => name).filter((name) => name !== "test_connectivity");
    expect([...found]).toEqual(wanted);
  });

  test("has all commands that there were, also those that no form offered (X10)", () => {
    const names = commands.map(({ name }) => name);
    const known = knownPlatforms.xsoar.filter(({ name }) => name !== "test-module");
    expect(known.filter(({ published }) => published)).toHaveLength(42);
    expect(known).toHaveLength(87);
    expect(names).toEqual(expect.arrayContaining(known.map(({ name }) => name)));
  });

  test.each(knownPlatforms.xsoar.filter(({ name }) => name !== "test-module"))(
    "has $name with the arguments that playbooks give",
    (known) => {
      const found = commands.find(({ name }) => name === known.name);
      const names = found?.arguments.map(({ name }) => plain(name));
      expect(names).toEqual(expect.arrayContaining(known.parameters.map(plain)));
    },
  );

  test.each(commands.map((command) => [command.name, command] as const))(
    "%s has each argument once, and takes what its form sends when nobody touched it",
    (name, command) => {
      const { input = {} } = actionOf(name) ?? {};
      expect(doubles(command.arguments.map(({ name }) => name))).toEqual([]);
      expect(command.arguments.map(({ required = false }) => required)).toEqual(
        Object.values(input).map(({ required }) => required),
      );
      const sent = Object.fromEntries(
        command.arguments.map(({ name, defaultValue }) => [name, defaultValue ?? ""]),
      );
      expect(faultsOf(input, sent)).toBe(missing(input));
    },
  );

  test("tells where results stand in the context (X8, X9)", () => {
    const paths = (command: string) =>
      commands
        .find(({ name }) => name === command)
        ?.outputs.map(({ contextPath, type }) => [contextPath, type]);
    expect(paths("docker-container-list")).toEqual(
      expect.arrayContaining([
        ["Docker.ContainerSummary.Id", "String"],
        ["Docker.ContainerSummary.Created", "Number"],
        ["Docker.ContainerSummary.Labels", "Unknown"],
      ]),
    );
    expect(paths("docker-container-delete")).toEqual([["Docker.ContainerDelete.Status Code", "Number"]]);
    expect(paths("docker-container-create")).toContainEqual(["Docker.Id", "String"]);
    expect(paths("docker-exec-container")).toContainEqual(["Docker.ExecContainer.exitCode", "Number"]);
  });

  test("asks before what destroys something is done by hand", () => {
    const asked = commands.filter(({ execution }) => execution).map(({ name }) => name);
    expect(asked).toEqual(expect.arrayContaining(["docker-container-delete", "docker-volume-prune"]));
    expect(asked).not.toContain("docker-container-list");
  });

  test("has the settings that instances have, by their names and types (X2–X5)", () => {
    const types = Object.fromEntries(configuration.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      url: 0,
      client_certificate: 12,
      client_key: 9,
      ca_certificate: 12,
      insecure: 8,
      proxy: 8,
      identitytoken: 4,
      "Registry Username": 9,
      registry_serveraddress: 0,
    });
    expect(doubles(configuration.map(({ name }) => name))).toEqual([]);
    expect(configuration.filter(({ required }) => required).map(({ name }) => name)).toEqual(["url"]);
    expect(configuration.filter(({ type }) => type !== 9).every(({ display }) => display)).toBe(true);
    expect(
      configuration.filter(({ type }) => type === 9).every(({ displaypassword }) => displaypassword),
    ).toBe(true);
  });

  test("has a form of settings whose defaults make a connector", () => {
    const sent = configuration.map(({ name, type, defaultvalue = "" }) => [
      name,
      type === 8
        ? defaultvalue === "true"
        : type === 9
          ? { identifier: "", password: "", credentials: {} }
          : defaultvalue,
    ]);
    const config = { ...Object.fromEntries(sent), url: "https://10.0.0.5:2376" };
    const request = fromPlatform("xsoar", { config, action: "docker-system-info", params: {} });
    expect(readInput(settingFields, request.config, "it")).toMatchObject({
      url: "https://10.0.0.5:2376",
      insecure: false,
    });
  });

  test("can hold the integration's code and name its image", () => {
    const script = 'import os\n\n\ndef main():\n    print("a: b # c")\n    # 100 %\n';
    const text = xsoarYaml({ script, dockerImage: "registry.example/soar/docker-engine:1" });
    expect(text).toContain('  script: |\n    import os\n\n\n    def main():\n        print("a: b # c")\n');
    expect(parse(text).script).toMatchObject({
      script,
      dockerimage: "registry.example/soar/docker-engine:1",
    });
    expect(parse(xsoarYaml()).script).toMatchObject({ script: "-" });
  });
});
