import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import type { Action } from "./action.js";
import type { Field, Fields } from "./field.js";
import { settingFields } from "./settings.js";

/** JSON Schema, draft 7, as far as it is written here. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What an action takes, as JSON Schema: its values as they are, not the texts that are taken too. */
export function inputSchema({
  title,
  description,
  input,
}: Pick<Action, "title" | "description" | "input">): JsonSchema {
  return { ...schemaOf(input), title, description, additionalProperties: false };
}

/** What stands in each item of an action's data. The engine may say more. */
export function outputSchema({ output }: Pick<Action, "output">): JsonSchema {
  return schemaOf(output, { secretsAre: "x-secret" });
}

/** What a connector is configured with. */
export function settingsSchema(): JsonSchema {
  return { ...schemaOf(settingFields), title: "Connection to a Docker engine", additionalProperties: false };
}

/** A secret that is given is never shown again; one that comes back is there to be read, and to be handled with care. */
function schemaOf(
  fields: Fields,
  { secretsAre = "writeOnly" }: { secretsAre?: "writeOnly" | "x-secret" } = {},
): JsonSchema {
  const entries = Object.entries(fields).map(([name, field]) => [name, entryOf(field)] as const);
  const schema = toJsonSchema(v.object(Object.fromEntries(entries)), { errorMode: "throw" });
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { secret, entity, since, until } = fields[name] ?? {};
    return [
      name,
      {
        ...(property as object), // an object schema: the library's type also knows `true`
        ...(secret && { [secretsAre]: true }),
        ...(entity && { "x-entity": entity }),
        ...(since && { "x-since": since }),
        ...(until && { "x-until": until }),
      },
    ];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

function entryOf(field: Field) {
  const described = v.pipe(field.schema, v.description(field.description));
  if (field.required) return described;
  return field.default === undefined ? v.optional(described) : v.optional(described, field.default);
}
