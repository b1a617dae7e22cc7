import type { TarSource } from "../../generated/schema.js";
import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { opener } from "../client/open-stream.js";
import { ByteStream } from "../streams/byte-stream.js";
import type { DuplexStream } from "../streams/duplex-stream.js";
import { JsonStream } from "../streams/json-stream.js";
import type { LogStream } from "../streams/log-stream.js";
import type { OrResumable } from "../streams/resume-options.js";
import { containerAttach } from "./container-attach.js";
import { containerAttachWebsocket } from "./container-attach-websocket.js";
import { containerLogs } from "./container-logs.js";
import { type PathStat, pathStat } from "./path-stat.js";

/** Containers. `id` is an id, the beginning of one, or a name. */
export class Containers<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the running containers, or every container with `all`. Like `docker ps`.
   * `GET /containers/json`
   */
  list(options?: Options<V, "ContainerList">, call?: CallOptions): Promise<Result<V, "ContainerList">> {
    return this.#client.call("ContainerList", { options }, call);
  }

  /**
   * Tells all about a container. Like `docker container inspect`.
   * `GET /containers/{id}/json`
   * @throws NotFoundError
   */
  inspect(
    id: string,
    options?: Options<V, "ContainerInspect">,
    call?: CallOptions,
  ): Promise<Result<V, "ContainerInspect">> {
    return this.#client.call("ContainerInspect", { path: { id }, options }, call);
  }

  /**
   * Creates a container and does not start it. Like `docker create`.
   * `POST /containers/create`
   * @throws NotFoundError when the image is not here · ConflictError when the name is taken
   * @example const { Id } = await docker.containers.create({ Image: "alpine:3", Cmd: ["date"] }, { name: "clock" });
   */
  create(
    body: Body<V, "ContainerCreate">,
    options?: Options<V, "ContainerCreate">,
    call?: CallOptions,
  ): Promise<Result<V, "ContainerCreate">> {
    return this.#client.call("ContainerCreate", { body, options }, call);
  }

  /**
   * Starts a container; does nothing if it runs already. Like `docker start`.
   * `POST /containers/{id}/start`
   * @throws NotFoundError
   */
  async start(id: string, options?: Options<V, "ContainerStart">, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerStart", { path: { id }, options }, call);
  }

  /**
   * Stops a container; does nothing if it has already stopped. Like `docker stop`. The call lasts as long as the stop
   * does: with a `timeout` option near a minute, allow the call more time too.
   * `POST /containers/{id}/stop`
   * @throws NotFoundError
   */
  async stop(id: string, options?: Options<V, "ContainerStop">, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerStop", { path: { id }, options }, call);
  }

  /**
   * Stops a container, if it runs, and starts it. Like `docker restart`.
   * `POST /containers/{id}/restart`
   * @throws NotFoundError
   */
  async restart(id: string, options?: Options<V, "ContainerRestart">, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerRestart", { path: { id }, options }, call);
  }

  /**
   * Sends a signal to a container's first process, SIGKILL by default. Like `docker kill`.
   * `POST /containers/{id}/kill`
   * @throws NotFoundError · ConflictError when it is not running
   */
  async kill(id: string, options?: Options<V, "ContainerKill">, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerKill", { path: { id }, options }, call);
  }

  /**
   * Freezes all processes of a container. Like `docker pause`.
   * `POST /containers/{id}/pause`
   * @throws NotFoundError · ConflictError when it is not running or paused already
   */
  async pause(id: string, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerPause", { path: { id } }, call);
  }

  /**
   * Lets the processes of a paused container go on. Like `docker unpause`.
   * `POST /containers/{id}/unpause`
   * @throws NotFoundError
   */
  async unpause(id: string, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerUnpause", { path: { id } }, call);
  }

  /**
   * Gives a container another name. Like `docker rename`.
   * `POST /containers/{id}/rename`
   * @throws NotFoundError · ConflictError when the name is taken
   */
  async rename(id: string, name: string, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerRename", { path: { id }, options: { name } }, call);
  }

  /**
   * Changes limits and the restart policy of a container, also while it runs. Like `docker update`.
   * `POST /containers/{id}/update`
   * @throws NotFoundError
   */
  update(
    id: string,
    body: Body<V, "ContainerUpdate">,
    call?: CallOptions,
  ): Promise<Result<V, "ContainerUpdate">> {
    return this.#client.call("ContainerUpdate", { path: { id }, body }, call);
  }

  /**
   * Removes a container; with `force` also one that runs. Like `docker rm`.
   * `DELETE /containers/{id}`
   * @throws NotFoundError · ConflictError when it runs and is not forced
   */
  async remove(id: string, options?: Options<V, "ContainerDelete">, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerDelete", { path: { id }, options }, call);
  }

  /**
   * Removes all stopped containers that match. Like `docker container prune`.
   * `POST /containers/prune`
   */
  prune(options?: Options<V, "ContainerPrune">, call?: CallOptions): Promise<Result<V, "ContainerPrune">> {
    return this.#client.call("ContainerPrune", { options, kind: "open-ended" }, call);
  }

  /**
   * Sets the size of a container's TTY, in characters.
   * `POST /containers/{id}/resize`
   * @throws NotFoundError · ConflictError or ServerError when it is not running
   */
  async resize(id: string, options: Options<V, "ContainerResize">, call?: CallOptions): Promise<void> {
    await this.#client.call("ContainerResize", { path: { id }, options }, call);
  }

  /**
   * Lists the processes in a container. Like `docker top`.
   * `GET /containers/{id}/top`
   * @throws NotFoundError · ConflictError when it is not running
   */
  top(
    id: string,
    options?: Options<V, "ContainerTop">,
    call?: CallOptions,
  ): Promise<Result<V, "ContainerTop">> {
    return this.#client.call("ContainerTop", { path: { id }, options }, call);
  }

  /**
   * Tells what a container uses, about once a second until the loop is left; with `stream: false` once. Like `docker stats`.
   * `GET /containers/{id}/stats`
   * @throws NotFoundError
   * @example for await (const { memory_stats } of docker.containers.stats("web")) console.log(memory_stats.usage);
   */
  stats(
    id: string,
    options?: Options<V, "ContainerStats">,
    call?: CallOptions,
  ): JsonStream<Result<V, "ContainerStats">> {
    return new JsonStream(opener(this.#client, "ContainerStats", { path: { id }, options }, call));
  }

  /**
   * Reads a container's output: iterate for chunks, or call `.lines()` or `.text()`. Both stdout and stderr, unless one of
   * them is asked for by name. Like `docker logs`. Engine 20.10 keeps a last line without a newline to itself while it is
   * followed, and ends the log of a container that ends, whether or not all of it has been read. With `resume` it outlives
   * broken connections, restarts of the engine and, while it is followed, of the container; each line comes once.
   * `GET /containers/{id}/logs`
   * @throws NotFoundError with the first step
   * @example for await (const { stream, text } of docker.containers.logs("web", { follow: true }).lines()) console.log(stream, text);
   */
  logs(id: string, options?: OrResumable<Options<V, "ContainerLogs">>, call?: CallOptions): LogStream {
    return containerLogs(this.#client, id, options, call);
  }

  /**
   * Connects to the streams of a container's first process. `output` is read like logs, `stdin.end()` is the end of the
   * input, closing leaves the process alone. From now on, with both outputs, unless the options say otherwise. Like `docker attach`.
   * `POST /containers/{id}/attach`
   * @throws NotFoundError · ConflictError when it is paused or restarting
   * @example await using shell = await docker.containers.attach("web", { stdin: true });
   */
  attach(id: string, options?: Options<V, "ContainerAttach">, call?: CallOptions): Promise<DuplexStream> {
    return containerAttach(this.#client, id, options, call);
  }

  /**
   * The same over a WebSocket, for what lies between here and the engine and lets only these through. The output is one
   * stream: nobody can tell stdout from stderr. Before API 1.42 stdin and both outputs are always there.
   * `GET /containers/{id}/attach/ws`
   * @throws NotFoundError · ConflictError when it is paused or restarting
   */
  attachWebsocket(
    id: string,
    options?: Options<V, "ContainerAttachWebsocket">,
    call?: CallOptions,
  ): Promise<DuplexStream> {
    return containerAttachWebsocket(this.#client, id, options, call);
  }

  /**
   * Waits until a container stops, or as `condition` says. Has no deadline of its own: give a `signal` or `timeout`. Like
   * `docker wait`.
   * `POST /containers/{id}/wait`
   * @throws NotFoundError
   */
  wait(
    id: string,
    options?: Options<V, "ContainerWait">,
    call?: CallOptions,
  ): Promise<Result<V, "ContainerWait">> {
    return this.#client.call("ContainerWait", { path: { id }, options, kind: "open-ended" }, call);
  }

  /**
   * Lists what has changed in a container's file system; null when nothing has. Like `docker diff`.
   * `GET /containers/{id}/changes`
   * @throws NotFoundError
   */
  diff(id: string, call?: CallOptions): Promise<Result<V, "ContainerChanges">> {
    return this.#client.call("ContainerChanges", { path: { id } }, call);
  }

  /**
   * Reads a container's whole file system as a tar archive. Like `docker export`.
   * `GET /containers/{id}/export`
   * @throws NotFoundError with the first step
   */
  export(id: string, call?: CallOptions): ByteStream {
    return new ByteStream(opener(this.#client, "ContainerExport", { path: { id } }, call));
  }

  /**
   * Makes an image of a container as it is now. Like `docker commit`. `options.container` names the container; `config` overrides
   * parts of the image's configuration.
   * `POST /commit`
   * @throws NotFoundError
   */
  commit(
    options: Options<V, "ImageCommit"> & { container: string },
    config?: Body<V, "ImageCommit">,
    call?: CallOptions,
  ): Promise<Result<V, "ImageCommit">> {
    return this.#client.call("ImageCommit", { options, body: config, kind: "open-ended" }, call);
  }

  /**
   * Tells about a file or folder in a container: size, mode, time, link target.
   * `HEAD /containers/{id}/archive`
   * @throws NotFoundError when there is no such container or path
   */
  async statArchive(
    id: string,
    options: Options<V, "ContainerArchiveInfo">,
    call?: CallOptions,
  ): Promise<PathStat> {
    return pathStat(await this.#client.head("ContainerArchiveInfo", { path: { id }, options }, call));
  }

  /**
   * Reads a file or folder of a container as a tar archive. Like `docker cp CONTAINER:PATH -`.
   * `GET /containers/{id}/archive`
   * @throws NotFoundError with the first step when there is no such container or path
   */
  getArchive(id: string, options: Options<V, "ContainerArchive">, call?: CallOptions): ByteStream {
    return new ByteStream(opener(this.#client, "ContainerArchive", { path: { id }, options }, call));
  }

  /**
   * Unpacks a tar archive into a folder of a container. Like `docker cp - CONTAINER:PATH`. A stream is sent as it is read.
   * `PUT /containers/{id}/archive`
   * @throws NotFoundError when there is no such container or folder · ForbiddenError when it is read-only
   */
  async putArchive(
    id: string,
    tar: TarSource,
    options: Options<V, "PutContainerArchive">,
    call?: CallOptions,
  ): Promise<void> {
    const body = tar as Body<V, "PutContainerArchive">; // every version's type for a tar body
    await this.#client.call("PutContainerArchive", { path: { id }, body, options, kind: "open-ended" }, call);
  }
}
