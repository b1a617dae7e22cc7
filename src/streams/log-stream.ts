import { StringDecoder } from "node:string_decoder";
import type { ByteSource } from "./byte-source.js";
import { Demultiplexer, type LogChunk } from "./demultiplex.js";
import { GatheredBytes } from "./gathered-bytes.js";
import { LineSplitter, type LinesOptions, type LogLine } from "./lines.js";
import { Opening } from "./opening.js";
import { outputLimit } from "./output-limit.js";

/**
 * A container's output. Nothing is sent before the first step, and it can be read once: by iterating over it, over its
 * `lines()`, or as a whole with `text()` or `collect()`. Leaving the loop closes the connection.
 */
export class LogStream implements AsyncIterable<LogChunk>, AsyncDisposable {
  readonly #input: Opening;
  #demultiplexer = new Demultiplexer({ multiplexed: false });

  /** `open` sends the request. Its `signal` is aborted when the stream is closed meanwhile. */
  constructor(open: (signal: AbortSignal) => Promise<OpenedLog>) {
    this.#input = new Opening(async (signal) => {
      const { source, multiplexed } = await open(signal);
      this.#demultiplexer = new Demultiplexer({ multiplexed });
      return source;
    });
  }

  /** Gives the output in pieces as they arrive. */
  [Symbol.asyncIterator](): AsyncIterableIterator<LogChunk> {
    return this.#input.iterate<LogChunk>((chunks) => this.#readChunks(chunks));
  }

  /** Gives the output line by line. */
  lines(options?: LinesOptions): AsyncIterable<LogLine> {
    const splitter = new LineSplitter(options);
    return {
      [Symbol.asyncIterator]: () => this.#input.iterate<LogLine>((lines) => this.#readLines(splitter, lines)),
    };
  }

  /** Reads to the end and gives all output as one text, in the order in which it came. */
  async text(limit?: OutputLimit): Promise<string> {
    const decoders = new Map<LogChunk["stream"], StringDecoder>();
    const parts: string[] = [];
    for await (const { stream, data } of this.#limited(limit)) {
      const decoder = decoders.get(stream) ?? new StringDecoder("utf8");
      decoders.set(stream, decoder);
      parts.push(decoder.write(data));
    }
    for (const decoder of decoders.values()) parts.push(decoder.end());
    return parts.join("");
  }

  /** Reads to the end and gives the bytes of each stream. What a TTY shows counts as stdout. */
  async collect(limit?: OutputLimit): Promise<CollectedOutput> {
    const stdout = new GatheredBytes();
    const stderr = new GatheredBytes();
    for await (const { stream, data } of this.#limited(limit)) {
      (stream === "stderr" ? stderr : stdout).append(data);
    }
    return { stdout: stdout.take(), stderr: stderr.take() };
  }

  /** Closes the connection. A loop that waits for output ends; a stream that was never read cannot be read any more. */
  async close(): Promise<void> {
    this.#input.cancel();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #readChunks(chunks: LogChunk[]): Promise<boolean> {
    const arrived = await this.#input.read();
    if (arrived === null) {
      this.#demultiplexer.end();
      return false;
    }
    this.#demultiplexer.push(arrived, chunks);
    return true;
  }

  async #readLines(splitter: LineSplitter, lines: LogLine[]): Promise<boolean> {
    const chunks: LogChunk[] = [];
    try {
      const mayBeMore = await this.#readChunks(chunks);
      if (!mayBeMore) splitter.end(lines);
      return mayBeMore;
    } finally {
      // Also when it failed: what came before the fault is given.
      for (const chunk of chunks) splitter.push(chunk, lines);
    }
  }

  async *#limited({ maxBytes = 64 * 1024 * 1024 }: OutputLimit = {}): AsyncGenerator<LogChunk> {
    let length = 0;
    for await (const chunk of this) {
      length += chunk.data.length;
      if (length > maxBytes) {
        throw outputLimit(maxBytes, "maxBytes");
      }
      yield chunk;
    }
  }
}

export interface OpenedLog {
  readonly source: ByteSource;
  /** `false` for the raw output of a TTY. */
  readonly multiplexed: boolean;
}

export interface OutputLimit {
  /** More output than this is a `DockerError` with the code `OUTPUT_LIMIT`. Default 64 MiB. */
  maxBytes?: number;
}

export interface CollectedOutput {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}
