import { catalogue } from "../catalogue.js";
import type { Envelope } from "../envelope.js";
import { refusal } from "../envelope.js";
import { inputSchema } from "../json-schema.js";
import { boundedLines, type TooLong } from "./bounded-lines.js";
import { type Channels, longestLine, writeMessage } from "./channels.js";
import { ConnectorPool } from "./connector-pool.js";
import { errorOf, RpcError, type RpcMessage, readMessage } from "./json-rpc.js";
import { answerOf, type ConnectorRequest, parseRequest } from "./request.js";

/**
 * Answers many requests by JSON-RPC 2.0, one message a line, at the same time: `execute` with a request, `configure` with
 * settings for those that bring none, `actions` for the catalogue, the notification `$/cancel` with an `id`. Progress comes in
 * notifications. Resolves when the input has ended and all is answered; the signal ends it before, and cancels what is
 * under way.
 */
export async function serve(channels: Channels, signal?: AbortSignal): Promise<void> {
  await using server = new Server(channels, signal);
  for await (const line of untilAborted(boundedLines(channels.input, longestLine), signal)) server.take(line);
  await server.answered();
}

/** Requests that are under way, or whose answers wait to be read. */
const mostAnswers = 256;

class Server implements AsyncDisposable {
  readonly #output: Channels["output"];
  readonly #pool: ConnectorPool;
  readonly #signal: AbortSignal | undefined;
  readonly #running = new Set<AbortController>();
  /** Those of them that can be cancelled by name. */
  readonly #named = new Map<string | number, AbortController>();
  readonly #answers = new Set<Promise<void>>();
  #config: unknown;

  constructor({ output, log }: Channels, signal: AbortSignal | undefined) {
    this.#output = output;
    this.#signal = signal;
    this.#pool = new ConnectorPool(log);
    signal?.addEventListener("abort", this.#cancelAll);
  }

  /** Begins with the answer to a line. */
  take(line: string | TooLong): void {
    if (line === "") return;
    const answer = this.#answer(line).finally(() => this.#answers.delete(answer));
    this.#answers.add(answer);
  }

  /** Resolves when nothing is under way. */
  async answered(): Promise<void> {
    await Promise.all(this.#answers);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal?.removeEventListener("abort", this.#cancelAll);
    await this.#pool[Symbol.asyncDispose]();
  }

  async #answer(line: string | TooLong): Promise<void> {
    let id: RpcMessage["id"] | null = null;
    try {
      const message = readMessage(line);
      id = message.id;
      const result = await this.#result(message);
      if (id !== undefined) await this.#write({ id, result });
    } catch (error) {
      const known = error instanceof RpcError ? error.id : null;
      // A notification has no answer, whatever becomes of it.
      if (id === undefined) return;
      await this.#write({ id: id ?? known, error: errorOf(error) });
    }
  }

  async #result({ id, method, params }: RpcMessage): Promise<unknown> {
    if (method === "$/cancel") return this.#cancel(params);
    // Reading goes on all the same, as the next line can cancel something.
    if (this.#answers.size >= mostAnswers) throw new RpcError(-32000, "too many requests are under way");
    if (method === "execute") return this.#execute(id, params);
    if (method === "actions")
      return catalogue.map((action) => ({ name: action.name, input: inputSchema(action) }));
    if (method === "configure") {
      // The settings themselves, or as a request has them.
      const { config = params } = (params ?? {}) as { config?: unknown }; // anything can be asked for a member
      this.#pool.check(config);
      this.#config = config;
      return { configured: true };
    }
    throw new RpcError(-32601, "There is no such method. There are: execute, configure, actions, $/cancel.");
  }

  async #execute(id: RpcMessage["id"], params: unknown): Promise<object> {
    if (id !== undefined && this.#named.has(id)) {
      throw new RpcError(-32600, "A request with this id is under way: give each one an id of its own.");
    }
    const request = parseRequest(params, this.#config);
    const abort = new AbortController();
    if (this.#signal?.aborted) abort.abort(this.#signal.reason);
    this.#running.add(abort);
    if (id !== undefined) this.#named.set(id, abort);
    try {
      return answerOf(request, await this.#envelope(request, id, abort.signal));
    } finally {
      this.#running.delete(abort);
      if (id !== undefined) this.#named.delete(id);
    }
  }

  async #envelope(request: ConnectorRequest, id: RpcMessage["id"], signal: AbortSignal): Promise<Envelope> {
    const { config, action, params, options } = request;
    const onProgress = (message: string) => {
      // Nobody waits for this to be read, so that it would pile up.
      if (this.#output.writableNeedDrain) return;
      void this.#write({ method: "progress", params: { id, message } });
    };
    try {
      return await this.#pool.use(config, (connector) =>
        connector.execute(action, params, { ...options, onProgress, signal }),
      );
    } catch (error) {
      return refusal(action, error); // what is wrong with the configuration
    }
  }

  #cancel(params: unknown): boolean {
    const { id } = (params ?? {}) as { id?: string | number }; // anything can be asked for a member
    const running = id === undefined ? undefined : this.#named.get(id);
    running?.abort(new Error("cancelled by the platform"));
    return running !== undefined;
  }

  #write(message: object): Promise<void> {
    return writeMessage(this.#output, { jsonrpc: "2.0", ...message }, this.#signal);
  }

  readonly #cancelAll = (): void => {
    for (const running of this.#running) running.abort(this.#signal?.reason);
  };
}

/** The lines up to the abort, which does not wait for the next one. */
async function* untilAborted<T>(
  lines: AsyncGenerator<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  if (signal === undefined) return yield* lines;
  let stop = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
  });
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  try {
    for (;;) {
      const step = await Promise.race([lines.next(), aborted]);
      if (step === undefined || step.done) return;
      yield step.value;
    }
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
