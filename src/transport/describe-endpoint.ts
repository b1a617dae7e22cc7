import type { Endpoint } from "./endpoint.js";

/** How an endpoint was chosen and how it is spoken with: safe to print, log and serialise. */
export interface EndpointDescription {
  readonly kind: Endpoint["kind"];
  readonly address: string;
  readonly source: string;
  /** What was looked at before, in order, each with why it was not taken. */
  readonly looked: readonly string[];
  /** The names of the headers sent with every request. */
  readonly headers: readonly string[];
  readonly tls: TlsDescription | undefined;
}

export interface TlsDescription {
  /** False when any certificate is trusted. */
  readonly verified: boolean;
  readonly authorities: "own" | "public";
  readonly clientCertificate: boolean;
  readonly pinned: boolean;
}

export function describeEndpoint(endpoint: Endpoint): EndpointDescription {
  const { kind, address, source, looked, headers } = endpoint;
  return { kind, address, source, looked, headers: Object.keys(headers), tls: describeTls(endpoint) };
}

function describeTls(endpoint: Endpoint): TlsDescription | undefined {
  if (endpoint.kind !== "tcp" || endpoint.tls === undefined) return undefined;
  const { ca, cert, pin, rejectUnauthorized } = endpoint.tls;
  return {
    verified: rejectUnauthorized !== false,
    authorities: ca === undefined ? "public" : "own",
    clientCertificate: cert !== undefined,
    pinned: pin !== undefined,
  };
}
