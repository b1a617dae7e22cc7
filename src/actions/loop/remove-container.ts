import type { AnyVersion, Options } from "../../client/api-version.js";
import type { CallOptions } from "../../client/call-options.js";
import type { EngineClient } from "../../client/client.js";
import { ConflictError, NotFoundError } from "../../errors.js";

/**
 * Kills and removes a container that the engine may be about to remove by itself, and resolves when it is gone.
 *
 * @param strict whether a failure is thrown; else it is a warning of the process, as somebody has another error to tell
 */
export async function removeLoopContainer<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  strict: boolean,
  { headers }: CallOptions,
): Promise<void> {
  try {
    await remove(client, id, { headers });
  } catch (error) {
    if (error instanceof NotFoundError) return;
    if (strict) throw error;
    process.emitWarning(`The container ${id} of a script could not be removed: ${String(error)}`, {
      code: "DOCKER_CONTAINER_LEFT",
    });
  }
}

async function remove<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  { headers }: CallOptions,
): Promise<void> {
  try {
    const options = { force: true, volumes: true } as Options<V, "ContainerDelete">; // the same options in every version
    // To remove it twice is to remove it once, and so it may be tried again.
    const call = { headers, timeout: 30_000, retry: { anyMethod: true } };
    await client.call("ContainerDelete", { path: { id }, options }, call);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    // With force nothing is in its way but that the engine is at it: it has ended, and is to be removed then.
    const options = { condition: "removed" } as Options<V, "ContainerWait">; // the same word in every version
    await client.call("ContainerWait", { path: { id }, options }, { headers, timeout: 30_000 });
  }
}
