import { Readable } from "node:stream";
import { InvalidArgumentError } from "../errors.js";
import type { HttpRequest } from "./http.js";

/** The upload of a body that is a stream; undefined for any other. */
export function uploadOf(body: HttpRequest["body"], watcher: UploadWatcher): Upload | undefined {
  const isStream = typeof body === "object" && Symbol.asyncIterator in body;
  return isStream ? new Upload(body, watcher) : undefined;
}

/**
 * A stream on its way out as the body of a request. It tells a failure of the stream, which is its owner's, from one of the
 * connection, and closes the stream when nobody will take more of it.
 */
export class Upload implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #watcher: UploadWatcher;
  /** There from the moment that the first piece was asked for. */
  #pieces: AsyncIterator<Uint8Array> | undefined;
  #over = false;

  constructor(source: AsyncIterable<Uint8Array>, watcher: UploadWatcher) {
    this.#source = source;
    this.#watcher = watcher;
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    const pieces = this.#source[Symbol.asyncIterator]();
    this.#pieces = pieces;
    return {
      next: () => this.#next(pieces),
      return: async () => {
        this.stop();
        return { done: true, value: undefined };
      },
    };
  }

  /** The request has ended. A stream that was not begun stays as it is: another attempt may send it. */
  stop(): void {
    if (this.#over || this.#pieces === undefined) return;
    this.#over = true;
    // The iterator of a Node stream would wait for the next piece before it closes the stream.
    if (this.#source instanceof Readable) this.#source.destroy();
    // What a stream has to say that nobody reads any more is of no interest.
    else Promise.resolve(this.#pieces.return?.()).catch(() => undefined);
  }

  async #next(pieces: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
    try {
      const step = await pieces.next();
      if (!step.done) return { done: false, value: checked(step.value) };
      if (!this.#over) this.#watcher.sent();
      this.#over = true;
      return step;
    } catch (error) {
      if (!this.#over) this.#watcher.failed(error);
      throw error;
    }
  }
}

export interface UploadWatcher {
  /** The last piece has been taken. */
  sent(): void;
  /** The stream broke, with its own error. */
  failed(error: unknown): void;
}

function checked(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece;
  throw new InvalidArgumentError(
    `the body gave a piece of type ${typeof piece}; a stream that is sent must give bytes (Uint8Array or Buffer).`,
  );
}
