import type { Schema } from "../../../scripts/spec/model.js";

/** A part of a patched spec as JSON Schema, in the direction of answers: what an engine always sends is required. */
export function answerSchema(schema: Schema): JsonSchema {
  const shape = shapeOf(schema);
  return schema["x-nullable"] === true ? { if: { type: "null" }, else: shape } : shape;
}

/** As much of JSON Schema as the specs need. Formats and bounds are no part of the types, nor of this. */
export interface JsonSchema {
  $ref?: string;
  if?: JsonSchema;
  else?: JsonSchema;
  type?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema;
  allOf?: JsonSchema[];
}

function shapeOf(schema: Schema): JsonSchema {
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  const { properties, items, additionalProperties, allOf } = schema;
  const type = schema.type ?? (properties === undefined ? undefined : "object");
  const required = requiredOf(schema);
  return {
    ...(type !== undefined && { type }),
    // An open enum only names the words that are known.
    ...(schema.enum !== undefined && !schema.open && { enum: schema.enum }),
    ...(required.length > 0 && { required }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, answerSchema(property)]),
      ),
    }),
    ...(items !== undefined && { items: answerSchema(items) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: answerSchema(additionalProperties),
    }),
    ...(allOf !== undefined && { allOf: allOf.map(answerSchema) }),
  };
}

function requiredOf({ required = [], properties = {} }: Schema): string[] {
  const sent = Object.entries(properties).filter(([, property]) => property.always === true);
  return [...new Set([...required, ...sent.map(([name]) => name)])];
}
