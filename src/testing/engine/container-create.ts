import { Container } from "./container.js";
import { type CreateBody, checkBody, type EndpointWishes, type HostConfig } from "./container-body.js";
import { containerEvent } from "./container-event.js";
import { jsonBody } from "./json-body.js";
import { addMounts } from "./mounts.js";
import { randomId, shortId } from "./random-id.js";
import { Refusal } from "./refusal.js";
import type { Call, World } from "./world.js";

/** `POST /containers/create` */
export async function createContainer(call: Call): Promise<void> {
  const { world, exchange, query } = call;
  const body = await jsonBody<CreateBody>(call);
  checkBody(body, world.version.era);
  const given = query.get("name")?.replace(/^\//, "") ?? "";
  if (given !== "" && !validName.test(given)) {
    throw new Refusal(400, `Invalid container name (${given}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
  }
  const image = world.images.get(body.Image ?? "");
  const id = randomId();
  const config = withImage(body, image.config, id);
  if ([...(config.Entrypoint ?? []), ...(config.Cmd ?? [])].join("") === "") {
    throw new Refusal(400, world.version.era === 20 ? "No command specified" : "no command specified");
  }
  const name = given === "" ? freeName(world) : given;
  world.containers.claim(name);
  const container = new Container(id, name, config, hostOf(body.HostConfig ?? {}, call), image);
  addMounts(world, container);
  if (config.WorkingDir) container.files.makeFolder(config.WorkingDir);
  addEndpoints(container, body.NetworkingConfig?.EndpointsConfig ?? {});
  world.containers.add(container);
  containerEvent(world, container, "create");
  exchange.answer(201, { Id: id, Warnings: [] });
}

export const validName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** The config with what the image says where the body says nothing. */
function withImage(
  { HostConfig: _, NetworkingConfig: __, ...body }: Partial<CreateBody>,
  image: Container["image"]["config"],
  id: string,
): Container["config"] {
  const Entrypoint = list(body.Entrypoint) ?? image.Entrypoint;
  // An entrypoint of one's own takes the image's command away, too.
  const Cmd = list(body.Cmd) ?? (list(body.Entrypoint) === undefined ? image.Cmd : null);
  const own = body.Env ?? [];
  const named = new Set(own.map((variable) => variable.split("=")[0]));
  const inherited = (image.Env ?? []).filter((variable) => !named.has(variable.split("=")[0]));
  return {
    ...body,
    Image: body.Image ?? "",
    Hostname: body.Hostname || shortId(id),
    Domainname: body.Domainname ?? "",
    User: body.User || image.User,
    AttachStdin: body.AttachStdin === true,
    AttachStdout: body.AttachStdout === true,
    AttachStderr: body.AttachStderr === true,
    Tty: body.Tty === true,
    OpenStdin: body.OpenStdin === true,
    StdinOnce: body.StdinOnce === true,
    Env: [...own, ...inherited],
    Cmd,
    Entrypoint: Entrypoint?.join("") === "" ? null : Entrypoint,
    Volumes: body.Volumes ?? image.Volumes,
    WorkingDir: body.WorkingDir || image.WorkingDir,
    OnBuild: null,
    Labels: { ...image.Labels, ...body.Labels },
    ...((body.ExposedPorts ?? image.ExposedPorts) && {
      ExposedPorts: { ...image.ExposedPorts, ...body.ExposedPorts },
    }),
  };
}

/** A list, or a single command as text; an empty list says nothing. */
function list(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;
}

function hostOf(host: HostConfig, { minor, world }: Call): HostConfig {
  const isOld = world.version.era === 20;
  return {
    ...hostDefaults,
    ...(minor < 42 && { KernelMemory: 0 }),
    ...host,
    NetworkMode:
      host.NetworkMode && host.NetworkMode !== "default" ? host.NetworkMode : isOld ? "default" : "bridge",
    RestartPolicy: {
      Name: host.RestartPolicy?.Name || (isOld ? "" : "no"),
      MaximumRetryCount: host.RestartPolicy?.MaximumRetryCount ?? 0,
    },
  };
}

function addEndpoints(
  { endpoints, hostConfig }: Container,
  asked: Readonly<Record<string, EndpointWishes>>,
): void {
  // The docker CLI calls it so.
  const { default: usual, ...others } = asked;
  const wished = usual === undefined ? others : { bridge: usual, ...others };
  const mode = hostConfig.NetworkMode === "default" ? "bridge" : (hostConfig.NetworkMode ?? "bridge");
  const names = mode.startsWith("container:") ? [] : [...new Set([mode, ...Object.keys(wished)])];
  for (const name of names) {
    const { Aliases, IPAMConfig } = wished[name] ?? {};
    const aliases = Aliases ?? null;
    endpoints.set(name, { name, aliases, wishes: IPAMConfig ?? null, connected: undefined, networkId: "" });
  }
}

function freeName({ containers }: World): string {
  const taken = new Set(containers.all().map(({ name }) => name));
  for (;;) {
    const [left, right] = [words[0], words[1]].map(
      (list = []) => list[Math.floor(Math.random() * list.length)],
    );
    const name = `${left}_${right}`;
    if (!taken.has(name)) return name;
    const longer = `${name}${Math.floor(Math.random() * 1000)}`;
    if (!taken.has(longer)) return longer;
  }
}

const words = [
  ["bold", "calm", "eager", "gentle", "happy", "keen", "lively", "modest", "quiet", "wise"],
  ["bell", "curie", "darwin", "euler", "gauss", "hopper", "lovelace", "noether", "pascal", "turing"],
];

/** What a container has that nobody asked for anything. */
const hostDefaults = {
  Binds: null,
  ContainerIDFile: "",
  LogConfig: { Type: "json-file", Config: {} },
  PortBindings: null,
  AutoRemove: false,
  VolumeDriver: "",
  VolumesFrom: null,
  ConsoleSize: [0, 0],
  CapAdd: null,
  CapDrop: null,
  CgroupnsMode: "host",
  Dns: null,
  DnsOptions: null,
  DnsSearch: null,
  ExtraHosts: null,
  GroupAdd: null,
  IpcMode: "private",
  Cgroup: "",
  Links: null,
  OomScoreAdj: 0,
  PidMode: "",
  Privileged: false,
  PublishAllPorts: false,
  ReadonlyRootfs: false,
  SecurityOpt: null,
  UTSMode: "",
  UsernsMode: "",
  ShmSize: 67_108_864,
  Runtime: "runc",
  Isolation: "",
  CpuShares: 0,
  Memory: 0,
  NanoCpus: 0,
  CgroupParent: "",
  BlkioWeight: 0,
  BlkioWeightDevice: null,
  BlkioDeviceReadBps: null,
  BlkioDeviceWriteBps: null,
  BlkioDeviceReadIOps: null,
  BlkioDeviceWriteIOps: null,
  CpuPeriod: 0,
  CpuQuota: 0,
  CpuRealtimePeriod: 0,
  CpuRealtimeRuntime: 0,
  CpusetCpus: "",
  CpusetMems: "",
  Devices: null,
  DeviceCgroupRules: null,
  DeviceRequests: null,
  MemoryReservation: 0,
  MemorySwap: 0,
  MemorySwappiness: null,
  OomKillDisable: false,
  PidsLimit: null,
  Ulimits: null,
  CpuCount: 0,
  CpuPercent: 0,
  IOMaximumIOps: 0,
  IOMaximumBandwidth: 0,
  MaskedPaths: ["/proc/acpi", "/proc/kcore", "/proc/keys", "/proc/timer_list", "/sys/firmware"],
  ReadonlyPaths: ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"],
};
