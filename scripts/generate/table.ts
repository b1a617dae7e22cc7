import type { Parameter } from "../spec/model.js";
import { minor } from "../spec/versions.js";
import type { Call, Catalogue } from "./catalogue.js";
import { optionName } from "./docs.js";
import type { History } from "./history.js";
import type { Span } from "./presence.js";

/** The text of `generated/operations.ts`: what the runtime has to know about each operation. */
export function operationsFile(catalogues: Catalogue[], history: History): string {
  const newest = new Map<string, Call>();
  const parameters = new Map<string, Map<string, Parameter>>();
  for (const { calls } of catalogues) {
    for (const call of Object.values(calls)) {
      newest.set(call.id, call);
      const known = parameters.get(call.id) ?? new Map<string, Parameter>();
      parameters.set(call.id, known);
      for (const parameter of call.parameters) known.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  const rows = [...newest.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      (call) =>
        `  ${call.id}: ${literal(row(call, [...(parameters.get(call.id)?.values() ?? [])], history))},`,
    );
  const minors = catalogues.map(({ version }) => minor(version));
  return [
    heading,
    `/** The API versions this package knows: 1.${minors[0]} to 1.${minors.at(-1)}, by their minor numbers. */`,
    `export const oldestVersion = ${minors[0]};`,
    `export const newestVersion = ${minors.at(-1)};`,
    "",
    "export const operations = {",
    ...rows,
    "} as const satisfies Record<string, OperationFacts>;",
    "",
    "export type OperationId = keyof typeof operations;",
    "",
  ].join("\n");

  function row(call: Call, all: Parameter[], past: History): Record<string, unknown> {
    const query = all.filter((parameter) => parameter.in === "query");
    const filters = query.some(({ name }) => name === "filters") ? filterSpans(call.id, past) : undefined;
    const fields = past.bodyFields(call.id);
    return {
      method: call.method.toUpperCase(),
      path: call.path,
      answer: call.answer,
      ...past.operation(call.id),
      ...(call.already && { already: true }),
      ...((call.body || call.upload) && { body: call.upload ? "tar" : "json" }),
      ...(query.length > 0 && {
        query: Object.fromEntries(query.map((parameter) => queryRow(call.id, parameter, past))),
      }),
      ...(filters && { filters }),
      ...(Object.keys(fields).length > 0 && { fields }),
    };
  }

  function filterSpans(id: string, past: History): Record<string, Span> {
    const keys = new Set(
      catalogues.flatMap(({ schemas }) => Object.keys(schemas[`${id}Filters`]?.schema.properties ?? {})),
    );
    return Object.fromEntries([...keys].sort().map((key) => [key, past.field(`filters ${id}`, key)]));
  }
}

function queryRow(id: string, parameter: Parameter, history: History): [string, Record<string, unknown>] {
  const name = optionName(id, parameter.name);
  const form = formOf(parameter);
  return [
    name,
    {
      ...(name !== parameter.name && { wire: parameter.name }),
      ...(form && { form }),
      ...(parameter.required && { required: true }),
      ...history.field(`?${id}`, name),
    },
  ];
}

function formOf(parameter: Parameter): string | undefined {
  if (parameter.name === "filters") return "filters";
  if (parameter.json !== undefined) return parameter.collectionFormat === "multi" ? "json-list" : "json";
  if (parameter.format === "time") return "time";
  return parameter.type === "array" ? "list" : undefined;
}

const heading = `// Made by scripts/generate.ts from spec/. Do not edit.

/** From which to which API version something is there: minor numbers, inclusive. */
export interface Span {
  readonly since?: number;
  readonly until?: number;
}

export interface OperationFacts extends Span {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** What a success answers. */
  readonly answer:
    | "json"
    | "empty"
    | "text"
    | "headers"
    | "logs"
    | "json-stream"
    | "progress"
    | "tar"
    | "hijack"
    | "websocket"
    | "session";
  /** 304 says that it was so already: a success. */
  readonly already?: true;
  readonly body?: "json" | "tar";
  /** The query parameters by their public names. */
  readonly query?: Readonly<Record<string, QueryFacts>>;
  /** The keys that \`filters\` takes. */
  readonly filters?: Readonly<Record<string, Span>>;
  /** The fields of the body that are not in every version, by their paths. */
  readonly fields?: Readonly<Record<string, Span>>;
}

export interface QueryFacts extends Span {
  /** The name on the wire, where it is another one. */
  readonly wire?: string;
  /** How a value that is not plain text goes over the wire; the lists repeat the key. */
  readonly form?: "filters" | "json" | "json-list" | "list" | "time";
  readonly required?: true;
}
`;

/** A value as a TypeScript literal on one line. */
function literal(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, entry]) => `${/^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key)}: ${literal(entry)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
