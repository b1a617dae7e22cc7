import type { Field } from "./field.js";
import { plain } from "./names.js";
import { words } from "./words.js";

/**
 * Reads what a platform sent for a field: platforms have text for nearly everything, and labels where the API has values.
 * What cannot be read is given back as it is: the field's schema refuses it then, with what is wanted. Undefined means
 * that nothing was given.
 */
export function readValue(field: Field, raw: unknown): unknown {
  if (raw === undefined || raw === null) return undefined;
  const value = typeof raw === "string" && field.kind !== "text" ? raw.trim() : raw;
  // All platforms send empty text for a field that was left blank.
  if (value === "") return undefined;
  return readers[field.kind](value, field);
}

const readers: Readonly<Record<Field["kind"], (value: unknown, field: Field) => unknown>> = {
  text: (value) => (typeof value === "number" || typeof value === "boolean" ? String(value) : value),
  integer: asNumber,
  number: asNumber,
  boolean: asBoolean,
  list: (value, field) =>
    isEnv(field) ? texts(asVariables(fromText(value, variables))) : texts(fromText(value, separated)),
  command: (value) => texts(fromText(value, commandWords)),
  object: (value) => asJson(fromText(value)),
  objects: (value) => {
    const list = asJson(fromText(value));
    return isObject(list) ? [list] : list;
  },
  rows: (value) => asJson(fromText(value)),
  filters: asFilters,
  time: asTime,
  choice: asOption,
  choices: (value, field) => {
    const list = texts(fromText(value, separated));
    return Array.isArray(list) ? list.map((item) => asOption(item, field)) : list;
  },
  file: (value) => (typeof value === "number" ? String(value) : value),
};

function asNumber(value: unknown): unknown {
  return typeof value === "string" && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
}

function asBoolean(value: unknown): unknown {
  const word = wordOf(value).toLowerCase();
  if (["true", "yes", "1", "on", "y", "t"].includes(word)) return true;
  if (["false", "no", "0", "off", "n", "f"].includes(word)) return false;
  return value;
}

/** JSON text where it is some, else what `otherwise` makes of the text. */
function fromText(value: unknown, otherwise: (text: string) => unknown = (text) => text): unknown {
  if (typeof value !== "string") return value;
  if (!/^[[{]/.test(value)) return otherwise(value);
  try {
    return JSON.parse(value);
  } catch {
    // Not with the parser's words, which quote the text. A list as Python writes it would be cut at its commas.
    return otherwise === commandWords || !/[\]}]$/.test(value) ? otherwise(value) : value;
  }
}

/** What JSON can say: no functions, no circles, no big integers; dates as text. What it cannot is given back for the schema. */
function asJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return "what JSON cannot say";
  }
}

/** Words that cannot be told are given back as text, for the schema to refuse. */
function commandWords(text: string): unknown {
  return words(text) ?? text;
}

function separated(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Variables of a container, whose values are nobody's business. */
export function isEnv({ place }: Field): boolean {
  return /(^|\.)Env$/.test(place?.name ?? "");
}

/** `{ KEY: "value" }` is taken as well. */
function asVariables(value: unknown): unknown {
  if (!isObject(value)) return value;
  // What is no text is left for the schema to refuse.
  return Object.entries(value).map(([name, text]) =>
    typeof text === "object" && text !== null ? text : `${name}=${String(text)}`,
  );
}

/** A value may have commas in it, and what follows one without a name would take a variable away. */
function variables(text: string): string[] {
  return text.split(/,(?=\s*[A-Za-z_][\w.-]*=)/).map((part) => part.trim());
}

function texts(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  return Array.isArray(value)
    ? value.map((item) => (typeof item === "number" || typeof item === "boolean" ? String(item) : item))
    : value;
}

/** The engine wants lists and answers 500 to anything else. `key=value` is taken too, as the CLI has it. */
function asFilters(value: unknown): unknown {
  const filters = asJson(fromText(value, pairs));
  if (!isObject(filters)) return filters;
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, wanted]) => wanted !== null && wanted !== "")
      .map(([key, wanted]) => [key, texts(typeof wanted === "string" ? [wanted] : setOf(wanted))]),
  );
}

/** `{ "running": true }`, as older clients write a set. */
function setOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.entries(value)
    .filter(([, isIn]) => isIn === true)
    .map(([key]) => key);
}

function pairs(text: string): unknown {
  const parts = separated(text).map((part) => /^([^=]+)=(.+)$/.exec(part));
  const filters = new Map<string, string[]>();
  for (const part of parts) {
    if (part === null) return text;
    const [, key = "", value = ""] = part;
    const values = filters.get(key.trim()) ?? [];
    filters.set(key.trim(), [...values, value.trim()]);
  }
  return Object.fromEntries(filters);
}

/** Text as the client takes it. ISO text without a zone is UTC here: the zone of the machine that runs this is nobody's wish. */
function asTime(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return value;
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/i.test(value) ? `${value}Z` : value;
}

function asOption(value: unknown, { options = [] }: Field): unknown {
  return options.find((option) => plain(option) === plain(wordOf(value))) ?? value;
}

/** An object is no word, and one with a `toString` of its own may throw when it is asked for it. */
function wordOf(value: unknown): string {
  return typeof value === "object" ? "" : String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
