import {
  hideAssignments,
  hideUrlCredentials,
  isSecretName,
  isVariablesName,
} from "../client/secret-names.js";
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
  // A connector's `params` are what a caller gave, of any kind.
  if (isSecretName(name) || /^params$/i.test(name)) return hidden;
  if (isVariablesName(name)) return withoutValues(value);
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
  const looked = isCut ? value.slice(0, 2 * longest) : value;
  const text = hideAssignments(hideUrlCredentials(looked, hidden, { isCut }), hidden);
  return isCut || text.length > longest ? `${text.slice(0, longest)}…` : text;
}

export const hidden = "***";
const longest = 2000;
