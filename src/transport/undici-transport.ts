import { Pool } from "undici/index.js";
import { ConnectionError } from "../errors.js";
import { withoutReconnect } from "./abandon.js";
import { type Connector, createConnector } from "./connect.js";
import { placeOf, toConnectionError } from "./connection-error.js";
import type { Endpoint } from "./endpoint.js";
import { type ExchangeContext, exchange } from "./exchange.js";
import { Hijacks } from "./hijack.js";
import type { HttpAnswer, HttpRequest, Transport } from "./http.js";
import { readBeforeBreaking } from "./late-write-error.js";

export interface UndiciTransportOptions {
  /** Milliseconds to get a connection; 0 means no limit. */
  readonly connectTimeout: number;
  /** The most connections at a time; calls beyond it wait for one to be free. No limit where it is left out. */
  readonly maxConnections: number | undefined;
  /** Whether connections are used again. */
  readonly keepAlive: boolean;
  readonly proxy: string | false | undefined;
}

/** Speaks HTTP with an engine over kept and reused connections. */
export class UndiciTransport implements Transport {
  readonly #endpoint: Endpoint;
  readonly #connector: Connector;
  readonly #pool: Pool;
  readonly #context: ExchangeContext;
  readonly #hijacks: Hijacks;
  #closed = false;

  constructor(endpoint: Endpoint, options: UndiciTransportOptions) {
    const { connectTimeout, maxConnections, keepAlive, proxy } = options;
    this.#endpoint = endpoint;
    this.#connector = createConnector(endpoint, { connectTimeout, ...(proxy !== undefined && { proxy }) });
    const { origin, connect } = this.#connector;
    this.#pool = new Pool(origin, {
      connect: (target, callback) =>
        connect(target, (...[error, socket]) =>
          error ? callback(error, null) : callback(null, withoutReconnect(readBeforeBreaking(socket))),
        ),
      connections: maxConnections ?? null,
      // undici closes a connection after its answer where nothing may be pipelined.
      pipelining: keepAlive ? 1 : 0,
      // A new connection over ssh is a whole log-in: an idle one is worth keeping for longer than undici's four seconds.
      ...(endpoint.kind === "ssh" && { keepAliveTimeout: 60_000 }),
      // The deadlines are ours, for each call: an engine that has nothing to log is no broken engine.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    this.#context = {
      place: placeOf(endpoint),
      toError: (error, facts) => this.#toError(error, facts),
    };
    this.#hijacks = new Hijacks(this.#connector, this.#context);
  }

  send(request: HttpRequest): Promise<HttpAnswer> {
    if (request.answer === "hijack") return this.#hijacks.send(request);
    return exchange(this.#pool, this.#connector.origin, request, this.#context);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#hijacks.close();
    await Promise.all([this.#pool.destroy(), this.#connector.close()]);
  }

  /** After `close` whatever breaks broke because of it. */
  #toError(error: unknown, facts: { unsent: boolean }): Error {
    if (!this.#closed) return toConnectionError(error, this.#endpoint, facts);
    return new ConnectionError("This client has been closed. Make a new one.", {
      code: "CLIENT_CLOSED",
      address: this.#endpoint.address,
      unsent: facts.unsent,
    });
  }
}
