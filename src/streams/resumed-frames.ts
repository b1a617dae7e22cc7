import { ProtocolError } from "../errors.js";
import { LONGEST_ENTRY, type ResumedLog, type ResumedLogOptions } from "./resumed-log.js";
import { stampAt } from "./resumed-stamp.js";

/** The log of a container without a TTY: each entry is a frame, and a long line is several of them. Gives whole frames. */
export class ResumedFrames implements ResumedLog {
  readonly #options: ResumedLogOptions;
  #held: Uint8Array[] = [];
  #heldLength = 0;
  /** With fewer bytes there is nothing to do: linear in bytes, however they are cut. */
  #needed = HEADER_LENGTH;

  constructor(options: ResumedLogOptions) {
    this.#options = options;
  }

  get isCut(): boolean {
    return this.#heldLength > 0;
  }

  take(chunks: readonly Uint8Array[]): Uint8Array[] {
    for (const chunk of chunks) {
      this.#held.push(chunk);
      this.#heldLength += chunk.length;
    }
    if (this.#heldLength < this.#needed) return [];
    const input = Buffer.concat(this.#held, this.#heldLength);
    const output = Buffer.allocUnsafeSlow(input.length);
    const { consumed, written } = this.#copyFrames(input, output);
    this.#held = consumed < input.length ? [input.subarray(consumed)] : [];
    this.#heldLength = input.length - consumed;
    return written > 0 ? [output.subarray(0, written)] : [];
  }

  finish(): Uint8Array[] {
    return [];
  }

  lost(): void {
    this.#held = [];
    this.#heldLength = 0;
    this.#needed = HEADER_LENGTH;
  }

  /** Copies the frames that are whole and new. */
  #copyFrames(input: Buffer, output: Buffer): { consumed: number; written: number } {
    let consumed = 0;
    let written = 0;
    this.#needed = HEADER_LENGTH;
    while (input.length - consumed >= HEADER_LENGTH) {
      const payload = consumed + HEADER_LENGTH;
      const length = input.readUInt32BE(consumed + 4);
      if (length > LONGEST_ENTRY) throw tooLong(length);
      const end = payload + length;
      if (end > input.length) {
        this.#needed = HEADER_LENGTH + length;
        break;
      }
      written += this.#copyFrame(input, consumed, end, output, written);
      consumed = end;
    }
    return { consumed, written };
  }

  #copyFrame(input: Buffer, start: number, end: number, output: Buffer, at: number): number {
    const payload = start + HEADER_LENGTH;
    // What has no time is no entry: an error that the engine puts in.
    const stamp = input[start] === SYSTEM_ERROR ? undefined : stampAt(input, payload, end);
    if (stamp !== undefined && !this.#options.place.isNew(stamp.time)) return 0;
    const from = stamp === undefined || this.#options.timestamps ? payload : payload + stamp.length;
    input.copy(output, at, start, payload);
    output.writeUInt32BE(end - from, at + 4);
    input.copy(output, at + HEADER_LENGTH, from, end);
    return HEADER_LENGTH + end - from;
  }
}

const HEADER_LENGTH = 8;
const SYSTEM_ERROR = 3;

function tooLong(length: number): ProtocolError {
  return new ProtocolError(
    `The engine's output has a frame of ${length} bytes, and ${LONGEST_ENTRY} is the most that is kept until it is whole. Read it without \`resume\`.`,
  );
}
