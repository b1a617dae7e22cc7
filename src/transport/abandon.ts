import type { Duplex } from "node:stream";

/**
 * Lets an aborted request end with its connection. undici closes the connection of a request that is aborted and then makes
 * another one, only to find that the request needs none: with ssh that is a whole log-in. It does so for the one error
 * that it closes with itself, so the connection is closed with another.
 */
export function withoutReconnect<S extends Duplex>(socket: S): S {
  const { destroy } = socket;
  socket.destroy = (error?: Error) =>
    destroy.call(socket, isAbort(error) ? new Error("aborted") : error) as S;
  return socket;
}

function isAbort(error: (Error & { code?: unknown }) | undefined): boolean {
  return error?.code === "UND_ERR_INFO" && error.message === "aborted";
}
