import type { X509Certificate } from "node:crypto";
import type { Connection } from "../client/connection.js";
import { describeEndpoint, type TlsDescription } from "../transport/describe-endpoint.js";
import type { Endpoint, TcpEndpoint } from "../transport/endpoint.js";
import { peerCertificate } from "../transport/peer-certificate.js";
import { parseCertificates, readPem } from "../transport/pem.js";
import type { Problem } from "./diagnose-problem.js";

/** How TLS is spoken, and the certificates of both sides as far as they can be seen. */
export async function diagnoseTls(
  connection: Connection,
  endpoint: Endpoint,
  { problems, answered, signal }: { problems: Problem[]; answered: boolean; signal: AbortSignal | undefined },
): Promise<TlsDiagnosis | undefined> {
  const { tls: description } = describeEndpoint(endpoint);
  if (endpoint.kind !== "tcp") return undefined;
  if (description === undefined) {
    if (!isLocal(endpoint.hostname) && !(await connection.proxy().catch(() => undefined)))
      problems.push(inPlain(endpoint));
    return undefined;
  }
  if (!description.verified && !description.pinned) problems.push(unverified(endpoint));
  const [engine, client] = await Promise.all([seen(connection, endpoint, signal), own(endpoint)]);
  // Where the call has failed over it, it has said so.
  if (answered) problems.push(...outOfDate("The engine's certificate", engine));
  problems.push(...outOfDate("The client certificate", client));
  return { ...description, ...(engine && { engine }), ...(client && { client }) };
}

export interface TlsDiagnosis extends TlsDescription {
  /** What the engine, or who answers in its place, shows. */
  readonly engine?: CertificateDescription;
  /** The client's own, where it has one. */
  readonly client?: CertificateDescription;
}

export interface CertificateDescription {
  readonly subject: string;
  readonly issuer: string;
  /** What it is for: `DNS:localhost`, `IP Address:127.0.0.1`. */
  readonly names: readonly string[];
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
}

async function seen(
  connection: Connection,
  endpoint: TcpEndpoint,
  signal: AbortSignal | undefined,
): Promise<CertificateDescription | undefined> {
  if (connection.settings.fetch !== undefined) return undefined;
  const limit = AbortSignal.timeout(5000);
  const both = signal ? AbortSignal.any([signal, limit]) : limit;
  // That it cannot be reached is told by the call, and better.
  const certificate = await connection
    .proxy()
    .then((proxy) => peerCertificate(endpoint, proxy, both))
    .catch(() => undefined);
  return certificate && describe(certificate);
}

async function own(endpoint: TcpEndpoint): Promise<CertificateDescription | undefined> {
  const cert = endpoint.tls?.cert;
  if (cert === undefined) return undefined;
  try {
    return describe(parseCertificates(await readPem(cert, "cert", endpoint), "cert", endpoint)[0]);
  } catch {
    // The call has failed over it, and said so.
    return undefined;
  }
}

function describe({
  subject,
  issuer,
  subjectAltName,
  validFrom,
  validTo,
}: X509Certificate): CertificateDescription {
  return {
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    names: subjectAltName?.split(", ") ?? [],
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
  };
}

/** OpenSSL writes a line for each part of a name. A certificate may have none. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}

function outOfDate(which: string, certificate: CertificateDescription | undefined): Problem[] {
  if (certificate === undefined) return [];
  const { validFrom, validTo } = certificate;
  const now = new Date().toISOString();
  if (now > validTo) return [{ what: `${which} expired at ${validTo}.`, remedy: "Renew it." }];
  if (now < validFrom) {
    return [{ what: `${which} is not valid before ${validFrom}.`, remedy: "Set this machine's clock." }];
  }
  return [];
}

function isLocal(hostname: string): boolean {
  return hostname === "localhost" || hostname === "::1" || /^127\./.test(hostname);
}

function inPlain({ address }: TcpEndpoint): Problem {
  return {
    what: `${address} is spoken to without TLS: whoever can reach it controls the engine's machine.`,
    remedy: "Have the engine listen with TLS and client certificates, or use an ssh:// address.",
  };
}

function unverified({ address }: TcpEndpoint): Problem {
  return {
    what: `The certificate of ${address} is not verified: whoever sits between can read and change everything.`,
    remedy:
      "Give the certificate of its authority as `tls.ca`, or set DOCKER_TLS_VERIFY and DOCKER_CERT_PATH.",
  };
}
