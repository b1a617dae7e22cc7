import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { opener } from "../client/open-stream.js";
import { JsonStream } from "../streams/json-stream.js";
import { type EnginePing, enginePing } from "./engine-ping.js";

/** The engine as a whole. */
export class System<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Asks whether the engine is there, and what it says of itself in passing.
   * `GET /_ping`
   * @throws ConnectionError
   */
  async ping(call?: CallOptions): Promise<EnginePing> {
    return enginePing(await this.#client.head("SystemPing", {}, call));
  }

  /**
   * Tells about the engine and its machine. Like `docker info`.
   * `GET /info`
   */
  info(call?: CallOptions): Promise<Result<V, "SystemInfo">> {
    return this.#client.call("SystemInfo", {}, call);
  }

  /**
   * Tells the versions of the engine, its parts and its API. Like `docker version`.
   * `GET /version`
   */
  version(call?: CallOptions): Promise<Result<V, "SystemVersion">> {
    return this.#client.call("SystemVersion", {}, call);
  }

  /**
   * Gives what happens as it happens; with `since` also what has happened, with `until` up to then. Like `docker events`.
   * `GET /events`
   * @example for await (const { Action, Actor } of docker.system.events({ filters: { type: ["container"] } })) console.log(Action, Actor.ID);
   */
  events(options?: Options<V, "SystemEvents">, call?: CallOptions): JsonStream<Result<V, "SystemEvents">> {
    return new JsonStream(opener(this.#client, "SystemEvents", { options }, call));
  }

  /**
   * Tells what takes up disk space. May take long on a large engine. Like `docker system df -v`.
   * `GET /system/df`
   */
  df(options?: Options<V, "SystemDataUsage">, call?: CallOptions): Promise<Result<V, "SystemDataUsage">> {
    return this.#client.call("SystemDataUsage", { options, kind: "open-ended" }, call);
  }

  /**
   * Checks credentials with a registry. Like `docker login`, but nothing is stored.
   * `POST /auth`
   * @throws UnauthorizedError when the registry refuses them; before engine 23 a ServerError
   */
  auth(body: Body<V, "SystemAuth">, call?: CallOptions): Promise<Result<V, "SystemAuth">> {
    return this.#client.call("SystemAuth", { body }, call);
  }
}
