import { InvalidArgumentError } from "../errors.js";

/**
 * Fills the `{…}` of a path, each value as exactly one segment: percent-encoded, and refused where it is empty or has a dot
 * segment in it. Servers resolve these to another endpoint, and a proxy that decodes slashes does so behind any encoding.
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
  const text = template.startsWith("/containers/") ? withoutSlash(value) : value;
  if (text === "" || dotSegment.test(text)) {
    throw new InvalidArgumentError(
      `${name} (of ${template}) is ${JSON.stringify(value)}; give a name or an id.`,
    );
  }
  if (!text.isWellFormed()) {
    throw new InvalidArgumentError(
      `${name} (of ${template}) has half of a surrogate pair in it, which is no text.`,
    );
  }
  return encodeURIComponent(text);
}

const dotSegment = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)/;

/** Engines list containers' names with a slash before them, and redirect a path in which it stands. */
function withoutSlash(name: string): string {
  return name.startsWith("/") ? name.slice(1) : name;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}
