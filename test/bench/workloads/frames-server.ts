import { once } from "node:events";
import { createServer } from "node:http";
import type { Socket } from "node:net";

/**
 * Answers `GET /containers/<shape>/logs?tail=<megabytes>` with that many megabytes of 120-byte frames; `tail` because
 * every client can say it. The bytes are made beforehand: the server must not be what is measured.
 */
export async function serveFrames(socketPath: string): Promise<void> {
  const blocks: Record<string, Buffer> = { packed: packed(), "chunk-per-frame": chunkPerFrame() };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://daemon");
    const shape = /\/containers\/([^/]+)\/logs$/.exec(url.pathname)?.[1] ?? "";
    const block = blocks[shape];
    if (block === undefined) {
      response.setHeader("Api-Version", "1.51").end('{"ApiVersion":"1.51","MinAPIVersion":"1.24"}');
      return;
    }
    send(request.socket, block, blocksIn(Number(url.searchParams.get("tail"))));
  });
  server.listen(socketPath);
  await once(server, "listening");
}

export const FRAME_SHAPES = ["packed", "chunk-per-frame"];

/** What so many megabytes come to; the server sends whole blocks. */
export function framesIn(megabytes: number): { frames: number; bytes: number; payload: number } {
  const frames = blocksIn(megabytes) * FRAMES_PER_BLOCK;
  return { frames, bytes: frames * FRAME_LENGTH, payload: frames * (FRAME_LENGTH - HEADER_LENGTH) };
}

function blocksIn(megabytes: number): number {
  return Math.ceil((megabytes * 1e6) / (FRAMES_PER_BLOCK * FRAME_LENGTH));
}

const FRAMES_PER_BLOCK = 2184;
const FRAME_LENGTH = 120;
const HEADER_LENGTH = 8;
const STDOUT = 1;

/** About 256 KiB of frames as one HTTP chunk. */
function packed(): Buffer {
  return httpChunk(Buffer.concat(Array.from({ length: FRAMES_PER_BLOCK }, frame)));
}

/** What an engine sends: every frame a chunk of its own, many of them in one write. */
function chunkPerFrame(): Buffer {
  return Buffer.concat(Array.from({ length: FRAMES_PER_BLOCK }, (_, index) => httpChunk(frame(_, index))));
}

function frame(_: unknown, index: number): Buffer {
  const bytes = Buffer.alloc(FRAME_LENGTH, "a");
  bytes.writeUInt32BE(STDOUT << 24, 0);
  bytes.writeUInt32BE(FRAME_LENGTH - HEADER_LENGTH, 4);
  bytes.write(`line ${index} `, HEADER_LENGTH);
  bytes[FRAME_LENGTH - 1] = 10;
  return bytes;
}

function httpChunk(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from("\r\n")]);
}

function send(socket: Socket, block: Buffer, count: number): void {
  socket.write(
    "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.multiplexed-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
  );
  let left = count;
  const pump = () => {
    while (left-- > 0) if (!socket.write(block)) return;
    socket.off("drain", pump);
    socket.end("0\r\n\r\n");
  };
  socket.on("drain", pump);
  pump();
}
