import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { HostExchange } from "./host-exchange.js";
import { type Listening, listen } from "./listening.js";
import { Wire } from "./wire.js";

/** Serves HTTP as an engine does, on a socket that only this user reaches. Every request becomes an exchange. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { headers = {}, handle } = options;
  const wires = new Set<Wire>();

  // An engine has no limits of time, and its answers say nothing of keep-alive.
  const http = createServer({ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 });
  http.on("request", (request, response) => void serve(request, response, headers, handle));
  http.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const wire = wireOf(socket);
    // Input that a client sends before the connection is handed over: an engine loses it, too.
    if (wire.serving && error.code !== "HPE_INVALID_EOF_STATE") return;
    wire.end(
      "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request",
    );
  });

  const sockets = createSocketServer({ allowHalfOpen: true }, (socket) => {
    const wire = new Wire(socket);
    wires.add(wire);
    wire.on("close", () => wires.delete(wire));
    http.emit("connection", wire);
  });
  const listening = await listen(sockets, options.listen);
  return {
    host: listening.host,
    async stop() {
      const ended = [...wires].map((wire) => new Promise((resolve) => wire.once("close", resolve)));
      for (const wire of wires) wire.destroy();
      await Promise.all([...ended, listening.close()]);
    },
  };
}

export interface HostOptions extends ListenOptions {
  /** What every answer says, by default. */
  readonly headers?: OutgoingHttpHeaders;
  readonly handle: (exchange: HostExchange) => Promise<void>;
}

export interface ListenOptions {
  /** `unix`: a socket in a private temporary folder. `tcp`: a port of the loopback address. Default: `unix`, on Windows `tcp`. */
  readonly listen?: "unix" | "tcp" | undefined;
}

export interface Host {
  /** As `new Docker({ host })` and `DOCKER_HOST` take it. */
  readonly host: Listening["host"];
  /** Breaks every connection and leaves nothing behind. */
  stop(): Promise<void>;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  handle: HostOptions["handle"],
): Promise<void> {
  const exchange = new HostExchange(request, response, wireOf(request.socket), headers);
  try {
    await handle(exchange);
    if (!exchange.answered && !exchange.gone.aborted)
      throw new Error(`The test engine has no answer to ${exchange.method} ${exchange.path}.`);
  } catch (error) {
    exchange.fail(error);
  }
}

function wireOf(socket: unknown): Wire {
  if (socket instanceof Wire) return socket;
  throw new TypeError("The HTTP server has got a connection of somebody else.");
}
