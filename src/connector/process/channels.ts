import type { Writable } from "node:stream";
import type { RequestLog } from "../execution.js";

/** How a process speaks with the platform that started it. */
export interface Channels {
  readonly input: AsyncIterable<Uint8Array | string>;
  /** One message a line, and nothing else. */
  readonly output: Writable;
  /** Lines for people. */
  readonly log: Writable;
}

/** Characters of a line: a message with a small file in it has to fit. */
export const longestLine = 16 * 1024 * 1024;

/** Writes a message, no faster than the other side reads. Where nobody reads any more it is gone, which is no failure. */
export async function writeMessage(output: Writable, message: unknown): Promise<void> {
  if (output.destroyed) return;
  if (!output.write(`${JSON.stringify(message)}\n`)) await drained(output);
}

/** One wait for all who wait for the same channel: there may be very many. */
function drained(output: Writable): Promise<void> {
  const waiting = waits.get(output);
  if (waiting) return waiting;
  const wait = new Promise<void>((resolve) => {
    const done = () => {
      for (const event of ends) output.off(event, done);
      waits.delete(output);
      resolve();
    };
    for (const event of ends) output.on(event, done);
  });
  waits.set(output, wait);
  return wait;
}

const ends = ["drain", "close", "error"] as const;
const waits = new WeakMap<Writable, Promise<void>>();

/** What requests leave in the log: no query, no header, no body. */
export function requestLog(log: Writable): RequestLog {
  return ({ method, path, status, milliseconds }) => {
    log.write(`${method} ${path} ${status ?? "no answer"} ${Math.round(milliseconds)} ms\n`);
  };
}
