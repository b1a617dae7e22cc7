import { ProtocolError } from "../errors.js";
import { LONGEST_ENTRY, type ResumedLog, type ResumedLogOptions } from "./resumed-log.js";
import { LONGEST_STAMP, type Stamp, stampAt } from "./resumed-stamp.js";

/**
 * The log of a TTY, where nothing frames the entries. Most end with their newline. The parts of a long line do not, nor
 * does the last line of a process that ended without one: behind these the next entry is known by its time, where an
 * HTTP chunk begins (the engine sends each entry as one), or where a part has its full size.
 */
export class ResumedConsole implements ResumedLog {
  readonly #options: ResumedLogOptions;
  #held: Buffer = NOTHING;
  /** Where chunks begin in `#held`, and the first of them that may still matter. */
  #starts: number[] = [];
  #nextStart = 0;
  /** With fewer bytes it is not worth looking for entries without a newline. */
  #searchFrom = PART_LENGTH + 2 * LONGEST_STAMP;

  constructor(options: ResumedLogOptions) {
    this.#options = options;
  }

  /** The end of an answer ends an entry as a newline does. */
  get isCut(): boolean {
    return false;
  }

  take(chunks: readonly Uint8Array[]): Uint8Array[] {
    const known = this.#held.length;
    let length = known;
    for (const chunk of chunks) {
      this.#starts.push(length);
      length += chunk.length;
    }
    if (length > LONGEST_ENTRY) throw tooLong();
    this.#held = Buffer.concat([this.#held, ...chunks], length);
    const pieces: Uint8Array[] = [];
    let start = 0;
    for (let end = this.#held.indexOf(LF, known); end !== -1; end = this.#held.indexOf(LF, start)) {
      this.#giveLine(start, end + 1, pieces);
      start = end + 1;
    }
    if (this.#held.length - start >= this.#searchFrom) start = this.#giveParts(start, pieces);
    this.#keepFrom(start);
    return gather(pieces);
  }

  finish(): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    this.#giveLine(0, this.#held.length, pieces);
    this.#keepFrom(this.#held.length);
    return gather(pieces);
  }

  lost(): void {
    this.#keepFrom(this.#held.length);
  }

  /** Gives the entries between two places, the second of which ends one. */
  #giveLine(start: number, end: number, pieces: Uint8Array[]): void {
    let from = start;
    while (from < end) {
      const stamp = stampAt(this.#held, from, end);
      const next = this.#nextEntry(from, end, stamp);
      this.#giveEntry(from, next, stamp, pieces);
      from = next;
    }
  }

  /** Gives the parts of a line that goes on, but for the last, and where that begins. */
  #giveParts(start: number, pieces: Uint8Array[]): number {
    const end = this.#held.length;
    let from = start;
    for (;;) {
      const stamp = stampAt(this.#held, from, end);
      const next = this.#nextEntry(from, end, stamp);
      if (next === end) break;
      this.#giveEntry(from, next, stamp, pieces);
      from = next;
    }
    // An engine with longer parts, perhaps: search again when there is twice as much.
    this.#searchFrom = Math.max(PART_LENGTH + 2 * LONGEST_STAMP, 2 * (end - from));
    return from;
  }

  #giveEntry(start: number, end: number, stamp: Stamp | undefined, pieces: Uint8Array[]): void {
    if (stamp !== undefined && !this.#options.place.isNew(stamp.time)) return;
    const from = stamp === undefined || this.#options.timestamps ? start : start + stamp.length;
    if (from < end) pieces.push(this.#held.subarray(from, end));
  }

  /** Where the entry behind the one at `start` begins; `end` where there is none. */
  #nextEntry(start: number, end: number, stamp: Stamp | undefined): number {
    if (stamp === undefined) return end;
    const full = start + stamp.length + PART_LENGTH;
    for (const place of this.#chunksWithin(start, end)) {
      if (full < place && this.#isEntry(full, end, stamp)) return full;
      if (this.#isEntry(place, end, stamp)) return place;
    }
    return full < end && this.#isEntry(full, end, stamp) ? full : end;
  }

  /** A program may write times of this form itself. They are older than the entry they stand in, which is stamped later. */
  #isEntry(place: number, end: number, { time }: Stamp): boolean {
    const stamp = stampAt(this.#held, place, end);
    return stamp !== undefined && stamp.time >= time;
  }

  *#chunksWithin(start: number, end: number): Generator<number> {
    while ((this.#starts[this.#nextStart] ?? end) <= start && this.#nextStart < this.#starts.length)
      this.#nextStart++;
    for (let index = this.#nextStart; index < this.#starts.length; index++) {
      const place = this.#starts[index] ?? end;
      if (place >= end) return;
      yield place;
    }
  }

  #keepFrom(start: number): void {
    if (start === 0) return;
    this.#held = this.#held.subarray(start);
    this.#starts = this.#starts.map((place) => place - start).filter((place) => place >= 0);
    this.#nextStart = 0;
    if (this.#held.length < PART_LENGTH) this.#searchFrom = PART_LENGTH + 2 * LONGEST_STAMP;
  }
}

const NOTHING = Buffer.alloc(0);
const LF = 10;

/** The engine cuts lines into parts of so many bytes. */
const PART_LENGTH = 16 * 1024;

/** Memory of its own for what is given: readers move bytes about in it. */
function gather(pieces: readonly Uint8Array[]): Uint8Array[] {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length === 0) return [];
  const memory = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const piece of pieces) {
    memory.set(piece, at);
    at += piece.length;
  }
  return [memory];
}

function tooLong(): ProtocolError {
  return new ProtocolError(
    `The engine's output has a line of more than ${LONGEST_ENTRY} bytes, which is the most that is kept until it is whole. Read it without \`resume\`.`,
  );
}
