import type { PathStat } from "../resources/path-stat.js";

/** Says whether a path asks for what a folder holds and not for the folder itself: it ends with `/.`, as with `docker cp`. */
export function asksForContent(path: string, separators = /[/]/): boolean {
  const last = path.split(separators).at(-1);
  return last === ".";
}

/** Go has the kind of a file in the upper bits of its mode. */
export function isFolder({ mode }: PathStat): boolean {
  return (mode & (1 << 31)) !== 0;
}

export function isLink({ mode }: PathStat): boolean {
  return (mode & (1 << 27)) !== 0;
}
