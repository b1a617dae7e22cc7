import type { Hide } from "./recorded-bytes.js";

/** Takes out of what is recorded: the values of members and variables whose names tell a secret, credentials in URLs, and what was named. */
export function hiding(secrets: readonly string[]): Hide {
  // The longest first: one may be a part of another.
  const named = secrets.filter((secret) => secret !== "").sort((a, b) => b.length - a.length);

  function text(given: string): string {
    const shown = named.reduce((left, secret) => left.replaceAll(secret, hidden), given);
    return shown.replace(urlCredentials, `$1${hidden}@`);
  }

  function value(given: unknown, name = ""): unknown {
    if (typeof given === "string" && given !== "" && secretMember.test(name)) return hidden;
    if (typeof given === "string") return text(given.replace(secretVariable, `$1${hidden}`));
    if (Array.isArray(given)) return given.map((item) => value(item, name));
    if (typeof given !== "object" || given === null) return given;
    return Object.fromEntries(
      Object.entries(given).map(([key, member]) => [key, value(member, nameOf(key, name))]),
    );
  }

  return { text, value: (given) => value(given) };
}

const hidden = "(hidden)";
const urlCredentials = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]+@/gi;
/** `NAME=value` of an environment or a command. */
const secretVariable =
  /^([\w-]*(?:pass|pwd|secret|token|credential|api[-_]?key|private[-_]?key|auth)[\w-]*=).+/is;
const secretMember =
  /^(auth|data|jointokens|[\w-]*(?:password|passphrase|token|secret|credential|unlockkey|cakey|api[-_]?key|private[-_]?key))$/i;

/** What stands under these is secret by any name: `JoinTokens.Worker`. */
function nameOf(key: string, above: string): string {
  return /^jointokens$/i.test(above) ? above : key;
}
