import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";

/** The swarm that the engine is part of. */
export class Swarm<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Tells about the swarm, join tokens included. Asked of a manager.
   * `GET /swarm`
   * @throws UnavailableError when the engine is no manager
   */
  inspect(call?: CallOptions): Promise<Result<V, "SwarmInspect">> {
    return this.#client.call("SwarmInspect", {}, call);
  }

  /**
   * Makes the engine the first manager of a new swarm and gives its node id. Like `docker swarm init`.
   * `POST /swarm/init`
   * @throws UnavailableError when it is in a swarm already
   */
  init(body: Body<V, "SwarmInit">, call?: CallOptions): Promise<Result<V, "SwarmInit">> {
    return this.#client.call("SwarmInit", { body }, call);
  }

  /**
   * Makes the engine a node of a swarm. Like `docker swarm join`.
   * `POST /swarm/join`
   * @throws UnavailableError when it is in a swarm already
   */
  async join(body: Body<V, "SwarmJoin">, call?: CallOptions): Promise<void> {
    await this.#client.call("SwarmJoin", { body }, call);
  }

  /**
   * Takes the engine out of its swarm; a manager only with `force`. Like `docker swarm leave`.
   * `POST /swarm/leave`
   * @throws UnavailableError when it is in no swarm, or a manager and not forced
   */
  async leave(options?: Options<V, "SwarmLeave">, call?: CallOptions): Promise<void> {
    await this.#client.call("SwarmLeave", { options }, call);
  }

  /**
   * Changes the swarm's settings: all of its spec. Like `docker swarm update`, and `docker swarm join-token --rotate`.
   * `POST /swarm/update`
   * @throws BadRequestError when somebody else has changed it meanwhile
   */
  async update(
    body: Body<V, "SwarmUpdate">,
    options: Options<V, "SwarmUpdate">,
    call?: CallOptions,
  ): Promise<void> {
    await this.#client.call("SwarmUpdate", { body, options }, call);
  }

  /**
   * Gives the key that unlocks managers after a restart. Like `docker swarm unlock-key`.
   * `GET /swarm/unlockkey`
   */
  unlockKey(call?: CallOptions): Promise<Result<V, "SwarmUnlockkey">> {
    return this.#client.call("SwarmUnlockkey", {}, call);
  }

  /**
   * Unlocks a manager after its restart. Like `docker swarm unlock`.
   * `POST /swarm/unlock`
   */
  async unlock(body: Body<V, "SwarmUnlock">, call?: CallOptions): Promise<void> {
    await this.#client.call("SwarmUnlock", { body }, call);
  }
}
