import { BlockList, isIP } from "node:net";

/**
 * Whether an engine is reached directly for `NO_PROXY`: hosts (with all below them), `.suffix` (only those below),
 * addresses, CIDR blocks, each with an optional `:port`, or `*`. This machine itself is always reached directly.
 */
export function bypassesProxy(target: Target, noProxy: string | undefined): boolean {
  const host = target.hostname.toLowerCase().replace(/\.$/, "");
  if (host === "localhost" || inBlock(host, "127.0.0.0/8") || inBlock(host, "::1/128")) return true;
  return (noProxy ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== "" && matches(entry, host, target.port));
}

interface Target {
  readonly hostname: string;
  readonly port: number;
}

function matches(entry: string, host: string, port: number): boolean {
  if (entry === "*") return true;
  if (entry.includes("/")) return inBlock(host, entry);
  const [pattern, onlyPort] = splitPort(entry);
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const family = isIP(pattern);
  if (family !== 0) return inBlock(host, `${pattern}/${family === 4 ? 32 : 128}`);
  if (isIP(host) !== 0) return false;
  const suffix = pattern.replace(/^\*?\./, "");
  return host.endsWith(`.${suffix}`) || (suffix === pattern && host === suffix);
}

/** `host:8080`, `[::1]:8080`, `[::1]`; a bare IPv6 address has no port. */
function splitPort(entry: string): [pattern: string, port: number | undefined] {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(entry) ?? [];
  return [bracketed ?? plain ?? entry, port === undefined ? undefined : Number(port)];
}

function inBlock(host: string, cidr: string): boolean {
  const [network = "", bits = ""] = cidr.split("/");
  const family = isIP(network);
  if (family === 0 || isIP(host) === 0 || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) {
    return false;
  }
  const block = new BlockList();
  block.addSubnet(network, Number(bits), family === 4 ? "ipv4" : "ipv6");
  // Knows IPv4 addresses written as IPv6, too.
  return block.check(host, isIP(host) === 4 ? "ipv4" : "ipv6");
}
