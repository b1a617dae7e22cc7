import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { connect } from "node:tls";
import { established, tuneTcp } from "./dial.js";
import type { TcpEndpoint } from "./endpoint.js";
import { openTunnel } from "./proxy.js";
import type { ProxyServer } from "./proxy-choice.js";

/**
 * The certificate that answers at an address, looked at whether or not it can be trusted: to say what is wrong with it, one
 * must see it. Nothing is sent but the handshake, and our own certificate is kept back.
 * Undefined where an engine of TLS 1.2 shows nothing to those without a certificate.
 */
export async function peerCertificate(
  endpoint: TcpEndpoint,
  proxy: ProxyServer | undefined,
  signal: AbortSignal,
): Promise<X509Certificate | undefined> {
  const tunnel = proxy && (await openTunnel(proxy, endpoint, signal));
  const name = endpoint.tls?.servername ?? endpoint.hostname;
  const socket = connect({
    ...(tunnel ? { socket: tunnel } : { host: endpoint.hostname, port: endpoint.port }),
    servername: isIP(name) ? "" : name,
    rejectUnauthorized: false,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["http/1.1"],
  });
  try {
    await established(tuneTcp(socket), "secureConnect", signal);
    return socket.getPeerX509Certificate();
  } finally {
    socket.destroy();
  }
}
