import type { OperationFacts, Span } from "../../generated/operations.js";
import { UnsupportedVersionError } from "../errors.js";

/** Refuses what API v1.`minor` does not have: an engine would silently ignore it. */
export function checkSpan({ since, until }: Span, minor: number, what: string): void {
  if (since !== undefined && minor < since) throw unsupported(what, `needs API v1.${since} or newer`, minor);
  if (until !== undefined && minor > until) throw unsupported(what, `went away after API v1.${until}`, minor);
}

/** Refuses fields of a body that API v1.`minor` does not have. A field with an empty value asks for nothing and passes. */
export function checkBody(operation: string, { fields }: OperationFacts, body: unknown, minor: number): void {
  for (const [path, span] of Object.entries(fields ?? {})) {
    const outside = (span.since ?? 0) > minor || (span.until ?? minor) < minor;
    if (outside && asksFor(body, stepsOf(path))) checkSpan(span, minor, `field ${path} of ${operation}`);
  }
}

function unsupported(what: string, reason: string, minor: number): UnsupportedVersionError {
  return new UnsupportedVersionError(
    `${what} ${reason}, but this client speaks v1.${minor}, and the engine would ignore it. Leave it out, or use an engine and an apiVersion that have it.`,
  );
}

/** `Mounts[].BindOptions` → `Mounts`, `[]`, `BindOptions`. */
function stepsOf(path: string): string[] {
  return path.split(/\.|(?=\[\]|\{\})/);
}

function asksFor(value: unknown, [step, ...rest]: string[]): boolean {
  if (step === undefined) return !isEmpty(value);
  if (typeof value !== "object" || value === null) return false;
  if (step === "[]" || step === "{}") return Object.values(value).some((entry) => asksFor(entry, rest));
  return Object.hasOwn(value, step) && asksFor((value as Record<string, unknown>)[step], rest); // an object that has the key
}

/** What Go's JSON takes for "not set". */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === 0 || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
