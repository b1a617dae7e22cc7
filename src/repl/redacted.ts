import {
  hideAssignments,
  hideUrlCredentials,
  isSecretName,
  isVariablesName,
} from "../client/secret-names.js";
import { hidden, withoutSecrets } from "../connector/redact.js";

/**
 * The same value with passwords, tokens and the values of variables hidden. Plain objects and arrays are gone through; what
 * has a class of its own is left, and so are values that `console.log` is asked for.
 */
export function redacted(value: unknown): unknown {
  return redact(value, "", new Map());
}

function redact(value: unknown, name: string, done: Map<object, unknown>): unknown {
  if (typeof value === "string") return withoutTextSecrets(value, name);
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  if (!Array.isArray(value) && !isPlain(value)) return value;
  if (isSecretName(name) || isVariablesName(name))
    return Object.keys(value).length === 0 ? value : withoutSecrets(value, name);
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    done.set(value, items);
    for (const item of value) items.push(redact(item, "", done));
    return items;
  }
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(value));
  done.set(value, copy);
  for (const [key, member] of Object.entries(value)) {
    Object.defineProperty(copy, key, {
      value: redact(member, key, done),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

/** Line by line: a text is cut where it is too long for a log, and somebody may want to read all of this. */
function withoutTextSecrets(text: string, name: string): unknown {
  if (isSecretName(name) || isVariablesName(name)) return withoutSecrets(text, name);
  return text
    .split("\n")
    .map((line) => hideAssignments(hideUrlCredentials(line, hidden), hidden))
    .join("\n");
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
