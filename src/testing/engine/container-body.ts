import { checkKind } from "./json-body.js";
import { checkBinds } from "./mounts.js";
import { signalNumber } from "./programs/signals.js";
import { Refusal } from "./refusal.js";

/** What a container is created of, as far as this engine looks at it; the rest goes back out as it came. */
export interface ContainerBody {
  readonly Image: string;
  readonly Cmd?: readonly string[] | null;
  readonly Entrypoint?: readonly string[] | null;
  readonly Env?: readonly string[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly Hostname?: string;
  readonly WorkingDir?: string;
  readonly User?: string;
  readonly Tty?: boolean;
  readonly OpenStdin?: boolean;
  readonly StdinOnce?: boolean;
  readonly ExposedPorts?: Readonly<Record<string, object>> | null;
  readonly Volumes?: Readonly<Record<string, object>> | null;
  readonly StopSignal?: string;
  readonly StopTimeout?: number;
  readonly Healthcheck?: Healthcheck | null;
  readonly [more: string]: unknown;
}

export interface Healthcheck {
  readonly Test?: readonly string[] | null;
  /** In nanoseconds. */
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
  readonly Retries?: number;
}

export interface HostConfig {
  readonly Binds?: readonly string[] | null;
  readonly Mounts?:
    | readonly {
        readonly Type?: string;
        readonly Source?: string;
        readonly Target?: string;
        readonly ReadOnly?: boolean;
      }[]
    | null;
  readonly NetworkMode?: string;
  readonly PortBindings?: Readonly<
    Record<string, readonly { readonly HostIp?: string; readonly HostPort?: string }[] | null>
  > | null;
  readonly PublishAllPorts?: boolean;
  readonly RestartPolicy?: RestartPolicy | null;
  readonly AutoRemove?: boolean;
  readonly Memory?: number;
  readonly [more: string]: unknown;
}

export interface RestartPolicy {
  readonly Name?: string;
  readonly MaximumRetryCount?: number;
}

export interface CreateBody extends ContainerBody {
  readonly HostConfig?: HostConfig | null;
  readonly NetworkingConfig?: {
    readonly EndpointsConfig?: Readonly<Record<string, EndpointWishes>> | null;
  } | null;
}

export interface EndpointWishes {
  readonly Aliases?: readonly string[] | null;
  readonly IPAMConfig?: Readonly<Record<string, unknown>> | null;
}

/** Looks at what can be wrong before there is a container, in the order and the words of the engine. */
export function checkBody(body: Partial<CreateBody>, era: number): void {
  checkKind(body, "Image", ["string"], "string");
  checkKind(body, "Cmd", ["array", "string"], "strslice.StrSlice");
  checkKind(body, "Entrypoint", ["array", "string"], "strslice.StrSlice");
  checkKind(body, "Env", ["array"], "[]string");
  checkKind(body, "Labels", ["object"], "map[string]string");
  checkKind(body, "Tty", ["boolean"], "bool");
  const { WorkingDir = "", Env, StopSignal, Healthcheck, HostConfig } = body;
  if (Object.keys(body).length === 0) {
    throw new Refusal(
      400,
      `${era === 20 ? "Config" : "config"} cannot be empty in order to create a container`,
    );
  }
  if (WorkingDir !== "" && !WorkingDir.startsWith("/")) {
    throw new Refusal(
      400,
      `the working directory '${WorkingDir}' is invalid, it needs to be an absolute path`,
    );
  }
  if (StopSignal && signalNumber(StopSignal) === undefined) {
    throw new Refusal(400, `${era === 20 ? "Invalid" : "invalid"} signal: ${StopSignal}`);
  }
  for (const variable of Env ?? [])
    if (variable.startsWith("=") || variable === "")
      throw new Refusal(400, `invalid environment variable: ${variable}`);
  checkHealth(Healthcheck);
  if (HostConfig) checkHost(HostConfig, era);
}

function checkHealth(check: Healthcheck | null | undefined): void {
  for (const name of ["Interval", "Timeout", "StartPeriod", "StartInterval"] as const) {
    const value = check?.[name] ?? 0;
    if (value !== 0 && value < 1_000_000)
      throw new Refusal(400, `${name} in Healthcheck cannot be less than 1ms`);
  }
  if ((check?.Retries ?? 0) < 0) throw new Refusal(400, "Retries in Healthcheck cannot be negative");
}

function checkHost(host: HostConfig, era: number): void {
  const { AutoRemove, RestartPolicy } = host;
  const { Name = "" } = RestartPolicy ?? {};
  checkRestart(RestartPolicy, era);
  if (AutoRemove && Name !== "" && Name !== "no") {
    throw new Refusal(400, "can't create 'AutoRemove' container with restart policy");
  }
  checkMemory(host);
  checkBinds(host);
}

export function checkMemory({ Memory = 0 }: HostConfig): void {
  if (Memory !== 0 && Memory < 6 * 1024 * 1024) throw new Refusal(400, "Minimum memory limit allowed is 6MB");
}

export function checkRestart(policy: RestartPolicy | null | undefined, era: number): void {
  const { Name = "", MaximumRetryCount = 0 } = policy ?? {};
  if (!["", "no", "always", "on-failure", "unless-stopped"].includes(Name)) {
    throw new Refusal(
      400,
      era === 20
        ? `invalid restart policy '${Name}'`
        : `invalid restart policy: unknown policy '${Name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
    );
  }
  if (MaximumRetryCount !== 0 && Name !== "on-failure") {
    throw new Refusal(
      400,
      era === 20
        ? `maximum retry count cannot be used with restart policy '${Name}'`
        : "invalid restart policy: maximum retry count can only be used with 'on-failure'",
    );
  }
}
