import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import type { Duplex, Readable } from "node:stream";

/** One request that has come in, and the ways to answer it; exactly one of them is taken. */
export interface Exchange {
  readonly method: string;
  /** As it came, without the version, still percent-encoded: `/containers/web/json`. */
  readonly path: string;
  /** `1.43` where the URL names it. */
  readonly version: string | undefined;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body as it arrives. */
  readonly input: Readable;
  /** Aborts when the client has gone, or the engine stops. */
  readonly gone: AbortSignal;
  /** The whole body. */
  bytes(): Promise<Buffer>;
  /**
   * Answers with JSON; with nothing where there is no value. The headers go over those that every answer of the host has;
   * one that is undefined takes that one away.
   */
  answer(status: number, value?: unknown, headers?: OutgoingHttpHeaders): void;
  /** Answers with bytes that are there, and the type that the headers name. */
  send(status: number, bytes: Uint8Array | string, headers?: OutgoingHttpHeaders): void;
  /** Answers with bytes as they come: in chunks, unless the headers name a length. */
  stream(status: number, headers: OutgoingHttpHeaders): AnswerStream;
  /**
   * Hands the connection over, by 101 where the client asked for an upgrade and 200 where it did not. Without the upgrade the
   * type is always that of a raw stream, as it is with real engines. `end()` closes the connection; input that the client sent
   * before it was handed over is lost, as it is there.
   */
  hijack(contentType: string): Duplex;
  /** Hands the connection over for the protocol that the client asked for: `websocket` (its frames are yours) or `h2c`. */
  switchProtocol(): Duplex;
}

/** The body of an answer as it comes. */
export interface AnswerStream {
  /** Resolves when there is room for more, or nobody left to read it. */
  write(bytes: Uint8Array | string): Promise<void>;
  end(): void;
}

/** Answers a request. What it throws becomes a 500 with the message. */
export type Handler = (exchange: Exchange) => Promise<void>;
