import { InvalidArgumentError } from "../errors.js";

/**
 * Fills the `{…}` of a path, each value as exactly one segment: percent-encoded, and refused where it is empty or a dot
 * segment, which servers and proxies resolve to another endpoint.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>> = {}): string {
  if (!template.includes("{")) return template;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(values[name], name, template));
}

function encodeSegment(value: unknown, name: string, template: string): string {
  if (typeof value !== "string") {
    throw new InvalidArgumentError(
      `${name} (of ${template}) is ${kindOf(value)}; give a name or an id as text.`,
    );
  }
  if (value === "" || value === "." || value === "..") {
    throw new InvalidArgumentError(
      `${name} (of ${template}) is ${JSON.stringify(value)}; give a name or an id.`,
    );
  }
  if (!value.isWellFormed()) {
    throw new InvalidArgumentError(
      `${name} (of ${template}) has half of a surrogate pair in it, which is no text.`,
    );
  }
  return encodeURIComponent(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}
