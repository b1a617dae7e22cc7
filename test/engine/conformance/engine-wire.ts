import { readFile } from "node:fs/promises";
import { Agent, type IncomingMessage, request } from "node:http";
import { request as requestSecurely, Agent as SecureAgent } from "node:https";
import { join } from "node:path";
import type { EngineAddress } from "../../../scripts/engine/plain-call.js";

/** Plain HTTP to one engine over a few kept connections, without the SDK: what the engine says is what counts here. */
export class EngineWire {
  readonly #options: object;
  readonly #agent: Agent;
  readonly #send: typeof request;

  private constructor(options: object, secure: boolean) {
    this.#options = options;
    this.#agent = new (secure ? SecureAgent : Agent)({ keepAlive: true, maxSockets: 6 });
    this.#send = secure ? requestSecurely : request;
  }

  static async to({ host, certPath }: EngineAddress): Promise<EngineWire> {
    if (host.startsWith("unix://"))
      return new EngineWire({ socketPath: host.slice("unix://".length) }, false);
    const { hostname, port } = new URL(host);
    if (certPath === undefined) return new EngineWire({ host: hostname, port: port || 2375 }, false);
    const [ca, cert, key] = await Promise.all(
      ["ca.pem", "cert.pem", "key.pem"].map((file) => readFile(join(certPath, file))),
    );
    return new EngineWire({ host: hostname, port: port || 2376, ca, cert, key }, true);
  }

  /** Reads a whole answer, or with `lines` only as many lines of it; the rest is dropped with its connection. */
  async ask({ method, path, body, contentType, lines }: WireRequest): Promise<WireAnswer> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { ...(body && { "Content-Type": contentType, "Content-Length": body.byteLength }) };
      const signal = AbortSignal.timeout(30_000);
      this.#send({ ...this.#options, agent: this.#agent, method, path, headers, signal }, resolve)
        .on("error", reject)
        .end(body);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of response) {
      chunks.push(chunk);
      if (lines !== undefined && countLines(chunks) >= lines) break; // which destroys the response
    }
    return {
      status: response.statusCode ?? 0,
      contentType: response.headers["content-type"] ?? "",
      bytes: lines === undefined ? Buffer.concat(chunks) : wholeLines(chunks),
    };
  }

  close(): void {
    this.#agent.destroy();
  }
}

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: Uint8Array | undefined;
  readonly contentType?: string;
  readonly lines?: number | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
}

function wholeLines(chunks: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(chunks);
  return bytes.subarray(0, bytes.lastIndexOf("\n") + 1);
}

function countLines(chunks: readonly Buffer[]): number {
  return Buffer.concat(chunks).toString("latin1").split("\n").length - 1;
}
