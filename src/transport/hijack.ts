import type { Duplex } from "node:stream";
import { Client, type Dispatcher } from "undici/index.js";
import type { Connector } from "./connect.js";
import { DeadlineClocks } from "./deadline.js";
import type { ExchangeContext } from "./exchange.js";
import { type Flow, Handover } from "./handover.js";
import { errorBodyLimit, type HttpAnswer, type HttpRequest, isSuccess } from "./http.js";
import { readBeforeBreaking } from "./late-write-error.js";

/**
 * Asks an engine to hand over connections. Each is a new one and no kept one of the pool: it will not be given back, an idle
 * connection that the engine has just closed would fail a POST, and only of a new one do we know the socket. That is
 * needed where the engine, or a proxy before it, answers 200 and not 101: HTTP then has no way left to write.
 */
export class Hijacks {
  readonly #connector: Connector;
  readonly #context: ExchangeContext;
  readonly #open = new Set<Hijack>();

  constructor(connector: Connector, context: ExchangeContext) {
    this.#connector = connector;
    this.#context = context;
  }

  send(request: HttpRequest): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      if (request.signal?.aborted) return reject(request.signal.reason);
      const over = () => this.#open.delete(hijack);
      const hijack = new Hijack(request, this.#connector, this.#context, { resolve, reject, over });
      this.#open.add(hijack);
      hijack.send();
    });
  }

  /** Breaks all that are open. */
  close(): void {
    for (const hijack of this.#open) hijack.fail(new Error("the client has been closed"));
  }
}

interface HijackWatcher {
  resolve(answer: HttpAnswer): void;
  reject(reason: unknown): void;
  /** Nothing can end it before its time any more. */
  over(): void;
}

/** One connection: asked for, handed over or refused, and ended once. */
class Hijack implements Dispatcher.DispatchHandler {
  readonly #request: HttpRequest;
  readonly #context: ExchangeContext;
  readonly #watcher: HijackWatcher;
  readonly #clocks: DeadlineClocks;
  readonly #client: Client;
  #socket: Duplex | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #over = false;
  #status = 0;
  #headers: HttpAnswer["headers"] = {};
  /** The pieces of a refusal. */
  #pieces: Buffer[] = [];
  #size = 0;
  #handover: Handover | undefined;

  constructor(
    request: HttpRequest,
    { origin, connect }: Connector,
    context: ExchangeContext,
    watcher: HijackWatcher,
  ) {
    this.#request = request;
    this.#context = context;
    this.#watcher = watcher;
    this.#clocks = new DeadlineClocks(request.deadlines, context.place, (error) => this.#break(error));
    this.#client = new Client(origin, {
      connect: (target, callback) =>
        connect(target, (...[error, socket]) => {
          if (error) return callback(error, null);
          this.#socket = socket;
          callback(null, readBeforeBreaking(socket));
        }),
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    request.signal?.addEventListener("abort", this.#onAbort);
  }

  send(): void {
    const { path, method, body, upgrade } = this.#request;
    const headers = { ...this.#request.headers, ...upgrade?.headers };
    // undici takes async iterables as bodies; its type names Node's streams only.
    const options = {
      path,
      method,
      headers,
      body,
      upgrade: upgrade?.protocol ?? "tcp",
    } as Dispatcher.DispatchOptions;
    try {
      this.#client.dispatch(options, this);
    } catch (error) {
      this.fail(error);
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#clocks.started();
    this.#clocks.sent();
  }

  onRequestUpgrade(
    _: Dispatcher.DispatchController,
    status: number,
    headers: HttpAnswer["headers"],
    socket: Duplex,
  ): void {
    this.#status = status;
    this.#headers = headers;
    const flow = { pause: () => socket.pause(), resume: () => socket.resume() };
    this.#handOver(socket, flow).listen();
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: HttpAnswer["headers"],
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    if (isSuccess(status) && this.#socket !== undefined) this.#handOver(this.#socket, controller);
    else this.#clocks.answered();
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#handover === undefined) this.#collect(chunk);
    else this.#handover.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#handover === undefined) this.#refuse();
    else this.#handover.end();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  fail(error: unknown): void {
    if (!this.#over) this.#break(this.#toError(error));
  }

  #handOver(socket: Duplex, flow: Flow): Handover {
    const handover = new Handover(socket, flow, this.#clocks, {
      left: () => this.#settle(),
      gaveUp: (reason) => this.#break(reason),
      failed: (error) => this.fail(error),
      ended: () => this.#leave(),
      toError: (error) => this.#toError(error),
    });
    this.#handover = handover;
    const head = { status: this.#status, headers: this.#headers, bytes: noBytes };
    this.#watcher.resolve({ ...head, hijacked: { source: handover.source, stdin: handover.stdin } });
    return handover;
  }

  #collect(chunk: Buffer): void {
    this.#clocks.heard();
    this.#pieces.push(chunk);
    this.#size += chunk.length;
    if (this.#size > errorBodyLimit) this.#refuse();
  }

  /** Hands over an answer that is a refusal. */
  #refuse(): void {
    if (this.#over) return;
    const bytes = Buffer.concat(this.#pieces, this.#size);
    this.#watcher.resolve({ status: this.#status, headers: this.#headers, bytes });
    this.#settle();
  }

  /** Ends all for a reason that the caller gets as it is. */
  #break(reason: unknown): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#handover === undefined) this.#watcher.reject(reason);
    else this.#handover.break(reason);
    this.#settle();
  }

  #settle(): void {
    this.#leave();
    this.#socket?.destroy();
    // It has nothing to fail any more, or nothing that anybody waits for.
    this.#client.destroy().catch(() => undefined);
  }

  #leave(): void {
    this.#over = true;
    this.#clocks.stop();
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
    this.#watcher.over();
  }

  #toError(error: unknown): Error {
    const told = this.#context.toError(error, { unsent: this.#controller === undefined });
    return told as Error; // all that the transport makes of an error is one
  }

  readonly #onAbort = (): void => this.#break(this.#request.signal?.reason);
}

const noBytes = Buffer.alloc(0);
