import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";

/** The secrets of a swarm, by id or name. A secret's data is never given back. */
export class Secrets<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the secrets. Like `docker secret ls`.
   * `GET /secrets`
   */
  list(options?: Options<V, "SecretList">, call?: CallOptions): Promise<Result<V, "SecretList">> {
    return this.#client.call("SecretList", { options }, call);
  }

  /**
   * Tells about a secret. Like `docker secret inspect`.
   * `GET /secrets/{id}`
   * @throws NotFoundError
   */
  inspect(id: string, call?: CallOptions): Promise<Result<V, "SecretInspect">> {
    return this.#client.call("SecretInspect", { path: { id } }, call);
  }

  /**
   * Creates a secret from base64 data. Like `docker secret create`.
   * `POST /secrets/create`
   * @throws ConflictError when the name is taken
   */
  create(body: Body<V, "SecretCreate">, call?: CallOptions): Promise<Result<V, "SecretCreate">> {
    return this.#client.call("SecretCreate", { body }, call);
  }

  /**
   * Changes the labels of a secret; the rest of its spec must be as it is. `version` is the `Version.Index` that was read.
   * `POST /secrets/{id}/update`
   * @throws NotFoundError
   */
  async update(
    id: string,
    body: Body<V, "SecretUpdate">,
    options: Options<V, "SecretUpdate">,
    call?: CallOptions,
  ): Promise<void> {
    await this.#client.call("SecretUpdate", { path: { id }, body, options }, call);
  }

  /**
   * Removes a secret that no service uses. Like `docker secret rm`.
   * `DELETE /secrets/{id}`
   * @throws NotFoundError
   */
  async remove(id: string, call?: CallOptions): Promise<void> {
    await this.#client.call("SecretDelete", { path: { id } }, call);
  }
}
