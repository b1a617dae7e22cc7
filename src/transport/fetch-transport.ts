import { ConnectionError, InvalidArgumentError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import { placeOf, toConnectionError } from "./connection-error.js";
import { DeadlineClocks } from "./deadline.js";
import type { Endpoint } from "./endpoint.js";
import { errorBodyLimit, type HttpAnswer, type HttpRequest, isSuccess, type Transport } from "./http.js";
import { orAborted } from "./or-aborted.js";
import { type Upload, uploadOf } from "./upload.js";

/**
 * Speaks with an engine by a standard `fetch` that the user has given: for tests, or where another client has to carry
 * the requests. Connections, TLS and proxies are that function's business.
 */
export class FetchTransport implements Transport {
  readonly #endpoint: Endpoint;
  readonly #fetch: typeof globalThis.fetch;
  readonly #calls = new Set<FetchCall>();
  #closed = false;

  constructor(endpoint: Endpoint, fetch: typeof globalThis.fetch) {
    this.#endpoint = endpoint;
    this.#fetch = fetch;
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    request.signal?.throwIfAborted();
    if (this.#closed) throw this.#closedError(true);
    if (request.answer === "hijack") throw noHijack();
    const call = new FetchCall(request, this.#endpoint, () => this.#calls.delete(call));
    this.#calls.add(call);
    // Called as a plain function: some platforms' fetch refuses to be a method.
    const fetch = this.#fetch;
    const { status, headers, source } = await call.begin(fetch);
    const head = { status, headers: Object.fromEntries(headers) };
    if (request.answer === "stream" && isSuccess(status)) return { ...head, bytes: new Uint8Array(), source };
    return {
      ...head,
      bytes: await collect(source, isSuccess(status) ? Number.POSITIVE_INFINITY : errorBodyLimit),
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const call of this.#calls) call.giveUp(this.#closedError(false));
  }

  #closedError(unsent: boolean): ConnectionError {
    const { address } = this.#endpoint;
    const message = "This client has been closed. Make a new one.";
    return new ConnectionError(message, { code: "CLIENT_CLOSED", address, unsent });
  }
}

function noHijack(): InvalidArgumentError {
  return new InvalidArgumentError(
    "attach and exec take over the connection to the engine, as sessions do, and a `fetch` cannot give one. Use a client without the option `fetch` for them.",
  );
}

/** One call of `fetch`, up to the end of its answer. */
class FetchCall {
  readonly #request: HttpRequest;
  readonly #endpoint: Endpoint;
  readonly #onSettled: () => void;
  readonly #abort = new AbortController();
  readonly #clocks: DeadlineClocks;
  readonly #upload: Upload | undefined;

  constructor(request: HttpRequest, endpoint: Endpoint, onSettled: () => void) {
    this.#request = request;
    this.#endpoint = endpoint;
    this.#onSettled = onSettled;
    this.#clocks = new DeadlineClocks(request.deadlines, placeOf(endpoint), (error) => this.giveUp(error));
    this.#upload = uploadOf(request.body, {
      sent: () => this.#clocks.sent(),
      failed: (error) => this.giveUp(error),
    });
    // Not `AbortSignal.any`: it would tie every call to a signal that may live as long as the process.
    request.signal?.addEventListener("abort", this.#onAbort);
  }

  async begin(
    fetch: typeof globalThis.fetch,
  ): Promise<{ status: number; headers: Headers; source: FetchedSource }> {
    this.#clocks.started();
    if (this.#upload === undefined) this.#clocks.sent();
    const { status, headers, body } = await this.#orGivenUp(() =>
      fetch(originOf(this.#endpoint) + this.#request.path, this.#init()),
    );
    return { status, headers, source: new FetchedSource(this, body?.getReader()) };
  }

  /** A step of reading the answer. */
  async read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
    this.#clocks.answered();
    const { value } = await this.#orGivenUp(() => reader.read());
    this.#clocks.held();
    return value;
  }

  /** Ends the call for a reason that the caller gets as it is. */
  giveUp(reason: unknown): void {
    this.settle();
    this.#abort.abort(reason);
  }

  settle(): void {
    this.#clocks.stop();
    this.#upload?.stop();
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
    this.#onSettled();
  }

  /** Settles with the call, whatever the given `fetch` makes of its signal. */
  async #orGivenUp<T>(step: () => Promise<T>): Promise<T> {
    const { signal } = this.#abort;
    try {
      return await orAborted(step(), signal);
    } catch (error) {
      this.settle();
      if (signal.aborted) throw signal.reason;
      throw toConnectionError(error, this.#endpoint, { unsent: false });
    }
  }

  #init(): RequestInit {
    const { method, headers, body } = this.#request;
    const { signal } = this.#abort;
    // A body that is a stream goes out while the answer may already come in: fetch wants that said.
    const init = { method, headers, body: this.#upload ?? body, signal, redirect: "manual", duplex: "half" };
    return init as RequestInit; // the DOM's type knows neither `duplex` nor iterable bodies; undici's fetch takes both
  }

  readonly #onAbort = (): void => this.giveUp(this.#request.signal?.reason);
}

class FetchedSource implements ByteSource {
  readonly #call: FetchCall;
  /** Missing where the answer has no body, as to HEAD. */
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  constructor(call: FetchCall, reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
    this.#call = call;
    this.#reader = reader;
    if (reader === undefined) call.settle();
  }

  async read(): Promise<Uint8Array[] | null> {
    const chunk = this.#reader && (await this.#call.read(this.#reader));
    if (chunk !== undefined) return [chunk];
    this.#call.settle();
    return null;
  }

  cancel(): void {
    this.#call.settle();
    // What the cancelled stream has to say is of no interest to a reader who has left.
    this.#reader?.cancel().catch(() => undefined);
  }
}

async function collect(source: ByteSource, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let read = await source.read(); read !== null; read = await source.read()) {
    for (const piece of read) size += piece.length;
    pieces.push(...read);
    if (size > limit) break;
  }
  source.cancel();
  return Buffer.concat(pieces, size);
}

function originOf(endpoint: Endpoint): string {
  if (endpoint.kind !== "tcp") return "http://localhost";
  // A URL has no place for the zone of a link-local address.
  const host = endpoint.hostname.includes(":")
    ? `[${endpoint.hostname.replace(/%.*$/, "")}]`
    : endpoint.hostname;
  return `${endpoint.tls ? "https" : "http"}://${host}:${endpoint.port}`;
}
