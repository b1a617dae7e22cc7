import { isIPv6 } from "node:net";
import type { InvalidArgumentError } from "../errors.js";

/** What stands behind `scheme://`. */
export interface Authority {
  /** As it was written, still percent-encoded, a password included. */
  readonly userinfo: string | undefined;
  /** Empty when there is none; IPv6 addresses stand without brackets. */
  readonly hostname: string;
  readonly port: number | undefined;
  /** With its first slash; empty when there is none. */
  readonly path: string;
}

/** Makes the error of a problem. No problem may quote the address: a password can stand anywhere in a mistyped one. */
export type Refuse = (problem: string) => InvalidArgumentError;

/**
 * Not `new URL`, which corrects in silence: it turns the host `1` into `0.0.0.1`, drops tabs and default ports, and
 * cannot tell `host:` from `host`.
 */
export function parseAuthority(text: string, refuse: Refuse): Authority {
  if (/[?#]/.test(text)) throw refuse('an address takes no query and no fragment ("?", "#")');
  const slash = text.indexOf("/");
  const authority = slash === -1 ? text : text.slice(0, slash);
  const at = authority.lastIndexOf("@");
  const [, name = "", port] = /^(\[.*\]|[^:]*)(?::(.*))?$/.exec(authority.slice(at + 1)) ?? [];
  return {
    userinfo: at === -1 ? undefined : authority.slice(0, at),
    hostname: parseHostname(name, refuse),
    port: port === undefined ? undefined : parsePort(port, refuse),
    path: slash === -1 ? "" : text.slice(slash),
  };
}

/** The host as it stands in an address: the inverse of what {@link parseAuthority} does to it. */
export function bracketed(hostname: string): string {
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

function parseHostname(name: string, refuse: Refuse): string {
  if (!name.startsWith("[")) {
    // The first character keeps a name from being taken for an option of the ssh command.
    if (name === "" || /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name)) return name;
    throw refuse("the host name has characters that no host name has");
  }
  // In an address the "%" before a zone is written "%25"; many write it plainly.
  const address = name.slice(1, -1).replace("%25", "%");
  if (isIPv6(address) && /^[^%]*(%[A-Za-z0-9._-]+)?$/.test(address)) return address;
  throw refuse("what stands in brackets is no IPv6 address");
}

function parsePort(text: string, refuse: Refuse): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw refuse("the port is no number from 1 to 65535 (an IPv6 address stands in brackets)");
}
