import { type BuildOptions, type BuildSource, build } from "./actions/build.js";
import { type CopiedFrom, type CopyFromOptions, copyFrom } from "./actions/copy-from.js";
import { type CopyToOptions, copyTo } from "./actions/copy-to.js";
import { type DeployOptions, deploy } from "./actions/deploy.js";
import type { DeploySpec } from "./actions/deploy-spec.js";
import type { Deployment } from "./actions/deployment.js";
import { type EnsuredImage, type EnsureImageOptions, ensureImage } from "./actions/ensure-image.js";
import { type ExecCall, execCall } from "./actions/exec-call.js";
import { type RunOptions, type RunResult, run } from "./actions/run.js";
import type { Files } from "./archive/pack-files.js";
import type { Api } from "./client/api.js";
import type { AnyVersion, Newest } from "./client/api-version.js";
import type { CallOptions } from "./client/call-options.js";
import { EngineClient } from "./client/client.js";
import { Connection } from "./client/connection.js";
import type { DockerOptions } from "./client/options.js";
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
import type { BuildEvent } from "./streams/build-event.js";
import type { BuildResult } from "./streams/build-progress.js";
import type { Job } from "./streams/job.js";
import { describeEndpoint, type EndpointDescription } from "./transport/describe-endpoint.js";

/**
 * A client for one Docker engine. Making one does nothing yet: the first call finds the engine, connects, and agrees on
 * the API version. Connections are kept and reused until `close()`; they do not keep the process alive.
 * @example
 * const docker = new Docker();
 * console.log(await docker.containers.list());
 */
export class Docker<V extends AnyVersion = Newest> implements AsyncDisposable {
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
    this.#connection = new Connection(options);
    this.#client = new EngineClient<V>(this.#connection);
    this.buildCache = new BuildCache(this.#client);
    this.configs = new Configs(this.#client);
    this.containers = new Containers(this.#client);
    this.distribution = new Distribution(this.#client);
    this.exec = execCall(this.#client);
    this.images = new Images(this.#client);
    this.networks = new Networks(this.#client);
    this.nodes = new Nodes(this.#client);
    this.plugins = new Plugins(this.#client);
    this.secrets = new Secrets(this.#client);
    this.services = new Services(this.#client);
    this.session = new Session(this.#client);
    this.swarm = new Swarm(this.#client);
    this.system = new System(this.#client);
    this.tasks = new Tasks(this.#client);
    this.volumes = new Volumes(this.#client);
  }

  /**
   * Every path of the API, typed, parameters by their names on the wire.
   * @example const { data } = await docker.api.GET("/containers/{id}/json", { params: { path: { id: "web" } } });
   */
  get api(): Api<V> {
    return this.#client.api;
  }

  /**
   * Runs a command in a new container, waits for its end and removes it; pulls the image where it is missing. Like
   * `docker run --rm`.
   * @throws NotFoundError when the image is nowhere · TimeoutError · DockerError with `OUTPUT_LIMIT` or `PROCESS_SIGNAL`
   * @example const { stdout, exitCode } = await docker.run("alpine:3", ["uname", "-a"]);
   */
  run(
    image: string,
    command?: readonly string[],
    options?: RunOptions,
    call?: CallOptions,
  ): Promise<RunResult> {
    return run(this.#client, image, command, options, call);
  }

  /**
   * Sees to it that an image is here, and pulls it only where it is missing. Like `docker pull`.
   * @throws NotFoundError or ServerError, as the engine passes on the registry's answer · ProgressError for what goes wrong later
   * @example const { id, pulled } = await docker.ensureImage("alpine:3");
   */
  ensureImage(image: string, options?: EnsureImageOptions, call?: CallOptions): Promise<EnsuredImage> {
    return ensureImage(this.#client, image, options, call);
  }

  /**
   * Builds an image of a folder, a tar archive, or the text of a Dockerfile. Await it for the id, iterate over it for what
   * the builder does. Like `docker build`, by the classic builder unless `buildkit` is set.
   * @throws BuildError with the step and its last lines
   * @example const { id } = await docker.build("./app", { tag: "app:1" });
   * @example await docker.build("./app", { buildkit: true, secrets: { npm_token: { env: "NPM_TOKEN" } } });
   * @example await docker.build({ dockerfile: "FROM alpine:3\nCOPY . /app", files: { "a.txt": "text" } });
   */
  build(source: BuildSource, options?: BuildOptions, call?: CallOptions): Job<BuildEvent, BuildResult> {
    return build(this.#client, source, options, call);
  }

  /**
   * Copies a file or folder of this machine into a container. Like `docker cp`: into a folder that is there, under its own
   * name; the content of a folder where the source ends with `/.`; else under the name that the target says. Files can be
   * given as values too: they go into the target, a folder, which is made where it is missing.
   * @throws NotFoundError
   * @example await docker.copyTo("web", "./site/.", "/usr/share/nginx/html");
   * @example await docker.copyTo("web", { "conf.d/app.conf": "text" }, "/etc/nginx");
   */
  copyTo(
    container: string,
    source: string | Files,
    target: string,
    options?: CopyToOptions,
    call?: CallOptions,
  ): Promise<void> {
    return copyTo(this.#client, container, source, target, options, call);
  }

  /**
   * Copies a file or folder out of a container, by the same rule. Nothing is written outside the target, and links that
   * lead out of what is copied are left out: the result names them. Folders above the target are made.
   * @throws NotFoundError
   * @example const { path, skipped } = await docker.copyFrom("web", "/etc/nginx", "./conf");
   */
  copyFrom(
    container: string,
    path: string,
    target: string,
    options?: CopyFromOptions,
    call?: CallOptions,
  ): Promise<CopiedFrom> {
    return copyFrom(this.#client, container, path, target, options, call);
  }

  /**
   * Creates a service, or updates the one of its name, and watches until it has converged: as many tasks of the new spec run
   * as are wanted, on nodes that are ready. Await it for the end, iterate over it for progress. The spec is all of the
   * service. An abort, a timeout or leaving the loop ends the watching only; the swarm goes on. Like `docker service create`
   * and `docker service update`, on a manager.
   * @throws DeployError when it was rolled back, paused, has failed, or somebody else changed the service · TimeoutError
   * @example const { tasks } = await docker.deploy({ Name: "web", TaskTemplate: { ContainerSpec: { Image: "web:2" } } }, {}, { timeout: 60_000 });
   * @example for await (const event of docker.deploy(spec)) if (event.kind === "progress") console.log(event.running, event.desired);
   */
  deploy(spec: DeploySpec, options?: DeployOptions, call?: CallOptions): Deployment {
    return deploy(this.#client, spec, options, call);
  }

  /** The API version in use, such as `1.43`; the engine is asked where it is not known yet. */
  async apiVersion(call: Pick<CallOptions, "signal" | "timeout"> = {}): Promise<string> {
    return `1.${await this.#client.minorVersion(call)}`;
  }

  /** Where the engine is and how that was found. Nothing is sent. Safe to print. */
  async endpoint(): Promise<EndpointDescription> {
    return describeEndpoint(await this.#connection.endpoint());
  }

  /** Breaks what is under way, streams included, and closes every connection. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
