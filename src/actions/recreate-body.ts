import type {
  ContainerCreateBody,
  ContainerInspectResponse,
  EndpointSettings,
  EndpointSettingsOutput,
  HostConfig,
  ImageConfig,
} from "../../generated/schema.js";
import { ownConfig, withoutNulls } from "./recreate-image-defaults.js";
import { keepVolumes } from "./recreate-volumes.js";

/**
 * What creates a container like this one. All its networks are in `NetworkingConfig`, which before API v1.44 takes one
 * only: who creates it has to connect the others.
 */
export function recreateBody(
  old: ContainerInspectResponse,
  image: Partial<ImageConfig> | undefined,
  minor: number,
): ContainerCreateBody {
  const { MacAddress, Hostname, ...config } = ownConfig(old.Config, image);
  const HostConfig = hostConfig(old, minor);
  const endpoints = endpointsOf(old);
  const primary = primaryNetwork(endpoints, HostConfig.NetworkMode);
  // The address that was asked for. The one in use, which may be made up, is only ever said of an endpoint.
  const mac = MacAddress || undefined;
  const endpoint = primary === undefined ? undefined : endpoints[primary];
  if (mac !== undefined && minor >= 44 && endpoint !== undefined) endpoint.MacAddress = mac;
  return {
    ...config,
    ...(keepsHostname(old) && { Hostname }),
    ...(mac !== undefined && minor < 44 && { MacAddress: mac }),
    HostConfig,
    NetworkingConfig: { EndpointsConfig: endpoints },
  };
}

/** The network that a container is created in, where it has several. */
export function primaryNetwork(
  endpoints: Readonly<Record<string, unknown>>,
  mode: string | undefined,
): string | undefined {
  const wanted = mode === undefined || mode === "default" ? "bridge" : mode;
  return Object.hasOwn(endpoints, wanted) ? wanted : Object.keys(endpoints)[0];
}

/** The engine makes a name of the id, and one that shares the names of the host or of another container has none of its own. */
function keepsHostname({ Id, Config, HostConfig }: ContainerInspectResponse): boolean {
  if (Config.Hostname === "" || Config.Hostname === Id.slice(0, 12)) return false;
  return HostConfig.UTSMode !== "host" && !HostConfig.NetworkMode?.startsWith("container:");
}

function hostConfig(old: ContainerInspectResponse, minor: number): HostConfig {
  // What is given is what is taken, but for null.
  const config = withoutNulls<HostConfig>(old.HostConfig as HostConfig);
  // The file is written by the CLI. Engines tell the mode of the cgroup also to who cannot set it.
  const { ContainerIDFile: _, CgroupnsMode, Links, ...rest } = config;
  const links = Links?.map(asGiven);
  const networks = old.NetworkSettings.Networks ?? {};
  // The network it was created in may be one it has left since.
  const mode = isOwnNetwork(rest) ? currentMode(rest.NetworkMode, networks) : rest.NetworkMode;
  return {
    ...rest,
    ...(CgroupnsMode && minor >= 41 && { CgroupnsMode }),
    ...(links && { Links: links }),
    ...(mode !== undefined && { NetworkMode: mode }),
    ...keepVolumes(rest, old.Mounts ?? []),
  };
}

function isOwnNetwork({ NetworkMode: mode = "default" }: HostConfig): boolean {
  return mode !== "host" && mode !== "none" && !mode.startsWith("container:");
}

function currentMode(
  mode: string | undefined,
  networks: Readonly<Record<string, EndpointSettingsOutput>>,
): string {
  const name = mode === undefined || mode === "default" ? "bridge" : mode;
  if (Object.hasOwn(networks, name)) return mode ?? "default";
  const byId = Object.entries(networks).find(([, { NetworkID }]) => NetworkID.startsWith(name));
  return byId?.[0] ?? Object.keys(networks)[0] ?? "none";
}

/** An engine says `/database:/web/db` where it was given `database:db`. */
function asGiven(link: string): string {
  const [target = "", alias = ""] = link.split(":");
  return `${target.replace(/^\//, "")}:${alias.slice(alias.lastIndexOf("/") + 1)}`;
}

function endpointsOf({
  Id,
  HostConfig,
  NetworkSettings,
}: ContainerInspectResponse): Record<string, EndpointSettings> {
  if (!isOwnNetwork(HostConfig as HostConfig)) return {};
  const networks = Object.entries(NetworkSettings.Networks ?? {});
  return Object.fromEntries(networks.map(([name, settings]) => [name, endpointOf(settings, Id)]));
}

/** What was asked for; addresses that were given out are not. */
function endpointOf(settings: EndpointSettingsOutput, id: string): EndpointSettings {
  const { IPAMConfig, Links, Aliases, DriverOpts, GwPriority } = settings;
  // Engines add the short id, older ones to the aliases themselves.
  const aliases = Aliases?.filter((alias) => alias !== id.slice(0, 12));
  return withoutNulls<EndpointSettings>({
    IPAMConfig: Object.values(IPAMConfig ?? {}).some((value) => value?.length) ? IPAMConfig : undefined,
    Links,
    Aliases: aliases?.length ? aliases : undefined,
    DriverOpts,
    GwPriority: GwPriority || undefined,
  });
}
