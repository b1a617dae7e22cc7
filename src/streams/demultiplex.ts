import { DockerError, ProtocolError } from "../errors.js";

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

  /** The memory that the current chunk is cut from, and where in it that chunk ends. */
  #memory: Uint8Array = NO_MEMORY;
  #chunkEnd = 0;

  /** The piece being put together in `#memory`. */
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
    try {
      for (const chunk of chunks) this.#decode(this.#enter(chunk, runs), runs);
    } finally {
      this.#finishRun(runs);
      this.#memory = NO_MEMORY;
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

  /** Makes `chunk` the one that is read, and gives the place in `#memory` where it starts. */
  #enter(chunk: Uint8Array, runs: LogChunk[]): number {
    let start = behindSizeLine(this.#memory, this.#chunkEnd);
    if (!isSeenAt(this.#memory, start, chunk)) {
      this.#finishRun(runs);
      this.#memory = new Uint8Array(chunk.buffer);
      start = chunk.byteOffset;
    }
    this.#chunkEnd = start + chunk.length;
    return start;
  }

  #decode(start: number, runs: LogChunk[]): void {
    const end = this.#chunkEnd;
    let position = start;
    while (position < end) {
      if (this.#left === 0) {
        if (this.#headerLength === 0) position = this.#moveWholeFrames(position);
        if (position < end) position = this.#readHeader(position);
        if (this.#left === 0) continue;
      }
      const length = Math.min(this.#left, end - position);
      this.#left -= length;
      if (this.#type === SYSTEM_ERROR) this.#readComplaint(position, length);
      else this.#addToRun(position, length, runs);
      position += length;
    }
  }

  /**
   * The short way for nearly all frames: those that are whole and of the same stream as the run. Gives the place behind
   * them.
   */
  #moveWholeFrames(start: number): number {
    const memory = this.#memory;
    const end = this.#chunkEnd;
    const runType = this.#runType;
    let runEnd = this.#runEnd;
    let position = start;
    while (end - position >= HEADER_LENGTH && memory[position] === runType) {
      const payload = position + HEADER_LENGTH;
      const payloadEnd = payload + payloadLength(memory, position);
      if (payloadEnd > end) break;
      memory.copyWithin(runEnd, payload, payloadEnd);
      runEnd += payloadEnd - payload;
      position = payloadEnd;
    }
    this.#runEnd = runEnd;
    return position;
  }

  /** Reads a header or as much of it as is there, and gives the place behind it. */
  #readHeader(position: number): number {
    if (this.#headerLength === 0 && this.#chunkEnd - position >= HEADER_LENGTH) {
      this.#startFrame(this.#memory, position);
      return position + HEADER_LENGTH;
    }
    const end = Math.min(position + HEADER_LENGTH - this.#headerLength, this.#chunkEnd);
    this.#header.set(this.#memory.subarray(position, end), this.#headerLength);
    this.#headerLength += end - position;
    if (this.#headerLength === HEADER_LENGTH) {
      this.#headerLength = 0;
      this.#startFrame(this.#header, 0);
    }
    return end;
  }

  #startFrame(bytes: Uint8Array, at: number): void {
    const type = byte(bytes, at);
    if (type > SYSTEM_ERROR) {
      throw new ProtocolError(
        `The engine's output has a frame of an unknown stream (${type}). Output of a TTY has no frames: is this one?`,
      );
    }
    this.#type = type;
    this.#left = payloadLength(bytes, at);
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
    if (this.#runEnd !== start) this.#memory.copyWithin(this.#runEnd, start, start + length);
    this.#runEnd += length;
  }

  #finishRun(runs: LogChunk[]): void {
    const stream = STREAMS[this.#runType];
    if (stream === undefined) return;
    runs.push({
      stream,
      data: Buffer.from(this.#memory.buffer, this.#runStart, this.#runEnd - this.#runStart),
    });
    this.#runType = NO_RUN;
  }

  #readComplaint(start: number, length: number): void {
    const end = start + Math.min(length, MAX_COMPLAINT - this.#complaint.length);
    this.#complaint += Buffer.from(this.#memory.buffer, start, end - start).toString("latin1");
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
const NO_MEMORY = new Uint8Array(0);

/**
 * The place behind the size line of the next HTTP chunk, if such a line starts at `position`; else -1. A run may be
 * moved over it. The bytes are looked at because small reads can share an `ArrayBuffer` with strangers: Node's pool.
 */
function behindSizeLine(memory: Uint8Array, position: number): number {
  if (memory[position] !== CR || memory[position + 1] !== LF) return -1;
  let end = position + 2;
  while (end < position + MAX_SIZE_LINE && memory[end] !== CR) end++;
  return memory[end] === CR && memory[end + 1] === LF ? end + 2 : -1;
}

const CR = 13;
const LF = 10;
const MAX_SIZE_LINE = "\r\nffffffff".length;

/**
 * Whether `chunk` starts at `position` of `memory`: a byte changed in the one is seen in the other. (Asking the views
 * for their `buffer` and `byteOffset` says the same, and costs as much as the rest of the work on a small chunk.)
 */
function isSeenAt(memory: Uint8Array, position: number, chunk: Uint8Array): boolean {
  const byte = position < 0 ? undefined : memory[position];
  if (byte === undefined || byte !== chunk[0]) return false;
  chunk[0] = ~byte;
  const seen = memory[position] !== byte;
  chunk[0] = byte;
  return seen;
}

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
