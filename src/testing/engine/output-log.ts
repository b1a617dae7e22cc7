import { EventEmitter } from "node:events";
import { type Moment, now } from "./moment.js";

/** 1 is stdout, 2 is stderr. */
export type StreamNumber = 1 | 2;

export interface LogLine {
  readonly stream: StreamNumber;
  readonly moment: Moment;
  /** With its end, where it has one. */
  readonly bytes: Buffer;
}

/** What a container has said: at once for those who are attached, in lines for the logs. */
export class OutputLog {
  readonly lines: LogLine[] = [];
  readonly #partial = new Map<StreamNumber, Buffer>();
  readonly #listeners = new EventEmitter().setMaxListeners(0);

  write(stream: StreamNumber, bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#listeners.emit("output", stream, bytes);
    let rest = Buffer.concat([this.#partial.get(stream) ?? Buffer.alloc(0), bytes]);
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
      this.#add(stream, rest.subarray(0, end + 1));
      rest = rest.subarray(end + 1);
    }
    // The length up to which an engine waits for the end of a line.
    for (; rest.length >= longest; rest = rest.subarray(longest))
      this.#add(stream, rest.subarray(0, longest));
    this.#partial.set(stream, rest);
  }

  /** Keeps what has no end yet, as the process has one. */
  flush(): void {
    for (const [stream, bytes] of this.#partial) if (bytes.length > 0) this.#add(stream, bytes);
    this.#partial.clear();
  }

  onLine(listener: (line: LogLine) => void): () => void {
    this.#listeners.on("line", listener);
    return () => this.#listeners.off("line", listener);
  }

  onOutput(listener: (stream: StreamNumber, bytes: Buffer) => void): () => void {
    this.#listeners.on("output", listener);
    return () => this.#listeners.off("output", listener);
  }

  #add(stream: StreamNumber, bytes: Buffer): void {
    const line = { stream, moment: now(), bytes };
    this.lines.push(line);
    this.#listeners.emit("line", line);
  }
}

const longest = 16 * 1024;

/** A piece of output in the frame that tells its stream. */
export function framed(stream: StreamNumber, bytes: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head[0] = stream;
  head.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([head, bytes]);
}
