import type { Duplex } from "node:stream";
import type { Exchange } from "../exchange.js";
import type { Process } from "./programs/process.js";

/** A connection that has become the input and output of a process. */
export function hijacked(exchange: Exchange, contentType: string): Hijacked {
  const connection = exchange.hijack(contentType);
  // A client that goes breaks it; what is told to it then goes nowhere.
  connection.on("error", () => {});
  let isFed = false;
  const isOpen = () => !connection.destroyed && !connection.writableEnded;
  return {
    write: (bytes) => {
      if (isOpen()) connection.write(bytes);
    },
    end: (bytes) => {
      if (!isOpen()) return;
      if (bytes !== undefined) connection.write(bytes);
      if (!isFed || connection.readableEnded) connection.end();
      else void drained(connection).then(() => connection.end());
    },
    feed: (process, { tty, closes }) => {
      isFed = true;
      const { stdin } = process;
      const kill = (number: number) => process.kill(number);
      connection.on("data", (chunk: Buffer) => {
        if (stdin.destroyed || stdin.writableEnded) return;
        if (tty) typed({ stdin, kill }, chunk, (echo) => isOpen() && connection.write(echo));
        else if (!stdin.write(chunk)) connection.pause();
      });
      // A process that has ended takes no more: what still comes is read and dropped.
      stdin.on("drain", () => connection.resume());
      stdin.on("close", () => connection.resume());
      const close = () => {
        if (closes && !stdin.writableEnded) stdin.end();
      };
      connection.once("end", close);
      connection.once("close", close);
    },
    onStart: (listen, feed) => {
      // What comes before the process does is kept for it.
      connection.pause();
      listen(() => {
        feed();
        connection.resume();
      });
    },
    onClose: (listener) => {
      connection.once("close", listener);
      // Read to notice the end, also where no process wants what comes.
      connection.resume();
    },
  };
}

export interface Hijacked {
  write(bytes: Uint8Array): void;
  end(bytes?: Uint8Array | string): void;
  /** Gives what comes to a process; `closes` says whether its end is the input's. */
  feed(process: Process, how: { readonly tty: boolean; readonly closes: boolean }): void;
  /** Feeds a process that is yet to come. */
  onStart(listen: (begin: () => void) => void, feed: () => void): void;
  onClose(listener: () => void): void;
}

/** As a terminal does it: what is typed is shown, Enter ends a line, ^D the input and ^C the program. */
function typed({ stdin, kill }: TypedInto, chunk: Buffer, show: (echo: Buffer) => void): void {
  const text = chunk.toString("utf8");
  if (text.includes("\x03")) {
    kill(2);
    return;
  }
  const [line = "", ...rest] = text.split("\x04");
  const lines = line.replaceAll("\r", "\n");
  show(Buffer.from(lines.replaceAll("\n", "\r\n")));
  if (lines !== "") stdin.write(lines);
  if (rest.length > 0) stdin.end();
}

interface TypedInto {
  readonly stdin: Process["stdin"];
  kill(number: number): void;
}

/**
 * Resolves when the client is quiet: input that is on its way when the connection closes would reset it, and what the client has
 * not read yet would be lost.
 */
async function drained(connection: Duplex): Promise<void> {
  let chunks = -1;
  let seen = 0;
  const count = () => {
    seen++;
  };
  connection.on("data", count);
  const end = performance.now() + 1000;
  while (seen !== chunks && !connection.readableEnded && performance.now() < end) {
    chunks = seen;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  connection.off("data", count);
}
