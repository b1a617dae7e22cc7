import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { setImmediate, setTimeout } from "node:timers/promises";

/**
 * An engine of our own on a unix socket in a folder of its own. Routes are `"GET /containers/{id}/json"`, without the
 * version; `{id}` stands for one segment. `/_ping` answers by itself unless it is given; all else is a 404.
 */
export async function fakeDaemon(routes: Routes = {}, options: FakeDaemonOptions = {}): Promise<FakeDaemon> {
  const folder = await mkdtemp(join(tmpdir(), "fake-daemon-"));
  const daemon = new FakeDaemon(folder, routes, options);
  await daemon.listen();
  return daemon;
}

export type Routes = Readonly<Record<string, Handler>>;

/** Answers a call. What it throws is answered with 500 and thrown again by `close`. */
export type Handler = (call: Call) => void | Promise<void>;

export interface FakeDaemonOptions {
  /** What `/_ping` says. Default 1.51. */
  apiVersion?: string;
}

export class FakeDaemon implements AsyncDisposable {
  readonly socketPath: string;
  /** As DOCKER_HOST wants it. */
  readonly host: string;
  /** Every call that came, `/_ping` too. */
  readonly calls: Call[] = [];
  /** Calls under way: not answered to the end, and still connected. */
  busy = 0;
  /** Connections that are open now. undici makes a spare one when a call is aborted. */
  get connections(): number {
    return this.#sockets.size;
  }
  /** Connections that were ever made. */
  connectionCount = 0;

  readonly #folder: string;
  readonly #routes: Map<RegExp, Handler>;
  readonly #server = createServer((request, response) => this.#answer(new Call(request, response)));
  readonly #sockets = new Set<Socket>();
  readonly #failures: unknown[] = [];

