import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DuplexStream, type TerminalSize } from "../streams/duplex-stream.js";
import { isMultiplexed } from "./attached-framing.js";

/** Commands in running containers, step by step. `docker.exec()` takes all steps at once. */
export class Exec<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Prepares a command in a running container and gives it an id; `start` runs it.
   * `POST /containers/{id}/exec`
   * @throws NotFoundError · ConflictError when the container is paused or not running
   * @example const { Id } = await docker.exec.create("web", { Cmd: ["date"], AttachStdout: true });
   */
  create(
    containerId: string,
    body: Body<V, "ContainerExec">,
    call?: CallOptions,
  ): Promise<Result<V, "ContainerExec">> {
    return this.#client.call("ContainerExec", { path: { id: containerId }, body }, call);
  }

  /**
   * Runs a prepared command, once, and connects to the streams it was created with. Closing the connection does not end
   * the command; the engine has no call that does. With `detach` it runs in the background. Engines hand the connection over
   * first: that a command was started before, or its program is missing, is said in the output. Like `docker exec`.
   * `POST /exec/{id}/start`
   * @throws NotFoundError · ConflictError when the container is paused or not running
   */
  start(id: string, options: StartExecOptions & { readonly detach: true }, call?: CallOptions): Promise<void>;
  start(
    id: string,
    options?: StartExecOptions & { readonly detach?: false },
    call?: CallOptions,
  ): Promise<DuplexStream>;
  start(id: string, options: StartExecOptions = {}, call?: CallOptions): Promise<unknown> {
    return options.detach ? this.#startDetached(id, options, call) : this.#startAttached(id, options, call);
  }

  /**
   * Sets the size of a command's TTY, in characters.
   * `POST /exec/{id}/resize`
   * @throws NotFoundError · ConflictError or ServerError when it is not running
   */
  async resize(id: string, options: Options<V, "ExecResize">, call?: CallOptions): Promise<void> {
    await this.#client.call("ExecResize", { path: { id }, options }, call);
  }

  /**
   * Tells whether a command runs, and its exit code. The engine forgets a command soon after its end.
   * `GET /exec/{id}/json`
   * @throws NotFoundError
   */
  inspect(id: string, call?: CallOptions): Promise<Result<V, "ExecInspect">> {
    return this.#client.call("ExecInspect", { path: { id } }, call);
  }

  async #startDetached(id: string, options: StartExecOptions, call: CallOptions | undefined): Promise<void> {
    await this.#client.call("ExecStart", { path: { id }, body: startBody<V>(options) }, call);
  }

  async #startAttached(
    id: string,
    options: StartExecOptions,
    call: CallOptions | undefined,
  ): Promise<DuplexStream> {
    const client = this.#client;
    const isOld = (await client.minorVersion(call)) < 42;
    const answer = await client.hijack("ExecStart", { path: { id }, body: startBody<V>(options) }, call);
    const multiplexed = await isMultiplexed(answer, {
      known: isOld ? options.tty !== true : undefined,
      hasTty: async () => {
        const { ProcessConfig } = (await this.inspect(id, call)) as { ProcessConfig?: { tty?: boolean } }; // so in every version
        return ProcessConfig?.tty === true;
      },
    });
    const resize = (size: TerminalSize) =>
      this.resize(id, size as Options<V, "ExecResize">, { headers: call?.headers, retry: call?.retry }); // the same options in every version
    return new DuplexStream({ ...answer.hijacked, multiplexed, resize });
  }
}

export interface StartExecOptions {
  /** Leaves it to itself: nothing is attached, and the call ends when it has started. */
  readonly detach?: boolean;
  /** Must be as it was created. */
  readonly tty?: boolean;
  /** The first size of the TTY. Since API v1.42. */
  readonly consoleSize?: TerminalSize;
}

function startBody<V extends AnyVersion>({
  detach = false,
  tty = false,
  consoleSize: size,
}: StartExecOptions): Body<V, "ExecStart"> {
  const body = { Detach: detach, Tty: tty, ...(size && { ConsoleSize: [size.height, size.width] }) };
  return body as Body<V, "ExecStart">; // the same fields in every version, but for one that is refused where it is missing
}
