import { InvalidArgumentError } from "../errors.js";

export type JsonObject = { readonly [name: string]: unknown };

/**
 * Reads a settings file's text. An empty file and `null` count as an object without fields, as for the docker CLI.
 * The parser's own error is dropped: it quotes the text, and such files hold secrets.
 */
export function parseJsonObject(text: string, file: string): JsonObject {
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InvalidArgumentError(`${file} is not valid JSON. Repair the file or move it away.`);
  }
  if (value === null) return {};
  if (!isJsonObject(value)) {
    throw new InvalidArgumentError(`${file} does not hold a JSON object. Repair the file or move it away.`);
  }
  return value;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
