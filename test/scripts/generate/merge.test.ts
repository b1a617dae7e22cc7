import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../../scripts/generate/catalogue.js";
import { type Merged, merge } from "../../../scripts/generate/merge.js";
import type { Schema } from "../../../scripts/spec/model.js";
import { smallSpec } from "./small-spec.js";

const text: Schema = { type: "string" };
const sent: Schema = { type: "string", always: true };

describe("the merge of the versions", () => {
  test("has what does not change once, under its plain name", () => {
    const merged = mergeOf({ a: text }, { a: text });
    expect(Object.keys(merged.schemas).sort()).toEqual(["Holder", "Settings"]);
    expect(merged.versions.map(({ schemas }) => schemas.Settings)).toEqual(["Settings", "Settings"]);
    expect(Object.keys(merged.calls)).toEqual(["ContainerUpdate"]);
  });

  test("gives the newest the plain name and older ones the version that brought them", () => {
    const merged = mergeOf({ a: text }, { a: text }, { b: text }, { c: text });
    expect(merged.versions.map(({ schemas }) => schemas.Settings)).toEqual([
      "Settings_1_40",
      "Settings_1_40",
      "Settings_1_42",
      "Settings",
    ]);
    expect(merged.schemas.Settings?.schema.properties).toEqual({ c: text });
    expect(merged.schemas.Settings_1_40?.schema.properties).toEqual({ a: text });
  });

  test("takes what refers to a changed schema as changed too", () => {
    const merged = mergeOf({ a: text }, { b: text });
    expect(merged.versions.map(({ schemas, calls }) => [schemas.Holder, calls.ContainerUpdate])).toEqual([
      ["Holder_1_40", "ContainerUpdate_1_40"],
      ["Holder", "ContainerUpdate"],
    ]);
    expect(merged.schemas.Holder_1_40?.schema.properties?.Settings).toEqual({
      $ref: "#/definitions/Settings_1_40",
    });
    expect(merged.calls.ContainerUpdate_1_40?.result).toEqual({ $ref: "#/definitions/Holder_1_40" });
  });

  test("gives a content that comes back the plain name again", () => {
    const merged = mergeOf({ a: text }, { b: text }, { a: text });
    expect(merged.versions.map(({ schemas }) => schemas.Settings)).toEqual([
      "Settings",
      "Settings_1_41",
      "Settings",
    ]);
  });

  test("splits a schema in two where an answer has fields that a request need not have", () => {
    const merged = mergeOf({ a: sent, b: text });
    expect(merged.schemas.Settings?.schema).toEqual({
      type: "object",
      properties: { a: text, b: text },
      required: undefined,
    });
    expect(merged.schemas.SettingsOutput?.schema.required).toEqual(["a"]);
    expect(merged.schemas.Holder?.schema.properties?.Settings?.$ref).toBe("#/definitions/SettingsOutput");
    expect(merged.calls.ContainerUpdate?.body?.$ref).toBe("#/definitions/Settings");
  });

  test("keeps the split in a version where the two are the same, so that a name means one direction", () => {
    const merged = mergeOf({ a: text }, { a: sent });
    expect(merged.versions.map(({ schemas }) => [schemas.Settings, schemas.SettingsOutput])).toEqual([
      ["Settings", "SettingsOutput_1_40"],
      ["Settings", "SettingsOutput"],
    ]);
  });

  test("does not depend on the order of keys", () => {
    const merged = mergeOf(
      { a: text, b: { type: "string", format: "x" } },
      { b: { format: "x", type: "string" }, a: text },
    );
    expect(merged.versions.map(({ schemas }) => schemas.Settings)).toEqual(["Settings", "Settings"]);
  });

  test("holds schemas that refer to each other", () => {
    const merged = mergeOf(
      { Self: { $ref: "#/definitions/Holder" } },
      { Self: { $ref: "#/definitions/Holder" } },
    );
    expect(Object.keys(merged.schemas).sort()).toEqual(["Holder", "Settings"]);
  });

  test("refuses a reference to nothing", () => {
    expect(() => mergeOf({ a: { $ref: "#/definitions/Nothing" } })).toThrow(
      "v1.40: nothing is named Nothing",
    );
  });
});

/** The settings of 1.40, 1.41 and so on. */
function mergeOf(...settings: Record<string, Schema>[]): Merged {
  return merge(settings.map((properties, index) => catalogueOf(smallSpec(`1.${40 + index}`, properties))));
}
