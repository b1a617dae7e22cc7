import type { ByteSource } from "../streams/byte-source.js";
import { placeOf, toConnectionError } from "./connection-error.js";
import { DeadlineClocks } from "./deadline.js";
import type { Endpoint } from "./endpoint.js";
import { errorBodyLimit, type HttpAnswer, type HttpRequest, isSuccess, type Transport } from "./http.js";

/**
 * Speaks with an engine by a standard `fetch` that the user has given: for tests, or where another client has to carry
 * the requests. Connections, TLS and proxies are that function's business.
 */
export class FetchTransport implements Transport {
  readonly #endpoint: Endpoint;
  readonly #fetch: typeof globalThis.fetch;
  readonly #closing = new AbortController();

  constructor(endpoint: Endpoint, fetch: typeof globalThis.fetch) {
    this.#endpoint = endpoint;
    this.#fetch = fetch;
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    const { signal } = request;
    signal?.throwIfAborted();
    const giveUp = new AbortController();
    const clocks = new DeadlineClocks(request.deadlines, placeOf(this.#endpoint), (error) =>
      giveUp.abort(error),
    );
    const anySignal = AbortSignal.any([giveUp.signal, this.#closing.signal, ...(signal ? [signal] : [])]);
    try {
      clocks.sent();
      const response = await this.#fetch(originOf(this.#endpoint) + request.path, initOf(request, anySignal));
      clocks.answered();
      const head = { status: response.status, headers: Object.fromEntries(response.headers) };
      if (request.answer === "stream" && isSuccess(response.status) && response.body !== null) {
        const reader = response.body.getReader();
        const source = new ReaderSource(reader, (error) => this.#toError(error, anySignal), clocks);
        return { ...head, bytes: new Uint8Array(), source };
      }
      const limit = isSuccess(response.status) ? Number.POSITIVE_INFINITY : errorBodyLimit;
      const bytes = await collect(response, limit);
      clocks.stop();
      return { ...head, bytes };
    } catch (error) {
      clocks.stop();
      throw this.#toError(error, anySignal);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error("closed"));
  }

  #toError(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted && !this.#closing.signal.aborted) return signal.reason;
    const closed = Object.assign(new Error("closed"), { code: "UND_ERR_CLOSED" });
    return toConnectionError(this.#closing.signal.aborted ? closed : error, this.#endpoint, {
      unsent: false,
    });
  }
}

function initOf({ method, headers, body }: HttpRequest, signal: AbortSignal): RequestInit {
  // A body that is a stream goes out while the answer may already come in: fetch wants that said.
  const init = { method, headers, body, signal, redirect: "manual", duplex: "half" };
  return init as RequestInit; // the DOM's type knows neither `duplex` nor iterable bodies; undici's fetch takes both
}

function originOf(endpoint: Endpoint): string {
  if (endpoint.kind !== "tcp") return "http://localhost";
  const host = endpoint.hostname.includes(":") ? `[${endpoint.hostname}]` : endpoint.hostname;
  return `${endpoint.tls ? "https" : "http"}://${host}:${endpoint.port}`;
}

async function collect(response: Response, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    size += piece.length;
    if (size > limit) break;
  }
  return Buffer.concat(pieces, size);
}

class ReaderSource implements ByteSource {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #toError: (error: unknown) => unknown;
  readonly #clocks: DeadlineClocks;

  constructor(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    toError: (error: unknown) => unknown,
    clocks: DeadlineClocks,
  ) {
    this.#reader = reader;
    this.#toError = toError;
    this.#clocks = clocks;
  }

  async read(): Promise<Uint8Array[] | null> {
    try {
      const { done, value } = await this.#reader.read();
      this.#clocks.heard();
      if (!done) return [value];
      this.#clocks.stop();
      return null;
    } catch (error) {
      this.#clocks.stop();
      throw this.#toError(error);
    }
  }

  cancel(): void {
    this.#clocks.stop();
    // What the cancelled stream has to say is of no interest to a reader who has left.
    this.#reader.cancel().catch(() => undefined);
  }
}
