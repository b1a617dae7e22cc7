/** How the values of lists look in a table. Whatever an engine leaves out is empty. */

export type Row = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? `${value}`
    : "";
}

/** The value below several names: `at(node, "Description", "Hostname")`. */
export function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);
}

/** The first twelve digits, which engines take for the whole. */
export function shortId(id: unknown): string {
  return textOf(id)
    .replace(/^sha256:/, "")
    .replace(/^([0-9a-f]{12})[0-9a-f]+$/, "$1");
}

export function sizeText(bytes: unknown): string {
  if (typeof bytes !== "number" || bytes < 0) return "";
  const steps = ["B", "kB", "MB", "GB", "TB"];
  const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 || value >= 999.5 ? Math.round(value) : value.toPrecision(3)} ${steps[step]}`;
}

/** `3 hours ago` of seconds since 1970 or a date as text. */
export function ageText(time: unknown, now = Date.now()): string {
  const then = typeof time === "number" ? time * 1000 : Date.parse(textOf(time));
  // Images that are built to be the same everywhere have no time, or one long ago.
  if (!Number.isFinite(then) || then <= 0) return "";
  const seconds = Math.max(0, (now - then) / 1000);
  const [length, unit] = units.find(([length]) => seconds >= length) ?? [1, "second"];
  const count = Math.floor(seconds / length);
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

const units: readonly [number, string][] = [
  [31_536_000, "year"],
  [2_592_000, "month"],
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
];
