import type { ByteCount } from "../streams/progress.js";

/** A line of the board. Its texts are clean. */
export interface BoardLine {
  readonly kind: "layer" | "step" | "remark";
  readonly name: string;
  readonly state: string;
  readonly bytes?: ByteCount | undefined;
  /** How long a step took. */
  readonly seconds?: number;
  /** The last line that a step has written, or why it failed. */
  readonly lastWords?: string | undefined;
}

/** The line as text of at most so many columns. */
export function lineText(line: BoardLine, columns: number): string {
  // The last column stays empty: some terminals begin a new line behind it.
  return clipped(fullText(line, columns), columns - 1).trimEnd();
}

/** At most so many of the lines; one that stands for the rest says how many they are. */
export function fitLines(lines: readonly BoardLine[], most: number): BoardLine[] {
  if (lines.length <= most) return [...lines];
  const active = lines.filter(isActive).slice(0, most - 1);
  const shown = new Set(active);
  // Of the others the last: a remark at the end says more than a layer that was there from the beginning.
  const room = most - 1 - active.length;
  if (room > 0) for (const line of lines.filter((line) => !shown.has(line)).slice(-room)) shown.add(line);
  const rest: BoardLine = { kind: "remark", name: `... ${lines.length - shown.size} more`, state: "" };
  return [...lines.filter((line) => shown.has(line)), rest];
}

function fullText({ kind, name, state, bytes, seconds, lastWords }: BoardLine, columns: number): string {
  if (kind === "remark") return name;
  const progress = bytes === undefined ? "" : bytesText(bytes, columns);
  if (kind === "layer") return `${name.padEnd(12)}  ${state.padEnd(18)}  ${progress}`;
  const time = seconds === undefined ? "" : `  ${seconds.toFixed(1)} s`;
  const words = lastWords === undefined ? "" : `  | ${lastWords}`;
  return `${state.padEnd(8)}  ${name}${time}${progress === "" ? words : `  ${progress}`}`;
}

function bytesText({ current, total, percent }: ByteCount, columns: number): string {
  if (current === undefined) return "";
  if (total === undefined || percent === undefined) return megabytes(current);
  const width = Math.min(30, columns - 64);
  const bar = width < 5 ? "" : `[${barText(percent, width)}]  `;
  return `${bar}${`${percent}`.padStart(3)}%  ${megabytes(current)} / ${megabytes(total)}`;
}

function barText(percent: number, width: number): string {
  const done = Math.floor((percent / 100) * width);
  return `${"=".repeat(done)}${done < width ? ">" : ""}`.padEnd(width);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** More is to be expected of it. */
function isActive({ kind, state, bytes }: BoardLine): boolean {
  return kind === "step" ? state === "running" : bytes?.current !== undefined;
}

function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  // By characters, so that none is cut in two.
  return [...text].slice(0, Math.max(1, length)).join("");
}
