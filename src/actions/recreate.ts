import type {
  ContainerCreateBody,
  ContainerInspectResponse,
  HostConfig,
  ImageConfig,
} from "../../generated/schema.js";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DockerError, NotFoundError } from "../errors.js";
import { ensureImage } from "./ensure-image.js";
import { type Env, envList } from "./env-list.js";
import { recreateBody } from "./recreate-body.js";
import { type Recreated, replace } from "./recreate-replace.js";
import { withinDeadline } from "./wait-for-deadline.js";

export interface RecreateOptions {
  /** Default: the one it was created from, which may by now be another image of the same name. */
  readonly image?: string;
  /** When the image is pulled, before anything is changed: by default where it is `"missing"`; `"always"` for a newer one. */
  readonly pull?: "missing" | "always" | "never";
  /** What the image must be made for, such as `linux/arm64`. */
  readonly platform?: string;
  /** Variables on top of the container's, and in place of those of the same name. */
  readonly env?: Env;
  /** Labels on top of the container's. */
  readonly labels?: Readonly<Record<string, string>>;
  /** In place of the container's, field by field. */
  readonly hostConfig?: HostConfig;
  /** Changes everything else: gets what the new container would be created with, and gives what it is created with. */
  readonly change?: (body: ContainerCreateBody) => ContainerCreateBody;
  /** Seconds that the old container gets to stop before it is killed. Default: its own, else 10. */
  readonly timeout?: number;
  /**
   * Is awaited when the new container has started; when it rejects, the old one is put back. Such as
   * `(id) => docker.waitHealthy(id)`.
   */
  readonly ready?: (id: string) => Promise<unknown>;
  /**
   * Also recreates a container that the engine removes when it stops (`AutoRemove`) and that runs. It cannot be put back
   * when something fails later on.
   */
  readonly allowAutoRemove?: boolean;
}

/**
 * Replaces a container by a new one of the same name and configuration, of a newer image or with something changed. The
 * old one is renamed, stopped, and removed only when the new one has started. When anything fails, or the signal aborts,
 * the new one is removed and the old one put back. Volumes are kept, also those without a name. What is only in the
 * container's own files is lost, as is a MAC address that was chosen for any but its first network. Containers
 * that refer to this one by its id, to share its network for example, have to be recreated too.
 */
export async function recreate<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  options: RecreateOptions = {},
  call: CallOptions = {},
): Promise<Recreated> {
  const late = (milliseconds: number) =>
    `Container ${container} was not recreated within ${milliseconds} ms.`;
  return withinDeadline(call, late, async (during) => {
    const found = await client.call("ContainerInspect", { path: { id: container } }, during);
    const old = found as ContainerInspectResponse; // what is read of it is the same in every version
    refuseHopeless(old, options);
    const { body, warnings } = await newBody(client, old, options, during);
    await haveImage(client, body.Image ?? "", options, during);
    return replace(client, old, body, { ...options, warnings }, during);
  });
}

function refuseHopeless(
  { Name, State, HostConfig }: ContainerInspectResponse,
  { allowAutoRemove = false }: RecreateOptions,
): void {
  const name = Name.slice(1);
  if (State.Paused) {
    throw new DockerError(`Container ${name} is paused. Unpause or stop it, and recreate it then.`, {
      code: "CONTAINER_PAUSED",
    });
  }
  if (HostConfig.AutoRemove && State.Running && !allowAutoRemove) {
    throw new DockerError(
      `Container ${name} is removed by the engine when it stops, and could not be put back if the new one failed to start. Say allowAutoRemove: true to recreate it all the same.`,
      { code: "AUTO_REMOVE" },
    );
  }
}

async function newBody<V extends AnyVersion>(
  client: EngineClient<V>,
  old: ContainerInspectResponse,
  { image, env, labels, hostConfig, change }: RecreateOptions,
  call: CallOptions,
): Promise<{ body: ContainerCreateBody; warnings: string[] }> {
  const defaults = await imageDefaults(client, old.Image, call);
  const like = recreateBody(old, defaults, await client.minorVersion(call));
  const body: ContainerCreateBody = {
    ...like,
    Image: image ?? old.Config.Image,
    ...(env && { Env: merged(like.Env ?? [], envList(env)) }),
    ...(labels && { Labels: { ...like.Labels, ...labels } }),
    HostConfig: { ...like.HostConfig, ...hostConfig },
  };
  const warnings =
    defaults === undefined
      ? [
          `The image ${old.Image} of the old container is gone: what came from its defaults is kept as if it had been asked for.`,
        ]
      : [];
  return { body: change?.(body) ?? body, warnings };
}

async function imageDefaults<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<Partial<ImageConfig> | undefined> {
  try {
    const image = await client.call("ImageInspect", { path: { name: id } }, call);
    return (image as { Config?: ImageConfig | null }).Config ?? {}; // so in every version
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

function merged(before: readonly string[], after: readonly string[]): string[] {
  const nameOf = (variable: string) => variable.split("=", 1)[0];
  const names = new Set(after.map(nameOf));
  return [...before.filter((variable) => !names.has(nameOf(variable))), ...after];
}

async function haveImage<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  { pull = "missing", platform }: RecreateOptions,
  call: CallOptions,
): Promise<void> {
  if (pull === "never") await client.call("ImageInspect", { path: { name: image } }, call);
  else await ensureImage(client, image, { pull, ...(platform !== undefined && { platform }) }, call);
}
