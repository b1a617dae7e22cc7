import type { ByteSource } from "./byte-source.js";
import { JsonLineReader } from "./json-lines.js";
import { Opening } from "./opening.js";

/**
 * The values of an answer that goes on, such as events and stats. Nothing is sent before the first step, it can be read
 * once, and leaving the loop closes the connection.
 */
export class JsonStream<T> implements AsyncIterable<T>, AsyncDisposable {
  readonly #input: Opening;

  /** `open` sends the request. Its `signal` is aborted when the stream is closed meanwhile. */
  constructor(open: (signal: AbortSignal) => Promise<ByteSource>) {
    this.#input = new Opening(open);
  }

  /** Gives the values as they arrive. */
  [Symbol.asyncIterator](): AsyncIterableIterator<T> {
    const reader = new JsonLineReader<T>(this.#input);
    return this.#input.iterate<T>((values) => reader.read(values));
  }

  /** Closes the connection. A loop that waits for a value ends; a stream that was never read cannot be read any more. */
  async close(): Promise<void> {
    this.#input.cancel();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
