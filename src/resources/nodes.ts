import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";

/** The nodes of a swarm; asked of a manager. Elsewhere every call is an UnavailableError. */
export class Nodes<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the nodes. Like `docker node ls`.
   * `GET /nodes`
   */
  list(options?: Options<V, "NodeList">, call?: CallOptions): Promise<Result<V, "NodeList">> {
    return this.#client.call("NodeList", { options }, call);
  }

  /**
   * Tells all about a node. Like `docker node inspect`.
   * `GET /nodes/{id}`
   * @throws NotFoundError
   */
  inspect(id: string, call?: CallOptions): Promise<Result<V, "NodeInspect">> {
    return this.#client.call("NodeInspect", { path: { id } }, call);
  }

  /**
   * Changes a node's role, availability and labels: all of its spec. Like `docker node update`. `version` is the `Version.Index` that was read.
   * `POST /nodes/{id}/update`
   * @throws NotFoundError · BadRequestError when somebody else has changed it meanwhile
   */
  async update(
    id: string,
    body: Body<V, "NodeUpdate">,
    options: Options<V, "NodeUpdate">,
    call?: CallOptions,
  ): Promise<void> {
    await this.#client.call("NodeUpdate", { path: { id }, body, options }, call);
  }

  /**
   * Removes a node that is down; with `force` also another. Like `docker node rm`.
   * `DELETE /nodes/{id}`
   * @throws NotFoundError
   */
  async remove(id: string, options?: Options<V, "NodeDelete">, call?: CallOptions): Promise<void> {
    await this.#client.call("NodeDelete", { path: { id }, options }, call);
  }
}
