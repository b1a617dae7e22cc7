import type { Explanation, Failure } from "./connection-reason.js";
import type { Endpoint, TlsOptions } from "./endpoint.js";

/** Why TLS failed, where it is TLS that did. */
export function explainTls(failure: Failure, endpoint: Endpoint): Explanation | undefined {
  if (endpoint.kind !== "tcp" || !endpoint.tls) return undefined;
  const { code, message } = failure;
  if (unknownAuthority.has(code)) return unknownCa(endpoint.tls);
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") return expired(code);
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return wrongHost(failure, endpoint.tls.servername ?? endpoint.hostname);
  }
  if (/before secure TLS connection was established/.test(message)) return noHandshake("it hung up instead");
  if (!/^(EPROTO$|ERR_SSL_)/.test(code)) return undefined;
  // OpenSSL 3.2 and later see a packet length in the first letters of a plain answer.
  if (/wrong.version.number|packet.length.too.long|http.request/i.test(message)) {
    return noHandshake("what answers does not speak TLS");
  }
  const words = /:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? code;
  const alert = /alert (.+)/.exec(words)?.[1];
  if (alert === undefined) return noHandshake(words);
  const aboutUs = /certificate|unknown ca|access denied/.test(alert);
  // Before TLS 1.3 a missing certificate is answered with the alert for everything.
  const likelyAboutUs = alert === "handshake failure" && endpoint.tls.cert === undefined;
  return aboutUs || likelyAboutUs ? clientCertificate(alert, endpoint.tls) : noHandshake(`alert "${alert}"`);
}

const unknownAuthority = new Set([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
]);

function unknownCa({ ca }: TlsOptions): Explanation {
  return {
    code: "TLS_UNKNOWN_CA",
    reason: "its certificate was signed by an authority that is not trusted here",
    remedy:
      ca === undefined
        ? "Give the certificate of its authority (often ca.pem) as `tls.ca`."
        : "The one given as `tls.ca` did not sign it: is it the authority of this engine?",
  };
}

function expired(code: string): Explanation {
  return {
    code: "TLS_EXPIRED",
    reason: code === "CERT_HAS_EXPIRED" ? "its certificate has expired" : "its certificate is not valid yet",
    remedy: "Renew the engine's certificate, or set this machine's clock.",
  };
}

function wrongHost({ cert }: Failure, name: string): Explanation {
  const names =
    typeof cert === "object" && cert !== null && "subjectaltname" in cert
      ? ` but for ${String(cert.subjectaltname)}`
      : "";
  return {
    code: "TLS_WRONG_HOST",
    reason: `its certificate is not for ${name}${names}`,
    remedy: "Use a name of the certificate as the host, or give it as `tls.servername`.",
  };
}

function clientCertificate(alert: string, { cert }: TlsOptions): Explanation {
  return cert === undefined
    ? {
        code: "TLS_CLIENT_CERTIFICATE",
        reason: `it asks for a client certificate and got none (alert "${alert}")`,
        remedy: "Give `tls.cert` and `tls.key` (often cert.pem and key.pem).",
      }
    : {
        code: "TLS_CLIENT_CERTIFICATE",
        reason: `it does not accept the client certificate (alert "${alert}")`,
        remedy: "Is it from the authority the engine trusts, meant for clients, and not expired?",
      };
}

function noHandshake(reason: string): Explanation {
  return {
    code: "TLS_HANDSHAKE",
    reason: `the TLS handshake failed: ${reason}`,
    remedy: "Check the port; for an engine without TLS use a tcp address without `tls`.",
  };
}
