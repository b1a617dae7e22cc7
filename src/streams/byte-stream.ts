import type { ByteSource } from "./byte-source.js";
import { Opening } from "./opening.js";

/**
 * The bytes of an answer, such as a tar archive. Nothing is sent before the first step, it can be read once, who does not
 * read holds the engine back, and leaving the loop closes the connection.
 */
export class ByteStream implements AsyncIterable<Uint8Array>, AsyncDisposable {
  readonly #input: Opening;

  /** `open` sends the request. Its `signal` is aborted when the stream is closed meanwhile. */
  constructor(open: (signal: AbortSignal) => Promise<ByteSource>) {
    this.#input = new Opening(open);
  }

  /** Gives the bytes in pieces as they arrive. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array> {
    return this.#input.iterate<Uint8Array>(async (pieces) => {
      const arrived = await this.#input.read();
      pieces.push(...(arrived ?? []));
      return arrived !== null;
    });
  }

  /** Closes the connection. A loop that waits for bytes ends; a stream that was never read cannot be read any more. */
  async close(): Promise<void> {
    this.#input.cancel();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
