import type { TestEngine } from "../../setup/each-engine.js";
import type { Round } from "../round.js";

/** What there is to look at on an engine: containers in their states, an image with everything set, networks, volumes. */
export interface World {
  readonly engine: TestEngine;
  readonly running: string;
  /** Ids of containers: created, running, exited, paused, with a terminal, privileged. */
  readonly containers: readonly string[];
  readonly exited: string;
  readonly created: string;
  readonly terminal: string;
  readonly network: string;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly image: string;
  readonly startedAt: number;
}

export async function buildWorld(round: Round, engine: TestEngine): Promise<World> {
  const startedAt = Math.floor(Date.now() / 1000) - 1;
  const { networks, subnet } = await makeNetworks(round, engine);
  const volumes = await makeVolumes(round, engine);
  const [network = ""] = networks;
  const make = (area: string, body: object) => makeContainer(round, engine, area, body);
  const running = await make("running", richContainer(network, subnet, volumes[0] ?? ""));
  const terminal = await make("terminal", { Tty: true, OpenStdin: true, Cmd: ["/bin/sh"] });
  const paused = await make("paused", { Cmd: ["sleep", "600"], HostConfig: { NetworkMode: "none" } });
  const exited = await make("exited", {
    Cmd: ["sh", "-c", "touch /made /tmp/made; echo out; echo err >&2; exit 3"],
  });
  const created = await make("created", {});
  const privileged = await make("privileged", privilegedContainer());
  for (const id of [running, terminal, paused, exited]) await round.ask("ContainerStart", { path: { id } });
  // Engines that are in a container themselves may not be able to.
  await round.probe("ContainerStart", { path: { id: privileged } });
  await round.ask("ContainerWait", { path: { id: exited } });
  await round.ask("ContainerPause", { path: { id: paused } });
  await round.ask("NetworkConnect", {
    path: { id: networks[1] ?? "" },
    body: { Container: terminal, EndpointConfig: { Aliases: ["another"], DriverOpts: { a: "b" } } },
  });
  const image = await makeImage(round, engine, running);
  return {
    engine,
    running,
    containers: [running, terminal, paused, exited, created, privileged],
    exited,
    created,
    terminal,
    network,
    networks,
    volumes,
    image,
    startedAt,
  };
}

export async function removeWorld(round: Round, world: World): Promise<void> {
  for (const id of world.containers)
    await round.ask("ContainerDelete", { path: { id }, query: { force: true, v: true } });
  for (const id of world.networks) await round.ask("NetworkDelete", { path: { id } });
  for (const name of world.volumes) await round.ask("VolumeDelete", { path: { name } });
  await round.ask("ImageDelete", { path: { name: world.image }, query: { force: true } });
}

export async function makeContainer(
  round: Round,
  { image, labels, uniqueName }: TestEngine,
  area: string,
  body: object,
): Promise<string> {
  const made = await round.ask("ContainerCreate", {
    query: { name: uniqueName(area) },
    body: { Image: image, Labels: labels, ...body },
  });
  return (made as { Id: string }).Id;
}

function richContainer(network: string, subnet: string, volume: string): object {
  return {
    Hostname: "rich",
    Domainname: "example.test",
    User: "0:0",
    Env: ["A=b", "EMPTY="],
    Cmd: ["sh", "-c", "touch /changed; rm -f /etc/group; while :; do echo tick; sleep 1; done"],
    WorkingDir: "/tmp",
    StopSignal: "SIGKILL",
    StopTimeout: 1,
    ExposedPorts: { "80/tcp": {}, "53/udp": {}, "443/tcp": {} },
    Volumes: { "/anonymous": {} },
    Healthcheck: { Test: ["CMD", "true"], Interval: 1_000_000_000, Timeout: 2_000_000_000, Retries: 2 },
    HostConfig: {
      PortBindings: { "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "" }], "53/udp": [{ HostPort: "" }] },
      Binds: [`${volume}:/data:rw`],
      Mounts: [
        { Type: "tmpfs", Target: "/scratch", TmpfsOptions: { SizeBytes: 1_048_576, Mode: 0o700 } },
        { Type: "bind", Source: "/etc", Target: "/host-etc", ReadOnly: true },
        { Type: "volume", Target: "/more", VolumeOptions: { NoCopy: true, Labels: { a: "b" } } },
      ],
      Tmpfs: { "/run": "rw,size=65536" },
      RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 },
      LogConfig: { Type: "json-file", Config: { "max-size": "1m" } },
      CapAdd: ["NET_ADMIN"],
      CapDrop: ["MKNOD"],
      Dns: ["192.0.2.53"],
      DnsSearch: ["example.test"],
      DnsOptions: ["ndots:1"],
      ExtraHosts: ["db:192.0.2.9"],
      Ulimits: [{ Name: "nofile", Soft: 100, Hard: 200 }],
      Memory: 67_108_864,
      NanoCpus: 500_000_000,
      PidsLimit: 50,
      OomScoreAdj: 10,
      ShmSize: 1_048_576,
      Sysctls: { "net.ipv4.ip_unprivileged_port_start": "0" },
      Init: false,
      NetworkMode: network,
      SecurityOpt: ["no-new-privileges"],
    },
    NetworkingConfig: {
      EndpointsConfig: {
        [network]: { Aliases: ["web"], IPAMConfig: { IPv4Address: subnet.replace("0/24", "77") } },
      },
    },
  };
}

