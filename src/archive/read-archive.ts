import { createTarDecoder, type TarHeader } from "modern-tar";
import { ProtocolError } from "../errors.js";
import { archiveError } from "./archive-error.js";

/** An entry of an archive that is being read. */
export interface ReadEntry {
  readonly header: TarHeader;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Reads a tar archive entry by entry. The content of an entry can be read until the next one is asked for; what is not read
 * of it is passed over. Leaving the loop closes the source. Rejects where the archive is cut or damaged, and with the error
 * of the source as it is.
 */
export async function* readArchive(source: AsyncIterable<Uint8Array>): AsyncGenerator<ReadEntry, void> {
  const { readable, writable } = createTarDecoder({ strict: true });
  const feed = new Feed(source, writable.getWriter());
  const reader = readable.getReader();
  try {
    for (let step = await feed.watched(reader.read()); !step.done; step = await feed.watched(reader.read())) {
      const { header, body } = step.value;
      // The decoder puts this character in place of bytes that are no UTF-8: two files could get one name.
      if (`${header.name}${header.linkname ?? ""}`.includes("\uFFFD")) {
        throw archiveError(
          "UNSAFE_ARCHIVE",
          `The archive has a name that is not UTF-8: ${JSON.stringify(header.name)}.`,
        );
      }
      if (Object.keys(header.pax ?? {}).some((key) => key.startsWith("GNU.sparse."))) {
        throw archiveError(
          "UNSAFE_ARCHIVE",
          `${JSON.stringify(header.name)} is a sparse file. Pack it without holes.`,
        );
      }
      yield { header, content: contentOf(body, feed) };
      await feed.watched(body.cancel());
    }
  } finally {
    feed.stop();
    await reader.cancel().catch(() => undefined);
  }
}

async function* contentOf(body: ReadableStream<Uint8Array>, feed: Feed): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  try {
    for (let step = await feed.watched(reader.read()); !step.done; step = await feed.watched(reader.read())) {
      yield step.value;
    }
  } finally {
    reader.releaseLock();
  }
}

/** Brings the bytes of a source to the decoder, as fast as that takes them. */
class Feed {
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  #sourceError: { readonly error: unknown } | undefined;
  #over = false;

  constructor(source: AsyncIterable<Uint8Array>, writer: WritableStreamDefaultWriter<Uint8Array>) {
    this.#pieces = source[Symbol.asyncIterator]();
    this.#writer = writer;
    // A failure reaches the reader through the decoder.
    writer.closed.catch(() => undefined);
    this.#run().catch(() => this.stop());
  }

  /** What the decoder gives, with the error of the source or a clear one in place of the decoder's. */
  async watched<T>(step: Promise<T>): Promise<T> {
    try {
      return await step;
    } catch (error) {
      if (this.#sourceError !== undefined) throw this.#sourceError.error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new ProtocolError(`The tar archive is cut or damaged: ${reason}`, { cause: error });
    }
  }

  /** Closes a source that has not ended. */
  stop(): void {
    if (this.#over) return;
    this.#over = true;
    // Not awaited: a source may close only after its next piece, which may never come. Nobody reads what it says then.
    Promise.resolve(this.#pieces.return?.()).catch(() => undefined);
  }

  async #run(): Promise<void> {
    for (let step = await this.#next(); !step.done; step = await this.#next())
      await this.#writer.write(step.value);
    this.#over = true;
    await this.#writer.close();
  }

  async #next(): Promise<IteratorResult<Uint8Array, unknown>> {
    try {
      return await this.#pieces.next();
    } catch (error) {
      this.#sourceError = { error };
      this.#over = true;
      await this.#writer.abort(error);
      throw error;
    }
  }
}
