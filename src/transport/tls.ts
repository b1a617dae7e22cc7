import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import {
  checkServerIdentity,
  connect,
  createSecureContext,
  type SecureContext,
  type TLSSocket,
} from "node:tls";
import { ConnectionError, InvalidArgumentError } from "../errors.js";
import { placeOf } from "./connection-error.js";
import { established, tuneTcp } from "./dial.js";
import type { Pem, TcpEndpoint, TlsOptions } from "./endpoint.js";
import { badPem, parseCertificates, parseKey, readPem } from "./pem.js";
import { type Pin, parsePins, pinOf } from "./pin.js";

/**
 * Speaks TLS with an engine, over a tunnel where there is one. Certificates are read before the first connection
 * and kept; after a failure they are read again.
 * @throws InvalidArgumentError
 */
export function createTlsDialer(endpoint: TcpEndpoint, options: TlsOptions, openTunnel?: Dial): Dial {
  const pins = parsePins(options.pin);
  if ((options.cert === undefined) !== (options.key === undefined)) throw halfAPair(options);
  const name = options.servername ?? endpoint.hostname;
  // Always said outright, so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off behind the user's back.
  const rejectUnauthorized = options.rejectUnauthorized ?? true;
  let context: Promise<SecureContext> | undefined;
  let session: Buffer | undefined;
  let warned = rejectUnauthorized;

  return async (signal) => {
    context ??= loadContext(endpoint, options);
    const secureContext = await context.catch((error) => {
      context = undefined;
      throw error;
    });
    if (!warned) warnUnverified(endpoint, pins);
    warned = true;
    const tunnel = await openTunnel?.(signal);
    const socket = connect({
      ...(tunnel ? { socket: tunnel } : { host: endpoint.hostname, port: endpoint.port }),
      secureContext,
      rejectUnauthorized,
      // The TLS extension has no place for an IP address.
      servername: isIP(name) ? "" : name,
      checkServerIdentity: (_, certificate) => checkServerIdentity(name, certificate),
      ALPNProtocols: ["http/1.1"],
      // A resumed session brings no certificate along, so with pins every handshake is a full one.
      session: pins.length === 0 ? session : undefined,
    });
    socket.once("secureConnect", () => {
      const refusal = pins.length === 0 ? undefined : checkPins(socket, pins, endpoint);
      if (refusal) socket.destroy(refusal);
    });
    socket.on("session", (ticket) => {
      session = ticket;
    });
    return established(tuneTcp(socket), "secureConnect", signal);
  };
}

type Dial = (signal: AbortSignal) => Promise<Duplex>;

async function loadContext(endpoint: TcpEndpoint, options: TlsOptions): Promise<SecureContext> {
  const ca = options.ca === undefined ? undefined : await readAuthorities(options.ca, endpoint);
  const cert = options.cert === undefined ? undefined : await readPem(options.cert, "cert", endpoint);
  const key = options.key === undefined ? undefined : await readPem(options.key, "key", endpoint);
  if (cert !== undefined && key !== undefined) {
    const [leaf] = parseCertificates(cert, "cert", endpoint);
    if (!leaf.checkPrivateKey(parseKey(key, options.passphrase, endpoint))) throw keyMismatch(endpoint);
  }
  try {
    return createSecureContext({ ca, cert, key, passphrase: options.passphrase, minVersion: "TLSv1.2" });
  } catch (cause) {
    // What OpenSSL's security level forbids, such as a key too short.
    throw badPem(`OpenSSL refuses them: ${(cause as Error).message}`, endpoint, cause); // it throws nothing else
  }
}

async function readAuthorities(ca: Pem | readonly Pem[], endpoint: TcpEndpoint): Promise<string[]> {
  const texts = await Promise.all((isList(ca) ? ca : [ca]).map((pem) => readPem(pem, "ca", endpoint)));
  for (const text of texts) parseCertificates(text, "ca", endpoint);
  return texts;
}

/** `Array.isArray` does not narrow a readonly array away. */
function isList(ca: Pem | readonly Pem[]): ca is readonly Pem[] {
  return Array.isArray(ca);
}

function checkPins(
  socket: TLSSocket,
  pins: readonly Pin[],
  endpoint: TcpEndpoint,
): ConnectionError | undefined {
  const certificate = socket.getPeerX509Certificate();
  const seen = certificate && pinOf(certificate);
  if (seen !== undefined && pins.includes(seen)) return undefined;
  return new ConnectionError(
    `The certificate of the Docker engine at ${placeOf(endpoint)} does not match "tls.pin": ` +
      `its pin is ${seen ?? "unknown"}. If the engine got a new key on purpose, use that pin; ` +
      "if not, somebody else may be answering.",
    { code: "TLS_PIN_MISMATCH", address: endpoint.address, unsent: true },
  );
}

function keyMismatch(endpoint: TcpEndpoint): ConnectionError {
  return new ConnectionError(
    `The "key" for the Docker engine at ${placeOf(endpoint)} does not belong to the client certificate in "cert". ` +
      "Give the pair that was made together; in a chain the client's own certificate comes first.",
    { code: "TLS_KEY_MISMATCH", address: endpoint.address, unsent: true },
  );
}

function halfAPair({ cert }: TlsOptions): InvalidArgumentError {
  const [given, missing] = cert === undefined ? ["key", "cert"] : ["cert", "key"];
  return new InvalidArgumentError(
    `The option "tls.${given}" is given without "tls.${missing}". A client certificate needs both.`,
  );
}

function warnUnverified({ address }: TcpEndpoint, pins: readonly Pin[]): void {
  const rest =
    pins.length > 0
      ? "Only its public key is checked, against the pin."
      : "Whoever sits between can read and change everything. Give its authority as `ca` instead.";
  process.emitWarning(`The TLS certificate of the Docker engine at ${address} is not verified. ${rest}`, {
    code: "DOCKER_TLS_UNVERIFIED",
  });
}
