/** The parts of a name in an archive, without those that say nothing. Undefined if it leads out, or cannot be a file's. */
export function partsOf(name: string): string[] | undefined {
  if (name.startsWith("/") || name.includes("\0")) return undefined;
  if (process.platform === "win32" && /[\\:]/.test(name)) return undefined;
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  return parts.includes("..") ? undefined : parts;
}
