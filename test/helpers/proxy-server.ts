import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

/** A proxy that knows CONNECT only, and notes what it was asked. With a certificate it is an https proxy. */
export async function createProxyServer(options: ProxyOptions = {}): Promise<ProxyServer> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Duplex>();
  const server = options.tls ? createTlsServer(options.tls) : createServer();
  server.on("connection", (socket: Duplex) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("connect", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    requests.push(request);
    socket.on("error", () => socket.destroy());
    if (options.silent) {
      socket.resume().on("end", () => socket.end());
      return;
    }
    if (options.status) {
      socket.end(`HTTP/1.1 ${options.status} No\r\nContent-Length: 9\r\n\r\nforbidden`);
      return;
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const target = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 80) }, () => {
      socket.write(`HTTP/1.1 ${options.success ?? "200 Connection established"}\r\n\r\n`);
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
    target.on("close", () => socket.destroy());
    socket.on("close", () => target.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port, // a TCP server has no other
    requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface ProxyOptions {
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Refuses everything with this status. */
  readonly status?: number;
  /** The status line of success. */
  readonly success?: string;
  /** Takes requests and never answers. */
  readonly silent?: boolean;
}

export interface ProxyServer {
  readonly port: number;
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}
