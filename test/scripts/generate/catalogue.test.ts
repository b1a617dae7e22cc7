import { describe, expect, test } from "vitest";
import { type Call, catalogueOf } from "../../../scripts/generate/catalogue.js";
import type { Operation } from "../../../scripts/spec/model.js";
import { smallSpec } from "./small-spec.js";

describe("a catalogue", () => {
  test("gives inline objects a name and leaves references and plain values alone", () => {
    const spec = smallSpec(
      "1.43",
      {},
      {
        responses: {
          200: {
            schema: {
              type: "array",
              "x-nullable": true,
              items: { type: "object", "x-nullable": true, properties: { a: { type: "string" } } },
            },
          },
        },
      },
    );
    const { schemas, calls } = catalogueOf(spec);
    expect(calls.ContainerUpdate?.result).toEqual({
      type: "array",
      "x-nullable": true,
      items: { $ref: "#/definitions/ContainerUpdateResultItem", "x-nullable": true },
    });
    expect(schemas.ContainerUpdateResultItem).toEqual({
      schema: { type: "object", properties: { a: { type: "string" } } },
      docs: "ContainerUpdate 200[]",
    });
    expect(calls.ContainerUpdate?.body).toEqual({ $ref: "#/definitions/Settings" });
    expect(calls.ContainerUpdate?.bodyRequired).toBe(true);
  });

  test("refuses a name that a definition has already", () => {
    const spec = smallSpec(
      "1.43",
      {},
      { responses: { 200: { schema: { type: "object", properties: { a: {} } } } } },
    );
    spec.definitions.ContainerUpdateResult = { type: "object" };
    expect(() => catalogueOf(spec)).toThrow("the name ContainerUpdateResult is taken");
  });

  test("has the options of an operation as one object by their public names", () => {
    const { schemas, calls } = catalogueOf(
      smallSpec(
        "1.43",
        {},
        {
          operationId: "ContainerStop",
          parameters: [
            { name: "t", in: "query", type: "integer" },
            { name: "signal", in: "query", type: "string", required: true },
          ],
          responses: { 204: {} },
        },
      ),
    );
    expect(calls.ContainerStop?.options).toEqual({ $ref: "#/definitions/ContainerStopOptions" });
    expect(calls.ContainerStop?.optionsRequired).toBe(true);
    expect(schemas.ContainerStopOptions).toMatchObject({
      docs: "?ContainerStop",
      schema: {
        required: ["signal"],
        properties: { timeout: { type: "integer" }, signal: { type: "string" } },
      },
    });
  });

  test("types filters by their keys", () => {
    const { schemas, calls } = catalogueOf(
      smallSpec(
        "1.43",
        {},
        {
          operationId: "ContainerList",
          parameters: [{ name: "filters", in: "query", type: "string" }],
          filters: { status: { kind: "enum", values: ["running"] }, label: { kind: "label" } },
        },
      ),
    );
    expect(calls.ContainerList?.parameters[0]?.schema?.$ref).toBe("#/definitions/ContainerListFilters");
    expect(schemas.ContainerListFilters?.schema.properties).toEqual({
      status: { format: "filter-enum", enum: ["running"] },
      label: { format: "filter-label", enum: undefined },
    });
  });

  test.each<[string, Partial<Operation>, Partial<Call>]>([
    ["JSON", {}, { answer: "json", status: "200", result: { $ref: "#/definitions/Holder" } }],
    ["nothing at 204", { responses: { 204: {} } }, { answer: "empty", status: "204", result: undefined }],
    [
      "what a patch says",
      { answer: { kind: "progress", item: { $ref: "#/definitions/Holder" } } },
      { answer: "progress", result: { $ref: "#/definitions/Holder" } },
    ],
    [
      "the status with a schema, where there are several",
      { responses: { 200: {}, 201: { schema: { type: "string" } } } },
      { answer: "json", status: "201", result: { type: "string" } },
    ],
    [
      "an upgrade",
      { responses: { 101: {} }, answer: { kind: "hijack" } },
      { answer: "hijack", status: "101" },
    ],
  ])("knows an answer: %s", (_, operation, expected) => {
    expect(catalogueOf(smallSpec("1.43", {}, operation)).calls.ContainerUpdate).toMatchObject(expected);
  });

  test("does not guess what a success without a schema answers, nor does without a success", () => {
    expect(() => catalogueOf(smallSpec("1.43", {}, { responses: { 200: {} } }))).toThrow(
      "ContainerUpdate: what does its 200 answer?",
    );
    expect(() => catalogueOf(smallSpec("1.43", {}, { responses: { 404: {} } }))).toThrow(
      "ContainerUpdate has no success",
    );
  });
});
