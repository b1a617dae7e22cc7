import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";

/** Networks. `id` is an id, the beginning of one, or a name. */
export class Networks<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the networks. Like `docker network ls`.
   * `GET /networks`
   */
  list(options?: Options<V, "NetworkList">, call?: CallOptions): Promise<Result<V, "NetworkList">> {
    return this.#client.call("NetworkList", { options }, call);
  }

  /**
   * Tells all about a network. Like `docker network inspect`.
   * `GET /networks/{id}`
   * @throws NotFoundError
   */
  inspect(
    id: string,
    options?: Options<V, "NetworkInspect">,
    call?: CallOptions,
  ): Promise<Result<V, "NetworkInspect">> {
    return this.#client.call("NetworkInspect", { path: { id }, options }, call);
  }

  /**
   * Creates a network. Like `docker network create`.
   * `POST /networks/create`
   * @throws ConflictError when the name is taken, before API v1.44 only with `CheckDuplicate` · ForbiddenError for a name the engine keeps to itself
   * @example const { Id } = await docker.networks.create({ Name: "shop", Driver: "bridge" });
   */
  create(body: Body<V, "NetworkCreate">, call?: CallOptions): Promise<Result<V, "NetworkCreate">> {
    return this.#client.call("NetworkCreate", { body }, call);
  }

  /**
   * Removes a network that no container is attached to. Like `docker network rm`.
   * `DELETE /networks/{id}`
   * @throws NotFoundError · ForbiddenError when it is in use or built in
   */
  async remove(id: string, call?: CallOptions): Promise<void> {
    await this.#client.call("NetworkDelete", { path: { id } }, call);
  }

  /**
   * Attaches a container to a network. Like `docker network connect`.
   * `POST /networks/{id}/connect`
   * @throws NotFoundError · ForbiddenError when the container is attached already
   * @example await docker.networks.connect("shop", { Container: "web" });
   */
  async connect(id: string, body: Body<V, "NetworkConnect">, call?: CallOptions): Promise<void> {
    await this.#client.call("NetworkConnect", { path: { id }, body }, call);
  }

  /**
   * Detaches a container from a network. Like `docker network disconnect`.
   * `POST /networks/{id}/disconnect`
   * @throws NotFoundError
   */
  async disconnect(id: string, body: Body<V, "NetworkDisconnect">, call?: CallOptions): Promise<void> {
    await this.#client.call("NetworkDisconnect", { path: { id }, body }, call);
  }

  /**
   * Removes all networks that no container uses. Like `docker network prune`.
   * `POST /networks/prune`
   */
  prune(options?: Options<V, "NetworkPrune">, call?: CallOptions): Promise<Result<V, "NetworkPrune">> {
    return this.#client.call("NetworkPrune", { options, kind: "open-ended" }, call);
  }
}
