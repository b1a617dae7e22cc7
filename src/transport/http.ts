import type { Writable } from "node:stream";
import type { ByteSource } from "../streams/byte-source.js";

/** One request as it goes to the engine, whatever carries it. */
export interface HttpRequest {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  /** Path and query, with the API version. */
  readonly path: string;
  /** By their lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array> | undefined;
  /**
   * `bytes`: the answer is wanted whole. `stream`: a successful one is wanted as it arrives. `hijack`: the engine is asked to hand
   * over the connection.
   */
  readonly answer: "bytes" | "stream" | "hijack";
  /** What a connection that is handed over is to become. Default: bare TCP. */
  readonly upgrade?: Upgrade | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly deadlines: Deadlines;
}

export interface Upgrade {
  readonly protocol: "h2c" | "websocket";
  /** Headers that are sent once for each value. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
}

/** Milliseconds each; 0 or nothing means no limit. */
export interface Deadlines {
  /** From the last byte of the request to the first line of the answer. */
  readonly headers?: number | undefined;
  /** Between two pieces of the answer, while somebody reads. */
  readonly idle?: number | undefined;
  /** For everything, the wait for a free connection included. */
  readonly total?: number | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  /** By their lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The whole body; empty where `source` is there. */
  readonly bytes: Uint8Array;
  /** The body as it arrives, when that was asked for and the status is a success. */
  readonly source?: ByteSource;
  /** The connection, when it was asked for and handed over. */
  readonly hijacked?: HijackedConnection;
}

/** A connection that no longer speaks HTTP. */
export interface HijackedConnection {
  /** What the engine sends. `cancel` closes the connection, and so does its end. */
  readonly source: ByteSource;
  /** What the engine gets; `end()` closes this direction only. It never emits an error that nobody listens to. */
  readonly stdin: Writable;
}

/** Carries requests to one engine. */
export interface Transport {
  /** @throws ConnectionError, TimeoutError, ProtocolError; the signal's reason on abort; the error of a body that breaks */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Breaks what is under way and closes every connection. */
  close(): Promise<void>;
}

/** Error answers are read no further than this: they hold a sentence, or a proxy's page. */
export const errorBodyLimit = 1024 * 1024;

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
