import {
  ConnectionError,
  ProtocolError,
  ServerError,
  TimeoutError,
  UnavailableError,
} from "../../src/errors.js";

/** What is promised of a call. */
export interface Outcome {
  /** The error; where there is none the result is as always, or as if nothing had been said. */
  readonly error?: ErrorPromise;
  readonly empty?: boolean;
  /** Whether it is tried again where that is safe. */
  readonly repeated?: boolean;
}

export interface ErrorPromise {
  readonly type: new (...args: never[]) => Error;
  readonly code: string;
  readonly says: RegExp;
}

export const outcomes: Readonly<Record<string, Outcome>> = {
  done: {},
  ended: { empty: true },
  broken: {
    error: {
      type: ConnectionError,
      code: "CONNECTION_RESET",
      says: /^The connection to the Docker engine at (unix|tcp):\S+ .* broke: the other side closed it before the answer was complete\. /,
    },
    repeated: true,
  },
  "cut short": {
    error: {
      type: ProtocolError,
      code: "PROTOCOL",
      says: /^The engine's output ends inside a frame.* The connection was probably cut; read again\.$/,
    },
  },
  unbegun: {
    error: {
      type: TimeoutError,
      code: "TIMEOUT_HEADERS",
      says: /^No answer began within \d+ ms \(the headers deadline\) from unix:/,
    },
  },
  silent: {
    error: {
      type: TimeoutError,
      code: "TIMEOUT_IDLE",
      says: /^The answer went silent for \d+ ms \(the idle deadline\) from unix:/,
    },
  },
  "no HTTP": {
    error: {
      type: ConnectionError,
      code: "CONNECTION_FAILED",
      says: /unix:\S+ .*: what answers there does not speak HTTP as an engine does\. /,
    },
  },
  false: {
    error: {
      type: ConnectionError,
      code: "CONNECTION_RESET",
      says: /^The connection to the Docker engine at unix:\S+ .* broke: the answer is not as long as its headers say\. /,
    },
    repeated: true,
  },
  gone: {
    error: {
      type: ServerError,
      code: "SERVER_ERROR",
      says: /^A proxy answered in the engine's place with status 502: (502 Bad Gateway|an empty page)$/,
    },
    repeated: true,
  },
  away: {
    error: {
      type: UnavailableError,
      code: "UNAVAILABLE",
      says: /^A proxy answered in the engine's place with status 503: (503 Service Unavailable|an empty page)$/,
    },
    repeated: true,
  },
};
