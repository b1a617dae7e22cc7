import { once } from "node:events";
import { finished, type Writable } from "node:stream";
import { DockerError } from "../errors.js";
import { EitherSignal } from "../transport/either-signal.js";

/** A caller's stream while output goes to it: written to no faster than it takes, and its failure is that of the write. */
export class OutputSink {
  readonly #stream: Writable;
  readonly #gone = new AbortController();
  readonly #leave: () => void;

  constructor(stream: Writable) {
    this.#stream = stream;
    this.#leave = finished(stream, { readable: false }, () =>
      this.#gone.abort(stream.errored ?? closedError()),
    );
  }

  /** Resolves when the stream takes more. */
  async write(data: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
    this.#gone.signal.throwIfAborted();
    if (this.#stream.destroyed || this.#stream.writableEnded) throw this.#stream.errored ?? closedError();
    if (this.#stream.write(data)) return;
    const ends = new EitherSignal(this.#gone.signal, signal);
    try {
      await once(this.#stream, "drain", { signal: ends.signal });
    } catch (error) {
      // An abort comes wrapped.
      throw ends.signal.aborted ? ends.signal.reason : error;
    } finally {
      ends.leave();
    }
  }

  /** Leaves the stream to the caller again. */
  release(): void {
    this.#leave();
  }
}

function closedError(): DockerError {
  return new DockerError("The stream for the output was closed before the output had ended.", {
    code: "SINK_CLOSED",
  });
}
