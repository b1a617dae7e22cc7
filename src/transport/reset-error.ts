import type { Duplex } from "node:stream";

/**
 * Keeps a reset an error. Where an answer has no length and ends with its connection, as that of an engine which hands the
 * connection over, undici takes a reset for that end, and nobody would notice what is missing. It knows resets by their code.
 */
export function tellingResets<S extends Duplex>(socket: S): S {
  const { destroy } = socket;
  socket.destroy = (error?: Error) => destroy.call(socket, isReset(error) ? wrapped(error) : error) as S;
  return socket;
}

function isReset(error: Error | undefined): error is Error {
  return error !== undefined && "code" in error && error.code === "ECONNRESET";
}

function wrapped(error: Error): Error {
  return new Error(error.message, { cause: error });
}
