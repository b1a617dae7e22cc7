import type { Endpoint, SshEndpoint, TcpEndpoint, TlsOptions } from "../../src/transport/endpoint.js";

const base = { source: 'option "host"', looked: [], headers: {} };

export function tcpEndpoint(port: number, more: Partial<TcpEndpoint> = {}): TcpEndpoint {
  const hostname = more.hostname ?? "127.0.0.1";
  const address = `tcp://${hostname}:${port}`;
  return { ...base, kind: "tcp", address, hostname, port, basePath: "", tls: undefined, ...more };
}

export function tlsEndpoint(port: number, tls: TlsOptions, more: Partial<TcpEndpoint> = {}): TcpEndpoint {
  return tcpEndpoint(port, { tls, ...more });
}

export function socketEndpoint(socketPath: string, more: Partial<Endpoint> = {}): Endpoint {
  // The fields that only some kinds have are not overridden.
  return { ...base, kind: "unix", address: `unix://${socketPath}`, socketPath, ...more } as Endpoint;
}

export function sshEndpoint(more: Partial<SshEndpoint> = {}): SshEndpoint {
  const nothing = { user: undefined, port: undefined, remoteSocket: undefined };
  return { ...base, ...nothing, kind: "ssh", address: "ssh://far", hostname: "far", ...more };
}
