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
    for (let newline = this.#newline(data, 0); newline !== -1; newline = this.#newline(data, start)) {
      if (this.#held.length === 0 && newline - start <= this.#maxBytes) {
        addLines(data.toString("utf8", start, newline + 1), lines);
      } else {
        this.#hold(data.subarray(start, newline), lines);
        addLines(`${this.#held.take()}\n`, lines);
      }
      start = newline + 1;
    }
    if (start < data.length) this.#hold(data.subarray(start), lines);
  }

  /** At the end of the stream: the last line, when no newline ended it. */
  rest(): string | undefined {
    return this.#held.length === 0 ? undefined : this.#held.take().toString();
  }

  /** The newline up to which the next lines are decoded together: the last one of a block, or the one that a long line has. */
  #newline(data: Buffer, start: number): number {
    if (this.#held.length > 0) return data.indexOf(LF, start);
    const last = data.lastIndexOf(LF, start + Math.min(this.#maxBytes, BLOCK));
    return last >= start ? last : data.indexOf(LF, start);
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
/**
 * Bytes. To decode a line costs more than to cut it from a longer text, which it then keeps alive: few enough that nobody
 * who keeps some lines notices.
 */
const BLOCK = 4096;
const LONGEST_CHARACTER = 4;

/** Adds the lines of a text that ends with a newline. */
function addLines(text: string, lines: string[]): void {
  let start = 0;
  for (let newline = text.indexOf("\n"); newline !== -1; newline = text.indexOf("\n", start)) {
    const isReturn = newline > start && text.charCodeAt(newline - 1) === CR;
    lines.push(text.slice(start, isReturn ? newline - 1 : newline));
    start = newline + 1;
  }
}

/** The last place up to `limit` where `bytes` can be cut without cutting a character. */
function endOfCharacter(bytes: Buffer, limit: number): number {
  for (let end = limit; end > limit - LONGEST_CHARACTER; end--) {
    if (((bytes[end] ?? 0) & 0xc0) !== 0x80) return end;
  }
  return limit;
}
