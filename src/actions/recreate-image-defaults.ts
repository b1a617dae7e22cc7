import type {
  ContainerConfig,
  ContainerConfigOutput,
  HealthConfig,
  ImageConfig,
} from "../../generated/schema.js";

/**
 * What of a container's configuration is its own. An engine writes the defaults of the image into the container, and who
 * creates another one with them would hide those of a newer image. A value that was given and is the same as the image's cannot
 * be told from a default.
 */
export function ownConfig(config: ContainerConfigOutput, image: Partial<ImageConfig> = {}): ContainerConfig {
  const { Env, Labels, ExposedPorts, Volumes, Healthcheck, User, WorkingDir, StopSignal, Shell, ...rest } =
    config;
  // ONBUILD and ArgsEscaped belong to images, and the command is looked at by itself.
  const { OnBuild: _, ArgsEscaped: __, Cmd: ___, Entrypoint: ____, ...own } = rest;
  return withoutNulls({
    ...own,
    ...ownCommand(config, image),
    Env: Env?.filter((variable) => !image.Env?.includes(variable)),
    Labels: ownEntries(Labels, image.Labels),
    ExposedPorts: ownEntries(ExposedPorts, image.ExposedPorts),
    Volumes: ownEntries(Volumes, image.Volumes),
    Healthcheck: ownHealthcheck(Healthcheck, image.Healthcheck),
    User: User === (image.User ?? "") ? undefined : User,
    WorkingDir: WorkingDir === (image.WorkingDir ?? "") ? undefined : WorkingDir,
    StopSignal: StopSignal === image.StopSignal ? undefined : StopSignal,
    Shell: isSame(Shell, image.Shell) ? undefined : Shell,
  });
}

/** A container with an entrypoint of its own gets no command from its image; one without has either from it. */
function ownCommand(
  { Cmd, Entrypoint }: ContainerConfigOutput,
  image: Partial<ImageConfig>,
): Pick<ContainerConfig, "Cmd" | "Entrypoint"> {
  const imageHas = { entrypoint: !isEmpty(image.Entrypoint), command: !isEmpty(image.Cmd) };
  // Said with an empty text, as nothing at all would be the image's.
  if (isEmpty(Entrypoint) && imageHas.entrypoint) return { Entrypoint: [""], Cmd };
  if (!isSame(Entrypoint, image.Entrypoint)) return { Entrypoint, Cmd };
  if (isSame(Cmd, image.Cmd)) return {};
  // The image's command is taken away only by naming the entrypoint.
  return isEmpty(Cmd) && imageHas.command ? { Entrypoint } : { Cmd };
}

function ownEntries<T>(
  entries: Readonly<Record<string, T>> | null | undefined,
  defaults: Readonly<Record<string, T>> | null | undefined,
): Record<string, T> | undefined {
  if (!entries) return undefined;
  return Object.fromEntries(
    Object.entries(entries).filter(([key, value]) => !isSame(value, defaults?.[key])),
  );
}

/** An engine takes from the image field by field what the container does not say. */
function ownHealthcheck(
  own: HealthConfig | undefined,
  defaults: HealthConfig | undefined,
): HealthConfig | undefined {
  const entries = Object.entries(own ?? {}).filter(
    ([key, value]) => !isSame(value, defaults?.[key as keyof HealthConfig]), // a key of the same type
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null) || (isEmpty(one) && isEmpty(other));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Engines give null where there is nothing, and do not take it everywhere. */
export function withoutNulls<T extends object>(value: { [Key in keyof T]: T[Key] | null | undefined }): T {
  const entries = Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined);
  return Object.fromEntries(entries) as T; // the same without what says nothing
}
