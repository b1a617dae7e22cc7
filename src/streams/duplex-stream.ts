import type { Writable } from "node:stream";
import type { ByteSource } from "./byte-source.js";
import { LogStream } from "./log-stream.js";

/**
 * A connection to a running process: its output, and a way to its stdin. It ends when the process does, when the loop over
 * its output is left, or with `close()`; none of these ends the process itself.
 * @example
 * await using shell = await docker.containers.attach("web", { stdin: true });
 * shell.stdin.end("date\n");
 * console.log(await shell.output.text());
 */
export class DuplexStream implements AsyncDisposable {
  /** What the process writes: iterate for chunks, or call `.lines()`, `.text()` or `.collect()`. It can be read once. */
  readonly output: LogStream;
  /**
   * What the process reads, where it was attached with its stdin. `end()` is the end of the input; the output goes on.
   * `write()` says false when the process does not keep up, as with every stream. Destroying it closes the connection.
   */
  readonly stdin: Writable;
  readonly #resize: DuplexParts["resize"];

  constructor({ source, stdin, multiplexed, resize }: DuplexParts) {
    this.output = new AttachedOutput(source, multiplexed);
    this.stdin = stdin;
    this.#resize = resize;
  }

  /** Tells the process's TTY its size, in characters. */
  resize(size: TerminalSize): Promise<void> {
    return this.#resize(size);
  }

  /** Closes the connection. A loop that waits for output ends; what `stdin` has not sent yet is lost. */
  close(): Promise<void> {
    return this.output.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** In characters. */
export interface TerminalSize {
  readonly height: number;
  readonly width: number;
}

export interface DuplexParts {
  /** Cancelling it closes the connection. */
  readonly source: ByteSource;
  readonly stdin: Writable;
  /** `false` for the raw output of a TTY. */
  readonly multiplexed: boolean;
  readonly resize: (size: TerminalSize) => Promise<void>;
}

/** Output of a connection that is open before anybody reads, and so has to be closed also when nobody ever did. */
class AttachedOutput extends LogStream {
  readonly #source: ByteSource;

  constructor(source: ByteSource, multiplexed: boolean) {
    super(async () => ({ source, multiplexed }));
    this.#source = source;
  }

  override async close(): Promise<void> {
    await super.close();
    this.#source.cancel();
  }
}
