import { getEventListeners, once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { ByteSource } from "../../src/streams/byte-source.js";
import type { HttpRequest } from "../../src/transport/http.js";

/** A request that asks for nothing special. */
export function requestOf(more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: "GET", path: "/v1.51/thing", headers: {}, answer: "bytes", deadlines: {}, ...more };
}

/** What a promise came to, as a value; it fails the test when it takes longer than a test may. */
export function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => ({ resolved: value }),
    (error: unknown) => error,
  );
}

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** All that a source gives up to its end. */
export async function readAll(source: ByteSource | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for (let read = await source?.read(); read; read = await source?.read()) pieces.push(...read);
  return Buffer.concat(pieces).toString();
}

/** How many listeners still wait for the signal's abort. */
export function listenersOf(signal: AbortSignal): number {
  return getEventListeners(signal, "abort").length;
}

/** How many timers of this process are set. */
export function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
}

/** Waits until a server has no connection left, and looks again a moment later: none may be made anew. */
export async function noneOpen(server: { readonly connections: number }): Promise<void> {
  await expect.poll(() => server.connections, { timeout: 2_000, interval: 5 }).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(server.connections).toBe(0);
}

/** A server without manners on a unix socket: it says what `speak` writes, HTTP or not. */
export async function rawServer(speak: (socket: Socket, count: number) => void): Promise<RawServer> {
  const folder = await mkdtemp(join(tmpdir(), "raw-server-"));
  const path = join(folder, "raw.sock");
  const raw = new RawServer(path, speak, () => rm(folder, { recursive: true, force: true }));
  await raw.listen();
  return raw;
}

export class RawServer implements AsyncDisposable {
  readonly #sockets = new Set<Socket>();
  /** Connections that are open now. */
  get connections(): number {
    return this.#sockets.size;
  }
  /** Connections that were ever made. */
  count = 0;
  readonly #server: Server;
  readonly #cleanUp: () => Promise<void>;

  constructor(
    readonly path: string,
    speak: (socket: Socket, count: number) => void,
    cleanUp: () => Promise<void>,
  ) {
    this.#cleanUp = cleanUp;
    this.#server = createServer((socket) => {
      this.count++;
      this.#sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => this.#sockets.delete(socket));
      socket.resume();
      speak(socket, this.count);
    });
  }

  async listen(): Promise<void> {
    this.#server.listen(this.path);
    await once(this.#server, "listening");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
    await this.#cleanUp();
  }
}
