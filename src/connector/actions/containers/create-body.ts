import type { HostConfig } from "../../../../generated/schema.js";
import { envList } from "../../../actions/env-list.js";
import { InvalidArgumentError } from "../../../errors.js";
import { type ArrangedConfig, arrangeConfig } from "./config-values.js";

/**
 * Puts what belongs to the host's side where the API wants it, whichever of the bodies it came in, and in which place: older
 * clients have it at the top, where engines ignore it or took it only for a while. The later body goes before the earlier
 * one, and `host_config` before both.
 */
export function arrangeCreate<Values extends Arranged>(values: Values): Values {
  const { request_body, additional_fields, host_config, hostconfig_consolesize: size } = values;
  const body: Entry[] = [];
  const host: Entry[] = [];
  const networking: Entry[] = [];
  for (const [key, value] of [request_body, additional_fields].flatMap((given) =>
    entriesOf(given, "the body"),
  )) {
    const known = spellings.get(key.toLowerCase());
    if (key.toLowerCase() === "hostconfig") host.push(...entriesOf(value, key));
    else if (key.toLowerCase() === "networkingconfig") networking.push(...entriesOf(value, key));
    else if (key.toLowerCase() === "endpointsconfig") networking.push(["EndpointsConfig", value]);
    else if (known !== undefined) host.push([known, value]);
    else body.push([key, key.toLowerCase() === "env" && isTexts(value) ? envList(value) : value]);
  }
  host.push(...entriesOf(host_config, "host_config"));
  if (size !== undefined) host.push(["ConsoleSize", size.map(wholeNumber)]);
  if (networking.length > 0) body.push(["NetworkingConfig", Object.fromEntries(networking)]);
  return {
    ...values,
    ...arrangeConfig(values),
    request_body: Object.fromEntries(body),
    additional_fields: undefined,
    host_config: host.length > 0 ? structuredClone(Object.fromEntries(host)) : undefined,
  };
}

interface Arranged extends ArrangedConfig {
  readonly request_body?: object;
  readonly additional_fields?: object;
  readonly host_config?: object;
  readonly hostconfig_consolesize?: readonly string[];
}

type Entry = [name: string, value: unknown];

function entriesOf(value: unknown, name: string): Entry[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "object" && !Array.isArray(value)) return Object.entries(value);
  throw new InvalidArgumentError(
    `${name} is not an object: give one with the fields that the API has there.`,
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError(
    `hostconfig_consolesize holds ${JSON.stringify(text)}: give height and width, such as 24,80.`,
  );
}

/** No name of them is that of a field beside HostConfig. */
const hostFields = [
  "Annotations",
  "AutoRemove",
  "Binds",
  "BlkioDeviceReadBps",
  "BlkioDeviceReadIOps",
  "BlkioDeviceWriteBps",
  "BlkioDeviceWriteIOps",
  "BlkioWeight",
  "BlkioWeightDevice",
  "CapAdd",
  "CapDrop",
  "Cgroup",
  "CgroupParent",
  "CgroupnsMode",
  "ConsoleSize",
  "ContainerIDFile",
  "CpuCount",
  "CpuPercent",
  "CpuPeriod",
  "CpuQuota",
  "CpuRealtimePeriod",
  "CpuRealtimeRuntime",
  "CpuShares",
  "CpusetCpus",
  "CpusetMems",
  "DeviceCgroupRules",
  "DeviceRequests",
  "Devices",
  "Dns",
  "DnsOptions",
  "DnsSearch",
  "ExtraHosts",
  "GroupAdd",
  "IOMaximumBandwidth",
  "IOMaximumIOps",
  "Init",
  "IpcMode",
  "Isolation",
  "KernelMemory",
  "KernelMemoryTCP",
  "Links",
  "LogConfig",
  "MaskedPaths",
  "Memory",
  "MemoryReservation",
  "MemorySwap",
  "MemorySwappiness",
  "Mounts",
  "NanoCpus",
  "NetworkMode",
  "OomKillDisable",
  "OomScoreAdj",
  "PidMode",
  "PidsLimit",
  "PortBindings",
  "Privileged",
  "PublishAllPorts",
  "ReadonlyPaths",
  "ReadonlyRootfs",
  "RestartPolicy",
  "Runtime",
  "SecurityOpt",
  "ShmSize",
  "StorageOpt",
  "Sysctls",
  "Tmpfs",
  "UTSMode",
  "Ulimits",
  "UsernsMode",
  "VolumeDriver",
  "VolumesFrom",
] as const satisfies readonly (keyof HostConfig | "KernelMemory")[];

/** Engines read names in any case. */
const spellings: ReadonlyMap<string, string> = new Map(hostFields.map((name) => [name.toLowerCase(), name]));
