import { InvalidArgumentError } from "../errors.js";
import type { Refuse } from "./authority.js";
import { hasControlCharacter } from "./control-character.js";
import { parseSshHost, type SshHost } from "./ssh-host.js";
import { parseTcpHost, type TcpHost } from "./tcp-host.js";

/** An engine's address, read but not yet judged: whether TLS is spoken is not in it. */
export type Host = SocketHost | TcpHost | SshHost;

/**
 * Reads an address as `DOCKER_HOST` takes it. As the docker CLI does, it trims white space, takes a bare
 * `host:port` for tcp and (like its newest versions) a bare absolute path for a unix socket. Beyond it, it takes `http://`
 * and `https://`; and it refuses what the CLI repairs in silence: `tcp://` and `unix://` alone, credentials, a query.
 *
 * @param source where the address stands, for the error: `option "host"`, `DOCKER_HOST`
 */
export function parseHost(text: string, source: string): Host {
  const refuse: Refuse = (problem) => new InvalidArgumentError(`${source}: ${problem}. ${accepted}`);
  const address = text.trim();
  if (address === "") throw refuse("the address is empty");
  if (hasControlCharacter(address)) throw refuse("the address has a control character");

  const [, scheme, rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/.exec(address) ?? [];
  switch (scheme?.toLowerCase()) {
    case undefined:
      if (address.includes("://")) throw refuse('what stands before "://" is no scheme');
      return address.startsWith("/")
        ? parseUnixSocket(address, refuse)
        : parseTcpHost("tcp", address, refuse);
    case "unix":
      return parseUnixSocket(rest, refuse);
    case "npipe":
      return parseNamedPipe(rest, refuse);
    case "tcp":
      return parseTcpHost("tcp", rest, refuse);
    case "http":
      return parseTcpHost("http", rest, refuse);
    case "https":
      return parseTcpHost("https", rest, refuse);
    case "ssh":
      return parseSshHost(rest, refuse);
    default:
      throw refuse(`the scheme "${scheme}" is not known`);
  }
}

const accepted =
  "Accepted are unix:///path/to.sock, npipe:////./pipe/name, tcp://host:port, http://host:port, https://host:port and ssh://user@host:port.";

export interface SocketHost {
  readonly kind: "unix" | "npipe";
  readonly address: string;
  readonly socketPath: string;
}

/** Nothing is decoded: a path may hold spaces and percent signs, and the CLI takes it as it stands. */
function parseUnixSocket(path: string, refuse: Refuse): SocketHost {
  if (!path.startsWith("/")) {
    throw refuse("the path of a unix socket must be absolute (unix:///…, three slashes)");
  }
  return { kind: "unix", address: `unix://${path}`, socketPath: path };
}

function parseNamedPipe(name: string, refuse: Refuse): SocketHost {
  const socketPath = name.replaceAll("/", "\\");
  if (!/^\\\\[^\\]+\\pipe\\[^\\]/i.test(socketPath)) {
    throw refuse("a named pipe is written npipe:////./pipe/name (four slashes)");
  }
  return { kind: "npipe", address: `npipe://${socketPath.replaceAll("\\", "/")}`, socketPath };
}
