import { randomBytes } from "node:crypto";
import type {
  ContainerCreateBody,
  ContainerInspectResponse,
  EndpointSettings,
} from "../../generated/schema.js";
import type { AnyVersion, Body, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ConflictError, NotFoundError } from "../errors.js";
import { orAborted } from "../transport/or-aborted.js";
import { primaryNetwork } from "./recreate-body.js";
import { type Progress, putBack } from "./recreate-put-back.js";

/** Puts a new container in the place of the old one. No step is aborted in its middle, as nobody would know whether it was done. */
export async function replace<V extends AnyVersion>(
  client: EngineClient<V>,
  old: ContainerInspectResponse,
  { NetworkingConfig, ...body }: ContainerCreateBody,
  { platform, timeout, ready, warnings: before }: Replacing,
  { signal, headers }: CallOptions,
): Promise<Recreated> {
  const warnings = [...before];
  const call = { headers };
  const name = old.Name.slice(1);
  const aside = `${name}-old-${randomBytes(4).toString("hex")}`;
  const progress: Progress = { renamed: false, creating: false, newId: undefined, stopped: false };
  const endpoints = NetworkingConfig?.EndpointsConfig ?? {};
  const primary = primaryNetwork(endpoints, body.HostConfig?.NetworkMode);
  let id: string;
  try {
    signal?.throwIfAborted();
    progress.renamed = true;
    const newName = { name: aside } as Options<V, "ContainerRename">; // the same in every version
    await client.call("ContainerRename", { path: { id: old.Id }, options: newName }, call);
    signal?.throwIfAborted();
    progress.creating = true;
    const first = primary === undefined ? undefined : { [primary]: endpoints[primary] ?? {} };
    const created = await create(
      client,
      { ...body, ...(first && { NetworkingConfig: { EndpointsConfig: first } }) },
      name,
      platform,
      call,
    );
    id = created.Id;
    progress.newId = id;
    warnings.push(...(created.Warnings ?? []));
    signal?.throwIfAborted();
    const { [primary ?? ""]: _, ...others } = endpoints;
    await connectTo(client, id, others, call);
    if (old.State.Running) {
      signal?.throwIfAborted();
      progress.stopped = true;
      await stop(client, old, timeout, call);
      signal?.throwIfAborted();
      await client.call("ContainerStart", { path: { id } }, call);
      if (ready) await orAborted(ready(id), signal);
    }
    signal?.throwIfAborted();
  } catch (error) {
    throw await putBack(client, old, aside, progress, error, call);
  }
  await removeOld(client, old.Id, aside, warnings, call);
  return { id, previousId: old.Id, warnings };
}

export interface Recreated {
  readonly id: string;
  /** The one that is gone. */
  readonly previousId: string;
  readonly warnings: readonly string[];
}

interface Replacing {
  readonly platform?: string | undefined;
  /** Seconds for the stop. */
  readonly timeout?: number | undefined;
  readonly ready?: ((id: string) => Promise<unknown>) | undefined;
  readonly warnings: readonly string[];
}

async function create<V extends AnyVersion>(
  client: EngineClient<V>,
  body: ContainerCreateBody,
  name: string,
  platform: string | undefined,
  call: CallOptions,
): Promise<{ Id: string; Warnings: string[] | null }> {
  const created = await client.call(
    "ContainerCreate",
    // An action is typed with the newest version; what the one in use lacks is refused before the request.
    {
      body: body as Body<V, "ContainerCreate">,
      options: { name, platform } as Options<V, "ContainerCreate">,
    },
    call,
  );
  return created as { Id: string; Warnings: string[] | null }; // so in every version
}

async function connectTo<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  endpoints: Readonly<Record<string, EndpointSettings>>,
  call: CallOptions,
): Promise<void> {
  for (const [network, settings] of Object.entries(endpoints)) {
    const body = { Container: id, EndpointConfig: settings } as Body<V, "NetworkConnect">; // the same in every version
    await client.call("NetworkConnect", { path: { id: network }, body }, call);
  }
}

/** A stop may take as long as the container is given, and a little more. */
async function stop<V extends AnyVersion>(
  client: EngineClient<V>,
  { Id: id, Config }: ContainerInspectResponse,
  seconds: number | undefined,
  call: CallOptions,
): Promise<void> {
  const options = (seconds === undefined ? {} : { timeout: seconds }) as Options<V, "ContainerStop">; // the same in every version
  const longest = seconds ?? Config.StopTimeout ?? 10;
  const timeout = longest < 0 ? 0 : longest * 1000 + 60_000;
  await client.call("ContainerStop", { path: { id }, options }, { ...call, timeout });
}

/** The new one has its place by now: what is left of the old one is no reason to go back. */
async function removeOld<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  aside: string,
  warnings: string[],
  call: CallOptions,
): Promise<void> {
  try {
    await client.call("ContainerDelete", { path: { id } }, call);
  } catch (error) {
    // The engine has removed it itself, or is at it.
    if (error instanceof NotFoundError) return;
    if (error instanceof ConflictError && /already in progress/.test(error.message)) return;
    warnings.push(`The old container is left as ${aside}: ${String(error)}`);
  }
}
