import type { Readable } from "node:stream";

/** All of an input, piece by piece; rejects with the reason when the program is told to end. The stream stays as it is. */
export async function* inputOf(stdin: Readable, signal: AbortSignal): AsyncGenerator<Buffer, void> {
  for (;;) {
    const chunk = await nextChunk(stdin, signal);
    if (chunk === undefined) return;
    yield chunk;
  }
}

/** One line, without its end. What follows stays in the stream. */
export async function readLine(
  stdin: Readable,
  signal: AbortSignal,
): Promise<{ line: string; ended: boolean }> {
  let text = Buffer.alloc(0);
  for (;;) {
    const chunk = await nextChunk(stdin, signal);
    if (chunk === undefined) return { line: text.toString("utf8"), ended: true };
    const end = chunk.indexOf("\n");
    if (end < 0) {
      text = Buffer.concat([text, chunk]);
      continue;
    }
    const rest = chunk.subarray(end + 1);
    if (rest.length > 0) stdin.unshift(rest);
    return { line: Buffer.concat([text, chunk.subarray(0, end)]).toString("utf8"), ended: false };
  }
}

/** Undefined at the end. */
async function nextChunk(stdin: Readable, signal: AbortSignal): Promise<Buffer | undefined> {
  for (;;) {
    signal.throwIfAborted();
    const chunk: unknown = stdin.read();
    if (chunk !== null) return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    if (stdin.readableEnded || stdin.destroyed || stdin.closed) return undefined;
    await new Promise<void>((resolve, reject) => {
      const events = ["readable", "end", "close", "error"] as const;
      const settle = (act: () => void) => () => {
        for (const event of events) stdin.off(event, go);
        signal.removeEventListener("abort", stop);
        act();
      };
      const go = settle(resolve);
      const stop = settle(() => reject(signal.reason));
      for (const event of events) stdin.on(event, go);
      signal.addEventListener("abort", stop);
    });
  }
}
