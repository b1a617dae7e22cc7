import { InvalidArgumentError } from "../errors.js";
import { GatheredBytes } from "./gathered-bytes.js";

/**
 * Cuts the bytes of one stream into lines, without their LF or CRLF. Bytes are held until their line is whole and only
 * then decoded, so a character cut in two stays one.
 */
export class LineCutter {
  readonly #maxBytes: number;
  readonly #tooLong: ((start: string) => never) | undefined;
  readonly #held = new GatheredBytes();

  /** A line of more than `maxBytes` is given in pieces of that size, unless `tooLong` throws at its first piece. */
  constructor(maxBytes: number, tooLong?: (start: string) => never) {
    if (!Number.isSafeInteger(maxBytes) || maxBytes < LONGEST_CHARACTER) {
      throw new InvalidArgumentError(`maxLineBytes must be a whole number from ${LONGEST_CHARACTER} on.`);
    }
    this.#maxBytes = maxBytes;
    this.#tooLong = tooLong;
  }

  /** Adds every line that `data` completes to `lines`. */
  cut(data: Buffer, lines: string[]): void {
    let start = 0;
    for (let newline = data.indexOf(LF); newline !== -1; newline = data.indexOf(LF, start)) {
      if (this.#held.length === 0 && newline - start <= this.#maxBytes) {
        lines.push(decodeLine(data, start, newline));
      } else {
        this.#hold(data.subarray(start, newline), lines);
        const line = this.#held.take();
        lines.push(decodeLine(line, 0, line.length));
      }
      start = newline + 1;
    }
    if (start < data.length) this.#hold(data.subarray(start), lines);
  }

  /** At the end of the stream: the last line, when no newline ended it. */
  rest(): string | undefined {
    return this.#held.length === 0 ? undefined : this.#held.take().toString();
  }

  #hold(data: Buffer, lines: string[]): void {
    let rest = data;
    // One byte more than allowed may be the CR of a line that just fits.
    while (this.#held.length + rest.length > this.#maxBytes + 1) {
      const missing = this.#maxBytes + 1 - this.#held.length;
      this.#held.append(rest.subarray(0, missing));
      rest = rest.subarray(missing);
      const bytes = this.#held.take();
      const end = endOfCharacter(bytes, this.#maxBytes);
      const piece = bytes.toString("utf8", 0, end);
      this.#tooLong?.(piece);
      lines.push(piece);
      this.#held.append(bytes.subarray(end));
    }
    this.#held.append(rest);
  }
}

const LF = 10;
const CR = 13;
const LONGEST_CHARACTER = 4;

function decodeLine(data: Buffer, start: number, end: number): string {
  return data.toString("utf8", start, end > start && data[end - 1] === CR ? end - 1 : end);
}

/** The last place up to `limit` where `bytes` can be cut without cutting a character. */
function endOfCharacter(bytes: Buffer, limit: number): number {
  for (let end = limit; end > limit - LONGEST_CHARACTER; end--) {
    if (((bytes[end] ?? 0) & 0xc0) !== 0x80) return end;
  }
  return limit;
}
