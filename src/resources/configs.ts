import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";

/** The configs of a swarm, by id or name. Data is base64 of at most 1000 kB. */
export class Configs<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the configs. Like `docker config ls`.
   * `GET /configs`
   */
  list(options?: Options<V, "ConfigList">, call?: CallOptions): Promise<Result<V, "ConfigList">> {
    return this.#client.call("ConfigList", { options }, call);
  }

  /**
   * Tells about a config. Like `docker config inspect`.
   * `GET /configs/{id}`
   * @throws NotFoundError
   */
  inspect(id: string, call?: CallOptions): Promise<Result<V, "ConfigInspect">> {
    return this.#client.call("ConfigInspect", { path: { id } }, call);
  }

  /**
   * Creates a config from base64 data. Like `docker config create`.
   * `POST /configs/create`
   * @throws ConflictError when the name is taken
   */
  create(body: Body<V, "ConfigCreate">, call?: CallOptions): Promise<Result<V, "ConfigCreate">> {
    return this.#client.call("ConfigCreate", { body }, call);
  }

  /**
   * Changes the labels of a config; the rest of its spec must be as it is. `version` is the `Version.Index` that was read.
   * `POST /configs/{id}/update`
   * @throws NotFoundError
   */
  async update(
    id: string,
    body: Body<V, "ConfigUpdate">,
    options: Options<V, "ConfigUpdate">,
    call?: CallOptions,
  ): Promise<void> {
    await this.#client.call("ConfigUpdate", { path: { id }, body, options }, call);
  }

  /**
   * Removes a config that no service uses. Like `docker config rm`.
   * `DELETE /configs/{id}`
   * @throws NotFoundError
   */
  async remove(id: string, call?: CallOptions): Promise<void> {
    await this.#client.call("ConfigDelete", { path: { id } }, call);
  }
}
