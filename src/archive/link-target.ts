/**
 * Says whether a symbolic link at a place in a folder leads to something in that folder. It looks at the text alone, and
 * trusts `..` only at the start: behind a name, which may be a link itself, it can lead anywhere.
 */
export function staysInside(place: readonly string[], target: string): boolean {
  if (target === "" || target.startsWith("/") || target.includes("\0")) return false;
  if (process.platform === "win32" && /[\\:]/.test(target)) return false;
  const parts = target.split("/").filter((part) => part !== "" && part !== ".");
  const climbs = parts.findIndex((part) => part !== "..");
  const up = climbs === -1 ? parts.length : climbs;
  return up < place.length && !parts.includes("..", up);
}
