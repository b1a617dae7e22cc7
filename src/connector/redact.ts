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
  if (value === "") return "";
  if (secretName.test(name)) return hidden;
  if (valuesName.test(name)) return withoutValues(value);
  if (typeof value === "string") return shownText(value);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, ""));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, withoutSecrets(member, key)]);
  return Object.fromEntries(members);
}

/** Variables of a container or a build hold passwords more often than not. */
function withoutValues(variables: unknown): unknown {
  if (Array.isArray(variables)) return variables.map(withoutValue);
  if (typeof variables !== "object" || variables === null) return hidden;
  return Object.fromEntries(Object.keys(variables).map((name) => [name, hidden]));
}

function withoutValue(variable: unknown): string {
  const [, name] = /^([^=]*=)/.exec(String(variable)) ?? [];
  return name === undefined ? hidden : `${name}${hidden}`;
}

function shownText(value: string): string {
  // A little more than is shown is looked at, so that a secret on the edge is seen to its end.
  const isCut = value.length > 2 * longest;
  const text = (isCut ? value.slice(0, 2 * longest) : value)
    .replace(isCut ? credentialsOrCut : credentials, `$1${hidden}@`)
    .replace(assignment, `$1${hidden}`);
  return isCut || text.length > longest ? `${text.slice(0, longest)}…` : text;
}

export const hidden = "***";
const longest = 2000;
/** Of Git contexts, proxies … the part before the host is a password or a token. It may have an @ in it. */
const credentials = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/]+@/gi;
const credentialsOrCut = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/]+(?:@|$)/gi;
const assignment =
  /((?:pass(?:word|phrase|wd)?|pwd|secret|token|credential|api[-_]?key)s?(?:[-_][\w-]{0,30})?=)(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s&]+)/gi;
const secretName =
  /pass(word|phrase|wd)?s?$|pwd$|secrets?$|tokens?$|credentials?$|unlockkey|jointokens?|private[-_ ]?key|(api|access|secret|ssh|client|encryption|signing)[-_ ]?key$|authorization|x-registry|^auth$|^(plain_)?data$|^params$/i;
const valuesName = /^(env|build_?args)$/i;
