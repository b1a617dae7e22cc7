import { cleanText } from "../console/clean-text.js";

/** Rows of cells below each other, the first being the heads. Where the text is too wide the widest columns are cut. */
export function table(rows: readonly (readonly string[])[], columns: number): string {
  const clean = rows.map((row) => row.map(cleanText));
  const count = Math.max(0, ...clean.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...clean.map((row) => widthOf(row[at] ?? ""))),
  );
  shrink(widths, columns - GAP.length * (count - 1));
  return clean
    .map((row) =>
      widths
        .map((width, at) => padded(row[at] ?? "", width))
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
}

const GAP = "   ";
const SMALLEST = 4;

function shrink(widths: number[], room: number): void {
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= SMALLEST) return;
    const next = Math.max(SMALLEST, ...widths.filter((width) => width < widest));
    const at = widths.indexOf(widest);
    const less = Math.max(1, Math.min(over, widest - next));
    widths[at] = widest - less;
    over -= less;
  }
}

function padded(text: string, width: number): string {
  const missing = width - widthOf(text);
  if (missing >= 0) return text + " ".repeat(missing);
  let kept = "";
  let used = 0;
  for (const character of text) {
    const wide = widthOf(character);
    if (used + wide > width - 1) break;
    kept += character;
    used += wide;
  }
  return `${kept}…${" ".repeat(Math.max(0, width - 1 - used))}`;
}

/** In columns of a terminal: letters of East Asia and pictures take two, marks on a letter none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
