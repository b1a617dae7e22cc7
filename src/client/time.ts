import type { Time } from "../../generated/schema.js";
import { InvalidArgumentError } from "../errors.js";

/**
 * A moment as the engine takes it on the wire: Unix seconds with up to nine digits behind the point. Durations count
 * back from this machine's clock.
 */
export function unixTime(value: Time, name: string): string {
  if (value instanceof Date) return fromMilliseconds(value.getTime(), name);
  if (typeof value === "number") return fromNumber(value, name);
  if (typeof value !== "string") throw noTime(`of type ${typeof value}`, name);
  if (/^-?\d+(\.\d{1,9})?$/.test(value)) return value;
  const duration = durationMilliseconds(value);
  if (duration !== undefined) return fromMilliseconds(Date.now() - duration, name);
  const [, seconds = "", fraction = "", zone = ""] = isoText.exec(value) ?? [];
  const milliseconds = Date.parse(seconds + zone);
  if (seconds === "" || Number.isNaN(milliseconds)) {
    throw noTime(JSON.stringify(value), name);
  }
  return fraction === "" ? `${milliseconds / 1000}` : `${milliseconds / 1000}${fraction}`;
}

/** Text up to the seconds, the fraction of which JavaScript keeps three digits only, and the zone. */
const isoText = /^(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/i;

function noTime(what: string, name: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `${name} is ${what}; give a Date, Unix seconds, ISO text such as "2026-01-31T12:00:00Z", or a duration such as "10m".`,
  );
}

/** The length of a Go duration such as `1h30m` or `1.5s`; undefined when it is none. */
export function durationMilliseconds(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    sum += Number(amount) * (units[unit] ?? 0);
  }
  return sum;
}

const units: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

function fromMilliseconds(milliseconds: number, name: string): string {
  if (Number.isNaN(milliseconds))
    throw new InvalidArgumentError(`${name} is an invalid Date; give a valid one.`);
  return (milliseconds / 1000).toFixed(3);
}

function fromNumber(seconds: number, name: string): string {
  if (!Number.isFinite(seconds)) {
    throw new InvalidArgumentError(`${name} is ${seconds}; give seconds since 1970 as a finite number.`);
  }
  return Number.isSafeInteger(seconds) ? String(seconds) : seconds.toFixed(9);
}
