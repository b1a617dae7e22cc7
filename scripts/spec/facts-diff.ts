/** Tells the facts that differ between two values, one line each: `+ definitions.Port.properties.IP.type: "string"`. */
export function factsDiff(before: unknown, after: unknown): string[] {
  const old = flatten(before);
  const lines: string[] = [];
  for (const [path, value] of flatten(after)) {
    const previous = old.get(path);
    if (previous === undefined) lines.push(`+ ${path}: ${value}`);
    else if (previous !== value) lines.push(`~ ${path}: ${previous} → ${value}`);
    old.delete(path);
  }
  for (const [path, value] of old) lines.push(`- ${path}: ${value}`);
  return lines;
}

function flatten(value: unknown, path = "", into = new Map<string, string>()): Map<string, string> {
  if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    for (const [key, entry] of Object.entries(value))
      flatten(entry, path ? `${path}.${keyOf(entry, key)}` : key, into);
  } else {
    into.set(path, JSON.stringify(value) ?? "undefined");
  }
  return into;
}

/** Parameters are told by name, so that one more in the middle is one line and not a shift of all that follow. */
function keyOf(entry: unknown, key: string): string {
  const isParameter = typeof entry === "object" && entry !== null && "in" in entry && "name" in entry;
  return isParameter ? `${String(entry.in)}:${String(entry.name)}` : key;
}
