import { createHash } from "node:crypto";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, STATUS_CODES } from "node:http";
import type { Exchange } from "./exchange.js";

type Asked = Pick<Exchange, "method" | "path" | "headers">;

/** The head by which an engine hands a connection over. It writes it by hand, and so it has a form of its own. */
export function handOverHead(asked: Asked, contentType: string, headers: OutgoingHttpHeaders): string {
  // Seen on 20.10 and 28.5: an upgrade needs no `Connection`, and any protocol becomes tcp.
  const start =
    asked.headers.upgrade === undefined
      ? ["HTTP/1.1 200 OK", "Content-Type: application/vnd.docker.raw-stream"]
      : ["HTTP/1.1 101 UPGRADED", `Content-Type: ${contentType}`, "Connection: Upgrade", "Upgrade: tcp"];
  // Those of exec carry the engine's headers, those of attach do not.
  return rawHead(start, isAttach(asked) ? {} : headers);
}

export function isAttach({ method, path }: Asked): boolean {
  return method === "POST" && /^\/containers\/[^/]+\/attach$/.test(path);
}

/** The head of a refusal by somebody who has taken the connection out of HTTP: without a length. */
export function refusalHead(status: number): string {
  const start = [`HTTP/1.1 ${status} ${reasonOf(status)}`, "Content-Type: application/vnd.docker.raw-stream"];
  return rawHead(start, {});
}

/** The head of the change to another protocol: WebSocket with its proof. */
export function switchHead({ upgrade = "", "sec-websocket-key": key }: IncomingHttpHeaders): string {
  const proof =
    key && createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  const headers = proof ? { "Sec-WebSocket-Accept": proof } : {};
  const names = proof
    ? [`Upgrade: ${upgrade}`, "Connection: Upgrade"]
    : ["Connection: Upgrade", `Upgrade: ${upgrade}`];
  return rawHead(["HTTP/1.1 101 Switching Protocols", ...names], headers);
}

/** Headers as `writeHead` takes them in their order: by name, then the tail. */
export function headOf(headers: OutgoingHttpHeaders, tail: OutgoingHttpHeaders): string[] {
  const given = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
  return lines([...given, ...Object.entries(tail)]).flat();
}

export function rawHead(start: readonly string[], headers: OutgoingHttpHeaders): string {
  const given = Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${[...start, ...lines(given).map(([name, value]) => `${name}: ${value}`)].join("\r\n")}\r\n\r\n`;
}

export function reasonOf(status: number): string {
  return STATUS_CODES[status] ?? "";
}

function lines(
  headers: [name: string, value: OutgoingHttpHeaders[string]][],
): [name: string, value: string][] {
  return headers.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined)
      .map((item): [string, string] => [name, String(item)]),
  );
}