function privilegedContainer(): object {
  return {
    Cmd: ["sleep", "600"],
    HostConfig: {
      Privileged: true,
      ReadonlyRootfs: true,
      AutoRemove: false,
      NetworkMode: "host",
      PidMode: "host",
      Devices: [
        { PathOnHost: "/dev/null", PathInContainer: "/dev/nothing", CgroupPermissions: "r" },
        { PathOnHost: "/dev/zero", PathInContainer: "/dev/zeros", CgroupPermissions: "rwm" },
      ],
      GroupAdd: ["1000"],
    },
  };
}

/** A subnet that other networks of the engine are unlikely to have; the next one is tried where they do. */
async function makeNetworks(
  round: Round,
  { uniqueName, labels }: TestEngine,
): Promise<{ networks: string[]; subnet: string }> {
  const rich = uniqueName("net");
  const plain = uniqueName("net");
  const reference = uniqueName("net");
  let subnet = "";
  for (let attempt = 0; attempt < 5; attempt++) {
    subnet = `10.${200 + Math.floor(Math.random() * 50)}.${Math.floor(Math.random() * 250)}.0/24`;
    const made = await round.probe("NetworkCreate", {
      body: {
        Name: rich,
        Labels: labels,
        Driver: "bridge",
        Attachable: true,
        Options: { "com.docker.network.bridge.enable_icc": "true" },
        IPAM: {
          Driver: "default",
          Options: { a: "b" },
          Config: [
            {
              Subnet: subnet,
              Gateway: subnet.replace("0/24", "1"),
              IPRange: subnet.replace("0/24", "64/26"),
              AuxiliaryAddresses: { router: subnet.replace("0/24", "70") },
            },
          ],
        },
      },
    });
    if (made !== undefined) break;
  }
  await round.ask("NetworkCreate", { body: { Name: plain, Labels: labels, Internal: true } });
  await round.ask("NetworkCreate", { body: { Name: reference, Labels: labels, ConfigOnly: true } });
  return { networks: [rich, plain, reference], subnet };
}

async function makeVolumes(round: Round, { uniqueName, labels }: TestEngine): Promise<string[]> {
  const names = [uniqueName("volume"), uniqueName("volume")];
  const [first, second] = names;
  await round.ask("VolumeCreate", { body: { Name: first, Labels: labels } });
  await round.ask("VolumeCreate", {
    body: {
      Name: second,
      Labels: labels,
      Driver: "local",
      DriverOpts: { type: "tmpfs", device: "tmpfs", o: "size=1m" },
    },
  });
  return names.filter((name) => name !== undefined);
}

/** An image with everything set that an image can have. */
async function makeImage(
  round: Round,
  { uniqueName, labels }: TestEngine,
  container: string,
): Promise<string> {
  const repo = uniqueName("image");
  await round.ask("ImageCommit", {
    query: { container, repo, tag: "1", comment: "made by a test", author: "a test", pause: false },
    body: {
      Labels: labels,
      Env: ["A=b"],
      Cmd: ["sh"],
      Entrypoint: ["/bin/sh", "-c"],
      ExposedPorts: { "80/tcp": {} },
      Volumes: { "/data": {} },
      WorkingDir: "/tmp",
      OnBuild: ["RUN true"],
      Healthcheck: { Test: ["CMD", "true"] },
      StopSignal: "SIGTERM",
      Shell: ["/bin/sh", "-c"],
    },
  });
  return `${repo}:1`;
}
