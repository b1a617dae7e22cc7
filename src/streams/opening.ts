import { DockerError } from "../errors.js";
import { BatchIterator } from "./batch-iterator.js";
import type { ByteSource } from "./byte-source.js";

/**
 * A source that is opened by the first read, has one reader, and can be closed at any time: before it opens, while it
 * opens, while a read is pending. The manners that all our streams share.
 */
export class Opening implements ByteSource {
  readonly #open: (signal: AbortSignal) => Promise<ByteSource>;
  /** Ends an opening that is under way, and tells whatever is tied to the stream that it is over. */
  readonly #abort = new AbortController();
  #source: ByteSource | undefined;
  #claimed = false;
  #ended = false;
  #cancelled = false;

  constructor(open: (signal: AbortSignal) => Promise<ByteSource>) {
    this.#open = open;
  }

  /** Makes the one iterator there can be, from a function that reads this source and adds values to a batch. */
  iterate<T>(more: (batch: T[]) => Promise<boolean>): BatchIterator<T> {
    this.#claim();
    return new BatchIterator({
      more: async (batch) => {
        try {
          return await more(batch);
        } catch (error) {
          // Whoever cancels makes a pending read fail, or cuts a frame or a line: that is an end, not a failure.
          if (this.#cancelled) return false;
          throw error;
        }
      },
      close: () => this.cancel(),
    });
  }

  async read(): Promise<Uint8Array[] | null> {
    if (this.#cancelled || this.#ended) return null;
    try {
      const source = this.#source ?? (await this.#openSource());
      const chunks = this.#cancelled ? null : await source.read();
      if (chunks === null) {
        this.#ended = true;
        this.#abort.abort();
      }
      return this.#cancelled ? null : chunks;
    } catch (error) {
      this.#abort.abort();
      throw error;
    }
  }

  cancel(): void {
    if (this.#cancelled || this.#ended) return;
    this.#cancelled = true;
    this.#source?.cancel();
    this.#abort.abort();
  }

  #claim(): void {
    if (this.#claimed) {
      throw new DockerError(
        "This stream has a reader already, and it can be read once. Make the call again.",
        {
          code: "STREAM_USED",
        },
      );
    }
    if (this.#cancelled) {
      throw new DockerError("This stream was closed before it was read. Make the call again.", {
        code: "STREAM_CLOSED",
      });
    }
    this.#claimed = true;
  }

  async #openSource(): Promise<ByteSource> {
    const source = await this.#open(this.#abort.signal);
    this.#source = source;
    if (this.#cancelled) source.cancel();
    return source;
  }
}
