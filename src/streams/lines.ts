import type { LogChunk } from "./demultiplex.js";
import { LineCutter } from "./line-cutter.js";

export interface LogLine {
  readonly stream: LogChunk["stream"];
  /** Without its newline. */
  readonly text: string;
}

export interface LinesOptions {
  /**
   * A longer line is given in pieces of this many bytes, cut between characters: nothing is lost, and a container that
   * never writes a newline cannot fill the memory. Default 1 MiB.
   */
  maxLineBytes?: number;
}

/** Splits each stream into lines by itself: a line of stderr may come in the middle of a line of stdout. */
export class LineSplitter {
  readonly #maxLineBytes: number;
  readonly #cutters = new Map<LogChunk["stream"], LineCutter>();
  #texts: string[] = [];

  constructor({ maxLineBytes = 1024 * 1024 }: LinesOptions = {}) {
    this.#maxLineBytes = maxLineBytes;
    // Made now, so that a wrong option is refused now.
    this.#cutters.set("stdout", new LineCutter(maxLineBytes));
  }

  /** Adds the lines that `chunk` completes to `lines`. */
  push({ stream, data }: LogChunk, lines: LogLine[]): void {
    let cutter = this.#cutters.get(stream);
    if (cutter === undefined) {
      cutter = new LineCutter(this.#maxLineBytes);
      this.#cutters.set(stream, cutter);
    }
    cutter.cut(data, this.#texts);
    for (const text of this.#texts) lines.push({ stream, text });
    this.#texts = [];
  }

  /** At the end: adds the last line of each stream that no newline ended. */
  end(lines: LogLine[]): void {
    for (const [stream, cutter] of this.#cutters) {
      const text = cutter.rest();
      if (text !== undefined) lines.push({ stream, text });
    }
  }
}
