import type { Parameter, Schema } from "../spec/model.js";
import type { Call } from "./catalogue.js";
import { describe, operationDocs } from "./docs.js";
import type { History } from "./history.js";
import { type Merged, refName } from "./merge.js";
import type { Span } from "./presence.js";

/** As much of an OpenAPI 3.1 document as openapi-typescript needs. */
export interface OpenApi {
  openapi: "3.1.0";
  info: { title: string; version: string };
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, OpenApiSchema> };
}

export interface OpenApiSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  description?: string;
  deprecated?: boolean;
  required?: string[];
  properties?: Record<string, OpenApiSchema>;
  items?: OpenApiSchema;
  additionalProperties?: boolean | OpenApiSchema;
  allOf?: OpenApiSchema[];
  oneOf?: OpenApiSchema[];
  "x-open"?: boolean;
}

/**
 * One document of all versions. Several operations share a path there, so each stands behind a path segment of its
 * own, which no type shows.
 */
export function openApiOf(merged: Merged, history: History): OpenApi {
  const schemas = Object.entries(merged.schemas).map(([name, { schema, docs }]): [string, OpenApiSchema] => [
    name,
    convert(schema, docs, history),
  ]);
  const paths = Object.entries(merged.calls).map(([name, call]): [string, Record<string, unknown>] => [
    `/${name}${call.path}`,
    { [call.method]: operationOf(name, call, history) },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Docker Engine API", version: "merged" },
    paths: Object.fromEntries(paths.sort(byKey)),
    components: { schemas: { ...declaredByHand, ...Object.fromEntries(schemas.sort(byKey)) } },
  };
}

/** Types that the heading of schema.ts declares: here only so that they can be referred to. */
export const declaredByHand: Record<string, OpenApiSchema> = { AnswerStream: {}, TarSource: {}, Time: {} };

function byHand(name: "AnswerStream" | "TarSource" | "Time"): OpenApiSchema {
  return { $ref: `#/components/schemas/${name}` };
}

function operationOf(name: string, call: Call, history: History): unknown {
  return {
    operationId: name,
    description: operationText(call, history),
    parameters: call.parameters
      .filter((parameter) => parameter.in !== "header" || parameter.name.toLowerCase() !== "content-type")
      .map((parameter) => parameterOf(call.id, parameter)),
    ...requestBodyOf(call),
    responses: { [call.status]: { description: "", ...answerOf(call) } },
  };
}

/** What an operation does, the command it is like, its endpoint, and the versions that have it. */
export function operationText({ id, method, path }: Call, history: History): string {
  const { text, like } = operationDocs(id);
  const parts = [
    text,
    like && `Like \`${like}\`.`,
    `\`${method.toUpperCase()} ${path}\``,
    ...spanSentences(history.operation(id)),
  ];
  return parts.filter((part) => part).join(" ");
}

function parameterOf(id: string, parameter: Parameter): unknown {
  const { parameters = {} } = operationDocs(id);
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    description: sentences([parameters[parameter.name]]),
    schema: bare(parameter.schema ?? {}),
  };
}

function requestBodyOf({ body, bodyRequired, upload }: Call): object {
  if (upload !== undefined) {
    return {
      requestBody: {
        required: upload === "tar",
        content: { "application/x-tar": { schema: byHand("TarSource") } },
      },
    };
  }
  return body === undefined
    ? {}
    : { requestBody: { required: bodyRequired, content: { "application/json": { schema: bare(body) } } } };
}

function answerOf({ answer, result }: Call): object {
  switch (answer) {
    case "json":
      return result === undefined ? {} : { content: { "application/json": { schema: bare(result) } } };
    case "text":
      return { content: { "text/plain": { schema: { type: "string" } } } };
    default:
      // A stream of bytes or messages: openapi-fetch users read the body themselves.
      return answer === "empty" || answer === "headers"
        ? {}
        : { content: { "*/*": { schema: byHand("AnswerStream") } } };
  }
}

/** A schema of references, arrays and plain values, which needs no docs of its own. */
function bare(schema: Schema): OpenApiSchema {
  return convert(schema, "", undefined);
}

function convert(schema: Schema, address: string, history: History | undefined): OpenApiSchema {
  const description = sentences([address === "" ? undefined : describe(address), defaultSentence(schema)]);
  const shape = shapeOf(schema, address, history);
  const nullable = schema["x-nullable"] === true;
  return { ...(nullable ? orNull(shape) : shape), ...(description && { description }) };
}

function shapeOf(schema: Schema, address: string, history: History | undefined): OpenApiSchema {
  if (schema.$ref !== undefined) return { $ref: `#/components/schemas/${refName(schema.$ref)}` };
  if (schema.format === "time" || schema.format === "filter-timestamp") return byHand("Time");
  const result: OpenApiSchema = {};
  if (schema.type !== undefined) result.type = schema.type;
  if (schema.format?.startsWith("filter-")) result.format = schema.format;
  if (schema.enum !== undefined) result.enum = schema.enum;
  if (schema.open === true) result["x-open"] = true;
  if (schema.required !== undefined && schema.required.length > 0) result.required = schema.required;
  if (schema.items !== undefined) result.items = convert(schema.items, `${address}[]`, history);
  if (typeof schema.additionalProperties === "object") {
    result.additionalProperties = convert(schema.additionalProperties, `${address}{}`, history);
  }
  if (schema.allOf !== undefined)
    result.allOf = schema.allOf.map((member) => shapeOf(member, address, history));
  if (schema.properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        field(address, name, property, history),
      ]),
    );
  }
  return result;
}

function field(address: string, name: string, property: Schema, history: History | undefined): OpenApiSchema {
  const converted = convert(property, `${address}.${name}`, history);
  const span = history === undefined ? [] : spanSentences(history.field(address, name));
  const description = sentences([converted.description, ...span]);
  // Our docs use the word for nothing else.
  const deprecated = description?.includes("Deprecated") === true;
  return { ...converted, ...(description && { description }), ...(deprecated && { deprecated }) };
}

function orNull(schema: OpenApiSchema): OpenApiSchema {
  if (typeof schema.type !== "string" || schema["x-open"]) return { oneOf: [schema, { type: "null" }] };
  return { ...schema, type: [schema.type, "null"], ...(schema.enum && { enum: [...schema.enum, null] }) };
}

function defaultSentence({ default: value }: Schema): string | undefined {
  const tells = value !== undefined && value !== null && value !== "" && typeof value !== "object";
  return tells ? `Default: \`${String(value)}\`.` : undefined;
}

export function spanSentences({ since, until }: Span): string[] {
  return [...(since ? [`Since API v1.${since}.`] : []), ...(until ? [`Until API v1.${until}.`] : [])];
}

function sentences(parts: (string | undefined)[]): string | undefined {
  const text = parts.filter((part) => part).join(" ");
  return text === "" ? undefined : text;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
