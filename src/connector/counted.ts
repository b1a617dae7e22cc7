/** How many of something there are, for a sentence: `1 volume`, `3 volumes`. */
export function counted(list: unknown, noun: string): string {
  const count = Array.isArray(list) ? list.length : Number(list ?? 0);
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
