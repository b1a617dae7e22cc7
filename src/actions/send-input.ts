import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import { InvalidArgumentError } from "../errors.js";

/** What a process reads: a text, bytes, or a stream or (async) iterable of texts and bytes. */
export type Input =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | ReadableStream<Uint8Array>;

/**
 * Writes all of an input and ends it. When nobody will read more of it (`stdin` closes) the rest is left and its stream
 * closed. A failure of the input destroys `stdin` with its error, which is how the reader of the output learns of it.
 */
export function sendInput(input: Input, stdin: Writable): void {
  if (typeof input === "string" || input instanceof Uint8Array) {
    stdin.end(input);
    return;
  }
  const pieces = iteratorOf(input);
  stdin.once("close", () => {
    // The iterator of a Node stream would wait for the next piece before it closes the stream.
    if (input instanceof Readable) input.destroy();
    // What an input has to say that nobody reads any more is of no interest.
    else Promise.resolve(pieces.return?.()).catch(() => undefined);
  });
  write(pieces, stdin).catch((error: unknown) => {
    stdin.destroy(
      error instanceof Error ? error : new InvalidArgumentError("the input broke.", { cause: error }),
    );
  });
}

function iteratorOf(input: Exclude<Input, string | Uint8Array>): PieceIterator {
  if (typeof input === "object" && input !== null) {
    if (Symbol.asyncIterator in input) return input[Symbol.asyncIterator]() as PieceIterator; // a web stream has one in Node
    if (Symbol.iterator in input) return input[Symbol.iterator]();
  }
  throw new InvalidArgumentError(
    `stdin is of type ${typeof input}; give a text, bytes, a stream or an iterable of these.`,
  );
}

type PieceIterator = AsyncIterator<string | Uint8Array> | Iterator<string | Uint8Array>;

async function write(pieces: PieceIterator, stdin: Writable): Promise<void> {
  for (let step = await pieces.next(); !step.done; step = await pieces.next()) {
    if (stdin.destroyed) return;
    if (!stdin.write(checked(step.value))) await drained(stdin);
  }
  stdin.end();
}

/** Also resolves when nothing can be written any more. */
async function drained(stdin: Writable): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const over = ["drain", "close"].map((event) => once(stdin, event, { signal }).catch(() => undefined));
  await Promise.race(over);
  waiting.abort();
}

function checked(piece: unknown): string | Uint8Array {
  if (typeof piece === "string" || piece instanceof Uint8Array) return piece;
  throw new InvalidArgumentError(
    `stdin gave a piece of type ${typeof piece}; an input must give texts or bytes (Uint8Array or Buffer).`,
  );
}
