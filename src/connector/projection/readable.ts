import type { Envelope } from "../envelope.js";
import type { Fields } from "../field.js";
import { answersList } from "./answer.js";

/** An envelope as Markdown: the sentence, a table of what is short enough for one, output as it was written, and what to know. */
export function readable({ action, message, data, meta }: Envelope, output: Fields): string {
  // Who may read along in a war room is not who may have a key; the context has it.
  const columns = Object.keys(output).filter(
    (name) => !output[name]?.secret && data.some((item) => isShort(item[name])),
  );
  const isTable = answersList(action) || data.length > 1;
  return [
    message,
    isTable ? asRows(data, columns.slice(0, mostColumns)) : asPairs(data[0] ?? {}, columns),
    ...data.slice(0, 1).flatMap(({ stdout, stderr }) => [fenced(stdout), fenced(stderr)]),
    meta.truncated && "A limit cut the result short.",
    ...meta.warnings.map((warning) => `Warning: ${warning}`),
  ]
    .filter((part) => typeof part === "string" && part !== "")
    .join("\n\n");
}

const mostColumns = 8;
const mostRows = 50;

function asRows(data: Envelope["data"], columns: readonly string[]): string {
  if (columns.length === 0 || data.length === 0) return "";
  const rows = data.slice(0, mostRows).map((item) => columns.map((name) => cell(item[name])));
  const left = data.length - rows.length;
  return table(columns, rows) + (left > 0 ? `\n\n… and ${left} more.` : "");
}

function asPairs(item: Readonly<Record<string, unknown>>, columns: readonly string[]): string {
  const rows = columns.filter((name) => isShort(item[name])).map((name) => [name, cell(item[name])]);
  return rows.length === 0 ? "" : table(["Name", "Value"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `|${row.join("|")}|`).join("\n");
}

function isShort(value: unknown): boolean {
  if (typeof value === "string") return value.length < 300 && !value.includes("\n");
  if (Array.isArray(value))
    return value.length < 10 && value.every((item) => typeof item === "string" && isShort(item));
  return typeof value === "number" || typeof value === "boolean";
}

function cell(value: unknown): string {
  if (Array.isArray(value)) return value.map(cell).join(", ");
  // A table's own sign, and marks that would become links, pictures or tags where someone else wrote the text.
  return value === undefined || value === null ? "" : String(value).replace(/[\\|<>[\]`*_~]/g, "\\$&");
}

/** As it was written, in a fence that is longer than any within. */
function fenced(text: unknown): string {
  if (typeof text !== "string" || text === "") return "";
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, "")}\n${fence}`;
}
