import { DockerError, ProtocolError } from "../errors.js";
import { NetworkRead } from "./network-read.js";

/** A piece of output: what one stream wrote, until another stream wrote or the bytes at hand ran out. */
export interface LogChunk {
  /** `console` is a TTY, where the engine has no way to tell stdout and stderr apart. */
  readonly stream: "stdin" | "stdout" | "stderr" | "console";
  readonly data: Buffer;
}

/**
 * Decodes what a container without a TTY wrote: frames of an 8-byte header (the stream, three zeros, the length as an
 * unsigned big-endian number) and a payload. Raw output of a TTY goes through as one endless frame.
 *
 * Consecutive payload of one stream becomes one piece, made by moving it together in the memory it came in: this
 * costs a fraction of a view for each frame, and the reader's steps then count pieces, not frames.
 */
export class Demultiplexer {
  /** The frame under way: its stream, and how much of its payload is still to come. */
  #type: number;
  #left: number;

  /** A header that was cut by the end of a chunk: at most seven bytes are ever kept. */
  readonly #header = new Uint8Array(HEADER_LENGTH);
  #headerLength = 0;

  /** The sentence of a system error so far. */
  #complaint = "";

  readonly #input = new NetworkRead();

  /** The piece being put together in the memory of `#input`. */
  #runType = NO_RUN;
  #runStart = 0;
  #runEnd = 0;

  constructor({ multiplexed }: { multiplexed: boolean }) {
    this.#type = multiplexed ? STDOUT : CONSOLE;
    this.#left = multiplexed ? 0 : Number.POSITIVE_INFINITY;
  }

  /**
   * Takes the chunks that have arrived, overwrites their memory, and adds the pieces to `runs`. When it throws, `runs`
   * holds what came before the fault, and nothing more can be pushed.
   */
  push(chunks: readonly Uint8Array[], runs: LogChunk[]): void {
    const input = this.#input;
    try {
      for (let index = 0; index < chunks.length; index = input.index + 1) {
        input.enter(chunks, index);
        this.#decode(runs);
        this.#finishRun(runs);
      }
    } finally {
      this.#finishRun(runs);
    }
  }

  /** To be called at the end of the stream, which may only be between two frames. */
  end(): void {
    if (this.#type === SYSTEM_ERROR && this.#left > 0) throw this.#systemError();
    if (this.#headerLength > 0) {
      throw new ProtocolError(
        `The engine's output ends inside a frame header: ${this.#headerLength} of ${HEADER_LENGTH} bytes arrived. The connection was probably cut; read again.`,
      );
    }
    if (this.#left > 0 && this.#type !== CONSOLE) {
      throw new ProtocolError(
        `The engine's output ends inside a frame of ${STREAMS[this.#type]}: ${this.#left} bytes are missing. The connection was probably cut; read again.`,
      );
    }
  }

  #decode(runs: LogChunk[]): void {
    const input = this.#input;
    while (input.position < input.end || input.next()) {
      if (this.#left > 0) {
        this.#takePayload(runs);
      } else {
        if (this.#headerLength === 0) this.#moveWholeFrames();
        if (input.position < input.end) this.#takeHeader();
      }
    }
  }

  /** The short way for most frames: those that are whole, and of the same stream as the run. */
  #moveWholeFrames(): void {
    const input = this.#input;
    const { memory } = input;
    const runType = this.#runType;
    let runEnd = this.#runEnd;
    do {
      let { position } = input;
      const { end } = input;
      while (end - position >= HEADER_LENGTH && memory[position] === runType) {
        const payload = position + HEADER_LENGTH;
        const payloadEnd = payload + payloadLength(memory, position);
        if (payloadEnd > end) break;
        memory.copyWithin(runEnd, payload, payloadEnd);
        runEnd += payloadEnd - payload;
        position = payloadEnd;
      }
      input.position = position;
    } while (input.position === input.end && input.next());
    this.#runEnd = runEnd;
  }

  #takePayload(runs: LogChunk[]): void {
    const { position, end } = this.#input;
    const length = Math.min(this.#left, end - position);
    this.#left -= length;
    if (this.#type === SYSTEM_ERROR) this.#readComplaint(position, length);
    else this.#addToRun(position, length, runs);
    this.#input.position = position + length;
  }

  /** Takes a header, or as much of it as is there. */
  #takeHeader(): void {
    const { memory, position, end } = this.#input;
    const stop = Math.min(position + HEADER_LENGTH - this.#headerLength, end);
    for (let from = position; from < stop; from++) this.#header[this.#headerLength++] = byte(memory, from);
    this.#input.position = stop;
    if (this.#headerLength === HEADER_LENGTH) this.#startFrame();
  }

  #startFrame(): void {
    this.#headerLength = 0;
    const type = byte(this.#header, 0);
    if (type > SYSTEM_ERROR) {
      throw new ProtocolError(
        `The engine's output has a frame of an unknown stream (${type}). Output of a TTY has no frames: is this one?`,
      );
    }
    this.#type = type;
    this.#left = payloadLength(this.#header, 0);
    if (type === SYSTEM_ERROR && this.#left === 0) throw this.#systemError();
  }

  #addToRun(start: number, length: number, runs: LogChunk[]): void {
    if (this.#runType !== this.#type) {
      this.#finishRun(runs);
      this.#runType = this.#type;
      this.#runStart = start;
      this.#runEnd = start + length;
      return;
    }
    if (this.#runEnd !== start) this.#input.memory.copyWithin(this.#runEnd, start, start + length);
    this.#runEnd += length;
  }

  #finishRun(runs: LogChunk[]): void {
    const stream = STREAMS[this.#runType];
    if (stream === undefined) return;
    runs.push({
      stream,
      data: Buffer.from(this.#input.memory.buffer, this.#runStart, this.#runEnd - this.#runStart),
    });
    this.#runType = NO_RUN;
  }

  #readComplaint(start: number, length: number): void {
    const end = start + Math.min(length, MAX_COMPLAINT - this.#complaint.length);
    this.#complaint += Buffer.from(this.#input.memory.buffer, start, end - start).toString("latin1");
    if (this.#left === 0) throw this.#systemError();
  }

  #systemError(): DockerError {
    // Latin-1 kept the bytes one by one, whatever was cut where.
    const sentence = Buffer.from(this.#complaint, "latin1").toString().trim();
    return new DockerError(sentence || "The engine ended the output with an error and gave no reason.", {
      code: "STREAM_ERROR",
    });
  }
}

const HEADER_LENGTH = 8;
const STDOUT = 1;
const SYSTEM_ERROR = 3;
const CONSOLE = 4;
const NO_RUN = -1;
const STREAMS: readonly (LogChunk["stream"] | undefined)[] = [
  "stdin",
  "stdout",
  "stderr",
  undefined,
  "console",
];
const MAX_COMPLAINT = 4096;

function payloadLength(bytes: Uint8Array, header: number): number {
  // The highest byte is multiplied because a shift by 24 makes lengths from 2 GiB on negative.
  return (
    byte(bytes, header + 4) * 0x1000000 +
    ((byte(bytes, header + 5) << 16) | (byte(bytes, header + 6) << 8) | byte(bytes, header + 7))
  );
}

function byte(bytes: Uint8Array, at: number): number {
  // The callers stay inside the array; the fallback is for the type checker.
  return bytes[at] ?? 0;
}
