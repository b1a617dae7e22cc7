import { type BuildOptions, type BuildSource, build } from "./actions/build.js";
import type { CopiedFrom, CopyFromOptions } from "./actions/copy-from.js";
import type { CopyToOptions } from "./actions/copy-to.js";
import { type DeployOptions, deploy } from "./actions/deploy.js";
import type { DeploySpec } from "./actions/deploy-spec.js";
import type { Deployment } from "./actions/deployment.js";
import { type EnsuredImage, type EnsureImageOptions, ensureImage } from "./actions/ensure-image.js";
import { type LoopOptions, loop, type ScriptLoop } from "./actions/loop/index.js";
import type { Pruned, PruneOptions } from "./actions/prune.js";
import type { RecreateOptions } from "./actions/recreate.js";
import type { Recreated } from "./actions/recreate-replace.js";
import { type RunOptions, type RunResult, run } from "./actions/run.js";
import type { Snapshot, SnapshotOptions } from "./actions/snapshot.js";
import type { WaitCondition, WaitedFor, WaitForOptions } from "./actions/wait-for.js";
import type { WaitHealthyOptions } from "./actions/wait-healthy.js";
import type { Files } from "./archive/pack-files.js";
import type { AnyVersion } from "./client/api-version.js";
import type { CallOptions } from "./client/call-options.js";
import type { EngineClient } from "./client/client.js";
import type { BuildEvent } from "./streams/build-event.js";
import type { BuildResult } from "./streams/build-progress.js";
import type { Job } from "./streams/job.js";

/**
 * What takes several calls: each a function of its own, bound to the client. What many programs never use is read from the
 * disk by its first call.
 */
export abstract class DockerActions<V extends AnyVersion> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
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
  async copyTo(
    container: string,
    source: string | Files,
    target: string,
    options?: CopyToOptions,
    call?: CallOptions,
  ): Promise<void> {
    const { copyTo } = await import("./actions/on-demand.js");
    return copyTo(this.#client, container, source, target, options, call);
  }

  /**
   * Copies a file or folder out of a container, by the same rule. Nothing is written outside the target, and links that
   * lead out of what is copied are left out: the result names them. Folders above the target are made.
   * @throws NotFoundError
   * @example const { path, skipped } = await docker.copyFrom("web", "/etc/nginx", "./conf");
   */
  async copyFrom(
    container: string,
    path: string,
    target: string,
    options?: CopyFromOptions,
    call?: CallOptions,
  ): Promise<CopiedFrom> {
    const { copyFrom } = await import("./actions/on-demand.js");
    return copyFrom(this.#client, container, path, target, options, call);
  }

  /**
   * Waits until a container's healthcheck passes. Nothing is polled. Has no deadline of its own: give a `signal` or `timeout`.
   * @throws NotFoundError · DockerError `CONTAINER_UNHEALTHY` with what the last check said, `NO_HEALTHCHECK`, `CONTAINER_EXITED`, `CONTAINER_REMOVED` · TimeoutError with the state last seen
   * @example await docker.waitHealthy("web", {}, { timeout: 30_000 });
   */
  async waitHealthy(container: string, options?: WaitHealthyOptions, call?: CallOptions): Promise<void> {
    const { waitHealthy } = await import("./actions/on-demand.js");
    return waitHealthy(this.#client, container, options, call);
  }

  /**
   * Waits until a container runs, is healthy, has ended, is removed, has logged a line, or listens on a port. A log is read
   * from its start. A port is looked for inside, as engines accept connections before anybody listens.
   * @throws NotFoundError · DockerError `CONTAINER_EXITED` or `CONTAINER_REMOVED` when it cannot come any more · TimeoutError
   * @example const { exitCode } = await docker.waitFor("job", "exit");
   * @example await docker.waitFor("db", { log: /ready to accept/ }, {}, { timeout: 60_000 });
   * @example await docker.waitFor("web", { port: 80 });
   */
  async waitFor<const Condition extends WaitCondition>(
    container: string,
    condition: Condition,
    options?: WaitForOptions,
    call?: CallOptions,
  ): Promise<WaitedFor<Condition>> {
    const { waitFor } = await import("./actions/on-demand.js");
    return waitFor(this.#client, container, condition, options, call);
  }

  /**
   * Makes an image of a container's files as they are now, without its volumes. Like `docker commit`.
   * @throws NotFoundError · InvalidArgumentError for a name that is none
   * @example const { id } = await docker.snapshot("web", { reference: "web:before-update", changes: ["ENV A=b"] });
   */
  async snapshot(container: string, options?: SnapshotOptions, call?: CallOptions): Promise<Snapshot> {
    const { snapshot } = await import("./actions/on-demand.js");
    return snapshot(this.#client, container, options, call);
  }

  /**
   * Replaces a container by one of the same name, configuration, networks and volumes, of a newer image or with something
   * changed. When anything fails the old one is put back.
   * @throws NotFoundError · DockerError `AUTO_REMOVE`, `CONTAINER_PAUSED`, `RECREATE_LEFT`
   * @example await docker.recreate("web", { image: "app:2", env: { MODE: "new" }, ready: (id) => docker.waitHealthy(id) });
   */
  async recreate(container: string, options?: RecreateOptions, call?: CallOptions): Promise<Recreated> {
    const { recreate } = await import("./actions/on-demand.js");
    return recreate(this.#client, container, options, call);
  }

  /**
   * Removes what nothing uses: containers, networks, images, build cache, and volumes where they are named. With `dryRun` it
   * tells what would go. Like `docker system prune`.
   * @throws InvalidArgumentError · UnsupportedVersionError for volumes without `all` before API v1.42
   * @example const { spaceReclaimed } = await docker.prune({ kinds: ["images"], all: true, filters: { until: "24h" }, dryRun: true });
   */
  async prune(options?: PruneOptions, call?: CallOptions): Promise<Pruned> {
    const { prune } = await import("./actions/on-demand.js");
    return prune(this.#client, options, call);
  }

  /**
   * Gives containers of an image in which scripts run one after the other, over the loop protocol on stdin and stdout.
   * Nothing is sent before the first run. To be closed, which removes the containers.
   * @throws InvalidArgumentError when an option is wrong
   * @example
   * await using scripts = docker.loop("python:3.12-slim", { network: "bridge" });
   * const { results, exception } = await scripts.run({ script: "demisto.results(1 + 1)" });
   */
  loop(image: string, options?: LoopOptions): ScriptLoop {
    return loop(this.#client, image, options);
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
}
