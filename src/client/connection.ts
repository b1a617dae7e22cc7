import { ConnectionError, InvalidArgumentError } from "../errors.js";
import type { Endpoint } from "../transport/endpoint.js";
import { FetchTransport } from "../transport/fetch-transport.js";
import type { HttpAnswer, HttpRequest, Transport } from "../transport/http.js";
import { RateLimit } from "../transport/rate-limit.js";
import { resolveEndpoint } from "../transport/resolve-endpoint.js";
import { type RetryOptions, withRetry } from "../transport/retry.js";
import { UndiciTransport } from "../transport/undici-transport.js";
import { authHeaders, checkAuth, mergeHeaders } from "./headers.js";
import type { DockerOptions } from "./options.js";

/** The way to one engine: found and opened by the first request, shared by all. */
export class Connection {
  readonly options: ConnectionSettings;
  readonly #rateLimit: RateLimit | undefined;
  #opening: Promise<{ endpoint: Endpoint; transport: Transport }> | undefined;
  #closed = false;

  /** @throws InvalidArgumentError when an option is wrong by itself */
  constructor(options: DockerOptions) {
    checkAuth(options.auth);
    mergeHeaders(options.headers);
    checkMaxConnections(options.maxConnections);
    this.#rateLimit = options.rateLimit && new RateLimit(options.rateLimit);
    this.options = conceal(options);
  }

  /** Where the engine is. */
  async endpoint(): Promise<Endpoint> {
    return (await this.#open()).endpoint;
  }

  /** Sends a request, repeated as `retry` says, each attempt within the rate. */
  async send(request: HttpRequest, retry: RetryOptions | false): Promise<HttpAnswer> {
    const { endpoint, transport } = await this.#open();
    const { auth, headers } = this.options;
    const basePath = endpoint.kind === "tcp" ? endpoint.basePath : "";
    const whole: HttpRequest = {
      ...request,
      path: basePath + request.path,
      headers: mergeHeaders(
        ownHeaders,
        endpoint.headers,
        headers,
        auth && (await authHeaders(auth)),
        request.headers,
      ),
    };
    const limit = this.#rateLimit;
    const send = limit
      ? async (attempt: HttpRequest) => {
          await limit.pass(attempt.signal);
          return transport.send(attempt);
        }
      : (attempt: HttpRequest) => transport.send(attempt);
    return retry === false ? send(whole) : withRetry(send, whole, retry);
  }

  /** Breaks what is under way and closes every connection; further requests are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    const opened = await this.#opening?.catch(() => undefined);
    await opened?.transport.close();
  }

  async #open(): Promise<{ endpoint: Endpoint; transport: Transport }> {
    if (this.#closed) throw closedError();
    this.#opening ??= this.#openNow().catch((error: unknown) => {
      // The next call looks again: a context may have been made meanwhile.
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #openNow(): Promise<{ endpoint: Endpoint; transport: Transport }> {
    const { host, context, tls, fetch, proxy, maxConnections, timeout } = this.options;
    const endpoint = await resolveEndpoint({ host, context, tls });
    const connectTimeout = (typeof timeout === "object" ? timeout.connect : undefined) ?? 10_000;
    const transport = fetch
      ? new FetchTransport(endpoint, fetch)
      : new UndiciTransport(endpoint, { connectTimeout, maxConnections, proxy });
    return { endpoint, transport };
  }
}

/** What the rest of the client may know of the options. */
export type ConnectionSettings = Readonly<DockerOptions>;

const ownHeaders = { "user-agent": "docker-engine-sdk" };

/** A copy that shows nothing of itself to `util.inspect` and JSON: options hold keys, tokens and passwords. */
function conceal(options: DockerOptions): ConnectionSettings {
  const hidden = Object.entries(options).map(
    ([name, value]) => [name, { value, enumerable: false }] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(hidden)) as ConnectionSettings; // the same names and values
}

function checkMaxConnections(maxConnections: number | undefined): void {
  if (maxConnections === undefined || (Number.isSafeInteger(maxConnections) && maxConnections > 0)) return;
  throw new InvalidArgumentError(
    `maxConnections is ${String(maxConnections)}; give a whole number above 0, or leave it out for no limit.`,
  );
}

function closedError(): ConnectionError {
  return new ConnectionError("This client has been closed. Make a new one.", {
    code: "CLIENT_CLOSED",
    address: "",
    unsent: true,
  });
}
