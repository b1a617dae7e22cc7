import type { OutgoingHttpHeaders } from "node:http";
import type { HttpAnswer } from "../transport/http.js";
import type { HostExchange } from "./host-exchange.js";
import { handOverHead, rawHead, reasonOf, switchHead } from "./raw-head.js";
import type { Hide } from "./recorded-bytes.js";

/** The headers of an engine's answer as they go on to the client. */
export function passedHeaders(
  headers: HttpAnswer["headers"],
  { hasLength }: { hasLength: boolean },
): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !own.test(name) && (hasLength || name !== "content-length"))
      .map(([name, value]) => [canonical(name), value]),
  );
}

/** The headers of an answer as a recording keeps them. */
export function keptHeaders(
  headers: HttpAnswer["headers"],
  method: string,
  hide: Hide,
): Record<string, string> {
  const passed = passedHeaders(headers, { hasLength: method === "HEAD" });
  return Object.fromEntries(
    Object.entries(passed).flatMap(([name, value]) =>
      name === "Set-Cookie" ? [] : [[name, hide.text(String(value))]],
    ),
  );
}

/** The head by which a connection is handed over as the engine has done it, or as it would do without an upgrade. */
export function headAsAnswered(
  exchange: HostExchange,
  { status, headers }: { readonly status: number; readonly headers: HttpAnswer["headers"] },
): string {
  const { upgrade } = exchange.headers;
  if (upgrade === undefined) return handOverHead(exchange, "", {});
  const passed = passedHeaders(headers, { hasLength: true });
  if (status !== 101) return rawHead([`HTTP/1.1 ${status} ${reasonOf(status)}`], passed);
  if (upgrade === "websocket" || upgrade === "h2c") return switchHead(exchange.headers);
  return rawHead(["HTTP/1.1 101 UPGRADED", "Connection: Upgrade", "Upgrade: tcp"], passed);
}

/** They are about one connection, or the moment. */
const own = /^(connection|keep-alive|upgrade|transfer-encoding|date|sec-websocket-accept)$/i;

/** `api-version` → `Api-Version`, as Go writes names. */
function canonical(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
