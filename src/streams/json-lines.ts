import { ProtocolError } from "../errors.js";
import { BatchIterator } from "./batch-iterator.js";
import type { ByteSource } from "./byte-source.js";
import { LineCutter } from "./line-cutter.js";

/**
 * Iterates over the JSON values of an answer that has one on each line. Leaving the loop cancels the source. `T` is
 * what the caller knows of the values; they are not checked.
 */
export function jsonLines<T>(source: ByteSource, options?: JsonLinesOptions): AsyncIterableIterator<T> {
  const reader = new JsonLineReader<T>(source, options);
  return new BatchIterator<T>({ more: (values) => reader.read(values), close: () => source.cancel() });
}

export interface JsonLinesOptions {
  /** A longer line is a `ProtocolError`. Default 16 MiB. */
  maxLineBytes?: number;
}

/** Reads lines that end with LF or CRLF, the last one perhaps with nothing, and JSON text sequences (RS before each value). */
export class JsonLineReader<T> {
  readonly #source: ByteSource;
  readonly #cutter: LineCutter;

  constructor(source: ByteSource, { maxLineBytes = 16 * 1024 * 1024 }: JsonLinesOptions = {}) {
    this.#source = source;
    this.#cutter = new LineCutter(maxLineBytes, (start) => {
      throw new ProtocolError(
        `The engine sent a line of more than ${maxLineBytes} bytes, which starts with ${quote(start)}.`,
      );
    });
  }

  /** Waits for bytes and adds the values they complete. Resolves with false at the end. */
  async read(values: T[]): Promise<boolean> {
    const chunks = await this.#source.read();
    const lines: string[] = [];
    try {
      if (chunks === null) this.#cutRest(lines);
      else for (const chunk of chunks) this.#cutter.cut(asBuffer(chunk), lines);
    } finally {
      for (const line of lines) parseLine(line, values);
    }
    return chunks !== null;
  }

  #cutRest(lines: string[]): void {
    const line = this.#cutter.rest();
    if (line !== undefined) lines.push(line);
  }
}

function parseLine<T>(line: string, values: T[]): void {
  // Never part of a value: JSON escapes control characters.
  if (line.includes(RECORD_SEPARATOR)) {
    for (const record of line.split(RECORD_SEPARATOR)) parseValue(record, values);
  } else {
    parseValue(line, values);
  }
}

function parseValue<T>(text: string, values: T[]): void {
  if (text.trim() === "") return;
  try {
    // The caller says what the engine sends.
    values.push(JSON.parse(text) as T);
  } catch {
    throw new ProtocolError(`The engine sent a line that is not JSON: ${quote(text)}.`);
  }
}

const RECORD_SEPARATOR = "\x1e";
const MAX_QUOTE = 200;

function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text);
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
}
