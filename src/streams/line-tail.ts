/** Keeps the last lines of a text that comes in pieces, and so much memory and no more. */
export class LineTail {
  readonly #lines: string[] = [];
  #open = "";

  push(text: string): void {
    const lines = text.split("\n");
    lines[0] = this.#open + lines[0];
    this.#open = (lines.pop() ?? "").slice(0, MAX_LENGTH);
    for (const line of lines.slice(-MAX_LINES)) this.#lines.push(shorten(line));
    if (this.#lines.length > MAX_LINES) this.#lines.splice(0, this.#lines.length - MAX_LINES);
  }

  lines(): readonly string[] {
    const open = this.#open === "" ? [] : [shorten(this.#open)];
    return [...this.#lines, ...open].slice(-MAX_LINES);
  }
}

const MAX_LINES = 20;
const MAX_LENGTH = 1000;

function shorten(line: string): string {
  const text = line.endsWith("\r") ? line.slice(0, -1) : line;
  return text.slice(0, MAX_LENGTH);
}
