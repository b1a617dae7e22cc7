import {
  hideAssignments,
  hideUrlCredentials,
  isSecretName,
  isSecretVariable,
} from "../client/secret-names.js";
import type { Hide } from "./recorded-bytes.js";

/** Takes out of what is recorded: the values of members and variables whose names tell a secret, credentials in URLs, and what was named. */
export function hiding(secrets: readonly string[]): Hide {
  const named = secrets.filter((secret) => secret !== "").flatMap(spellings);
  // The longest first: one may be a part of another.
  named.sort((a, b) => b.length - a.length);

  function withoutNamed(given: string): string {
    return named.reduce((left, secret) => left.replaceAll(secret, hidden), given);
  }

  function said(given: string, name: string): string {
    if (given !== "" && isSecretName(name)) return hidden;
    const shown = withoutNamed(given);
    // Of a variable all is its value, with the spaces in it.
    const [assigned, variable] = /^([\w.-]{1,200})=(?=.)/s.exec(shown) ?? [];
    if (variable !== undefined && isSecretVariable(variable)) return `${assigned}${hidden}`;
    return hideAssignments(hideUrlCredentials(shown, hidden), hidden);
  }

  function value(given: unknown, name = ""): unknown {
    if (typeof given === "string") return said(given, name);
    if (Array.isArray(given)) return given.map((item) => value(item, name));
    if (typeof given !== "object" || given === null) return given;
    return Object.fromEntries(
      Object.entries(given).map(([key, member]) => [withoutNamed(key), value(member, nameOf(key, name))]),
    );
  }

  return {
    // Between quotes: credentials must not seem to go on from one string of JSON to the next.
    text: (given) =>
      withoutNamed(given)
        .split('"')
        .map((part) => hideUrlCredentials(part, hidden))
        .join('"'),
    value: (given) => value(given),
  };
}

const hidden = "(hidden)";

/** As such, within JSON, and within a path. */
function spellings(secret: string): string[] {
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), encoded(secret)])];
}

/** A text with half of a surrogate pair has no such form. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : text;
}

/** What stands under these is secret by any name: `JoinTokens.Worker`. */
function nameOf(key: string, above: string): string {
  return /^jointokens$/i.test(above) ? above : key;
}
