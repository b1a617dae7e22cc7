import type { ContainerInspectResponse } from "../../generated/schema.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ApiError, DockerError, NotFoundError } from "../errors.js";

/** How far a recreation has come. */
export interface Progress {
  renamed: boolean;
  /** From the moment the engine is asked for the new container. */
  creating: boolean;
  newId: string | undefined;
  stopped: boolean;
}

/**
 * Puts the old container back after `failure`, and gives the error to reject with: the failure itself, or what says also
 * what could not be put back.
 */
export async function putBack<V extends AnyVersion>(
  client: EngineClient<V>,
  old: ContainerInspectResponse,
  aside: string,
  progress: Progress,
  failure: unknown,
  { headers }: CallOptions,
): Promise<unknown> {
  const call = { headers, timeout: 60_000 };
  const name = old.Name.slice(1);
  const left: string[] = [];
  const attempt = async (what: string, step: () => Promise<unknown>): Promise<void> => {
    await step().catch((error: unknown) => {
      left.push(`${what} (${error instanceof Error ? error.message : String(error)})`);
    });
  };
  if (progress.creating) {
    await attempt(`remove the new container ${name}`, async () => {
      const id = progress.newId ?? (await unheardOf(client, old, name, failure, call));
      if (id !== undefined) await removeByForce(client, id, call);
    });
  }
  if (progress.renamed) {
    await attempt(`rename ${aside} back to ${name}`, () => renameBack(client, old.Id, name, call));
  }
  if (progress.stopped) {
    await attempt(`start the old container ${old.Id.slice(0, 12)}`, () =>
      client.call("ContainerStart", { path: { id: old.Id } }, call),
    );
  }
  if (left.length === 0) return failure;
  const reason = failure instanceof Error ? failure.message : String(failure);
  return new DockerError(
    `Container ${name} could not be recreated: ${reason} And what was there could not be put back. To be done by hand: ${left.join("; ")}.`,
    { code: "RECREATE_LEFT", cause: failure },
  );
}

/** The engine may have made a container and the connection have broken before it could say so. Its answer, where there was one, says that it has not. */
async function unheardOf<V extends AnyVersion>(
  client: EngineClient<V>,
  old: ContainerInspectResponse,
  name: string,
  failure: unknown,
  call: CallOptions,
): Promise<string | undefined> {
  if (failure instanceof ApiError) return undefined;
  const found = await ifThere(client.call("ContainerInspect", { path: { id: name } }, call));
  const { Id, State } = (found ?? {}) as Partial<ContainerInspectResponse>; // the same fields in every version
  // By this name the old one itself is found where it could not be renamed; and a new one has not been started.
  return Id !== old.Id && State?.Status === "created" ? Id : undefined;
}

async function removeByForce<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<void> {
  const options = { force: true } as Options<V, "ContainerDelete">; // the same in every version
  await ifThere(client.call("ContainerDelete", { path: { id }, options }, call));
}

async function renameBack<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  name: string,
  call: CallOptions,
): Promise<void> {
  const { Name } = (await client.call(
    "ContainerInspect",
    { path: { id } },
    call,
  )) as ContainerInspectResponse; // the same field in every version
  if (Name === `/${name}`) return;
  await client.call(
    "ContainerRename",
    { path: { id }, options: { name } as Options<V, "ContainerRename"> },
    call,
  );
}

async function ifThere<T>(step: Promise<T>): Promise<T | undefined> {
  try {
    return await step;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
