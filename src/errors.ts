/**
 * The errors this package throws. Decide by `instanceof` or by the stable `code`, never by the text.
 * An abort is not among them: an aborted call rejects with `signal.reason` itself.
 */
export class DockerError extends Error {
  /** A stable, upper-case word for the kind of failure. */
  readonly code: string;

  constructor(message: string, { code, cause }: { code: string; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The engine could not be reached, or the connection to it broke. The message names the address and the remedy. */
export class ConnectionError extends DockerError {
  declare readonly code: ConnectionErrorCode;
  /** The address that was tried, without credentials. */
  readonly address: string;
  /** True when no byte of the request can have left this machine, so that repeating it is safe whatever it does. */
  readonly unsent: boolean;

  constructor(
    message: string,
    options: { code: ConnectionErrorCode; address: string; unsent: boolean; cause?: unknown },
  ) {
    super(message, options);
    this.address = options.address;
    this.unsent = options.unsent;
  }
}

export type ConnectionErrorCode =
  | "SOCKET_NOT_FOUND"
  | "PERMISSION_DENIED"
  | "CONNECTION_REFUSED"
  | "CONNECTION_RESET"
  | "HOST_NOT_FOUND"
  | "HOST_UNREACHABLE"
  | "CONNECTION_FAILED"
  | "CLIENT_CLOSED"
  | "TLS_BAD_PEM"
  | "TLS_KEY_MISMATCH"
  | "TLS_UNKNOWN_CA"
  | "TLS_EXPIRED"
  | "TLS_WRONG_HOST"
  | "TLS_CLIENT_CERTIFICATE"
  | "TLS_PIN_MISMATCH"
  | "TLS_HANDSHAKE"
  | "PROXY_REFUSED"
  | "SSH_FAILED";

/** A deadline passed. `phase` says which one. */
export class TimeoutError extends DockerError {
  readonly phase: TimeoutPhase;
  readonly milliseconds: number;
  /** As in {@link ConnectionError}: true when no byte of the request can have left. */
  readonly unsent: boolean;

  constructor(
    message: string,
    options: { phase: TimeoutPhase; milliseconds: number; unsent: boolean; cause?: unknown },
  ) {
    super(message, { code: `TIMEOUT_${options.phase.toUpperCase()}`, cause: options.cause });
    this.phase = options.phase;
    this.milliseconds = options.milliseconds;
    this.unsent = options.unsent;
  }
}

/** `connect`: no connection. `headers`: no answer began. `idle`: the answer went silent. `total`: all in all too long. */
export type TimeoutPhase = "connect" | "headers" | "idle" | "total";

/** What the engine sent breaks the protocol: a cut frame, a broken JSON line, an answer that is no HTTP. */
export class ProtocolError extends DockerError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, { code: "PROTOCOL", cause: options.cause });
  }
}

/** An argument or setting is wrong. Thrown before anything is sent; the message names the argument and the remedy. */
export class InvalidArgumentError extends DockerError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, { code: "INVALID_ARGUMENT", cause: options.cause });
  }
}

/** Client and engine share no API version, or the version in use lacks what was asked for. */
export class UnsupportedVersionError extends DockerError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, { code: "UNSUPPORTED_VERSION", cause: options.cause });
  }
}

/** A job (pull, push, build …) was accepted and then failed: the engine said so inside its progress stream. */
export class ProgressError extends DockerError {
  /** The engine's own number for the failure, where it gives one (an exit code, a registry's status). */
  readonly engineCode: number | undefined;

  constructor(message: string, options: { engineCode?: number; cause?: unknown } = {}) {
    super(message, { code: "PROGRESS", cause: options.cause });
    this.engineCode = options.engineCode;
  }
}

/** The engine answered with an error status. `message` is the engine's own sentence. */
export class ApiError extends DockerError {
  readonly status: number;
  readonly method: string;
  /** The path of the call without its query, which can hold secrets. */
  readonly path: string;

  constructor(
    message: string,
    { status, method, path, cause }: { status: number; method: string; path: string; cause?: unknown },
  ) {
    super(message, { code: apiErrorCode(status), cause });
    this.status = status;
    this.method = method;
    this.path = path;
  }
}

/** 400: the engine could not make sense of the request. */
export class BadRequestError extends ApiError {}

/** 401: credentials are missing or wrong. */
export class UnauthorizedError extends ApiError {}

/** 403: the engine, a plugin or a proxy before it forbids the call. */
export class ForbiddenError extends ApiError {}

/** 404: there is no such container, image, network … */
export class NotFoundError extends ApiError {}

/** 409: the state of the object does not allow the call, or a name is taken. */
export class ConflictError extends ApiError {}

/** 5xx: the engine failed. Engine 20.10 answers 500 for some mistakes of the caller too. */
export class ServerError extends ApiError {}

/** 503: the engine or a proxy before it is not ready, or the node is not part of a swarm. */
export class UnavailableError extends ServerError {}

/** The error class for a status the engine answered with. */
export function apiErrorFor(status: number): typeof ApiError {
  if (status === 503) return UnavailableError;
  if (status >= 500) return ServerError;
  return classes[status] ?? ApiError;
}

const classes: Partial<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
};

const codes: Partial<Record<number, string>> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  503: "UNAVAILABLE",
};

function apiErrorCode(status: number): string {
  return codes[status] ?? (status >= 500 ? "SERVER_ERROR" : "API_ERROR");
}

/**
 * Gives error classes their names, which a minifier may change. On the prototype: not an own property, so it never shows up among
 * an error's fields. Not in the classes themselves, as esbuild renames a class that its own body names.
 */
export function nameClasses(classes: Readonly<Record<string, { readonly prototype: Error }>>): void {
  for (const [value, { prototype }] of Object.entries(classes)) {
    Object.defineProperty(prototype, "name", { value, configurable: true, writable: true });
  }
}

nameClasses({
  DockerError,
  ConnectionError,
  TimeoutError,
  ProtocolError,
  InvalidArgumentError,
  UnsupportedVersionError,
  ProgressError,
  ApiError,
  BadRequestError,
  UnauthorizedError,
  ForbiddenError,
  NotFoundError,
  ConflictError,
  ServerError,
  UnavailableError,
});
