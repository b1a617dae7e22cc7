import { isIPv6, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { buildConnector } from "undici/index.js";
import { ConnectionError, TimeoutError } from "../errors.js";
import { placeOf, toConnectionError } from "./connection-error.js";
import { dialSocket, dialTcp } from "./dial.js";
import type { Endpoint, TcpEndpoint } from "./endpoint.js";
import { openTunnel } from "./proxy.js";
import { proxyFor } from "./proxy-choice.js";
import { tellingResets } from "./reset-error.js";
import { createSshDialer } from "./ssh.js";
import { createTlsDialer } from "./tls.js";

/**
 * Makes connections to an endpoint, for `new Pool(connector.origin, { connect: connector.connect })`.
 * Every failure reaches the pool as one of our errors. That matters to undici too: it would try again without
 * end if a connector answered with an error of its own code `UND_ERR_SOCKET` or with `ERR_TLS_CERT_ALTNAME_INVALID`.
 * @throws InvalidArgumentError for a malformed pin, a certificate without its key, or a proxy that is no URL
 */
export function createConnector(endpoint: Endpoint, options: ConnectorOptions): Connector {
  const { connectTimeout, proxy, environment = process.env } = options;
  const { dial, close: closeDialer } = createDialer(endpoint, { connectTimeout, proxy, environment });
  const attempts = new Map<AbortController, Promise<Duplex>>();
  let closed = false;

  async function attempt(abort: AbortController): Promise<Duplex> {
    if (closed) throw closedError(endpoint);
    const expire = () => abort.abort(timeoutError(endpoint, connectTimeout));
    const deadline = connectTimeout > 0 ? setTimeout(expire, connectTimeout) : undefined;
    try {
      const socket = await dial(abort.signal);
      if (!abort.signal.aborted) return tellingResets(socket);
      socket.destroy();
      throw abort.signal.reason;
    } catch (error) {
      throw toConnectionError(abort.signal.aborted ? abort.signal.reason : error, endpoint, { unsent: true });
    } finally {
      clearTimeout(deadline);
      attempts.delete(abort);
    }
  }

  return {
    origin: originOf(endpoint),
    connect(_, callback) {
      const abort = new AbortController();
      const connection = attempt(abort);
      if (!closed) attempts.set(abort, connection);
      connection.then(
        // undici's HTTP/1 client asks for no more than a Duplex: that is what a tunnel and an ssh process give.
        (socket) => callback(null, socket as Socket),
        (error: Error) => callback(error, null),
      );
    },
    async close() {
      closed = true;
      for (const abort of attempts.keys()) abort.abort(closedError(endpoint));
      await Promise.allSettled(attempts.values());
      await closeDialer?.();
    },
  };
}

export interface ConnectorOptions {
  /** Milliseconds for the whole way: name look-up, proxy and TLS included. 0 means no limit. */
  readonly connectTimeout: number;
  /** A proxy's URL, `false` for none; by default the environment decides. Only for `tcp` endpoints. */
  readonly proxy?: string | false;
  /** Where proxies are looked up, and the environment of `ssh`. Default: `process.env`. */
  readonly environment?: NodeJS.ProcessEnv;
}

export interface Connector {
  /** The origin for the pool. It decides the `Host` header: `localhost` where the address has no host of its own. */
  readonly origin: string;
  readonly connect: buildConnector.connector;
  /** Ends attempts under way and every `ssh` process, and waits for their end. Other sockets are the pool's. */
  close(): Promise<void>;
}

interface Dialer {
  /** Rejects, leaving nothing open, when the signal aborts. */
  readonly dial: (signal: AbortSignal) => Promise<Duplex>;
  readonly close?: () => Promise<void>;
}

function createDialer(
  endpoint: Endpoint,
  options: ConnectorOptions & { environment: NodeJS.ProcessEnv },
): Dialer {
  if (endpoint.kind === "ssh") return createSshDialer(endpoint, options);
  if (endpoint.kind !== "tcp") return { dial: (signal) => dialSocket(endpoint.socketPath, signal) };
  const proxy = proxyFor(endpoint, options);
  const tunnel = proxy && ((signal: AbortSignal) => openTunnel(proxy, endpoint, signal));
  if (endpoint.tls) return { dial: createTlsDialer(endpoint, endpoint.tls, tunnel) };
  return { dial: tunnel ?? ((signal) => dialTcp(endpoint, signal)) };
}

/** Reverse proxies and Podman check the `Host` header of local sockets now and then; `localhost` passes everywhere. */
function originOf(endpoint: Endpoint): string {
  return endpoint.kind === "tcp"
    ? `${endpoint.tls ? "https" : "http"}://${authorityOf(endpoint)}`
    : "http://localhost";
}

/** A URL has no place for the zone of a link-local address; the dialer uses the full one. */
function authorityOf({ hostname, port }: TcpEndpoint): string {
  return isIPv6(hostname) ? `[${hostname.replace(/%.*$/, "")}]:${port}` : `${hostname}:${port}`;
}

function timeoutError(endpoint: Endpoint, milliseconds: number): TimeoutError {
  const message =
    `No connection to the Docker engine at ${placeOf(endpoint)} within ${milliseconds} ms. ` +
    "Check the address and the network between, or allow more time.";
  return new TimeoutError(message, { phase: "connect", milliseconds, unsent: true });
}

function closedError(endpoint: Endpoint): ConnectionError {
  return new ConnectionError(
    `The client for the Docker engine at ${placeOf(endpoint)} has been closed. Make a new one.`,
    { code: "CLIENT_CLOSED", address: endpoint.address, unsent: true },
  );
}
