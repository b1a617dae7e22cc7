import { stripVTControlCharacters } from "node:util";

/** A line of a program's output: it may have its colours, and nothing else that steers the terminal. */
export function terminalText(line: string): string {
  // What a progress bar has written over is gone.
  const last = line.split(/\r+/).findLast((part) => part !== "") ?? "";
  const parts = last.split(colour);
  const text = parts.map((part, index) => (index % 2 === 1 ? part : harmless(part))).join("");
  return parts.length > 1 ? `${text}\x1b[0m` : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
const colour = /(\x1b\[[\d;]{0,30}m)/;

function harmless(text: string): string {
  return stripVTControlCharacters(text).replace(/[^\P{Cc}\t]/gu, "");
}
