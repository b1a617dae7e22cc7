import type { Duplex } from "node:stream";

/**
 * Lets what has arrived be read before a failed write ends the connection. Who refuses an upload says so and closes, without
 * reading the rest of it; the next piece that is written then fails, and Node would throw the refusal away unread.
 */
export function readBeforeBreaking<S extends Duplex>(socket: S): S {
  const { _write: write, _writev: writev } = socket;
  // Nothing more is written until the callback is called: the connection's end comes first, by being read.
  const late =
    (callback: WriteCallback): WriteCallback =>
    (error) => {
      if (!error) return callback(error);
      const timer = setTimeout(callback, patience, error);
      socket.once("close", () => clearTimeout(timer));
    };
  socket._write = (chunk, encoding, callback) => write.call(socket, chunk, encoding, late(callback));
  if (writev) socket._writev = (chunks, callback) => writev.call(socket, chunks, late(callback));
  return socket;
}

type WriteCallback = (error?: Error | null) => void;

/** Milliseconds. What has arrived is read at once; this is for a peer that stopped to listen and goes on to speak. */
const patience = 500;
