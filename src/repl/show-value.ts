import { inspect } from "node:util";
import { cleanText } from "../console/clean-text.js";
import { ApiError, DockerError } from "../errors.js";
import { listTable } from "./list-table.js";
import { redacted } from "./redacted.js";

/** A value as the prompt shows it: a list as a table, an error as its sentence, all else inspected without its secrets. */
export function showValue(value: unknown, { columns = 80, colors = false }: ShowOptions = {}): string {
  if (value instanceof DockerError) return errorText(value);
  if (isInterruption(value)) return "Error: interrupted by Ctrl-C";
  const list = listTable(value, columns);
  if (list !== undefined) return list;
  const text = inspect(redacted(value), { colors, breakLength: columns, depth: 4 });
  return isStream(value) ? `${text} (to see it: await print(_))` : text;
}

export interface ShowOptions {
  readonly columns?: number | undefined;
  readonly colors?: boolean | undefined;
}

/** Without its stack, which tells of the inside of this package. */
function errorText(error: DockerError): string {
  const status = error instanceof ApiError ? `, status ${error.status}` : "";
  return `${error.name}: ${cleanText(error.message)} (${error.code}${status})`;
}

function isInterruption(value: unknown): boolean {
  return value instanceof Error && "code" in value && value.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}

function isStream(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
