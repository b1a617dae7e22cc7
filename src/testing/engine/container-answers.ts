import type { Container } from "./container.js";
import { stateAnswer, stateInWords } from "./container-state.js";
import { addressOf, endpointAnswer, namesOf } from "./endpoint.js";
import { timestamp, toSeconds } from "./moment.js";

/** A container in a list. */
export function containerSummary(container: Container, minor: number, withSize: boolean): object {
  const { id, name, config, hostConfig, image, created, mounts, status } = container;
  return {
    Id: id,
    Names: [`/${name}`],
    Image: image.tags.has(config.Image) || !config.Image.startsWith("sha256:") ? config.Image : image.id,
    ImageID: image.id,
    Command: commandLine(container),
    Created: toSeconds(created),
    Ports: portList(container),
    ...(withSize && { SizeRw: 0, SizeRootFs: image.size }),
    Labels: config.Labels ?? {},
    State: status,
    Status: stateInWords(container),
    HostConfig: { NetworkMode: hostConfig.NetworkMode },
    NetworkSettings: { Networks: networksOf(container, minor) },
    Mounts: mounts,
  };
}

/** With quotes where a word has blanks. */
function commandLine({ path, args }: Container): string {
  return [path, ...args].map((word) => (/\s/.test(word) ? `'${word}'` : word)).join(" ");
}

function portList({ ports }: Container): object[] {
  return Object.entries(ports).flatMap(([port, bindings]) => {
    const [number, Type] = port.split("/");
    const PrivatePort = Number(number);
    if (bindings === null) return [{ PrivatePort, Type }];
    return bindings.map(({ HostIp, HostPort }) => ({
      IP: HostIp,
      PrivatePort,
      PublicPort: Number(HostPort),
      Type,
    }));
  });
}

/** All that is told about a container. */
export function containerInspect(container: Container, minor: number, withSize: boolean): object {
  const { id, name, created, path, args, image, hostConfig, config, execs, mounts, restartCount } = container;
  const wasStarted = container.startedAt !== undefined;
  const folder = `/var/lib/docker/containers/${id}`;
  const file = (name: string) => (wasStarted ? `${folder}/${name}` : "");
  const running = [...execs.values()].filter(({ status }) => status !== "ended").map((exec) => exec.id);
  const layer = `/var/lib/docker/overlay2/${id}`;
  return {
    Id: id,
    Created: timestamp(created),
    Path: path,
    Args: args,
    State: stateAnswer(container),
    Image: image.id,
    ResolvConfPath: file("resolv.conf"),
    HostnamePath: file("hostname"),
    HostsPath: file("hosts"),
    LogPath: file(`${id}-json.log`),
    Name: `/${name}`,
    RestartCount: restartCount,
    Driver: "overlay2",
    Platform: "linux",
    MountLabel: "",
    ProcessLabel: "",
    AppArmorProfile: "",
    ExecIDs: running.length === 0 ? null : running,
    HostConfig: hostConfig,
    GraphDriver: {
      Data: {
        LowerDir: `${layer}-init/diff`,
        MergedDir: `${layer}/merged`,
        UpperDir: `${layer}/diff`,
        WorkDir: `${layer}/work`,
      },
      Name: "overlay2",
    },
    ...(withSize && { SizeRw: 0, SizeRootFs: image.size }),
    Mounts: mounts,
    Config: config,
    NetworkSettings: networkSettings(container, minor),
  };
}

function networkSettings(container: Container, minor: number): object {
  const { id, ports, endpoints, isRunning } = container;
  const bridge = endpoints.get("bridge")?.connected;
  const { address, length, gateway } = addressOf(bridge);
  return {
    Bridge: "",
    SandboxID: isRunning ? id : "",
    SandboxKey: isRunning ? `/var/run/docker/netns/${id.slice(0, 12)}` : "",
    Ports: ports,
    HairpinMode: false,
    LinkLocalIPv6Address: "",
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: bridge?.id ?? "",
    Gateway: gateway,
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    IPAddress: address,
    IPPrefixLen: length,
    IPv6Gateway: "",
    MacAddress: bridge?.mac ?? "",
    Networks: networksOf(container, minor),
  };
}

function networksOf(container: Container, minor: number): Record<string, object> {
  const names = namesOf(container);
  return Object.fromEntries(
    [...container.endpoints].map(([name, endpoint]) => [name, endpointAnswer(names, endpoint, minor)]),
  );
}
