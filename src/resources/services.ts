import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import type { LogStream } from "../streams/log-stream.js";
import { serviceAuth } from "./registry-headers.js";
import { serviceLogs } from "./service-logs.js";

/** The services of a swarm, by id or name; asked of a manager. */
export class Services<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the services. Like `docker service ls`.
   * `GET /services`
   */
  list(options?: Options<V, "ServiceList">, call?: CallOptions): Promise<Result<V, "ServiceList">> {
    return this.#client.call("ServiceList", { options }, call);
  }

  /**
   * Tells all about a service. Like `docker service inspect`.
   * `GET /services/{id}`
   * @throws NotFoundError
   */
  inspect(
    id: string,
    options?: Options<V, "ServiceInspect">,
    call?: CallOptions,
  ): Promise<Result<V, "ServiceInspect">> {
    return this.#client.call("ServiceInspect", { path: { id }, options }, call);
  }

  /**
   * Creates a service; its tasks start afterwards. The credentials for the registry of its image go along, and its nodes
   * pull with them. Like `docker service create`.
   * `POST /services/create`
   * @throws ConflictError when the name is taken
   */
  async create(body: Body<V, "ServiceCreate">, call?: CallOptions): Promise<Result<V, "ServiceCreate">> {
    const headers = await serviceAuth(this.#client, imageOf(body), call);
    return this.#client.call("ServiceCreate", { body, headers }, call);
  }

  /**
   * Changes a service: all of its spec. `version` is the `Version.Index` that was read. The credentials go along again; where
   * there are none here, or with `registryAuthFrom`, it keeps what it has. Like `docker service update`.
   * `POST /services/{id}/update`
   * @throws NotFoundError · BadRequestError or ServerError when somebody else has changed it meanwhile
   */
  async update(
    id: string,
    body: Body<V, "ServiceUpdate">,
    options: Options<V, "ServiceUpdate">,
    call?: CallOptions,
  ): Promise<Result<V, "ServiceUpdate">> {
    const { registryAuthFrom } = (options ?? {}) as { registryAuthFrom?: string }; // the same name in every version
    const image = registryAuthFrom === undefined ? imageOf(body) : undefined;
    const headers = await serviceAuth(this.#client, image, call);
    return this.#client.call("ServiceUpdate", { path: { id }, body, options, headers }, call);
  }

  /**
   * Removes a service and its tasks. Like `docker service rm`.
   * `DELETE /services/{id}`
   * @throws NotFoundError
   */
  async remove(id: string, call?: CallOptions): Promise<void> {
    await this.#client.call("ServiceDelete", { path: { id } }, call);
  }

  /**
   * Reads the output of all tasks of a service. Both stdout and stderr, unless one of them is asked for by name. Like
   * `docker service logs`.
   * `GET /services/{id}/logs`
   * @throws NotFoundError with the first step
   */
  logs(id: string, options?: Options<V, "ServiceLogs">, call?: CallOptions): LogStream {
    return serviceLogs(this.#client, "ServiceLogs", id, options, call);
  }
}

function imageOf(body: unknown): string | undefined {
  const { TaskTemplate } = (body ?? {}) as { TaskTemplate?: { ContainerSpec?: { Image?: string } } }; // so in every version
  return TaskTemplate?.ContainerSpec?.Image;
}
