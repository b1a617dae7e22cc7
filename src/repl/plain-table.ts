import { isRecord, textOf } from "./cells.js";
import { table } from "./table.js";

/** Any records as a table of those members that are text or numbers; one record as a line for each of them. */
export function plainTable(value: unknown, columns: number): string | undefined {
  if (isRecord(value)) {
    const rows = Object.entries(value).filter(([, member]) => textOf(member) !== "");
    return rows.length === 0
      ? undefined
      : table(
          rows.map(([name, member]) => [name, textOf(member)]),
          columns,
        );
  }
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return undefined;
  const names = [...new Set(value.flatMap((row) => Object.keys(row)))].filter((name) =>
    value.some((row) => textOf(row[name]) !== ""),
  );
  if (names.length === 0) return undefined;
  return table([names, ...value.map((row) => names.map((name) => textOf(row[name])))], columns);
}
