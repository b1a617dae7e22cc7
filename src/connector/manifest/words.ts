import type { Field } from "../field.js";

/** `clientKeyPassphrase` and `client_key_passphrase` as a label: `Client key passphrase`. `id` is `ID`. */
export function label(name: string): string {
  const words = snake(name)
    .split("_")
    .map((word) => (abbreviations.has(word) ? word.toUpperCase() : word))
    .join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const abbreviations: ReadonlySet<string> = new Set([
  "id",
  "url",
  "api",
  "tls",
  "ca",
  "cpu",
  "ipv4",
  "ipv6",
  "ipam",
]);

/** `verifyTls` as `verify_tls`, as platforms write names. */
export function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** What is said of a field, with the versions that it needs. */
export function described({ description, since, until }: Field): string {
  const versions = [since && `Since API version ${since}.`, until && `Up to API version ${until}.`];
  return [description, ...versions].filter(Boolean).join(" ");
}

/** A default as a form holds it: text where it has no other kind of value. */
export function formDefault(value: unknown): string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : JSON.stringify(value);
}
