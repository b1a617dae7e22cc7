import type { Operation, Schema, Spec } from "../../../scripts/spec/model.js";

/** A spec with one operation that takes and gives a container's settings, and lists them. */
export function smallSpec(
  version: string,
  settings: Record<string, Schema>,
  operation: Partial<Operation> = {},
): Spec {
  return {
    info: { version },
    definitions: {
      Settings: { type: "object", properties: settings },
      Holder: { type: "object", properties: { Settings: { $ref: "#/definitions/Settings" } } },
    },
    paths: {
      "/containers/{id}/update": {
        post: {
          operationId: "ContainerUpdate",
          parameters: [
            { name: "id", in: "path", required: true, type: "string" },
            { name: "update", in: "body", required: true, schema: { $ref: "#/definitions/Settings" } },
          ],
          responses: { 200: { schema: { $ref: "#/definitions/Holder" } } },
          ...operation,
        },
      },
    },
  };
}
