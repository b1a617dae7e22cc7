/** A moment of the engine's clock, in nanoseconds since 1970. No number of JavaScript is that exact. */
export type Moment = bigint;

/** Of Unix seconds with up to nine digits behind the point. */
export function momentOfSeconds(text: string): Moment {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? [];
  const nanoseconds = BigInt(whole) * SECOND + BigInt(fraction.padEnd(9, "0"));
  return sign === "-" ? -nanoseconds : nanoseconds;
}

/** As the engine takes it in a query. */
export function secondsOfMoment(moment: Moment): string {
  const sign = moment < 0n ? "-" : "";
  const size = moment < 0n ? -moment : moment;
  return `${sign}${size / SECOND}.${fractionOf(size)}`;
}

export function momentOfMilliseconds(milliseconds: number): Moment {
  return BigInt(Math.floor(milliseconds)) * MILLISECOND;
}

export function isoTextOfMoment(moment: Moment): string {
  const seconds = new Date(Number(moment / MILLISECOND)).toISOString().slice(0, -".000Z".length);
  return `${seconds}.${fractionOf(moment)}Z`;
}

export const MILLISECOND = 1_000_000n;
export const SECOND = 1_000_000_000n;

function fractionOf(moment: Moment): string {
  return `${moment % SECOND}`.padStart(9, "0");
}
