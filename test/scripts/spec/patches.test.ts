import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import type { Operation, Spec } from "../../../scripts/spec/model.js";
import { applyPatches, type Patch, readPatches, type Step } from "../../../scripts/spec/patches.js";

describe("patches", () => {
  let specs: Spec[];

  beforeEach(() => {
    specs = ["1.40", "1.41", "1.42"].map(specOf);
  });

  test("apply to the versions of their range, and to all without one", () => {
    apply({ replace: "Port.IP", schema: { type: "integer" } }, "1.41..1.42");
    expect(specs.map(({ definitions }) => definitions.Port?.properties?.IP?.type)).toEqual([
      "string",
      "integer",
      "integer",
    ]);
    apply({ remove: "Port.IP" });
    expect(specs.map(({ definitions }) => definitions.Port?.properties)).toEqual([
      { Type: { type: "string" } },
      { Type: { type: "string" } },
      { Type: { type: "string" } },
    ]);
    expect(newest().definitions.Port?.required).toEqual([]);
  });

  test("give each version a copy, so that a mark in one is none in another", () => {
    apply({ add: "Port.New", schema: { type: "object", properties: { a: { type: "string" } } } });
    apply({ always: ["Port.New.a"] }, "1.42");
    expect(specs.map(({ definitions }) => definitions.Port?.properties?.New?.properties?.a?.always)).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  test("add and define what is not there yet", () => {
    apply({ add: "Port.New", schema: { type: "boolean" } });
    apply({ define: "Extra", schema: { type: "object" } });
    expect(newest().definitions.Port?.properties?.New).toEqual({ type: "boolean" });
    expect(newest().definitions.Extra).toEqual({ type: "object" });
  });

  test("rename a property in its place and in the list of required ones", () => {
    apply({ rename: "Port.IP", to: "Address" });
    expect(Object.keys(newest().definitions.Port?.properties ?? {})).toEqual(["Address", "Type"]);
    expect(newest().definitions.Port?.required).toEqual(["Address"]);
  });

  test("mark places as nullable, always sent or optional", () => {
    apply({ nullable: ["Port.Type", "PortList 200"] });
    apply({ always: ["Port.Type"] });
    apply({ optional: ["Port.IP"] });
    expect(newest().definitions.Port).toEqual({
      type: "object",
      required: [],
      properties: { IP: { type: "string" }, Type: { type: "string", "x-nullable": true, always: true } },
    });
    expect(list().responses[200]?.schema).toEqual({
      type: "array",
      items: { $ref: "#/definitions/Port" },
      "x-nullable": true,
    });
  });

  test("mark what a later patch brings, as marks come last", () => {
    applyPatches(specs, [
      patch({ always: ["Port.New"] }),
      patch({ add: "Port.New", schema: { type: "string" } }),
    ]);
    expect(newest().definitions.Port?.properties?.New).toEqual({ type: "string", always: true });
  });

  test("mark what is in some of the versions only, but not what is in none", () => {
    apply({ add: "Port.New", schema: { type: "string" } }, "1.42");
    apply({ always: ["Port.New"] });
    expect(newest().definitions.Port?.properties?.New?.always).toBe(true);
    expect(() => apply({ always: ["Port.Old"] })).toThrow("patch p: Port.Old is in none of the versions");
  });

  test("add, change and remove parameters", () => {
    apply({ addParameter: "PortList", parameter: { name: "size", in: "query", type: "boolean" } });
    apply({ changeParameter: "PortList ?all", with: { type: "integer", default: null } });
    apply({ json: "PortList ?all", schema: { type: "object" } });
    apply({ removeParameter: "PortList :X-Auth" });
    expect(list().parameters).toEqual([
      { name: "all", in: "query", type: "integer", json: { type: "object" } },
      { name: "filters", in: "query", type: "string" },
      { name: "size", in: "query", type: "boolean" },
    ]);
  });

  test("add and change responses", () => {
    apply({ addResponse: "PortList", status: 409 });
    apply({ addResponse: "PortList", status: 304 });
    apply({ changeResponse: "PortList 200", to: 201, schema: { type: "string" } });
    apply({ changeResponse: "PortList 500", schema: null });
    expect(list().responses).toEqual({
      201: { schema: { type: "string" } },
      304: {},
      409: { schema: { $ref: "#/definitions/ErrorResponse" } },
      500: {},
    });
  });

  test("say what an answer and a body really are", () => {
    apply({ already: "PortList" });
    apply({ stream: "PortList", kind: "json-stream", item: { type: "string" } });
    apply({ body: "PortList", kind: "json", schema: { type: "object" } });
    expect(list()).toMatchObject({
      already: true,
      answer: { kind: "json-stream", item: { type: "string" } },
    });
    expect(list().parameters?.at(-1)).toEqual({ name: "body", in: "body", schema: { type: "object" } });
    apply({ body: "PortList", kind: "tar-or-none" });
    expect(list().upload).toBe("tar-or-none");
    expect(list().parameters?.some((parameter) => parameter.in === "body")).toBe(false);
  });

  test("give each version the filters that it has", () => {
    apply({
      filters: "PortList",
      keys: {
        id: { kind: "string" },
        old: { kind: "string", until: "1.40" },
        new: { kind: "boolean", since: "1.42" },
      },
    });
    const keys = specs.map((spec) => Object.keys(operation(spec).filters ?? {}));
    expect(keys).toEqual([["id", "old"], ["id"], ["id", "new"]]);
  });

  test.each<[string, Step, string]>([
    ["replaces nothing", { replace: "Port.No", schema: {} }, "v1.40: Port.No is not there"],
    ["adds what is there", { add: "Port.IP", schema: {} }, "v1.40: Port.IP is there already"],
    ["defines what is there", { define: "Port", schema: {} }, "Port is there already"],
    ["goes through nothing", { add: "No.No.No", schema: {} }, "there is no way to No.No.No"],
    ["removes nothing", { remove: "Port.No" }, "Port.No is not there"],
    ["renames nothing", { rename: "Port.No", to: "a" }, "Port.No is not there"],
    ["renames what is no property", { rename: "Port", to: "a" }, "Port is no property"],
    ["frees what is not required", { optional: ["Port.Type"] }, "Port.Type is not required anyway"],
    ["marks nothing", { nullable: ["No"] }, "No is in none of the versions"],
    ["changes no parameter", { changeParameter: "PortList ?no", with: {} }, "PortList ?no is not there"],
    ["removes no parameter", { removeParameter: "PortList :all" }, "PortList :all is not there"],
    ["misspells a parameter", { removeParameter: "PortList all" }, "is no address of a parameter"],
    [
      "adds a parameter again",
      { addParameter: "PortList", parameter: { name: "all", in: "query" } },
      "PortList has all already",
    ],
    ["adds a response again", { addResponse: "PortList", status: 200 }, "PortList has 200 already"],
    ["changes no response", { changeResponse: "PortList 418", schema: null }, "PortList 418 is not there"],
    ["knows no operation", { already: "Nothing" }, "no operation Nothing"],
    ["gives a JSON body no schema", { body: "PortList", kind: "json" }, "a JSON body needs a schema"],
    ["filters what takes no filters", { filters: "PortGet", keys: {} }, "PortGet ?filters is not there"],
  ])("that %s are errors with their names", (_, step, message) => {
    expect(() => apply(step)).toThrow(/^patch p: /);
    specs = ["1.40", "1.41", "1.42"].map(specOf);
    expect(() => apply(step)).toThrow(message);
  });

  test("with a step that there is not are errors", () => {
    const step = { replaec: "Port" } as unknown as Step; // as a slip of the pen in a file would be
    expect(() => apply(step)).toThrow("patch p: no such step");
  });

  test("for versions that there are not are errors", () => {
    expect(() => apply({ remove: "Port" }, "1.50")).toThrow("there is no version in 1.50");
  });

  function apply(step: Step, versions?: string): void {
    applyPatches(specs, [patch(step, versions)]);
  }

  function newest(): Spec {
    const [, , spec] = specs;
    if (spec === undefined) throw new Error("there are three");
    return spec;
  }

  function list(): Operation {
    return operation(newest());
  }
});

describe("the files of patches", () => {
  test("all have an id of their own, a reason, evidence and something to change", () => {
    const patches = readPatches();
    expect(patches.length).toBeGreaterThan(20);
    for (const { id, reason, evidence, change } of patches) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(`${id}: ${reason}`).toMatch(/: .{20,}/s);
      expect(`${id}: ${evidence}`).toMatch(/: .{3,}/s);
      expect(change, id).not.toEqual([]);
    }
  });

  test("may not use an id twice", () => {
    const folder = mkdtempSync(join(tmpdir(), "docker-engine-sdk-"));
    try {
      writeFileSync(join(folder, "a.yaml"), "- id: same\n  change: []\n");
      writeFileSync(join(folder, "b.yaml"), "- id: same\n  change: []\n");
      writeFileSync(join(folder, "notes.txt"), "- id: same\n");
      expect(() => readPatches(pathToFileURL(`${folder}/`))).toThrow("two patches are named same");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function patch(step: Step, versions?: string): Patch {
  return { id: "p", reason: "r", evidence: "e", ...(versions && { versions }), change: [step] };
}

function operation(spec: Spec): Operation {
  const found = spec.paths["/ports"]?.get;
  if (found === undefined) throw new Error("PortList is there");
  return found;
}

function specOf(version: string): Spec {
  return {
    info: { version },
    definitions: {
      Port: {
        type: "object",
        required: ["IP"],
        properties: { IP: { type: "string" }, Type: { type: "string" } },
      },
      ErrorResponse: { type: "object" },
    },
    paths: {
      "/ports": {
        get: {
          operationId: "PortList",
          parameters: [
            { name: "all", in: "query", type: "boolean", default: false },
            { name: "X-Auth", in: "header", type: "string" },
            { name: "filters", in: "query", type: "string" },
          ],
          responses: {
            200: { schema: { type: "array", items: { $ref: "#/definitions/Port" } } },
            500: { schema: { $ref: "#/definitions/ErrorResponse" } },
          },
        },
      },
      "/ports/{id}": { get: { operationId: "PortGet", responses: { 200: {} } } },
    },
  };
}
