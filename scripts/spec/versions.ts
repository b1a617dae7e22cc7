import type { Spec } from "./model.js";

/** Whether version `a` is `b` or newer. */
export function atLeast(a: string, b: string): boolean {
  return minor(a) >= minor(b);
}

/** The number that tells versions apart, all of them being 1.something: 43 for "1.43". */
export function minor(version: string): number {
  const match = /^1\.(\d+)$/.exec(version);
  if (match === null) throw new Error(`${version} is no API version`);
  return Number(match[1]);
}

/** The specs of an inclusive range such as `1.42..1.47` or `1.51`; all of them where the range is absent. */
export function versionsIn(specs: Spec[], range: string | undefined): Spec[] {
  if (range === undefined) return specs;
  const [from = "", to = from] = range.split("..");
  const found = specs.filter(({ info }) => atLeast(info.version, from) && atLeast(to, info.version));
  if (found.length === 0) throw new Error(`there is no version in ${range}`);
  return found;
}
