import { once } from "node:events";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";

/** Hands over every connection that is asked for, and sends back what it reads: in frames, as an engine does for `cat`. */
export async function serveEcho(socketPath: string): Promise<void> {
  const server = createServer((_, response) => {
    response.end('{"ApiVersion":"1.51","MinAPIVersion":"1.24"}');
  });
  server.on("connection", (socket) => socket.on("error", () => {}));
  server.on("upgrade", (_, socket, head) => {
    socket.write(
      "HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.multiplexed-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n",
    );
    echo(socket, head);
  });
  server.listen(socketPath);
  await once(server, "listening");
}

function echo(socket: Duplex, head: Buffer): void {
  const send = (data: Buffer) => {
    const header = Buffer.alloc(8);
    header[0] = 1;
    header.writeUInt32BE(data.length, 4);
    socket.cork();
    socket.write(header);
    if (!socket.write(data)) socket.pause();
    socket.uncork();
  };
  if (head.length > 0) send(head);
  socket.on("data", send);
  socket.on("drain", () => socket.resume());
  socket.on("end", () => socket.end());
}
