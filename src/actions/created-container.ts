import type { Writable } from "node:stream";
import type { ContainerCreateBody } from "../../generated/schema.js";
import type { AnyVersion, Body, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ConflictError, NotFoundError, ServerError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import type { TerminalSize } from "../streams/duplex-stream.js";

/**
 * Without the caller's signal and time: a create that is given up could leave a container behind whose id nobody has
 * been told. An abort that has come meanwhile counts where there is no container.
 */
export async function createContainer<V extends AnyVersion>(
  client: EngineClient<V>,
  body: ContainerCreateBody,
  { name, platform }: { readonly name?: string | undefined; readonly platform?: string | undefined },
  { signal, headers, retry }: CallOptions,
): Promise<string> {
  signal?.throwIfAborted();
  try {
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
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}

export interface Attached {
  readonly source: ByteSource;
  /** Where input was asked for. */
  readonly stdin: Writable | undefined;
}

/**
 * The container's output, and the way to its input. Not its logs: a log driver may keep none, and engine 20.10 loses the last line
 * of a log that it follows when no newline ends that line.
 */
export async function attachContainer<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  { input }: { readonly input: boolean },
  call: CallOptions,
): Promise<Attached> {
  const streams = { stream: true, stdout: true, stderr: true, ...(input && { stdin: true }) };
  const said = { path: { id }, options: streams as Options<V, "ContainerAttach"> }; // the same options in every version
  // Who only listens needs no connection of their own, which a fetch of the caller's could not give.
  if (!input) return { ...(await client.open("ContainerAttach", said, call)), stdin: undefined };
  return (await client.hijack("ContainerAttach", said, call)).hijacked;
}

/** Tells a container's TTY its size, where it still runs. */
export async function resizeTerminal<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  size: TerminalSize,
  call: CallOptions,
): Promise<void> {
  try {
    const options = { height: size.height, width: size.width } as Options<V, "ContainerResize">; // the same options in every version
    await client.call("ContainerResize", { path: { id }, options }, call);
  } catch (error) {
    // Which of the two says that it is over already depends on how far its end has come.
    if (!(error instanceof ConflictError || error instanceof ServerError)) throw error;
  }
}

/** Whether the kernel killed something in the container for want of memory. Not known of one that somebody else has removed. */
export async function ranOutOfMemory<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<boolean> {
  try {
    const { State } = (await client.call("ContainerInspect", { path: { id } }, call)) as {
      State?: { OOMKilled?: boolean };
    }; // the same names in every version
    return State?.OOMKilled === true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

/**
 * Kills the container where it runs, and removes it with its anonymous volumes.
 *
 * @param finished whether there is no other error that the caller will have
 */
export async function removeContainer<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  finished: boolean,
  { headers }: CallOptions,
): Promise<void> {
  try {
    const options = { force: true, volumes: true } as Options<V, "ContainerDelete">; // the same options in every version
    // To remove it twice is to remove it once, and so it may be tried again.
    const call = { headers, timeout: 30_000, retry: { anyMethod: true } };
    await client.call("ContainerDelete", { path: { id }, options }, call);
  } catch (error) {
    // With force nothing is in its way but that somebody else removes it at this moment.
    if (error instanceof NotFoundError || error instanceof ConflictError) return;
    if (finished) throw error;
    // The run has failed already, and that error must reach the caller; this one must not get lost either.
    process.emitWarning(`The container ${id} of a failed run could not be removed: ${String(error)}`, {
      code: "DOCKER_CONTAINER_LEFT",
    });
  }
}
