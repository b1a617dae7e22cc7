import {
  ApiError,
  ConnectionError,
  DockerError,
  InvalidArgumentError,
  ProgressError,
  ProtocolError,
  TimeoutError,
  UnsupportedVersionError,
} from "../errors.js";

/** What went wrong, as a word that platforms can decide by. */
export type ErrorCategory =
  | "validation"
  | "bad_request"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "server_error"
  | "unavailable"
  | "timeout"
  | "connection"
  | "tls"
  | "rate_limited"
  | "stream_error"
  | "unsupported_version"
  | "cancelled"
  | "internal";

export interface FailureDetails {
  readonly category: ErrorCategory;
  readonly httpStatus?: number;
  /** Whether the same action may well succeed a little later, and does no harm when it is asked for again. */
  readonly retryable: boolean;
  /** Method and path of the request that failed. */
  readonly endpoint?: string;
}

/** `repeatable`: asking twice does what asking once does. */
export function categorize(error: unknown, repeatable: boolean): FailureDetails {
  if (error instanceof ApiError) {
    const { status, method, path } = error;
    const category = statuses[status] ?? (status >= 500 ? "server_error" : "bad_request");
    const passing =
      status === 429 || status === 502 || status === 504 || (status === 503 && !isSwarmState(error));
    return { category, httpStatus: status, retryable: passing && repeatable, endpoint: `${method} ${path}` };
  }
  if (error instanceof TimeoutError) return { category: "timeout", retryable: repeatable || error.unsent };
  if (error instanceof ConnectionError) {
    const isTls = error.code.startsWith("TLS_");
    const passing = !isTls && passes.has(error.code);
    return { category: isTls ? "tls" : "connection", retryable: passing && (repeatable || error.unsent) };
  }
  if (error instanceof InvalidArgumentError) return { category: "validation", retryable: false };
  if (error instanceof UnsupportedVersionError) return { category: "unsupported_version", retryable: false };
  if (error instanceof ProgressError || error instanceof ProtocolError)
    return { category: "stream_error", retryable: false };
  if (error instanceof DockerError) {
    // Our own limit refuses a request before anything of it is sent.
    return { category: codes[error.code] ?? "stream_error", retryable: error.code === "RATE_LIMITED" };
  }
  return { category: "internal", retryable: false };
}

const statuses: Readonly<Record<number, ErrorCategory>> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  429: "rate_limited",
  500: "server_error",
  503: "unavailable",
};

const codes: Readonly<Record<string, ErrorCategory>> = {
  FILE_NOT_READ: "validation",
  FILE_NOT_WRITTEN: "validation",
  ACTION_REFUSED: "forbidden",
  LOOP_CLOSED: "connection",
  RATE_LIMITED: "rate_limited",
};

/** What an engine that restarts, or a network that is busy, does for a moment. */
const passes: ReadonlySet<string> = new Set([
  "CONNECTION_REFUSED",
  "CONNECTION_RESET",
  "HOST_NOT_FOUND",
  "HOST_UNREACHABLE",
]);

/** The engine's own 503 tells the node's place in a swarm, which does not pass by waiting. */
function isSwarmState({ message }: ApiError): boolean {
  return /swarm/i.test(message);
}
