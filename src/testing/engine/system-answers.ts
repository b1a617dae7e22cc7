import { randomUUID } from "node:crypto";
import { containerSummary } from "./container-answers.js";
import { imageSummary } from "./image-answers.js";
import { now, timestamp } from "./moment.js";
import { usersOf } from "./volume-routes.js";
import { volumeAnswer } from "./volumes.js";
import type { World } from "./world.js";

export function engineId(): string {
  return randomUUID();
}

const platform = { Os: "linux", Arch: "amd64", KernelVersion: "6.1.0-test", GoVersion: "go1.22.0" };

export function versionAnswer({ version }: World): object {
  const { api, engine, oldestMinor } = version;
  const MinAPIVersion = `1.${oldestMinor}`;
  const build = { GitCommit: "test", BuildTime: "2024-01-01T00:00:00.000000000+00:00" };
  const Details = { ...platform, ...build, ApiVersion: api, MinAPIVersion, Experimental: "false" };
  return {
    Platform: { Name: "Docker test engine" },
    Components: [
      { Name: "Engine", Version: engine, Details },
      { Name: "containerd", Version: "1.7.0", Details: { GitCommit: "test" } },
      { Name: "runc", Version: "1.1.0", Details: { GitCommit: "test" } },
    ],
    Version: engine,
    ApiVersion: api,
    MinAPIVersion,
    ...build,
    ...platform,
  };
}

export function infoAnswer({ version, id, name, containers, images }: World, minor: number): object {
  const all = containers.all();
  const count = (...statuses: string[]) => all.filter(({ status }) => statuses.includes(status)).length;
  return {
    ID: id,
    Containers: all.length,
    ContainersRunning: count("running", "restarting"),
    ContainersPaused: count("paused"),
    ContainersStopped: count("created", "exited", "dead"),
    Images: images.all().length,
    Driver: "overlay2",
    DriverStatus: [["Backing Filesystem", "memory"]],
    Plugins: {
      Volume: ["local"],
      Network: ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"],
      Authorization: null,
      Log: ["json-file", "local"],
    },
    ...limits,
    ...(minor < 42 && { KernelMemory: true }),
    ...(minor < 50 && { BridgeNfIptables: true, BridgeNfIp6tables: true }),
    Debug: false,
    NFd: 30,
    NGoroutines: 50,
    SystemTime: timestamp(now()),
    LoggingDriver: "json-file",
    CgroupDriver: "cgroupfs",
    CgroupVersion: "2",
    NEventsListener: 0,
    KernelVersion: platform.KernelVersion,
    OperatingSystem: "Docker test engine",
    OSVersion: "1",
    OSType: "linux",
    Architecture: "x86_64",
    IndexServerAddress: "https://index.docker.io/v1/",
    RegistryConfig: { ...registries, ...(minor < 49 && untrusted) },
    NCPU: 2,
    MemTotal: 8_589_934_592,
    GenericResources: null,
    DockerRootDir: "/var/lib/docker",
    HttpProxy: "",
    HttpsProxy: "",
    NoProxy: "",
    Name: name,
    Labels: [],
    ExperimentalBuild: false,
    ServerVersion: version.engine,
    ...(minor < 44 && { ClusterStore: "", ClusterAdvertise: "" }),
    Runtimes: { runc: { path: "runc" } },
    DefaultRuntime: "runc",
    Swarm: {
      NodeID: "",
      NodeAddr: "",
      LocalNodeState: "inactive",
      ControlAvailable: false,
      Error: "",
      RemoteManagers: null,
    },
    LiveRestoreEnabled: false,
    Isolation: "",
    InitBinary: "docker-init",
    ContainerdCommit: { ID: "test", Expected: "test" },
    RuncCommit: { ID: "test", Expected: "test" },
    InitCommit: { ID: "test", Expected: "test" },
    SecurityOptions: ["name=seccomp,profile=builtin"],
    ProductLicense: "",
    ...(minor >= 44 && { CDISpecDirs: [] }),
    Warnings: null,
  };
}

const limits = {
  MemoryLimit: true,
  SwapLimit: true,
  KernelMemoryTCP: true,
  CpuCfsPeriod: true,
  CpuCfsQuota: true,
  CPUShares: true,
  CPUSet: true,
  PidsLimit: true,
  IPv4Forwarding: true,
  OomKillDisable: false,
};

const untrusted = {
  AllowNondistributableArtifactsCIDRs: [],
  AllowNondistributableArtifactsHostnames: [],
};

const registries = {
  InsecureRegistryCIDRs: ["127.0.0.0/8"],
  IndexConfigs: { "docker.io": { Name: "docker.io", Mirrors: [], Secure: true, Official: true } },
  Mirrors: null,
};

/** What takes how much room; of the kinds that are asked for, where they are. */
export function usageAnswer(world: World, minor: number, types: readonly string[]): object {
  const { images, containers, volumes } = world;
  const isWanted = (type: string) => types.length === 0 || types.includes(type);
  const all = images.all();
  return {
    LayersSize: isWanted("image") ? all.reduce((sum, { size }) => sum + size, 0) : 0,
    Images: isWanted("image")
      ? all.map((image) => ({ ...imageSummary(image, minor), SharedSize: 0, Containers: 0 }))
      : null,
    Containers: isWanted("container")
      ? containers.all().map((container) => containerSummary(container, minor, true))
      : null,
    Volumes: isWanted("volume")
      ? volumes.all().map((volume) => ({
          ...volumeAnswer(volume),
          UsageData: { RefCount: usersOf(world, volume).length, Size: 0 },
        }))
      : null,
    ...(minor < 42 && { BuilderSize: 0 }),
    BuildCache: isWanted("build-cache") ? [] : null,
  };
}
