import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** What a list is asked for: each name with the values of which one must fit. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/** Reads the `filters` of a request, in either of the forms that engines take. */
export function readFilters({ world, query }: Call, known: readonly string[]): Filters {
  const text = query.get("filters");
  if (text === null || text === "") return new Map();
  const filters = new Map(entriesOf(text));
  for (const name of filters.keys()) {
    if (!known.includes(name)) throw new Refusal(400, `${word(world)} filter '${name}'`);
  }
  return filters;
}

/** A filter that is `true` or `false`. */
export function booleanFilter({ world }: Call, filters: Filters, name: string): boolean | undefined {
  const values = filters.get(name);
  if (values === undefined || values.length === 0) return undefined;
  if (values.every((value) => value === "true" || value === "1")) return true;
  if (values.every((value) => value === "false" || value === "0")) return false;
  throw new Refusal(400, `${word(world)} filter '${name}=[${values.join(" ")}]'`);
}

/** Whether labels have all that is asked for; `label!` is what they must not have. */
export function fitsLabels(
  filters: Filters,
  labels: Readonly<Record<string, string>> | null | undefined,
): boolean {
  const has = (wanted: string) => {
    const [key = "", ...value] = wanted.split("=");
    const own = labels?.[key];
    return own !== undefined && (value.length === 0 || own === value.join("="));
  };
  return (
    (filters.get("label") ?? []).every(has) && !(filters.get("label!") ?? []).some((label) => has(label))
  );
}

/** Whether one of the values is the given one, or there is no such filter. */
export function fitsExactly(filters: Filters, name: string, value: string | readonly string[]): boolean {
  const wanted = filters.get(name);
  if (wanted === undefined || wanted.length === 0) return true;
  return wanted.some((each) => (typeof value === "string" ? value === each : value.includes(each)));
}

/** Names are searched for: the value is a regular expression. */
export function fitsName(filters: Filters, name: string, values: readonly string[]): boolean {
  const wanted = filters.get(name);
  if (wanted === undefined || wanted.length === 0) return true;
  return wanted.some((each) => values.some((value) => value === each || searched(each).test(value)));
}

function searched(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    return /(?!)/;
  }
}

function word({ version }: Call["world"]): string {
  return version.era === 20 ? "Invalid" : "invalid";
}

function entriesOf(text: string): [string, string[]][] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError();
    return Object.entries(value).map(([name, values]) => [name, valuesOf(values)]);
  } catch {
    throw new Refusal(400, "invalid filter");
  }
}

/** `["a"]`, or `{ "a": true }` as clients wrote it before. */
function valuesOf(values: unknown): string[] {
  if (Array.isArray(values)) return values.map(String);
  if (typeof values === "object" && values !== null) return Object.keys(values);
  throw new TypeError();
}
