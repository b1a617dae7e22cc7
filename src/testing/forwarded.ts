import type { HttpRequest, Upgrade } from "../transport/http.js";
import type { HostExchange } from "./host-exchange.js";
import { factsOf, operationOf } from "./operation-of.js";

/** A request as it goes on to the engine. */
export async function forwarded(exchange: HostExchange): Promise<HttpRequest> {
  const { method, url, headers, gone } = exchange;
  const { "content-type": type = "", "content-length": length, "transfer-encoding": coding } = headers;
  const hasBody = coding !== undefined || (length !== undefined && length !== "0");
  const isWhole = headers.upgrade !== undefined || /^application\/json\b/i.test(type);
  const body = hasBody ? (isWhole ? await exchange.bytes() : exchange.input) : undefined;
  const lists = passedOn(exchange);
  return {
    method: method as HttpRequest["method"], // whatever else it is, the engine refuses it
    path: url,
    headers: Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.join(", ")])),
    body,
    answer: asksForConnection(exchange, body) ? "hijack" : "stream",
    upgrade: upgradeOf(headers.upgrade, lists),
    signal: gone,
    deadlines: {},
  };
}

/** Not those that are about this connection, and those that the body brings by itself. */
function passedOn({ headerValues }: HostExchange): Record<string, string[]> {
  const own = /^(host|connection|keep-alive|upgrade|expect|te|content-length|transfer-encoding)$/;
  return Object.fromEntries(
    Object.entries(headerValues).flatMap(([name, values]) =>
      values === undefined || own.test(name) ? [] : [[name, values]],
    ),
  );
}

/** An engine hands an attach and an exec over also where no upgrade is asked for; not an exec that is to run by itself. */
function asksForConnection({ method, path, headers }: HostExchange, body: unknown): boolean {
  if (headers.upgrade !== undefined && !/^\/exec\//.test(path)) return true;
  if (factsOf(operationOf(method, path))?.answer !== "hijack") return false;
  return !(Buffer.isBuffer(body) && /"Detach"\s*:\s*true/i.test(body.toString()));
}

/** Sessions name their methods by a header for each, which must not become one list. */
function upgradeOf(protocol: string | undefined, headers: Record<string, string[]>): Upgrade | undefined {
  return protocol === "h2c" || protocol === "websocket" ? { protocol, headers } : undefined;
}
