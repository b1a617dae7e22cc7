import type { OperationId } from "../../generated/operations.js";
import { ConnectionError, InvalidArgumentError } from "../errors.js";
import { placeOf } from "../transport/connection-error.js";
import type { Endpoint } from "../transport/endpoint.js";
import { FetchTransport } from "../transport/fetch-transport.js";
import type { HttpAnswer, HttpRequest, Transport } from "../transport/http.js";
import { type ProxyServer, proxyFor } from "../transport/proxy-choice.js";
import { RateLimit } from "../transport/rate-limit.js";
import { resolveEndpoint } from "../transport/resolve-endpoint.js";
import { type RetryOptions, withRetry } from "../transport/retry.js";
import { UndiciTransport } from "../transport/undici-transport.js";
import { beforeSending } from "./before-sending.js";
import { checkTimeout } from "./call-options.js";
import { checkOptions } from "./check-options.js";
import { Credentials } from "./credentials.js";
import { type Auth, authHeaders, checkAuth, mergeHeaders } from "./headers.js";
import type { DockerOptions } from "./options.js";
import { isWatched, watchedCall } from "./watched-call.js";

/** The way to one engine: found and opened by the first request, shared by all. */
export class Connection {
  /** What the rest of the client may know of the options; the others hold keys, tokens and passwords. */
  readonly settings: Pick<DockerOptions, "apiVersion" | "timeout" | "retry" | "fetch" | "cliCredentials">;
  readonly credentials: Credentials;
  readonly #options: DockerOptions;
  readonly #rateLimit: RateLimit | undefined;
  #opening: Promise<Opened> | undefined;
  #opened: Opened | undefined;
  readonly #closing = new AbortController();

  /** @throws InvalidArgumentError when an option is wrong by itself */
  constructor(options: DockerOptions) {
    checkOptions(options);
    checkAuth(options.auth);
    mergeHeaders(options.headers);
    checkMaxConnections(options.maxConnections);
    checkTimeout(options.timeout);
    this.credentials = new Credentials(options.registryAuth, { cli: options.cliCredentials ?? true });
    this.#rateLimit = options.rateLimit && new RateLimit(options.rateLimit);
    const { apiVersion, timeout, retry, fetch, cliCredentials } = options;
    this.settings = { apiVersion, timeout, retry, fetch, cliCredentials };
    this.#options = { ...options };
  }

  /** Where the engine is. */
  async endpoint(): Promise<Endpoint> {
    return (await this.#open()).endpoint;
  }

  /** The proxy on the way there, if one is. Its `url` may hold a password. */
  async proxy(): Promise<ProxyServer | undefined> {
    const endpoint = await this.endpoint();
    if (endpoint.kind !== "tcp" || this.#options.fetch !== undefined) return undefined;
    const { proxy } = this.#options;
    return proxyFor(endpoint, { environment: process.env, ...(proxy !== undefined && { proxy }) });
  }

  /** Sends a request, repeated as `retry` says, each attempt within the rate. */
  async send(
    request: HttpRequest,
    retry: RetryOptions | false,
    operation?: OperationId,
  ): Promise<HttpAnswer> {
    const { endpoint, transport, basePath, headers } = this.#opened ?? (await this.#open());
    if (this.#closing.signal.aborted) throw closedError();
    const { auth } = this.#options;
    const whole: HttpRequest = {
      ...request,
      path: basePath + request.path,
      headers: auth
        ? mergeHeaders(headers, await this.#authHeaders(auth, endpoint, request), request.headers)
        : { ...headers, ...request.headers },
    };
    const limit = this.#rateLimit;
    const send = limit
      ? async (attempt: HttpRequest) => {
          // Not within the call's time: to wait for a turn is what the limit is for.
          await beforeSending(attempt, this.#closing.signal, (signal) => limit.pass(signal));
          return this.attempt(transport, attempt);
        }
      : (attempt: HttpRequest) => this.attempt(transport, attempt);
    if (isWatched()) {
      const { address } = endpoint;
      return watchedCall({ operation, address }, whole, (told, around) =>
        carry((attempt) => around(() => send(attempt)), told, retry),
      );
    }
    return carry(send, whole, retry);
  }

  /** Sends a request once. For those who watch what goes out. */
  protected attempt(transport: Transport, request: HttpRequest): Promise<HttpAnswer> {
    return transport.send(request);
  }

  /** Breaks what is under way and closes every connection; further requests are refused. */
  async close(): Promise<void> {
    this.#closing.abort(closedError());
    const opened = await this.#opening?.catch(() => undefined);
    await opened?.transport.close();
  }

  /** A function that gives the token may take its time, but not more than the call has. */
  #authHeaders(
    auth: Auth,
    endpoint: Endpoint,
    request: HttpRequest,
  ): Promise<Record<string, string> | undefined> {
    return beforeSending(request, this.#closing.signal, () => authHeaders(auth), placeOf(endpoint));
  }

  async #open(): Promise<Opened> {
    if (this.#closing.signal.aborted) throw closedError();
    this.#opening ??= this.#openNow().catch((error: unknown) => {
      // The next call looks again: a context may have been made meanwhile.
      this.#opening = undefined;
      throw error;
    });
    this.#opened = await this.#opening;
    return this.#opened;
  }

  async #openNow(): Promise<Opened> {
    const { host, context, tls, fetch, proxy, maxConnections, keepAlive = true, timeout } = this.#options;
    const endpoint = await resolveEndpoint({ host, context, tls });
    const connectTimeout = (typeof timeout === "object" ? timeout.connect : undefined) ?? 10_000;
    const transport = fetch
      ? new FetchTransport(endpoint, fetch)
      : new UndiciTransport(endpoint, { connectTimeout, maxConnections, keepAlive, proxy });
    const basePath = endpoint.kind === "tcp" ? endpoint.basePath : "";
    return {
      endpoint,
      transport,
      basePath,
      headers: mergeHeaders(ownHeaders, endpoint.headers, this.#options.headers),
    };
  }
}

function carry(
  send: Transport["send"],
  request: HttpRequest,
  retry: RetryOptions | false,
): Promise<HttpAnswer> {
  return retry === false ? send(request) : withRetry(send, request, retry);
}

interface Opened {
  readonly endpoint: Endpoint;
  readonly transport: Transport;
  /** What every path stands behind. */
  readonly basePath: string;
  /** What every request says. */
  readonly headers: Readonly<Record<string, string>>;
}

const ownHeaders = { "user-agent": "docker-engine-sdk" };

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
