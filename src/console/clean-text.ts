import { stripVTControlCharacters } from "node:util";

/**
 * Text of an engine or a registry as one line that is safe in a terminal: whoever writes it could move the cursor, rename the
 * window, or turn around the direction of what follows.
 */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text.slice(0, LONGEST))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** In characters. No honest line is longer, and a dishonest one would fill the screen. */
const LONGEST = 1000;
