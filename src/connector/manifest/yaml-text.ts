/**
 * Writes plain data as YAML that every version of the language reads alike: texts are quoted as in JSON unless they are words that
 * nothing else could be, and those of several lines stand as blocks.
 */
export function yamlText(value: unknown): string {
  return `${lines(value).join("\n")}\n`;
}

function lines(value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item) => within("-", lines(item)));
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .flatMap(([key, member]) => entry(scalar(key), member));
  }
  if (typeof value === "string" && isBlock(value)) {
    return [
      "|",
      ...value
        .slice(0, -1)
        .split("\n")
        .map((line) => (line === "" ? "" : `  ${line}`)),
    ];
  }
  return [scalar(value)];
}

/** A value on the key's own line where it is one line, else below it. */
function entry(key: string, value: unknown): string[] {
  const [first = "", ...rest] = lines(value);
  const isNested = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (!isNested) return [`${key}: ${first}`, ...rest];
  return [`${key}:`, ...[first, ...rest].map(indent)];
}

/** The dash stands before the first line, and the others below what follows it. */
function within(dash: string, [first = "", ...rest]: string[]): string[] {
  return [`${dash} ${first}`, ...rest.map(indent)];
}

function indent(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

function scalar(value: unknown): string {
  if (typeof value === "string" && /^[A-Za-z][\w./() ,;'-]*$/.test(value) && !isSpecial(value)) return value;
  // JSON is YAML but for characters that only JSON lets stand as they are.
  return (JSON.stringify(value) ?? "null").replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Words that stand for something else in one version of YAML or another; and an end that would be cut off. */
function isSpecial(text: string): boolean {
  return /^(true|false|yes|no|on|off|y|n|null)$/i.test(text) || text.endsWith(" ");
}

/** Ends in one line end, begins with no space, and has only what may stand in a block. */
function isBlock(text: string): boolean {
  return (
    /^[^\s](.*[^\n])?\n$/s.test(text) &&
    text.slice(0, -1).includes("\n") &&
    !/[^\t\n\u0020-\u007e\u00a0-\u2027\u2030-\ud7ff]/.test(text)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
