import { InvalidArgumentError } from "../errors.js";
import type { TcpEndpoint } from "./endpoint.js";
import { bypassesProxy } from "./no-proxy.js";

/**
 * The proxy on the way to an engine: the one given, else the environment's, read as the Docker CLI does
 * (`HTTPS_PROXY` for TLS, `HTTP_PROXY` without, then in lower case; `NO_PROXY`; never for this machine itself).
 * @throws InvalidArgumentError
 */
export function proxyFor(
  endpoint: TcpEndpoint,
  { proxy, environment }: ProxyOptions,
): ProxyServer | undefined {
  if (proxy === false) return undefined;
  if (proxy !== undefined) return parseProxy(proxy, 'option "proxy"');
  const found = proxyVariable(endpoint, environment);
  if (!found || bypassesProxy(endpoint, environment.NO_PROXY || environment.no_proxy)) return undefined;
  return parseProxy(found.value, found.name);
}

interface ProxyOptions {
  readonly proxy?: string | false;
  readonly environment: NodeJS.ProcessEnv;
}

/** Never put one into a message: `url` holds its password. `address` and `source` are for messages. */
export interface ProxyServer {
  readonly url: URL;
  readonly address: string;
  readonly source: string;
}

function proxyVariable(
  endpoint: TcpEndpoint,
  environment: NodeJS.ProcessEnv,
): { name: string; value: string } | undefined {
  const name = endpoint.tls ? "HTTPS_PROXY" : "HTTP_PROXY";
  for (const spelling of [name, name.toLowerCase()]) {
    const value = environment[spelling];
    // In a CGI program HTTP_PROXY is the request header "Proxy", which anybody can send.
    if (spelling === "HTTP_PROXY" && environment.REQUEST_METHOD) continue;
    if (value) return { name: spelling, value };
  }
  return undefined;
}

/** As with curl, an address without a scheme means http. */
function parseProxy(value: string, source: string): ProxyServer {
  const text = value.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  // The error of `new URL` quotes its input, password and all.
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (url?.hostname && /^https?:$/.test(url.protocol)) {
    return { url, address: `${url.protocol}//${url.host}`, source };
  }
  const wrong = url?.hostname ? `has the scheme ${url.protocol.slice(0, -1)}` : "is no URL";
  throw new InvalidArgumentError(
    `The proxy from ${source} ${wrong}. Give http://host:port or https://host:port, or proxy: false for none.`,
  );
}
