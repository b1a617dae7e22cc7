import type { ContainerCreateBody, HostConfig } from "../../generated/schema.js";
import type { AnyVersion, Body, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { NotFoundError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import { LogStream } from "../streams/log-stream.js";
import { armWait } from "./arm-wait.js";
import { collectOutput, type OutputOptions, type OutputTexts } from "./collect-output.js";
import { type Env, envList } from "./env-list.js";

export interface RunOptions extends OutputOptions {
  /** A name for the container. Default: one the engine makes up. */
  readonly name?: string;
  /** Variables, `{ KEY: "value" }` or `["KEY=value"]`. */
  readonly env?: Env;
  /** `user`, `uid`, `user:group` or `uid:gid`. */
  readonly user?: string;
  /** The folder the command runs in. */
  readonly workingDir?: string;
  /** In place of the image's entrypoint. */
  readonly entrypoint?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Limits, mounts, networks and the like, as the API spells them. `AutoRemove` is ours: the container is always removed. */
  readonly hostConfig?: HostConfig;
  /** What the image must be made for, such as `linux/arm64`. */
  readonly platform?: string;
}

export interface RunResult extends OutputTexts {
  /** The container's exit code; 128 + n where signal n ended it. */
  readonly exitCode: number;
}

/**
 * Runs a command in a new container, waits for its end and removes the container, whatever happens: an abort of the call's
 * signal kills it first, and so does its `timeout`, which counts from the container's creation. Like `docker run --rm`. The
 * image must be here; a missing one is a NotFoundError.
 */
export async function run<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  command: readonly string[] | undefined,
  options: RunOptions = {},
  call: CallOptions = {},
): Promise<RunResult> {
  const { signal } = call;
  // What may take long before there is a container can be aborted, the create itself cannot.
  await client.minorVersion(call);
  signal?.throwIfAborted();
  const id = await create(client, image, command, options, call);
  const open: { cancel(): void }[] = [];
  let finished = false;
  try {
    signal?.throwIfAborted();
    // Both before the start: a container can have said all and be gone sooner than one can ask for it.
    const wait = await armWait(client, id, call);
    open.push(wait);
    const source = await attach(client, id, call);
    open.push(source);
    await client.call("ContainerStart", { path: { id } }, call);
    const logs = new LogStream(async () => ({ source, multiplexed: true })); // it has no TTY
    const output = await collectOutput(logs, options, signal);
    const exitCode = await wait.exitCode();
    finished = true;
    return { exitCode, ...output };
  } finally {
    for (const answer of open) answer.cancel();
    await remove(client, id, finished, call);
  }
}

/**
 * Without the caller's signal and time: a create that is given up could leave a container behind whose id nobody has
 * been told.
 */
async function create<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  command: readonly string[] | undefined,
  options: RunOptions,
  { headers, retry }: CallOptions,
): Promise<string> {
  const { name, platform, env, user, workingDir, entrypoint, labels, hostConfig } = options;
  const body: ContainerCreateBody = {
    Image: image,
    ...(command && { Cmd: [...command] }),
    ...(env && { Env: envList(env) }),
    ...(user !== undefined && { User: user }),
    ...(workingDir !== undefined && { WorkingDir: workingDir }),
    ...(entrypoint && { Entrypoint: [...entrypoint] }),
    ...(labels && { Labels: { ...labels } }),
    HostConfig: { ...hostConfig, AutoRemove: false },
  };
  const created = await client.call(
    "ContainerCreate",
    // An action is typed with the newest version; what the one in use lacks is refused before the request.
    {
      body: body as Body<V, "ContainerCreate">,
      options: { name, platform } as Options<V, "ContainerCreate">,
    },
    { headers, retry },
  );
  return (created as { Id: string }).Id; // so in every version
}

/**
 * The container's output. Not its logs: a log driver may keep none, and engine 20.10 loses the last line of a log that
 * it follows when no newline ends that line.
 */
async function attach<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<ByteSource> {
  const options = { stream: true, stdout: true, stderr: true } as Options<V, "ContainerAttach">; // the same options in every version
  return (await client.open("ContainerAttach", { path: { id }, options }, call)).source;
}

/** Kills the container where it runs, and removes it with its anonymous volumes. */
async function remove<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  finished: boolean,
  { headers }: CallOptions,
): Promise<void> {
  try {
    const options = { force: true, volumes: true } as Options<V, "ContainerDelete">; // the same options in every version
    await client.call("ContainerDelete", { path: { id }, options }, { headers, timeout: 30_000 });
  } catch (error) {
    if (error instanceof NotFoundError) return;
    if (finished) throw error;
    // The run has failed already, and that error must reach the caller; this one must not get lost either.
    process.emitWarning(`The container ${id} of a failed run could not be removed: ${String(error)}`, {
      code: "DOCKER_CONTAINER_LEFT",
    });
  }
}
