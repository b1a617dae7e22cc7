import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fault } from "./faults.js";
import { FaultyAnswer } from "./faulty-answer.js";

/**
 * Stands between clients and an engine, and spoils the answers to the calls that `choose` names a fault for. Everything else
 * passes. It can be reached by a unix socket and, for what only TCP knows, by a port of the loopback.
 */
export async function faultProxy(target: string, choose: ChooseFault): Promise<FaultProxy> {
  const folder = await mkdtemp(join(tmpdir(), "fault-proxy-"));
  const proxy = new FaultProxy(target, folder, choose);
  await proxy.listen();
  return proxy;
}

export type ChooseFault = (call: ProxiedCall) => Fault | undefined;

export interface ProxiedCall {
  /** `GET /containers/web/json`: without version and query. */
  readonly line: string;
  /** All that stands before the body. */
  readonly head: string;
  /** How many calls came before it. */
  readonly count: number;
}

export class FaultProxy implements AsyncDisposable {
  /** As DOCKER_HOST wants it. */
  readonly host: string;
  tcpHost = "";
  /** Every call that came. */
  readonly calls: ProxiedCall[] = [];
  /** Connections that a client has not closed. */
  get connections(): number {
    return [...this.#near].filter((socket) => !socket.readableEnded).length;
  }

  readonly #target: string;
  readonly #folder: string;
  readonly #choose: ChooseFault;
  // A client that has ended its side is still answered, and one that was told the end may still write.
  readonly #servers = [this.#server(), this.#server()] as const;
  readonly #near = new Set<Socket>();
  readonly #far = new Set<Socket>();
  /** Those on which no good answer can come any more. */
  readonly #spoiled = new Set<Socket>();

  constructor(target: string, folder: string, choose: ChooseFault) {
    this.#target = target;
    this.#folder = folder;
    this.#choose = choose;
    this.host = `unix://${join(folder, "docker.sock")}`;
  }

  async listen(): Promise<void> {
    const [unix, tcp] = this.#servers;
    unix.listen(join(this.#folder, "docker.sock"));
    tcp.listen(0, "127.0.0.1");
    await Promise.all([once(unix, "listening"), once(tcp, "listening")]);
    this.tcpHost = `tcp://127.0.0.1:${(tcp.address() as AddressInfo).port}`; // a TCP server has no other
  }

  /** Cuts every connection there is. */
  cut(): void {
    for (const socket of [...this.#near, ...this.#far]) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    await Promise.all(
      this.#servers.map(async (server) => {
        server.close();
        await once(server, "close");
      }),
    );
    await rm(this.#folder, { recursive: true });
  }

  #server(): Server {
    return createServer({ allowHalfOpen: true, noDelay: true }, (near) => this.#join(near));
  }

  #join(near: Socket): void {
    const far = connectTo(this.#target);
    let answer: FaultyAnswer | undefined;
    note(this.#near, near);
    note(this.#far, far);
    near.on("close", () => {
      this.#spoiled.delete(near);
      far.destroy();
    });
    near.on("data", (chunk: Buffer) => {
      const call = callOf(chunk, this.calls.length);
      if (call !== undefined) {
        const fault = this.#choose(call);
        this.calls.push(call);
        answer = fault && new FaultyAnswer(fault, near, () => this.#spoiled.add(near));
        if (answer?.instead(call.line)) return;
      }
      if (!far.destroyed) far.write(chunk);
    });
    near.on("end", () => far.end());
    far.on("data", (chunk: Buffer) => {
      if (answer === undefined) near.write(chunk);
      else answer.push(chunk);
    });
    // Where an answer stalls the client is not told that the engine has ended it.
    far.on("end", () => {
      if (!this.#spoiled.has(near)) answer ? answer.end() : near.end();
    });
    far.on("error", () => near.destroy());
  }
}

function note(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
}

function connectTo(target: string): Socket {
  if (target.startsWith("unix://"))
    return connect({ path: target.slice("unix://".length), allowHalfOpen: true });
  const { hostname, port } = new URL(target);
  return connect({ host: hostname, port: Number(port), allowHalfOpen: true });
}

/** The call that a piece begins. Our client writes heads whole, and no second one before the answer. */
function callOf(chunk: Buffer, count: number): ProxiedCall | undefined {
  const end = chunk.indexOf("\r\n\r\n");
  const head = chunk.toString("latin1", 0, Math.max(end, 0));
  const [, method, path] = /^([A-Z]+) (?:\/v\d+\.\d+)?(\/[^ ?]*)\S* HTTP\/1\.1\r\n/.exec(head) ?? [];
  return method === undefined ? undefined : { line: `${method} ${path}`, head, count };
}
