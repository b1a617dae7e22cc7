import { describe, expect, test } from "vitest";
import type { Action } from "../../../src/connector/action.js";
import { catalogue } from "../../../src/connector/catalogue.js";
import type { FieldKind } from "../../../src/connector/field.js";
import { fortisoarManifest } from "../../../src/connector/manifest/fortisoar.js";
import { splunkManifest } from "../../../src/connector/manifest/splunk.js";
import { xsoarManifest } from "../../../src/connector/manifest/xsoar.js";
import { project } from "../../../src/connector/projection/project.js";
import { envelope } from "../projection/envelopes.js";

const actions = catalogue
  .filter(({ name }) => name !== "test_connectivity")
  .map((action) => [action.name, action] as const);

describe("what a manifest says of a result is found in it", () => {
  test.each(actions)("by Splunk SOAR, of %s", (_name, action) => {
    const [described] = splunkManifest({ actions: [action] }).actions;
    const { data, summary } = project("splunk", example(action));
    for (const { data_path: path } of described?.output ?? []) {
      if (path.startsWith("action_result.data."))
        expect(found({ data }, path.slice(14)), path).not.toEqual([]);
      if (path.startsWith("action_result.summary."))
        expect(found({ summary }, path.slice(14)), path).not.toEqual([]);
    }
  });

  test.each(actions)("by FortiSOAR, of %s", (_name, action) => {
    const [described] = fortisoarManifest({ actions: [action] }).operations;
    const projection = project("fortisoar", example(action));
    const result = "result" in projection ? projection.result : undefined;
    const schema = described?.output_schema;
    expect(Array.isArray(result)).toBe(Array.isArray(schema));
    expect(Object.keys(first(result)).sort()).toEqual(Object.keys(first(schema)).sort());
  });

  test.each(actions)("by XSOAR, of %s", (_name, action) => {
    const [described] = xsoarManifest({ actions: [action] }).script.commands;
    const projection = project("xsoar", example(action));
    if (!("results" in projection) || projection.results === "ok") throw new Error("there are no results");
    const { outputs_prefix: prefix, outputs_key_field: key, outputs } = projection.results;
    const names = described?.outputs.map(({ contextPath }) => contextPath) ?? [];
    expect(
      Object.keys(first(outputs))
        .map((name) => `${prefix}.${name}`)
        .sort(),
    ).toEqual([...names].sort());
    if (key !== "") expect(names).toContain(`${prefix}.${key}`);
  });
});

/** What an action gives when it has one item with everything in it. */
function example({ name, output }: Action) {
  const item = Object.fromEntries(
    Object.entries(output).map(([member, { kind }]) => [member, values[kind] ?? "text"]),
  );
  return envelope(name, { data: [item] });
}

const values: { readonly [Kind in FieldKind]?: unknown } = {
  integer: 204,
  number: 1,
  boolean: true,
  list: ["text"],
  choices: ["text"],
  rows: [["text"]],
  object: { a: 1 },
  objects: [{ a: 1 }],
};

/** The values at a path, in which `*` stands for each of a list. */
function found(value: unknown, path: string): unknown[] {
  return path.split(".").reduce<unknown[]>(
    (values, step) =>
      values.flatMap((value) => {
        if (step === "*") return Array.isArray(value) ? value : [];
        return typeof value === "object" && value !== null && step in value
          ? [(value as Record<string, unknown>)[step]]
          : [];
      }),
    [value],
  );
}

function first(value: unknown): object {
  return (Array.isArray(value) ? value[0] : value) as object; // every example has one
}
