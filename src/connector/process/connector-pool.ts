import type { Writable } from "node:stream";
import { type Connector, createConnector } from "../connector.js";
import { closeLogged, requestLog } from "./channels.js";

/**
 * The connectors of a process by their settings, so that connections, the rate and the API version outlive a request. Those
 * that were not used for the longest time make way.
 */
export class ConnectorPool implements AsyncDisposable {
  readonly #log: Writable;
  readonly #most: number;
  readonly #connectors = new Map<string, Kept>();
  readonly #closing = new Set<Promise<void>>();

  constructor(log: Writable, most = 16) {
    this.#log = log;
    this.#most = most;
  }

  /**
   * Makes the connector of these settings, where there is none yet. Nothing is sent.
   * @throws InvalidArgumentError when the settings are wrong
   */
  check(config: unknown): void {
    this.#kept(config);
    this.#makeWay();
  }

  /**
   * Runs something with the connector of these settings.
   * @throws InvalidArgumentError when the settings are wrong
   */
  async use<T>(config: unknown, work: (connector: Connector) => Promise<T>): Promise<T> {
    const kept = this.#kept(config);
    kept.users++;
    try {
      return await work(kept.connector);
    } finally {
      kept.users--;
      this.#makeWay();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { connector } of this.#connectors.values()) this.#close(connector);
    this.#connectors.clear();
    await Promise.allSettled(this.#closing);
  }

  #kept(config: unknown): Kept {
    const key = JSON.stringify(config);
    const kept = this.#connectors.get(key) ?? {
      connector: createConnector(config, { log: requestLog(this.#log) }),
      users: 0,
    };
    // A map keeps its order: the last one is the one used last.
    this.#connectors.delete(key);
    this.#connectors.set(key, kept);
    return kept;
  }

  #makeWay(): void {
    for (const [key, { connector, users }] of this.#connectors) {
      if (this.#connectors.size <= this.#most) return;
      if (users > 0) continue;
      this.#connectors.delete(key);
      this.#close(connector);
    }
  }

  /** No request waits for it, only the end of the pool. */
  #close(connector: Connector): void {
    const closed = closeLogged(connector, this.#log).finally(() => this.#closing.delete(closed));
    this.#closing.add(closed);
  }
}

interface Kept {
  readonly connector: Connector;
  /** Requests under way. */
  users: number;
}
