import type { RateLimitOptions } from "../transport/rate-limit.js";
import type { EndpointOptions } from "../transport/resolve-endpoint.js";
import type { RetryOptions } from "../transport/retry.js";
import type { CallDeadlines } from "./call-options.js";
import type { Auth } from "./headers.js";
import type { RegistryAuth } from "./registry-auth.js";

/** How to reach an engine and how to speak with it. Everything has a default: that of the docker CLI where it has one. */
export interface DockerOptions extends EndpointOptions {
  /**
   * The API version to speak, such as `1.43`; `auto` or nothing: the newest that this package and the engine share, asked for by
   * the first call. `DOCKER_API_VERSION` counts where this is left out.
   */
  readonly apiVersion?: string | undefined;
  /**
   * Milliseconds for a call, or a limit for each phase; 0 means no limit. Default: 10,000 to connect and 60,000 in total.
   * Streams, and calls that wait for something to happen, have no limit but `connect` and what the call itself sets.
   */
  readonly timeout?: number | ClientDeadlines | undefined;
  /** The most connections at a time; a call beyond them waits. Every open stream holds one; those of attach and exec come on top. Default: no limit. */
  readonly maxConnections?: number | undefined;
  /** `false` makes a connection for each request. Default true: connections are kept and used again. */
  readonly keepAlive?: boolean | undefined;
  /** How a failed request is repeated; `false` for never. Default: three attempts, only where it is safe. */
  readonly retry?: RetryOptions | false | undefined;
  /** How many requests may be sent; more have to wait. Default: no limit. */
  readonly rateLimit?: RateLimitOptions | undefined;
  /** Who the client is, for an engine behind a proxy that asks for it. */
  readonly auth?: Auth | undefined;
  /**
   * Credentials by registry, `{ "registry.example": { username, password } }`; sent only with calls that involve that
   * registry. Default: those of the docker CLI, its credential helpers included.
   */
  readonly registryAuth?: RegistryAuth | undefined;
  /** `false` leaves the credentials of the docker CLI out, so that a registry without `registryAuth` is anonymous. Default true. */
  readonly cliCredentials?: boolean | undefined;
  /** Headers for every request, before those of the CLI's config.json. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The URL of an HTTP proxy for `tcp` addresses, `false` for none. Default: `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`. */
  readonly proxy?: string | false | undefined;
  /** A standard `fetch` that carries the requests instead of our own connections. Not for attach and exec. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface ClientDeadlines extends CallDeadlines {
  /** To get a connection: name look-up, proxy and TLS included. */
  readonly connect?: number;
}
