import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../../scripts/generate/catalogue.js";
import { History } from "../../../scripts/generate/history.js";
import type { Schema } from "../../../scripts/spec/model.js";
import { smallSpec } from "./small-spec.js";

const text: Schema = { type: "string" };

describe("history", () => {
  const history = new History([
    catalogueOf(smallSpec("1.40", { Old: text, Late: { type: "object" } })),
    catalogueOf(
      smallSpec("1.41", { Old: text, New: text, Late: { type: "object", properties: { told: text } } }),
    ),
    catalogueOf({
      ...smallSpec("1.42", {
        New: text,
        Late: { type: "object", properties: { told: text, added: text } },
      }),
      paths: {
        ...smallSpec("1.42", {}).paths,
        "/info": { get: { operationId: "SystemInfo", responses: { 200: { schema: text } } } },
      },
    }),
  ]);

  test("knows since and until when a field of a schema is there", () => {
    expect(history.field("Settings", "New")).toEqual({ since: 41 });
    expect(history.field("Settings", "Old")).toEqual({ until: 41 });
    expect(history.field("Settings", "Late")).toEqual({});
  });

  test("does not call a field new that was only told late", () => {
    expect(history.field("Settings.Late", "told")).toEqual({});
    expect(history.field("Settings.Late", "added")).toEqual({ since: 42 });
  });

  test("knows the operations", () => {
    expect(history.operation("SystemInfo")).toEqual({ since: 42 });
    expect(history.operation("ContainerUpdate")).toEqual({});
  });

  test("lists the fields of a body that are not in every version, by their paths", () => {
    expect(history.bodyFields("ContainerUpdate")).toEqual({
      "Late.added": { since: 42 },
      New: { since: 41 },
      Old: { until: 41 },
    });
    expect(history.bodyFields("SystemInfo")).toEqual({});
  });
});
