/** The time that the engine has put in front of a log entry. */
export interface Stamp {
  /** In a form in which later times are greater texts, and which is good for `since`. */
  readonly time: string;
  /** Of all that stands in front of the entry. */
  readonly length: number;
}

/** Reads the time in front of an entry, if there is one. */
export function stampAt(bytes: Buffer, start: number, end = bytes.length): Stamp | undefined {
  const text = bytes.toString("latin1", start, Math.min(start + LONGEST_STAMP, end));
  const [prefix, seconds, fraction = "", zone] = form.exec(text) ?? [];
  if (prefix === undefined) return undefined;
  // As Docker writes it. Engines of the same API, such as Podman, write no more digits than there are and their own zone.
  if (zone === "Z" && fraction.length === 10) return { time: text.slice(0, 30), length: prefix.length };
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  const utc = new Date(milliseconds).toISOString().slice(0, -".000Z".length);
  return { time: `${utc}${fraction.padEnd(1, ".").padEnd(10, "0")}Z`, length: prefix.length };
}

/** `2026-01-31T12:00:00.000000000+00:00 ` is as long as they get. */
export const LONGEST_STAMP = 36;

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d) /;
