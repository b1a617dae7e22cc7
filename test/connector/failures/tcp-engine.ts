import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer, type ServerOptions } from "node:https";
import { type AddressInfo, createServer as createNetServer, type Socket } from "node:net";

/** An engine on a TCP port, with TLS where it has a certificate. It knows its version, and `_ping`; more where it is told to. */
export function tcpEngine(tls?: ServerOptions, more?: RequestListener): Promise<TcpEngine> {
  const answer: RequestListener = (request, response) => {
    if (request.url === "/version") {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }));
    } else if (more) more(request, response);
    else response.end("OK");
  };
  return listening(tls ? createHttpsServer(tls, answer) : createHttpServer(answer));
}

/** Something on a TCP port that is no engine. */
export function tcpServer(onSocket: (socket: Socket) => void): Promise<TcpEngine> {
  return listening(
    createNetServer((socket) => {
      socket.on("error", () => {});
      onSocket(socket);
    }),
  );
}

export interface TcpEngine extends AsyncDisposable {
  readonly port: number;
  /** `127.0.0.1:port`. */
  readonly authority: string;
}

async function listening(
  server: ReturnType<typeof createNetServer | typeof createHttpServer>,
): Promise<TcpEngine> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  return {
    port,
    authority: `127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
