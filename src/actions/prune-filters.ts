import type { OneOrMany, Time } from "../../generated/schema.js";
import { encodeFilters } from "../client/filters.js";
import { durationMilliseconds, unixTime } from "../client/time.js";
import { InvalidArgumentError } from "../errors.js";

export interface PruneFilters {
  /** Only what has all of these labels, `key` or `key=value`. */
  readonly label?: OneOrMany<string>;
  /** Not what has all of these. */
  readonly "label!"?: OneOrMany<string>;
  /** Only what is older: made, or as build cache last used, before this time, or as long ago as a duration such as `24h`. */
  readonly until?: Time;
}

/** A filter that says nothing would let everything go. */
export function checkPruneFilters(filters: PruneFilters): void {
  encodeFilters(filters, { label: {}, "label!": {}, until: {} }, "a prune");
  for (const [key, value] of Object.entries(filters)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.length === 0 || values.includes("") || value === null) {
      throw new InvalidArgumentError(
        `filters.${key} of a prune is empty: leave it out, or say what must match.`,
      );
    }
  }
  if (filters.until !== undefined) unixTime(filters.until, "filters.until");
}

/** Builders take a time only as a duration that nothing was used for. */
export function unusedFor(until: Time): string {
  if (typeof until === "string" && durationMilliseconds(until) !== undefined) return until;
  const seconds = Date.now() / 1000 - Number(unixTime(until, "filters.until"));
  return `${Math.max(seconds, 0).toFixed(3)}s`;
}

/** Whether an engine would take something with these labels, made at this time in Unix seconds, for a match. */
export function matches(
  { label, "label!": not, until }: PruneFilters,
  labels: Readonly<Record<string, string>> | null | undefined,
  seconds: number,
): boolean {
  if (label !== undefined && !hasAll(labels ?? {}, label)) return false;
  if (not !== undefined && hasAll(labels ?? {}, not)) return false;
  return until === undefined || seconds <= Number(unixTime(until, "filters.until"));
}

function hasAll(labels: Readonly<Record<string, string>>, wanted: OneOrMany<string>): boolean {
  const list: readonly string[] = typeof wanted === "string" ? [wanted] : wanted;
  return list.every((entry) => {
    const [key = "", value] = entry.split(/=(.*)/s);
    return Object.hasOwn(labels, key) && (value === undefined || labels[key] === value);
  });
}
