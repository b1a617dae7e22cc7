import type { OperationFacts, QueryFacts } from "../../generated/operations.js";
import type { Time } from "../../generated/schema.js";
import { InvalidArgumentError } from "../errors.js";
import { checkSpan } from "./availability.js";
import { encodeFilters } from "./filters.js";
import { unixTime } from "./time.js";

/**
 * The query of a call. `naming` says whether the options have the SDK's names or those of the wire.
 * @throws InvalidArgumentError for an option that the operation does not have, lacks, or cannot be encoded
 * @throws UnsupportedVersionError for one that API v1.`minor` does not have
 */
export function encodeQuery(
  operation: string,
  facts: OperationFacts,
  options: Readonly<Record<string, unknown>>,
  naming: "public" | "wire",
  minor: number,
): string {
  const known = naming === "public" ? (facts.query ?? {}) : byWireName(facts);
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    if (parameter === undefined) throw unknownOption(operation, name, Object.keys(known));
    checkSpan(parameter, minor, `option ${name} of ${operation}`);
    const key = parameter.wire ?? name;
    for (const text of encodeOption(value, name, parameter, facts, operation, minor)) {
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(text)}`);
    }
  }
  for (const [name, { required }] of Object.entries(known)) {
    if (required && (options[name] === undefined || options[name] === null)) {
      throw new InvalidArgumentError(`${operation} needs the option ${name}.`);
    }
  }
  return pairs.join("&");
}

/** The texts of one option: several where its key is repeated, none where it says nothing. */
function encodeOption(
  value: unknown,
  name: string,
  { form }: QueryFacts,
  facts: OperationFacts,
  operation: string,
  minor: number,
): string[] {
  switch (form) {
    case "filters": {
      for (const [key, span] of Object.entries(facts.filters ?? {})) {
        if (isGiven(value, key)) checkSpan(span, minor, `filter ${key} of ${operation}`);
      }
      const text = encodeFilters(value, facts.filters ?? {}, operation);
      return text === undefined ? [] : [text];
    }
    case "json":
      return [
        typeof value === "string" ? plainText(value, name, operation) : jsonText(value, name, operation),
      ];
    case "json-list":
      return (Array.isArray(value) ? value : [value]).map((entry) =>
        typeof entry === "string" ? entry : JSON.stringify(entry),
      );
    case "time":
      return [unixTime(value as Time, name)]; // unixTime judges what it gets
    case "list":
      return (Array.isArray(value) ? value : [value]).map((entry) => plainText(entry, name, operation));
    default:
      return [plainText(value, name, operation)];
  }
}

function isGiven(filters: unknown, key: string): boolean {
  if (typeof filters !== "object" || filters === null || !Object.hasOwn(filters, key)) return false;
  const value = (filters as Record<string, unknown>)[key]; // an object that has the key
  return value !== undefined && value !== null;
}

function plainText(value: unknown, name: string, operation: string): string {
  if (typeof value === "string" && value.isWellFormed()) return value;
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
    return String(value);
  const what =
    typeof value === "number" ? value : typeof value === "string" ? "no text" : `of type ${typeof value}`;
  throw new InvalidArgumentError(
    `option ${name} of ${operation} is ${what}; give well-formed text, a finite number or a boolean.`,
  );
}

function jsonText(value: unknown, name: string, operation: string): string {
  try {
    const text: string | undefined = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch {
    // A cycle or a bigint: as useless as a function, of which nothing is left.
  }
  throw new InvalidArgumentError(`option ${name} of ${operation} cannot be written as JSON.`);
}

function byWireName({ query = {} }: OperationFacts): Record<string, QueryFacts> {
  return Object.fromEntries(Object.entries(query).map(([name, facts]) => [facts.wire ?? name, facts]));
}

function unknownOption(operation: string, name: string, known: string[]): InvalidArgumentError {
  const there = known.length === 0 ? "it takes none" : `it takes ${known.join(", ")}`;
  return new InvalidArgumentError(`${operation} has no option ${name}; ${there}.`);
}
