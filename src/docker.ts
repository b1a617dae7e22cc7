import type { Diagnosis } from "./actions/diagnose.js";
import { type ExecCall, execCall } from "./actions/exec-call.js";
import type { Api } from "./client/api.js";
import type { AnyVersion, Newest } from "./client/api-version.js";
import type { CallOptions } from "./client/call-options.js";
import { EngineClient } from "./client/client.js";
import { Connection } from "./client/connection.js";
import type { DockerOptions } from "./client/options.js";
import { DockerActions } from "./docker-actions.js";
import { BuildCache } from "./resources/build-cache.js";
import { Configs } from "./resources/configs.js";
import { Containers } from "./resources/containers.js";
import { Distribution } from "./resources/distribution.js";
import { Images } from "./resources/images.js";
import { Networks } from "./resources/networks.js";
import { Nodes } from "./resources/nodes.js";
import { Plugins } from "./resources/plugins.js";
import { Secrets } from "./resources/secrets.js";
import { Services } from "./resources/services.js";
import { Session } from "./resources/session.js";
import { Swarm } from "./resources/swarm.js";
import { System } from "./resources/system.js";
import { Tasks } from "./resources/tasks.js";
import { Volumes } from "./resources/volumes.js";
import { describeEndpoint, type EndpointDescription } from "./transport/describe-endpoint.js";

/**
 * A client for one Docker engine. Making one does nothing yet: the first call finds the engine, connects, and agrees on
 * the API version. Connections are kept and reused until `close()`; they do not keep the process alive.
 * @example
 * const docker = new Docker();
 * console.log(await docker.containers.list());
 */
export class Docker<V extends AnyVersion = Newest> extends DockerActions<V> implements AsyncDisposable {
  readonly #connection: Connection;
  readonly #client: EngineClient<V>;
  readonly buildCache: BuildCache<V>;
  readonly configs: Configs<V>;
  readonly containers: Containers<V>;
  readonly distribution: Distribution<V>;
  /** Runs a command in a running container; its members are the single steps. Like `docker exec`. */
  readonly exec: ExecCall<V>;
  readonly images: Images<V>;
  readonly networks: Networks<V>;
  readonly nodes: Nodes<V>;
  readonly plugins: Plugins<V>;
  readonly secrets: Secrets<V>;
  readonly services: Services<V>;
  /** Connections for BuildKit's sessions; `build` opens its own. */
  readonly session: Session<V>;
  readonly swarm: Swarm<V>;
  readonly system: System<V>;
  readonly tasks: Tasks<V>;
  readonly volumes: Volumes<V>;

  /** @throws InvalidArgumentError when an option is wrong by itself */
  constructor(options: DockerOptions = {}) {
    const connection = new Connection(options);
    const client = new EngineClient<V>(connection);
    super(client);
    this.#connection = connection;
    this.#client = client;
    this.buildCache = new BuildCache(client);
    this.configs = new Configs(client);
    this.containers = new Containers(client);
    this.distribution = new Distribution(client);
    this.exec = execCall(client);
    this.images = new Images(client);
    this.networks = new Networks(client);
    this.nodes = new Nodes(client);
    this.plugins = new Plugins(client);
    this.secrets = new Secrets(client);
    this.services = new Services(client);
    this.session = new Session(client);
    this.swarm = new Swarm(client);
    this.system = new System(client);
    this.tasks = new Tasks(client);
    this.volumes = new Volumes(client);
  }

  /**
   * Every path of the API, typed, parameters by their names on the wire.
   * @example const { data } = await docker.api.GET("/containers/{id}/json", { params: { path: { id: "web" } } });
   */
  get api(): Api<V> {
    return this.#client.api;
  }

  /** The API version in use, such as `1.43`; the engine is asked where it is not known yet. */
  async apiVersion(call: Pick<CallOptions, "signal" | "timeout"> = {}): Promise<string> {
    return `1.${await this.#client.minorVersion(call)}`;
  }

  /** Where the engine is and how that was found. Nothing is sent. Safe to print. */
  async endpoint(): Promise<EndpointDescription> {
    return describeEndpoint(await this.#connection.endpoint());
  }

  /**
   * Finds out how the engine was chosen, whether it can be reached, its TLS and versions, the credential helpers, and what is
   * wrong, each with its remedy. It does not fail over what it finds. Holds no secrets: safe to print and to send along.
   * @throws signal.reason
   * @example for (const { what, remedy } of (await docker.diagnose()).problems) console.error(what, remedy);
   */
  async diagnose(call?: Pick<CallOptions, "signal" | "timeout">): Promise<Diagnosis> {
    const { diagnose } = await import("./actions/on-demand.js");
    return diagnose(this.#client, this.#connection, call);
  }

  /** Breaks what is under way, streams included, and closes every connection. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
