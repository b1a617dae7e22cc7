import { Duplex, type Writable } from "node:stream";
import { inspect } from "node:util";
import type { ByteSource } from "./byte-source.js";

/**
 * A connection as one stream of Node's, for what speaks a protocol of its own over it. `end()` closes the way to the engine
 * only, destroying it the connection. Its error is that of the connection, and no failure if nobody listens.
 */
export class ConnectionDuplex extends Duplex {
  readonly #source: ByteSource;
  readonly #stdin: Writable;

  constructor({ source, stdin }: ConnectionParts) {
    super();
    this.#source = source;
    this.#stdin = stdin;
    this.on("error", () => undefined);
  }

  override _read(): void {
    this.#source.read().then(
      // One piece: Node may ask again within a push, and a source has one read at a time.
      (chunks) => this.push(chunks && joined(chunks)),
      (error: Error) => this.destroy(error),
    );
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    this.#stdin.write(chunk, encoding, callback);
  }

  override _final(callback: (error?: Error | null) => void): void {
    this.#stdin.end(callback);
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#source.cancel();
    this.#stdin.destroy();
    callback(error);
  }

  /** Without the bytes that wait in it: they may be secrets. */
  [inspect.custom](): object {
    const { readable, writable, destroyed } = this;
    return { readable, writable, destroyed };
  }
}

export interface ConnectionParts {
  /** Cancelling it closes the connection. */
  readonly source: ByteSource;
  readonly stdin: Writable;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first, ...more] = chunks;
  return first !== undefined && more.length === 0 ? first : Buffer.concat(chunks);
}
