import { isIP, isIPv6 } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import { Client } from "undici/index.js";
import { ConnectionError } from "../errors.js";
import { failureOf, placeOf, withoutSecrets } from "./connection-error.js";
import { explain } from "./connection-reason.js";
import { dialTcp, established, tuneTcp } from "./dial.js";
import type { TcpEndpoint } from "./endpoint.js";
import type { ProxyServer } from "./proxy-choice.js";

/**
 * A connection through a proxy by CONNECT, for engines with and without TLS: an attach or exec takes the
 * connection over, which a proxy that passes single requests on would not let through.
 */
export async function openTunnel(
  proxy: ProxyServer,
  endpoint: TcpEndpoint,
  signal: AbortSignal,
): Promise<Duplex> {
  const client = new Client(proxy.url.origin, {
    headersTimeout: 0,
    connect: (_, callback) => {
      dialProxy(proxy, signal).then(
        (socket) => callback(null, socket),
        // With its own code undici would try again without end.
        (cause: Error) => callback(unreachable(proxy, endpoint, cause), null),
      );
    },
  });
  try {
    const target = `${isIPv6(endpoint.hostname) ? `[${endpoint.hostname}]` : endpoint.hostname}:${endpoint.port}`;
    const headers = { host: target, ...authorization(proxy.url) };
    const { statusCode, socket } = await client.connect({ path: target, headers, signal });
    if (statusCode >= 200 && statusCode < 300) return socket;
    socket.destroy();
    throw refused(proxy, endpoint, statusCode);
  } catch (error) {
    throw error instanceof ConnectionError ? error : unreachable(proxy, endpoint, error);
  } finally {
    // The tunnel is no longer the client's: this ends only what has failed.
    await client.destroy();
  }
}

function dialProxy({ url }: ProxyServer, signal: AbortSignal) {
  const secure = url.protocol === "https:";
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || (secure ? 443 : 80));
  if (!secure) return dialTcp({ hostname, port }, signal);
  const servername = isIP(hostname) ? "" : hostname;
  const socket = connectTls({ host: hostname, port, servername, rejectUnauthorized: true });
  return established(tuneTcp(socket), "secureConnect", signal);
}

function authorization({ username, password }: URL): { "proxy-authorization"?: string } {
  if (!username && !password) return {};
  const credentials = `${decode(username)}:${decode(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
}

/** A stray percent sign stands for itself; the error of `decodeURIComponent` would help nobody here. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refused(proxy: ProxyServer, endpoint: TcpEndpoint, status: number): ConnectionError {
  const remedies: Partial<Record<number, string>> = {
    401: "Give its user and password in its URL.",
    407: "Give its user and password in its URL.",
    403: "It forbids this host or port: have it allowed, or name the host in NO_PROXY.",
  };
  const remedy =
    remedies[status] ?? "Can the proxy reach the engine? To go without it, name the host in NO_PROXY.";
  return new ConnectionError(
    `${nameOf(proxy)} refused the connection to the Docker engine at ${placeOf(endpoint)} with status ${status}. ${remedy}`,
    { code: "PROXY_REFUSED", address: endpoint.address, unsent: true },
  );
}

function unreachable(proxy: ProxyServer, endpoint: TcpEndpoint, error: unknown): ConnectionError {
  const { hostname } = proxy.url;
  const tls = proxy.url.protocol === "https:" ? {} : undefined;
  const { code, reason } = explain(failureOf(error), { ...endpoint, hostname, tls });
  return new ConnectionError(
    `${nameOf(proxy)} could not be used for the Docker engine at ${placeOf(endpoint)}: ${reason}. ` +
      "Check the proxy's address; to go without it, give proxy: false or name the host in NO_PROXY.",
    { code, address: endpoint.address, unsent: true, cause: withoutSecrets(error) },
  );
}

function nameOf({ address, source }: ProxyServer): string {
  return `The proxy ${address} (${source})`;
}
