/** Nanoseconds since 1970. */
export type Moment = bigint;

const start = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
let last = 0n;

/** The present time, later than any that was given before: what happens one after the other can be told apart. */
export function now(): Moment {
  const moment = start + process.hrtime.bigint();
  last = moment > last ? moment : last + 1n;
  return last;
}

export const never = "0001-01-01T00:00:00Z";

/** As JSON has it: `2026-01-02T03:04:05.123456789Z`, without zeros at the end. */
export function timestamp(moment: Moment): string {
  return fullTimestamp(moment).replace(/\.?0*Z$/, "Z");
}

/** As logs have it: always nine digits. */
export function fullTimestamp(moment: Moment): string {
  const seconds = moment / 1_000_000_000n;
  const rest = (moment % 1_000_000_000n).toString().padStart(9, "0");
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${rest}Z`;
}

export function toSeconds(moment: Moment): number {
  return Number(moment / 1_000_000_000n);
}

/** `1700000000.000000001`, or undefined where it is none. */
export function parseMoment(text: string): Moment | undefined {
  const [, seconds, rest = ""] = /^(\d+)(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  return seconds === undefined ? undefined : BigInt(seconds) * 1_000_000_000n + BigInt(rest.padEnd(9, "0"));
}

/** As `docker ps` tells how long something has been: `Less than a second`, `2 minutes`, `About an hour`. */
export function spanInWords(from: Moment, to: Moment): string {
  const seconds = Number((to - from) / 1_000_000_000n);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.round(seconds / 3600);
  if (seconds < 1) return "Less than a second";
  if (seconds === 1) return "1 second";
  if (seconds < 60) return `${seconds} seconds`;
  if (minutes === 1) return "About a minute";
  if (minutes < 60) return `${minutes} minutes`;
  if (hours === 1) return "About an hour";
  if (hours < 48) return `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
