import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DockerError } from "../errors.js";
import { type Look, watchContainer } from "./container-watch.js";
import { hasEnded, isRunning, stateInWords, stillComing } from "./container-watch-end.js";
import { withinDeadline } from "./wait-for-deadline.js";

export interface Exited {
  /** 128 + n where signal n ended it. */
  readonly exitCode: number;
}

/** A container that has ended and is not started again by its policy does not run, whoever may start it later. */
export async function waitForRunning<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  call: CallOptions,
): Promise<void> {
  await firstOf(client, container, "running", call, (look) =>
    isRunning(stillComing(look, container, "it ran").State) ? true : undefined,
  );
}

/** The end that has been, else the next one, also when the engine starts it again. Also of a container that is removed with its end. */
export async function waitForExit<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  call: CallOptions,
): Promise<Exited> {
  return firstOf(client, container, "ended", call, ({ container: now, exitCode }) => {
    if (exitCode !== undefined) return { exitCode };
    if (now === undefined) throw endUnknown(container);
    return hasEnded(now.State) ? { exitCode: now.State.ExitCode } : undefined;
  });
}

export async function waitForRemoval<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  call: CallOptions,
): Promise<void> {
  await firstOf(client, container, "removed", call, ({ container: now }) => now === undefined || undefined);
}

/** What `judge` finds in the first look in which it finds something. */
async function firstOf<V extends AnyVersion, T>(
  client: EngineClient<V>,
  container: string,
  awaited: string,
  call: CallOptions,
  judge: (look: Look) => T | undefined,
): Promise<T> {
  let last: Look | undefined;
  const late = (milliseconds: number) =>
    `Container ${container} was not ${awaited} within ${milliseconds} ms; last seen: ${last ? stateInWords(last) : "nothing"}.`;
  return withinDeadline(call, late, async (during) => {
    for await (const look of watchContainer(client, container, during)) {
      last = look;
      const found = judge(look);
      if (found !== undefined) return found;
    }
    throw new Error("a watch ended and its last look was no end");
  });
}

function endUnknown(container: string): DockerError {
  return new DockerError(
    `Container ${container} was removed, and the engine does not tell its exit code: it never ran, or its end was too long ago.`,
    { code: "CONTAINER_REMOVED" },
  );
}
