import type { Fields } from "./field.js";

/** Items with empty lists and objects where the engine says null for them, as it does for changes, labels, tags … */
export function withoutNulls<Item extends Readonly<Record<string, unknown>>>(
  output: Fields,
  items: readonly Item[],
): readonly Item[] {
  const empty = Object.entries(output).flatMap(([name, { kind }]): [string, unknown][] => {
    if (["list", "objects", "rows"].includes(kind)) return [[name, []]];
    return kind === "object" ? [[name, {}]] : [];
  });
  return items.map((item) => {
    const nulls = empty.filter(([name]) => item[name] === null);
    return nulls.length === 0 ? item : { ...item, ...Object.fromEntries(nulls) };
  });
}
