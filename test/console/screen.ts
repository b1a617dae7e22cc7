/** What a terminal shows of what was written to it: as much of one as the drawing needs. Anything else in it is an error. */
export function screenOf(written: string, { rows = 24, columns = 80 } = {}): string[] {
  const lines = [""];
  let row = 0;
  let column = 0;
  const top = () => Math.max(0, lines.length - rows);
  const put = (text: string) => {
    const line = (lines[row] ?? "").padEnd(column);
    lines[row] = line.slice(0, column) + text + line.slice(column + text.length);
    column += text.length;
    if (column > columns) throw new Error(`a line is longer than the terminal is wide: ${lines[row]}`);
  };
  for (const [piece, number, command] of written.matchAll(PIECES)) {
    const count = Number(number || 1);
    if (command === "A") row = Math.max(top(), row - count);
    else if (command === "B") row = Math.min(lines.length - 1, row + count);
    else if (command === "G") column = count - 1;
    else if (command === "K" && number === "2") lines[row] = "";
    else if (command === "K") lines[row] = (lines[row] ?? "").slice(0, column);
    else if (number === "?2026") continue;
    else if (command !== undefined) throw new Error(`the terminal is told ${JSON.stringify(piece)}`);
    else if (piece === "\r") column = 0;
    else if (piece.endsWith("\n")) {
      column = 0;
      row++;
      if (row === lines.length) lines.push("");
    } else put(piece);
  }
  return lines.map((line) => line.trimEnd());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a terminal is told by.
const PIECES = /\x1b\[(\??\d*)([A-Za-z])|\r\n|[\r\n]|[^\x1b\r\n]+/g;
