import { beforeEach, describe, expect, test } from "vitest";
import { locate, operationOf } from "../../../scripts/spec/address.js";
import type { Spec } from "../../../scripts/spec/model.js";

describe("an address", () => {
  let spec: Spec;

  beforeEach(() => {
    spec = {
      info: { version: "1.43" },
      definitions: {
        HostConfig: {
          allOf: [
            { $ref: "#/definitions/Resources" },
            {
              type: "object",
              required: ["LogConfig"],
              properties: { LogConfig: { type: "object", properties: { Type: { type: "string" } } } },
            },
          ],
        },
        Resources: {
          type: "object",
          properties: {
            Ulimits: { type: "array", items: { type: "object", properties: { Name: { type: "string" } } } },
            Labels: { type: "object", additionalProperties: { type: "string" } },
          },
        },
      },
      paths: {
        "/containers/prune": {
          post: {
            operationId: "ContainerPrune",
            parameters: [{ name: "body", in: "body", schema: { type: "object", properties: { a: {} } } }],
            responses: { 200: { schema: { type: "array", items: { type: "integer" } } }, 204: {} },
          },
        },
      },
    };
  });

  test("leads into definitions, inline members of an allOf, arrays and maps", () => {
    expect(locate(spec, "HostConfig.LogConfig.Type")?.get()).toEqual({ type: "string" });
    expect(locate(spec, "Resources.Ulimits[].Name")?.get()).toEqual({ type: "string" });
    expect(locate(spec, "Resources.Labels{}")?.get()).toEqual({ type: "string" });
  });

  test("leads into the answers and bodies of operations", () => {
    expect(locate(spec, "ContainerPrune 200[]")?.get()).toEqual({ type: "integer" });
    expect(locate(spec, "ContainerPrune body.a")?.get()).toEqual({});
    expect(locate(spec, "ContainerPrune 204")?.get()).toBeUndefined();
    expect(locate(spec, "ContainerPrune 500")).toBeUndefined();
  });

  test("does not follow references, so that nobody patches a definition through one of its users", () => {
    expect(locate(spec, "HostConfig.Ulimits")?.get()).toBeUndefined();
    expect(locate(spec, "HostConfig.Ulimits[]")).toBeUndefined();
  });

  test("that leads nowhere gives an empty place or none", () => {
    expect(locate(spec, "HostConfig.Nothing")?.get()).toBeUndefined();
    expect(locate(spec, "HostConfig.Nothing.More")).toBeUndefined();
    expect(locate(spec, "Nothing")?.get()).toBeUndefined();
    expect(locate(spec, "Nothing.More")).toBeUndefined();
  });

  test("of a property knows its owner, and is taken out with its requirement", () => {
    const place = locate(spec, "HostConfig.LogConfig");
    expect(place?.owner?.required).toEqual(["LogConfig"]);
    place?.remove();
    expect(locate(spec, "HostConfig.LogConfig")?.get()).toBeUndefined();
    expect(spec.definitions.HostConfig?.allOf?.[1]).toEqual({ type: "object", required: [], properties: {} });
  });

  test("is a place to set a schema at", () => {
    for (const address of [
      "Resources.Ulimits[]",
      "Resources.Labels{}",
      "ContainerPrune 200",
      "New",
      "HostConfig.New",
    ])
      locate(spec, address)?.set({ type: "boolean" });
    for (const address of [
      "Resources.Ulimits[]",
      "Resources.Labels{}",
      "ContainerPrune 200",
      "New",
      "HostConfig.New",
    ])
      expect(locate(spec, address)?.get()).toEqual({ type: "boolean" });
  });

  test("of an operation that is not there is an error with its name", () => {
    expect(() => operationOf(spec, "ContainerDance")).toThrow("v1.43 has no operation ContainerDance");
    expect(() => locate(spec, "ContainerDance 200")).toThrow("ContainerDance");
    expect(operationOf(spec, "ContainerPrune").responses[204]).toEqual({});
  });
});
