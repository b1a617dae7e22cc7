import type { Span } from "../../generated/operations.js";
import { InvalidArgumentError } from "../errors.js";
import { unixTime } from "./time.js";

/**
 * Filters as the engine takes them: JSON text of a map from key to a list of texts. One value or several are taken,
 * numbers, booleans and dates too; a key whose value is undefined is left out.
 * @throws InvalidArgumentError for a key the operation does not have: the events endpoint would ignore it
 */
export function encodeFilters(
  filters: unknown,
  known: Readonly<Record<string, Span>>,
  operation: string,
): string | undefined {
  // A Map has no keys of its own: it would pass for no filters at all, and a prune would take everything.
  if (typeof filters !== "object" || filters === null || Symbol.iterator in filters) {
    throw new InvalidArgumentError(`filters of ${operation} must be an object such as { label: ["a=b"] }.`);
  }
  const encoded: Record<string, string[]> = {};
  for (const [key, value] of Object.entries(filters)) {
    if (value === undefined || value === null) continue;
    if (!Object.hasOwn(known, key)) {
      throw new InvalidArgumentError(
        `filters of ${operation} have no ${key}; there are ${Object.keys(known).join(", ")}.`,
      );
    }
    if (Array.isArray(value) && value.length === 0 && operation.endsWith("Prune"))
      throw nothingAsked(key, operation);
    encoded[key] = (Array.isArray(value) ? value : [value]).map((entry) => encodeValue(entry, key));
  }
  return Object.keys(encoded).length === 0 ? undefined : JSON.stringify(encoded);
}

/** Engines take an empty list for no filter. That harms no list, but a prune would take everything. */
function nothingAsked(key: string, operation: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `filters.${key} of ${operation} is an empty list, which engines take for no filter. Leave it out if everything may go.`,
  );
}

function encodeValue(value: unknown, key: string): string {
  if (typeof value === "string" && value.isWellFormed()) return value;
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
    return String(value);
  if (value instanceof Date) return unixTime(value, `filters.${key}`);
  throw new InvalidArgumentError(
    `filters.${key} takes text, numbers, booleans and dates, or a list of them.`,
  );
}
