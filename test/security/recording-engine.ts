import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Notes every byte that comes, past any HTTP parser that could put right what is wrong, and answers each request as it is
 * told: bytes of an answer, behind which the connection is closed.
 */
export async function recordingEngine(
  answer: (head: string) => string | Uint8Array = () => refusal,
  { tcp = false }: { tcp?: boolean } = {},
): Promise<RecordingEngine> {
  const folder = await mkdtemp(join(tmpdir(), "recording-"));
  const requests: Recorded[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    const request: Recorded = { head: "", bytes: Buffer.alloc(0) };
    requests.push(request);
    socket.on("data", (chunk) => {
      request.bytes = Buffer.concat([request.bytes, chunk]);
      const end = request.bytes.indexOf("\r\n\r\n");
      if (end === -1 || request.head !== "") return;
      request.head = request.bytes.toString("latin1", 0, end);
      socket.end(answer(request.head));
    });
  });
  if (tcp) server.listen(0, "127.0.0.1");
  else server.listen(join(folder, "docker.sock"));
  await once(server, "listening");
  // A listening TCP server's address is no string.
  const host = tcp
    ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`
    : `unix://${join(folder, "docker.sock")}`;
  return {
    host,
    requests,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export interface RecordingEngine extends AsyncDisposable {
  readonly host: string;
  /** One for each connection that was made, whether something came or not. */
  readonly requests: readonly Recorded[];
}

interface Recorded {
  /** The request line and the headers, as Latin-1. */
  head: string;
  bytes: Buffer;
}

/** The bytes of an answer. */
export function answerOf(
  status: number,
  body: string | Uint8Array = "",
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const data = Buffer.from(body);
  const all = { "Content-Length": `${data.length}`, Connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines.join("")}\r\n`), data]);
}

export const refusal = answerOf(404, '{"message":"No such thing"}', { "Content-Type": "application/json" });
