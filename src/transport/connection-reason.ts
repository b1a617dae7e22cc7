import type { ConnectionErrorCode } from "../errors.js";
import type { Endpoint } from "./endpoint.js";
import { explainTls } from "./tls-reason.js";

/** Why a connection failed, in words: a clause for behind the colon and the sentences that help. */
export function explain(failure: Failure, endpoint: Endpoint): Explanation {
  return (
    explainTls(failure, endpoint) ??
    explanations[isCut(failure) ? "ECONNRESET" : failure.code]?.(endpoint) ??
    (isNotHttp(failure) ? explainNotHttp(failure, endpoint) : unknown(failure))
  );
}

export interface Explanation {
  readonly code: ConnectionErrorCode;
  readonly reason: string;
  readonly remedy: string;
}

/** What is of use in an error of Node or undici. */
export interface Failure {
  readonly code: string;
  readonly name: string;
  readonly message: string;
  /** What undici's parser could not read. */
  readonly data?: unknown;
  /** The certificate that was for another host. */
  readonly cert?: unknown;
}

type Explain = (endpoint: Endpoint) => Explanation;

const noSocket: Explain = (endpoint) => ({
  code: "SOCKET_NOT_FOUND",
  reason: endpoint.kind === "npipe" ? "there is no such pipe" : "there is no such socket",
  remedy: `Is the engine running? ${startIt(endpoint)} or give another address as \`host\` or DOCKER_HOST.${lookedAt(endpoint)}`,
});

const notAllowed: Explain = (endpoint) => ({
  code: "PERMISSION_DENIED",
  reason: "permission denied",
  remedy:
    endpoint.kind === "unix"
      ? "Add your user to the socket's group (`sudo usermod -aG docker $USER`, then log in again), " +
        `run with sudo, or use a rootless engine.${lookedAt(endpoint)}`
      : endpoint.kind === "npipe"
        ? "Add your user to the group `docker-users`, or run as administrator."
        : "A firewall or sandbox on this machine forbids the connection.",
});

const refused: Explain = (endpoint) => ({
  code: "CONNECTION_REFUSED",
  reason:
    endpoint.kind === "tcp"
      ? "nothing listens on that port"
      : "the socket is there but nothing listens on it",
  remedy:
    endpoint.kind === "tcp"
      ? "Check host and port, and that the engine is started with `-H tcp://…`."
      : `Is the engine running? ${startIt(endpoint)}.${lookedAt(endpoint)}`,
});

const busy: Explain = () => ({
  code: "CONNECTION_REFUSED",
  reason: "more connections wait there than it takes at a time",
  remedy: "Make fewer calls at a time, or set `maxConnections`.",
});

const noHost: Explain = (endpoint) => ({
  code: "HOST_NOT_FOUND",
  reason: `the name ${endpoint.kind === "tcp" ? endpoint.hostname : ""} was not found`,
  remedy: "Check the spelling, and the name servers of this machine.",
});

const unreachable: Explain = () => ({
  code: "HOST_UNREACHABLE",
  reason: "the host cannot be reached over the network",
  remedy: "Check the address, routes, VPN and firewalls.",
});

const broken: Explain = (endpoint) => ({
  code: "CONNECTION_RESET",
  reason: "the other side closed it before the answer was complete",
  remedy: brokenRemedy(endpoint),
});

/** Two lengths that differ, say. An answer that ends too early is not among these. */
const mislabelled: Explain = () => ({
  code: "CONNECTION_RESET",
  reason: "the answer is not as long as its headers say",
  remedy: "A proxy before the engine may have changed it.",
});

const closed: Explain = () => ({
  code: "CLIENT_CLOSED",
  reason: "this client has been closed",
  remedy: "Make a new one, or close it later.",
});

const explanations: Partial<Record<string, Explain>> = {
  ENOENT: noSocket,
  ENOTDIR: noSocket,
  EACCES: notAllowed,
  EPERM: notAllowed,
  ECONNREFUSED: refused,
  // Of a unix socket: the queue of those who listen is full.
  EAGAIN: busy,
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
  EHOSTUNREACH: unreachable,
  EHOSTDOWN: unreachable,
  ENETUNREACH: unreachable,
  ENETDOWN: unreachable,
  EADDRNOTAVAIL: unreachable,
  ETIMEDOUT: unreachable,
  ECONNRESET: broken,
  ECONNABORTED: broken,
  EPIPE: broken,
  UND_ERR_SOCKET: broken,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: mislabelled,
  UND_ERR_CLOSED: closed,
  UND_ERR_DESTROYED: closed,
};

function brokenRemedy(endpoint: Endpoint): string {
  if (endpoint.kind === "ssh")
    return "Does `docker` over there reach its engine? It needs version 18.09 or later.";
  if (endpoint.kind !== "tcp") return "Has the engine been stopped or restarted? Its log says more.";
  if (!endpoint.tls)
    return "Has the engine been restarted? If its port speaks TLS, give `tls` or an https address.";
  return endpoint.tls.cert === undefined
    ? "Has the engine been restarted? If it asks for a client certificate, give `tls.cert` and `tls.key`."
    : "Has the engine been restarted, or does it not accept the client certificate? Its log says more.";
}

function startIt({ kind }: Endpoint): string {
  return kind === "npipe" ? "Start Docker Desktop" : "Start it (`systemctl start docker`, or Docker Desktop)";
}

/** An address that was searched for is explained by what was passed over. */
function lookedAt({ looked }: Endpoint): string {
  return looked.length === 0 ? "" : ` Looked at: ${looked.join("; ")}.`;
}

/** The parser's own word for an answer of chunks that ends before the last of them. undici gives the code only at times. */
function isCut({ name, code, message }: Failure): boolean {
  return (
    code === "HPE_INVALID_EOF_STATE" || (name === "HTTPParserError" && /invalid eof state/i.test(message))
  );
}

function isNotHttp({ name, code }: Failure): boolean {
  return name === "HTTPParserError" || code.startsWith("HPE_");
}

function explainNotHttp({ data }: Failure, endpoint: Endpoint): Explanation {
  // A TLS alert begins with these bytes.
  if (endpoint.kind === "tcp" && !endpoint.tls && String(data).startsWith("\u0015\u0003")) {
    return {
      code: "TLS_HANDSHAKE",
      reason: "it speaks TLS there, and was spoken to without",
      remedy: "Give `tls`, or an https address.",
    };
  }
  return {
    code: "CONNECTION_FAILED",
    reason: "what answers there does not speak HTTP as an engine does",
    remedy:
      endpoint.kind === "ssh"
        ? "Shell start-up files over there (.bashrc and the like) must print nothing when not at a terminal."
        : "Check that host and port are the engine's.",
  };
}

function unknown({ code, message }: Failure): Explanation {
  return {
    code: "CONNECTION_FAILED",
    reason: (message || code).replace(/[.\s]+$/, ""),
    remedy: "Check the address, and that the engine is running.",
  };
}
