import { parseAuthority, type Refuse } from "./authority.js";

export interface TcpHost {
  readonly kind: "tcp";
  /** `http` never speaks TLS, `https` always does, `tcp` does when something else asks for it. */
  readonly scheme: TcpScheme;
  readonly hostname: string;
  /** Undefined where the address names none: the default depends on TLS. */
  readonly port: number | undefined;
  readonly basePath: string;
}

export type TcpScheme = "tcp" | "http" | "https";

export function parseTcpHost(scheme: TcpScheme, text: string, refuse: Refuse): TcpHost {
  // Looked for everywhere, because an unencoded slash in a password ends the authority before the "@".
  if (text.includes("@")) {
    throw refuse('credentials in the address are not supported; give them as the option "auth"');
  }
  const { hostname, port, path } = parseAuthority(text, refuse);
  if (hostname === "" && port === undefined) throw refuse("the host name is missing");
  // The CLI takes `tcp://:2375` for this machine.
  return {
    kind: "tcp",
    scheme,
    hostname: hostname || "localhost",
    port,
    basePath: parseBasePath(path, refuse),
  };
}

function parseBasePath(path: string, refuse: Refuse): string {
  const basePath = path.replace(/\/+$/, "");
  if (basePath === "") return "";
  if (!/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:/]|%[0-9A-Fa-f]{2})+$/.test(basePath)) {
    throw refuse("the path has characters that must be percent-encoded");
  }
  for (const segment of basePath.slice(1).split("/")) {
    if (/^(\.|%2e){0,2}$/i.test(segment)) throw refuse('the path has empty segments, "." or ".."');
  }
  return basePath;
}
