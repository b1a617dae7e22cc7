import type { AnyVersion, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";

/** What builders keep between builds. */
export class BuildCache<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Removes build cache that nothing uses. Like `docker builder prune`.
   * `POST /build/prune`
   */
  prune(options?: Options<V, "BuildPrune">, call?: CallOptions): Promise<Result<V, "BuildPrune">> {
    return this.#client.call("BuildPrune", { options, kind: "open-ended" }, call);
  }
}
