import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { opener } from "../client/open-stream.js";
import { JsonStream } from "../streams/json-stream.js";
import { type OrResumable, splitResume } from "../streams/resume-options.js";
import { type EnginePing, enginePing } from "./engine-ping.js";
import { resumingEvents } from "./resuming-events.js";

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
   * The same with HEAD, which has no body to answer with. Engines know it since API 1.40; some proxies let only GET through.
   * `HEAD /_ping`
   * @throws ConnectionError
   */
  async pingHead(call?: CallOptions): Promise<EnginePing> {
    return enginePing(await this.#client.head("SystemPingHead", {}, call));
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
   * With `resume` it outlives broken connections and restarts of the engine, gives each event once, and tells of a time
   * from which some may be missing: an engine remembers its last 256 events, and none across its own restart.
   * `GET /events`
   * @example for await (const { Action, Actor } of docker.system.events({ filters: { type: ["container"] } })) console.log(Action, Actor.ID);
   */
  events(
    options?: OrResumable<Options<V, "SystemEvents">>,
    call?: CallOptions,
  ): JsonStream<Result<V, "SystemEvents">> {
    return new JsonStream(async (closed) => {
      const { asked, resume } = splitResume<Options<V, "SystemEvents">>(options);
      const open = resume
        ? resumingEvents(this.#client, asked, resume, call)
        : opener(this.#client, "SystemEvents", { options: asked }, call);
      return open(closed);
    });
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
   * @throws UnauthorizedError or ServerError when the registry refuses them: engines answer 500 for one with basic login
   */
  auth(body: Body<V, "SystemAuth">, call?: CallOptions): Promise<Result<V, "SystemAuth">> {
    return this.#client.call("SystemAuth", { body }, call);
  }
}
