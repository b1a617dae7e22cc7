import { ConnectionError, TimeoutError } from "../errors.js";
import { explain, type Failure } from "./connection-reason.js";
import type { Endpoint } from "./endpoint.js";

/**
 * Says what went wrong with a connection, where, and what usually helps. Our own errors are passed on.
 * `unsent`: the caller knows that no byte of its request has left.
 */
export function toConnectionError(
  error: unknown,
  endpoint: Endpoint,
  { unsent }: { unsent: boolean },
): ConnectionError | TimeoutError {
  const { address } = endpoint;
  if (error instanceof TimeoutError) return error;
  if (error instanceof ConnectionError) return unsent && !error.unsent ? asUnsent(error) : error;
  const failure = failureOf(error);
  const cause = withoutSecrets(error);
  const place = placeOf(endpoint);
  if (failure.code === "UND_ERR_CONNECT_TIMEOUT") {
    const milliseconds = Number(/timeout: (\d+)ms/.exec(failure.message)?.[1] ?? 0);
    const message = `No connection to the Docker engine at ${place} in time. Check the address and the network between.`;
    return new TimeoutError(message, { phase: "connect", milliseconds, unsent: true, cause });
  }
  const { code, reason, remedy } = explain(failure, endpoint);
  const lead =
    code === "CONNECTION_RESET"
      ? `The connection to the Docker engine at ${place} broke`
      : `Cannot reach the Docker engine at ${place}`;
  return new ConnectionError(`${lead}: ${reason}. ${remedy}`, { code, address, unsent, cause });
}

/** How messages name an endpoint: the address and where it came from. */
export function placeOf({ address, source }: Endpoint): string {
  return `${address} (${source})`;
}

function asUnsent(error: ConnectionError): ConnectionError {
  const { code, address, cause } = error;
  return new ConnectionError(error.message, { code, address, unsent: true, cause });
}

/** The error that says it: Node wraps one error per address tried, `fetch` puts its own around. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0]);
  if (!(error instanceof Error)) return { code: "", name: "", message: "an unknown error" };
  const { code, name, message, ...details } = error as Error & Partial<Failure>;
  if (code === undefined && error.cause !== undefined) return failureOf(error.cause);
  return { code: String(code ?? ""), name, message, ...details };
}

/** The error itself where all it carries is harmless; else a copy: a parser's error, say, holds bytes of the answer. */
export function withoutSecrets(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  const cause = withoutSecrets(error.cause);
  const kept = Object.entries(error).filter(([key]) => harmless.has(key));
  if (cause === error.cause && kept.length === Object.keys(error).length) return error;
  const copy = new Error(error.message, cause === undefined ? undefined : { cause });
  return Object.assign(copy, { name: error.name, stack: error.stack }, Object.fromEntries(kept));
}

const harmless = new Set([
  ...["name", "message", "code", "errno", "syscall", "address", "port", "path", "hostname", "host"],
  // Of OpenSSL's errors, and the addresses that undici tells of a socket.
  ...["library", "reason", "function", "opensslErrorStack", "socket"],
]);