  constructor(folder: string, routes: Routes, { apiVersion = "1.51" }: FakeDaemonOptions) {
    this.#folder = folder;
    this.socketPath = join(folder, "docker.sock");
    this.host = `unix://${this.socketPath}`;
    const ping: Handler = (call) =>
      call.send(200, "OK", { "Api-Version": apiVersion, "Content-Type": "text/plain" });
    const all = {
      ...routes,
      "GET /_ping": routes["GET /_ping"] ?? ping,
      "HEAD /_ping": routes["HEAD /_ping"] ?? ping,
    };
    this.#routes = new Map(Object.entries(all).map(([route, handler]) => [routePattern(route), handler]));
    this.#server.on("connection", (socket) => {
      this.connectionCount++;
      this.#sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => this.#sockets.delete(socket));
    });
    this.#server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#answer(new Call(request, undefined, socket, head));
    });
  }

  async listen(): Promise<void> {
    this.#server.listen(this.socketPath);
    await once(this.#server, "listening");
  }

  /** Resolves when no call is under way any more; rejects when that takes over two seconds. */
  async settled(): Promise<void> {
    for (let waited = 0; this.busy > 0; waited += 5) {
      if (waited > 2000) throw new Error(`${this.busy} calls are still under way`);
      await setTimeout(5);
    }
  }

  /** Ends every connection. Rejects with what a handler threw. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening) {
      this.#server.close();
      await once(this.#server, "close");
    }
    await rm(this.#folder, { recursive: true, force: true });
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #answer(call: Call): Promise<void> {
    this.calls.push(call);
    this.busy++;
    call.onceOver(() => this.busy--);
    try {
      const line = `${call.method} ${call.path}`;
      for (const [pattern, handler] of this.#routes) {
        const match = pattern.exec(line);
        if (match === null) continue;
        call.params = { ...match.groups };
        return await handler(call);
      }
      call.json(404, { message: "page not found" });
    } catch (error) {
      this.#failures.push(error);
      call.json(500, { message: String(error) });
    }
  }
}

/** One call, and the ways to answer it. */
export class Call {
  readonly method: string;
  /** As it was sent, still encoded, without version and query. */
  readonly path: string;
  /** `1.51` of `/v1.51/…`. */
  readonly version: string | undefined;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  /** What stood for the `{name}`s of the route, still encoded. */
  params: Readonly<Record<string, string | undefined>> = {};
  readonly request: IncomingMessage;

  readonly #response: ServerResponse | undefined;
  readonly #socket: Duplex;
  readonly #head: Buffer;

  constructor(
    request: IncomingMessage,
    response?: ServerResponse,
    socket: Duplex = request.socket,
    head?: Buffer,
  ) {
    const [path = "", query = ""] = (request.url ?? "").split(/\?(.*)/s);
    const [, version, rest = ""] = /^(?:\/v(\d+\.\d+))?(.*)$/s.exec(path) ?? [];
    this.method = request.method ?? "";
    this.path = rest;
    this.version = version;
    this.query = new URLSearchParams(query);
    this.headers = request.headers;
    this.request = request;
    this.#response = response;
    this.#socket = socket;
    this.#head = head ?? Buffer.alloc(0);
  }

  /** True when the client asked for an upgrade. */
  get upgradable(): boolean {
    return this.#response === undefined;
  }

  /** Runs `action` when the answer is complete or the connection gone. */
  onceOver(action: () => void): void {
    (this.#response ?? this.#socket).once("close", action);
  }

  /** True when the connection is gone. */
  get closed(): boolean {
    return this.#socket.destroyed;
  }

  /** The whole request body. */
  async body(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.request) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  json(status: number, value: unknown): void {
    this.send(status, JSON.stringify(value), { "Content-Type": "application/json" });
  }

  send(status: number, body: string | Uint8Array = "", headers: Readonly<Record<string, string>> = {}): void {
    if (this.#response === undefined) {
      // Also refuses an upgrade, as an engine does.
      const data = Buffer.from(body);
      this.raw(responseHead(status, { ...headers, "Content-Length": `${data.length}`, Connection: "close" }));
      this.#socket.end(data);
    } else if (!this.#response.headersSent) {
      this.#response.writeHead(status, headers);
      this.#response.end(body);
    }
  }

  /** Begins an answer of chunks, for `write`, `end` and `cut`. */
  start(status = 200, headers: Readonly<Record<string, string>> = {}): void {
    this.#response?.writeHead(status, headers).flushHeaders();
  }

  /**
   * Writes each piece as a chunk of its own. The event loop turns between two of them, so that each is likely to arrive
   * by itself; waits when the client does not read.
   */
  async write(...pieces: readonly (string | Uint8Array)[]): Promise<void> {
    for (const piece of pieces) {
      if (!this.closed && this.#response?.write(piece) === false) await drained(this.#response, this.#socket);
      // Also when nobody listens any more: a handler that writes in a loop must let its end come through.
      await setImmediate();
    }
  }

  /** Writes a chunk without waiting: those of one turn of the event loop arrive together, as an engine's do. */
  writeNow(piece: string | Uint8Array): void {
    this.#response?.write(piece);
  }

  end(): void {
    this.#response?.end();
  }

  /** `start`, `write`, `end`. */
  async stream(
    pieces: readonly (string | Uint8Array)[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    this.start(200, headers);
    await this.write(...pieces);
    this.end();
  }

  /** Takes the connection over as an engine does for attach: with 101 when asked, else with 200 and no length. */
  hijack(headers: Readonly<Record<string, string>> = {}): Duplex {
    const upgrade = { ...headers, Connection: "Upgrade", Upgrade: "tcp" };
    this.raw(this.upgradable ? responseHead(101, upgrade) : responseHead(200, headers));
    if (this.#head.length > 0) this.#socket.unshift(this.#head);
    return this.#socket;
  }

  /** Writes bytes past all HTTP. */
  raw(bytes: string | Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Cuts the connection, in the middle of whatever is under way. */
  cut(): void {
    this.#socket.destroy();
  }
}

/** Resolves when more can be written, or nothing can any more. */
async function drained(response: ServerResponse, socket: Duplex): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      response.off("drain", done);
      socket.off("close", done);
      resolve();
    };
    response.on("drain", done);
    socket.on("close", done);
  });
}

function responseHead(status: number, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n`;
}

function routePattern(route: string): RegExp {
  const escaped = route.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
}
