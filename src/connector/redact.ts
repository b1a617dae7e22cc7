import type { Fields } from "./field.js";

/** Values as they may be shown: secrets as such, long texts cut. */
export function redact(fields: Fields, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      fields[name]?.secret ? hidden : withoutSecrets(value, name),
    ]),
  );
}

/** The same value with secrets hidden wherever a member's name tells one. */
export function withoutSecrets(value: unknown, name: string): unknown {
  if (secretName.test(name)) return value === "" ? "" : hidden;
  if (typeof value === "string") {
    // Of Git contexts, proxies … the part before the host is a password or a token.
    const text = value.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${hidden}@`);
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  }
  if (/^env$/i.test(name) && Array.isArray(value)) return value.map(withoutValue);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, ""));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withoutSecrets(member, key)]);
  return Object.fromEntries(members);
}

/** Variables of a container hold passwords more often than not. */
function withoutValue(variable: unknown): string {
  return `${String(variable).replace(/=.*$/s, "")}=${hidden}`;
}

export const hidden = "***";
const longest = 2000;
const secretName =
  /pass(word|phrase|wd)?$|secret$|token$|unlockkey|jointoken|private_?key|client_?key$|authorization|x-registry|^auth$|^data$/i;
