import type { TarSource } from "../../generated/schema.js";
import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { opener } from "../client/open-stream.js";
import {
  type PluginResult,
  type PushResult,
  pluginProgress,
  pushProgress,
} from "../streams/image-progress.js";
import { Job } from "../streams/job.js";
import type { ProgressStep } from "../streams/progress.js";
import { registryAuthOf } from "./registry-headers.js";

/** Managed plugins. `name` is the local name, `latest` where it has no tag. */
export class Plugins<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the plugins. Like `docker plugin ls`.
   * `GET /plugins`
   */
  list(options?: Options<V, "PluginList">, call?: CallOptions): Promise<Result<V, "PluginList">> {
    return this.#client.call("PluginList", { options }, call);
  }

  /**
   * Tells what a plugin in a registry wants to be allowed. What is granted is given to `install`.
   * `GET /plugins/privileges`
   */
  async privileges(remote: string, call?: CallOptions): Promise<Result<V, "GetPluginPrivileges">> {
    const options = { remote } as Options<V, "GetPluginPrivileges">; // the same name in every version
    return this.#client.call(
      "GetPluginPrivileges",
      { options, headers: await registryAuthOf(this.#client, remote, call, "remote") },
      call,
    );
  }

  /**
   * Installs a plugin from a registry, with exactly the privileges that it wants; it is not enabled yet. Like
   * `docker plugin install --disable`.
   * `POST /plugins/pull`
   * @throws ProgressError
   */
  install(
    privileges: Body<V, "PluginPull">,
    options: Options<V, "PluginPull"> & { remote: string },
    call?: CallOptions,
  ): Job<ProgressStep, PluginResult> {
    const open = opener(
      this.#client,
      "PluginPull",
      async (during) => ({
        body: privileges,
        options,
        headers: await registryAuthOf(this.#client, options.remote, during, "remote"),
      }),
      call,
    );
    return new Job(open, pluginProgress());
  }

  /**
   * Tells all about a plugin. Like `docker plugin inspect`.
   * `GET /plugins/{name}/json`
   * @throws NotFoundError
   */
  inspect(name: string, call?: CallOptions): Promise<Result<V, "PluginInspect">> {
    return this.#client.call("PluginInspect", { path: { name } }, call);
  }

  /**
   * Removes a plugin that is disabled; with `force` any. Like `docker plugin rm`.
   * `DELETE /plugins/{name}`
   * @throws NotFoundError
   */
  async remove(name: string, options?: Options<V, "PluginDelete">, call?: CallOptions): Promise<void> {
    await this.#client.call("PluginDelete", { path: { name }, options }, call);
  }

  /**
   * Enables a plugin. Like `docker plugin enable`.
   * `POST /plugins/{name}/enable`
   * @throws NotFoundError
   */
  async enable(
    name: string,
    options?: Partial<Options<V, "PluginEnable">>,
    call?: CallOptions,
  ): Promise<void> {
    // Engines refuse a call that does not say how long to wait.
    const { timeout = 0 } = (options ?? {}) as { timeout?: number }; // the same name in every version
    const said = { ...options, timeout } as Options<V, "PluginEnable">; // so here, too
    await this.#client.call("PluginEnable", { path: { name }, options: said }, call);
  }

  /**
   * Disables a plugin. Like `docker plugin disable`.
   * `POST /plugins/{name}/disable`
   * @throws NotFoundError
   */
  async disable(name: string, options?: Options<V, "PluginDisable">, call?: CallOptions): Promise<void> {
    await this.#client.call("PluginDisable", { path: { name }, options }, call);
  }

  /**
   * Replaces a disabled plugin by another version from a registry. Like `docker plugin upgrade`.
   * `POST /plugins/{name}/upgrade`
   * @throws NotFoundError · ProgressError
   */
  upgrade(
    name: string,
    privileges: Body<V, "PluginUpgrade">,
    options: Options<V, "PluginUpgrade"> & { remote: string },
    call?: CallOptions,
  ): Job<ProgressStep, PluginResult> {
    const open = opener(
      this.#client,
      "PluginUpgrade",
      async (during) => ({
        path: { name },
        body: privileges,
        options,
        headers: await registryAuthOf(this.#client, options.remote, during, "remote"),
      }),
      call,
    );
    return new Job(open, pluginProgress());
  }

  /**
   * Makes a plugin of a tar archive with `config.json` and `rootfs/`. Like `docker plugin create`.
   * `POST /plugins/create`
   */
  async create(tar: TarSource, options: Options<V, "PluginCreate">, call?: CallOptions): Promise<void> {
    const body = tar as Body<V, "PluginCreate">; // every version's type for a tar body
    await this.#client.call("PluginCreate", { body, options, kind: "open-ended" }, call);
  }

  /**
   * Pushes a plugin to the registry that its name begins with. Like `docker plugin push`.
   * `POST /plugins/{name}/push`
   * @throws ProgressError
   */
  push(name: string, call?: CallOptions): Job<ProgressStep, PushResult> {
    const open = opener(
      this.#client,
      "PluginPush",
      async (during) => ({
        path: { name },
        headers: await registryAuthOf(this.#client, name, during, "name"),
      }),
      call,
    );
    return new Job(open, pushProgress());
  }

  /**
   * Sets variables, devices and the like of a disabled plugin: `["DEBUG=1"]`. Like `docker plugin set`.
   * `POST /plugins/{name}/set`
   * @throws NotFoundError
   */
  async configure(name: string, settings: Body<V, "PluginSet">, call?: CallOptions): Promise<void> {
    await this.#client.call("PluginSet", { path: { name }, body: settings }, call);
  }
}
