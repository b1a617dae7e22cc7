import { type Connector, type ConnectorOptions, createConnector } from "../connector.js";

/**
 * The connectors of a process by their settings, so that connections, the rate and the API version outlive a request. Those
 * that were not used for the longest time make way.
 */
export class ConnectorPool implements AsyncDisposable {
  readonly #options: ConnectorOptions;
  readonly #most: number;
  readonly #connectors = new Map<string, Kept>();

  constructor(options: ConnectorOptions, most = 16) {
    this.#options = options;
    this.#most = most;
  }

  /**
   * Makes the connector of these settings, where there is none yet. Nothing is sent.
   * @throws InvalidArgumentError when the settings are wrong
   */
  check(config: unknown): void {
    this.#kept(config);
  }

  /**
   * Runs something with the connector of these settings.
   * @throws InvalidArgumentError when the settings are wrong
   */
  async use<T>(config: unknown, work: (connector: Connector) => Promise<T>): Promise<T> {
    const kept = this.#kept(config);
    kept.users++;
    try {
      await this.#makeWay();
      return await work(kept.connector);
    } finally {
      kept.users--;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#connectors.values()].map(({ connector }) => connector.close()));
  }

  #kept(config: unknown): Kept {
    const key = JSON.stringify(config);
    const kept = this.#connectors.get(key) ?? {
      connector: createConnector(config, this.#options),
      users: 0,
    };
    // A map keeps its order: the last one is the one used last.
    this.#connectors.delete(key);
    this.#connectors.set(key, kept);
    return kept;
  }

  async #makeWay(): Promise<void> {
    for (const [key, { connector, users }] of this.#connectors) {
      if (this.#connectors.size <= this.#most) return;
      if (users > 0) continue;
      this.#connectors.delete(key);
      await connector.close();
    }
  }
}

interface Kept {
  readonly connector: Connector;
  /** Requests under way. */
  users: number;
}
