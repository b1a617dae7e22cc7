import * as v from "valibot";
import { InvalidArgumentError } from "../errors.js";
import type { Field, Fields } from "./field.js";
import { Names, plain } from "./names.js";
import { isEnv, readValue } from "./read-value.js";
import { withoutSecrets } from "./redact.js";

/**
 * Reads what a platform sent for an action or as settings: names in any spelling, values from text, defaults where nothing
 * was given. All faults are told at once.
 * @throws InvalidArgumentError
 */
export function readInput(fields: Fields, raw: unknown, what: string): Record<string, unknown> {
  if (raw !== undefined && raw !== null && (typeof raw !== "object" || Array.isArray(raw))) {
    throw new InvalidArgumentError(`the parameters of ${what} must be an object, not ${kindOf(raw)}.`);
  }
  const names = namesOf(fields);
  const faults: string[] = [];
  const given = new Map<string, unknown>();
  for (const [name, value] of Object.entries(raw ?? {})) {
    const field = names.get(name);
    if (field === undefined) {
      if (value !== undefined && value !== null && value !== "") faults.push(unknown(name, what, names));
      continue;
    }
    const read = readValue(field.field, value);
    if (read === undefined) continue;
    if (given.has(field.name)) faults.push(`${field.name} is given twice, once as ${name}: give it once.`);
    given.set(field.name, read);
  }
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value =
      given.get(name) ?? (field.required ? inObject(field, fields, given) : undefined) ?? field.default;
    if (value === undefined) {
      if (field.required) faults.push(`${name} is missing: give ${field.wanted}.`);
    } else if (fits(field, value)) {
      values[name] = value;
    } else {
      faults.push(`${name} is ${shown(name, field, value)}: give ${field.wanted}.`);
    }
  }
  if (faults.length > 0) throw new InvalidArgumentError(faults.join(" "));
  return values;
}

/** What is wanted by itself may also stand where an object holds fields of the body, by the API's name. */
function inObject(field: Field, fields: Fields, given: ReadonlyMap<string, unknown>): unknown {
  if (field.place?.in !== "body" || field.place.name === undefined) return undefined;
  const wanted = plain(field.place.name);
  for (const [name, { place }] of Object.entries(fields)) {
    const object = place?.in === "body" && place.name === undefined ? given.get(name) : undefined;
    const member = Object.entries(object ?? {}).find(([key]) => plain(key) === wanted);
    if (member) return readValue(field, member[1]);
  }
  return undefined;
}

/** The fields by all their names. */
function namesOf(fields: Fields): Names<{ name: string; field: Field }> {
  const names = new Names<{ name: string; field: Field }>();
  for (const [name, field] of Object.entries(fields)) names.add([name], { name, field });
  // After the names themselves, which no other field's alias may take.
  for (const [name, field] of Object.entries(fields)) {
    names.alias([...Object.values(field.names ?? {}), ...(field.aliases ?? [])], { name, field });
  }
  return names;
}

/** A list passes for a record with valibot; an engine answers 500 to it. */
function fits({ kind, schema }: Field, value: unknown): boolean {
  const wrong =
    kind === "objects"
      ? Array.isArray(value) && value.some(Array.isArray)
      : (kind === "object" || kind === "filters") && Array.isArray(value);
  return !wrong && v.is(schema, value);
}

function unknown(name: string, what: string, names: Names<unknown>): string {
  const nearest = names.nearest(name);
  const hint =
    nearest.length === 0
      ? `There are: ${names.list().join(", ") || "none"}.`
      : `Did you mean ${nearest.join(" or ")}?`;
  return `${what} has no parameter ${JSON.stringify(name.slice(0, 100))}. ${hint}`;
}

function shown(name: string, field: Field, value: unknown): string {
  const { secret, kind } = field;
  if (secret || isEnv(field)) return "not what it must be";
  // Whole bodies hold variables with passwords.
  if (kind === "object" || kind === "objects")
    return typeof value === "string" ? "text that is no JSON" : kindOf(value);
  const text = typeof value === "string" ? JSON.stringify(value) : safeJson(withoutSecrets(value, name));
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? kindOf(value);
  } catch {
    return kindOf(value);
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}
