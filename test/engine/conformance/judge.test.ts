import { beforeAll, describe, expect, test } from "vitest";
import { loadSpecs } from "../../../scripts/spec/load.js";
import type { Schema, Spec } from "../../../scripts/spec/model.js";
import { Judge } from "./judge.js";

describe("a judge of answers", () => {
  let spec: Spec;
  let judge: Judge;
  let list: Schema;
  let summary: Record<string, unknown>;

  beforeAll(() => {
    spec = newestSpec();
    judge = new Judge(spec);
    list = { type: "array", items: { $ref: "#/definitions/ContainerSummary" } };
    summary = {
      Id: "1",
      Names: ["/web"],
      Image: "busybox",
      ImageID: "sha256:1",
      Command: "sh",
      Created: 1,
      Ports: [{ PrivatePort: 80, Type: "tcp" }],
      Labels: {},
      State: "running",
      Status: "Up",
      HostConfig: { NetworkMode: "bridge" },
      NetworkSettings: { Networks: {} },
      Mounts: [],
    };
  });

  test("finds nothing in a right body, fields that no spec knows included", () => {
    expect(judge.mismatches(list, [summary, { ...summary, SomethingNew: { a: 1 } }])).toEqual([]);
  });

  test("reports a field that is always sent and is missing", () => {
    const { Names: _, ...nameless } = summary;
    expect(judge.mismatches(list, [summary, nameless])).toEqual([
      { path: "[].Names", problem: "is missing" },
    ]);
  });

  test("reports a null where none may be", () => {
    expect(judge.mismatches(list, [{ ...summary, Mounts: null }])).toEqual([
      { path: "[].Mounts", problem: "is null instead of array" },
    ]);
  });

  test("takes a null where one may be, and still looks into what is not null", () => {
    const body = (Links: unknown) => ({ Links });
    const partial = optionalOnly(spec, "EndpointSettings");
    expect(partial.judge.mismatches(partial.schema, body(null))).toEqual([]);
    expect(partial.judge.mismatches(partial.schema, body([1]))).toEqual([
      { path: "Links[]", problem: "is number instead of string" },
    ]);
  });

  test("reports a wrong type deep within, with its address and without its value", () => {
    const found = judge.mismatches(list, [{ ...summary, Ports: [{ PrivatePort: "hunter2", Type: "tcp" }] }]);
    expect(found).toEqual([{ path: "[].Ports[].PrivatePort", problem: "is string instead of integer" }]);
    expect(JSON.stringify(found)).not.toContain("hunter2");
  });

  test("reports a fraction where an integer is told, and takes integers that no double holds", () => {
    expect(judge.mismatches(list, [{ ...summary, Created: 1.5 }])).toEqual([
      { path: "[].Created", problem: "is number instead of integer" },
    ]);
    expect(judge.mismatches(list, [{ ...summary, Created: JSON.parse("9223372036854775807") }])).toEqual([]);
  });

  test("reports a word that a closed enum does not have, without telling it", () => {
    const found = judge.mismatches(list, [{ ...summary, Ports: [{ PrivatePort: 80, Type: "hunter2" }] }]);
    expect(found).toEqual([
      { path: "[].Ports[].Type", problem: 'is string that is none of ["tcp","udp","sctp"]' },
    ]);
  });

  test("takes any word for an open enum, but no number", () => {
    const open: Schema = { type: "string", enum: ["a"], open: true };
    expect(judge.mismatches(open, "b")).toEqual([]);
    expect(judge.mismatches(open, 1)).toEqual([{ path: "", problem: "is number instead of string" }]);
  });

  test("reports a mismatch in a map by the key, and each only once however many items have it", () => {
    const networks = { Networks: { "my/net": { Links: 1 } } };
    const found = judge.mismatches(list, [
      { ...summary, NetworkSettings: networks },
      { ...summary, NetworkSettings: networks },
    ]);
    expect(found.filter(({ problem }) => problem !== "is missing")).toEqual([
      { path: "[].NetworkSettings.Networks.my/net.Links", problem: "is number instead of array" },
    ]);
  });

  test("holds all members of an allOf against the body", () => {
    const joined: Schema = {
      allOf: [
        { type: "object", required: ["a"] },
        { type: "object", properties: { b: { type: "boolean", always: true } } },
      ],
    };
    expect(judge.mismatches(joined, {})).toEqual([
      { path: "a", problem: "is missing" },
      { path: "b", problem: "is missing" },
    ]);
  });
});

function newestSpec(): Spec {
  const spec = loadSpecs().at(-1);
  if (spec === undefined) throw new Error("there are no specs");
  return spec;
}

/** A definition without any requirement, to look at one field alone. */
function optionalOnly(spec: Spec, name: string): { judge: Judge; schema: Schema } {
  const { properties = {} } = spec.definitions[name] ?? {};
  const free = Object.entries(properties).map(([key, { always: _, ...property }]) => [key, property]);
  return { judge: new Judge(spec), schema: { type: "object", properties: Object.fromEntries(free) } };
}
