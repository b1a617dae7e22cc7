import { ApiError, ConnectionError, ProtocolError, TimeoutError } from "../errors.js";

/**
 * True for a failure that a later attempt may not meet: the connection broke, went silent, or cannot be made; a proxy
 * says that the engine is not there. Not among them: what the engine refuses, a certificate that is wrong, a client
 * that was closed, and the caller's own limit for everything.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError) return !lasting.has(error.code);
  if (error instanceof TimeoutError) return error.phase !== "total";
  if (error instanceof ApiError) return passingStatuses.has(error.status);
  // Only the transport's own come here: an answer cut in the middle, or what is no HTTP.
  return error instanceof ProtocolError;
}

/** `PERMISSION_DENIED` passes: a starting engine makes its socket first and opens it to others then. */
const lasting: ReadonlySet<ConnectionError["code"]> = new Set([
  "CLIENT_CLOSED",
  "TLS_BAD_PEM",
  "TLS_KEY_MISMATCH",
  "TLS_UNKNOWN_CA",
  "TLS_EXPIRED",
  "TLS_WRONG_HOST",
  "TLS_CLIENT_CERTIFICATE",
  "TLS_PIN_MISMATCH",
]);

const passingStatuses: ReadonlySet<number> = new Set([502, 503, 504]);
