import type { Socket } from "node:net";

/** Writes an answer of many equal blocks past Node's HTTP server, which would cost more than what is measured. */
export function sendBlocks(socket: Socket, contentType: string, block: Buffer, count: number): void {
  socket.write(
    `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`,
  );
  let left = count;
  const pump = () => {
    while (left-- > 0) if (!socket.write(block)) return;
    socket.off("drain", pump);
    socket.end("0\r\n\r\n");
  };
  socket.on("error", () => {});
  socket.on("drain", pump);
  pump();
}

export function httpChunk(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from("\r\n")]);
}

/** What engines say of themselves, to whom asks. */
export const engineVersion = '{"Version":"28.5.2","ApiVersion":"1.51","MinAPIVersion":"1.24"}';
