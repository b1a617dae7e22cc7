import { setTimeout as sleep } from "node:timers/promises";
import { packFiles } from "../../archive/pack-files.js";
import type { AnyVersion, Options } from "../../client/api-version.js";
import type { CallOptions } from "../../client/call-options.js";
import type { EngineClient } from "../../client/client.js";
import { Containers } from "../../resources/containers.js";
import { LogStream } from "../../streams/log-stream.js";
import { type ArmedWait, armWait } from "../arm-wait.js";
import { createWithImage } from "../create-with-image.js";
import { attachContainer } from "../created-container.js";
import { LoopContainer } from "./container.js";
import { removeLoopContainer } from "./remove-container.js";
import type { LoopSpec } from "./spec.js";

/**
 * Makes a container, puts the program into it and starts it. What has been made is removed where a step fails or the call's
 * signal aborts; once it runs, the signal means nothing to it any more.
 */
export async function startLoopContainer<V extends AnyVersion>(
  client: EngineClient<V>,
  spec: LoopSpec,
  call: CallOptions & { readonly signal: AbortSignal },
): Promise<LoopContainer> {
  const { signal } = call;
  const id = await createWithImage(client, spec.image, spec.body, spec.create, call);
  const life = new AbortController();
  const onAbort = () => life.abort(signal.reason);
  signal.addEventListener("abort", onAbort);
  const open: { cancel(): void }[] = [];
  try {
    signal.throwIfAborted();
    if (spec.files) {
      const options = { path: spec.files.folder } as Options<V, "PutContainerArchive">; // the same in every version
      await new Containers(client).putArchive(id, packFiles(spec.files.content), options, call);
    }
    // They outlast the call, and so does what they are called with: no deadline, and a signal of their own.
    const lasting = { ...call, signal: life.signal, timeout: undefined };
    const wait = await armWait(client, id, lasting);
    open.push(wait);
    const { source, stdin } = await attachContainer(client, id, { input: true }, lasting);
    open.push(source);
    await client.call("ContainerStart", { path: { id } }, call);
    if (stdin === undefined) throw new Error("a connection with input was asked for and came without");
    return new LoopContainer(id, {
      image: spec.image,
      output: new LogStream(async () => ({ source, multiplexed: true })),
      stdin,
      maxLineBytes: spec.maxLineBytes,
      exitCode: () => exitCode(wait),
      async remove(strict) {
        try {
          await removeLoopContainer(client, id, strict, call);
        } finally {
          for (const answer of open) answer.cancel();
        }
      },
    });
  } catch (error) {
    await removeLoopContainer(client, id, false, call);
    for (const answer of open) answer.cancel();
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/** The output may end long before the process does, or the wait be broken: nobody waits for that. */
async function exitCode(wait: ArmedWait): Promise<number | undefined> {
  const late = new AbortController();
  try {
    const told = wait.exitCode().catch(() => undefined); // what is told of the end is the end itself
    return await Promise.race([told, sleep(longestAfterlife, undefined, { signal: late.signal })]);
  } finally {
    late.abort();
  }
}

/** Milliseconds. */
const longestAfterlife = 5_000;
