import type { Writable } from "node:stream";
import type { Connector } from "../connector.js";
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

/**
 * Writes a message, no faster than the other side reads, until the signal ends the waiting. Where nobody reads any more it is
 * gone, which is no failure.
 */
export async function writeMessage(output: Writable, message: unknown, signal?: AbortSignal): Promise<void> {
  if (output.destroyed) return;
  if (!output.write(`${JSON.stringify(message)}\n`)) await drained(output, signal);
}

/** One wait for all who wait for the same channel with the same signal: there may be very many. */
function drained(output: Writable, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  const waiting = waits.get(output);
  if (waiting && waiting.signal === signal) return waiting.end;
  const end = new Promise<void>((resolve) => {
    const done = () => {
      for (const event of ends) output.off(event, done);
      signal?.removeEventListener("abort", done);
      if (waits.get(output)?.end === end) waits.delete(output);
      resolve();
    };
    for (const event of ends) output.on(event, done);
    signal?.addEventListener("abort", done);
  });
  waits.set(output, { signal, end });
  return end;
}

const ends = ["drain", "close", "error"] as const;
const waits = new WeakMap<Writable, { signal: AbortSignal | undefined; end: Promise<void> }>();

/** What requests leave in the log: no query, no header, no body. */
export function requestLog(log: Writable): RequestLog {
  return ({ method, path, status, milliseconds }) => {
    log.write(`${method} ${path} ${status ?? "no answer"} ${Math.round(milliseconds)} ms\n`);
  };
}

/** Closes a connector. A failure of that is for the log: it takes nothing from what was done. */
export async function closeLogged(connector: Pick<Connector, "close">, log: Writable): Promise<void> {
  try {
    await connector.close();
  } catch (error) {
    log.write(`Closing a connector failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
