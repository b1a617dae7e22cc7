/**
 * Reduces an official Swagger 2.0 document to its facts. Keys are judged by their position in the document, not by
 * name alone: a property of a search result is really called `description`. A key that is in none of the lists below
 * is reported, never silently dropped.
 */
export function stripProse(document: unknown): { facts: SpecFacts; unknownKeys: string[] } {
  const unknownKeys: string[] = [];
  const root = asObject(document);
  const facts = pick(root, "", rootKeys, unknownKeys, {
    info: (info) => ({ version: asObject(info).version }),
    definitions: (definitions) =>
      mapValues(definitions, (schema, name) => stripSchema(schema, name, unknownKeys)),
    paths: (paths) =>
      mapValues(paths, (item, path) =>
        pick(asObject(item), path, { keep: [], drop: [] }, unknownKeys, methods(path)),
      ),
  });

  function methods(path: string): Record<string, (value: unknown) => unknown> {
    return Object.fromEntries(
      ["get", "post", "put", "delete", "head"].map((method) => [
        method,
        (operation) => stripOperation(operation, `${method} ${path}`, unknownKeys),
      ]),
    );
  }

  // The lists below are the shape of SpecFacts; the import compares nothing else.
  return { facts: facts as unknown as SpecFacts, unknownKeys };
}

/** An official document without its prose: still Swagger 2.0. */
export interface SpecFacts {
  info: { version: string };
  produces?: string[];
  consumes?: string[];
  definitions: Record<string, SchemaFacts>;
  paths: Record<string, Record<string, OperationFacts>>;
}

export interface OperationFacts {
  operationId: string;
  produces?: string[];
  consumes?: string[];
  parameters?: ParameterFacts[];
  responses: Record<string, ResponseFacts>;
}

export interface ParameterFacts {
  name: string;
  in: "path" | "query" | "header" | "body";
  required?: boolean;
  type?: string;
  format?: string;
  default?: unknown;
  enum?: unknown[];
  pattern?: string;
  items?: SchemaFacts;
  collectionFormat?: string;
  schema?: SchemaFacts;
}

export interface ResponseFacts {
  schema?: SchemaFacts;
  headers?: Record<string, SchemaFacts>;
}

export interface SchemaFacts {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  default?: unknown;
  required?: string[];
  properties?: Record<string, SchemaFacts>;
  items?: SchemaFacts;
  additionalProperties?: boolean | SchemaFacts;
  allOf?: SchemaFacts[];
  "x-nullable"?: boolean;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

interface KeyLists {
  /** Facts. */
  keep: readonly string[];
  /** Prose, presentation, and hints for code generators of other languages. */
  drop: readonly string[];
}

const rootKeys: KeyLists = {
  keep: ["swagger", "basePath", "produces", "consumes"],
  drop: ["schemes", "tags"],
};
const operationKeys: KeyLists = {
  keep: ["operationId", "produces", "consumes"],
  drop: ["summary", "description", "tags"],
};
const parameterKeys: KeyLists = {
  keep: ["name", "in", "required", "type", "format", "default", "enum", "pattern", "collectionFormat"],
  drop: ["description"],
};
const responseKeys: KeyLists = { keep: [], drop: ["description", "examples"] };
const headerKeys: KeyLists = { keep: ["type", "default", "enum"], drop: ["description"] };
const schemaKeys: KeyLists = {
  keep: [
    "$ref",
    "type",
    "format",
    "enum",
    "default",
    "required",
    "x-nullable",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "minLength",
    "maxLength",
    "pattern",
  ],
  drop: ["description", "title", "example", "x-go-name", "x-omitempty"],
};

function stripOperation(operation: unknown, where: string, unknownKeys: string[]): unknown {
  return pick(asObject(operation), where, operationKeys, unknownKeys, {
    parameters: (list) => asArray(list).map((parameter) => stripParameter(parameter, where, unknownKeys)),
    responses: (responses) =>
      mapValues(responses, (response, status) =>
        pick(asObject(response), `${where} ${status}`, responseKeys, unknownKeys, {
          schema: (schema) => stripSchema(schema, `${where} ${status}`, unknownKeys),
          headers: (headers) =>
            mapValues(headers, (header, name) =>
              pick(asObject(header), `${where} ${status} ${name}`, headerKeys, unknownKeys),
            ),
        }),
      ),
  });
}

function stripParameter(parameter: unknown, where: string, unknownKeys: string[]): unknown {
  const object = asObject(parameter);
  const name = `${where} ?${String(object.name)}`;
  return pick(object, name, parameterKeys, unknownKeys, {
    schema: (schema) => stripSchema(schema, name, unknownKeys),
    items: (schema) => stripSchema(schema, `${name}[]`, unknownKeys),
  });
}

function stripSchema(schema: unknown, where: string, unknownKeys: string[]): unknown {
  return pick(asObject(schema), where, schemaKeys, unknownKeys, {
    properties: (properties) =>
      mapValues(properties, (property, name) => stripSchema(property, `${where}.${name}`, unknownKeys)),
    items: (items) => stripSchema(items, `${where}[]`, unknownKeys),
    additionalProperties: (value) =>
      typeof value === "boolean" ? value : stripSchema(value, `${where}{}`, unknownKeys),
    allOf: (members) => asArray(members).map((member) => stripSchema(member, where, unknownKeys)),
  });
}

function pick(
  object: Record<string, unknown>,
  where: string,
  { keep, drop }: KeyLists,
  unknownKeys: string[],
  deeper: Record<string, (value: unknown) => unknown> = {},
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) {
    const strip = deeper[key];
    if (strip !== undefined) result[key] = strip(value);
    else if (keep.includes(key)) result[key] = value;
    else if (!drop.includes(key)) unknownKeys.push(`${where || "(root)"}: ${key}`);
  }
  return result;
}

function mapValues(value: unknown, map: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asObject(value)).map(([key, entry]) => [key, map(entry, key)]));
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`expected an object, found ${JSON.stringify(value)?.slice(0, 80)}`);
  }
  return value as Record<string, unknown>; // checked just above
}

function asArray(value: unknown): unknown[] {
  if (!Array.isArray(value))
    throw new TypeError(`expected a list, found ${JSON.stringify(value)?.slice(0, 80)}`);
  return value;
}
