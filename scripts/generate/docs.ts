import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/** Our own words about the API, from spec/docs/: operations, their parameters and filters, schemas and their fields. */
interface OperationDocs {
  text: string;
  like?: string;
  body?: string;
  parameters?: Record<string, string>;
  names?: Record<string, string>;
}

const folder = new URL("../../spec/docs/", import.meta.url);
const operations = read<Record<string, OperationDocs>>("operations.yaml");
const filters = read<Record<string, Record<string, string>>>("filters.yaml");
const schemas = readSchemas();

export function operationDocs(operationId: string): OperationDocs {
  const docs = operations[operationId];
  if (docs === undefined) throw new Error(`spec/docs/operations.yaml has nothing about ${operationId}`);
  return docs;
}

/** The public name of a query parameter: `one-shot` → `oneShot`, `t` → `timeout`. */
export function optionName(operationId: string, wireName: string): string {
  return (
    operationDocs(operationId).names?.[wireName] ??
    wireName.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase())
  );
}

/** The line about the parameter that has this public name. */
export function optionDocs(operationId: string, name: string): string | undefined {
  const { parameters = {} } = operationDocs(operationId);
  const wireName = Object.keys(parameters).find((candidate) => optionName(operationId, candidate) === name);
  return wireName === undefined ? undefined : parameters[wireName];
}

/**
 * The line about what stands at an address of a catalogue: `HostConfig.Binds`, `ContainerPrune 200.SpaceReclaimed`,
 * `?ContainerList.all` (options), `filters ContainerList.status`.
 */
export function describe(address: string): string | undefined {
  const [, root = "", path = ""] = /^([^.[{]+)\.?(.*)$/.exec(address) ?? [];
  if (root.startsWith("?")) return path === "" ? undefined : optionDocs(root.slice(1), path);
  if (root.startsWith("filters ")) return filters[root.slice("filters ".length)]?.[path];
  if (root.endsWith(" body") && path === "") return operationDocs(root.slice(0, -" body".length)).body;
  return schemas[root]?.[path];
}

function read<T>(name: string): T {
  return parse(readFileSync(new URL(name, folder), "utf8")) as T; // our own files
}

function readSchemas(): Record<string, Record<string, string>> {
  const all: Record<string, Record<string, string>> = {};
  for (const name of readdirSync(new URL("schemas/", folder)).filter((file) => file.endsWith(".yaml"))) {
    for (const [root, lines] of Object.entries(read<typeof all>(`schemas/${name}`))) {
      if (all[root] !== undefined) throw new Error(`${root} stands in two files of spec/docs/schemas`);
      all[root] = lines;
    }
  }
  return all;
}
