import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";

/** Volumes, by their names. */
export class Volumes<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the volumes. Like `docker volume ls`.
   * `GET /volumes`
   */
  list(options?: Options<V, "VolumeList">, call?: CallOptions): Promise<Result<V, "VolumeList">> {
    return this.#client.call("VolumeList", { options }, call);
  }

  /**
   * Tells all about a volume. Like `docker volume inspect`.
   * `GET /volumes/{name}`
   * @throws NotFoundError
   */
  inspect(name: string, call?: CallOptions): Promise<Result<V, "VolumeInspect">> {
    return this.#client.call("VolumeInspect", { path: { name } }, call);
  }

  /**
   * Creates a volume, or gives the one that has this name. Like `docker volume create`.
   * `POST /volumes/create`
   * @throws ConflictError when one of another driver has the name
   */
  create(body?: Body<V, "VolumeCreate">, call?: CallOptions): Promise<Result<V, "VolumeCreate">> {
    return this.#client.call("VolumeCreate", { body }, call);
  }

  /**
   * Changes the availability of a cluster volume. Like `docker volume update`.
   * `PUT /volumes/{name}` · since API v1.42
   * @throws NotFoundError · UnavailableError outside a swarm
   */
  async update(
    name: string,
    body: Body<V, "VolumeUpdate">,
    options: Options<V, "VolumeUpdate">,
    call?: CallOptions,
  ): Promise<void> {
    await this.#client.call("VolumeUpdate", { path: { name }, body, options }, call);
  }

  /**
   * Removes a volume that no container uses. Like `docker volume rm`.
   * `DELETE /volumes/{name}`
   * @throws NotFoundError · ConflictError when it is in use
   */
  async remove(name: string, options?: Options<V, "VolumeDelete">, call?: CallOptions): Promise<void> {
    await this.#client.call("VolumeDelete", { path: { name }, options }, call);
  }

  /**
   * Removes volumes that no container uses: before API v1.42 all of them, since then those without a name unless `all` is asked for.
   * Like `docker volume prune`.
   * `POST /volumes/prune`
   */
  prune(options?: Options<V, "VolumePrune">, call?: CallOptions): Promise<Result<V, "VolumePrune">> {
    return this.#client.call("VolumePrune", { options, kind: "open-ended" }, call);
  }
}
