import { once } from "node:events";
import { createServer } from "node:http";
import { engineVersion, httpChunk, sendBlocks } from "./raw-answer.js";

/**
 * Answers `GET /containers/<shape>/logs?tail=<megabytes>` with that many megabytes of frames; `tail` because every client can
 * say it. The bytes are made beforehand: the server must not be what is measured.
 */
export async function serveFrames(socketPath: string): Promise<void> {
  const blocks = new Map(FRAME_SHAPES.map((shape) => [shape, block(shape)]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://daemon");
    const shape = /\/containers\/([^/]+)\/logs$/.exec(url.pathname)?.[1] ?? "";
    const bytes = blocks.get(shape);
    if (bytes === undefined) response.setHeader("Api-Version", "1.51").end(engineVersion);
    else {
      const count = blocksIn(shape, Number(url.searchParams.get("tail")));
      sendBlocks(request.socket, "application/vnd.docker.multiplexed-stream", bytes, count);
    }
  });
  server.listen(socketPath);
  await once(server, "listening");
}

/** The length of a frame, and what an HTTP chunk holds: many frames, or one, as engines send them. */
export const FRAME_SHAPES = [120, 4096, 1_048_576].flatMap((length) => [
  `${length}-bytes-packed`,
  `${length}-bytes-chunk-each`,
]);
export const SMALL_FRAME_SHAPES = FRAME_SHAPES.slice(0, 2);

/** What so many megabytes come to; the server sends whole blocks. */
export function framesIn(
  shape: string,
  megabytes: number,
): { frames: number; bytes: number; payload: number } {
  const frames = blocksIn(shape, megabytes) * framesPerBlock(shape);
  return { frames, bytes: frames * lengthOf(shape), payload: frames * (lengthOf(shape) - HEADER_LENGTH) };
}

function blocksIn(shape: string, megabytes: number): number {
  return Math.ceil((megabytes * 1e6) / (framesPerBlock(shape) * lengthOf(shape)));
}

function framesPerBlock(shape: string): number {
  return Math.ceil(BLOCK_LENGTH / lengthOf(shape));
}

function lengthOf(shape: string): number {
  return Number.parseInt(shape, 10);
}

const BLOCK_LENGTH = 256 * 1024;
const HEADER_LENGTH = 8;
const STDOUT = 1;

function block(shape: string): Buffer {
  const frames = Array.from({ length: framesPerBlock(shape) }, (_, index) => frame(index, lengthOf(shape)));
  return shape.endsWith("packed") ? httpChunk(Buffer.concat(frames)) : Buffer.concat(frames.map(httpChunk));
}

function frame(index: number, length: number): Buffer {
  const bytes = Buffer.alloc(length, "a");
  bytes.writeUInt32BE(STDOUT << 24, 0);
  bytes.writeUInt32BE(length - HEADER_LENGTH, 4);
  bytes.write(`line ${index} `, HEADER_LENGTH);
  bytes[length - 1] = 10;
  return bytes;
}
