import { type Duplex, Writable } from "node:stream";
import { inspect } from "node:util";

/**
 * The way to the engine on a connection that it has handed over. `end()` closes this direction only, and the engine sees the
 * end of the input. Destroying it before is no end of the input: it closes the connection.
 */
export class HijackedStdin extends Writable {
  readonly #socket: Duplex;
  readonly #watcher: StdinWatcher;

  constructor(socket: Duplex, watcher: StdinWatcher) {
    super({ highWaterMark: 64 * 1024 });
    this.#socket = socket;
    this.#watcher = watcher;
    // Whoever writes learns of a failure by the callback, `pipeline` or a listener, and whoever reads by the output: a
    // program that does neither must not die of it.
    this.on("error", () => undefined);
  }

  override _write(chunk: Buffer, _: BufferEncoding, callback: WriteCallback): void {
    this.#socket.write(chunk, this.#written(callback));
  }

  override _writev(chunks: { chunk: Buffer }[], callback: WriteCallback): void {
    this.#socket.cork();
    chunks.forEach(({ chunk }, index) => {
      this.#socket.write(chunk, index === chunks.length - 1 ? this.#written(callback) : undefined);
    });
    this.#socket.uncork();
  }

  override _final(callback: WriteCallback): void {
    this.#socket.end(callback);
  }

  override _destroy(error: Error | null, callback: WriteCallback): void {
    if (!this.writableFinished) this.#watcher.destroyed(error);
    callback(error);
  }

  /** Without what waits to be sent: it may be a password. */
  [inspect.custom](): object {
    const { writable, writableEnded, writableLength, destroyed } = this;
    return { writable, writableEnded, writableLength, destroyed };
  }

  #written(callback: WriteCallback): WriteCallback {
    return (error) => {
      if (!error) this.#watcher.written();
      callback(error && this.#watcher.toError(error));
    };
  }
}

type WriteCallback = (error?: Error | null) => void;

export interface StdinWatcher {
  written(): void;
  /** It was destroyed before all of it was written. */
  destroyed(error: Error | null): void;
  toError(error: Error): Error;
}
