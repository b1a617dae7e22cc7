import { beforeAll, describe, expect, test } from "vitest";
import { type Catalogue, catalogueOf } from "../../../scripts/generate/catalogue.js";
import { describe as lineAbout, operationDocs, optionName } from "../../../scripts/generate/docs.js";
import { type Merged, merge } from "../../../scripts/generate/merge.js";
import { loadSpecs } from "../../../scripts/spec/load.js";
import type { Schema } from "../../../scripts/spec/model.js";

describe("our own words", () => {
  let catalogues: Catalogue[];
  let merged: Merged;

  beforeAll(() => {
    catalogues = loadSpecs().map(catalogueOf);
    merged = merge(catalogues);
  });

  test("tell about every operation, parameter and body of every version", () => {
    const untold = new Set<string>();
    for (const { calls } of catalogues) {
      for (const { id, parameters, body, upload } of Object.values(calls)) {
        const docs = operationDocs(id);
        if (!docs.text) untold.add(id);
        if ((body || upload) && !docs.body) untold.add(`${id} body`);
        for (const { name } of parameters) if (!docs.parameters?.[name]) untold.add(`${id} ${name}`);
      }
    }
    expect([...untold]).toEqual([]);
  });

  test("tell about every filter and every field that a version can reach, but for the parts of an option", () => {
    const untold = new Set<string>();
    for (const { schema, docs } of Object.values(merged.schemas)) {
      for (const address of fieldsOf(schema, docs)) if (!lineAbout(address)) untold.add(address);
    }
    expect([...untold].sort()).toEqual([...partsOfOptions]);
  });

  test("tell about every named object, but for the groups of options and filters", () => {
    const named = Object.values(merged.schemas).map(({ docs }) => docs);
    const untold = named.filter((docs) => !/^(\?|filters )/.test(docs) && !lineAbout(docs));
    expect([...new Set(untold)]).toEqual([]);
  });

  test("are one line each", () => {
    for (const { calls } of catalogues) {
      for (const id of Object.keys(calls)) {
        const { text, like, body, parameters = {} } = operationDocs(id);
        for (const line of [text, like, body, ...Object.values(parameters)])
          expect(line ?? "", id).not.toContain("\n");
      }
    }
  });

  test("give query parameters English names, each its own", () => {
    expect(optionName("ContainerStop", "t")).toBe("timeout");
    expect(optionName("ContainerStats", "one-shot")).toBe("oneShot");
    expect(optionName("ContainerTop", "ps_args")).toBe("psArgs");
    for (const { calls } of catalogues) {
      for (const { id, parameters } of Object.values(calls)) {
        const query = parameters.filter((parameter) => parameter.in === "query");
        const names = query.map(({ name }) => optionName(id, name));
        expect(new Set(names).size, id).toBe(names.length);
      }
    }
  });

  test("are asked for by address", () => {
    expect(lineAbout("ContainerSummary.Id")).toBeTypeOf("string");
    expect(lineAbout("?ContainerStop.timeout")).toBe(operationDocs("ContainerStop").parameters?.t);
    expect(lineAbout("filters ContainerList.status")).toBeTypeOf("string");
    expect(lineAbout("ContainerCreate body")).toBe(operationDocs("ContainerCreate").body);
    expect(lineAbout("ContainerSummary.Nothing")).toBeUndefined();
    expect(() => operationDocs("Nothing")).toThrow("spec/docs/operations.yaml has nothing about Nothing");
  });
});

/** An option has one line for the whole of its value. */
const partsOfOptions = [
  "?ImageBuild.outputs[].Attrs",
  "?ImageBuild.outputs[].Type",
  "?ImageBuild.ulimits[].Hard",
  "?ImageBuild.ulimits[].Name",
  "?ImageBuild.ulimits[].Soft",
];

function fieldsOf(schema: Schema, address: string): string[] {
  const { properties = {}, items, additionalProperties, allOf = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, property]) => [
      `${address}.${name}`,
      ...fieldsOf(property, `${address}.${name}`),
    ]),
    ...(items ? fieldsOf(items, `${address}[]`) : []),
    ...(typeof additionalProperties === "object" ? fieldsOf(additionalProperties, `${address}{}`) : []),
    ...allOf.flatMap((member) => fieldsOf(member, address)),
  ];
}
