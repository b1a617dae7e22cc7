import type { AnswerKind, FilterKey, Operation, Parameter, Schema, Spec } from "../spec/model.js";
import { optionName } from "./docs.js";

/** One version with every schema under a name of its own: what the merge works on. */
export interface Catalogue {
  version: string;
  schemas: Record<string, NamedSchema>;
  calls: Record<string, Call>;
}

export interface NamedSchema {
  schema: Schema;
  /** Where its descriptions stand in spec/docs: `ContainerSummary`, `ContainerPrune 200`, `?ContainerList` for options. */
  docs: string;
}

/** One operation of one version, every schema in it by reference. */
export interface Call {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** The schema of all query parameters by their public names. */
  options?: Schema;
  optionsRequired: boolean;
  /** The schema of the JSON body. */
  body?: Schema;
  bodyRequired: boolean;
  upload?: "tar" | "tar-or-none";
  answer: AnswerKind;
  /** The schema of the JSON answer, or of one message of a JSON stream. */
  result?: Schema;
  status: string;
  already: boolean;
}

/** Names the inline schemas of a version and sorts its operations by id. */
export function catalogueOf(spec: Spec): Catalogue {
  const schemas: Record<string, NamedSchema> = {};
  for (const [name, schema] of Object.entries(spec.definitions)) schemas[name] = { schema, docs: name };
  const calls: Call[] = [];
  for (const [path, operations] of Object.entries(spec.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      calls.push(callOf(operation, method, path, (name, named) => lift(schemas, name, named)));
    }
  }
  calls.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    version: spec.info.version,
    schemas,
    calls: Object.fromEntries(calls.map((call) => [call.id, call])),
  };
}

type Lift = (name: string, named: NamedSchema) => Schema;

/** Gives an inline object a name; references, arrays and plain values stay as they are. */
function lift(schemas: Record<string, NamedSchema>, name: string, { schema, docs }: NamedSchema): Schema {
  if (schema.$ref !== undefined) return schema;
  if (schema.type === "array" && schema.items !== undefined) {
    return { ...schema, items: lift(schemas, `${name}Item`, { schema: schema.items, docs: `${docs}[]` }) };
  }
  if (schema.properties === undefined && schema.allOf === undefined) return schema;
  if (schemas[name] !== undefined) throw new Error(`the name ${name} is taken`);
  const { "x-nullable": nullable, ...object } = schema;
  schemas[name] = { schema: object, docs };
  return { $ref: `#/definitions/${name}`, "x-nullable": nullable };
}

function callOf(operation: Operation, method: string, path: string, name: Lift): Call {
  const { operationId: id, filters } = operation;
  const filtersRef = filters && name(`${id}Filters`, { schema: filtersOf(filters), docs: `filters ${id}` });
  const parameters = (operation.parameters ?? []).map((parameter) => ({
    ...parameter,
    schema: parameter.in === "body" ? parameter.schema : publicValue(parameter, filtersRef),
  }));
  const query = parameters.filter((parameter) => parameter.in === "query");
  const body = parameters.find((parameter) => parameter.in === "body");
  const [status, answer, result] = answerOf(operation, method);
  return {
    id,
    method,
    path,
    parameters: parameters.filter((parameter) => parameter.in !== "body"),
    options:
      query.length === 0 ? undefined : name(`${id}Options`, { schema: optionsOf(id, query), docs: `?${id}` }),
    optionsRequired: query.some(({ required }) => required === true),
    body: body?.schema && name(`${id}Body`, { schema: body.schema, docs: `${id} body` }),
    bodyRequired: body?.required === true,
    upload: operation.upload,
    answer,
    result:
      result &&
      name(`${id}${answer === "json" ? "Result" : "Message"}`, { schema: result, docs: `${id} ${status}` }),
    status,
    already: operation.already === true,
  };
}

/** What a success is: from the patches where they say it, else from the one successful status with a schema. */
function answerOf(operation: Operation, method: string): [status: string, AnswerKind, Schema?] {
  const { operationId, answer, responses } = operation;
  const successes = Object.entries(responses).filter(([code]) => code.startsWith("2") || code === "101");
  const [status, response] = successes.find(([, { schema }]) => schema !== undefined) ?? successes[0] ?? [];
  if (status === undefined || response === undefined) throw new Error(`${operationId} has no success`);
  if (answer !== undefined)
    return [status, answer.kind, answer.kind === "json" ? response.schema : answer.item];
  if (method === "head") return [status, "headers"];
  if (response.schema !== undefined) return [status, "json", response.schema];
  if (status === "204") return [status, "empty"];
  throw new Error(`${operationId}: what does its ${status} answer? Say so in spec/patches by a stream step`);
}

/** All query parameters of an operation as one object, by their public names. */
function optionsOf(id: string, query: Parameter[]): Schema {
  return {
    type: "object",
    required: query.filter(({ required }) => required).map((parameter) => optionName(id, parameter.name)),
    properties: Object.fromEntries(
      query.map((parameter): [string, Schema] => [optionName(id, parameter.name), parameter.schema ?? {}]),
    ),
  };
}

/** The schema of a parameter's value as users give it; its form on the wire is the table's business. */
function publicValue(parameter: Parameter, filters: Schema | undefined): Schema {
  if (parameter.json !== undefined) return parameter.json;
  if (parameter.in === "query" && parameter.name === "filters" && filters !== undefined) return filters;
  const { type, format, enum: values, items, default: value, pattern } = parameter;
  return { type, format, enum: values, items, default: value, pattern };
}

function filtersOf(filters: Record<string, FilterKey>): Schema {
  const properties = Object.entries(filters).map(([key, { kind, values }]): [string, Schema] => [
    key,
    { format: `filter-${kind}`, enum: values },
  ]);
  return { type: "object", properties: Object.fromEntries(properties) };
}
