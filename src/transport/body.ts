import type { ByteSource } from "../streams/byte-source.js";

/**
 * The body of an answer, between the connection that pushes it and the reader that pulls it. It costs no promise for a
 * chunk: a waiting reader is woken once, by the first chunk, and when it runs it takes all that came with that chunk.
 */
export class AnswerBody implements ByteSource {
  readonly #connection: BodyConnection;
  #chunks: Uint8Array[] = [];
  /** What `#chunks` costs, in bytes. */
  #weight = 0;
  #paused = false;
  #ended = false;
  #fault: { readonly error: unknown } | undefined;
  #wakeReader: (() => void) | undefined;

  constructor(connection: BodyConnection) {
    this.#connection = connection;
  }

  /** One reader, one read at a time. After `cancel` it gives `null`, and so does a read that was pending. */
  async read(): Promise<Uint8Array[] | null> {
    while (this.#chunks.length === 0) {
      if (this.#fault !== undefined) throw this.#fault.error;
      if (this.#ended) return null;
      await new Promise<void>((resolve) => {
        this.#wakeReader = resolve;
      });
    }
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#weight = 0;
    if (this.#paused) {
      this.#paused = false;
      // May push more at once.
      this.#connection.resume();
    }
    return chunks;
  }

  cancel(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#chunks = [];
    this.#wake();
    this.#connection.abort();
  }

  /** Takes a chunk; asks the connection to pause when about 1 MiB is waiting. */
  push(chunk: Uint8Array): void {
    if (this.#ended) return;
    this.#chunks.push(chunk);
    this.#weight += chunk.length + CHUNK_OVERHEAD;
    if (this.#weight >= HIGH_WATER_MARK && !this.#paused) {
      this.#paused = true;
      this.#connection.pause();
    }
    this.#wake();
  }

  /** The clean end, given behind the chunks that wait. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** The connection broke: `error` is given behind the chunks that wait. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#fault = { error };
    this.#wake();
  }

  #wake(): void {
    const wake = this.#wakeReader;
    if (wake === undefined) return;
    this.#wakeReader = undefined;
    wake();
  }
}

/** What a body asks of the connection that feeds it. */
export interface BodyConnection {
  pause(): void;
  resume(): void;
  /** Closes the connection. */
  abort(): void;
}

const HIGH_WATER_MARK = 1024 * 1024;

/** The memory that a chunk needs besides its bytes. Without it, a flood of tiny chunks would count for nothing. */
const CHUNK_OVERHEAD = 128;
