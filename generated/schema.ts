// Made by scripts/generate.ts from spec/. Do not edit.

/** A moment: a `Date`, seconds since 1970, RFC 3339 text, or a Go duration back from now, such as `10m`. */
export type Time = Date | number | string;

/** One value or several. */
export type OneOrMany<T> = T | readonly T[];

/** A tar archive: its bytes, or a stream of them. */
export type TarSource = Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** The bytes of an answer as they arrive. */
export type AnswerStream = ReadableStream<Uint8Array>;

/** An address with its prefix. */
export interface Address {
  /** The address, without prefix. */
  Addr?: string;
  /** Bits of the prefix. */
  PrefixLen?: number;
}
/** Credentials for one registry. */
export interface AuthConfig {
  /** Goes with `password`; not used with a token. */
  username?: string;
  /** Password or access token, in plain text. */
  password?: string;
  /**
   * @deprecated
   * Deprecated: ignored.
   */
  email?: string;
  /** `host[:port]` of the registry; Docker Hub is `https://index.docker.io/v1/`. */
  serveraddress?: string;
  /** Base64 of `username:password`, as in the CLI's configuration file. */
  auth?: string;
  /** Refresh token from an earlier login, in place of a password. */
  identitytoken?: string;
  /** Bearer token sent to the registry as it is. */
  registrytoken?: string;
}
/** One record of the build cache. */
export interface BuildCache {
  /** BuildKit's ID of the record. */
  ID: string;
  /** Records it stands on. Since API v1.42. */
  Parents?: string[] | null;
  /** What is kept: a step's result, a source, a cache mount or something of BuildKit's own. */
  Type: "internal" | "frontend" | "source.local" | "source.git.checkout" | "exec.cachemount" | "regular";
  /** The instruction or source it came from. */
  Description: string;
  /** Whether a build is using it now; then it is not pruned. */
  InUse: boolean;
  /** Whether its bytes are shared with other records or images, so that pruning frees none of them. */
  Shared: boolean;
  /** Bytes. */
  Size: number;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time; `null` for never. */
  LastUsedAt: string | null;
  /** Builds that used it again. */
  UsageCount: number;
  /** Records it stands on, under the name that engines of these versions really send, with a space before it. Since API v1.42. */
  " Parents"?: string[];
}
/** One record of the build cache. */
export interface BuildCache_1_40 {
  /** BuildKit's ID of the record. */
  ID: string;
  /**
   * @deprecated
   * Record it stands on. Deprecated: see `Parents`. Until API v1.41.
   */
  Parent?: string;
  /** What is kept: a step's result, a source, a cache mount or something of BuildKit's own. */
  Type: "internal" | "frontend" | "source.local" | "source.git.checkout" | "exec.cachemount" | "regular";
  /** The instruction or source it came from. */
  Description: string;
  /** Whether a build is using it now; then it is not pruned. */
  InUse: boolean;
  /** Whether its bytes are shared with other records or images, so that pruning frees none of them. */
  Shared: boolean;
  /** Bytes. */
  Size: number;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time; `null` for never. */
  LastUsedAt: string | null;
  /** Builds that used it again. */
  UsageCount: number;
}
/** One step of a build's progress. */
export interface BuildInfo {
  /** Layer or image that a pull inside the build is about. */
  id?: string;
  /** Output of the build, as it comes; lines end with a line feed. */
  stream?: string;
  /**
   * @deprecated
   * The build failed. Deprecated: the same text as in `errorDetail`.
   */
  error?: string;
  /** The build failed; the answer's status was already 200. */
  errorDetail?: ErrorDetail;
  /** What is happening, such as `Downloading`. */
  status?: string;
  /**
   * @deprecated
   * A progress bar drawn in text. Deprecated: draw your own.
   */
  progress?: string;
  /** How far the pull inside the build is. */
  progressDetail?: ProgressDetail;
  /** A result for programs: the image's ID, or base64 text with BuildKit's progress. */
  aux?: unknown;
}
export interface BuildPruneFilters {
  /** Cache last used before this: an age like `24h`, or on newer engines also Unix time in seconds or a date as in RFC 3339. */
  until?: Time;
  /** The cache record with this id. Takes one value only. */
  id?: OneOrMany<string>;
  /** Cache records that build on the one with this id. Takes one value only. */
  parent?: OneOrMany<string>;
  /** Cache records of this kind, like `regular`, `source.local` or `exec.cachemount`. Takes one value only. */
  type?: OneOrMany<string>;
  /** Cache records with exactly this description. Takes one value only. */
  description?: OneOrMany<string>;
  /** Cache records by whether a build is using them. */
  inuse?: boolean;
  /** Cache records by whether images share their data. */
  shared?: boolean;
  /** Cache records by whether their data is theirs alone. */
  private?: boolean;
  /** Older name of `until`, with an age like `24h`. Not both at once. */
  "unused-for"?: OneOrMany<string>;
}
export interface BuildPruneOptions {
  /** Older name of `reservedSpace`, in bytes. */
  keepStorage?: number;
  /** Bytes of cache that always stay; 0 keeps nothing back. Since API v1.48. */
  reservedSpace?: number;
  /** Bytes that the cache may fill; what is above goes. 0 sets no ceiling. Since API v1.48. */
  maxUsedSpace?: number;
  /** Bytes that should be free on the disk; cache goes until they are. 0 sets no goal. Since API v1.48. */
  minFreeSpace?: number;
  /** Also cache that is still of use, such as what tagged images share and the internal records. */
  all?: boolean;
  /** Only cache records that match. */
  filters?: BuildPruneFilters;
}
export interface BuildPruneOptions_1_40 {
  /** Older name of `reservedSpace`, in bytes. */
  keepStorage?: number;
  /** Also cache that is still of use, such as what tagged images share and the internal records. */
  all?: boolean;
  /** Only cache records that match. */
  filters?: BuildPruneFilters;
}
/** What the clean-up took away. */
export interface BuildPruneResult {
  /** IDs of the removed records. */
  CachesDeleted: string[] | null;
  /** Bytes. */
  SpaceReclaimed: number;
}
/** 0 changed, 1 added, 2 removed. */
export type ChangeType = 0 | 1 | 2;
/** The swarm as a whole, without its join tokens. */
export interface ClusterInfo {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Its settings. */
  Spec: SwarmSpecOutput;
  /** Certificate authority that nodes trust. */
  TLSInfo: TLSInfo;
  /** Whether nodes are still moving to a new certificate authority. */
  RootRotationInProgress: boolean;
  /** UDP port of overlay traffic; 0 stands for 4789. Default: `4789`. */
  DataPathPort: number;
  /** Ranges, in CIDR form, that overlay networks get their subnets from. */
  DefaultAddrPool: string[] | null;
  /** Prefix length of each subnet cut out of those ranges. Default: `24`. */
  SubnetSize: number;
}
/** What Swarm knows about a cluster volume. */
export interface ClusterVolume {
  /** Swarm's ID of the volume. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What was wished for. */
  Spec: ClusterVolumeSpecOutput;
  /** What the CSI plugin said; filled once the volume exists there. */
  Info?: {
    /** Bytes it can hold; 0 when unknown. */
    CapacityBytes?: number;
    /** Text pairs of the plugin for its own use. */
    VolumeContext?: {
      [key: string]: string;
    };
    /** The plugin's ID of the volume. */
    VolumeID?: string;
    /** Where in the cluster it can be reached. */
    AccessibleTopology?: Topology[];
  };
  /** How far it is published, by node. */
  PublishStatus?: {
    /** Swarm's ID of the node. */
    NodeID?: string;
    /** Publishing and withdrawing both take steps; `published` is ready for use. */
    State?: "pending-publish" | "published" | "pending-node-unpublish" | "pending-controller-unpublish";
    /** Text pairs of the plugin for its own use. */
    PublishContext?: {
      [key: string]: string;
    };
  }[];
}
/** What a cluster volume should be like. */
export interface ClusterVolumeSpec {
  /** Volumes of one group stand in for each other: mount `group:<name>` to get any of them. */
  Group?: string;
  /** Who may use it, and how. */
  AccessMode?: {
    /** Whether one node or several may have it at a time. Default: `single`. */
    Scope?: "single" | "multi";
    /** How many tasks may use it at a time, and which of them may write. Default: `none`. */
    Sharing?: "none" | "readonly" | "onewriter" | "all";
    /** Use as a file system; an empty object will do. */
    MountVolume?: {
      /** File system to put on it. */
      FsType?: string;
      /** Options to mount it with. */
      MountFlags?: string[];
    };
    /** Use as a block device; an empty object says so. */
    BlockVolume?: Record<string, unknown>;
  };
  /** Secrets handed to the plugin. */
  Secrets?: {
    /** Key that the plugin looks for. */
    Key?: string;
    /** Name or ID of Swarm's secret. */
    Secret?: string;
  }[];
  /** From where in the cluster it must be reachable. */
  AccessibilityRequirements?: {
    /** It must be reachable from at least one of these. */
    Requisite?: Topology[];
    /** Places to try first, the best one first. */
    Preferred?: Topology[];
  };
  /** How large it should be. */
  CapacityRange?: {
    /** Bytes it must hold at least; 0 for no wish. */
    RequiredBytes?: number;
    /** Bytes it may hold at most; 0 for no limit. */
    LimitBytes?: number;
  };
  /** `pause` takes no new tasks, `drain` also moves those that use it. */
  Availability?: "active" | "pause" | "drain";
}
/** What a cluster volume should be like. */
export interface ClusterVolumeSpecOutput {
  /** Volumes of one group stand in for each other: mount `group:<name>` to get any of them. */
  Group?: string;
  /** Who may use it, and how. */
  AccessMode?: {
    /** Whether one node or several may have it at a time. Default: `single`. */
    Scope?: "single" | "multi";
    /** How many tasks may use it at a time, and which of them may write. Default: `none`. */
    Sharing?: "none" | "readonly" | "onewriter" | "all";
    /** Use as a file system; an empty object will do. */
    MountVolume?: {
      /** File system to put on it. */
      FsType?: string;
      /** Options to mount it with. */
      MountFlags?: string[];
    };
    /** Use as a block device; an empty object says so. */
    BlockVolume?: Record<string, unknown>;
  };
  /** Secrets handed to the plugin. */
  Secrets?: {
    /** Key that the plugin looks for. */
    Key: string;
    /** Name or ID of Swarm's secret. */
    Secret: string;
  }[];
  /** From where in the cluster it must be reachable. */
  AccessibilityRequirements?: {
    /** It must be reachable from at least one of these. */
    Requisite?: Topology[];
    /** Places to try first, the best one first. */
    Preferred?: Topology[];
  };
  /** How large it should be. */
  CapacityRange?: {
    /** Bytes it must hold at least; 0 for no wish. */
    RequiredBytes: number;
    /** Bytes it may hold at most; 0 for no limit. */
    LimitBytes: number;
  };
  /** `pause` takes no new tasks, `drain` also moves those that use it. */
  Availability?: "active" | "pause" | "drain";
}
/** Build of a component. */
export interface Commit {
  /** Its commit or version; empty or `N/A` when unknown. */
  ID: string;
}
/** Build of a component. */
export interface Commit_1_40 {
  /** Its commit or version; empty or `N/A` when unknown. */
  ID: string;
  /**
   * @deprecated
   * What the engine was built to go with. Deprecated. Until API v1.48.
   */
  Expected?: string;
}
/** A piece of configuration in the swarm. Unlike a secret, it can be read back. */
export interface Config {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What it holds. */
  Spec: ConfigSpecOutput;
}
/** The config that was created. */
export interface ConfigCreateResult {
  /** 25 letters and digits. */
  ID: string;
}
export interface ConfigListFilters {
  /** Configs whose id begins with this. */
  id?: OneOrMany<string>;
  /** Configs with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Configs whose name begins with this. */
  name?: OneOrMany<string>;
}
export interface ConfigListOptions {
  /** Only configs that match. */
  filters?: ConfigListFilters;
}
/** Points to a network that serves as a template. */
export interface ConfigReference {
  /** Name of a network created as `ConfigOnly`. */
  Network?: string;
}
/** Points to a network that serves as a template. */
export interface ConfigReferenceOutput {
  /** Name of a network created as `ConfigOnly`. */
  Network: string;
}
/** What a config should be. Only its labels can be changed later. */
export interface ConfigSpec {
  /** Unique in the swarm. */
  Name?: string;
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
  /** The content in base64, under 1000 KiB before encoding. */
  Data?: string;
  /** Fills in templates in the content; the only driver is `golang`. */
  Templating?: Driver;
}
/** What a config should be. Only its labels can be changed later. */
export interface ConfigSpecOutput {
  /** Unique in the swarm. */
  Name: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** The content in base64, under 1000 KiB before encoding. */
  Data?: string;
  /** Fills in templates in the content; the only driver is `golang`. */
  Templating?: Driver;
}
export interface ConfigUpdateOptions {
  /** `Version.Index` of the config as last read; the update fails if someone changed the config since. */
  version: number;
}
export interface ContainerArchiveInfoOptions {
  /** File or folder in the container; a relative path starts at `/`. Of a symbolic link it tells the target. */
  path: string;
}
export interface ContainerArchiveOptions {
  /** File or folder to read; a relative path starts at `/`. With `/.` at the end the entries lose the folder's name. */
  path: string;
}
export interface ContainerAttachOptions {
  /** Keys that end the session but not the process, like `ctrl-p,ctrl-q`. They are looked for in what you send to a TTY. */
  detachKeys?: string;
  /** Gives the output of the past first. With `stream` the live output follows. Default: `false`. */
  logs?: boolean;
  /** Gives the output from now on and takes input. With neither this nor `logs` nothing comes. Default: `false`. */
  stream?: boolean;
  /** Takes input for the process. Needs `stream`, and a container created with `OpenStdin`. Default: `false`. */
  stdin?: boolean;
  /** What the process writes to stdout; with a TTY that is all its output. Default: `false`. */
  stdout?: boolean;
  /** What the process writes to stderr. Default: `false`. */
  stderr?: boolean;
}
export interface ContainerAttachWebsocketOptions {
  /** Keys that end the session but not the process, like `ctrl-p,ctrl-q`. They are looked for in what you send to a TTY. */
  detachKeys?: string;
  /** Gives the output of the past first. With `stream` the live output follows. Default: `false`. */
  logs?: boolean;
  /** Gives the output from now on and takes input. With neither this nor `logs` nothing comes. Default: `false`. */
  stream?: boolean;
  /** Takes input for the process. Needs `stream`, and a container created with `OpenStdin`. Default: `false`. Since API v1.42. */
  stdin?: boolean;
  /** What the process writes to stdout; with a TTY that is all its output. Default: `false`. Since API v1.42. */
  stdout?: boolean;
  /** What the process writes to stderr. Default: `false`. Since API v1.42. */
  stderr?: boolean;
}
export interface ContainerAttachWebsocketOptions_1_40 {
  /** Keys that end the session but not the process, like `ctrl-p,ctrl-q`. They are looked for in what you send to a TTY. */
  detachKeys?: string;
  /** Gives the output of the past first. With `stream` the live output follows. Default: `false`. */
  logs?: boolean;
  /** Gives the output from now on and takes input. With neither this nor `logs` nothing comes. Default: `false`. */
  stream?: boolean;
}
/** One counter of one block device. */
export interface ContainerBlkioStatEntry {
  /** Major device number. */
  major: number;
  /** Minor device number. */
  minor: number;
  /** `read`, `write` and, with cgroup v1, `sync`, `async` or `total`; some engines capitalise it. */
  op: string;
  /** The count; its unit is that of the list it stands in. */
  value: number;
}
/** Block device counters. Cgroup v2 fills only the bytes; most lists are for v1. */
export interface ContainerBlkioStats {
  /** Bytes moved. */
  io_service_bytes_recursive: ContainerBlkioStatEntry[] | null;
  /** Operations done. Cgroup v1 only. */
  io_serviced_recursive: ContainerBlkioStatEntry[] | null;
  /** Operations waiting now. Cgroup v1 only. */
  io_queue_recursive: ContainerBlkioStatEntry[] | null;
  /** Nanoseconds between handing operations to devices and their end. Cgroup v1 only. */
  io_service_time_recursive: ContainerBlkioStatEntry[] | null;
  /** Nanoseconds that operations waited in queues. Cgroup v1 only. */
  io_wait_time_recursive: ContainerBlkioStatEntry[] | null;
  /** Operations merged with others. Cgroup v1 only. */
  io_merged_recursive: ContainerBlkioStatEntry[] | null;
  /** Milliseconds in which devices were busy. Cgroup v1 only. */
  io_time_recursive: ContainerBlkioStatEntry[] | null;
  /** Sectors moved. Cgroup v1 only. */
  sectors_recursive: ContainerBlkioStatEntry[] | null;
}
/** CPU time at one moment. All counters only ever grow. */
export interface ContainerCPUStats {
  /** Time the container has used. */
  cpu_usage: ContainerCPUUsage;
  /** Nanoseconds that all CPUs of the host have spent. Linux only. */
  system_cpu_usage?: number;
  /** CPUs of the host that are on. Linux only. */
  online_cpus?: number;
  /** How often its quota held it back. Linux only. */
  throttling_data: ContainerThrottlingData;
}
/** CPU time since the start: nanoseconds on Linux, units of 100 nanoseconds on Windows. */
export interface ContainerCPUUsage {
  /** User and kernel time together, over all CPUs. */
  total_usage: number;
  /** Nanoseconds per CPU. Cgroup v1 only. */
  percpu_usage?: number[];
  /** The part spent in the kernel. */
  usage_in_kernelmode: number;
  /** The part spent in programs. */
  usage_in_usermode: number;
}
/** A path that differs from the image. */
export interface ContainerChangesResultItem {
  /** Absolute path in the container. */
  Path: string;
  /** 0 changed, 1 added, 2 removed. */
  Kind: 0 | 1 | 2;
}
/** What a container runs, independent of the host it runs on. */
export interface ContainerConfig {
  /** Empty takes the first 12 digits of the container's ID. */
  Hostname?: string;
  /** Domain part of the name it has for itself. */
  Domainname?: string;
  /** `user[:group]`, names or numbers; empty takes the image's. */
  User?: string;
  /** A note for clients that stdin will be attached; `docker run` without `-d` sets it. Default: `false`. */
  AttachStdin?: boolean;
  /** A note for clients that stdout will be attached. Default: `true`. */
  AttachStdout?: boolean;
  /** A note for clients that stderr will be attached. Default: `true`. */
  AttachStderr?: boolean;
  /** Keys such as `80/tcp`, each with an empty object. Exposing publishes nothing. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** Gives it a terminal. Its output is then one raw stream without frames. Default: `false`. */
  Tty?: boolean;
  /** Keeps stdin open even while nobody is attached. Default: `false`. */
  OpenStdin?: boolean;
  /** Closes stdin when the first attached client goes; programs that read to the end need it. Default: `false`. */
  StdinOnce?: boolean;
  /** `NAME=value`; a bare `NAME` takes the variable away that the image sets. */
  Env?: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd?: string[] | null;
  /** Replaces the image's health check. */
  Healthcheck?: HealthConfig;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** Name, digest or ID of the image. */
  Image?: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes?: {
    [key: string]: unknown;
  } | null;
  /** Folder its programs start in; created when missing. */
  WorkingDir?: string;
  /** The program that is run with `Cmd` as arguments; `[""]` drops the image's. */
  Entrypoint?: string[] | null;
  /** Leaves it with the loopback interface alone. */
  NetworkDisabled?: boolean | null;
  /**
   * @deprecated
   * Deprecated: say it in the endpoint's settings instead.
   */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild?: string[] | null;
  /** Your own metadata; those of the image are added. */
  Labels?: {
    [key: string]: string;
  };
  /** Signal that asks it to stop, by name or number. */
  StopSignal?: string | null;
  /** Seconds between the stop signal and SIGKILL; -1 waits for ever. Default: `10`. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What a container runs, independent of the host it runs on. */
export interface ContainerConfigOutput {
  /** Empty takes the first 12 digits of the container's ID. */
  Hostname: string;
  /** Domain part of the name it has for itself. */
  Domainname: string;
  /** `user[:group]`, names or numbers; empty takes the image's. */
  User: string;
  /** A note for clients that stdin will be attached; `docker run` without `-d` sets it. Default: `false`. */
  AttachStdin: boolean;
  /** A note for clients that stdout will be attached. Default: `true`. */
  AttachStdout: boolean;
  /** A note for clients that stderr will be attached. Default: `true`. */
  AttachStderr: boolean;
  /** Keys such as `80/tcp`, each with an empty object. Exposing publishes nothing. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** Gives it a terminal. Its output is then one raw stream without frames. Default: `false`. */
  Tty: boolean;
  /** Keeps stdin open even while nobody is attached. Default: `false`. */
  OpenStdin: boolean;
  /** Closes stdin when the first attached client goes; programs that read to the end need it. Default: `false`. */
  StdinOnce: boolean;
  /** `NAME=value`; a bare `NAME` takes the variable away that the image sets. */
  Env: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd: string[] | null;
  /** Replaces the image's health check. */
  Healthcheck?: HealthConfig;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** Name, digest or ID of the image. */
  Image: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes: {
    [key: string]: unknown;
  } | null;
  /** Folder its programs start in; created when missing. */
  WorkingDir: string;
  /** The program that is run with `Cmd` as arguments; `[""]` drops the image's. */
  Entrypoint: string[] | null;
  /** Leaves it with the loopback interface alone. */
  NetworkDisabled?: boolean | null;
  /**
   * @deprecated
   * Deprecated: say it in the endpoint's settings instead.
   */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild?: string[] | null;
  /** Your own metadata; those of the image are added. */
  Labels: {
    [key: string]: string;
  };
  /** Signal that asks it to stop, by name or number. */
  StopSignal?: string | null;
  /** Seconds between the stop signal and SIGKILL; -1 waits for ever. Default: `10`. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What a container runs, independent of the host it runs on. */
export interface ContainerConfigOutput_1_40 {
  /** Empty takes the first 12 digits of the container's ID. */
  Hostname: string;
  /** Domain part of the name it has for itself. */
  Domainname: string;
  /** `user[:group]`, names or numbers; empty takes the image's. */
  User: string;
  /** A note for clients that stdin will be attached; `docker run` without `-d` sets it. Default: `false`. */
  AttachStdin: boolean;
  /** A note for clients that stdout will be attached. Default: `true`. */
  AttachStdout: boolean;
  /** A note for clients that stderr will be attached. Default: `true`. */
  AttachStderr: boolean;
  /** Keys such as `80/tcp`, each with an empty object. Exposing publishes nothing. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** Gives it a terminal. Its output is then one raw stream without frames. Default: `false`. */
  Tty: boolean;
  /** Keeps stdin open even while nobody is attached. Default: `false`. */
  OpenStdin: boolean;
  /** Closes stdin when the first attached client goes; programs that read to the end need it. Default: `false`. */
  StdinOnce: boolean;
  /** `NAME=value`; a bare `NAME` takes the variable away that the image sets. */
  Env: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd: string[] | null;
  /** Replaces the image's health check. */
  Healthcheck?: HealthConfig_1_40;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** Name, digest or ID of the image. */
  Image: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes: {
    [key: string]: unknown;
  } | null;
  /** Folder its programs start in; created when missing. */
  WorkingDir: string;
  /** The program that is run with `Cmd` as arguments; `[""]` drops the image's. */
  Entrypoint: string[] | null;
  /** Leaves it with the loopback interface alone. */
  NetworkDisabled?: boolean | null;
  /**
   * @deprecated
   * Deprecated: say it in the endpoint's settings instead.
   */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild?: string[] | null;
  /** Your own metadata; those of the image are added. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Signal that asks it to stop, by name or number. */
  StopSignal?: string | null;
  /** Seconds between the stop signal and SIGKILL; -1 waits for ever. Default: `10`. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What a container runs, independent of the host it runs on. */
export interface ContainerConfigOutput_1_44 {
  /** Empty takes the first 12 digits of the container's ID. */
  Hostname: string;
  /** Domain part of the name it has for itself. */
  Domainname: string;
  /** `user[:group]`, names or numbers; empty takes the image's. */
  User: string;
  /** A note for clients that stdin will be attached; `docker run` without `-d` sets it. Default: `false`. */
  AttachStdin: boolean;
  /** A note for clients that stdout will be attached. Default: `true`. */
  AttachStdout: boolean;
  /** A note for clients that stderr will be attached. Default: `true`. */
  AttachStderr: boolean;
  /** Keys such as `80/tcp`, each with an empty object. Exposing publishes nothing. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** Gives it a terminal. Its output is then one raw stream without frames. Default: `false`. */
  Tty: boolean;
  /** Keeps stdin open even while nobody is attached. Default: `false`. */
  OpenStdin: boolean;
  /** Closes stdin when the first attached client goes; programs that read to the end need it. Default: `false`. */
  StdinOnce: boolean;
  /** `NAME=value`; a bare `NAME` takes the variable away that the image sets. */
  Env: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd: string[] | null;
  /** Replaces the image's health check. */
  Healthcheck?: HealthConfig;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** Name, digest or ID of the image. */
  Image: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes: {
    [key: string]: unknown;
  } | null;
  /** Folder its programs start in; created when missing. */
  WorkingDir: string;
  /** The program that is run with `Cmd` as arguments; `[""]` drops the image's. */
  Entrypoint: string[] | null;
  /** Leaves it with the loopback interface alone. */
  NetworkDisabled?: boolean | null;
  /**
   * @deprecated
   * Deprecated: say it in the endpoint's settings instead.
   */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild?: string[] | null;
  /** Your own metadata; those of the image are added. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Signal that asks it to stop, by name or number. */
  StopSignal?: string | null;
  /** Seconds between the stop signal and SIGKILL; -1 waits for ever. Default: `10`. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What a container runs, independent of the host it runs on. */
export interface ContainerConfig_1_40 {
  /** Empty takes the first 12 digits of the container's ID. */
  Hostname?: string;
  /** Domain part of the name it has for itself. */
  Domainname?: string;
  /** `user[:group]`, names or numbers; empty takes the image's. */
  User?: string;
  /** A note for clients that stdin will be attached; `docker run` without `-d` sets it. Default: `false`. */
  AttachStdin?: boolean;
  /** A note for clients that stdout will be attached. Default: `true`. */
  AttachStdout?: boolean;
  /** A note for clients that stderr will be attached. Default: `true`. */
  AttachStderr?: boolean;
  /** Keys such as `80/tcp`, each with an empty object. Exposing publishes nothing. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** Gives it a terminal. Its output is then one raw stream without frames. Default: `false`. */
  Tty?: boolean;
  /** Keeps stdin open even while nobody is attached. Default: `false`. */
  OpenStdin?: boolean;
  /** Closes stdin when the first attached client goes; programs that read to the end need it. Default: `false`. */
  StdinOnce?: boolean;
  /** `NAME=value`; a bare `NAME` takes the variable away that the image sets. */
  Env?: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd?: string[] | null;
  /** Replaces the image's health check. */
  Healthcheck?: HealthConfig_1_40;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** Name, digest or ID of the image. */
  Image?: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes?: {
    [key: string]: unknown;
  } | null;
  /** Folder its programs start in; created when missing. */
  WorkingDir?: string;
  /** The program that is run with `Cmd` as arguments; `[""]` drops the image's. */
  Entrypoint?: string[] | null;
  /** Leaves it with the loopback interface alone. */
  NetworkDisabled?: boolean | null;
  /**
   * @deprecated
   * Deprecated: say it in the endpoint's settings instead.
   */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild?: string[] | null;
  /** Your own metadata; those of the image are added. */
  Labels?: {
    [key: string]: string;
  } | null;
  /** Signal that asks it to stop, by name or number. */
  StopSignal?: string | null;
  /** Seconds between the stop signal and SIGKILL; -1 waits for ever. Default: `10`. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What a container runs, independent of the host it runs on. */
export interface ContainerConfig_1_44 {
  /** Empty takes the first 12 digits of the container's ID. */
  Hostname?: string;
  /** Domain part of the name it has for itself. */
  Domainname?: string;
  /** `user[:group]`, names or numbers; empty takes the image's. */
  User?: string;
  /** A note for clients that stdin will be attached; `docker run` without `-d` sets it. Default: `false`. */
  AttachStdin?: boolean;
  /** A note for clients that stdout will be attached. Default: `true`. */
  AttachStdout?: boolean;
  /** A note for clients that stderr will be attached. Default: `true`. */
  AttachStderr?: boolean;
  /** Keys such as `80/tcp`, each with an empty object. Exposing publishes nothing. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** Gives it a terminal. Its output is then one raw stream without frames. Default: `false`. */
  Tty?: boolean;
  /** Keeps stdin open even while nobody is attached. Default: `false`. */
  OpenStdin?: boolean;
  /** Closes stdin when the first attached client goes; programs that read to the end need it. Default: `false`. */
  StdinOnce?: boolean;
  /** `NAME=value`; a bare `NAME` takes the variable away that the image sets. */
  Env?: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd?: string[] | null;
  /** Replaces the image's health check. */
  Healthcheck?: HealthConfig;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** Name, digest or ID of the image. */
  Image?: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes?: {
    [key: string]: unknown;
  } | null;
  /** Folder its programs start in; created when missing. */
  WorkingDir?: string;
  /** The program that is run with `Cmd` as arguments; `[""]` drops the image's. */
  Entrypoint?: string[] | null;
  /** Leaves it with the loopback interface alone. */
  NetworkDisabled?: boolean | null;
  /**
   * @deprecated
   * Deprecated: say it in the endpoint's settings instead.
   */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild?: string[] | null;
  /** Your own metadata; those of the image are added. */
  Labels?: {
    [key: string]: string;
  } | null;
  /** Signal that asks it to stop, by name or number. */
  StopSignal?: string | null;
  /** Seconds between the stop signal and SIGKILL; -1 waits for ever. Default: `10`. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody = ContainerConfig & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig;
};
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody_1_40 = ContainerConfig_1_40 & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig_1_40;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig_1_40;
};
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody_1_41 = ContainerConfig_1_40 & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig_1_41;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig_1_40;
};
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody_1_42 = ContainerConfig_1_40 & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig_1_42;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig_1_40;
};
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody_1_43 = ContainerConfig_1_40 & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig_1_43;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig_1_40;
};
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody_1_44 = ContainerConfig_1_44 & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig_1_44;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig_1_44;
};
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody_1_45 = ContainerConfig & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig_1_45;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig_1_44;
};
/** What to run and how, with the host's side in `HostConfig` and networks in `NetworkingConfig`. */
export type ContainerCreateBody_1_46 = ContainerConfig & {
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig?: HostConfig_1_46;
  /** Networks to attach at creation, with their settings. */
  NetworkingConfig?: NetworkingConfig_1_44;
};
export interface ContainerCreateOptions {
  /** Name for the container; the engine makes one up without it. A taken name is refused. */
  name?: string;
  /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. Since API v1.41. */
  platform?: string;
}
export interface ContainerCreateOptions_1_40 {
  /** Name for the container; the engine makes one up without it. A taken name is refused. */
  name?: string;
}
/** The container that was created. */
export interface ContainerCreateResponse {
  /** 64 hexadecimal digits. */
  Id: string;
  /** What the engine ignored or changed, as sentences for people. */
  Warnings: string[];
}
/** The container that was created. */
export interface ContainerCreateResult {
  /** 64 hexadecimal digits. */
  Id: string;
  /** What the engine ignored or changed, as sentences for people. */
  Warnings: string[];
}
export interface ContainerDeleteOptions {
  /** Also deletes its volumes without a name of their own. Named ones always stay. Default: `false`. */
  volumes?: boolean;
  /** Ends a running container with SIGKILL first. Default: `false`. */
  force?: boolean;
  /** Deletes a legacy link and not the container. The path then names the link, like `web/db`. Default: `false`. */
  link?: boolean;
}
/** The command with its variables, user, folder and streams. */
export interface ContainerExecBody {
  /** Connects its stdin to the caller. */
  AttachStdin?: boolean;
  /** Connects its stdout to the caller. */
  AttachStdout?: boolean;
  /** Connects its stderr to the caller. */
  AttachStderr?: boolean;
  /** First size of the terminal in characters: `[height, width]`. Since API v1.42. */
  ConsoleSize?: number[] | null;
  /** Keys that leave it without ending it, such as `ctrl-p,ctrl-q`. */
  DetachKeys?: string;
  /** Gives it a terminal. Its output is then one raw stream without frames. */
  Tty?: boolean;
  /** `NAME=value`, on top of the container's own variables. */
  Env?: string[];
  /** The program and its arguments; no shell is involved. */
  Cmd?: string[];
  /** Runs it with all capabilities. Default: `false`. */
  Privileged?: boolean;
  /** `user[:group]`, names or numbers; empty takes the container's. */
  User?: string;
  /** Absolute folder it starts in; empty takes the container's. */
  WorkingDir?: string;
}
/** The command with its variables, user, folder and streams. */
export interface ContainerExecBody_1_40 {
  /** Connects its stdin to the caller. */
  AttachStdin?: boolean;
  /** Connects its stdout to the caller. */
  AttachStdout?: boolean;
  /** Connects its stderr to the caller. */
  AttachStderr?: boolean;
  /** Keys that leave it without ending it, such as `ctrl-p,ctrl-q`. */
  DetachKeys?: string;
  /** Gives it a terminal. Its output is then one raw stream without frames. */
  Tty?: boolean;
  /** `NAME=value`, on top of the container's own variables. */
  Env?: string[];
  /** The program and its arguments; no shell is involved. */
  Cmd?: string[];
  /** Runs it with all capabilities. Default: `false`. */
  Privileged?: boolean;
  /** `user[:group]`, names or numbers; empty takes the container's. */
  User?: string;
  /** Absolute folder it starts in; empty takes the container's. */
  WorkingDir?: string;
}
export interface ContainerInspectOptions {
  /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. Default: `false`. */
  size?: boolean;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResponse {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** The platform manifest it was created from. Only with the containerd image store. */
  ImageManifestDescriptor?: OCIDescriptor;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: DriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_46;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: DriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_44;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult_1_40 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_40;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: GraphDriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_40[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput_1_40;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_40;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult_1_41 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_41;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: GraphDriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_40[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput_1_40;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_40;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult_1_42 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_42;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: GraphDriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput_1_40;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_40;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult_1_43 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_43;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: GraphDriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput_1_40;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_40;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult_1_44 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_44;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: GraphDriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput_1_44;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_44;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult_1_45 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_45;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: GraphDriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_44;
}
/** Everything the engine knows about one container. */
export interface ContainerInspectResult_1_46 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** The program that is run: the entrypoint's first word or, without one, the command's. */
  Path: string;
  /** Its arguments, without the program itself. */
  Args: string[];
  /** What it is doing now, or how it ended. */
  State: ContainerState;
  /** `sha256:` digest of the image it runs from. */
  Image: string;
  /** Host path of the file it sees as `/etc/resolv.conf`; empty before its first start. */
  ResolvConfPath: string;
  /** Host path of the file it sees as `/etc/hostname`; empty before its first start. */
  HostnamePath: string;
  /** Host path of the file it sees as `/etc/hosts`; empty before its first start. */
  HostsPath: string;
  /** Host path of the log file. Empty for log drivers that keep none there. */
  LogPath: string;
  /** Starts with `/`. */
  Name: string;
  /** Restarts by its restart policy; `docker restart` does not count. */
  RestartCount: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Operating system: `linux` or `windows`. */
  Platform: string;
  /** SELinux label of its files; empty without SELinux. */
  MountLabel: string;
  /** SELinux label of its processes; empty without SELinux. */
  ProcessLabel: string;
  /** Name of its AppArmor profile; empty without AppArmor. */
  AppArmorProfile: string;
  /** Exec instances the engine still remembers. */
  ExecIDs: string[] | null;
  /** How the host runs it: limits, mounts, ports, restarts. */
  HostConfig: HostConfigOutput_1_46;
  /** Where the storage driver keeps its file system. */
  GraphDriver?: GraphDriverData;
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
  /** What it runs, independent of the host. */
  Config: ContainerConfigOutput;
  /** Its networks, addresses and published ports. */
  NetworkSettings: NetworkSettings_1_44;
}
export interface ContainerKillOptions {
  /** The signal by name or number, like `SIGHUP` or `1`. The call does not wait for its effect. Default: `SIGKILL`. */
  signal?: string;
}
export interface ContainerListFilters {
  /** Containers made from this image or from one built on it: its name, `name:tag`, id or digest. */
  ancestor?: OneOrMany<string>;
  /** Containers made earlier than this one, given by name or id; an unknown one is refused. */
  before?: OneOrMany<string>;
  /** Containers that expose this port or range, published or not, as `80`, `80/tcp` or `80-90/udp`. */
  expose?: OneOrMany<string>;
  /** Containers that have ended with this exit code, like `137`. Needs `all`. */
  exited?: OneOrMany<number>;
  /** Containers by what their health check says; `none` has no check. */
  health?: OneOrMany<"starting" | "healthy" | "unhealthy" | "none">;
  /** Containers whose id begins with this. */
  id?: OneOrMany<string>;
  /** Containers by how Windows separates them. Of no use on Linux. */
  isolation?: OneOrMany<"default" | "process" | "hyperv">;
  /** `true` gives only the containers of swarm tasks, `false` only the others. */
  "is-task"?: boolean;
  /** Containers with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Containers whose name has this in it; a regular expression, so `^/?web$` is the exact name. */
  name?: OneOrMany<string>;
  /** Containers on this network, given by name or id. */
  network?: OneOrMany<string>;
  /** Containers that publish this port on the host, as `80`, `80/tcp` or `80-90/udp`. */
  publish?: OneOrMany<string>;
  /** Containers made later than this one, given by name or id; an unknown one is refused. */
  since?: OneOrMany<string>;
  /** Containers by what they are doing. Also finds those that are not running, without `all`. */
  status?: OneOrMany<"created" | "restarting" | "running" | "removing" | "paused" | "exited" | "dead">;
  /** Containers with this volume, by its name or the path where it is mounted. */
  volume?: OneOrMany<string>;
}
export interface ContainerListOptions {
  /** Also containers that are not running. Default: `false`. */
  all?: boolean;
  /** The most containers to give, newest first; stopped ones count too. 0 and below set no limit. */
  limit?: number;
  /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. Default: `false`. */
  size?: boolean;
  /** Only containers that match. */
  filters?: ContainerListFilters;
}
export interface ContainerLogsOptions {
  /** Stays open for new output until the container stops. Default: `false`. */
  follow?: boolean;
  /** What the container wrote to stdout. Default: `false`. */
  stdout?: boolean;
  /** What the container wrote to stderr. A container with a TTY has everything in stdout. Default: `false`. */
  stderr?: boolean;
  /** Leaves out lines older than this Unix time, in seconds. 0 leaves out nothing. */
  since?: Time;
  /** Leaves out lines newer than this Unix time, in seconds. 0 leaves out nothing. */
  until?: Time;
  /** Puts the time of each line in front of it, in RFC 3339 with nanoseconds. Default: `false`. */
  timestamps?: boolean;
  /** How many lines to give, counted from the end, or `all`. `0` skips the past, for use with `follow`. Default: `all`. */
  tail?: string;
  /** Puts the labels and variables that the log driver was told to keep in front of each line. Default: `false`. */
  details?: boolean;
}
/** Memory of a container. Linux and Windows fill different fields. */
export interface ContainerMemoryStats {
  /** Bytes in use, page cache included; `docker stats` subtracts `inactive_file` (cgroup v1: `total_inactive_file`). Linux only. */
  usage?: number;
  /** Most bytes ever in use. Cgroup v1 only. */
  max_usage?: number;
  /** Counters of the kernel's `memory.stat`, mostly bytes. Names differ between cgroup v1 and v2. */
  stats?: {
    [key: string]: number;
  };
  /** How often the limit was hit. Cgroup v1 only. */
  failcnt?: number;
  /** Bytes it may use; the host's memory when it has no limit. Linux only. */
  limit?: number;
  /** Committed bytes. Windows only. */
  commitbytes?: number;
  /** Most bytes ever committed. Windows only. */
  commitpeakbytes?: number;
  /** Bytes of its private working set. Windows only. */
  privateworkingset?: number;
}
/** Traffic of one interface since the start. */
export interface ContainerNetworkStats {
  /** Bytes received. */
  rx_bytes: number;
  /** Packets received. */
  rx_packets: number;
  /** Receive errors. Linux only. */
  rx_errors: number;
  /** Received packets that were dropped. */
  rx_dropped: number;
  /** Bytes sent. */
  tx_bytes: number;
  /** Packets sent. */
  tx_packets: number;
  /** Send errors. Linux only. */
  tx_errors: number;
  /** Packets to send that were dropped. */
  tx_dropped: number;
  /** ID of the endpoint. Windows only. */
  endpoint_id?: string;
  /** ID of the instance. Windows only. */
  instance_id?: string;
}
/** Processes and threads of a container. Linux only. */
export interface ContainerPidsStats {
  /** How many there are now. */
  current?: number;
  /** Most there may be; 0, absent or about 2^64 for no limit. */
  limit?: number;
}
export interface ContainerPruneFilters {
  /** Containers made before this: Unix time in seconds, a date as in RFC 3339, or an age like `10m` or `1h30m`. */
  until?: Time;
  /** Containers with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Containers without this label, as `key` or `key=value`. */
  "label!"?: OneOrMany<string>;
}
export interface ContainerPruneOptions {
  /** Only containers that match. */
  filters?: ContainerPruneFilters;
}
/** What the clean-up took away. */
export interface ContainerPruneResult {
  /** IDs of the removed containers. */
  ContainersDeleted: string[] | null;
  /** Bytes. */
  SpaceReclaimed: number;
}
export interface ContainerRenameOptions {
  /** The name to take on. One that another container has is refused. */
  name: string;
}
export interface ContainerResizeOptions {
  /** Height of the terminal, in rows of characters. */
  height: number;
  /** Width of the terminal, in columns of characters. */
  width: number;
}
export interface ContainerRestartOptions {
  /** Signal that asks for the stop, by name or number. Without it the container's `StopSignal`, else SIGTERM. Since API v1.42. */
  signal?: string;
  /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
  timeout?: number;
}
export interface ContainerRestartOptions_1_40 {
  /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
  timeout?: number;
}
export interface ContainerStartOptions {
  /** Name of a checkpoint to resume from. The daemon must have experimental features on. */
  checkpoint?: string;
  /** Folder on the daemon's host where the checkpoint lies, if not among the container's own. */
  checkpointDir?: string;
}
/** What a container is doing now, or how it ended. */
export interface ContainerState {
  /** The state as one word; the booleans beside it overlap, this does not. */
  Status: "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";
  /** Also `true` while it is paused or about to be restarted. */
  Running: boolean;
  /** Whether its processes are frozen. */
  Paused: boolean;
  /** Whether it waits for its restart policy to start it again. */
  Restarting: boolean;
  /** Whether the kernel killed one of its processes for lack of memory. */
  OOMKilled: boolean;
  /** Whether a removal failed half-way; all it is good for is another removal. */
  Dead: boolean;
  /** Process ID on the host; 0 while it is not running. */
  Pid: number;
  /** Exit status of its last run; 137 is SIGKILL. Says nothing while it is running. */
  ExitCode: number;
  /** Why the last start failed; empty otherwise. */
  Error: string;
  /** RFC 3339 time; `0001-01-01T00:00:00Z` for never. */
  StartedAt: string;
  /** RFC 3339 time; `0001-01-01T00:00:00Z` for never. */
  FinishedAt: string;
  /** Outcome of the health checks; absent without a health check. */
  Health?: Health;
}
export interface ContainerStatsOptions {
  /** Goes on with a new sample about every second. Without it the call ends after one sample. Default: `true`. */
  stream?: boolean;
  /** Answers at once, with `precpu_stats` empty. Otherwise one sample takes up to two seconds. Only without `stream`. Default: `false`. Since API v1.41. */
  oneShot?: boolean;
}
export interface ContainerStatsOptions_1_40 {
  /** Goes on with a new sample about every second. Without it the call ends after one sample. Default: `true`. */
  stream?: boolean;
}
/** One sample of what a container uses. A stopped container gives zeros. */
export interface ContainerStatsResponse {
  /** Starts with `/`. */
  name?: string;
  /** 64 hexadecimal digits. */
  id?: string;
  /** When this sample was taken, RFC 3339 time with nanoseconds. */
  read: string;
  /** When the previous one was taken; `0001-01-01T00:00:00Z` for the first. */
  preread: string;
  /** Processes and threads. Linux only. */
  pids_stats: ContainerPidsStats;
  /** Block devices, one entry per device and operation. Linux only. */
  blkio_stats: ContainerBlkioStats;
  /** Number of CPUs of the host. Windows only, 0 on Linux. */
  num_procs: number;
  /** Storage. Windows only, empty on Linux. */
  storage_stats: ContainerStorageStats;
  /** CPU time when this sample was taken. */
  cpu_stats: ContainerCPUStats;
  /** CPU time in the previous sample, to take a difference; zeros in the first and with one-shot. */
  precpu_stats: ContainerCPUStats;
  /** Memory. */
  memory_stats: ContainerMemoryStats;
  /** Traffic by interface, such as `eth0`; absent with the host's network. */
  networks?: {
    [key: string]: ContainerNetworkStats;
  };
}
/** The container of a task. */
export interface ContainerStatus {
  /** 64 hexadecimal digits. */
  ContainerID: string;
  /** Process ID on its node; 0 after the end. */
  PID: number;
  /** Exit status; says nothing before the end. */
  ExitCode: number;
}
export interface ContainerStopOptions {
  /** Signal that asks for the stop, by name or number. Without it the container's `StopSignal`, else SIGTERM. Since API v1.42. */
  signal?: string;
  /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
  timeout?: number;
}
export interface ContainerStopOptions_1_40 {
  /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
  timeout?: number;
}
/** Storage counters. Windows only. */
export interface ContainerStorageStats {
  /** Reads, counted in normal-sized operations. */
  read_count_normalized?: number;
  /** Bytes read. */
  read_size_bytes?: number;
  /** Writes, counted in normal-sized operations. */
  write_count_normalized?: number;
  /** Bytes written. */
  write_size_bytes?: number;
}
/** One container as the list shows it. */
export interface ContainerSummary {
  /** 64 hexadecimal digits. */
  Id: string;
  /** Each starts with `/`. A legacy link adds names such as `/other/alias`. */
  Names: string[];
  /** The image as it was named at creation; its ID where that name now points elsewhere. */
  Image: string;
  /** `sha256:` digest of the image it runs from. */
  ImageID: string;
  /** The platform manifest it was created from. Only with the containerd image store. Since API v1.48. */
  ImageManifestDescriptor?: OCIDescriptor;
  /** Entrypoint and arguments joined into one text. */
  Command: string;
  /** Unix time in seconds. */
  Created: number;
  /** Exposed ports and where they are published; one entry per host address. */
  Ports: Port[];
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** Labels of the container, those of its image included. */
  Labels: {
    [key: string]: string;
  };
  /** The state as one fixed word, for programs. */
  State: "created" | "running" | "paused" | "restarting" | "exited" | "removing" | "dead";
  /** The state as a sentence for people, such as `Up 3 hours (healthy)`. */
  Status: string;
  /** A small excerpt of the host configuration. */
  HostConfig: {
    /** Name or ID of its first network, or `host`, `none`, `container:<id>`. */
    NetworkMode?: string;
    /** Annotations handed to the OCI runtime. Since API v1.46. */
    Annotations?: {
      [key: string]: string;
    };
  };
  /** A small excerpt of the network settings. */
  NetworkSettings: {
    /** The attached networks, by name. */
    Networks: {
      [key: string]: EndpointSettingsOutput;
    };
  };
  /** What is mounted into it. */
  Mounts: MountPoint[];
}
/** One container as the list shows it. */
export interface ContainerSummary_1_40 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** Each starts with `/`. A legacy link adds names such as `/other/alias`. */
  Names: string[];
  /** The image as it was named at creation; its ID where that name now points elsewhere. */
  Image: string;
  /** `sha256:` digest of the image it runs from. */
  ImageID: string;
  /** Entrypoint and arguments joined into one text. */
  Command: string;
  /** Unix time in seconds. */
  Created: number;
  /** Exposed ports and where they are published; one entry per host address. */
  Ports: Port[];
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** Labels of the container, those of its image included. */
  Labels: {
    [key: string]: string;
  };
  /** The state as one fixed word, for programs. */
  State: string;
  /** The state as a sentence for people, such as `Up 3 hours (healthy)`. */
  Status: string;
  /** A small excerpt of the host configuration. */
  HostConfig: {
    /** Name or ID of its first network, or `host`, `none`, `container:<id>`. */
    NetworkMode?: string;
  };
  /** A small excerpt of the network settings. */
  NetworkSettings: {
    /** The attached networks, by name. */
    Networks: {
      [key: string]: EndpointSettingsOutput_1_40;
    };
  };
  /** What is mounted into it. */
  Mounts: MountPoint_1_40[];
}
/** One container as the list shows it. */
export interface ContainerSummary_1_42 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** Each starts with `/`. A legacy link adds names such as `/other/alias`. */
  Names: string[];
  /** The image as it was named at creation; its ID where that name now points elsewhere. */
  Image: string;
  /** `sha256:` digest of the image it runs from. */
  ImageID: string;
  /** Entrypoint and arguments joined into one text. */
  Command: string;
  /** Unix time in seconds. */
  Created: number;
  /** Exposed ports and where they are published; one entry per host address. */
  Ports: Port[];
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** Labels of the container, those of its image included. */
  Labels: {
    [key: string]: string;
  };
  /** The state as one fixed word, for programs. */
  State: string;
  /** The state as a sentence for people, such as `Up 3 hours (healthy)`. */
  Status: string;
  /** A small excerpt of the host configuration. */
  HostConfig: {
    /** Name or ID of its first network, or `host`, `none`, `container:<id>`. */
    NetworkMode?: string;
  };
  /** A small excerpt of the network settings. */
  NetworkSettings: {
    /** The attached networks, by name. */
    Networks: {
      [key: string]: EndpointSettingsOutput_1_40;
    };
  };
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
}
/** One container as the list shows it. */
export interface ContainerSummary_1_44 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** Each starts with `/`. A legacy link adds names such as `/other/alias`. */
  Names: string[];
  /** The image as it was named at creation; its ID where that name now points elsewhere. */
  Image: string;
  /** `sha256:` digest of the image it runs from. */
  ImageID: string;
  /** Entrypoint and arguments joined into one text. */
  Command: string;
  /** Unix time in seconds. */
  Created: number;
  /** Exposed ports and where they are published; one entry per host address. */
  Ports: Port[];
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** Labels of the container, those of its image included. */
  Labels: {
    [key: string]: string;
  };
  /** The state as one fixed word, for programs. */
  State: string;
  /** The state as a sentence for people, such as `Up 3 hours (healthy)`. */
  Status: string;
  /** A small excerpt of the host configuration. */
  HostConfig: {
    /** Name or ID of its first network, or `host`, `none`, `container:<id>`. */
    NetworkMode?: string;
  };
  /** A small excerpt of the network settings. */
  NetworkSettings: {
    /** The attached networks, by name. */
    Networks: {
      [key: string]: EndpointSettingsOutput_1_44;
    };
  };
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
}
/** One container as the list shows it. */
export interface ContainerSummary_1_46 {
  /** 64 hexadecimal digits. */
  Id: string;
  /** Each starts with `/`. A legacy link adds names such as `/other/alias`. */
  Names: string[];
  /** The image as it was named at creation; its ID where that name now points elsewhere. */
  Image: string;
  /** `sha256:` digest of the image it runs from. */
  ImageID: string;
  /** Entrypoint and arguments joined into one text. */
  Command: string;
  /** Unix time in seconds. */
  Created: number;
  /** Exposed ports and where they are published; one entry per host address. */
  Ports: Port[];
  /** Bytes written on top of the image. Only when sizes were asked for. */
  SizeRw?: number;
  /** Bytes of the whole file system, image included. Only when sizes were asked for. */
  SizeRootFs?: number;
  /** Labels of the container, those of its image included. */
  Labels: {
    [key: string]: string;
  };
  /** The state as one fixed word, for programs. */
  State: string;
  /** The state as a sentence for people, such as `Up 3 hours (healthy)`. */
  Status: string;
  /** A small excerpt of the host configuration. */
  HostConfig: {
    /** Name or ID of its first network, or `host`, `none`, `container:<id>`. */
    NetworkMode?: string;
    /** Annotations handed to the OCI runtime. Since API v1.46. */
    Annotations?: {
      [key: string]: string;
    };
  };
  /** A small excerpt of the network settings. */
  NetworkSettings: {
    /** The attached networks, by name. */
    Networks: {
      [key: string]: EndpointSettingsOutput_1_44;
    };
  };
  /** What is mounted into it. */
  Mounts: MountPoint_1_42[];
}
/** How often the CPU quota held a container back. Linux only. */
export interface ContainerThrottlingData {
  /** Scheduler periods it took part in. */
  periods: number;
  /** Periods in which its quota ran out. */
  throttled_periods: number;
  /** Nanoseconds it was held back. */
  throttled_time: number;
}
export interface ContainerTopOptions {
  /** Arguments for `ps`, split at spaces. The output must have a PID column. Default: `-ef`. */
  psArgs?: string;
}
/** Processes of a container, as a table. */
export interface ContainerTopResponse {
  /** Column names, as `ps` printed them. */
  Titles: string[];
  /** One row per process, one text per column. */
  Processes: string[][];
}
/** Processes of a container, as a table. */
export interface ContainerTopResult {
  /** Column names, as `ps` printed them. */
  Titles: string[];
  /** One row per process, one text per column. */
  Processes: string[][];
}
/** The settings to change; those left out keep their value. */
export type ContainerUpdateBody = Resources & {
  /** The new restart policy. The engine refuses one for a container that removes itself. */
  RestartPolicy?: RestartPolicy;
};
/** The settings to change; those left out keep their value. */
export type ContainerUpdateBody_1_40 = Resources_1_40 & {
  /** The new restart policy. The engine refuses one for a container that removes itself. */
  RestartPolicy?: RestartPolicy;
};
/** The update went through. */
export interface ContainerUpdateResponse {
  /** What the engine ignored or changed, as sentences for people. */
  Warnings: string[] | null;
}
/** The update went through. */
export interface ContainerUpdateResult {
  /** What the engine ignored or changed, as sentences for people. */
  Warnings: string[] | null;
}
/** Why the wait went wrong. */
export interface ContainerWaitExitError {
  /** A sentence for people. */
  Message?: string;
}
export interface ContainerWaitOptions {
  /** `not-running` settles at once for a stopped container, `next-exit` at the next stop, `removed` when it is gone. Default: `not-running`. */
  condition?: "not-running" | "next-exit" | "removed";
}
/** How the container ended. */
export interface ContainerWaitResponse {
  /** Its exit status; 137 is SIGKILL. */
  StatusCode: number;
  /** Set where waiting itself went wrong, not where the program failed. */
  Error?: ContainerWaitExitError;
}
/** How the container ended. */
export interface ContainerWaitResponse_1_40 {
  /** Its exit status; 137 is SIGKILL. */
  StatusCode: number;
  /** Set where waiting itself went wrong, not where the program failed. */
  Error?: ContainerWaitExitError | null;
}
/** How containerd is reached. */
export interface ContainerdInfo {
  /** Path of its socket. */
  Address?: string;
  /** Names under which the engine keeps its things there. */
  Namespaces: {
    /** Such as `moby`. Default: `moby`. */
    Containers: string;
    /** Such as `plugins.moby`. Default: `plugins.moby`. */
    Plugins: string;
  };
}
/** One step of a pull's or import's progress. */
export interface CreateImageInfo {
  /** Layer it is about, or the tag. */
  id?: string;
  /**
   * @deprecated
   * The pull failed. Deprecated: the same text as in `errorDetail`.
   */
  error?: string;
  /** The pull failed; the answer's status was already 200. */
  errorDetail?: ErrorDetail;
  /** What is happening, such as `Pull complete`. */
  status?: string;
  /**
   * @deprecated
   * A progress bar drawn in text. Deprecated: draw your own.
   */
  progress?: string;
  /** How far this layer is. */
  progressDetail?: ProgressDetail;
}
/** A device that a driver found. */
export interface DeviceInfo {
  /** Driver that found it, such as `cdi`. */
  Source: string;
  /** What to ask for, such as `nvidia.com/gpu=0`. */
  ID: string;
}
/** One host device given to a container. */
export interface DeviceMapping {
  /** Such as `/dev/fuse`; a folder gives every device in it. */
  PathOnHost?: string;
  /** Where it appears inside. */
  PathInContainer?: string;
  /** Letters `r` read, `w` write, `m` make nodes. */
  CgroupPermissions?: string;
}
/** One host device given to a container. */
export interface DeviceMappingOutput {
  /** Such as `/dev/fuse`; a folder gives every device in it. */
  PathOnHost: string;
  /** Where it appears inside. */
  PathInContainer: string;
  /** Letters `r` read, `w` write, `m` make nodes. */
  CgroupPermissions: string;
}
/** Devices wanted by kind instead of by path, such as GPUs. */
export interface DeviceRequest {
  /** Such as `nvidia` or `cdi`; empty lets the capabilities decide. */
  Driver?: string;
  /** How many; -1 for all. Not together with `DeviceIDs`. */
  Count?: number;
  /** Exactly these devices; with `cdi` their full CDI names. */
  DeviceIDs?: string[] | null;
  /** Alternatives, each a list of which all must be met, such as `[["gpu", "compute"]]`. */
  Capabilities?: string[][] | null;
  /** Handed to the driver as they are. */
  Options?: {
    [key: string]: string;
  } | null;
}
/** Devices wanted by kind instead of by path, such as GPUs. */
export interface DeviceRequestOutput {
  /** Such as `nvidia` or `cdi`; empty lets the capabilities decide. */
  Driver: string;
  /** How many; -1 for all. Not together with `DeviceIDs`. */
  Count: number;
  /** Exactly these devices; with `cdi` their full CDI names. */
  DeviceIDs: string[] | null;
  /** Alternatives, each a list of which all must be met, such as `[["gpu", "compute"]]`. */
  Capabilities: string[][] | null;
  /** Handed to the driver as they are. */
  Options: {
    [key: string]: string;
  } | null;
}
/** What a registry says about an image, without pulling it. */
export interface DistributionInspect {
  /** What the name points to there: a manifest or an index. */
  Descriptor: OCIDescriptor;
  /** What it is offered for. */
  Platforms: OCIPlatformOutput[] | null;
}
/** What a registry says about an image, without pulling it. */
export interface DistributionInspect_1_40 {
  /** What the name points to there: a manifest or an index. */
  Descriptor: OCIDescriptor_1_40;
  /** What it is offered for. */
  Platforms: OCIPlatformOutput[] | null;
}
/** A driver and its options. */
export interface Driver {
  /** Name of the driver. */
  Name: string;
  /** Options handed to it. */
  Options?: {
    [key: string]: string;
  };
}
/** Where the storage driver keeps a file system. */
export interface DriverData {
  /** Storage driver or snapshotter, such as `overlay2`. */
  Name: string;
  /** Paths of the driver; no two drivers have the same keys. Internal to the engine, `null` for snapshotters. */
  Data: {
    [key: string]: string;
  } | null;
}
/** Fixed addresses for a container. Its network must have a subnet chosen by you. */
export type EndpointIPAMConfig = {
  /** Without prefix, within the subnet. */
  IPv4Address?: string;
  /** Without prefix, within the subnet. */
  IPv6Address?: string;
  /** Further link-local addresses. */
  LinkLocalIPs?: string[];
} | null;
/** A published port of a service. */
export interface EndpointPortConfig {
  /** A name of your own; no effect. */
  Name?: string;
  /** Protocol of the port. */
  Protocol?: "tcp" | "udp" | "sctp";
  /** Port in the containers. */
  TargetPort?: number;
  /** Port on the nodes; 0 lets the swarm choose. */
  PublishedPort?: number;
  /** `ingress` answers on every node, `host` only where a task runs. Default: `ingress`. */
  PublishMode?: "ingress" | "host";
}
/** A container's place in one network: what was wished for, and what it got. */
export interface EndpointSettings {
  /** Fixed addresses wished for; `null` lets the engine choose. */
  IPAMConfig?: EndpointIPAMConfig | null;
  /** Legacy links as `container:alias`. */
  Links?: string[] | null;
  /** Such as `5a:8c:1f:00:00:02`; empty lets the engine choose. */
  MacAddress?: string;
  /** Further names others in the network find it by. */
  Aliases?: string[] | null;
  /** Options of the network driver for this endpoint. */
  DriverOpts?: {
    [key: string]: string;
  } | null;
  /** The network with the highest number gives the default gateway; may be negative. Since API v1.48. */
  GwPriority?: number;
  /** ID of the network. Filled in by the engine. */
  NetworkID?: string;
  /** Filled in by the engine; empty while the container is stopped. */
  EndpointID?: string;
  /** IPv4 gateway; empty while the container is stopped. */
  Gateway?: string;
  /** IPv4 address without prefix; empty while the container is stopped. */
  IPAddress?: string;
  /** Bits of the IPv4 prefix; 0 while the container is stopped. */
  IPPrefixLen?: number;
  /** IPv6 gateway; empty for none. */
  IPv6Gateway?: string;
  /** IPv6 address without prefix; empty for none. */
  GlobalIPv6Address?: string;
  /** Bits of the IPv6 prefix. */
  GlobalIPv6PrefixLen?: number;
  /** All names others in the network find it by, aliases included. Filled in by the engine. Since API v1.44. */
  DNSNames?: string[] | null;
}
/** A container's place in one network: what was wished for, and what it got. */
export interface EndpointSettingsOutput {
  /** Fixed addresses wished for; `null` lets the engine choose. */
  IPAMConfig: EndpointIPAMConfig | null;
  /** Legacy links as `container:alias`. */
  Links: string[] | null;
  /** Such as `5a:8c:1f:00:00:02`; empty lets the engine choose. */
  MacAddress: string;
  /** Further names others in the network find it by. */
  Aliases: string[] | null;
  /** Options of the network driver for this endpoint. */
  DriverOpts: {
    [key: string]: string;
  } | null;
  /** The network with the highest number gives the default gateway; may be negative. Since API v1.48. */
  GwPriority: number;
  /** ID of the network. Filled in by the engine. */
  NetworkID: string;
  /** Filled in by the engine; empty while the container is stopped. */
  EndpointID: string;
  /** IPv4 gateway; empty while the container is stopped. */
  Gateway: string;
  /** IPv4 address without prefix; empty while the container is stopped. */
  IPAddress: string;
  /** Bits of the IPv4 prefix; 0 while the container is stopped. */
  IPPrefixLen: number;
  /** IPv6 gateway; empty for none. */
  IPv6Gateway: string;
  /** IPv6 address without prefix; empty for none. */
  GlobalIPv6Address: string;
  /** Bits of the IPv6 prefix. */
  GlobalIPv6PrefixLen: number;
  /** All names others in the network find it by, aliases included. Filled in by the engine. Since API v1.44. */
  DNSNames: string[] | null;
}
/** A container's place in one network: what was wished for, and what it got. */
export interface EndpointSettingsOutput_1_40 {
  /** Fixed addresses wished for; `null` lets the engine choose. */
  IPAMConfig: EndpointIPAMConfig | null;
  /** Legacy links as `container:alias`. */
  Links: string[] | null;
  /** Further names others in the network find it by. */
  Aliases: string[] | null;
  /** ID of the network. Filled in by the engine. */
  NetworkID: string;
  /** Filled in by the engine; empty while the container is stopped. */
  EndpointID: string;
  /** IPv4 gateway; empty while the container is stopped. */
  Gateway: string;
  /** IPv4 address without prefix; empty while the container is stopped. */
  IPAddress: string;
  /** Bits of the IPv4 prefix; 0 while the container is stopped. */
  IPPrefixLen: number;
  /** IPv6 gateway; empty for none. */
  IPv6Gateway: string;
  /** IPv6 address without prefix; empty for none. */
  GlobalIPv6Address: string;
  /** Bits of the IPv6 prefix. */
  GlobalIPv6PrefixLen: number;
  /** Such as `5a:8c:1f:00:00:02`; empty lets the engine choose. */
  MacAddress: string;
  /** Options of the network driver for this endpoint. */
  DriverOpts: {
    [key: string]: string;
  } | null;
}
/** A container's place in one network: what was wished for, and what it got. */
export interface EndpointSettingsOutput_1_44 {
  /** Fixed addresses wished for; `null` lets the engine choose. */
  IPAMConfig: EndpointIPAMConfig | null;
  /** Legacy links as `container:alias`. */
  Links: string[] | null;
  /** Such as `5a:8c:1f:00:00:02`; empty lets the engine choose. */
  MacAddress: string;
  /** Further names others in the network find it by. */
  Aliases: string[] | null;
  /** ID of the network. Filled in by the engine. */
  NetworkID: string;
  /** Filled in by the engine; empty while the container is stopped. */
  EndpointID: string;
  /** IPv4 gateway; empty while the container is stopped. */
  Gateway: string;
  /** IPv4 address without prefix; empty while the container is stopped. */
  IPAddress: string;
  /** Bits of the IPv4 prefix; 0 while the container is stopped. */
  IPPrefixLen: number;
  /** IPv6 gateway; empty for none. */
  IPv6Gateway: string;
  /** IPv6 address without prefix; empty for none. */
  GlobalIPv6Address: string;
  /** Bits of the IPv6 prefix. */
  GlobalIPv6PrefixLen: number;
  /** Options of the network driver for this endpoint. */
  DriverOpts: {
    [key: string]: string;
  } | null;
  /** All names others in the network find it by, aliases included. Filled in by the engine. Since API v1.44. */
  DNSNames: string[] | null;
}
/** A container's place in one network: what was wished for, and what it got. */
export interface EndpointSettings_1_40 {
  /** Fixed addresses wished for; `null` lets the engine choose. */
  IPAMConfig?: EndpointIPAMConfig | null;
  /** Legacy links as `container:alias`. */
  Links?: string[] | null;
  /** Further names others in the network find it by. */
  Aliases?: string[] | null;
  /** ID of the network. Filled in by the engine. */
  NetworkID?: string;
  /** Filled in by the engine; empty while the container is stopped. */
  EndpointID?: string;
  /** IPv4 gateway; empty while the container is stopped. */
  Gateway?: string;
  /** IPv4 address without prefix; empty while the container is stopped. */
  IPAddress?: string;
  /** Bits of the IPv4 prefix; 0 while the container is stopped. */
  IPPrefixLen?: number;
  /** IPv6 gateway; empty for none. */
  IPv6Gateway?: string;
  /** IPv6 address without prefix; empty for none. */
  GlobalIPv6Address?: string;
  /** Bits of the IPv6 prefix. */
  GlobalIPv6PrefixLen?: number;
  /** Such as `5a:8c:1f:00:00:02`; empty lets the engine choose. */
  MacAddress?: string;
  /** Options of the network driver for this endpoint. */
  DriverOpts?: {
    [key: string]: string;
  } | null;
}
/** A container's place in one network: what was wished for, and what it got. */
export interface EndpointSettings_1_44 {
  /** Fixed addresses wished for; `null` lets the engine choose. */
  IPAMConfig?: EndpointIPAMConfig | null;
  /** Legacy links as `container:alias`. */
  Links?: string[] | null;
  /** Such as `5a:8c:1f:00:00:02`; empty lets the engine choose. */
  MacAddress?: string;
  /** Further names others in the network find it by. */
  Aliases?: string[] | null;
  /** ID of the network. Filled in by the engine. */
  NetworkID?: string;
  /** Filled in by the engine; empty while the container is stopped. */
  EndpointID?: string;
  /** IPv4 gateway; empty while the container is stopped. */
  Gateway?: string;
  /** IPv4 address without prefix; empty while the container is stopped. */
  IPAddress?: string;
  /** Bits of the IPv4 prefix; 0 while the container is stopped. */
  IPPrefixLen?: number;
  /** IPv6 gateway; empty for none. */
  IPv6Gateway?: string;
  /** IPv6 address without prefix; empty for none. */
  GlobalIPv6Address?: string;
  /** Bits of the IPv6 prefix. */
  GlobalIPv6PrefixLen?: number;
  /** Options of the network driver for this endpoint. */
  DriverOpts?: {
    [key: string]: string;
  } | null;
  /** All names others in the network find it by, aliases included. Filled in by the engine. Since API v1.44. */
  DNSNames?: string[] | null;
}
/** How a service is reached. */
export interface EndpointSpec {
  /** One virtual address for all tasks, or a DNS name that gives the addresses of all. Default: `vip`. */
  Mode?: "vip" | "dnsrr";
  /** Ports to publish. With `dnsrr` only in host mode. */
  Ports?: EndpointPortConfig[];
}
/** The engine of a node. */
export interface EngineDescription {
  /** Such as `28.5.2`. */
  EngineVersion?: string;
  /** The engine's own labels, which constraints see as `engine.labels.<key>`. */
  Labels?: {
    [key: string]: string;
  };
  /** Drivers it has. */
  Plugins?: {
    /** Such as `Volume`, `Network` or `Log`. */
    Type?: string;
    /** Name of the driver. */
    Name?: string;
  }[];
}
/** Why a job failed after its answer had begun. */
export interface ErrorDetail {
  /** Exit status of the failed build step; mostly absent or 0 elsewhere. */
  code?: number;
  /** A sentence for people. */
  message?: string;
}
/** The object an event is about. */
export interface EventActor {
  /** Its ID; for volumes, plugins and some image events its name. */
  ID: string;
  /** Facts about it, such as `name`, `image`, `exitCode`; containers add all their labels. */
  Attributes: {
    [key: string]: string;
  };
}
/** Something that happened. */
export interface EventMessage {
  /** Kind of object it happened to. */
  Type: "builder" | "config" | "container" | "daemon" | "image" | "network" | "node" | "plugin" | "secret" | "service" | "volume";
  /** What happened, such as `start`; health and exec events append details: `health_status: healthy`. */
  Action: string;
  /** The object it happened to. */
  Actor: EventActor;
  /** Whether one engine tells of it or the swarm. */
  scope: "local" | "swarm";
  /** Unix time in seconds. */
  time: number;
  /** Unix time in nanoseconds; beyond 2^53, so a JavaScript number rounds it to 256 ns. */
  timeNano: number;
  /**
   * @deprecated
   * Deprecated: the same as `Action`; for containers and images only.
   */
  status?: string;
  /**
   * @deprecated
   * Deprecated: the same as `Actor.ID`; for containers and images only.
   */
  id?: string;
  /**
   * @deprecated
   * Deprecated: the container's image.
   */
  from?: string;
}
/** State of a program started in a container. */
export interface ExecInspectResult {
  /** Internal to the engine: it may forget this one. */
  CanRemove: boolean;
  /** Keys that leave it without ending it. */
  DetachKeys: string;
  /** 64 hexadecimal digits. */
  ID: string;
  /** Whether it still runs. */
  Running: boolean;
  /** Its exit status; `null` until it has ended. */
  ExitCode: number | null;
  /** What is run. */
  ProcessConfig: ProcessConfig;
  /** Whether stdin was attached. */
  OpenStdin: boolean;
  /** Whether stderr was attached. */
  OpenStderr: boolean;
  /** Whether stdout was attached. */
  OpenStdout: boolean;
  /** The container it runs in. */
  ContainerID: string;
  /** Process ID on the host; 0 before the start. */
  Pid: number;
}
export interface ExecResizeOptions {
  /** Height of the terminal, in rows of characters. */
  height: number;
  /** Width of the terminal, in columns of characters. */
  width: number;
}
/** Whether to run it in the background, and the terminal's kind and size. `Tty` must be as it was created. */
export interface ExecStartBody {
  /** Returns at once, without its output. */
  Detach?: boolean;
  /** Must repeat what was said at creation. */
  Tty?: boolean;
  /** First size of the terminal in characters: `[height, width]`. Only with a terminal. Since API v1.42. */
  ConsoleSize?: number[] | null;
}
/** Whether to run it in the background, and the terminal's kind and size. `Tty` must be as it was created. */
export interface ExecStartBody_1_40 {
  /** Returns at once, without its output. */
  Detach?: boolean;
  /** Must repeat what was said at creation. */
  Tty?: boolean;
}
/** A path that differs from the image. */
export interface FilesystemChange {
  /** Absolute path in the container. */
  Path: string;
  /** 0 changed, 1 added, 2 removed. */
  Kind: ChangeType;
}
/** What sets the firewall rules. */
export interface FirewallInfo {
  /** Such as `iptables`, `nftables` or `iptables+firewalld`. */
  Driver: string;
  /** Details as `[name, value]`. For people; no fixed set. */
  Info?: string[][];
}
/** Resources of your own naming, such as GPUs. Each is either named or counted. */
export type GenericResources = {
  /** One particular thing. */
  NamedResourceSpec?: {
    /** Such as `GPU`. */
    Kind?: string;
    /** Which one, such as `UUID1`. */
    Value?: string;
  };
  /** Any so many of a kind. */
  DiscreteResourceSpec?: {
    /** Such as `SSD`. */
    Kind?: string;
    /** How many. */
    Value?: number;
  };
}[];
export interface GetPluginPrivilegesOptions {
  /** Name of the plugin in its registry; the tag is `latest` without one. */
  remote: string;
}
/** Where the storage driver keeps a file system. */
export interface GraphDriverData {
  /** Storage driver or snapshotter, such as `overlay2`. */
  Name: string;
  /** Paths of the driver; no two drivers have the same keys. Internal to the engine, `null` for snapshotters. */
  Data: {
    [key: string]: string;
  } | null;
}
/** What the health checks have found so far. */
export interface Health {
  /** `none` means there is no check, `starting` that it is too early to say. */
  Status: "none" | "starting" | "healthy" | "unhealthy";
  /** Failed checks in a row. */
  FailingStreak: number;
  /** The newest results, oldest first; the engine keeps five. */
  Log: HealthcheckResult[];
}
/** How the engine finds out whether a container is healthy. */
export interface HealthConfig {
  /** `["CMD", …]` runs a program, `["CMD-SHELL", text]` a shell line, `["NONE"]` turns checks off; empty takes the image's. */
  Test?: string[];
  /** Nanoseconds from one check to the next, at least 1 ms; 0 takes the image's. */
  Interval?: number;
  /** Nanoseconds until a check counts as failed, at least 1 ms; 0 takes the image's. */
  Timeout?: number;
  /** How many failures in a row make it unhealthy; 0 takes the image's. */
  Retries?: number;
  /** Nanoseconds after the start in which failures do not count, at least 1 ms; 0 takes the image's. */
  StartPeriod?: number;
  /** Nanoseconds between checks during the start period, at least 1 ms; 0 takes the image's. Since API v1.44. */
  StartInterval?: number;
}
/** How the engine finds out whether a container is healthy. */
export interface HealthConfig_1_40 {
  /** `["CMD", …]` runs a program, `["CMD-SHELL", text]` a shell line, `["NONE"]` turns checks off; empty takes the image's. */
  Test?: string[];
  /** Nanoseconds from one check to the next, at least 1 ms; 0 takes the image's. */
  Interval?: number;
  /** Nanoseconds until a check counts as failed, at least 1 ms; 0 takes the image's. */
  Timeout?: number;
  /** How many failures in a row make it unhealthy; 0 takes the image's. */
  Retries?: number;
  /** Nanoseconds after the start in which failures do not count, at least 1 ms; 0 takes the image's. */
  StartPeriod?: number;
}
/** One run of the health check. */
export interface HealthcheckResult {
  /** RFC 3339 time with nanoseconds. */
  Start: string;
  /** RFC 3339 time with nanoseconds. */
  End: string;
  /** 0 means healthy, anything else a failure; -1 that it timed out or could not be run. */
  ExitCode: number;
  /** What it printed, cut off after 4096 bytes. */
  Output: string;
}
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig = Resources & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode?: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  } | null;
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string | null;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput = ResourcesOutput & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  } | null;
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string | null;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput_1_40 = ResourcesOutput_1_40 & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_40[];
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[];
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput_1_41 = ResourcesOutput_1_40 & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_40[];
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[];
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput_1_42 = ResourcesOutput & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_42[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[] | null;
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput_1_43 = ResourcesOutput & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_42[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput_1_44 = ResourcesOutput & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_44[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput_1_45 = ResourcesOutput & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_45[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfigOutput_1_46 = ResourcesOutput & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile: string;
  /** Where its output is kept. */
  LogConfig: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode: string;
  /** Which container ports are published, and where. */
  PortBindings: PortMapOutput | null;
  /** What happens when it exits. */
  RestartPolicy: RestartPolicyOutput;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_46[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig_1_40 = Resources_1_40 & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_40[];
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[];
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig_1_41 = Resources_1_40 & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_40[];
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode?: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[];
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig_1_42 = Resources & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_42[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[] | null;
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode?: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig_1_43 = Resources & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_42[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode?: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig_1_44 = Resources & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_44[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode?: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig_1_45 = Resources & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_45[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode?: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** How the host runs a container: mounts, ports, networks, restarts, rights and limits. */
export type HostConfig_1_46 = Resources & {
  /** Bind mounts as `source:target[:options]`; a source that is not a path names a volume. */
  Binds?: string[] | null;
  /** File the CLI wrote the ID to; the engine only remembers the path. */
  ContainerIDFile?: string;
  /** Where its output is kept. */
  LogConfig?: {
    /** Log driver; drivers from plugins have names of their own. Empty takes the engine's setting. */
    Type?: "local" | "json-file" | "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" | "gcplogs" | "etwlogs" | "none" | (string & {});
    /** Options of the log driver, such as `max-size`. */
    Config?: {
      [key: string]: string;
    };
  };
  /** `bridge`, `host`, `none`, `container:<id>` or a network's name; `default` is `bridge`, on Windows `nat`. */
  NetworkMode?: string;
  /** Which container ports are published, and where. */
  PortBindings?: PortMap | null;
  /** What happens when it exits. */
  RestartPolicy?: RestartPolicy;
  /** Removes the container and its anonymous volumes when it exits. Not together with a restart policy. */
  AutoRemove?: boolean;
  /** Driver for the volumes that `Binds` names. */
  VolumeDriver?: string;
  /** Other containers whose mounts it takes, as `container[:ro|rw]`. */
  VolumesFrom?: string[] | null;
  /** Mounts in the structured form, which checks more than `Binds`. */
  Mounts?: Mount_1_46[];
  /** First size of the terminal in characters: `[height, width]`. */
  ConsoleSize?: number[] | null;
  /** Free metadata handed on to the OCI runtime. Since API v1.43. */
  Annotations?: {
    [key: string]: string;
  };
  /** Kernel capabilities to give, such as `NET_ADMIN`, or `ALL`. Linux only. */
  CapAdd?: string[] | null;
  /** Kernel capabilities to take away, or `ALL`. Linux only. */
  CapDrop?: string[] | null;
  /** Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only. Since API v1.41. */
  CgroupnsMode?: "private" | "host";
  /** Addresses of name servers; empty takes the engine's. */
  Dns?: string[] | null;
  /** Lines such as `ndots:2` for `resolv.conf`. */
  DnsOptions?: string[] | null;
  /** Domains in which short names are looked up; `.` for none. */
  DnsSearch?: string[] | null;
  /** Lines for `/etc/hosts` as `name:address`; the address `host-gateway` stands for the host. */
  ExtraHosts?: string[] | null;
  /** Further groups, by name or number, for its process. */
  GroupAdd?: string[] | null;
  /** `none`, `private`, `shareable`, `host` or `container:<id>`; empty takes the engine's setting. */
  IpcMode?: string;
  /** Cgroup of another container to join. A leftover; leave it empty. */
  Cgroup?: string;
  /** Legacy links as `container:alias`, for the default bridge. */
  Links?: string[] | null;
  /** -1000 (spared) to 1000 (killed first) when the host runs out of memory. */
  OomScoreAdj?: number;
  /** `host`, `container:<id>` or empty for a PID namespace of its own. */
  PidMode?: string;
  /** Lifts nearly every barrier: all capabilities, all devices, no security profiles. */
  Privileged?: boolean;
  /** Publishes each exposed port on a free port of the host. */
  PublishAllPorts?: boolean;
  /** Lets it write to its mounts only. */
  ReadonlyRootfs?: boolean;
  /** Such as `no-new-privileges`, `seccomp=<JSON>`, `apparmor=<profile>`, `label=<…>`; on Windows `credentialspec=<…>`. */
  SecurityOpt?: string[] | null;
  /** Options of the storage driver, such as `{"size": "10G"}`; not every driver takes one. */
  StorageOpt?: {
    [key: string]: string;
  };
  /** Folders kept in memory: path to mount options such as `rw,size=64m`. */
  Tmpfs?: {
    [key: string]: string;
  };
  /** `host` shares the host's name; empty gives it its own. */
  UTSMode?: string;
  /** `host` opts out where the engine remaps users; empty keeps the mapping. */
  UsernsMode?: string;
  /** Bytes for `/dev/shm`; 0 takes the engine's setting. */
  ShmSize?: number;
  /** Kernel parameters of its namespaces, such as `net.ipv4.ip_forward`. */
  Sysctls?: {
    [key: string]: string;
  };
  /** One of the runtimes that the system information lists; empty takes the engine's. */
  Runtime?: string;
  /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
  Isolation?: "default" | "process" | "hyperv" | "";
  /** Paths hidden from it. `null` takes the engine's list, `[]` hides nothing. */
  MaskedPaths?: string[] | null;
  /** System paths it cannot write. `null` takes the engine's list, `[]` protects nothing. */
  ReadonlyPaths?: string[] | null;
};
/** What was created. */
export interface IDResponse {
  /** ID of the new object. */
  Id: string;
}
/** How a network gives out addresses. */
export interface IPAM {
  /** Address driver; `default` is the engine's own. Default: `default`. */
  Driver?: string;
  /** Address ranges; empty lets the engine choose. */
  Config?: IPAMConfig[] | null;
  /** Options of the address driver. */
  Options?: {
    [key: string]: string;
  } | null;
}
/** One address range. */
export interface IPAMConfig {
  /** In CIDR form, such as `172.20.0.0/16`. */
  Subnet?: string;
  /** Part of the subnet to give out automatically, in CIDR form; empty for all of it. */
  IPRange?: string;
  /** Address of the gateway; empty takes the first one free. */
  Gateway?: string;
  /** Addresses never given out, by a name of your own. */
  AuxiliaryAddresses?: {
    [key: string]: string;
  };
}
/** How a network gives out addresses. */
export interface IPAMOutput {
  /** Address driver; `default` is the engine's own. Default: `default`. */
  Driver: string;
  /** Address ranges; empty lets the engine choose. */
  Config: IPAMConfig[] | null;
  /** Options of the address driver. */
  Options: {
    [key: string]: string;
  } | null;
}
/** What was created. */
export interface IdResponse {
  /** ID of the new object. */
  Id: string;
}
export interface ImageBuildOptions {
  /** Where the Dockerfile is in the context. Default: `Dockerfile`. */
  dockerfile?: string;
  /** Name for the image, like `app:1`; the tag is `latest` without one. Several names are fine. */
  tag?: string[];
  /** Line for `/etc/hosts` while RUN steps work, as `host:address`. Several are fine. */
  extraHosts?: string[];
  /** URL of a context that the engine fetches itself, and no body is sent. Takes Git, a tar or a lone Dockerfile. */
  remote?: string;
  /** Gives only the id of the image, no log. Default: `false`. */
  quiet?: boolean;
  /** Runs every step anew. Default: `false`. */
  noCache?: boolean;
  /** Images whose layers may serve as cache. */
  cacheFrom?: string[];
  /** With `1` or `true`, asks the registry for newer base images even where one is already here. */
  pull?: boolean;
  /** Deletes the containers of the steps when the build succeeds. For the classic builder. Default: `true`. */
  remove?: boolean;
  /** Deletes the containers of the steps when the build fails, too. For the classic builder. Default: `false`. */
  forceRemove?: boolean;
  /** Memory for each step, in bytes; 0 sets no limit. For the classic builder. */
  memory?: number;
  /** Memory and swap together for each step, in bytes; -1 leaves swap unlimited. For the classic builder. */
  memorySwap?: number;
  /** Weight of each step against other containers, where 1024 is normal. For the classic builder. */
  cpuShares?: number;
  /** Cores that steps may use, by number, like `0-2,5`. For the classic builder. */
  cpusetCpus?: string;
  /** Span over which CPU time is rationed, in microseconds. For the classic builder. */
  cpuPeriod?: number;
  /** CPU time for steps in each `cpuPeriod`, in microseconds; 0 sets no limit. For the classic builder. */
  cpuQuota?: number;
  /** Values for the ARG lines of the Dockerfile, by name. They stay readable in the image's history, so no secrets. */
  buildArgs?: {
    [key: string]: string | null;
  };
  /** Bytes for `/dev/shm` in each step; 0 leaves it to the engine. */
  shmSize?: number;
  /** Merges the new layers into one. For the classic builder with experimental features on. */
  squash?: boolean;
  /** Labels for the image, by name, beside those in the Dockerfile. */
  labels?: {
    [key: string]: string;
  };
  /** Network for RUN steps: `host`, `none`, `container:web`, or the name of a network. BuildKit knows only the first two. */
  network?: string;
  /** What to build for, like `linux/arm64`; the engine's own platform without it. */
  platform?: string;
  /** Stage of the Dockerfile to build; the last one without it. */
  target?: string;
  /** BuildKit exporters as JSON, like `[{"Type":"tar"}]`. Those that write to your side need a `session`. */
  outputs?: {
    Type: string;
    Attrs?: {
      [key: string]: string;
    };
  }[];
  /** `1` is the classic builder, `2` is BuildKit, whose progress comes as encoded protobuf. Default: `1`. */
  version?: "1" | "2";
  /** Id of your choice, by which `POST /build/cancel` stops a BuildKit build. */
  buildId?: string;
  /** Id of an open session that gives BuildKit secrets, SSH agents, credentials and files. */
  session?: string;
  /** Parent cgroup for the containers of the steps. */
  cgroupParent?: string;
  /** Memory nodes that steps may use, by number, like `0,1`. For the classic builder. */
  cpusetMems?: string;
  /** How Windows separates the steps, `process` or `hyperv`. Linux takes only `default`. */
  isolation?: "default" | "process" | "hyperv";
  /** Security options for the steps, as a JSON list. Only Windows engines take them. */
  securityOpt?: string[];
  /** Process limits for the steps as JSON, like `[{"Name":"nproc","Soft":64,"Hard":128}]`. */
  ulimits?: {
    Name: string;
    Soft?: number;
    Hard?: number;
  }[];
}
export interface ImageCommitOptions {
  /** The container's name or id, or the beginning of its id. */
  container?: string;
  /** Name for the image; it has only an id without one. */
  repo?: string;
  /** Tag for the image; `latest` without it. */
  tag?: string;
  /** Note for the history of the image. */
  comment?: string;
  /** Who made the image, like `Ada <ada@example.com>`. */
  author?: string;
  /** Freezes the container while its files are read, so that they fit together. Default: `true`. */
  pause?: boolean;
  /** Dockerfile line to apply to the image, like `CMD ["sh"]`. Several are fine. */
  changes?: string[];
}
/** What a container gets from its image unless it says otherwise. */
export interface ImageConfig {
  /** `user[:group]` that programs run as; empty for root. */
  User: string;
  /** Keys such as `80/tcp`, each with an empty object. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** `NAME=value`. */
  Env: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd: string[] | null;
  /** How to find out whether a container is healthy. */
  Healthcheck?: HealthConfig;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes: {
    [key: string]: unknown;
  } | null;
  /** Folder that programs start in. */
  WorkingDir: string;
  /** The program that is run with `Cmd` as arguments. */
  Entrypoint: string[] | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild: string[] | null;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Signal that asks containers to stop; empty for SIGTERM. */
  StopSignal?: string | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What a container gets from its image unless it says otherwise. */
export interface ImageConfig_1_40 {
  /** A leftover that images do not use; empty. Until API v1.49. */
  Hostname: string;
  /** A leftover that images do not use; empty. Until API v1.49. */
  Domainname: string;
  /** `user[:group]` that programs run as; empty for root. */
  User: string;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  AttachStdin: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  AttachStdout: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  AttachStderr: boolean;
  /** Keys such as `80/tcp`, each with an empty object. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  Tty: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  OpenStdin: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  StdinOnce: boolean;
  /** `NAME=value`. */
  Env: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd: string[] | null;
  /** How to find out whether a container is healthy. */
  Healthcheck?: HealthConfig_1_40;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** A leftover of the classic builder; empty elsewhere. Until API v1.49. */
  Image: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes: {
    [key: string]: unknown;
  } | null;
  /** Folder that programs start in. */
  WorkingDir: string;
  /** The program that is run with `Cmd` as arguments. */
  Entrypoint: string[] | null;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  NetworkDisabled?: boolean | null;
  /** A leftover that images do not use. Until API v1.49. */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild: string[] | null;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Signal that asks containers to stop; empty for SIGTERM. */
  StopSignal?: string | null;
  /** Seconds; a leftover that images do not use. Default: `10`. Until API v1.49. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
/** What a container gets from its image unless it says otherwise. */
export interface ImageConfig_1_44 {
  /** A leftover that images do not use; empty. Until API v1.49. */
  Hostname: string;
  /** A leftover that images do not use; empty. Until API v1.49. */
  Domainname: string;
  /** `user[:group]` that programs run as; empty for root. */
  User: string;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  AttachStdin: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  AttachStdout: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  AttachStderr: boolean;
  /** Keys such as `80/tcp`, each with an empty object. */
  ExposedPorts?: {
    [key: string]: unknown;
  } | null;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  Tty: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  OpenStdin: boolean;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  StdinOnce: boolean;
  /** `NAME=value`. */
  Env: string[] | null;
  /** Arguments for the entrypoint or, without one, the program and its arguments. */
  Cmd: string[] | null;
  /** How to find out whether a container is healthy. */
  Healthcheck?: HealthConfig;
  /** Whether the command is already escaped for Windows. Windows only. Default: `false`. */
  ArgsEscaped?: boolean | null;
  /** A leftover of the classic builder; empty elsewhere. Until API v1.49. */
  Image: string;
  /** Paths that get an anonymous volume, each with an empty object. */
  Volumes: {
    [key: string]: unknown;
  } | null;
  /** Folder that programs start in. */
  WorkingDir: string;
  /** The program that is run with `Cmd` as arguments. */
  Entrypoint: string[] | null;
  /** A leftover that images do not use. Default: `false`. Until API v1.49. */
  NetworkDisabled?: boolean | null;
  /** A leftover that images do not use. Until API v1.49. */
  MacAddress?: string | null;
  /** Dockerfile instructions kept for builds that start from this image. */
  OnBuild: string[] | null;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Signal that asks containers to stop; empty for SIGTERM. */
  StopSignal?: string | null;
  /** Seconds; a leftover that images do not use. Default: `10`. Until API v1.49. */
  StopTimeout?: number | null;
  /** The shell that shell-form instructions are run with. */
  Shell?: string[] | null;
}
export interface ImageCreateOptions {
  /** Image to pull, by name with or without a tag or digest. */
  fromImage?: string;
  /** What to import, either a URL that the engine fetches or `-` for the body. */
  fromSrc?: string;
  /** Name for the imported image; it has only an id without one. */
  repo?: string;
  /** Tag or digest to pull, or tag for the import. A pull with no tag anywhere takes every tag of the repository. */
  tag?: string;
  /** Note for the history of the imported image. */
  message?: string;
  /** Dockerfile line to apply to the import, like `CMD ["sh"]`. Several are fine. */
  changes?: string[];
  /** Variant to pull, like `linux/arm64`, or what the import is made for; the engine's own platform without it. */
  platform?: string;
}
export interface ImageDeleteOptions {
  /** Goes ahead although stopped containers are based on it or it has several names. Default: `false`. */
  force?: boolean;
  /** Keeps the parents that have no name and would go with it. Default: `false`. */
  noPrune?: boolean;
  /** Deletes only the content for these platforms. Only with the containerd image store. Since API v1.50. */
  platforms?: OCIPlatform[];
}
export interface ImageDeleteOptions_1_40 {
  /** Goes ahead although stopped containers are based on it or it has several names. Default: `false`. */
  force?: boolean;
  /** Keeps the parents that have no name and would go with it. Default: `false`. */
  noPrune?: boolean;
}
/** One effect of a removal; exactly one of the two fields is there. */
export interface ImageDeleteResponseItem {
  /** Name or digest that no longer points to an image. */
  Untagged?: string;
  /** `sha256:` digest of an image or layer that is gone. */
  Deleted?: string;
}
export interface ImageGetAllOptions {
  /** Names or ids of the images. A name without a tag saves all its tags. */
  names?: string[];
  /** The only variant to save; every variant that is here is saved without it. Since API v1.48. */
  platform?: OCIPlatform;
}
export interface ImageGetAllOptions_1_40 {
  /** Names or ids of the images. A name without a tag saves all its tags. */
  names?: string[];
}
export interface ImageGetOptions {
  /** The only variant to save; every variant that is here is saved without it. Since API v1.48. */
  platform?: OCIPlatform;
}
export interface ImageHistoryOptions {
  /** Which variant to read; without it one that is here, the engine's own platform first. Since API v1.48. */
  platform?: OCIPlatform;
}
/** One step, in general one instruction of the Dockerfile. */
export interface ImageHistoryResultItem {
  /** Image after this step; `<missing>` where this engine has none. */
  Id: string;
  /** Unix time in seconds. */
  Created: number;
  /** The instruction that made it. */
  CreatedBy: string;
  /** Names that point to exactly this step. */
  Tags: string[] | null;
  /** Bytes this step added; 0 for steps that only set metadata. */
  Size: number;
  /** Such as `buildkit.dockerfile.v0`, or a commit's message. */
  Comment: string;
}
/** Everything the engine knows about one image. */
export interface ImageInspect {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** What the name points to. Only with the containerd image store. Since API v1.48. */
  Descriptor?: OCIDescriptor;
  /** What the index holds, when asked for. Only with the containerd image store. Since API v1.48. */
  Manifests?: ImageManifestSummary[];
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[];
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[];
  /**
   * @deprecated
   * Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.
   */
  Parent: string;
  /** Message given at commit or import. */
  Comment: string;
  /** RFC 3339 time of the build; absent where the image does not say. */
  Created?: string;
  /** Engine that built it; empty for BuildKit. */
  DockerVersion: string;
  /** Author named at build or commit. */
  Author: string;
  /** What a container gets from it. */
  Config: ImageConfig;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Architecture: string;
  /** CPU variant, such as `v8` for arm64. */
  Variant?: string;
  /** Operating system, such as `linux`. */
  Os: string;
  /** Version of Windows it is made for; empty on Linux. */
  OsVersion?: string;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Where the storage driver keeps its layers. */
  GraphDriver?: DriverData;
  /** The layers it is made of. */
  RootFS: {
    /** `layers`. */
    Type: string;
    /** Digests of the uncompressed layers, the lowest first. */
    Layers?: string[];
  };
  /** What this engine notes about it; not part of the image. */
  Metadata: {
    /** RFC 3339 time of the last tag made here; `0001-01-01T00:00:00Z` for never. */
    LastTagTime: string;
  };
}
export interface ImageInspectOptions {
  /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. Default: `false`. Since API v1.48. */
  manifests?: boolean;
  /** Which variant to read; without it one that is here, the engine's own platform first. Since API v1.49. */
  platform?: OCIPlatform;
}
export interface ImageInspectOptions_1_48 {
  /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. Default: `false`. Since API v1.48. */
  manifests?: boolean;
}
/** Everything the engine knows about one image. */
export interface ImageInspect_1_40 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[];
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[];
  /**
   * @deprecated
   * Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.
   */
  Parent: string;
  /** Message given at commit or import. */
  Comment: string;
  /** RFC 3339 time of the build; absent where the image does not say. */
  Created: string;
  /**
   * @deprecated
   * Container it was committed from. Deprecated: empty for BuildKit. Until API v1.44.
   */
  Container?: string;
  /**
   * @deprecated
   * Configuration of that container. Deprecated: `Config` is what counts. Until API v1.44.
   */
  ContainerConfig?: ContainerConfigOutput_1_40 | null;
  /** Engine that built it; empty for BuildKit. */
  DockerVersion: string;
  /** Author named at build or commit. */
  Author: string;
  /** What a container gets from it. */
  Config: ImageConfig_1_40 | null;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Architecture: string;
  /** CPU variant, such as `v8` for arm64. */
  Variant?: string;
  /** Operating system, such as `linux`. */
  Os: string;
  /** Version of Windows it is made for; empty on Linux. */
  OsVersion?: string;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /**
   * @deprecated
   * Bytes. Deprecated: the same as `Size`. Until API v1.43.
   */
  VirtualSize?: number;
  /** Where the storage driver keeps its layers. */
  GraphDriver?: GraphDriverData;
  /** The layers it is made of. */
  RootFS: {
    /** `layers`. */
    Type: string;
    /** Digests of the uncompressed layers, the lowest first. */
    Layers?: string[];
  };
  /** What this engine notes about it; not part of the image. */
  Metadata: {
    /** RFC 3339 time of the last tag made here; `0001-01-01T00:00:00Z` for never. */
    LastTagTime: string;
  };
}
/** Everything the engine knows about one image. */
export interface ImageInspect_1_43 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[];
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[];
  /**
   * @deprecated
   * Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.
   */
  Parent: string;
  /** Message given at commit or import. */
  Comment: string;
  /** RFC 3339 time of the build; absent where the image does not say. */
  Created: string;
  /**
   * @deprecated
   * Container it was committed from. Deprecated: empty for BuildKit. Until API v1.44.
   */
  Container?: string;
  /**
   * @deprecated
   * Configuration of that container. Deprecated: `Config` is what counts. Until API v1.44.
   */
  ContainerConfig?: ContainerConfigOutput_1_40 | null;
  /** Engine that built it; empty for BuildKit. */
  DockerVersion: string;
  /** Author named at build or commit. */
  Author: string;
  /** What a container gets from it. */
  Config: ImageConfig_1_40 | null;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Architecture: string;
  /** CPU variant, such as `v8` for arm64. */
  Variant?: string;
  /** Operating system, such as `linux`. */
  Os: string;
  /** Version of Windows it is made for; empty on Linux. */
  OsVersion?: string;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /**
   * @deprecated
   * Bytes. Deprecated: the same as `Size`. Until API v1.43.
   */
  VirtualSize?: number;
  /** Where the storage driver keeps its layers. */
  GraphDriver?: GraphDriverData;
  /** The layers it is made of. */
  RootFS: {
    /** `layers`. */
    Type: string;
    /** Digests of the uncompressed layers, the lowest first. */
    Layers?: string[];
  };
  /** What this engine notes about it; not part of the image. */
  Metadata: {
    /** RFC 3339 time of the last tag made here; `0001-01-01T00:00:00Z` for never. */
    LastTagTime: string;
  };
}
/** Everything the engine knows about one image. */
export interface ImageInspect_1_44 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[];
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[];
  /**
   * @deprecated
   * Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.
   */
  Parent: string;
  /** Message given at commit or import. */
  Comment: string;
  /** RFC 3339 time of the build; absent where the image does not say. */
  Created?: string;
  /**
   * @deprecated
   * Container it was committed from. Deprecated: empty for BuildKit. Until API v1.44.
   */
  Container?: string;
  /**
   * @deprecated
   * Configuration of that container. Deprecated: `Config` is what counts. Until API v1.44.
   */
  ContainerConfig?: ContainerConfigOutput_1_44 | null;
  /** Engine that built it; empty for BuildKit. */
  DockerVersion: string;
  /** Author named at build or commit. */
  Author: string;
  /** What a container gets from it. */
  Config: ImageConfig_1_44 | null;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Architecture: string;
  /** CPU variant, such as `v8` for arm64. */
  Variant?: string;
  /** Operating system, such as `linux`. */
  Os: string;
  /** Version of Windows it is made for; empty on Linux. */
  OsVersion?: string;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Where the storage driver keeps its layers. */
  GraphDriver?: GraphDriverData;
  /** The layers it is made of. */
  RootFS: {
    /** `layers`. */
    Type: string;
    /** Digests of the uncompressed layers, the lowest first. */
    Layers?: string[];
  };
  /** What this engine notes about it; not part of the image. */
  Metadata: {
    /** RFC 3339 time of the last tag made here; `0001-01-01T00:00:00Z` for never. */
    LastTagTime: string;
  };
}
/** Everything the engine knows about one image. */
export interface ImageInspect_1_45 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[];
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[];
  /**
   * @deprecated
   * Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.
   */
  Parent: string;
  /** Message given at commit or import. */
  Comment: string;
  /** RFC 3339 time of the build; absent where the image does not say. */
  Created?: string;
  /** Engine that built it; empty for BuildKit. */
  DockerVersion: string;
  /** Author named at build or commit. */
  Author: string;
  /** What a container gets from it. */
  Config: ImageConfig_1_44 | null;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Architecture: string;
  /** CPU variant, such as `v8` for arm64. */
  Variant?: string;
  /** Operating system, such as `linux`. */
  Os: string;
  /** Version of Windows it is made for; empty on Linux. */
  OsVersion?: string;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Where the storage driver keeps its layers. */
  GraphDriver?: GraphDriverData;
  /** The layers it is made of. */
  RootFS: {
    /** `layers`. */
    Type: string;
    /** Digests of the uncompressed layers, the lowest first. */
    Layers?: string[];
  };
  /** What this engine notes about it; not part of the image. */
  Metadata: {
    /** RFC 3339 time of the last tag made here; `0001-01-01T00:00:00Z` for never. */
    LastTagTime: string;
  };
}
/** Everything the engine knows about one image. */
export interface ImageInspect_1_47 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[];
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[];
  /**
   * @deprecated
   * Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.
   */
  Parent: string;
  /** Message given at commit or import. */
  Comment: string;
  /** RFC 3339 time of the build; absent where the image does not say. */
  Created?: string;
  /** Engine that built it; empty for BuildKit. */
  DockerVersion: string;
  /** Author named at build or commit. */
  Author: string;
  /** What a container gets from it. */
  Config: ImageConfig_1_44 | null;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Architecture: string;
  /** CPU variant, such as `v8` for arm64. */
  Variant?: string;
  /** Operating system, such as `linux`. */
  Os: string;
  /** Version of Windows it is made for; empty on Linux. */
  OsVersion?: string;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Where the storage driver keeps its layers. */
  GraphDriver?: DriverData;
  /** The layers it is made of. */
  RootFS: {
    /** `layers`. */
    Type: string;
    /** Digests of the uncompressed layers, the lowest first. */
    Layers?: string[];
  };
  /** What this engine notes about it; not part of the image. */
  Metadata: {
    /** RFC 3339 time of the last tag made here; `0001-01-01T00:00:00Z` for never. */
    LastTagTime: string;
  };
}
/** Everything the engine knows about one image. */
export interface ImageInspect_1_48 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** What the name points to. Only with the containerd image store. Since API v1.48. */
  Descriptor?: OCIDescriptor;
  /** What the index holds, when asked for. Only with the containerd image store. Since API v1.48. */
  Manifests?: ImageManifestSummary[];
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[];
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[];
  /**
   * @deprecated
   * Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.
   */
  Parent: string;
  /** Message given at commit or import. */
  Comment: string;
  /** RFC 3339 time of the build; absent where the image does not say. */
  Created?: string;
  /** Engine that built it; empty for BuildKit. */
  DockerVersion: string;
  /** Author named at build or commit. */
  Author: string;
  /** What a container gets from it. */
  Config: ImageConfig_1_44 | null;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Architecture: string;
  /** CPU variant, such as `v8` for arm64. */
  Variant?: string;
  /** Operating system, such as `linux`. */
  Os: string;
  /** Version of Windows it is made for; empty on Linux. */
  OsVersion?: string;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Where the storage driver keeps its layers. */
  GraphDriver?: DriverData;
  /** The layers it is made of. */
  RootFS: {
    /** `layers`. */
    Type: string;
    /** Digests of the uncompressed layers, the lowest first. */
    Layers?: string[];
  };
  /** What this engine notes about it; not part of the image. */
  Metadata: {
    /** RFC 3339 time of the last tag made here; `0001-01-01T00:00:00Z` for never. */
    LastTagTime: string;
  };
}
export interface ImageListFilters {
  /** Images made earlier than this one, given by name, id or digest. */
  before?: OneOrMany<string>;
  /** `true` gives only images that no name points at, `false` only those with a name. */
  dangling?: boolean;
  /** Images with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Images without this label, as `key` or `key=value`. Only the containerd image store knows it. */
  "label!"?: OneOrMany<string>;
  /** Images whose name fits, as `name` or `name:tag`, where `*` stands for anything but a slash. */
  reference?: OneOrMany<string>;
  /** Images made later than this one, given by name, id or digest. */
  since?: OneOrMany<string>;
  /** Images made before this: Unix time in seconds, a date as in RFC 3339, or an age like `10m` or `1h30m`. Since API v1.44. */
  until?: Time;
}
export interface ImageListFilters_1_40 {
  /** Images made earlier than this one, given by name, id or digest. */
  before?: OneOrMany<string>;
  /** `true` gives only images that no name points at, `false` only those with a name. */
  dangling?: boolean;
  /** Images with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Images without this label, as `key` or `key=value`. Only the containerd image store knows it. */
  "label!"?: OneOrMany<string>;
  /** Images whose name fits, as `name` or `name:tag`, where `*` stands for anything but a slash. */
  reference?: OneOrMany<string>;
  /** Images made later than this one, given by name, id or digest. */
  since?: OneOrMany<string>;
}
export interface ImageListOptions {
  /** Also the intermediate images that the classic builder leaves behind. Default: `false`. */
  all?: boolean;
  /** Only images that match. */
  filters?: ImageListFilters;
  /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. Default: `false`. Since API v1.42. */
  sharedSize?: boolean;
  /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. Default: `false`. Since API v1.47. */
  manifests?: boolean;
}
export interface ImageListOptions_1_40 {
  /** Also the intermediate images that the classic builder leaves behind. Default: `false`. */
  all?: boolean;
  /** Only images that match. */
  filters?: ImageListFilters_1_40;
}
export interface ImageListOptions_1_42 {
  /** Also the intermediate images that the classic builder leaves behind. Default: `false`. */
  all?: boolean;
  /** Only images that match. */
  filters?: ImageListFilters_1_40;
  /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. Default: `false`. Since API v1.42. */
  sharedSize?: boolean;
}
export interface ImageListOptions_1_44 {
  /** Also the intermediate images that the classic builder leaves behind. Default: `false`. */
  all?: boolean;
  /** Only images that match. */
  filters?: ImageListFilters;
  /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. Default: `false`. Since API v1.42. */
  sharedSize?: boolean;
}
/** One step of loading images from an archive. */
export interface ImageLoadInfo {
  /** Layer it is about. */
  id?: string;
  /** A line such as `Loaded image`, with its line end. */
  stream?: string;
  /** What is happening, such as `Loading layer`. */
  status?: string;
  /**
   * @deprecated
   * A progress bar drawn in text. Deprecated: draw your own.
   */
  progress?: string;
  /** How far the step is. */
  progressDetail?: ProgressDetail;
  /**
   * @deprecated
   * The load failed. Deprecated: the same text as in `errorDetail`.
   */
  error?: string;
  /** The load failed; the answer's status was already 200. */
  errorDetail?: ErrorDetail;
}
export interface ImageLoadOptions {
  /** Leaves out the progress; the names of what was loaded still come. Default: `true`. */
  quiet?: boolean;
  /** The only variant to load; every variant in the tar is loaded without it. Since API v1.48. */
  platform?: OCIPlatform;
}
export interface ImageLoadOptions_1_40 {
  /** Leaves out the progress; the names of what was loaded still come. Default: `true`. */
  quiet?: boolean;
}
/** One manifest of an image index: an image for a platform, or an attestation. */
export interface ImageManifestSummary {
  /** Its digest. */
  ID: string;
  /** How the index refers to it. */
  Descriptor: OCIDescriptor;
  /** Whether everything it needs is on this machine. */
  Available: boolean;
  /** What it takes on this machine. */
  Size: {
    /** Bytes, compressed content and unpacked files together. */
    Total: number;
    /** Bytes of the content as it is transferred, mostly compressed. */
    Content: number;
  };
  /** Tells which of `ImageData` and `AttestationData` is there. */
  Kind: "image" | "attestation" | "unknown";
  /** Only for `image`. */
  ImageData?: {
    /** What it runs on. */
    Platform: OCIPlatformOutput;
    /** IDs of the containers that use it. */
    Containers: string[] | null;
    /** What its files take. */
    Size: {
      /** Bytes of its unpacked files; 0 while not unpacked. */
      Unpacked: number;
    };
  };
  /** Only for `attestation`. */
  AttestationData?: {
    /** Digest of the image manifest it speaks of. */
    For: string;
  };
}
/** One manifest of an image index: an image for a platform, or an attestation. */
export interface ImageManifestSummary_1_47 {
  /** Its digest. */
  ID: string;
  /** How the index refers to it. */
  Descriptor: OCIDescriptor_1_40;
  /** Whether everything it needs is on this machine. */
  Available: boolean;
  /** What it takes on this machine. */
  Size: {
    /** Bytes, compressed content and unpacked files together. */
    Total: number;
    /** Bytes of the content as it is transferred, mostly compressed. */
    Content: number;
  };
  /** Tells which of `ImageData` and `AttestationData` is there. */
  Kind: "image" | "attestation" | "unknown";
  /** Only for `image`. */
  ImageData?: {
    /** What it runs on. */
    Platform: OCIPlatformOutput;
    /** IDs of the containers that use it. */
    Containers: string[] | null;
    /** What its files take. */
    Size: {
      /** Bytes of its unpacked files; 0 while not unpacked. */
      Unpacked: number;
    };
  };
  /** Only for `attestation`. */
  AttestationData?: {
    /** Digest of the image manifest it speaks of. */
    For: string;
  };
}
export interface ImagePruneFilters {
  /** `true` takes only images that no name points at, `false` also named ones that no container uses. */
  dangling?: boolean;
  /** Images made before this: Unix time in seconds, a date as in RFC 3339, or an age like `10m` or `1h30m`. */
  until?: Time;
  /** Images with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Images without this label, as `key` or `key=value`. */
  "label!"?: OneOrMany<string>;
}
export interface ImagePruneOptions {
  /** Which images may go. Only those without a name do, unless `dangling` is `false`. */
  filters?: ImagePruneFilters;
}
/** What the clean-up took away. */
export interface ImagePruneResult {
  /** What became of each image and layer. */
  ImagesDeleted: ImageDeleteResponseItem[] | null;
  /** Bytes. */
  SpaceReclaimed: number;
}
export interface ImagePushOptions {
  /** The only tag to push; every local tag of the name goes without it. */
  tag?: string;
  /** The only variant to push; every variant that is here goes without it. Since API v1.46. */
  platform?: OCIPlatform;
}
export interface ImagePushOptions_1_40 {
  /** The only tag to push; every local tag of the name goes without it. */
  tag?: string;
}
export interface ImageSearchFilters {
  /** Whether the image is one that Docker curates. */
  "is-official"?: boolean;
  /** Images with this many stars or more. */
  stars?: OneOrMany<number>;
}
export interface ImageSearchFilters_1_40 {
  /** Whether Docker Hub built the image itself. Newer engines find nothing with `true`. Until API v1.44. */
  "is-automated"?: boolean;
  /** Whether the image is one that Docker curates. */
  "is-official"?: boolean;
  /** Images with this many stars or more. */
  stars?: OneOrMany<number>;
}
export interface ImageSearchOptions {
  /** Words to look for in names and descriptions. */
  term: string;
  /** The most results to give, up to 100. */
  limit?: number;
  /** Only results that match. */
  filters?: ImageSearchFilters;
}
export interface ImageSearchOptions_1_40 {
  /** Words to look for in names and descriptions. */
  term: string;
  /** The most results to give, up to 100. */
  limit?: number;
  /** Only results that match. */
  filters?: ImageSearchFilters_1_40;
}
/** One repository. */
export interface ImageSearchResultItem {
  /** One line by the owner; may be empty. */
  description: string;
  /** Whether it is one of Docker's official images. */
  is_official: boolean;
  /**
   * @deprecated
   * Deprecated: always `false`.
   */
  is_automated: boolean;
  /** Such as `bitnami/nginx`. */
  name: string;
  /** Users who starred it. */
  star_count: number;
}
/** One image as the list shows it. */
export interface ImageSummary {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Image it was built from here. Empty for pulled images and for BuildKit. */
  ParentId: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[] | null;
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[] | null;
  /** When it was built, Unix time in seconds. */
  Created: number;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Bytes it has in common with other images; -1 when not worked out. */
  SharedSize: number;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** How many containers use it; -1 when not counted. */
  Containers: number;
  /** What the index holds, when asked for. Only with the containerd image store. Since API v1.47. */
  Manifests?: ImageManifestSummary[];
  /** What the name points to. Only with the containerd image store. Since API v1.48. */
  Descriptor?: OCIDescriptor;
}
/** One image as the list shows it. */
export interface ImageSummary_1_40 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Image it was built from here. Empty for pulled images and for BuildKit. */
  ParentId: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[] | null;
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[] | null;
  /** When it was built, Unix time in seconds. */
  Created: number;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Bytes it has in common with other images; -1 when not worked out. */
  SharedSize: number;
  /**
   * @deprecated
   * Bytes. Deprecated: the same as `Size`. Until API v1.43.
   */
  VirtualSize?: number;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** How many containers use it; -1 when not counted. */
  Containers: number;
}
/** One image as the list shows it. */
export interface ImageSummary_1_43 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Image it was built from here. Empty for pulled images and for BuildKit. */
  ParentId: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[] | null;
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[] | null;
  /** When it was built, Unix time in seconds. */
  Created: number;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Bytes it has in common with other images; -1 when not worked out. */
  SharedSize: number;
  /**
   * @deprecated
   * Bytes. Deprecated: the same as `Size`. Until API v1.43.
   */
  VirtualSize?: number;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** How many containers use it; -1 when not counted. */
  Containers: number;
}
/** One image as the list shows it. */
export interface ImageSummary_1_44 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Image it was built from here. Empty for pulled images and for BuildKit. */
  ParentId: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[] | null;
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[] | null;
  /** When it was built, Unix time in seconds. */
  Created: number;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Bytes it has in common with other images; -1 when not worked out. */
  SharedSize: number;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** How many containers use it; -1 when not counted. */
  Containers: number;
}
/** One image as the list shows it. */
export interface ImageSummary_1_47 {
  /** `sha256:` digest of its configuration; of its manifest or index with the containerd image store. */
  Id: string;
  /** Image it was built from here. Empty for pulled images and for BuildKit. */
  ParentId: string;
  /** Such as `alpine:3`; empty for a dangling image. */
  RepoTags: string[] | null;
  /** Such as `alpine@sha256:…`; known once it was pulled or pushed. */
  RepoDigests: string[] | null;
  /** When it was built, Unix time in seconds. */
  Created: number;
  /** Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes. */
  Size: number;
  /** Bytes it has in common with other images; -1 when not worked out. */
  SharedSize: number;
  /** Labels of the image. */
  Labels: {
    [key: string]: string;
  } | null;
  /** How many containers use it; -1 when not counted. */
  Containers: number;
  /** What the index holds, when asked for. Only with the containerd image store. Since API v1.47. */
  Manifests?: ImageManifestSummary_1_47[];
}
export interface ImageTagOptions {
  /** The new name without its tag, as in `registry.example/app`. */
  repo?: string;
  /** The tag of the new name; `latest` without it. */
  tag?: string;
}
/** Settings of one registry. */
export interface IndexInfo {
  /** `host[:port]`; Docker Hub is `docker.io`. */
  Name: string;
  /** URLs tried first. */
  Mirrors: string[];
  /** `false` where plain HTTP or an unknown certificate will do. */
  Secure: boolean;
  /** `true` for Docker Hub alone. */
  Official: boolean;
}
/** Secrets with which engines join. Whoever has one can join. */
export interface JoinTokens {
  /** For joining as a worker. */
  Worker: string;
  /** For joining as a manager. */
  Manager: string;
}
/** The most that a task may take. */
export interface Limit {
  /** CPUs in units of 1e-9: 500,000,000 is a half; 0 for no limit. */
  NanoCPUs?: number;
  /** Bytes; 0 for no limit. */
  MemoryBytes?: number;
  /** Processes and threads; 0 for no limit. Default: `0`. */
  Pids?: number;
}
/** Whether an engine takes part in a swarm; empty when that is unknown. */
export type LocalNodeState = "" | "inactive" | "pending" | "active" | "error" | "locked";
/** A node's part among the managers. */
export interface ManagerStatus {
  /** Whether it leads now. Default: `false`. */
  Leader?: boolean;
  /** Whether the other managers reach it. */
  Reachability?: Reachability;
  /** `address:port` that other managers use. */
  Addr?: string;
}
/** A mount in the structured form. */
export interface Mount {
  /** Absolute path in the container. */
  Target?: string;
  /** Host path, volume name or image name, by type. Empty with `volume` makes an anonymous one; not for `tmpfs`. */
  Source?: string;
  /** `bind` wants an existing source; `npipe` is for Windows, `cluster` for Swarm's CSI volumes. */
  Type?: "bind" | "volume" | "image" | "tmpfs" | "npipe" | "cluster";
  /** Whether it cannot be written from the container. */
  ReadOnly?: boolean;
  /** Only for Docker Desktop on macOS: `default`, `consistent`, `cached` or `delegated`. Ignored elsewhere. */
  Consistency?: string;
  /** Only for `bind`. */
  BindOptions?: {
    /** Whether mounts made later under it show on the other side. Linux only. */
    Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
    /** Leaves out what is mounted below the source. Default: `false`. */
    NonRecursive?: boolean;
    /** Makes a missing source folder on the host instead of failing. Default: `false`. Since API v1.42. */
    CreateMountpoint?: boolean;
    /** With `ReadOnly`, lets mounts below it stay writable. Default: `false`. Since API v1.44. */
    ReadOnlyNonRecursive?: boolean;
    /** With `ReadOnly`, fails where mounts below it cannot be protected too (Linux before 5.12). Default: `false`. Since API v1.44. */
    ReadOnlyForceRecursive?: boolean;
  };
  /** Only for `volume`. */
  VolumeOptions?: {
    /** Leaves a new volume empty; otherwise it gets what the image has at that path. Default: `false`. */
    NoCopy?: boolean;
    /** Labels for a volume created by this mount. */
    Labels?: {
      [key: string]: string;
    };
    /** How to create a volume that does not exist yet. */
    DriverConfig?: {
      /** Volume driver; empty for `local`. */
      Name?: string;
      /** Options handed to that driver. */
      Options?: {
        [key: string]: string;
      };
    };
    /** Mounts this folder of the volume instead of its root; it must exist already. Since API v1.45. */
    Subpath?: string;
  };
  /** Only for `image`. Since API v1.48. */
  ImageOptions?: {
    /** Mounts this folder of the image instead of its root. */
    Subpath?: string;
  };
  /** Only for `tmpfs`. */
  TmpfsOptions?: {
    /** Bytes; 0 for no limit but that of the kernel. */
    SizeBytes?: number;
    /** Permission bits as a plain integer: octal 1777 is 1023. */
    Mode?: number;
    /** Further mount options, each `[flag]` or `[key, value]`. Since API v1.46. */
    Options?: string[][];
  };
  /** Only for `cluster`; an empty object. Since API v1.42. */
  ClusterOptions?: Record<string, unknown>;
}
/** Something mounted into a container, as the engine reports it. */
export interface MountPoint {
  /** Kind of mount. */
  Type?: "bind" | "volume" | "image" | "tmpfs" | "npipe" | "cluster";
  /** The volume's name; empty for other kinds. */
  Name?: string;
  /** Host path behind it, for volumes too; empty for `tmpfs`. */
  Source: string;
  /** Absolute path in the container. */
  Destination: string;
  /** The volume's driver; empty for other kinds. */
  Driver?: string;
  /** Options after the last colon of a bind, such as `z`, joined by commas. */
  Mode: string;
  /** Whether it can be written from the container. */
  RW: boolean;
  /** Whether mounts made later show on the other side, such as `rprivate`; empty for volumes and on Windows. */
  Propagation: string;
}
/** Something mounted into a container, as the engine reports it. */
export interface MountPoint_1_40 {
  /** Kind of mount. */
  Type?: "bind" | "volume" | "tmpfs" | "npipe";
  /** The volume's name; empty for other kinds. */
  Name?: string;
  /** Host path behind it, for volumes too; empty for `tmpfs`. */
  Source: string;
  /** Absolute path in the container. */
  Destination: string;
  /** The volume's driver; empty for other kinds. */
  Driver?: string;
  /** Options after the last colon of a bind, such as `z`, joined by commas. */
  Mode: string;
  /** Whether it can be written from the container. */
  RW: boolean;
  /** Whether mounts made later show on the other side, such as `rprivate`; empty for volumes and on Windows. */
  Propagation: string;
}
/** Something mounted into a container, as the engine reports it. */
export interface MountPoint_1_42 {
  /** Kind of mount. */
  Type?: "bind" | "volume" | "tmpfs" | "npipe" | "cluster";
  /** The volume's name; empty for other kinds. */
  Name?: string;
  /** Host path behind it, for volumes too; empty for `tmpfs`. */
  Source: string;
  /** Absolute path in the container. */
  Destination: string;
  /** The volume's driver; empty for other kinds. */
  Driver?: string;
  /** Options after the last colon of a bind, such as `z`, joined by commas. */
  Mode: string;
  /** Whether it can be written from the container. */
  RW: boolean;
  /** Whether mounts made later show on the other side, such as `rprivate`; empty for volumes and on Windows. */
  Propagation: string;
}
/** A mount in the structured form. */
export interface Mount_1_40 {
  /** Absolute path in the container. */
  Target?: string;
  /** Host path, volume name or image name, by type. Empty with `volume` makes an anonymous one; not for `tmpfs`. */
  Source?: string;
  /** `bind` wants an existing source; `npipe` is for Windows, `cluster` for Swarm's CSI volumes. */
  Type?: "bind" | "volume" | "tmpfs" | "npipe";
  /** Whether it cannot be written from the container. */
  ReadOnly?: boolean;
  /** Only for Docker Desktop on macOS: `default`, `consistent`, `cached` or `delegated`. Ignored elsewhere. */
  Consistency?: string;
  /** Only for `bind`. */
  BindOptions?: {
    /** Whether mounts made later under it show on the other side. Linux only. */
    Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
    /** Leaves out what is mounted below the source. Default: `false`. */
    NonRecursive?: boolean;
  };
  /** Only for `volume`. */
  VolumeOptions?: {
    /** Leaves a new volume empty; otherwise it gets what the image has at that path. Default: `false`. */
    NoCopy?: boolean;
    /** Labels for a volume created by this mount. */
    Labels?: {
      [key: string]: string;
    };
    /** How to create a volume that does not exist yet. */
    DriverConfig?: {
      /** Volume driver; empty for `local`. */
      Name?: string;
      /** Options handed to that driver. */
      Options?: {
        [key: string]: string;
      };
    };
  };
  /** Only for `tmpfs`. */
  TmpfsOptions?: {
    /** Bytes; 0 for no limit but that of the kernel. */
    SizeBytes?: number;
    /** Permission bits as a plain integer: octal 1777 is 1023. */
    Mode?: number;
  };
}
/** A mount in the structured form. */
export interface Mount_1_42 {
  /** Absolute path in the container. */
  Target?: string;
  /** Host path, volume name or image name, by type. Empty with `volume` makes an anonymous one; not for `tmpfs`. */
  Source?: string;
  /** `bind` wants an existing source; `npipe` is for Windows, `cluster` for Swarm's CSI volumes. */
  Type?: "bind" | "volume" | "tmpfs" | "npipe" | "cluster";
  /** Whether it cannot be written from the container. */
  ReadOnly?: boolean;
  /** Only for Docker Desktop on macOS: `default`, `consistent`, `cached` or `delegated`. Ignored elsewhere. */
  Consistency?: string;
  /** Only for `bind`. */
  BindOptions?: {
    /** Whether mounts made later under it show on the other side. Linux only. */
    Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
    /** Leaves out what is mounted below the source. Default: `false`. */
    NonRecursive?: boolean;
    /** Makes a missing source folder on the host instead of failing. Default: `false`. Since API v1.42. */
    CreateMountpoint?: boolean;
  };
  /** Only for `volume`. */
  VolumeOptions?: {
    /** Leaves a new volume empty; otherwise it gets what the image has at that path. Default: `false`. */
    NoCopy?: boolean;
    /** Labels for a volume created by this mount. */
    Labels?: {
      [key: string]: string;
    };
    /** How to create a volume that does not exist yet. */
    DriverConfig?: {
      /** Volume driver; empty for `local`. */
      Name?: string;
      /** Options handed to that driver. */
      Options?: {
        [key: string]: string;
      };
    };
  };
  /** Only for `tmpfs`. */
  TmpfsOptions?: {
    /** Bytes; 0 for no limit but that of the kernel. */
    SizeBytes?: number;
    /** Permission bits as a plain integer: octal 1777 is 1023. */
    Mode?: number;
  };
  /** Only for `cluster`; an empty object. Since API v1.42. */
  ClusterOptions?: Record<string, unknown>;
}
/** A mount in the structured form. */
export interface Mount_1_44 {
  /** Absolute path in the container. */
  Target?: string;
  /** Host path, volume name or image name, by type. Empty with `volume` makes an anonymous one; not for `tmpfs`. */
  Source?: string;
  /** `bind` wants an existing source; `npipe` is for Windows, `cluster` for Swarm's CSI volumes. */
  Type?: "bind" | "volume" | "tmpfs" | "npipe" | "cluster";
  /** Whether it cannot be written from the container. */
  ReadOnly?: boolean;
  /** Only for Docker Desktop on macOS: `default`, `consistent`, `cached` or `delegated`. Ignored elsewhere. */
  Consistency?: string;
  /** Only for `bind`. */
  BindOptions?: {
    /** Whether mounts made later under it show on the other side. Linux only. */
    Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
    /** Leaves out what is mounted below the source. Default: `false`. */
    NonRecursive?: boolean;
    /** Makes a missing source folder on the host instead of failing. Default: `false`. Since API v1.42. */
    CreateMountpoint?: boolean;
    /** With `ReadOnly`, lets mounts below it stay writable. Default: `false`. Since API v1.44. */
    ReadOnlyNonRecursive?: boolean;
    /** With `ReadOnly`, fails where mounts below it cannot be protected too (Linux before 5.12). Default: `false`. Since API v1.44. */
    ReadOnlyForceRecursive?: boolean;
  };
  /** Only for `volume`. */
  VolumeOptions?: {
    /** Leaves a new volume empty; otherwise it gets what the image has at that path. Default: `false`. */
    NoCopy?: boolean;
    /** Labels for a volume created by this mount. */
    Labels?: {
      [key: string]: string;
    };
    /** How to create a volume that does not exist yet. */
    DriverConfig?: {
      /** Volume driver; empty for `local`. */
      Name?: string;
      /** Options handed to that driver. */
      Options?: {
        [key: string]: string;
      };
    };
  };
  /** Only for `tmpfs`. */
  TmpfsOptions?: {
    /** Bytes; 0 for no limit but that of the kernel. */
    SizeBytes?: number;
    /** Permission bits as a plain integer: octal 1777 is 1023. */
    Mode?: number;
  };
  /** Only for `cluster`; an empty object. Since API v1.42. */
  ClusterOptions?: Record<string, unknown>;
}
/** A mount in the structured form. */
export interface Mount_1_45 {
  /** Absolute path in the container. */
  Target?: string;
  /** Host path, volume name or image name, by type. Empty with `volume` makes an anonymous one; not for `tmpfs`. */
  Source?: string;
  /** `bind` wants an existing source; `npipe` is for Windows, `cluster` for Swarm's CSI volumes. */
  Type?: "bind" | "volume" | "tmpfs" | "npipe" | "cluster";
  /** Whether it cannot be written from the container. */
  ReadOnly?: boolean;
  /** Only for Docker Desktop on macOS: `default`, `consistent`, `cached` or `delegated`. Ignored elsewhere. */
  Consistency?: string;
  /** Only for `bind`. */
  BindOptions?: {
    /** Whether mounts made later under it show on the other side. Linux only. */
    Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
    /** Leaves out what is mounted below the source. Default: `false`. */
    NonRecursive?: boolean;
    /** Makes a missing source folder on the host instead of failing. Default: `false`. Since API v1.42. */
    CreateMountpoint?: boolean;
    /** With `ReadOnly`, lets mounts below it stay writable. Default: `false`. Since API v1.44. */
    ReadOnlyNonRecursive?: boolean;
    /** With `ReadOnly`, fails where mounts below it cannot be protected too (Linux before 5.12). Default: `false`. Since API v1.44. */
    ReadOnlyForceRecursive?: boolean;
  };
  /** Only for `volume`. */
  VolumeOptions?: {
    /** Leaves a new volume empty; otherwise it gets what the image has at that path. Default: `false`. */
    NoCopy?: boolean;
    /** Labels for a volume created by this mount. */
    Labels?: {
      [key: string]: string;
    };
    /** How to create a volume that does not exist yet. */
    DriverConfig?: {
      /** Volume driver; empty for `local`. */
      Name?: string;
      /** Options handed to that driver. */
      Options?: {
        [key: string]: string;
      };
    };
    /** Mounts this folder of the volume instead of its root; it must exist already. Since API v1.45. */
    Subpath?: string;
  };
  /** Only for `tmpfs`. */
  TmpfsOptions?: {
    /** Bytes; 0 for no limit but that of the kernel. */
    SizeBytes?: number;
    /** Permission bits as a plain integer: octal 1777 is 1023. */
    Mode?: number;
  };
  /** Only for `cluster`; an empty object. Since API v1.42. */
  ClusterOptions?: Record<string, unknown>;
}
/** A mount in the structured form. */
export interface Mount_1_46 {
  /** Absolute path in the container. */
  Target?: string;
  /** Host path, volume name or image name, by type. Empty with `volume` makes an anonymous one; not for `tmpfs`. */
  Source?: string;
  /** `bind` wants an existing source; `npipe` is for Windows, `cluster` for Swarm's CSI volumes. */
  Type?: "bind" | "volume" | "tmpfs" | "npipe" | "cluster";
  /** Whether it cannot be written from the container. */
  ReadOnly?: boolean;
  /** Only for Docker Desktop on macOS: `default`, `consistent`, `cached` or `delegated`. Ignored elsewhere. */
  Consistency?: string;
  /** Only for `bind`. */
  BindOptions?: {
    /** Whether mounts made later under it show on the other side. Linux only. */
    Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
    /** Leaves out what is mounted below the source. Default: `false`. */
    NonRecursive?: boolean;
    /** Makes a missing source folder on the host instead of failing. Default: `false`. Since API v1.42. */
    CreateMountpoint?: boolean;
    /** With `ReadOnly`, lets mounts below it stay writable. Default: `false`. Since API v1.44. */
    ReadOnlyNonRecursive?: boolean;
    /** With `ReadOnly`, fails where mounts below it cannot be protected too (Linux before 5.12). Default: `false`. Since API v1.44. */
    ReadOnlyForceRecursive?: boolean;
  };
  /** Only for `volume`. */
  VolumeOptions?: {
    /** Leaves a new volume empty; otherwise it gets what the image has at that path. Default: `false`. */
    NoCopy?: boolean;
    /** Labels for a volume created by this mount. */
    Labels?: {
      [key: string]: string;
    };
    /** How to create a volume that does not exist yet. */
    DriverConfig?: {
      /** Volume driver; empty for `local`. */
      Name?: string;
      /** Options handed to that driver. */
      Options?: {
        [key: string]: string;
      };
    };
    /** Mounts this folder of the volume instead of its root; it must exist already. Since API v1.45. */
    Subpath?: string;
  };
  /** Only for `tmpfs`. */
  TmpfsOptions?: {
    /** Bytes; 0 for no limit but that of the kernel. */
    SizeBytes?: number;
    /** Permission bits as a plain integer: octal 1777 is 1023. */
    Mode?: number;
    /** Further mount options, each `[flag]` or `[key, value]`. Since API v1.46. */
    Options?: string[][];
  };
  /** Only for `cluster`; an empty object. Since API v1.42. */
  ClusterOptions?: Record<string, unknown>;
}
/** A network of containers. */
export interface Network {
  /** Not always unique; its ID is. */
  Name: string;
  /** 64 hexadecimal digits; 25 letters and digits for Swarm's. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** `local` for this engine, `swarm` for the whole swarm. */
  Scope: string;
  /** Such as `bridge`, `overlay`, `macvlan`, `host`, or a plugin's. */
  Driver: string;
  /** Whether containers get IPv4 addresses. Since API v1.47. */
  EnableIPv4: boolean;
  /** Whether containers get IPv6 addresses. */
  EnableIPv6: boolean;
  /** How its addresses are given out. */
  IPAM: IPAMOutput;
  /** Whether it is cut off from the outside. Default: `false`. */
  Internal: boolean;
  /** Whether containers outside services may join. Only for Swarm's networks. Default: `false`. */
  Attachable: boolean;
  /** Whether it carries Swarm's routing mesh. Default: `false`. */
  Ingress: boolean;
  /** Network whose configuration it took. Since API v1.41. */
  ConfigFrom: ConfigReferenceOutput;
  /** Whether it is a mere template for others; containers cannot join. Default: `false`. Since API v1.41. */
  ConfigOnly: boolean;
  /** Its endpoints on this engine, by container ID. Not in lists. */
  Containers?: {
    [key: string]: NetworkContainer;
  } | null;
  /** Options of its driver. */
  Options: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Engines that take part. Only for overlay networks, not in lists. Since API v1.41. */
  Peers?: PeerInfo[];
  /** Services that use it, by name. Only for Swarm's networks and when asked for. */
  Services?: {
    [key: string]: {
      /** Virtual address of the service. */
      VIP: string;
      /** Ports that it publishes on this network. */
      Ports: string[] | null;
      /** Number of the local load balancer. */
      LocalLBIndex: number;
      /** Tasks behind the service. */
      Tasks: {
        /** Name of the task. */
        Name: string;
        /** ID of its connection to the network. */
        EndpointID: string;
        /** Its address on the network. */
        EndpointIP: string;
        /** More about the connection, such as the node's address. */
        Info: {
          [key: string]: string;
        } | null;
      }[] | null;
    };
  };
}
/** A task's connection to a swarm network. */
export interface NetworkAttachment {
  /** The network. */
  Network: SwarmNetwork;
  /** The task's addresses on it, each with the length of its prefix. */
  Addresses?: string[];
}
/** A network that tasks are attached to. */
export interface NetworkAttachmentConfig {
  /** Name or ID of the network. */
  Target?: string;
  /** Further names the tasks are found by there. */
  Aliases?: string[];
  /** Options of the network driver for these endpoints. */
  DriverOpts?: {
    [key: string]: string;
  };
}
/** The container, and its addresses and aliases on this network. */
export interface NetworkConnectBody {
  /** Its name or ID. */
  Container?: string;
  /** Aliases, fixed addresses and driver options for it there. */
  EndpointConfig?: EndpointSettings;
}
/** The container, and its addresses and aliases on this network. */
export interface NetworkConnectBody_1_40 {
  /** Its name or ID. */
  Container?: string;
  /** Aliases, fixed addresses and driver options for it there. */
  EndpointConfig?: EndpointSettings_1_40;
}
/** The container, and its addresses and aliases on this network. */
export interface NetworkConnectBody_1_44 {
  /** Its name or ID. */
  Container?: string;
  /** Aliases, fixed addresses and driver options for it there. */
  EndpointConfig?: EndpointSettings_1_44;
}
/** One container in a network. */
export interface NetworkContainer {
  /** The container's name, without `/`. */
  Name: string;
  /** 64 hexadecimal digits. */
  EndpointID: string;
  /** Such as `5a:8c:1f:00:00:02`. */
  MacAddress: string;
  /** With its prefix, such as `172.18.0.2/16`; empty for none. */
  IPv4Address: string;
  /** With its prefix; empty for none. */
  IPv6Address: string;
}
/** Name, driver, addresses, options and labels. */
export interface NetworkCreateBody {
  /** How containers and commands will call it. */
  Name: string;
  /** Such as `bridge`, `overlay`, `macvlan`, or a plugin's. Default: `bridge`. */
  Driver?: string;
  /** Such as `local` or `swarm`; empty lets the driver decide. Since API v1.41. */
  Scope?: string;
  /** Cuts it off from the outside. */
  Internal?: boolean;
  /** Lets containers outside services join. Only for Swarm's networks. */
  Attachable?: boolean;
  /** Makes it carry Swarm's routing mesh; a swarm has one at most. */
  Ingress?: boolean;
  /** Makes a mere template for others; containers cannot join it. Default: `false`. Since API v1.41. */
  ConfigOnly?: boolean;
  /** Takes the configuration of such a template. Since API v1.41. */
  ConfigFrom?: ConfigReference;
  /** How its addresses are given out; absent lets the engine choose. */
  IPAM?: IPAM;
  /** Gives containers IPv4 addresses. Since API v1.47. */
  EnableIPv4?: boolean;
  /** Gives containers IPv6 addresses. */
  EnableIPv6?: boolean;
  /** Options of the driver, such as `com.docker.network.driver.mtu`. */
  Options?: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
}
/** Name, driver, addresses, options and labels. */
export interface NetworkCreateBody_1_40 {
  /** How containers and commands will call it. */
  Name: string;
  /**
   * @deprecated
   * Deprecated: the engine refuses a name in use anyway. Until API v1.45.
   */
  CheckDuplicate?: boolean;
  /** Such as `bridge`, `overlay`, `macvlan`, or a plugin's. Default: `bridge`. */
  Driver?: string;
  /** Cuts it off from the outside. */
  Internal?: boolean;
  /** Lets containers outside services join. Only for Swarm's networks. */
  Attachable?: boolean;
  /** Makes it carry Swarm's routing mesh; a swarm has one at most. */
  Ingress?: boolean;
  /** How its addresses are given out; absent lets the engine choose. */
  IPAM?: IPAM;
  /** Gives containers IPv6 addresses. */
  EnableIPv6?: boolean;
  /** Options of the driver, such as `com.docker.network.driver.mtu`. */
  Options?: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
}
/** Name, driver, addresses, options and labels. */
export interface NetworkCreateBody_1_41 {
  /** How containers and commands will call it. */
  Name: string;
  /**
   * @deprecated
   * Deprecated: the engine refuses a name in use anyway. Until API v1.45.
   */
  CheckDuplicate?: boolean;
  /** Such as `bridge`, `overlay`, `macvlan`, or a plugin's. Default: `bridge`. */
  Driver?: string;
  /** Such as `local` or `swarm`; empty lets the driver decide. Since API v1.41. */
  Scope?: string;
  /** Cuts it off from the outside. */
  Internal?: boolean;
  /** Lets containers outside services join. Only for Swarm's networks. */
  Attachable?: boolean;
  /** Makes it carry Swarm's routing mesh; a swarm has one at most. */
  Ingress?: boolean;
  /** Makes a mere template for others; containers cannot join it. Default: `false`. Since API v1.41. */
  ConfigOnly?: boolean;
  /** Takes the configuration of such a template. Since API v1.41. */
  ConfigFrom?: ConfigReference;
  /** How its addresses are given out; absent lets the engine choose. */
  IPAM?: IPAM;
  /** Gives containers IPv6 addresses. */
  EnableIPv6?: boolean;
  /** Options of the driver, such as `com.docker.network.driver.mtu`. */
  Options?: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
}
/** Name, driver, addresses, options and labels. */
export interface NetworkCreateBody_1_46 {
  /** How containers and commands will call it. */
  Name: string;
  /** Such as `bridge`, `overlay`, `macvlan`, or a plugin's. Default: `bridge`. */
  Driver?: string;
  /** Such as `local` or `swarm`; empty lets the driver decide. Since API v1.41. */
  Scope?: string;
  /** Cuts it off from the outside. */
  Internal?: boolean;
  /** Lets containers outside services join. Only for Swarm's networks. */
  Attachable?: boolean;
  /** Makes it carry Swarm's routing mesh; a swarm has one at most. */
  Ingress?: boolean;
  /** Makes a mere template for others; containers cannot join it. Default: `false`. Since API v1.41. */
  ConfigOnly?: boolean;
  /** Takes the configuration of such a template. Since API v1.41. */
  ConfigFrom?: ConfigReference;
  /** How its addresses are given out; absent lets the engine choose. */
  IPAM?: IPAM;
  /** Gives containers IPv6 addresses. */
  EnableIPv6?: boolean;
  /** Options of the driver, such as `com.docker.network.driver.mtu`. */
  Options?: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
}
/** The network that was created. */
export interface NetworkCreateResponse {
  /** 64 hexadecimal digits; 25 letters and digits for Swarm's. */
  Id: string;
  /** A sentence for people; mostly empty. */
  Warning: string;
}
/** The network that was created. */
export interface NetworkCreateResult {
  /** 64 hexadecimal digits; 25 letters and digits for Swarm's. */
  Id: string;
  /** A sentence for people; mostly empty. */
  Warning: string;
}
/** The container; `Force` also clears away what is left of a container that is gone. */
export interface NetworkDisconnectBody {
  /** Its name or ID. */
  Container?: string;
  /** Cleans up even where the container is gone or does not answer. */
  Force?: boolean;
}
export interface NetworkInspectOptions {
  /** Adds the services and tasks that use the network on any node of the swarm. Default: `false`. */
  verbose?: boolean;
  /** Looks only among networks of this reach, `local`, `global` or `swarm`, where a name stands for several. */
  scope?: string;
}
export interface NetworkListFilters {
  /** `true` gives only networks that no running container uses, `false` only the others. Built-in ones count as used. */
  dangling?: boolean;
  /** Networks of this driver, like `bridge` or `overlay`. */
  driver?: OneOrMany<string>;
  /** Networks whose id has this in it. */
  id?: OneOrMany<string>;
  /** Networks with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Networks whose name has this in it; a regular expression, so `^web$` is the exact name. */
  name?: OneOrMany<string>;
  /** Networks of this reach, from one engine to the whole swarm. */
  scope?: OneOrMany<"swarm" | "global" | "local">;
  /** `builtin` gives the networks every engine has, `custom` those that were created. */
  type?: OneOrMany<"custom" | "builtin">;
}
export interface NetworkListOptions {
  /** Only networks that match. */
  filters?: NetworkListFilters;
}
export interface NetworkPruneFilters {
  /** Networks made before this: Unix time in seconds, a date as in RFC 3339, or an age like `10m` or `1h30m`. */
  until?: Time;
  /** Networks with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Networks without this label, as `key` or `key=value`. */
  "label!"?: OneOrMany<string>;
}
export interface NetworkPruneOptions {
  /** Only networks that match. */
  filters?: NetworkPruneFilters;
}
/** What the clean-up took away. */
export interface NetworkPruneResult {
  /** Names of the removed networks. */
  NetworksDeleted: string[] | null;
}
/** Networks, addresses and published ports of a container. */
export interface NetworkSettings {
  /**
   * @deprecated
   * Bridge of the default network where the engine was told one. Deprecated.
   */
  Bridge?: string;
  /** ID of its network namespace; empty while it is stopped. */
  SandboxID: string;
  /**
   * @deprecated
   * Deprecated: always `false`.
   */
  HairpinMode?: boolean;
  /**
   * @deprecated
   * Deprecated: always empty.
   */
  LinkLocalIPv6Address?: string;
  /**
   * @deprecated
   * Deprecated: always 0.
   */
  LinkLocalIPv6PrefixLen?: number;
  /** Exposed ports and where they are published; empty while it is stopped. */
  Ports: PortMapOutput;
  /** Path of its network namespace on the host, for `nsenter`; empty while it is stopped. */
  SandboxKey: string;
  /**
   * @deprecated
   * Deprecated: always `null`.
   */
  SecondaryIPAddresses?: Address[] | null;
  /**
   * @deprecated
   * Deprecated: always `null`.
   */
  SecondaryIPv6Addresses?: Address[] | null;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  EndpointID?: string;
  /**
   * @deprecated
   * Deprecated: IPv4 gateway in the default bridge network alone; see `Networks`.
   */
  Gateway?: string;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  GlobalIPv6Address?: string;
  /**
   * @deprecated
   * Deprecated: bits, of the default bridge network alone; see `Networks`.
   */
  GlobalIPv6PrefixLen?: number;
  /**
   * @deprecated
   * Deprecated: IPv4 address in the default bridge network alone; see `Networks`.
   */
  IPAddress?: string;
  /**
   * @deprecated
   * Deprecated: bits, of the default bridge network alone; see `Networks`.
   */
  IPPrefixLen?: number;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  IPv6Gateway?: string;
  /**
   * @deprecated
   * Deprecated: in the default bridge network alone; see `Networks`.
   */
  MacAddress?: string;
  /** The attached networks, by name. */
  Networks: {
    [key: string]: EndpointSettingsOutput;
  };
}
/** Networks, addresses and published ports of a container. */
export interface NetworkSettings_1_40 {
  /**
   * @deprecated
   * Bridge of the default network where the engine was told one. Deprecated.
   */
  Bridge?: string;
  /** ID of its network namespace; empty while it is stopped. */
  SandboxID: string;
  /**
   * @deprecated
   * Deprecated: always `false`.
   */
  HairpinMode?: boolean;
  /**
   * @deprecated
   * Deprecated: always empty.
   */
  LinkLocalIPv6Address?: string;
  /**
   * @deprecated
   * Deprecated: always 0.
   */
  LinkLocalIPv6PrefixLen?: number;
  /** Exposed ports and where they are published; empty while it is stopped. */
  Ports: PortMapOutput;
  /** Path of its network namespace on the host, for `nsenter`; empty while it is stopped. */
  SandboxKey: string;
  /**
   * @deprecated
   * Deprecated: always `null`.
   */
  SecondaryIPAddresses?: Address[] | null;
  /**
   * @deprecated
   * Deprecated: always `null`.
   */
  SecondaryIPv6Addresses?: Address[] | null;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  EndpointID?: string;
  /**
   * @deprecated
   * Deprecated: IPv4 gateway in the default bridge network alone; see `Networks`.
   */
  Gateway?: string;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  GlobalIPv6Address?: string;
  /**
   * @deprecated
   * Deprecated: bits, of the default bridge network alone; see `Networks`.
   */
  GlobalIPv6PrefixLen?: number;
  /**
   * @deprecated
   * Deprecated: IPv4 address in the default bridge network alone; see `Networks`.
   */
  IPAddress?: string;
  /**
   * @deprecated
   * Deprecated: bits, of the default bridge network alone; see `Networks`.
   */
  IPPrefixLen?: number;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  IPv6Gateway?: string;
  /**
   * @deprecated
   * Deprecated: in the default bridge network alone; see `Networks`.
   */
  MacAddress?: string;
  /** The attached networks, by name. */
  Networks: {
    [key: string]: EndpointSettingsOutput_1_40;
  };
}
/** Networks, addresses and published ports of a container. */
export interface NetworkSettings_1_44 {
  /**
   * @deprecated
   * Bridge of the default network where the engine was told one. Deprecated.
   */
  Bridge?: string;
  /** ID of its network namespace; empty while it is stopped. */
  SandboxID: string;
  /**
   * @deprecated
   * Deprecated: always `false`.
   */
  HairpinMode?: boolean;
  /**
   * @deprecated
   * Deprecated: always empty.
   */
  LinkLocalIPv6Address?: string;
  /**
   * @deprecated
   * Deprecated: always 0.
   */
  LinkLocalIPv6PrefixLen?: number;
  /** Exposed ports and where they are published; empty while it is stopped. */
  Ports: PortMapOutput;
  /** Path of its network namespace on the host, for `nsenter`; empty while it is stopped. */
  SandboxKey: string;
  /**
   * @deprecated
   * Deprecated: always `null`.
   */
  SecondaryIPAddresses?: Address[] | null;
  /**
   * @deprecated
   * Deprecated: always `null`.
   */
  SecondaryIPv6Addresses?: Address[] | null;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  EndpointID?: string;
  /**
   * @deprecated
   * Deprecated: IPv4 gateway in the default bridge network alone; see `Networks`.
   */
  Gateway?: string;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  GlobalIPv6Address?: string;
  /**
   * @deprecated
   * Deprecated: bits, of the default bridge network alone; see `Networks`.
   */
  GlobalIPv6PrefixLen?: number;
  /**
   * @deprecated
   * Deprecated: IPv4 address in the default bridge network alone; see `Networks`.
   */
  IPAddress?: string;
  /**
   * @deprecated
   * Deprecated: bits, of the default bridge network alone; see `Networks`.
   */
  IPPrefixLen?: number;
  /**
   * @deprecated
   * Deprecated: of the default bridge network alone; see `Networks`.
   */
  IPv6Gateway?: string;
  /**
   * @deprecated
   * Deprecated: in the default bridge network alone; see `Networks`.
   */
  MacAddress?: string;
  /** The attached networks, by name. */
  Networks: {
    [key: string]: EndpointSettingsOutput_1_44;
  };
}
/** A network of containers. */
export interface Network_1_40 {
  /** Not always unique; its ID is. */
  Name: string;
  /** 64 hexadecimal digits; 25 letters and digits for Swarm's. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** `local` for this engine, `swarm` for the whole swarm. */
  Scope: string;
  /** Such as `bridge`, `overlay`, `macvlan`, `host`, or a plugin's. */
  Driver: string;
  /** Whether containers get IPv6 addresses. */
  EnableIPv6: boolean;
  /** How its addresses are given out. */
  IPAM: IPAMOutput;
  /** Whether it is cut off from the outside. */
  Internal: boolean;
  /** Whether containers outside services may join. Only for Swarm's networks. */
  Attachable: boolean;
  /** Whether it carries Swarm's routing mesh. */
  Ingress: boolean;
  /** Its endpoints on this engine, by container ID. Not in lists. */
  Containers?: {
    [key: string]: NetworkContainer;
  } | null;
  /** Options of its driver. */
  Options: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Services that use it, by name. Only for Swarm's networks and when asked for. */
  Services?: {
    [key: string]: {
      /** Virtual address of the service. */
      VIP: string;
      /** Ports that it publishes on this network. */
      Ports: string[] | null;
      /** Number of the local load balancer. */
      LocalLBIndex: number;
      /** Tasks behind the service. */
      Tasks: {
        /** Name of the task. */
        Name: string;
        /** ID of its connection to the network. */
        EndpointID: string;
        /** Its address on the network. */
        EndpointIP: string;
        /** More about the connection, such as the node's address. */
        Info: {
          [key: string]: string;
        } | null;
      }[] | null;
    };
  };
}
/** A network of containers. */
export interface Network_1_41 {
  /** Not always unique; its ID is. */
  Name: string;
  /** 64 hexadecimal digits; 25 letters and digits for Swarm's. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** `local` for this engine, `swarm` for the whole swarm. */
  Scope: string;
  /** Such as `bridge`, `overlay`, `macvlan`, `host`, or a plugin's. */
  Driver: string;
  /** Whether containers get IPv6 addresses. */
  EnableIPv6: boolean;
  /** How its addresses are given out. */
  IPAM: IPAMOutput;
  /** Whether it is cut off from the outside. Default: `false`. */
  Internal: boolean;
  /** Whether containers outside services may join. Only for Swarm's networks. Default: `false`. */
  Attachable: boolean;
  /** Whether it carries Swarm's routing mesh. Default: `false`. */
  Ingress: boolean;
  /** Network whose configuration it took. Since API v1.41. */
  ConfigFrom: ConfigReferenceOutput;
  /** Whether it is a mere template for others; containers cannot join. Default: `false`. Since API v1.41. */
  ConfigOnly: boolean;
  /** Its endpoints on this engine, by container ID. Not in lists. */
  Containers?: {
    [key: string]: NetworkContainer;
  } | null;
  /** Options of its driver. */
  Options: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Engines that take part. Only for overlay networks, not in lists. Since API v1.41. */
  Peers?: PeerInfo[];
  /** Services that use it, by name. Only for Swarm's networks and when asked for. */
  Services?: {
    [key: string]: {
      /** Virtual address of the service. */
      VIP: string;
      /** Ports that it publishes on this network. */
      Ports: string[] | null;
      /** Number of the local load balancer. */
      LocalLBIndex: number;
      /** Tasks behind the service. */
      Tasks: {
        /** Name of the task. */
        Name: string;
        /** ID of its connection to the network. */
        EndpointID: string;
        /** Its address on the network. */
        EndpointIP: string;
        /** More about the connection, such as the node's address. */
        Info: {
          [key: string]: string;
        } | null;
      }[] | null;
    };
  };
}
/** A network of containers. */
export interface Network_1_47 {
  /** Not always unique; its ID is. */
  Name: string;
  /** 64 hexadecimal digits; 25 letters and digits for Swarm's. */
  Id: string;
  /** RFC 3339 time with nanoseconds. */
  Created: string;
  /** `local` for this engine, `swarm` for the whole swarm. */
  Scope: string;
  /** Such as `bridge`, `overlay`, `macvlan`, `host`, or a plugin's. */
  Driver: string;
  /** Whether containers get IPv4 addresses. Since API v1.47. */
  EnableIPv4?: boolean;
  /** Whether containers get IPv6 addresses. */
  EnableIPv6: boolean;
  /** How its addresses are given out. */
  IPAM: IPAMOutput;
  /** Whether it is cut off from the outside. Default: `false`. */
  Internal: boolean;
  /** Whether containers outside services may join. Only for Swarm's networks. Default: `false`. */
  Attachable: boolean;
  /** Whether it carries Swarm's routing mesh. Default: `false`. */
  Ingress: boolean;
  /** Network whose configuration it took. Since API v1.41. */
  ConfigFrom: ConfigReferenceOutput;
  /** Whether it is a mere template for others; containers cannot join. Default: `false`. Since API v1.41. */
  ConfigOnly: boolean;
  /** Its endpoints on this engine, by container ID. Not in lists. */
  Containers?: {
    [key: string]: NetworkContainer;
  } | null;
  /** Options of its driver. */
  Options: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  } | null;
  /** Engines that take part. Only for overlay networks, not in lists. Since API v1.41. */
  Peers?: PeerInfo[];
  /** Services that use it, by name. Only for Swarm's networks and when asked for. */
  Services?: {
    [key: string]: {
      /** Virtual address of the service. */
      VIP: string;
      /** Ports that it publishes on this network. */
      Ports: string[] | null;
      /** Number of the local load balancer. */
      LocalLBIndex: number;
      /** Tasks behind the service. */
      Tasks: {
        /** Name of the task. */
        Name: string;
        /** ID of its connection to the network. */
        EndpointID: string;
        /** Its address on the network. */
        EndpointIP: string;
        /** More about the connection, such as the node's address. */
        Info: {
          [key: string]: string;
        } | null;
      }[] | null;
    };
  };
}
/** Networks a new container is attached to. */
export interface NetworkingConfig {
  /** By network name or ID. Engines before API 1.44 accept only one entry. */
  EndpointsConfig?: {
    [key: string]: EndpointSettings;
  };
}
/** Networks a new container is attached to. */
export interface NetworkingConfig_1_40 {
  /** By network name or ID. Engines before API 1.44 accept only one entry. */
  EndpointsConfig?: {
    [key: string]: EndpointSettings_1_40;
  };
}
/** Networks a new container is attached to. */
export interface NetworkingConfig_1_44 {
  /** By network name or ID. Engines before API 1.44 accept only one entry. */
  EndpointsConfig?: {
    [key: string]: EndpointSettings_1_44;
  };
}
/** An engine that belongs to a swarm. */
export interface Node {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What you want of it. */
  Spec: NodeSpecOutput;
  /** What it says about itself. */
  Description: NodeDescription;
  /** Whether it can be reached. */
  Status: NodeStatus;
  /** Its part among the managers; absent for workers. */
  ManagerStatus?: ManagerStatus;
}
export interface NodeDeleteOptions {
  /** Also a worker that is still up. It is not told, and can no longer take part. Default: `false`. */
  force?: boolean;
}
/** What a node says about itself. */
export interface NodeDescription {
  /** Its host name. */
  Hostname?: string;
  /** What runs on it. */
  Platform: Platform;
  /** What it has to offer. */
  Resources: ResourceObject;
  /** Its engine. */
  Engine: EngineDescription;
  /** Certificate authority it trusts. */
  TLSInfo: TLSInfo;
  /** What its CSI plugins say about it. Since API v1.42. */
  CSIInfo?: {
    /** Name of the plugin. */
    PluginName?: string;
    /** The plugin's ID of this node. */
    NodeID?: string;
    /** Volumes it can hold at once; 0 for no limit. */
    MaxVolumesPerNode?: number;
    /** Where in the cluster it stands, for the plugin. */
    AccessibleTopology?: Topology;
  }[];
}
/** What a node says about itself. */
export interface NodeDescription_1_40 {
  /** Its host name. */
  Hostname?: string;
  /** What runs on it. */
  Platform: Platform;
  /** What it has to offer. */
  Resources: ResourceObject;
  /** Its engine. */
  Engine: EngineDescription;
  /** Certificate authority it trusts. */
  TLSInfo: TLSInfo;
}
export interface NodeListFilters {
  /** Nodes whose id begins with this. */
  id?: OneOrMany<string>;
  /** Nodes whose engine was started with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Nodes by whether they are let into the swarm. */
  membership?: OneOrMany<"accepted" | "pending">;
  /** Nodes whose host name begins with this. */
  name?: OneOrMany<string>;
  /** Nodes that were given this label in the swarm, as `key` or `key=value`. */
  "node.label"?: OneOrMany<string>;
  /** Nodes by their part in the swarm. */
  role?: OneOrMany<"manager" | "worker">;
}
export interface NodeListOptions {
  /** Only nodes that match. */
  filters?: NodeListFilters;
}
/** What you want of a node. An update replaces all of it. */
export interface NodeSpec {
  /** A name of your own; mostly empty, the host name is in the description. */
  Name?: string;
  /** Labels that placement constraints see as `node.labels.<key>`. */
  Labels?: {
    [key: string]: string;
  };
  /** Changing it promotes or demotes the node. */
  Role?: "worker" | "manager";
  /** `pause` takes no new tasks, `drain` also moves away those it has. */
  Availability?: "active" | "pause" | "drain";
}
/** What you want of a node. An update replaces all of it. */
export interface NodeSpecOutput {
  /** A name of your own; mostly empty, the host name is in the description. */
  Name?: string;
  /** Labels that placement constraints see as `node.labels.<key>`. */
  Labels: {
    [key: string]: string;
  };
  /** Changing it promotes or demotes the node. */
  Role: "worker" | "manager";
  /** `pause` takes no new tasks, `drain` also moves away those it has. */
  Availability: "active" | "pause" | "drain";
}
/** `down` missed its heartbeats, `disconnected` said goodbye. */
export type NodeState = "unknown" | "down" | "ready" | "disconnected";
/** Whether a node can be reached. */
export interface NodeStatus {
  /** `down` missed its heartbeats, `disconnected` said goodbye. */
  State: NodeState;
  /** Why, in words for people; mostly empty. */
  Message?: string;
  /** Address the managers see it at. */
  Addr?: string;
}
export interface NodeUpdateOptions {
  /** `Version.Index` of the node as last read; the update fails if someone changed the node since. */
  version: number;
}
/** An engine that belongs to a swarm. */
export interface Node_1_40 {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What you want of it. */
  Spec: NodeSpecOutput;
  /** What it says about itself. */
  Description: NodeDescription_1_40;
  /** Whether it can be reached. */
  Status: NodeStatus;
  /** Its part among the managers; absent for workers. */
  ManagerStatus?: ManagerStatus;
}
/** A pointer to content in the OCI sense: its kind, digest and size. */
export interface OCIDescriptor {
  /** Kind of the content, such as `application/vnd.oci.image.index.v1+json`. */
  mediaType: string;
  /** Such as `sha256:…`; identifies and verifies the content. */
  digest: string;
  /** Bytes of the content itself, not of what it refers to. */
  size: number;
  /** Other places to download it from. */
  urls?: string[];
  /** Metadata of the publisher. */
  annotations?: {
    [key: string]: string;
  };
  /** The content itself in base64, where it is small enough to be sent along. Since API v1.48. */
  data?: string;
  /** What it runs on, for image manifests. */
  platform?: OCIPlatformOutput;
  /** What an artifact is, where it is not an image. Since API v1.48. */
  artifactType?: string;
}
/** A pointer to content in the OCI sense: its kind, digest and size. */
export interface OCIDescriptor_1_40 {
  /** Kind of the content, such as `application/vnd.oci.image.index.v1+json`. */
  mediaType: string;
  /** Such as `sha256:…`; identifies and verifies the content. */
  digest: string;
  /** Bytes of the content itself, not of what it refers to. */
  size: number;
  /** Other places to download it from. */
  urls?: string[];
  /** Metadata of the publisher. */
  annotations?: {
    [key: string]: string;
  };
  /** What it runs on, for image manifests. */
  platform?: OCIPlatformOutput;
}
/** What an image runs on, in the OCI's words. */
export interface OCIPlatform {
  /** CPU architecture in Go's spelling, such as `amd64`. */
  architecture?: string;
  /** Operating system, such as `linux`. */
  os?: string;
  /** Build of Windows, such as `10.0.20348.2402`; empty on Linux. */
  "os.version"?: string;
  /** Features the system must have, such as `win32k`. */
  "os.features"?: string[];
  /** CPU variant, such as `v7` for arm. */
  variant?: string;
}
/** What an image runs on, in the OCI's words. */
export interface OCIPlatformOutput {
  /** CPU architecture in Go's spelling, such as `amd64`. */
  architecture: string;
  /** Operating system, such as `linux`. */
  os: string;
  /** Build of Windows, such as `10.0.20348.2402`; empty on Linux. */
  "os.version"?: string;
  /** Features the system must have, such as `win32k`. */
  "os.features"?: string[];
  /** CPU variant, such as `v7` for arm. */
  variant?: string;
}
/** Version of an object in the swarm. Every change raises it. */
export interface ObjectVersion {
  /** To be given back as `version` with an update; a stale one is refused. */
  Index?: number;
}
/** An engine that takes part in an overlay network. */
export interface PeerInfo {
  /** Its name in the overlay's gossip. */
  Name: string;
  /** Its address. */
  IP: string;
}
/** A manager that an engine knows of. */
export interface PeerNode {
  /** Its node ID. */
  NodeID: string;
  /** `address:port` of its swarm endpoint. */
  Addr: string;
}
/** An operating system on a CPU architecture. */
export interface Platform {
  /** As the kernel spells it for nodes, such as `x86_64`; in constraints `amd64` will do too. */
  Architecture?: string;
  /** Such as `linux` or `windows`. */
  OS?: string;
}
/** A managed plugin. */
export interface Plugin {
  /** 64 hexadecimal digits. */
  Id?: string;
  /** Name it goes by here, with its tag: `vendor/plugin:latest`. */
  Name: string;
  /** Whether it runs. */
  Enabled: boolean;
  /** What can be changed about it, as it is now. */
  Settings: {
    /** Its mounts. */
    Mounts: PluginMount[];
    /** Its environment, each `NAME=value`. */
    Env: string[];
    /** Its arguments. */
    Args: string[];
    /** Its devices. */
    Devices: PluginDevice[];
  };
  /** Where it was pulled from, with registry and tag. */
  PluginReference?: string;
  /** What its author made it to be. */
  Config: {
    /** Engine it was made with. */
    DockerVersion?: string;
    /** One line by the author. */
    Description: string;
    /** URL of its documentation. */
    Documentation: string;
    /** How the engine talks to it. */
    Interface: {
      /** What it can do, each such as `docker.volumedriver/1.0`. */
      Types: string[] | null;
      /** Name of its socket below `/run/docker/plugins`. */
      Socket: string;
      /** Protocol on that socket; empty is `moby.plugins.http/v1`. */
      ProtocolScheme?: "" | "moby.plugins.http/v1";
    };
    /** Its program and the first arguments. */
    Entrypoint: string[] | null;
    /** Folder its program starts in. */
    WorkDir: string;
    /** User its program runs as. */
    User: {
      /** Number of the user; 0 for root. */
      UID?: number;
      /** Number of the group; 0 for root. */
      GID?: number;
    };
    /** Its network. */
    Network: {
      /** `host`, `none` or `bridge`; plugins seldom work without `host`. */
      Type: string;
    };
    /** Rights on Linux. */
    Linux: {
      /** Kernel capabilities such as `CAP_SYS_ADMIN`. */
      Capabilities: string[] | null;
      /** Whether it may use every device of the host. */
      AllowAllDevices: boolean;
      /** Devices it gets. */
      Devices: PluginDevice[] | null;
    };
    /** Path in the plugin below which its mounts show on the host; empty for none. */
    PropagatedMount: string;
    /** Whether it shares the host's IPC namespace. */
    IpcHost: boolean;
    /** Whether it shares the host's PID namespace. */
    PidHost: boolean;
    /** Mounts it gets. */
    Mounts: PluginMount[] | null;
    /** Environment it gets. */
    Env: PluginEnv[] | null;
    /** Arguments after the entrypoint. */
    Args: {
      /** Name for setting them. */
      Name: string;
      /** One line by the author. */
      Description: string;
      /** Which parts a user may change; `value` is the only one. */
      Settable: string[] | null;
      /** The arguments as the author gave them. */
      Value: string[] | null;
    };
    /** Its file system. */
    rootfs?: {
      /** `layers`. */
      type?: string;
      /** Digests of the uncompressed layers, the lowest first. */
      diff_ids: string[] | null;
    };
  };
}
export interface PluginCreateOptions {
  /** Name for the plugin; the tag is `latest` without one. */
  name: string;
}
export interface PluginDeleteOptions {
  /** Also deletes one that is enabled or in use, and what depends on it may break. Default: `false`. */
  force?: boolean;
}
/** A device of a plugin. */
export interface PluginDevice {
  /** Name for setting it. */
  Name: string;
  /** One line by the author. */
  Description: string;
  /** Which parts a user may change; `path` is the only one. */
  Settable: string[] | null;
  /** Device on the host, such as `/dev/fuse`. */
  Path: string | null;
}
export interface PluginDisableOptions {
  /** Stops it although volumes, networks or containers depend on it. */
  force?: boolean;
}
export interface PluginEnableOptions {
  /** Seconds that the engine waits for an answer of the plugin; 0 sets no limit. Default: `0`. */
  timeout: number;
}
/** A variable in a plugin's environment. */
export interface PluginEnv {
  /** Name of the variable. */
  Name: string;
  /** One line by the author. */
  Description: string;
  /** Which parts a user may change; `value` is the only one. */
  Settable: string[] | null;
  /** Its value. */
  Value: string | null;
}
export interface PluginListFilters {
  /** Plugins that can do this, like `volumedriver` or `networkdriver`. */
  capability?: OneOrMany<string>;
  /** Plugins by whether they are switched on. */
  enabled?: boolean;
}
export interface PluginListOptions {
  /** Only plugins that match. */
  filters?: PluginListFilters;
}
/** A mount of a plugin. */
export interface PluginMount {
  /** Name for setting it. */
  Name: string;
  /** One line by the author. */
  Description: string;
  /** Which parts a user may change; `source` is the only one. */
  Settable: string[] | null;
  /** Path on the host. */
  Source: string | null;
  /** Path in the plugin. */
  Destination: string;
  /** Such as `bind`. */
  Type: string;
  /** Mount options such as `rbind`, `rw`. */
  Options: string[] | null;
}
/** Something a plugin wants to be allowed. */
export interface PluginPrivilege {
  /** Such as `network`, `mount`, `device`, `capabilities` or `allow-all-devices`. */
  Name?: string;
  /** What it means, for people. */
  Description?: string;
  /** What exactly, such as paths of devices or `host`. */
  Value?: string[];
}
/** Something a plugin wants to be allowed. */
export interface PluginPrivilegeOutput {
  /** Such as `network`, `mount`, `device`, `capabilities` or `allow-all-devices`. */
  Name: string;
  /** What it means, for people. */
  Description: string;
  /** What exactly, such as paths of devices or `host`. */
  Value: string[];
}
export interface PluginPullOptions {
  /** Name of the plugin in its registry; the tag is `latest` without one. */
  remote: string;
  /** Name it has on this engine; the same as `remote` without it. */
  name?: string;
}
export interface PluginUpgradeOptions {
  /** Name of the new version in its registry; the tag is `latest` without one. */
  remote: string;
}
/** Names of the drivers that can be used, by what they do. Managed plugins are not among them. */
export interface PluginsInfo {
  /** Volume drivers. */
  Volume: string[];
  /** Network drivers. */
  Network: string[];
  /** Authorisation plugins, in the order they are asked. */
  Authorization: string[] | null;
  /** Log drivers. */
  Log: string[];
}
/** A port of a container in lists. */
export interface Port {
  /** Host address it is published on; absent when it is not. */
  IP?: string;
  /** Port in the container. */
  PrivatePort: number;
  /** Port of the host; absent when it is not published. */
  PublicPort?: number;
  /** Protocol. */
  Type: "tcp" | "udp" | "sctp";
}
/** A place on the host where a port is published. */
export interface PortBinding {
  /** Address of the host; empty for all of them. */
  HostIp?: string;
  /** Port of the host as text, or a range such as `8000-8010`; empty or `0` for a free one. */
  HostPort?: string;
}
/** A place on the host where a port is published. */
export interface PortBindingOutput {
  /** Address of the host; empty for all of them. */
  HostIp: string;
  /** Port of the host as text, or a range such as `8000-8010`; empty or `0` for a free one. */
  HostPort: string;
}
/** Where ports are published: keys such as `80/tcp`; `null` for exposed but not published. */
export interface PortMap {
  [key: string]: PortBinding[] | null;
}
/** Where ports are published: keys such as `80/tcp`; `null` for exposed but not published. */
export interface PortMapOutput {
  [key: string]: PortBindingOutput[] | null;
}
/** Ports a task publishes in host mode. */
export interface PortStatus {
  /** With the port really taken, where any would do. */
  Ports?: EndpointPortConfig[];
}
/** The program an exec instance runs. */
export interface ProcessConfig {
  /** Whether it has all capabilities. */
  privileged?: boolean;
  /** `user[:group]`; absent for the container's. */
  user?: string;
  /** Whether it has a terminal. */
  tty: boolean;
  /** The program. */
  entrypoint: string;
  /** Its arguments, without the program itself. */
  arguments: string[];
}
/** How far a step is. Empty when that cannot be told. */
export interface ProgressDetail {
  /** Bytes so far, or seconds where nothing is measured in bytes. */
  current?: number;
  /** Bytes in all; 0 or absent when unknown. */
  total?: number;
  /** When the step began, in seconds since 1970. */
  start?: number;
  /** Whether a drawn bar leaves out the numbers. */
  hidecounts?: boolean;
  /** What is counted where it is not bytes, such as `s`. */
  units?: string;
}
/** One step of a push's progress. */
export interface PushImageInfo {
  /**
   * @deprecated
   * The push failed. Deprecated: the same text as in `errorDetail`.
   */
  error?: string;
  /** The push failed; the answer's status was already 200. */
  errorDetail?: ErrorDetail;
  /** What is happening, such as `Pushed`. */
  status?: string;
  /**
   * @deprecated
   * A progress bar drawn in text. Deprecated: draw your own.
   */
  progress?: string;
  /** How far this layer is. */
  progressDetail?: ProgressDetail;
  /** Layer it is about. */
  id?: string;
  /** A result for programs: tag, digest and size of what was pushed. */
  aux?: {
    /** Tag that was pushed. */
    Tag?: string;
    /** Digest of the manifest that the registry has now. */
    Digest?: string;
    /** Size of that manifest in bytes. */
    Size?: number;
    /** One platform was pushed alone, as the others are not here. */
    manifestPushedInsteadOfIndex?: boolean;
    /** The image of all platforms that was asked for. */
    originalIndex?: OCIDescriptor;
    /** The one platform that was pushed instead. */
    selectedManifest?: OCIDescriptor;
    /** Parts of the image are not here, so that it could not be pushed whole. */
    contentMissing?: boolean;
    /** What has parts missing. */
    desc?: OCIDescriptor;
  };
}
/** One step of a push's progress. */
export interface PushImageInfo_1_40 {
  /**
   * @deprecated
   * The push failed. Deprecated: the same text as in `errorDetail`.
   */
  error?: string;
  /** What is happening, such as `Pushed`. */
  status?: string;
  /**
   * @deprecated
   * A progress bar drawn in text. Deprecated: draw your own.
   */
  progress?: string;
  /** How far this layer is. */
  progressDetail?: ProgressDetail;
  /** Layer it is about. */
  id?: string;
  /** A result for programs: tag, digest and size of what was pushed. */
  aux?: {
    /** Tag that was pushed. */
    Tag?: string;
    /** Digest of the manifest that the registry has now. */
    Digest?: string;
    /** Size of that manifest in bytes. */
    Size?: number;
    /** One platform was pushed alone, as the others are not here. */
    manifestPushedInsteadOfIndex?: boolean;
    /** The image of all platforms that was asked for. */
    originalIndex?: OCIDescriptor_1_40;
    /** The one platform that was pushed instead. */
    selectedManifest?: OCIDescriptor_1_40;
    /** Parts of the image are not here, so that it could not be pushed whole. */
    contentMissing?: boolean;
    /** What has parts missing. */
    desc?: OCIDescriptor_1_40;
  };
  /** The push failed; the answer's status was already 200. */
  errorDetail?: ErrorDetail;
}
export interface PutContainerArchiveOptions {
  /** Folder to unpack into, which must exist; a relative path starts at `/`. */
  path: string;
  /** With `1` or `true`, fails where a file would take a folder's place or a folder a file's. */
  noOverwriteDirNonDir?: boolean;
  /** With `1` or `true`, all files go to the user the container runs as, and not to the owners in the tar. */
  copyUIDGID?: boolean;
}
/** Whether a manager can be reached by the others. */
export type Reachability = "unknown" | "unreachable" | "reachable";
/** How the engine reaches registries. */
export interface RegistryServiceConfig {
  /** Ranges whose registries may use plain HTTP or unknown certificates. */
  InsecureRegistryCIDRs: string[];
  /** Settings of single registries, by `host[:port]`; Docker Hub is `docker.io`. */
  IndexConfigs: {
    [key: string]: IndexInfo;
  };
  /** URLs of mirrors for Docker Hub. */
  Mirrors: string[] | null;
}
/** How the engine reaches registries. */
export interface RegistryServiceConfig_1_40 {
  /**
   * @deprecated
   * Deprecated: registries, by range, that foreign layers were pushed to. Until API v1.48.
   */
  AllowNondistributableArtifactsCIDRs: string[] | null;
  /**
   * @deprecated
   * Deprecated: registries, by name, that foreign layers were pushed to. Until API v1.48.
   */
  AllowNondistributableArtifactsHostnames: string[] | null;
  /** Ranges whose registries may use plain HTTP or unknown certificates. */
  InsecureRegistryCIDRs: string[];
  /** Settings of single registries, by `host[:port]`; Docker Hub is `docker.io`. */
  IndexConfigs: {
    [key: string]: IndexInfo;
  };
  /** URLs of mirrors for Docker Hub. */
  Mirrors: string[] | null;
}
/** How the engine reaches registries. */
export interface RegistryServiceConfig_1_47 {
  /**
   * @deprecated
   * Deprecated: registries, by range, that foreign layers were pushed to. Until API v1.48.
   */
  AllowNondistributableArtifactsCIDRs?: string[];
  /**
   * @deprecated
   * Deprecated: registries, by name, that foreign layers were pushed to. Until API v1.48.
   */
  AllowNondistributableArtifactsHostnames?: string[];
  /** Ranges whose registries may use plain HTTP or unknown certificates. */
  InsecureRegistryCIDRs: string[];
  /** Settings of single registries, by `host[:port]`; Docker Hub is `docker.io`. */
  IndexConfigs: {
    [key: string]: IndexInfo;
  };
  /** URLs of mirrors for Docker Hub. */
  Mirrors: string[] | null;
}
/** Resources of a node, or those set aside for a task. */
export interface ResourceObject {
  /** CPUs in units of 1e-9: 4,000,000,000 is four. */
  NanoCPUs?: number;
  /** Bytes; 0 where nothing is set aside. */
  MemoryBytes?: number;
  /** Resources of your own naming, such as GPUs. */
  GenericResources?: GenericResources;
}
/** Limits on what a container takes from the host. 0 generally means no limit. */
export interface Resources {
  /** Weight against other containers when CPUs are scarce; 0 leaves the kernel's 1024. */
  CpuShares?: number;
  /** Hard limit in bytes, at least 6 MiB; 0 for none. Default: `0`. */
  Memory?: number;
  /** Cgroup to put it under: a path, or with systemd a slice such as `my.slice`. */
  CgroupParent?: string;
  /** Weight against others for block devices, 10 to 1000; 0 for none. */
  BlkioWeight?: number;
  /** The same weight for single devices. */
  BlkioWeightDevice?: {
    /** Device on the host, such as `/dev/sda`. */
    Path?: string;
    /** 10 to 1000. */
    Weight?: number;
  }[] | null;
  /** Most bytes per second read from single devices. */
  BlkioDeviceReadBps?: ThrottleDevice[] | null;
  /** Most bytes per second written to single devices. */
  BlkioDeviceWriteBps?: ThrottleDevice[] | null;
  /** Most read operations per second on single devices. */
  BlkioDeviceReadIOps?: ThrottleDevice[] | null;
  /** Most write operations per second on single devices. */
  BlkioDeviceWriteIOps?: ThrottleDevice[] | null;
  /** Microseconds of one scheduler period, 1,000 to 1,000,000; 0 leaves the kernel's. */
  CpuPeriod?: number;
  /** Microseconds of CPU time in each period; 0 or -1 for no limit. `NanoCpus` is easier. */
  CpuQuota?: number;
  /** Microseconds of one real-time period; 0 for none. Cgroup v1 only. */
  CpuRealtimePeriod?: number;
  /** Microseconds of real-time work in each such period; 0 for none. Cgroup v1 only. */
  CpuRealtimeRuntime?: number;
  /** CPUs it may use, such as `0-3` or `0,2`; empty for all. */
  CpusetCpus?: string;
  /** NUMA memory nodes it may use, such as `0-1`; empty for all. */
  CpusetMems?: string;
  /** Host devices it gets. */
  Devices?: DeviceMapping[] | null;
  /** Device rules in the kernel's notation, such as `c 13:* rwm`. */
  DeviceCgroupRules?: string[] | null;
  /** Devices that a driver picks, such as GPUs. */
  DeviceRequests?: DeviceRequest[] | null;
  /**
   * @deprecated
   * Bytes of kernel memory for TCP buffers. Deprecated; cgroup v1 only.
   */
  KernelMemoryTCP?: number;
  /** Soft limit in bytes, applied when the host's memory gets short; 0 for none. */
  MemoryReservation?: number;
  /** Bytes of memory and swap together; -1 for unlimited swap, 0 for twice `Memory`, equal to `Memory` for no swap. */
  MemorySwap?: number;
  /** How eagerly pages are swapped, 0 to 100; -1 leaves it to the kernel. Cgroup v1 only. */
  MemorySwappiness?: number | null;
  /** CPUs in units of 1e-9: 1,500,000,000 is one and a half. Not together with `CpuPeriod` or `CpuQuota`. */
  NanoCpus?: number;
  /** Stalls its processes rather than killing them when its memory is used up. Cgroup v1 only. */
  OomKillDisable?: boolean | null;
  /** Runs a small init as process 1, which forwards signals and reaps zombies; absent takes the engine's setting. */
  Init?: boolean | null;
  /** Most processes and threads; 0 or -1 for no limit. */
  PidsLimit?: number | null;
  /** Resource limits of its processes, as `ulimit` sets them. */
  Ulimits?: {
    /** Such as `nofile`. */
    Name?: string;
    /** The value in force; a process may raise it as far as `Hard`. -1 for unlimited. */
    Soft?: number;
    /** Ceiling of the soft value; -1 for unlimited. */
    Hard?: number;
  }[] | null;
  /** Windows only. Number of CPUs; wins over `CpuShares` and `CpuPercent`. */
  CpuCount?: number;
  /** Windows only. Share of all CPUs in percent; 0 for no limit. */
  CpuPercent?: number;
  /** Windows only. Most operations per second on the system drive; 0 for no limit. */
  IOMaximumIOps?: number;
  /** Windows only. Most bytes per second on the system drive; 0 for no limit. */
  IOMaximumBandwidth?: number;
}
/** Limits on what a container takes from the host. 0 generally means no limit. */
export interface ResourcesOutput {
  /** Weight against other containers when CPUs are scarce; 0 leaves the kernel's 1024. */
  CpuShares: number;
  /** Hard limit in bytes, at least 6 MiB; 0 for none. Default: `0`. */
  Memory: number;
  /** Cgroup to put it under: a path, or with systemd a slice such as `my.slice`. */
  CgroupParent: string;
  /** Weight against others for block devices, 10 to 1000; 0 for none. */
  BlkioWeight: number;
  /** The same weight for single devices. */
  BlkioWeightDevice: {
    /** Device on the host, such as `/dev/sda`. */
    Path: string;
    /** 10 to 1000. */
    Weight: number;
  }[] | null;
  /** Most bytes per second read from single devices. */
  BlkioDeviceReadBps: ThrottleDeviceOutput[] | null;
  /** Most bytes per second written to single devices. */
  BlkioDeviceWriteBps: ThrottleDeviceOutput[] | null;
  /** Most read operations per second on single devices. */
  BlkioDeviceReadIOps: ThrottleDeviceOutput[] | null;
  /** Most write operations per second on single devices. */
  BlkioDeviceWriteIOps: ThrottleDeviceOutput[] | null;
  /** Microseconds of one scheduler period, 1,000 to 1,000,000; 0 leaves the kernel's. */
  CpuPeriod: number;
  /** Microseconds of CPU time in each period; 0 or -1 for no limit. `NanoCpus` is easier. */
  CpuQuota: number;
  /** Microseconds of one real-time period; 0 for none. Cgroup v1 only. */
  CpuRealtimePeriod: number;
  /** Microseconds of real-time work in each such period; 0 for none. Cgroup v1 only. */
  CpuRealtimeRuntime: number;
  /** CPUs it may use, such as `0-3` or `0,2`; empty for all. */
  CpusetCpus: string;
  /** NUMA memory nodes it may use, such as `0-1`; empty for all. */
  CpusetMems: string;
  /** Host devices it gets. */
  Devices: DeviceMappingOutput[] | null;
  /** Device rules in the kernel's notation, such as `c 13:* rwm`. */
  DeviceCgroupRules: string[] | null;
  /** Devices that a driver picks, such as GPUs. */
  DeviceRequests: DeviceRequestOutput[] | null;
  /**
   * @deprecated
   * Bytes of kernel memory for TCP buffers. Deprecated; cgroup v1 only.
   */
  KernelMemoryTCP?: number;
  /** Soft limit in bytes, applied when the host's memory gets short; 0 for none. */
  MemoryReservation: number;
  /** Bytes of memory and swap together; -1 for unlimited swap, 0 for twice `Memory`, equal to `Memory` for no swap. */
  MemorySwap: number;
  /** How eagerly pages are swapped, 0 to 100; -1 leaves it to the kernel. Cgroup v1 only. */
  MemorySwappiness: number | null;
  /** CPUs in units of 1e-9: 1,500,000,000 is one and a half. Not together with `CpuPeriod` or `CpuQuota`. */
  NanoCpus: number;
  /** Stalls its processes rather than killing them when its memory is used up. Cgroup v1 only. */
  OomKillDisable: boolean | null;
  /** Runs a small init as process 1, which forwards signals and reaps zombies; absent takes the engine's setting. */
  Init?: boolean | null;
  /** Most processes and threads; 0 or -1 for no limit. */
  PidsLimit: number | null;
  /** Resource limits of its processes, as `ulimit` sets them. */
  Ulimits: {
    /** Such as `nofile`. */
    Name: string;
    /** The value in force; a process may raise it as far as `Hard`. -1 for unlimited. */
    Soft: number;
    /** Ceiling of the soft value; -1 for unlimited. */
    Hard: number;
  }[] | null;
  /** Windows only. Number of CPUs; wins over `CpuShares` and `CpuPercent`. */
  CpuCount: number;
  /** Windows only. Share of all CPUs in percent; 0 for no limit. */
  CpuPercent: number;
  /** Windows only. Most operations per second on the system drive; 0 for no limit. */
  IOMaximumIOps: number;
  /** Windows only. Most bytes per second on the system drive; 0 for no limit. */
  IOMaximumBandwidth: number;
}
/** Limits on what a container takes from the host. 0 generally means no limit. */
export interface ResourcesOutput_1_40 {
  /** Weight against other containers when CPUs are scarce; 0 leaves the kernel's 1024. */
  CpuShares: number;
  /** Hard limit in bytes, at least 6 MiB; 0 for none. Default: `0`. */
  Memory: number;
  /** Cgroup to put it under: a path, or with systemd a slice such as `my.slice`. */
  CgroupParent: string;
  /** Weight against others for block devices, 10 to 1000; 0 for none. */
  BlkioWeight: number;
  /** The same weight for single devices. */
  BlkioWeightDevice: {
    /** Device on the host, such as `/dev/sda`. */
    Path: string;
    /** 10 to 1000. */
    Weight: number;
  }[] | null;
  /** Most bytes per second read from single devices. */
  BlkioDeviceReadBps: ThrottleDeviceOutput[] | null;
  /** Most bytes per second written to single devices. */
  BlkioDeviceWriteBps: ThrottleDeviceOutput[] | null;
  /** Most read operations per second on single devices. */
  BlkioDeviceReadIOps: ThrottleDeviceOutput[] | null;
  /** Most write operations per second on single devices. */
  BlkioDeviceWriteIOps: ThrottleDeviceOutput[] | null;
  /** Microseconds of one scheduler period, 1,000 to 1,000,000; 0 leaves the kernel's. */
  CpuPeriod: number;
  /** Microseconds of CPU time in each period; 0 or -1 for no limit. `NanoCpus` is easier. */
  CpuQuota: number;
  /** Microseconds of one real-time period; 0 for none. Cgroup v1 only. */
  CpuRealtimePeriod: number;
  /** Microseconds of real-time work in each such period; 0 for none. Cgroup v1 only. */
  CpuRealtimeRuntime: number;
  /** CPUs it may use, such as `0-3` or `0,2`; empty for all. */
  CpusetCpus: string;
  /** NUMA memory nodes it may use, such as `0-1`; empty for all. */
  CpusetMems: string;
  /** Host devices it gets. */
  Devices: DeviceMappingOutput[] | null;
  /** Device rules in the kernel's notation, such as `c 13:* rwm`. */
  DeviceCgroupRules: string[] | null;
  /** Devices that a driver picks, such as GPUs. */
  DeviceRequests: DeviceRequestOutput[] | null;
  /**
   * @deprecated
   * Bytes of kernel memory. Deprecated: the kernel dropped it. Until API v1.41.
   */
  KernelMemory?: number;
  /**
   * @deprecated
   * Bytes of kernel memory for TCP buffers. Deprecated; cgroup v1 only.
   */
  KernelMemoryTCP?: number;
  /** Soft limit in bytes, applied when the host's memory gets short; 0 for none. */
  MemoryReservation: number;
  /** Bytes of memory and swap together; -1 for unlimited swap, 0 for twice `Memory`, equal to `Memory` for no swap. */
  MemorySwap: number;
  /** How eagerly pages are swapped, 0 to 100; -1 leaves it to the kernel. Cgroup v1 only. */
  MemorySwappiness: number | null;
  /** CPUs in units of 1e-9: 1,500,000,000 is one and a half. Not together with `CpuPeriod` or `CpuQuota`. */
  NanoCpus: number;
  /** Stalls its processes rather than killing them when its memory is used up. Cgroup v1 only. */
  OomKillDisable: boolean | null;
  /** Runs a small init as process 1, which forwards signals and reaps zombies; absent takes the engine's setting. */
  Init?: boolean | null;
  /** Most processes and threads; 0 or -1 for no limit. */
  PidsLimit: number | null;
  /** Resource limits of its processes, as `ulimit` sets them. */
  Ulimits: {
    /** Such as `nofile`. */
    Name: string;
    /** The value in force; a process may raise it as far as `Hard`. -1 for unlimited. */
    Soft: number;
    /** Ceiling of the soft value; -1 for unlimited. */
    Hard: number;
  }[] | null;
  /** Windows only. Number of CPUs; wins over `CpuShares` and `CpuPercent`. */
  CpuCount: number;
  /** Windows only. Share of all CPUs in percent; 0 for no limit. */
  CpuPercent: number;
  /** Windows only. Most operations per second on the system drive; 0 for no limit. */
  IOMaximumIOps: number;
  /** Windows only. Most bytes per second on the system drive; 0 for no limit. */
  IOMaximumBandwidth: number;
}
/** Limits on what a container takes from the host. 0 generally means no limit. */
export interface Resources_1_40 {
  /** Weight against other containers when CPUs are scarce; 0 leaves the kernel's 1024. */
  CpuShares?: number;
  /** Hard limit in bytes, at least 6 MiB; 0 for none. Default: `0`. */
  Memory?: number;
  /** Cgroup to put it under: a path, or with systemd a slice such as `my.slice`. */
  CgroupParent?: string;
  /** Weight against others for block devices, 10 to 1000; 0 for none. */
  BlkioWeight?: number;
  /** The same weight for single devices. */
  BlkioWeightDevice?: {
    /** Device on the host, such as `/dev/sda`. */
    Path?: string;
    /** 10 to 1000. */
    Weight?: number;
  }[] | null;
  /** Most bytes per second read from single devices. */
  BlkioDeviceReadBps?: ThrottleDevice[] | null;
  /** Most bytes per second written to single devices. */
  BlkioDeviceWriteBps?: ThrottleDevice[] | null;
  /** Most read operations per second on single devices. */
  BlkioDeviceReadIOps?: ThrottleDevice[] | null;
  /** Most write operations per second on single devices. */
  BlkioDeviceWriteIOps?: ThrottleDevice[] | null;
  /** Microseconds of one scheduler period, 1,000 to 1,000,000; 0 leaves the kernel's. */
  CpuPeriod?: number;
  /** Microseconds of CPU time in each period; 0 or -1 for no limit. `NanoCpus` is easier. */
  CpuQuota?: number;
  /** Microseconds of one real-time period; 0 for none. Cgroup v1 only. */
  CpuRealtimePeriod?: number;
  /** Microseconds of real-time work in each such period; 0 for none. Cgroup v1 only. */
  CpuRealtimeRuntime?: number;
  /** CPUs it may use, such as `0-3` or `0,2`; empty for all. */
  CpusetCpus?: string;
  /** NUMA memory nodes it may use, such as `0-1`; empty for all. */
  CpusetMems?: string;
  /** Host devices it gets. */
  Devices?: DeviceMapping[] | null;
  /** Device rules in the kernel's notation, such as `c 13:* rwm`. */
  DeviceCgroupRules?: string[] | null;
  /** Devices that a driver picks, such as GPUs. */
  DeviceRequests?: DeviceRequest[] | null;
  /**
   * @deprecated
   * Bytes of kernel memory. Deprecated: the kernel dropped it. Until API v1.41.
   */
  KernelMemory?: number;
  /**
   * @deprecated
   * Bytes of kernel memory for TCP buffers. Deprecated; cgroup v1 only.
   */
  KernelMemoryTCP?: number;
  /** Soft limit in bytes, applied when the host's memory gets short; 0 for none. */
  MemoryReservation?: number;
  /** Bytes of memory and swap together; -1 for unlimited swap, 0 for twice `Memory`, equal to `Memory` for no swap. */
  MemorySwap?: number;
  /** How eagerly pages are swapped, 0 to 100; -1 leaves it to the kernel. Cgroup v1 only. */
  MemorySwappiness?: number | null;
  /** CPUs in units of 1e-9: 1,500,000,000 is one and a half. Not together with `CpuPeriod` or `CpuQuota`. */
  NanoCpus?: number;
  /** Stalls its processes rather than killing them when its memory is used up. Cgroup v1 only. */
  OomKillDisable?: boolean | null;
  /** Runs a small init as process 1, which forwards signals and reaps zombies; absent takes the engine's setting. */
  Init?: boolean | null;
  /** Most processes and threads; 0 or -1 for no limit. */
  PidsLimit?: number | null;
  /** Resource limits of its processes, as `ulimit` sets them. */
  Ulimits?: {
    /** Such as `nofile`. */
    Name?: string;
    /** The value in force; a process may raise it as far as `Hard`. -1 for unlimited. */
    Soft?: number;
    /** Ceiling of the soft value; -1 for unlimited. */
    Hard?: number;
  }[] | null;
  /** Windows only. Number of CPUs; wins over `CpuShares` and `CpuPercent`. */
  CpuCount?: number;
  /** Windows only. Share of all CPUs in percent; 0 for no limit. */
  CpuPercent?: number;
  /** Windows only. Most operations per second on the system drive; 0 for no limit. */
  IOMaximumIOps?: number;
  /** Windows only. Most bytes per second on the system drive; 0 for no limit. */
  IOMaximumBandwidth?: number;
}
/** What happens when a container exits. The pause before each restart doubles from 100 ms up to a minute. */
export interface RestartPolicy {
  /** Empty is the same as `no`; `unless-stopped` is `always` but remembers a stop across engine restarts. */
  Name?: "" | "no" | "always" | "unless-stopped" | "on-failure";
  /** Restarts before giving up, with `on-failure` only; 0 for no end. */
  MaximumRetryCount?: number;
}
/** What happens when a container exits. The pause before each restart doubles from 100 ms up to a minute. */
export interface RestartPolicyOutput {
  /** Empty is the same as `no`; `unless-stopped` is `always` but remembers a stop across engine restarts. */
  Name: "" | "no" | "always" | "unless-stopped" | "on-failure";
  /** Restarts before giving up, with `on-failure` only; 0 for no end. */
  MaximumRetryCount: number;
}
/** An OCI runtime that containers may ask for. */
export interface Runtime {
  /** Program, as a path or looked up in the engine's `PATH`. */
  path?: string;
  /** Arguments it is always given. */
  runtimeArgs?: string[];
  /** What the runtime says about itself; values may be JSON texts. Since API v1.44. */
  status?: {
    [key: string]: string;
  };
  /** Shim that stands in for a program, such as `io.containerd.runsc.v1`. */
  runtimeType?: string;
  /** Options of that shim. */
  options?: {
    [key: string]: unknown;
  };
}
/** An OCI runtime that containers may ask for. */
export interface Runtime_1_40 {
  /** Program, as a path or looked up in the engine's `PATH`. */
  path?: string;
  /** Arguments it is always given. */
  runtimeArgs?: string[];
  /** Shim that stands in for a program, such as `io.containerd.runsc.v1`. */
  runtimeType?: string;
  /** Options of that shim. */
  options?: {
    [key: string]: unknown;
  };
}
/** A secret in the swarm. Its value never comes back. */
export interface Secret {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** All but its value. */
  Spec: SecretSpecOutput;
}
/** The secret that was created. */
export interface SecretCreateResult {
  /** 25 letters and digits. */
  ID: string;
}
export interface SecretListFilters {
  /** Secrets whose id begins with this. */
  id?: OneOrMany<string>;
  /** Secrets with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Secrets whose name begins with this. */
  name?: OneOrMany<string>;
  /** Secrets with exactly this name. */
  names?: OneOrMany<string>;
}
export interface SecretListOptions {
  /** Only secrets that match. */
  filters?: SecretListFilters;
}
/** What a secret should be. Only its labels can be changed later. */
export interface SecretSpec {
  /** Unique in the swarm. */
  Name?: string;
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
  /** The value in base64, under 500 KiB before encoding; empty with a driver. Never sent back. */
  Data?: string;
  /** Plugin that fetches the value; absent for the swarm's own store. */
  Driver?: Driver;
  /** Fills in templates in the value; the only driver is `golang`. */
  Templating?: Driver;
}
/** What a secret should be. Only its labels can be changed later. */
export interface SecretSpecOutput {
  /** Unique in the swarm. */
  Name: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** The value in base64, under 500 KiB before encoding; empty with a driver. Never sent back. */
  Data?: string;
  /** Plugin that fetches the value; absent for the swarm's own store. */
  Driver?: Driver;
  /** Fills in templates in the value; the only driver is `golang`. */
  Templating?: Driver;
}
export interface SecretUpdateOptions {
  /** `Version.Index` of the secret as last read; the update fails if someone changed the secret since. */
  version: number;
}
/** A service: the wish for so many tasks of a kind, and how far it has come true. */
export interface Service {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What is wished for now. */
  Spec: ServiceSpecOutput;
  /** How it is reached. */
  Endpoint: {
    /** The wish. */
    Spec: EndpointSpec;
    /** Ports as they are really published. */
    Ports?: EndpointPortConfig[];
    /** Its virtual addresses, one per network; none with `dnsrr`. */
    VirtualIPs?: {
      /** ID of the network. */
      NetworkID?: string;
      /** Address with prefix, such as `10.0.0.5/24`. */
      Addr?: string;
    }[];
  };
  /** How far the last update or rollback is; absent before the first. */
  UpdateStatus?: {
    /** `paused` waits for you after failures. */
    State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
    /** RFC 3339 time. */
    StartedAt?: string;
    /** RFC 3339 time; absent while it goes on. */
    CompletedAt?: string;
    /** A sentence for people. */
    Message?: string;
  };
  /** Counts of its tasks. Only in lists, and only when asked for. Since API v1.41. */
  ServiceStatus?: {
    /** Tasks that run now. */
    RunningTasks: number;
    /** Tasks that should run; for a global service one per fitting node. */
    DesiredTasks: number;
    /** Tasks of a job that have ended well; 0 for other services. */
    CompletedTasks: number;
  };
  /** Only for jobs. Since API v1.41. */
  JobStatus?: {
    /** Which execution of the job this is; every update starts another. */
    JobIteration: ObjectVersion;
    /** RFC 3339 time at which that execution began. */
    LastExecution: string;
  };
  /** What was wished for before the last update; a rollback goes back to it. */
  PreviousSpec?: ServiceSpecOutput;
}
/** The service that was created. */
export interface ServiceCreateResponse {
  /** 25 letters and digits. */
  ID: string;
  /** Such as that the image's digest could not be asked of its registry. */
  Warnings: string[] | null;
}
/** The service that was created. */
export interface ServiceCreateResult {
  /** 25 letters and digits. */
  ID: string;
  /** Such as that the image's digest could not be asked of its registry. */
  Warnings?: string[] | null;
}
export interface ServiceInspectOptions {
  /** Fills in what the swarm assumes where the spec says nothing. Default: `false`. */
  insertDefaults?: boolean;
}
export interface ServiceListFilters {
  /** Services whose id begins with this. */
  id?: OneOrMany<string>;
  /** Services with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Services by how their tasks are spread, and whether these run on or end. */
  mode?: OneOrMany<"replicated" | "global" | "replicated-job" | "global-job">;
  /** Services whose name begins with this. */
  name?: OneOrMany<string>;
  /** Services by what their tasks are, containers or plugins. */
  runtime?: OneOrMany<"container" | "plugin">;
}
export interface ServiceListOptions {
  /** Only services that match. */
  filters?: ServiceListFilters;
  /** Adds `ServiceStatus`, how many tasks run and how many should. Since API v1.41. */
  status?: boolean;
}
export interface ServiceListOptions_1_40 {
  /** Only services that match. */
  filters?: ServiceListFilters;
}
export interface ServiceLogsOptions {
  /** Puts the ids of node, service and task, and what the log driver was told to keep, in front of each line. Default: `false`. */
  details?: boolean;
  /** Stays open for new output, also of tasks that start later. Default: `false`. */
  follow?: boolean;
  /** What the tasks wrote to stdout. Default: `false`. */
  stdout?: boolean;
  /** What the tasks wrote to stderr. Tasks with a TTY have everything in stdout. Default: `false`. */
  stderr?: boolean;
  /** Leaves out lines older than this Unix time, in seconds. 0 leaves out nothing. */
  since?: Time;
  /** Puts the time of each line in front of it, in RFC 3339 with nanoseconds. Default: `false`. */
  timestamps?: boolean;
  /** How many lines to give of each task, counted from the end, or `all`. `0` skips the past, for use with `follow`. Default: `all`. */
  tail?: string;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpec {
  /** Unique in the swarm; other containers find it by this name. */
  Name?: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels?: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate?: TaskSpec;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode?: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether one task starts before the other stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpecOutput {
  /** Unique in the swarm; other containers find it by this name. */
  Name: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate: TaskSpecOutput;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether one task starts before the other stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpecOutput_1_40 {
  /** Unique in the swarm; other containers find it by this name. */
  Name: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate: TaskSpecOutput_1_40;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether one task starts before the other stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpecOutput_1_41 {
  /** Unique in the swarm; other containers find it by this name. */
  Name: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate: TaskSpecOutput_1_41;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether one task starts before the other stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpecOutput_1_42 {
  /** Unique in the swarm; other containers find it by this name. */
  Name: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate: TaskSpecOutput_1_42;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether one task starts before the other stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpecOutput_1_44 {
  /** Unique in the swarm; other containers find it by this name. */
  Name: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate: TaskSpecOutput_1_44;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether one task starts before the other stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpecOutput_1_45 {
  /** Unique in the swarm; other containers find it by this name. */
  Name: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate: TaskSpecOutput_1_45;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether one task starts before the other stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpecOutput_1_46 {
  /** Unique in the swarm; other containers find it by this name. */
  Name: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate: TaskSpecOutput_1_46;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio: number;
    /** Whether one task starts before the other stops, or after. */
    Order: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpec_1_40 {
  /** Unique in the swarm; other containers find it by this name. */
  Name?: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels?: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate?: TaskSpec_1_40;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode?: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether one task starts before the other stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpec_1_41 {
  /** Unique in the swarm; other containers find it by this name. */
  Name?: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels?: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate?: TaskSpec_1_41;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode?: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether one task starts before the other stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpec_1_42 {
  /** Unique in the swarm; other containers find it by this name. */
  Name?: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels?: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate?: TaskSpec_1_42;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode?: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether one task starts before the other stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpec_1_44 {
  /** Unique in the swarm; other containers find it by this name. */
  Name?: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels?: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate?: TaskSpec_1_44;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode?: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether one task starts before the other stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpec_1_45 {
  /** Unique in the swarm; other containers find it by this name. */
  Name?: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels?: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate?: TaskSpec_1_45;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode?: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether one task starts before the other stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
/** What a service should be. An update replaces all of it. */
export interface ServiceSpec_1_46 {
  /** Unique in the swarm; other containers find it by this name. */
  Name?: string;
  /** Labels of the service; those of its containers are in the task's template. */
  Labels?: {
    [key: string]: string;
  };
  /** What each task is. */
  TaskTemplate?: TaskSpec_1_46;
  /** How many tasks there are. Exactly one field is to be set. */
  Mode?: {
    /** A fixed number of tasks. */
    Replicated?: {
      /** How many; 0 stops them all. */
      Replicas?: number;
    };
    /** One task on every fitting node; an empty object. */
    Global?: Record<string, unknown>;
    /** Tasks that run to their end, so many in all. Since API v1.41. */
    ReplicatedJob?: {
      /** How many at the same time. Default: `1`. */
      MaxConcurrent?: number;
      /** How many must end well; absent takes `MaxConcurrent`. */
      TotalCompletions?: number;
    };
    /** One task that runs to its end on every fitting node; an empty object. Since API v1.41. */
    GlobalJob?: Record<string, unknown>;
  };
  /** How an update goes from old tasks to new ones. */
  UpdateConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many new tasks fail. */
    FailureAction?: "continue" | "pause" | "rollback";
    /** Nanoseconds that a new task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether the new task starts before the old one stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /** How a rollback goes from new tasks to old ones. */
  RollbackConfig?: {
    /** Tasks changed at the same time; 0 for all at once. */
    Parallelism?: number;
    /** Nanoseconds between batches. */
    Delay?: number;
    /** What to do when too many tasks fail. */
    FailureAction?: "continue" | "pause";
    /** Nanoseconds that a task is watched for failure. */
    Monitor?: number;
    /** Share of failed tasks to put up with, from 0 to 1. Default: `0`. */
    MaxFailureRatio?: number;
    /** Whether one task starts before the other stops, or after. */
    Order?: "stop-first" | "start-first";
  };
  /**
   * @deprecated
   * Deprecated: say it in `TaskTemplate.Networks`.
   */
  Networks?: NetworkAttachmentConfig[];
  /** How the service is reached. */
  EndpointSpec?: EndpointSpec;
}
export interface ServiceUpdateOptions {
  /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
  version: number;
  /** Where kept credentials are taken from when none are sent, the present spec or the one before. Default: `spec`. */
  registryAuthFrom?: "spec" | "previous-spec";
  /** With `previous` the service gets back the spec it had before, whatever the body says. */
  rollback?: "previous" | "none";
}
/** The update was accepted; the tasks follow. */
export interface ServiceUpdateResponse {
  /** Such as that the image's digest could not be asked of its registry. */
  Warnings: string[] | null;
}
/** A service: the wish for so many tasks of a kind, and how far it has come true. */
export interface Service_1_40 {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What is wished for now. */
  Spec: ServiceSpecOutput_1_40;
  /** How it is reached. */
  Endpoint: {
    /** The wish. */
    Spec: EndpointSpec;
    /** Ports as they are really published. */
    Ports?: EndpointPortConfig[];
    /** Its virtual addresses, one per network; none with `dnsrr`. */
    VirtualIPs?: {
      /** ID of the network. */
      NetworkID?: string;
      /** Address with prefix, such as `10.0.0.5/24`. */
      Addr?: string;
    }[];
  };
  /** How far the last update or rollback is; absent before the first. */
  UpdateStatus?: {
    /** `paused` waits for you after failures. */
    State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
    /** RFC 3339 time. */
    StartedAt?: string;
    /** RFC 3339 time; absent while it goes on. */
    CompletedAt?: string;
    /** A sentence for people. */
    Message?: string;
  };
  /** What was wished for before the last update; a rollback goes back to it. */
  PreviousSpec?: ServiceSpecOutput_1_40;
}
/** A service: the wish for so many tasks of a kind, and how far it has come true. */
export interface Service_1_41 {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What is wished for now. */
  Spec: ServiceSpecOutput_1_41;
  /** How it is reached. */
  Endpoint: {
    /** The wish. */
    Spec: EndpointSpec;
    /** Ports as they are really published. */
    Ports?: EndpointPortConfig[];
    /** Its virtual addresses, one per network; none with `dnsrr`. */
    VirtualIPs?: {
      /** ID of the network. */
      NetworkID?: string;
      /** Address with prefix, such as `10.0.0.5/24`. */
      Addr?: string;
    }[];
  };
  /** How far the last update or rollback is; absent before the first. */
  UpdateStatus?: {
    /** `paused` waits for you after failures. */
    State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
    /** RFC 3339 time. */
    StartedAt?: string;
    /** RFC 3339 time; absent while it goes on. */
    CompletedAt?: string;
    /** A sentence for people. */
    Message?: string;
  };
  /** Counts of its tasks. Only in lists, and only when asked for. Since API v1.41. */
  ServiceStatus?: {
    /** Tasks that run now. */
    RunningTasks: number;
    /** Tasks that should run; for a global service one per fitting node. */
    DesiredTasks: number;
    /** Tasks of a job that have ended well; 0 for other services. */
    CompletedTasks: number;
  };
  /** Only for jobs. Since API v1.41. */
  JobStatus?: {
    /** Which execution of the job this is; every update starts another. */
    JobIteration: ObjectVersion;
    /** RFC 3339 time at which that execution began. */
    LastExecution: string;
  };
  /** What was wished for before the last update; a rollback goes back to it. */
  PreviousSpec?: ServiceSpecOutput_1_41;
}
/** A service: the wish for so many tasks of a kind, and how far it has come true. */
export interface Service_1_42 {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What is wished for now. */
  Spec: ServiceSpecOutput_1_42;
  /** How it is reached. */
  Endpoint: {
    /** The wish. */
    Spec: EndpointSpec;
    /** Ports as they are really published. */
    Ports?: EndpointPortConfig[];
    /** Its virtual addresses, one per network; none with `dnsrr`. */
    VirtualIPs?: {
      /** ID of the network. */
      NetworkID?: string;
      /** Address with prefix, such as `10.0.0.5/24`. */
      Addr?: string;
    }[];
  };
  /** How far the last update or rollback is; absent before the first. */
  UpdateStatus?: {
    /** `paused` waits for you after failures. */
    State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
    /** RFC 3339 time. */
    StartedAt?: string;
    /** RFC 3339 time; absent while it goes on. */
    CompletedAt?: string;
    /** A sentence for people. */
    Message?: string;
  };
  /** Counts of its tasks. Only in lists, and only when asked for. Since API v1.41. */
  ServiceStatus?: {
    /** Tasks that run now. */
    RunningTasks: number;
    /** Tasks that should run; for a global service one per fitting node. */
    DesiredTasks: number;
    /** Tasks of a job that have ended well; 0 for other services. */
    CompletedTasks: number;
  };
  /** Only for jobs. Since API v1.41. */
  JobStatus?: {
    /** Which execution of the job this is; every update starts another. */
    JobIteration: ObjectVersion;
    /** RFC 3339 time at which that execution began. */
    LastExecution: string;
  };
  /** What was wished for before the last update; a rollback goes back to it. */
  PreviousSpec?: ServiceSpecOutput_1_42;
}
/** A service: the wish for so many tasks of a kind, and how far it has come true. */
export interface Service_1_44 {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What is wished for now. */
  Spec: ServiceSpecOutput_1_44;
  /** How it is reached. */
  Endpoint: {
    /** The wish. */
    Spec: EndpointSpec;
    /** Ports as they are really published. */
    Ports?: EndpointPortConfig[];
    /** Its virtual addresses, one per network; none with `dnsrr`. */
    VirtualIPs?: {
      /** ID of the network. */
      NetworkID?: string;
      /** Address with prefix, such as `10.0.0.5/24`. */
      Addr?: string;
    }[];
  };
  /** How far the last update or rollback is; absent before the first. */
  UpdateStatus?: {
    /** `paused` waits for you after failures. */
    State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
    /** RFC 3339 time. */
    StartedAt?: string;
    /** RFC 3339 time; absent while it goes on. */
    CompletedAt?: string;
    /** A sentence for people. */
    Message?: string;
  };
  /** Counts of its tasks. Only in lists, and only when asked for. Since API v1.41. */
  ServiceStatus?: {
    /** Tasks that run now. */
    RunningTasks: number;
    /** Tasks that should run; for a global service one per fitting node. */
    DesiredTasks: number;
    /** Tasks of a job that have ended well; 0 for other services. */
    CompletedTasks: number;
  };
  /** Only for jobs. Since API v1.41. */
  JobStatus?: {
    /** Which execution of the job this is; every update starts another. */
    JobIteration: ObjectVersion;
    /** RFC 3339 time at which that execution began. */
    LastExecution: string;
  };
  /** What was wished for before the last update; a rollback goes back to it. */
  PreviousSpec?: ServiceSpecOutput_1_44;
}
/** A service: the wish for so many tasks of a kind, and how far it has come true. */
export interface Service_1_45 {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What is wished for now. */
  Spec: ServiceSpecOutput_1_45;
  /** How it is reached. */
  Endpoint: {
    /** The wish. */
    Spec: EndpointSpec;
    /** Ports as they are really published. */
    Ports?: EndpointPortConfig[];
    /** Its virtual addresses, one per network; none with `dnsrr`. */
    VirtualIPs?: {
      /** ID of the network. */
      NetworkID?: string;
      /** Address with prefix, such as `10.0.0.5/24`. */
      Addr?: string;
    }[];
  };
  /** How far the last update or rollback is; absent before the first. */
  UpdateStatus?: {
    /** `paused` waits for you after failures. */
    State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
    /** RFC 3339 time. */
    StartedAt?: string;
    /** RFC 3339 time; absent while it goes on. */
    CompletedAt?: string;
    /** A sentence for people. */
    Message?: string;
  };
  /** Counts of its tasks. Only in lists, and only when asked for. Since API v1.41. */
  ServiceStatus?: {
    /** Tasks that run now. */
    RunningTasks: number;
    /** Tasks that should run; for a global service one per fitting node. */
    DesiredTasks: number;
    /** Tasks of a job that have ended well; 0 for other services. */
    CompletedTasks: number;
  };
  /** Only for jobs. Since API v1.41. */
  JobStatus?: {
    /** Which execution of the job this is; every update starts another. */
    JobIteration: ObjectVersion;
    /** RFC 3339 time at which that execution began. */
    LastExecution: string;
  };
  /** What was wished for before the last update; a rollback goes back to it. */
  PreviousSpec?: ServiceSpecOutput_1_45;
}
/** A service: the wish for so many tasks of a kind, and how far it has come true. */
export interface Service_1_46 {
  /** 25 letters and digits. */
  ID: string;
  /** To be given back with an update. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** What is wished for now. */
  Spec: ServiceSpecOutput_1_46;
  /** How it is reached. */
  Endpoint: {
    /** The wish. */
    Spec: EndpointSpec;
    /** Ports as they are really published. */
    Ports?: EndpointPortConfig[];
    /** Its virtual addresses, one per network; none with `dnsrr`. */
    VirtualIPs?: {
      /** ID of the network. */
      NetworkID?: string;
      /** Address with prefix, such as `10.0.0.5/24`. */
      Addr?: string;
    }[];
  };
  /** How far the last update or rollback is; absent before the first. */
  UpdateStatus?: {
    /** `paused` waits for you after failures. */
    State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
    /** RFC 3339 time. */
    StartedAt?: string;
    /** RFC 3339 time; absent while it goes on. */
    CompletedAt?: string;
    /** A sentence for people. */
    Message?: string;
  };
  /** Counts of its tasks. Only in lists, and only when asked for. Since API v1.41. */
  ServiceStatus?: {
    /** Tasks that run now. */
    RunningTasks: number;
    /** Tasks that should run; for a global service one per fitting node. */
    DesiredTasks: number;
    /** Tasks of a job that have ended well; 0 for other services. */
    CompletedTasks: number;
  };
  /** Only for jobs. Since API v1.41. */
  JobStatus?: {
    /** Which execution of the job this is; every update starts another. */
    JobIteration: ObjectVersion;
    /** RFC 3339 time at which that execution began. */
    LastExecution: string;
  };
  /** What was wished for before the last update; a rollback goes back to it. */
  PreviousSpec?: ServiceSpecOutput_1_46;
}
/** The swarm as a whole, with its join tokens. */
export type Swarm = ClusterInfo & {
  /** Secrets with which engines join. */
  JoinTokens: JoinTokens;
};
/** An engine's own part in a swarm. */
export interface SwarmInfo {
  /** Empty while it is in none. */
  NodeID: string;
  /** Address other nodes reach it at; empty while it is in none. */
  NodeAddr: string;
  /** `locked` wants the unlock key, `pending` is still joining. */
  LocalNodeState: LocalNodeState;
  /** Whether it is a manager, so that swarm operations work here. Default: `false`. */
  ControlAvailable: boolean;
  /** Why it is not active; empty otherwise. */
  Error: string;
  /** Managers it knows of. */
  RemoteManagers: PeerNode[] | null;
  /** Nodes in the swarm; 0 or absent on workers. */
  Nodes?: number;
  /** Managers in the swarm; 0 or absent on workers. */
  Managers?: number;
  /** The swarm as a whole; only on managers. */
  Cluster?: ClusterInfo;
  /** Sentences about the state of the swarm. */
  Warnings?: string[];
}
/** The addresses to listen on and to announce, and the settings of the swarm. */
export interface SwarmInitBody {
  /** `address:port` or `interface:port` on which managers listen; port 2377 where none is said. */
  ListenAddr?: string;
  /** `address[:port]` or interface that others reach this node at; empty guesses where there is only one. */
  AdvertiseAddr?: string;
  /** Address or interface for overlay traffic; empty takes the advertised one. */
  DataPathAddr?: string;
  /** UDP port of overlay traffic, 1024 to 49151; 0 for 4789. */
  DataPathPort?: number;
  /** Ranges, in CIDR form, that overlay networks get their subnets from. */
  DefaultAddrPool?: string[];
  /** Makes a swarm of this manager alone out of one that lost its majority. */
  ForceNewCluster?: boolean;
  /** Prefix length of each subnet cut out of those ranges; 0 for 24. */
  SubnetSize?: number;
  /** Its settings. */
  Spec?: SwarmSpec;
  /** Keeps a restarted manager locked until somebody gives the unlock key. */
  AutoLockManagers?: boolean;
  /** Whether this node takes tasks. */
  Availability?: "active" | "pause" | "drain";
}
/** The join token, the managers to ask, and the addresses of this node. */
export interface SwarmJoinBody {
  /** `address:port` or `interface:port` on which it listens should it become a manager. */
  ListenAddr?: string;
  /** `address[:port]` or interface that others reach this node at; empty guesses where there is only one. */
  AdvertiseAddr?: string;
  /** Address or interface for overlay traffic; empty takes the advertised one. */
  DataPathAddr?: string;
  /** `address[:port]` of managers; one that answers is enough. */
  RemoteAddrs?: string[];
  /** The secret; it also decides between worker and manager. */
  JoinToken?: string;
  /** Whether this node takes tasks. */
  Availability?: "active" | "pause" | "drain";
}
export interface SwarmLeaveOptions {
  /** Leaves as a manager too, though the swarm may lose its quorum or all its state. Default: `false`. */
  force?: boolean;
}
/** A network as the swarm's managers know it. */
export interface SwarmNetwork {
  /** ID of the network. */
  ID: string;
  /** Its version, which grows with every change. */
  Version: ObjectVersion;
  /** When it was created. */
  CreatedAt: string;
  /** When it was last changed. */
  UpdatedAt: string;
  /** What was asked for. */
  Spec: {
    /** Name of the network. */
    Name?: string;
    /** Labels of the network. */
    Labels: {
      [key: string]: string;
    };
    /** Driver that was asked for. */
    DriverConfiguration?: {
      /** Name of the driver. */
      Name?: string;
      /** Options of the driver. */
      Options?: {
        [key: string]: string;
      };
    };
    /** Whether it has IPv6 addresses. */
    IPv6Enabled?: boolean;
    /** Whether it is cut off from the outside. */
    Internal?: boolean;
    /** Whether containers outside of services may join. */
    Attachable?: boolean;
    /** Whether it carries the published ports of the swarm. */
    Ingress?: boolean;
    /** How its addresses were to be given out. */
    IPAMOptions?: {
      /** Driver that was to give out addresses. */
      Driver: {
        /** Name of the driver. */
        Name?: string;
        /** Options of the driver. */
        Options?: {
          [key: string]: string;
        };
      };
      /** Pools that were asked for. */
      Configs?: {
        /** Subnet of the pool. */
        Subnet?: string;
        /** Part of the subnet from which containers get addresses. */
        Range?: string;
        /** Address of the gateway. */
        Gateway?: string;
      }[];
    };
    /** Network on each node whose settings it takes. */
    ConfigFrom?: {
      /** Name of that network. */
      Network: string;
    };
    /** How far it reaches, such as `swarm`. */
    Scope?: string;
  };
  /** Driver in use. */
  DriverState: {
    /** Name of the driver. */
    Name?: string;
    /** Options in use, such as the VXLAN id. */
    Options?: {
      [key: string]: string;
    };
  };
  /** How its addresses are given out. */
  IPAMOptions?: {
    /** Driver that gives out addresses. */
    Driver: {
      /** Name of the driver. */
      Name?: string;
      /** Options of the driver. */
      Options?: {
        [key: string]: string;
      };
    };
    /** Pools in use. */
    Configs?: {
      /** Subnet of the pool. */
      Subnet?: string;
      /** Part of the subnet from which containers get addresses. */
      Range?: string;
      /** Address of the gateway. */
      Gateway?: string;
    }[];
  };
}
/** Settings of the swarm. */
export interface SwarmSpec {
  /** Always `default`. */
  Name?: string;
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
  /** How tasks are looked after. */
  Orchestration?: {
    /** Ended tasks kept for each replica; negative keeps all. */
    TaskHistoryRetentionLimit?: number;
  };
  /** How managers agree. Best left alone. */
  Raft?: {
    /** Log entries from one snapshot to the next. */
    SnapshotInterval?: number;
    /** Snapshots kept besides the newest. */
    KeepOldSnapshots?: number;
    /** Log entries kept after a snapshot for managers that lag behind. */
    LogEntriesForSlowFollowers?: number;
    /** Ticks, of a second each, without word from the leader until an election; larger than `HeartbeatTick`. */
    ElectionTick?: number;
    /** Ticks, of a second each, between heartbeats of the leader. */
    HeartbeatTick?: number;
  };
  /** How managers watch over nodes. */
  Dispatcher?: {
    /** Nanoseconds between heartbeats of a node. */
    HeartbeatPeriod?: number;
  };
  /** The swarm's certificate authority. */
  CAConfig?: {
    /** Nanoseconds that certificates of nodes are valid for; at least an hour. */
    NodeCertExpiry?: number;
    /** Authorities outside that sign certificates of nodes. */
    ExternalCAs?: {
      /** How it is spoken to. Default: `cfssl`. */
      Protocol?: "cfssl";
      /** Where signing requests go. */
      URL?: string;
      /** Options that go with the protocol. */
      Options?: {
        [key: string]: string;
      };
      /** Its root certificate in PEM. */
      CACert?: string;
    }[];
    /** Root certificate, in PEM, to change over to. */
    SigningCACert?: string;
    /** Key of that certificate in PEM. Never sent back. */
    SigningCAKey?: string;
    /** A counter: raise it to get a fresh root certificate. */
    ForceRotate?: number;
  };
  /** How managers protect what they store. */
  EncryptionConfig?: {
    /** Keeps a restarted manager locked until somebody gives the unlock key. */
    AutoLockManagers?: boolean;
  };
  /** For tasks that say nothing themselves. */
  TaskDefaults?: {
    /** Log driver for such tasks. */
    LogDriver?: {
      /** Name of the log driver. */
      Name?: string;
      /** Options of the log driver. */
      Options?: {
        [key: string]: string;
      };
    };
  };
}
/** Settings of the swarm. */
export interface SwarmSpecOutput {
  /** Always `default`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** How tasks are looked after. */
  Orchestration: {
    /** Ended tasks kept for each replica; negative keeps all. */
    TaskHistoryRetentionLimit?: number;
  };
  /** How managers agree. Best left alone. */
  Raft: {
    /** Log entries from one snapshot to the next. */
    SnapshotInterval?: number;
    /** Snapshots kept besides the newest. */
    KeepOldSnapshots?: number;
    /** Log entries kept after a snapshot for managers that lag behind. */
    LogEntriesForSlowFollowers?: number;
    /** Ticks, of a second each, without word from the leader until an election; larger than `HeartbeatTick`. */
    ElectionTick: number;
    /** Ticks, of a second each, between heartbeats of the leader. */
    HeartbeatTick: number;
  };
  /** How managers watch over nodes. */
  Dispatcher: {
    /** Nanoseconds between heartbeats of a node. */
    HeartbeatPeriod?: number;
  };
  /** The swarm's certificate authority. */
  CAConfig: {
    /** Nanoseconds that certificates of nodes are valid for; at least an hour. */
    NodeCertExpiry?: number;
    /** Authorities outside that sign certificates of nodes. */
    ExternalCAs?: {
      /** How it is spoken to. Default: `cfssl`. */
      Protocol: "cfssl";
      /** Where signing requests go. */
      URL: string;
      /** Options that go with the protocol. */
      Options?: {
        [key: string]: string;
      };
      /** Its root certificate in PEM. */
      CACert: string;
    }[];
    /** Root certificate, in PEM, to change over to. */
    SigningCACert?: string;
    /** Key of that certificate in PEM. Never sent back. */
    SigningCAKey?: string;
    /** A counter: raise it to get a fresh root certificate. */
    ForceRotate?: number;
  };
  /** How managers protect what they store. */
  EncryptionConfig: {
    /** Keeps a restarted manager locked until somebody gives the unlock key. */
    AutoLockManagers: boolean;
  };
  /** For tasks that say nothing themselves. */
  TaskDefaults: {
    /** Log driver for such tasks. */
    LogDriver?: {
      /** Name of the log driver. */
      Name?: string;
      /** Options of the log driver. */
      Options?: {
        [key: string]: string;
      };
    };
  };
}
/** The unlock key. */
export interface SwarmUnlockBody {
  /** A secret that starts with `SWMKEY-`. */
  UnlockKey?: string;
}
/** The key that unlocks restarted managers. */
export interface SwarmUnlockkeyResult {
  /** A secret that starts with `SWMKEY-`; empty while managers are not locked. */
  UnlockKey: string;
}
export interface SwarmUpdateOptions {
  /** `Version.Index` of the swarm as last read; the update fails if someone changed the swarm since. */
  version: number;
  /** Makes the workers' join token anew. The old one stops working, nodes that have joined stay. Default: `false`. */
  rotateWorkerToken?: boolean;
  /** Makes the managers' join token anew. The old one stops working, nodes that have joined stay. Default: `false`. */
  rotateManagerToken?: boolean;
  /** Makes the key anew that unlocks managers after a restart. Default: `false`. */
  rotateManagerUnlockKey?: boolean;
}
/** The registry accepts the credentials. */
export interface SystemAuthResult {
  /** A sentence for people. */
  Status: string;
  /** Token to use in place of the password from now on; empty where the registry gives none. */
  IdentityToken?: string;
}
export interface SystemDataUsageOptions {
  /** The only kinds of object to measure, which saves the time for the rest. Since API v1.42. */
  type?: ("container" | "image" | "volume" | "build-cache")[];
}
/** What images, containers, volumes and the build cache take on disk. */
export interface SystemDataUsageResult {
  /** Bytes of all image layers, shared ones counted once. */
  LayersSize?: number;
  /** Images, with shared sizes and container counts worked out. */
  Images?: ImageSummary[] | null;
  /** Containers, with sizes worked out. */
  Containers?: ContainerSummary[] | null;
  /** Volumes, with `UsageData`. */
  Volumes?: Volume[] | null;
  /** Records of the build cache. */
  BuildCache?: BuildCache[] | null;
}
/** What images, containers, volumes and the build cache take on disk. */
export interface SystemDataUsageResult_1_40 {
  /** Bytes of all image layers, shared ones counted once. */
  LayersSize?: number;
  /** Images, with shared sizes and container counts worked out. */
  Images: ImageSummary_1_40[];
  /** Containers, with sizes worked out. */
  Containers: ContainerSummary_1_40[];
  /** Volumes, with `UsageData`. */
  Volumes: Volume_1_40[];
  /** Records of the build cache. */
  BuildCache?: BuildCache_1_40[] | null;
  /**
   * @deprecated
   * Bytes of the classic builder's cache. Deprecated. Until API v1.41.
   */
  BuilderSize?: number;
}
/** What images, containers, volumes and the build cache take on disk. */
export interface SystemDataUsageResult_1_42 {
  /** Bytes of all image layers, shared ones counted once. */
  LayersSize?: number;
  /** Images, with shared sizes and container counts worked out. */
  Images?: ImageSummary_1_40[] | null;
  /** Containers, with sizes worked out. */
  Containers?: ContainerSummary_1_42[] | null;
  /** Volumes, with `UsageData`. */
  Volumes?: Volume[] | null;
  /** Records of the build cache. */
  BuildCache?: BuildCache[] | null;
}
/** What images, containers, volumes and the build cache take on disk. */
export interface SystemDataUsageResult_1_43 {
  /** Bytes of all image layers, shared ones counted once. */
  LayersSize?: number;
  /** Images, with shared sizes and container counts worked out. */
  Images?: ImageSummary_1_43[] | null;
  /** Containers, with sizes worked out. */
  Containers?: ContainerSummary_1_42[] | null;
  /** Volumes, with `UsageData`. */
  Volumes?: Volume[] | null;
  /** Records of the build cache. */
  BuildCache?: BuildCache[] | null;
}
/** What images, containers, volumes and the build cache take on disk. */
export interface SystemDataUsageResult_1_44 {
  /** Bytes of all image layers, shared ones counted once. */
  LayersSize?: number;
  /** Images, with shared sizes and container counts worked out. */
  Images?: ImageSummary_1_44[] | null;
  /** Containers, with sizes worked out. */
  Containers?: ContainerSummary_1_44[] | null;
  /** Volumes, with `UsageData`. */
  Volumes?: Volume[] | null;
  /** Records of the build cache. */
  BuildCache?: BuildCache[] | null;
}
/** What images, containers, volumes and the build cache take on disk. */
export interface SystemDataUsageResult_1_46 {
  /** Bytes of all image layers, shared ones counted once. */
  LayersSize?: number;
  /** Images, with shared sizes and container counts worked out. */
  Images?: ImageSummary_1_44[] | null;
  /** Containers, with sizes worked out. */
  Containers?: ContainerSummary_1_46[] | null;
  /** Volumes, with `UsageData`. */
  Volumes?: Volume[] | null;
  /** Records of the build cache. */
  BuildCache?: BuildCache[] | null;
}
/** What images, containers, volumes and the build cache take on disk. */
export interface SystemDataUsageResult_1_47 {
  /** Bytes of all image layers, shared ones counted once. */
  LayersSize?: number;
  /** Images, with shared sizes and container counts worked out. */
  Images?: ImageSummary_1_47[] | null;
  /** Containers, with sizes worked out. */
  Containers?: ContainerSummary_1_46[] | null;
  /** Volumes, with `UsageData`. */
  Volumes?: Volume[] | null;
  /** Records of the build cache. */
  BuildCache?: BuildCache[] | null;
}
export interface SystemEventsFilters {
  /** Events of this swarm config, given by name or id. */
  config?: OneOrMany<string>;
  /** Events of this container, given by name or id. */
  container?: OneOrMany<string>;
  /** Events of this daemon, given by name or id. */
  daemon?: OneOrMany<string>;
  /** Events with this action, like `start` or `die`; `health_status`, `exec_create` and `exec_start` need no ending. */
  event?: OneOrMany<string>;
  /** Events of this image, given by name or id. */
  image?: OneOrMany<string>;
  /** Events of objects with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Events of this network, given by name or id. */
  network?: OneOrMany<string>;
  /** Events of the swarm node with this id. */
  node?: OneOrMany<string>;
  /** Events of this plugin, given by name or id. */
  plugin?: OneOrMany<string>;
  /** Events of this engine alone (`local`) or of the whole swarm (`swarm`). */
  scope?: OneOrMany<"local" | "swarm">;
  /** Events of this swarm secret, given by name or id. */
  secret?: OneOrMany<string>;
  /** Events of this service, given by name or id. */
  service?: OneOrMany<string>;
  /** Events of this kind of object. */
  type?: OneOrMany<"builder" | "config" | "container" | "daemon" | "image" | "network" | "node" | "plugin" | "secret" | "service" | "volume">;
  /** Events of the volume with this name. */
  volume?: OneOrMany<string>;
}
export interface SystemEventsOptions {
  /** Begins with the past from this Unix time on, in seconds or parts of them. The engine remembers the last 256 events. */
  since?: Time;
  /** Ends at this Unix time, in seconds or parts of them. If it has passed, the answer ends after the past events. */
  until?: Time;
  /** Only events that match. */
  filters?: SystemEventsFilters;
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Version of the cgroup hierarchy. Linux only. Default: `1`. Since API v1.41. */
  CgroupVersion?: "1" | "2";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** Version of the distribution or of Windows. Since API v1.41. */
  OSVersion: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit;
  /** Build of runc. */
  RuncCommit: Commit;
  /** Build of the init program. */
  InitCommit: Commit;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Ranges that networks without a subnet get theirs from; absent when not configured. Since API v1.41. */
  DefaultAddressPools?: {
    /** In CIDR form, such as `10.10.0.0/16`. */
    Base: string;
    /** Prefix length of each subnet cut out of it. */
    Size: number;
  }[];
  /** What sets the firewall rules. Linux only. Since API v1.49. */
  FirewallBackend?: FirewallInfo;
  /** Devices that drivers found, to be asked for by ID. Since API v1.50. */
  DiscoveredDevices?: DeviceInfo[];
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
  /** Folders searched for CDI device files; empty with CDI off. Since API v1.44. */
  CDISpecDirs: string[];
  /** How containerd is reached. Since API v1.46. */
  Containerd?: ContainerdInfo;
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo_1_40 {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** A leftover of the standalone Swarm; absent. Until API v1.40. */
  SystemStatus?: string[][];
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether kernel memory can be limited. Deprecated. Until API v1.41.
   */
  KernelMemory?: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes iptables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIptables: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes ip6tables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIp6tables: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig_1_40;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /**
   * @deprecated
   * Key-value store of the old clustering. Deprecated. Until API v1.41.
   */
  ClusterStore?: string;
  /**
   * @deprecated
   * Address announced to that store. Deprecated. Until API v1.41.
   */
  ClusterAdvertise?: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime_1_40;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit_1_40;
  /** Build of runc. */
  RuncCommit: Commit_1_40;
  /** Build of the init program. */
  InitCommit: Commit_1_40;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo_1_41 {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether kernel memory can be limited. Deprecated. Until API v1.41.
   */
  KernelMemory?: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes iptables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIptables: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes ip6tables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIp6tables: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Version of the cgroup hierarchy. Linux only. Default: `1`. Since API v1.41. */
  CgroupVersion?: "1" | "2";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** Version of the distribution or of Windows. Since API v1.41. */
  OSVersion: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig_1_40;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /**
   * @deprecated
   * Key-value store of the old clustering. Deprecated. Until API v1.41.
   */
  ClusterStore?: string;
  /**
   * @deprecated
   * Address announced to that store. Deprecated. Until API v1.41.
   */
  ClusterAdvertise?: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime_1_40;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit_1_40;
  /** Build of runc. */
  RuncCommit: Commit_1_40;
  /** Build of the init program. */
  InitCommit: Commit_1_40;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Ranges that networks without a subnet get theirs from; absent when not configured. Since API v1.41. */
  DefaultAddressPools?: {
    /** In CIDR form, such as `10.10.0.0/16`. */
    Base: string;
    /** Prefix length of each subnet cut out of it. */
    Size: number;
  }[];
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo_1_42 {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes iptables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIptables: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes ip6tables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIp6tables: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Version of the cgroup hierarchy. Linux only. Default: `1`. Since API v1.41. */
  CgroupVersion?: "1" | "2";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** Version of the distribution or of Windows. Since API v1.41. */
  OSVersion: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig_1_40;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime_1_40;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit_1_40;
  /** Build of runc. */
  RuncCommit: Commit_1_40;
  /** Build of the init program. */
  InitCommit: Commit_1_40;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Ranges that networks without a subnet get theirs from; absent when not configured. Since API v1.41. */
  DefaultAddressPools?: {
    /** In CIDR form, such as `10.10.0.0/16`. */
    Base: string;
    /** Prefix length of each subnet cut out of it. */
    Size: number;
  }[];
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo_1_44 {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes iptables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIptables: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes ip6tables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIp6tables: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Version of the cgroup hierarchy. Linux only. Default: `1`. Since API v1.41. */
  CgroupVersion?: "1" | "2";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** Version of the distribution or of Windows. Since API v1.41. */
  OSVersion: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig_1_40;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit_1_40;
  /** Build of runc. */
  RuncCommit: Commit_1_40;
  /** Build of the init program. */
  InitCommit: Commit_1_40;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Ranges that networks without a subnet get theirs from; absent when not configured. Since API v1.41. */
  DefaultAddressPools?: {
    /** In CIDR form, such as `10.10.0.0/16`. */
    Base: string;
    /** Prefix length of each subnet cut out of it. */
    Size: number;
  }[];
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
  /** Folders searched for CDI device files; empty with CDI off. Since API v1.44. */
  CDISpecDirs: string[];
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo_1_46 {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes iptables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIptables: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes ip6tables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIp6tables: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Version of the cgroup hierarchy. Linux only. Default: `1`. Since API v1.41. */
  CgroupVersion?: "1" | "2";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** Version of the distribution or of Windows. Since API v1.41. */
  OSVersion: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig_1_40;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit_1_40;
  /** Build of runc. */
  RuncCommit: Commit_1_40;
  /** Build of the init program. */
  InitCommit: Commit_1_40;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Ranges that networks without a subnet get theirs from; absent when not configured. Since API v1.41. */
  DefaultAddressPools?: {
    /** In CIDR form, such as `10.10.0.0/16`. */
    Base: string;
    /** Prefix length of each subnet cut out of it. */
    Size: number;
  }[];
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
  /** Folders searched for CDI device files; empty with CDI off. Since API v1.44. */
  CDISpecDirs: string[];
  /** How containerd is reached. Since API v1.46. */
  Containerd?: ContainerdInfo;
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo_1_47 {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes iptables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIptables: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes ip6tables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIp6tables: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Version of the cgroup hierarchy. Linux only. Default: `1`. Since API v1.41. */
  CgroupVersion?: "1" | "2";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** Version of the distribution or of Windows. Since API v1.41. */
  OSVersion: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig_1_47;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit_1_40;
  /** Build of runc. */
  RuncCommit: Commit_1_40;
  /** Build of the init program. */
  InitCommit: Commit_1_40;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Ranges that networks without a subnet get theirs from; absent when not configured. Since API v1.41. */
  DefaultAddressPools?: {
    /** In CIDR form, such as `10.10.0.0/16`. */
    Base: string;
    /** Prefix length of each subnet cut out of it. */
    Size: number;
  }[];
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
  /** Folders searched for CDI device files; empty with CDI off. Since API v1.44. */
  CDISpecDirs: string[];
  /** How containerd is reached. Since API v1.46. */
  Containerd?: ContainerdInfo;
}
/** What the engine is, how it is set up and what it holds. */
export interface SystemInfo_1_49 {
  /** Random ID of this engine, kept across restarts. */
  ID: string;
  /** All containers, whatever their state. */
  Containers: number;
  /** Those that run. */
  ContainersRunning: number;
  /** Those that are paused. */
  ContainersPaused: number;
  /** Those that are neither running nor paused. */
  ContainersStopped: number;
  /** Number of images, intermediate ones included. */
  Images: number;
  /** Storage driver or snapshotter, such as `overlay2`. */
  Driver: string;
  /** Details of the storage driver as `[name, value]`. For people; no fixed set. */
  DriverStatus: string[][] | null;
  /** Folder with the engine's data. */
  DockerRootDir: string;
  /** Names of the drivers that can be used. */
  Plugins: PluginsInfo;
  /** Whether the kernel can limit memory. */
  MemoryLimit: boolean;
  /** Whether the kernel can limit swap. */
  SwapLimit: boolean;
  /**
   * @deprecated
   * Whether memory for TCP buffers can be limited. Deprecated; `false` with cgroup v2.
   */
  KernelMemoryTCP?: boolean;
  /** Whether `CpuPeriod` works here. */
  CpuCfsPeriod: boolean;
  /** Whether `CpuQuota` works here. */
  CpuCfsQuota: boolean;
  /** Whether `CpuShares` works here. */
  CPUShares: boolean;
  /** Whether `CpusetCpus` and `CpusetMems` work here. */
  CPUSet: boolean;
  /** Whether `PidsLimit` works here. */
  PidsLimit: boolean;
  /** Whether `OomKillDisable` works here; `false` with cgroup v2. */
  OomKillDisable: boolean;
  /** Whether the host forwards IPv4 packets; published ports need it. */
  IPv4Forwarding: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes iptables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIptables: boolean;
  /**
   * @deprecated
   * Whether bridged traffic passes ip6tables. Deprecated: no longer checked. Until API v1.49.
   */
  BridgeNfIp6tables: boolean;
  /** Whether the engine runs in debug mode. */
  Debug: boolean;
  /** Files the engine has open; -1 where they cannot be counted. */
  NFd: number;
  /** Goroutines of the engine. */
  NGoroutines: number;
  /** The host's clock: RFC 3339 time with nanoseconds. */
  SystemTime: string;
  /** Log driver for containers that name none. */
  LoggingDriver: string;
  /** Who manages cgroups; `none` for a rootless engine without them. Default: `cgroupfs`. */
  CgroupDriver: "cgroupfs" | "systemd" | "none";
  /** Version of the cgroup hierarchy. Linux only. Default: `1`. Since API v1.41. */
  CgroupVersion?: "1" | "2";
  /** Clients that are listening to events. */
  NEventsListener: number;
  /** Release of the kernel; on Windows also its build. */
  KernelVersion: string;
  /** Name of the distribution or Windows edition, for people. */
  OperatingSystem: string;
  /** Version of the distribution or of Windows. Since API v1.41. */
  OSVersion: string;
  /** `linux` or `windows`. */
  OSType: string;
  /** CPU architecture as the kernel spells it, such as `x86_64`. */
  Architecture: string;
  /** Logical CPUs the engine may use. */
  NCPU: number;
  /** Memory of the host in bytes. */
  MemTotal: number;
  /** Address under which credentials for Docker Hub are stored. Default: `https://index.docker.io/v1/`. */
  IndexServerAddress: string;
  /** How registries are reached. */
  RegistryConfig: RegistryServiceConfig;
  /** Resources this node offers to Swarm, such as GPUs. */
  GenericResources: GenericResources | null;
  /** Proxy for HTTP; a password in it is masked. */
  HttpProxy: string;
  /** Proxy for HTTPS; a password in it is masked. */
  HttpsProxy: string;
  /** Hosts reached without a proxy, joined by commas. */
  NoProxy: string;
  /** Host name. */
  Name: string;
  /** The engine's own labels, each `key=value`. */
  Labels: string[];
  /** Whether experimental features are on. */
  ExperimentalBuild: boolean;
  /** Version of the engine, such as `28.5.2`. */
  ServerVersion: string;
  /** OCI runtimes that containers may ask for, by name. */
  Runtimes: {
    [key: string]: Runtime;
  } | null;
  /** The one used by containers that name none. Default: `runc`. */
  DefaultRuntime: string;
  /** This engine's part in a swarm. */
  Swarm: SwarmInfo;
  /** Whether containers go on running while the engine is down. Default: `false`. */
  LiveRestoreEnabled: boolean;
  /** Windows only. Isolation of containers that name none. Default: `default`. */
  Isolation: "default" | "hyperv" | "process" | "";
  /** Program that `Init` puts in as process 1. */
  InitBinary: string;
  /** Build of containerd. */
  ContainerdCommit: Commit;
  /** Build of runc. */
  RuncCommit: Commit;
  /** Build of the init program. */
  InitCommit: Commit;
  /** Such as `name=seccomp,profile=builtin`, `name=rootless`: pairs joined by commas. */
  SecurityOptions: string[] | null;
  /** Text about the licence of a commercial engine; absent for others. */
  ProductLicense?: string;
  /** Ranges that networks without a subnet get theirs from; absent when not configured. Since API v1.41. */
  DefaultAddressPools?: {
    /** In CIDR form, such as `10.10.0.0/16`. */
    Base: string;
    /** Prefix length of each subnet cut out of it. */
    Size: number;
  }[];
  /** What sets the firewall rules. Linux only. Since API v1.49. */
  FirewallBackend?: FirewallInfo;
  /** Sentences about missing features and unsafe settings. */
  Warnings: string[] | null;
  /** Folders searched for CDI device files; empty with CDI off. Since API v1.44. */
  CDISpecDirs: string[];
  /** How containerd is reached. Since API v1.46. */
  Containerd?: ContainerdInfo;
}
/** Versions of the engine and its components. */
export interface SystemVersion {
  /** The product as a whole. */
  Platform: {
    /** Such as `Docker Engine - Community`; often empty. */
    Name: string;
  };
  /** The engine itself and what it stands on. */
  Components: {
    /** Such as `Engine`, `containerd` or `runc`. */
    Name: string;
    /** Its version. */
    Version: string;
    /** Further facts as texts; they differ by component. */
    Details?: {
      [key: string]: string;
    };
  }[];
  /** Version of the engine, such as `28.5.2`. */
  Version: string;
  /** Newest API version it speaks. */
  ApiVersion: string;
  /** Oldest API version it speaks. */
  MinAPIVersion: string;
  /** Commit it was built from. */
  GitCommit: string;
  /** Go version it was built with. */
  GoVersion: string;
  /** Operating system in Go's spelling, such as `linux`. */
  Os: string;
  /** CPU architecture in Go's spelling, such as `amd64`. */
  Arch: string;
  /** Release of the kernel. */
  KernelVersion?: string;
  /** Whether experimental features are on; absent when off. */
  Experimental?: boolean;
  /** RFC 3339 time with nanoseconds. */
  BuildTime?: string;
}
/** Certificate authority that nodes trust. */
export interface TLSInfo {
  /** Root certificates in PEM. */
  TrustRoot?: string;
  /** Subject of the issuer: DER in base64. */
  CertIssuerSubject?: string;
  /** Public key of the issuer: DER in base64. */
  CertIssuerPublicKey?: string;
}
/** One piece of a service's work: in general one container on one node. */
export interface Task {
  /** 25 letters and digits. */
  ID: string;
  /** Version of this object in the swarm. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Mostly empty; the container is called `<service>.<slot>.<task ID>`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** What it should be. */
  Spec: TaskSpecOutput;
  /** The service it belongs to. */
  ServiceID?: string;
  /** Number of the replica, from 1; 0 or absent for global services. */
  Slot?: number;
  /** Node it was given to; empty until then. */
  NodeID?: string;
  /** Resources of your own naming that it got. */
  GenericResources?: GenericResources;
  /** How far it has come. */
  Status: TaskStatus;
  /** Where it should be, such as `running`; `shutdown` once another has taken its place. */
  DesiredState: TaskState;
  /** Execution of the job it belongs to. Only for jobs. Since API v1.41. */
  JobIteration?: ObjectVersion;
  /** Networks it is attached to, with its addresses. */
  NetworksAttachments?: NetworkAttachment[];
  /** Cluster volumes it was given. Since API v1.42. */
  Volumes: {
    /** Swarm's ID of the volume. */
    ID?: string;
    /** What the mount asked for: a name, or `group:<name>`. */
    Source?: string;
    /** Path in the container. */
    Target?: string;
  }[] | null;
}
export interface TaskListFilters {
  /** Tasks that the swarm wants in this state; they may not be there yet. */
  "desired-state"?: OneOrMany<"new" | "allocated" | "pending" | "assigned" | "accepted" | "preparing" | "ready" | "starting" | "running" | "complete" | "shutdown" | "failed" | "rejected" | "remove" | "orphaned">;
  /** Tasks whose id begins with this. */
  id?: OneOrMany<string>;
  /** Tasks with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Tasks whose name begins with this, like `web` or `web.1`. */
  name?: OneOrMany<string>;
  /** Tasks on this node, given by name or id; an unknown one is refused. */
  node?: OneOrMany<string>;
  /** Tasks by what they are, `container` or `plugin`. */
  runtime?: OneOrMany<"container" | "plugin">;
  /** Tasks of this service, given by name or id; an unknown one is refused. */
  service?: OneOrMany<string>;
}
export interface TaskListOptions {
  /** Only tasks that match. */
  filters?: TaskListFilters;
}
export interface TaskLogsOptions {
  /** Puts the ids of node, service and task, and what the log driver was told to keep, in front of each line. Default: `false`. */
  details?: boolean;
  /** Stays open for new output until the task ends. Default: `false`. */
  follow?: boolean;
  /** What the task wrote to stdout. Default: `false`. */
  stdout?: boolean;
  /** What the task wrote to stderr. A task with a TTY has everything in stdout. Default: `false`. */
  stderr?: boolean;
  /** Leaves out lines older than this Unix time, in seconds. 0 leaves out nothing. */
  since?: Time;
  /** Puts the time of each line in front of it, in RFC 3339 with nanoseconds. Default: `false`. */
  timestamps?: boolean;
  /** How many lines to give, counted from the end, or `all`. `0` skips the past, for use with `follow`. Default: `all`. */
  tail?: string;
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpec {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec?: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config?: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File?: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry?: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext?: {
        /** Turns them off. */
        Disable?: boolean;
        /** User label. */
        User?: string;
        /** Role label. */
        Role?: string;
        /** Type label. */
        Type?: string;
        /** Level label. */
        Level?: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges?: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File?: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** ID of the secret; this counts. */
      SecretID?: string;
      /** Name of the secret, for people. */
      SecretName?: string;
    }[];
    /** -1000 (spared) to 1000 (killed first) when the node runs out of memory. Since API v1.46. */
    OomScoreAdj?: number;
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID?: string;
      /** Name of the config, for people. */
      ConfigName?: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name?: string;
      /** The value in force; -1 for unlimited. */
      Soft?: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard?: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID?: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread?: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor?: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate?: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpecOutput {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext: {
        /** Turns them off. */
        Disable: boolean;
        /** User label. */
        User: string;
        /** Role label. */
        Role: string;
        /** Type label. */
        Type: string;
        /** Level label. */
        Level: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** ID of the secret; this counts. */
      SecretID: string;
      /** Name of the secret, for people. */
      SecretName: string;
    }[];
    /** -1000 (spared) to 1000 (killed first) when the node runs out of memory. Since API v1.46. */
    OomScoreAdj?: number;
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID: string;
      /** Name of the config, for people. */
      ConfigName: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name: string;
      /** The value in force; -1 for unlimited. */
      Soft: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpecOutput_1_40 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext: {
        /** Turns them off. */
        Disable: boolean;
        /** User label. */
        User: string;
        /** Role label. */
        Role: string;
        /** Type label. */
        Type: string;
        /** Level label. */
        Level: string;
      } | null;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_40[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig_1_40;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** ID of the secret; this counts. */
      SecretID: string;
      /** Name of the secret, for people. */
      SecretName: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID: string;
      /** Name of the config, for people. */
      ConfigName: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: ResourceObject;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpecOutput_1_41 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext: {
        /** Turns them off. */
        Disable: boolean;
        /** User label. */
        User: string;
        /** Role label. */
        Role: string;
        /** Type label. */
        Type: string;
        /** Level label. */
        Level: string;
      } | null;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_40[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig_1_40;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** ID of the secret; this counts. */
      SecretID: string;
      /** Name of the secret, for people. */
      SecretName: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID: string;
      /** Name of the config, for people. */
      ConfigName: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name: string;
      /** The value in force; -1 for unlimited. */
      Soft: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpecOutput_1_42 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext: {
        /** Turns them off. */
        Disable: boolean;
        /** User label. */
        User: string;
        /** Role label. */
        Role: string;
        /** Type label. */
        Type: string;
        /** Level label. */
        Level: string;
      } | null;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_42[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig_1_40;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** ID of the secret; this counts. */
      SecretID: string;
      /** Name of the secret, for people. */
      SecretName: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID: string;
      /** Name of the config, for people. */
      ConfigName: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name: string;
      /** The value in force; -1 for unlimited. */
      Soft: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpecOutput_1_44 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext: {
        /** Turns them off. */
        Disable: boolean;
        /** User label. */
        User: string;
        /** Role label. */
        Role: string;
        /** Type label. */
        Type: string;
        /** Level label. */
        Level: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_44[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** ID of the secret; this counts. */
      SecretID: string;
      /** Name of the secret, for people. */
      SecretName: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID: string;
      /** Name of the config, for people. */
      ConfigName: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name: string;
      /** The value in force; -1 for unlimited. */
      Soft: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpecOutput_1_45 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext: {
        /** Turns them off. */
        Disable: boolean;
        /** User label. */
        User: string;
        /** Role label. */
        Role: string;
        /** Type label. */
        Type: string;
        /** Level label. */
        Level: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_45[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** ID of the secret; this counts. */
      SecretID: string;
      /** Name of the secret, for people. */
      SecretName: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID: string;
      /** Name of the config, for people. */
      ConfigName: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name: string;
      /** The value in force; -1 for unlimited. */
      Soft: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpecOutput_1_46 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext: {
        /** Turns them off. */
        Disable: boolean;
        /** User label. */
        User: string;
        /** Role label. */
        Role: string;
        /** Type label. */
        Type: string;
        /** Level label. */
        Level: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_46[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** ID of the secret; this counts. */
      SecretID: string;
      /** Name of the secret, for people. */
      SecretName: string;
    }[];
    /** -1000 (spared) to 1000 (killed first) when the node runs out of memory. Since API v1.46. */
    OomScoreAdj?: number;
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name: string;
        /** Number of the file's owner, as text. */
        UID: string;
        /** Number of the file's group, as text. */
        GID: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID: string;
      /** Name of the config, for people. */
      ConfigName: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name: string;
      /** The value in force; -1 for unlimited. */
      Soft: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpec_1_40 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec?: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config?: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File?: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry?: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext?: {
        /** Turns them off. */
        Disable?: boolean;
        /** User label. */
        User?: string;
        /** Role label. */
        Role?: string;
        /** Type label. */
        Type?: string;
        /** Level label. */
        Level?: string;
      } | null;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_40[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig_1_40;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File?: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** ID of the secret; this counts. */
      SecretID?: string;
      /** Name of the secret, for people. */
      SecretName?: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID?: string;
      /** Name of the config, for people. */
      ConfigName?: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID?: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: ResourceObject;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread?: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor?: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate?: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpec_1_41 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec?: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config?: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File?: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry?: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext?: {
        /** Turns them off. */
        Disable?: boolean;
        /** User label. */
        User?: string;
        /** Role label. */
        Role?: string;
        /** Type label. */
        Type?: string;
        /** Level label. */
        Level?: string;
      } | null;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_40[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig_1_40;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File?: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** ID of the secret; this counts. */
      SecretID?: string;
      /** Name of the secret, for people. */
      SecretName?: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID?: string;
      /** Name of the config, for people. */
      ConfigName?: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name?: string;
      /** The value in force; -1 for unlimited. */
      Soft?: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard?: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID?: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread?: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor?: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate?: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpec_1_42 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec?: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config?: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File?: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry?: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext?: {
        /** Turns them off. */
        Disable?: boolean;
        /** User label. */
        User?: string;
        /** Role label. */
        Role?: string;
        /** Type label. */
        Type?: string;
        /** Level label. */
        Level?: string;
      } | null;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_42[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig_1_40;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File?: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** ID of the secret; this counts. */
      SecretID?: string;
      /** Name of the secret, for people. */
      SecretName?: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID?: string;
      /** Name of the config, for people. */
      ConfigName?: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name?: string;
      /** The value in force; -1 for unlimited. */
      Soft?: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard?: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID?: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread?: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor?: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate?: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpec_1_44 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec?: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config?: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File?: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry?: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext?: {
        /** Turns them off. */
        Disable?: boolean;
        /** User label. */
        User?: string;
        /** Role label. */
        Role?: string;
        /** Type label. */
        Type?: string;
        /** Level label. */
        Level?: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges?: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_44[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File?: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** ID of the secret; this counts. */
      SecretID?: string;
      /** Name of the secret, for people. */
      SecretName?: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID?: string;
      /** Name of the config, for people. */
      ConfigName?: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name?: string;
      /** The value in force; -1 for unlimited. */
      Soft?: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard?: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID?: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread?: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor?: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate?: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpec_1_45 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec?: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config?: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File?: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry?: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext?: {
        /** Turns them off. */
        Disable?: boolean;
        /** User label. */
        User?: string;
        /** Role label. */
        Role?: string;
        /** Type label. */
        Type?: string;
        /** Level label. */
        Level?: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges?: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_45[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File?: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** ID of the secret; this counts. */
      SecretID?: string;
      /** Name of the secret, for people. */
      SecretName?: string;
    }[];
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID?: string;
      /** Name of the config, for people. */
      ConfigName?: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name?: string;
      /** The value in force; -1 for unlimited. */
      Soft?: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard?: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID?: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread?: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor?: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate?: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** What each task of a service is. Exactly one of the three kinds is to be set. */
export interface TaskSpec_1_46 {
  /** A managed plugin instead of a container. Experimental. */
  PluginSpec?: {
    /** Name it gets on the nodes. */
    name?: string;
    /** Where it comes from, such as `vendor/plugin:1`. */
    remote?: string;
    /** Installs it without turning it on. */
    disabled?: boolean;
    /** Its environment, as `NAME=value`. */
    env?: string[];
    /** What it may do. */
    privileges?: {
      /** Name of the privilege. */
      name?: string;
      /** What it allows, in words. */
      description?: string;
      /** What it is granted for, such as paths or capabilities. */
      value?: string[];
    }[];
  };
  /** A container. */
  ContainerSpec?: {
    /** Name of the image; the engine adds the digest it finds, unless told not to. */
    Image?: string;
    /** Labels of the containers. */
    Labels?: {
      [key: string]: string;
    };
    /** Replaces the image's entrypoint. */
    Command?: string[];
    /** Replaces the image's command. */
    Args?: string[];
    /** Host name in the container; templates such as `{{.Node.Hostname}}` work. */
    Hostname?: string;
    /** `NAME=value`; templates work. */
    Env?: string[];
    /** Folder its program starts in; empty takes the image's. */
    Dir?: string;
    /** `user[:group]`, names or numbers; empty takes the image's. */
    User?: string;
    /** Further groups for its process. */
    Groups?: string[];
    /** Security settings. */
    Privileges?: {
      /** Windows only. A managed service account; exactly one field is to be set. */
      CredentialSpec?: {
        /** ID of a config with the specification, also listed in `Configs` for the runtime. */
        Config?: string;
        /** Name of a file in `CredentialSpecs` under the engine's data folder on the nodes. */
        File?: string;
        /** Name of a value in the nodes' Windows registry. */
        Registry?: string;
      } | null;
      /** SELinux labels. */
      SELinuxContext?: {
        /** Turns them off. */
        Disable?: boolean;
        /** User label. */
        User?: string;
        /** Role label. */
        Role?: string;
        /** Type label. */
        Type?: string;
        /** Level label. */
        Level?: string;
      } | null;
      /** Which system calls are allowed. Since API v1.44. */
      Seccomp?: {
        /** `custom` goes with `Profile`. */
        Mode?: "default" | "unconfined" | "custom";
        /** The profile's JSON text in base64. */
        Profile?: string;
      };
      /** AppArmor. Since API v1.44. */
      AppArmor?: {
        /** Whether the engine's profile applies. */
        Mode?: "default" | "disabled";
      };
      /** Keeps its processes from gaining rights, by setuid programs for one. Since API v1.44. */
      NoNewPrivileges?: boolean;
    };
    /** Gives it a terminal; its logs are then one raw stream. */
    TTY?: boolean;
    /** Keeps stdin open. */
    OpenStdin?: boolean;
    /** Lets it write to its mounts only. */
    ReadOnly?: boolean;
    /** Mounts; host paths must exist on every node it may land on. */
    Mounts?: Mount_1_46[];
    /** Signal that asks it to stop. */
    StopSignal?: string;
    /** Nanoseconds between the stop signal and SIGKILL. */
    StopGracePeriod?: number;
    /** Health check; a task that becomes unhealthy is replaced. */
    Healthcheck?: HealthConfig;
    /** Lines for `/etc/hosts`, the address first: `10.0.0.9 name alias`. */
    Hosts?: string[];
    /** How it looks up names. */
    DNSConfig?: {
      /** Addresses of name servers. */
      Nameservers?: string[];
      /** Domains in which short names are looked up. */
      Search?: string[];
      /** Lines such as `ndots:2` for `resolv.conf`. */
      Options?: string[];
    };
    /** Secrets it can read. */
    Secrets?: {
      /** The file it finds it in. */
      File?: {
        /** Name below `/run/secrets`, or an absolute path. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** ID of the secret; this counts. */
      SecretID?: string;
      /** Name of the secret, for people. */
      SecretName?: string;
    }[];
    /** -1000 (spared) to 1000 (killed first) when the node runs out of memory. Since API v1.46. */
    OomScoreAdj?: number;
    /** Configs it can read. */
    Configs?: {
      /** The file it finds it in. Either this or `Runtime`. */
      File?: {
        /** Path of the file; without a leading slash below the root folder. */
        Name?: string;
        /** Number of the file's owner, as text. */
        UID?: string;
        /** Number of the file's group, as text. */
        GID?: string;
        /** Permission bits as a plain integer: octal 444 is 292. */
        Mode?: number;
      };
      /** For the engine, not a file: an empty object, as credential specs need it. */
      Runtime?: Record<string, unknown>;
      /** ID of the config; this counts. */
      ConfigID?: string;
      /** Name of the config, for people. */
      ConfigName?: string;
    }[];
    /** Windows only. How far it is kept from the host; empty takes the engine's setting. */
    Isolation?: "default" | "process" | "hyperv" | "";
    /** Runs a small init as process 1; absent takes the engine's setting. */
    Init?: boolean | null;
    /** Kernel parameters of its namespaces. */
    Sysctls?: {
      [key: string]: string;
    };
    /** Kernel capabilities to give, such as `CAP_NET_ADMIN`. Since API v1.41. */
    CapabilityAdd?: string[];
    /** Kernel capabilities to take away, or `ALL`. Since API v1.41. */
    CapabilityDrop?: string[];
    /** Resource limits of its processes, as `ulimit` sets them. Since API v1.41. */
    Ulimits?: {
      /** Such as `nofile`. */
      Name?: string;
      /** The value in force; -1 for unlimited. */
      Soft?: number;
      /** Ceiling of the soft value; -1 for unlimited. */
      Hard?: number;
    }[];
  };
  /** Made by engines for containers in attachable networks; not to be written by hand. */
  NetworkAttachmentSpec?: {
    /** The container it stands for. */
    ContainerID?: string;
  };
  /** What each task may take, and what is set aside for it. */
  Resources?: {
    /** The most it may take. */
    Limits?: Limit;
    /** What a node must have free to get it. */
    Reservations?: ResourceObject;
  };
  /** When a task that ended is replaced by a new one. */
  RestartPolicy?: {
    /** Which ends count. */
    Condition?: "none" | "on-failure" | "any";
    /** Nanoseconds to wait before. */
    Delay?: number;
    /** Most restarts within `Window`; 0 for no end. Default: `0`. */
    MaxAttempts?: number;
    /** Nanoseconds over which restarts are counted; 0 for all time. Default: `0`. */
    Window?: number;
  };
  /** Which nodes it may land on. */
  Placement?: {
    /** All must hold, such as `node.labels.disk==ssd` or `node.role!=manager`. */
    Constraints?: string[];
    /** Wishes for an even spread, the most important first. */
    Preferences?: {
      /** Spreads tasks evenly over the values of a label. */
      Spread?: {
        /** The label, such as `node.labels.zone`. */
        SpreadDescriptor?: string;
      };
    }[];
    /** Most replicas on one node; 0 for no limit. Default: `0`. */
    MaxReplicas?: number;
    /** Platforms the image runs on; the engine fills it from the registry. */
    Platforms?: Platform[];
  };
  /** A counter: raise it to replace all tasks though nothing else has changed. */
  ForceUpdate?: number;
  /** `container`, `plugin` or `attachment`; empty is `container`. */
  Runtime?: string;
  /** Networks its tasks are attached to. */
  Networks?: NetworkAttachmentConfig[];
  /** Where their output is kept; absent takes the swarm's, then the node's. */
  LogDriver?: {
    /** Name of the log driver. */
    Name?: string;
    /** Options of the log driver. */
    Options?: {
      [key: string]: string;
    };
  };
}
/** Where a task stands, in this order; from `complete` on it is over. */
export type TaskState = "new" | "allocated" | "pending" | "assigned" | "accepted" | "preparing" | "ready" | "starting" | "running" | "complete" | "shutdown" | "failed" | "rejected" | "remove" | "orphaned";
/** How far a task has come. */
export interface TaskStatus {
  /** RFC 3339 time of the last change. */
  Timestamp: string;
  /** Where it stands between being made and its end. */
  State: TaskState;
  /** What is happening, for people. */
  Message?: string;
  /** Why it failed or cannot be placed; absent otherwise. */
  Err?: string;
  /** Its container; absent until there is one. */
  ContainerStatus?: ContainerStatus;
  /** Ports it publishes in host mode. */
  PortStatus: PortStatus;
}
/** One piece of a service's work: in general one container on one node. */
export interface Task_1_40 {
  /** 25 letters and digits. */
  ID: string;
  /** Version of this object in the swarm. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Mostly empty; the container is called `<service>.<slot>.<task ID>`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** What it should be. */
  Spec: TaskSpecOutput_1_40;
  /** The service it belongs to. */
  ServiceID?: string;
  /** Number of the replica, from 1; 0 or absent for global services. */
  Slot?: number;
  /** Node it was given to; empty until then. */
  NodeID?: string;
  /** Resources of your own naming that it got. */
  GenericResources?: GenericResources;
  /** How far it has come. */
  Status: {
    /** RFC 3339 time of the last change. */
    Timestamp: string;
    /** Where it stands between being made and its end. */
    State: TaskState;
    /** What is happening, for people. */
    Message?: string;
    /** Why it failed or cannot be placed; absent otherwise. */
    Err?: string;
    /** Its container; absent until there is one. */
    ContainerStatus?: {
      /** 64 hexadecimal digits. */
      ContainerID: string;
      /** Process ID on its node; 0 after the end. */
      PID: number;
      /** Exit status; says nothing before the end. */
      ExitCode: number;
    };
  };
  /** Where it should be, such as `running`; `shutdown` once another has taken its place. */
  DesiredState: TaskState;
  /** Networks it is attached to, with its addresses. */
  NetworksAttachments?: NetworkAttachment[];
}
/** One piece of a service's work: in general one container on one node. */
export interface Task_1_41 {
  /** 25 letters and digits. */
  ID: string;
  /** Version of this object in the swarm. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Mostly empty; the container is called `<service>.<slot>.<task ID>`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** What it should be. */
  Spec: TaskSpecOutput_1_41;
  /** The service it belongs to. */
  ServiceID?: string;
  /** Number of the replica, from 1; 0 or absent for global services. */
  Slot?: number;
  /** Node it was given to; empty until then. */
  NodeID?: string;
  /** Resources of your own naming that it got. */
  GenericResources?: GenericResources;
  /** How far it has come. */
  Status: {
    /** RFC 3339 time of the last change. */
    Timestamp: string;
    /** Where it stands between being made and its end. */
    State: TaskState;
    /** What is happening, for people. */
    Message?: string;
    /** Why it failed or cannot be placed; absent otherwise. */
    Err?: string;
    /** Its container; absent until there is one. */
    ContainerStatus?: {
      /** 64 hexadecimal digits. */
      ContainerID: string;
      /** Process ID on its node; 0 after the end. */
      PID: number;
      /** Exit status; says nothing before the end. */
      ExitCode: number;
    };
  };
  /** Where it should be, such as `running`; `shutdown` once another has taken its place. */
  DesiredState: TaskState;
  /** Execution of the job it belongs to. Only for jobs. Since API v1.41. */
  JobIteration?: ObjectVersion;
  /** Networks it is attached to, with its addresses. */
  NetworksAttachments?: NetworkAttachment[];
}
/** One piece of a service's work: in general one container on one node. */
export interface Task_1_42 {
  /** 25 letters and digits. */
  ID: string;
  /** Version of this object in the swarm. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Mostly empty; the container is called `<service>.<slot>.<task ID>`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** What it should be. */
  Spec: TaskSpecOutput_1_42;
  /** The service it belongs to. */
  ServiceID?: string;
  /** Number of the replica, from 1; 0 or absent for global services. */
  Slot?: number;
  /** Node it was given to; empty until then. */
  NodeID?: string;
  /** Resources of your own naming that it got. */
  GenericResources?: GenericResources;
  /** How far it has come. */
  Status: {
    /** RFC 3339 time of the last change. */
    Timestamp: string;
    /** Where it stands between being made and its end. */
    State: TaskState;
    /** What is happening, for people. */
    Message?: string;
    /** Why it failed or cannot be placed; absent otherwise. */
    Err?: string;
    /** Its container; absent until there is one. */
    ContainerStatus?: {
      /** 64 hexadecimal digits. */
      ContainerID: string;
      /** Process ID on its node; 0 after the end. */
      PID: number;
      /** Exit status; says nothing before the end. */
      ExitCode: number;
    };
  };
  /** Where it should be, such as `running`; `shutdown` once another has taken its place. */
  DesiredState: TaskState;
  /** Execution of the job it belongs to. Only for jobs. Since API v1.41. */
  JobIteration?: ObjectVersion;
  /** Networks it is attached to, with its addresses. */
  NetworksAttachments?: NetworkAttachment[];
  /** Cluster volumes it was given. Since API v1.42. */
  Volumes: {
    /** Swarm's ID of the volume. */
    ID?: string;
    /** What the mount asked for: a name, or `group:<name>`. */
    Source?: string;
    /** Path in the container. */
    Target?: string;
  }[] | null;
}
/** One piece of a service's work: in general one container on one node. */
export interface Task_1_44 {
  /** 25 letters and digits. */
  ID: string;
  /** Version of this object in the swarm. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Mostly empty; the container is called `<service>.<slot>.<task ID>`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** What it should be. */
  Spec: TaskSpecOutput_1_44;
  /** The service it belongs to. */
  ServiceID?: string;
  /** Number of the replica, from 1; 0 or absent for global services. */
  Slot?: number;
  /** Node it was given to; empty until then. */
  NodeID?: string;
  /** Resources of your own naming that it got. */
  GenericResources?: GenericResources;
  /** How far it has come. */
  Status: TaskStatus;
  /** Where it should be, such as `running`; `shutdown` once another has taken its place. */
  DesiredState: TaskState;
  /** Execution of the job it belongs to. Only for jobs. Since API v1.41. */
  JobIteration?: ObjectVersion;
  /** Networks it is attached to, with its addresses. */
  NetworksAttachments?: NetworkAttachment[];
  /** Cluster volumes it was given. Since API v1.42. */
  Volumes: {
    /** Swarm's ID of the volume. */
    ID?: string;
    /** What the mount asked for: a name, or `group:<name>`. */
    Source?: string;
    /** Path in the container. */
    Target?: string;
  }[] | null;
}
/** One piece of a service's work: in general one container on one node. */
export interface Task_1_45 {
  /** 25 letters and digits. */
  ID: string;
  /** Version of this object in the swarm. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Mostly empty; the container is called `<service>.<slot>.<task ID>`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** What it should be. */
  Spec: TaskSpecOutput_1_45;
  /** The service it belongs to. */
  ServiceID?: string;
  /** Number of the replica, from 1; 0 or absent for global services. */
  Slot?: number;
  /** Node it was given to; empty until then. */
  NodeID?: string;
  /** Resources of your own naming that it got. */
  GenericResources?: GenericResources;
  /** How far it has come. */
  Status: TaskStatus;
  /** Where it should be, such as `running`; `shutdown` once another has taken its place. */
  DesiredState: TaskState;
  /** Execution of the job it belongs to. Only for jobs. Since API v1.41. */
  JobIteration?: ObjectVersion;
  /** Networks it is attached to, with its addresses. */
  NetworksAttachments?: NetworkAttachment[];
  /** Cluster volumes it was given. Since API v1.42. */
  Volumes: {
    /** Swarm's ID of the volume. */
    ID?: string;
    /** What the mount asked for: a name, or `group:<name>`. */
    Source?: string;
    /** Path in the container. */
    Target?: string;
  }[] | null;
}
/** One piece of a service's work: in general one container on one node. */
export interface Task_1_46 {
  /** 25 letters and digits. */
  ID: string;
  /** Version of this object in the swarm. */
  Version: ObjectVersion;
  /** RFC 3339 time. */
  CreatedAt: string;
  /** RFC 3339 time. */
  UpdatedAt: string;
  /** Mostly empty; the container is called `<service>.<slot>.<task ID>`. */
  Name?: string;
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  };
  /** What it should be. */
  Spec: TaskSpecOutput_1_46;
  /** The service it belongs to. */
  ServiceID?: string;
  /** Number of the replica, from 1; 0 or absent for global services. */
  Slot?: number;
  /** Node it was given to; empty until then. */
  NodeID?: string;
  /** Resources of your own naming that it got. */
  GenericResources?: GenericResources;
  /** How far it has come. */
  Status: TaskStatus;
  /** Where it should be, such as `running`; `shutdown` once another has taken its place. */
  DesiredState: TaskState;
  /** Execution of the job it belongs to. Only for jobs. Since API v1.41. */
  JobIteration?: ObjectVersion;
  /** Networks it is attached to, with its addresses. */
  NetworksAttachments?: NetworkAttachment[];
  /** Cluster volumes it was given. Since API v1.42. */
  Volumes: {
    /** Swarm's ID of the volume. */
    ID?: string;
    /** What the mount asked for: a name, or `group:<name>`. */
    Source?: string;
    /** Path in the container. */
    Target?: string;
  }[] | null;
}
/** A rate limit on one block device. */
export interface ThrottleDevice {
  /** Device on the host, such as `/dev/sda`. */
  Path?: string;
  /** Bytes or operations per second, depending on the list it stands in. */
  Rate?: number;
}
/** A rate limit on one block device. */
export interface ThrottleDeviceOutput {
  /** Device on the host, such as `/dev/sda`. */
  Path: string;
  /** Bytes or operations per second, depending on the list it stands in. */
  Rate: number;
}
/** A place in the cluster: names of regions, zones and the like to their values. */
export interface Topology {
  /** Names of regions, zones and the like to their values. */
  Segments?: {
    [key: string]: string;
  };
}
/** A volume. */
export interface Volume {
  /** Unique on this engine. */
  Name: string;
  /** Such as `local`, or a plugin's. */
  Driver: string;
  /** Host path of its files; may be empty for plugins. */
  Mountpoint: string;
  /** RFC 3339 time. */
  CreatedAt?: string;
  /** Whatever the driver says about its state; absent with `local`. */
  Status?: {
    [key: string]: Record<string, unknown>;
  };
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  } | null;
  /** `local` for this machine, `global` where the driver shares it among machines. Default: `local`. */
  Scope: "local" | "global";
  /** What Swarm knows about it. Only for cluster volumes. Since API v1.42. */
  ClusterVolume?: ClusterVolume;
  /** Options it was created with. */
  Options: {
    [key: string]: string;
  } | null;
  /** How much it is used. Only in the disk usage report. */
  UsageData?: {
    /** Bytes; -1 where the driver cannot tell. Default: `-1`. */
    Size: number;
    /** Containers that use it; -1 when not counted. Default: `-1`. */
    RefCount: number;
  };
}
/** The volume to create. */
export interface VolumeCreateOptions {
  /** Empty gives it a random name of 64 digits. */
  Name?: string;
  /** Such as `local`, or a plugin's. Default: `local`. */
  Driver?: string;
  /** Options of the driver; `local` takes `type`, `device` and `o` as `mount` does. */
  DriverOpts?: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
  /** Makes it a cluster volume of Swarm's, through a CSI plugin. Since API v1.42. */
  ClusterVolumeSpec?: ClusterVolumeSpec;
}
/** The volume to create. */
export interface VolumeCreateOptions_1_40 {
  /** Empty gives it a random name of 64 digits. */
  Name?: string;
  /** Such as `local`, or a plugin's. Default: `local`. */
  Driver?: string;
  /** Options of the driver; `local` takes `type`, `device` and `o` as `mount` does. */
  DriverOpts?: {
    [key: string]: string;
  };
  /** Your own metadata. */
  Labels?: {
    [key: string]: string;
  };
}
export interface VolumeDeleteOptions {
  /** Succeeds for a volume that does not exist, and forgets one that its driver fails to delete. Default: `false`. */
  force?: boolean;
}
export interface VolumeListFilters {
  /** `true` gives only volumes that no container uses, `false` only those in use. */
  dangling?: boolean;
  /** Volumes of this driver, like `local`. */
  driver?: OneOrMany<string>;
  /** Volumes with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Volumes whose name has this in it. */
  name?: OneOrMany<string>;
}
export interface VolumeListOptions {
  /** Only volumes that match. */
  filters?: VolumeListFilters;
}
/** The volumes that match. */
export interface VolumeListResponse {
  /** In no special order. */
  Volumes: Volume[];
  /** Sentences about drivers that did not answer. */
  Warnings: string[] | null;
}
/** The volumes that match. */
export interface VolumeListResponse_1_40 {
  /** In no special order. */
  Volumes: Volume_1_40[];
  /** Sentences about drivers that did not answer. */
  Warnings: string[] | null;
}
export interface VolumePruneFilters {
  /** `true` takes unused volumes with a name of their own, too. Since API v1.42. */
  all?: boolean;
  /** Volumes with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Volumes without this label, as `key` or `key=value`. */
  "label!"?: OneOrMany<string>;
}
export interface VolumePruneFilters_1_40 {
  /** Volumes with this label, as `key` or `key=value`. */
  label?: OneOrMany<string>;
  /** Volumes without this label, as `key` or `key=value`. */
  "label!"?: OneOrMany<string>;
}
export interface VolumePruneOptions {
  /** Which volumes may go. From API 1.42 named ones stay unless `all` is `true`. */
  filters?: VolumePruneFilters;
}
export interface VolumePruneOptions_1_40 {
  /** Which volumes may go. From API 1.42 named ones stay unless `all` is `true`. */
  filters?: VolumePruneFilters_1_40;
}
/** What the clean-up took away. */
export interface VolumePruneResult {
  /** Names of the removed volumes. */
  VolumesDeleted: string[];
  /** Bytes. */
  SpaceReclaimed: number;
}
/** The whole spec as last read, with the new availability. */
export interface VolumeUpdateBody {
  /** The whole new specification; only its availability may differ. */
  Spec?: ClusterVolumeSpec;
}
export interface VolumeUpdateOptions {
  /** `ClusterVolume.Version.Index` as last read; the update fails if someone changed the volume since. */
  version: number;
}
/** A volume. */
export interface Volume_1_40 {
  /** Unique on this engine. */
  Name: string;
  /** Such as `local`, or a plugin's. */
  Driver: string;
  /** Host path of its files; may be empty for plugins. */
  Mountpoint: string;
  /** RFC 3339 time. */
  CreatedAt?: string;
  /** Whatever the driver says about its state; absent with `local`. */
  Status?: {
    [key: string]: Record<string, unknown>;
  };
  /** Your own metadata. */
  Labels: {
    [key: string]: string;
  } | null;
  /** `local` for this machine, `global` where the driver shares it among machines. Default: `local`. */
  Scope: "local" | "global";
  /** Options it was created with. */
  Options: {
    [key: string]: string;
  } | null;
  /** How much it is used. Only in the disk usage report. */
  UsageData?: {
    /** Bytes; -1 where the driver cannot tell. Default: `-1`. */
    Size: number;
    /** Containers that use it; -1 when not counted. Default: `-1`. */
    RefCount: number;
  };
}
export interface BuildPruneOperation {
  parameters: {
    query?: {
      /** Older name of `reservedSpace`, in bytes. */
      "keep-storage"?: number;
      /** Bytes of cache that always stay; 0 keeps nothing back. */
      "reserved-space"?: number;
      /** Bytes that the cache may fill; what is above goes. 0 sets no ceiling. */
      "max-used-space"?: number;
      /** Bytes that should be free on the disk; cache goes until they are. 0 sets no goal. */
      "min-free-space"?: number;
      /** Also cache that is still of use, such as what tagged images share and the internal records. */
      all?: boolean;
      /** Only cache records that match. */
      filters?: BuildPruneFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": BuildPruneResult;
      };
    };
  };
}
export interface BuildPrune_1_40Operation {
  parameters: {
    query?: {
      /** Older name of `reservedSpace`, in bytes. */
      "keep-storage"?: number;
      /** Also cache that is still of use, such as what tagged images share and the internal records. */
      all?: boolean;
      /** Only cache records that match. */
      filters?: BuildPruneFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": BuildPruneResult;
      };
    };
  };
}
export interface ConfigCreateOperation {
  parameters: {};
  requestBody?: {
    content: {
      "application/json": ConfigSpec;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ConfigCreateResult;
      };
    };
  };
}
export interface ConfigDeleteOperation {
  parameters: {
    path: {
      /** The config's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ConfigInspectOperation {
  parameters: {
    path: {
      /** The config's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Config;
      };
    };
  };
}
export interface ConfigListOperation {
  parameters: {
    query?: {
      /** Only configs that match. */
      filters?: ConfigListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Config[];
      };
    };
  };
}
export interface ConfigUpdateOperation {
  parameters: {
    query: {
      /** `Version.Index` of the config as last read; the update fails if someone changed the config since. */
      version: number;
    };
    path: {
      /** The config's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": ConfigSpec;
    };
  };
  responses: {
    200: {};
  };
}
export interface ContainerArchiveOperation {
  parameters: {
    query: {
      /** File or folder to read; a relative path starts at `/`. With `/.` at the end the entries lose the folder's name. */
      path: string;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerArchiveInfoOperation {
  parameters: {
    query: {
      /** File or folder in the container; a relative path starts at `/`. Of a symbolic link it tells the target. */
      path: string;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface ContainerAttachOperation {
  parameters: {
    query?: {
      /** Keys that end the session but not the process, like `ctrl-p,ctrl-q`. They are looked for in what you send to a TTY. */
      detachKeys?: string;
      /** Gives the output of the past first. With `stream` the live output follows. */
      logs?: boolean;
      /** Gives the output from now on and takes input. With neither this nor `logs` nothing comes. */
      stream?: boolean;
      /** Takes input for the process. Needs `stream`, and a container created with `OpenStdin`. */
      stdin?: boolean;
      /** What the process writes to stdout; with a TTY that is all its output. */
      stdout?: boolean;
      /** What the process writes to stderr. */
      stderr?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    101: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerAttachWebsocketOperation {
  parameters: {
    query?: {
      /** Keys that end the session but not the process, like `ctrl-p,ctrl-q`. They are looked for in what you send to a TTY. */
      detachKeys?: string;
      /** Gives the output of the past first. With `stream` the live output follows. */
      logs?: boolean;
      /** Gives the output from now on and takes input. With neither this nor `logs` nothing comes. */
      stream?: boolean;
      /** Takes input for the process. Needs `stream`, and a container created with `OpenStdin`. */
      stdin?: boolean;
      /** What the process writes to stdout; with a TTY that is all its output. */
      stdout?: boolean;
      /** What the process writes to stderr. */
      stderr?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    101: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerAttachWebsocket_1_40Operation {
  parameters: {
    query?: {
      /** Keys that end the session but not the process, like `ctrl-p,ctrl-q`. They are looked for in what you send to a TTY. */
      detachKeys?: string;
      /** Gives the output of the past first. With `stream` the live output follows. */
      logs?: boolean;
      /** Gives the output from now on and takes input. With neither this nor `logs` nothing comes. */
      stream?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    101: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerChangesOperation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": FilesystemChange[] | null;
      };
    };
  };
}
export interface ContainerChanges_1_40Operation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerChangesResultItem[] | null;
      };
    };
  };
}
export interface ContainerCreateOperation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
      /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. */
      platform?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResponse;
      };
    };
  };
}
export interface ContainerCreate_1_40Operation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody_1_40;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResult;
      };
    };
  };
}
export interface ContainerCreate_1_41Operation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
      /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. */
      platform?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody_1_41;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResult;
      };
    };
  };
}
export interface ContainerCreate_1_42Operation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
      /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. */
      platform?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody_1_42;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResponse;
      };
    };
  };
}
export interface ContainerCreate_1_43Operation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
      /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. */
      platform?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody_1_43;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResponse;
      };
    };
  };
}
export interface ContainerCreate_1_44Operation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
      /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. */
      platform?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody_1_44;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResponse;
      };
    };
  };
}
export interface ContainerCreate_1_45Operation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
      /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. */
      platform?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody_1_45;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResponse;
      };
    };
  };
}
export interface ContainerCreate_1_46Operation {
  parameters: {
    query?: {
      /** Name for the container; the engine makes one up without it. A taken name is refused. */
      name?: string;
      /** What the image must be made for, as in `linux/arm64/v8`. A local image made for anything else counts as missing. */
      platform?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerCreateBody_1_46;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ContainerCreateResponse;
      };
    };
  };
}
export interface ContainerDeleteOperation {
  parameters: {
    query?: {
      /** Also deletes its volumes without a name of their own. Named ones always stay. */
      v?: boolean;
      /** Ends a running container with SIGKILL first. */
      force?: boolean;
      /** Deletes a legacy link and not the container. The path then names the link, like `web/db`. */
      link?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerExecOperation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerExecBody;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": IDResponse;
      };
    };
  };
}
export interface ContainerExec_1_40Operation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerExecBody_1_40;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": IdResponse;
      };
    };
  };
}
export interface ContainerExec_1_42Operation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerExecBody;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": IdResponse;
      };
    };
  };
}
export interface ContainerExportOperation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerInspectOperation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResponse;
      };
    };
  };
}
export interface ContainerInspect_1_40Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult_1_40;
      };
    };
  };
}
export interface ContainerInspect_1_41Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult_1_41;
      };
    };
  };
}
export interface ContainerInspect_1_42Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult_1_42;
      };
    };
  };
}
export interface ContainerInspect_1_43Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult_1_43;
      };
    };
  };
}
export interface ContainerInspect_1_44Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult_1_44;
      };
    };
  };
}
export interface ContainerInspect_1_45Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult_1_45;
      };
    };
  };
}
export interface ContainerInspect_1_46Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult_1_46;
      };
    };
  };
}
export interface ContainerInspect_1_47Operation {
  parameters: {
    query?: {
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerInspectResult;
      };
    };
  };
}
export interface ContainerKillOperation {
  parameters: {
    query?: {
      /** The signal by name or number, like `SIGHUP` or `1`. The call does not wait for its effect. */
      signal?: string;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerListOperation {
  parameters: {
    query?: {
      /** Also containers that are not running. */
      all?: boolean;
      /** The most containers to give, newest first; stopped ones count too. 0 and below set no limit. */
      limit?: number;
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
      /** Only containers that match. */
      filters?: ContainerListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerSummary[];
      };
    };
  };
}
export interface ContainerList_1_40Operation {
  parameters: {
    query?: {
      /** Also containers that are not running. */
      all?: boolean;
      /** The most containers to give, newest first; stopped ones count too. 0 and below set no limit. */
      limit?: number;
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
      /** Only containers that match. */
      filters?: ContainerListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerSummary_1_40[];
      };
    };
  };
}
export interface ContainerList_1_42Operation {
  parameters: {
    query?: {
      /** Also containers that are not running. */
      all?: boolean;
      /** The most containers to give, newest first; stopped ones count too. 0 and below set no limit. */
      limit?: number;
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
      /** Only containers that match. */
      filters?: ContainerListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerSummary_1_42[];
      };
    };
  };
}
export interface ContainerList_1_44Operation {
  parameters: {
    query?: {
      /** Also containers that are not running. */
      all?: boolean;
      /** The most containers to give, newest first; stopped ones count too. 0 and below set no limit. */
      limit?: number;
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
      /** Only containers that match. */
      filters?: ContainerListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerSummary_1_44[];
      };
    };
  };
}
export interface ContainerList_1_46Operation {
  parameters: {
    query?: {
      /** Also containers that are not running. */
      all?: boolean;
      /** The most containers to give, newest first; stopped ones count too. 0 and below set no limit. */
      limit?: number;
      /** Adds `SizeRw` and `SizeRootFs`, in bytes. Slow, as the engine walks the files. */
      size?: boolean;
      /** Only containers that match. */
      filters?: ContainerListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerSummary_1_46[];
      };
    };
  };
}
export interface ContainerLogsOperation {
  parameters: {
    query?: {
      /** Stays open for new output until the container stops. */
      follow?: boolean;
      /** What the container wrote to stdout. */
      stdout?: boolean;
      /** What the container wrote to stderr. A container with a TTY has everything in stdout. */
      stderr?: boolean;
      /** Leaves out lines older than this Unix time, in seconds. 0 leaves out nothing. */
      since?: Time;
      /** Leaves out lines newer than this Unix time, in seconds. 0 leaves out nothing. */
      until?: Time;
      /** Puts the time of each line in front of it, in RFC 3339 with nanoseconds. */
      timestamps?: boolean;
      /** How many lines to give, counted from the end, or `all`. `0` skips the past, for use with `follow`. */
      tail?: string;
      /** Puts the labels and variables that the log driver was told to keep in front of each line. */
      details?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerPauseOperation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerPruneOperation {
  parameters: {
    query?: {
      /** Only containers that match. */
      filters?: ContainerPruneFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerPruneResult;
      };
    };
  };
}
export interface ContainerRenameOperation {
  parameters: {
    query: {
      /** The name to take on. One that another container has is refused. */
      name: string;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerResizeOperation {
  parameters: {
    query: {
      /** Height of the terminal, in rows of characters. */
      h: number;
      /** Width of the terminal, in columns of characters. */
      w: number;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface ContainerRestartOperation {
  parameters: {
    query?: {
      /** Signal that asks for the stop, by name or number. Without it the container's `StopSignal`, else SIGTERM. */
      signal?: string;
      /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
      t?: number;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerRestart_1_40Operation {
  parameters: {
    query?: {
      /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
      t?: number;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerStartOperation {
  parameters: {
    query?: {
      /** Name of a checkpoint to resume from. The daemon must have experimental features on. */
      checkpoint?: string;
      /** Folder on the daemon's host where the checkpoint lies, if not among the container's own. */
      "checkpoint-dir"?: string;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerStatsOperation {
  parameters: {
    query?: {
      /** Goes on with a new sample about every second. Without it the call ends after one sample. */
      stream?: boolean;
      /** Answers at once, with `precpu_stats` empty. Otherwise one sample takes up to two seconds. Only without `stream`. */
      "one-shot"?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerStats_1_40Operation {
  parameters: {
    query?: {
      /** Goes on with a new sample about every second. Without it the call ends after one sample. */
      stream?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ContainerStopOperation {
  parameters: {
    query?: {
      /** Signal that asks for the stop, by name or number. Without it the container's `StopSignal`, else SIGTERM. */
      signal?: string;
      /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
      t?: number;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerStop_1_40Operation {
  parameters: {
    query?: {
      /** Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's `StopTimeout` counts, else 10. */
      t?: number;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerTopOperation {
  parameters: {
    query?: {
      /** Arguments for `ps`, split at spaces. The output must have a PID column. */
      ps_args?: string;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerTopResponse;
      };
    };
  };
}
export interface ContainerTop_1_40Operation {
  parameters: {
    query?: {
      /** Arguments for `ps`, split at spaces. The output must have a PID column. */
      ps_args?: string;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerTopResult;
      };
    };
  };
}
export interface ContainerUnpauseOperation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface ContainerUpdateOperation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerUpdateBody;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerUpdateResponse;
      };
    };
  };
}
export interface ContainerUpdate_1_40Operation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerUpdateBody_1_40;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerUpdateResult;
      };
    };
  };
}
export interface ContainerUpdate_1_42Operation {
  parameters: {
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ContainerUpdateBody;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerUpdateResult;
      };
    };
  };
}
export interface ContainerWaitOperation {
  parameters: {
    query?: {
      /** `not-running` settles at once for a stopped container, `next-exit` at the next stop, `removed` when it is gone. */
      condition?: "not-running" | "next-exit" | "removed";
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerWaitResponse;
      };
    };
  };
}
export interface ContainerWait_1_40Operation {
  parameters: {
    query?: {
      /** `not-running` settles at once for a stopped container, `next-exit` at the next stop, `removed` when it is gone. */
      condition?: "not-running" | "next-exit" | "removed";
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ContainerWaitResponse_1_40;
      };
    };
  };
}
export interface DistributionInspectOperation {
  parameters: {
    header?: {
      /** Credentials for the registry; the question is anonymous without them. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** Name of the image with its tag or digest. It need not be on the engine. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": DistributionInspect;
      };
    };
  };
}
export interface DistributionInspect_1_40Operation {
  parameters: {
    header?: {
      /** Credentials for the registry; the question is anonymous without them. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** Name of the image with its tag or digest. It need not be on the engine. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": DistributionInspect_1_40;
      };
    };
  };
}
export interface ExecInspectOperation {
  parameters: {
    path: {
      /** The id that creating the exec gave. The engine forgets it some minutes after the end. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ExecInspectResult;
      };
    };
  };
}
export interface ExecResizeOperation {
  parameters: {
    query: {
      /** Height of the terminal, in rows of characters. */
      h: number;
      /** Width of the terminal, in columns of characters. */
      w: number;
    };
    path: {
      /** The id that creating the exec gave. Names do not work here. */
      id: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface ExecStartOperation {
  parameters: {
    path: {
      /** The id that creating the exec gave. Names do not work here. */
      id: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": ExecStartBody;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ExecStart_1_40Operation {
  parameters: {
    path: {
      /** The id that creating the exec gave. Names do not work here. */
      id: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": ExecStartBody_1_40;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface GetPluginPrivilegesOperation {
  parameters: {
    query: {
      /** Name of the plugin in its registry; the tag is `latest` without one. */
      remote: string;
    };
    header?: {
      /** Credentials for the registry; the question is anonymous without them. */
      "X-Registry-Auth"?: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": PluginPrivilegeOutput[];
      };
    };
  };
}
export interface ImageBuildOperation {
  parameters: {
    query?: {
      /** Where the Dockerfile is in the context. */
      dockerfile?: string;
      /** Name for the image, like `app:1`; the tag is `latest` without one. Several names are fine. */
      t?: string[];
      /** Line for `/etc/hosts` while RUN steps work, as `host:address`. Several are fine. */
      extrahosts?: string[];
      /** URL of a context that the engine fetches itself, and no body is sent. Takes Git, a tar or a lone Dockerfile. */
      remote?: string;
      /** Gives only the id of the image, no log. */
      q?: boolean;
      /** Runs every step anew. */
      nocache?: boolean;
      /** Images whose layers may serve as cache. */
      cachefrom?: string[];
      /** With `1` or `true`, asks the registry for newer base images even where one is already here. */
      pull?: boolean;
      /** Deletes the containers of the steps when the build succeeds. For the classic builder. */
      rm?: boolean;
      /** Deletes the containers of the steps when the build fails, too. For the classic builder. */
      forcerm?: boolean;
      /** Memory for each step, in bytes; 0 sets no limit. For the classic builder. */
      memory?: number;
      /** Memory and swap together for each step, in bytes; -1 leaves swap unlimited. For the classic builder. */
      memswap?: number;
      /** Weight of each step against other containers, where 1024 is normal. For the classic builder. */
      cpushares?: number;
      /** Cores that steps may use, by number, like `0-2,5`. For the classic builder. */
      cpusetcpus?: string;
      /** Span over which CPU time is rationed, in microseconds. For the classic builder. */
      cpuperiod?: number;
      /** CPU time for steps in each `cpuPeriod`, in microseconds; 0 sets no limit. For the classic builder. */
      cpuquota?: number;
      /** Values for the ARG lines of the Dockerfile, by name. They stay readable in the image's history, so no secrets. */
      buildargs?: {
        [key: string]: string | null;
      };
      /** Bytes for `/dev/shm` in each step; 0 leaves it to the engine. */
      shmsize?: number;
      /** Merges the new layers into one. For the classic builder with experimental features on. */
      squash?: boolean;
      /** Labels for the image, by name, beside those in the Dockerfile. */
      labels?: {
        [key: string]: string;
      };
      /** Network for RUN steps: `host`, `none`, `container:web`, or the name of a network. BuildKit knows only the first two. */
      networkmode?: string;
      /** What to build for, like `linux/arm64`; the engine's own platform without it. */
      platform?: string;
      /** Stage of the Dockerfile to build; the last one without it. */
      target?: string;
      /** BuildKit exporters as JSON, like `[{"Type":"tar"}]`. Those that write to your side need a `session`. */
      outputs?: {
        Type: string;
        Attrs?: {
          [key: string]: string;
        };
      }[];
      /** `1` is the classic builder, `2` is BuildKit, whose progress comes as encoded protobuf. */
      version?: "1" | "2";
      /** Id of your choice, by which `POST /build/cancel` stops a BuildKit build. */
      buildid?: string;
      /** Id of an open session that gives BuildKit secrets, SSH agents, credentials and files. */
      session?: string;
      /** Parent cgroup for the containers of the steps. */
      cgroupparent?: string;
      /** Memory nodes that steps may use, by number, like `0,1`. For the classic builder. */
      cpusetmems?: string;
      /** How Windows separates the steps, `process` or `hyperv`. Linux takes only `default`. */
      isolation?: "default" | "process" | "hyperv";
      /** Security options for the steps, as a JSON list. Only Windows engines take them. */
      securityopt?: string[];
      /** Process limits for the steps as JSON, like `[{"Name":"nproc","Soft":64,"Hard":128}]`. */
      ulimits?: {
        Name: string;
        Soft?: number;
        Hard?: number;
      }[];
    };
    header?: {
      /** Credentials for private base images, by registry host. */
      "X-Registry-Config"?: string;
    };
  };
  requestBody?: {
    content: {
      "application/x-tar": TarSource;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageCommitOperation {
  parameters: {
    query?: {
      /** The container's name or id, or the beginning of its id. */
      container?: string;
      /** Name for the image; it has only an id without one. */
      repo?: string;
      /** Tag for the image; `latest` without it. */
      tag?: string;
      /** Note for the history of the image. */
      comment?: string;
      /** Who made the image, like `Ada <ada@example.com>`. */
      author?: string;
      /** Freezes the container while its files are read, so that they fit together. */
      pause?: boolean;
      /** Dockerfile line to apply to the image, like `CMD ["sh"]`. Several are fine. */
      changes?: string[];
    };
  };
  requestBody?: {
    content: {
      "application/json": ContainerConfig;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": IDResponse;
      };
    };
  };
}
export interface ImageCommit_1_40Operation {
  parameters: {
    query?: {
      /** The container's name or id, or the beginning of its id. */
      container?: string;
      /** Name for the image; it has only an id without one. */
      repo?: string;
      /** Tag for the image; `latest` without it. */
      tag?: string;
      /** Note for the history of the image. */
      comment?: string;
      /** Who made the image, like `Ada <ada@example.com>`. */
      author?: string;
      /** Freezes the container while its files are read, so that they fit together. */
      pause?: boolean;
      /** Dockerfile line to apply to the image, like `CMD ["sh"]`. Several are fine. */
      changes?: string[];
    };
  };
  requestBody?: {
    content: {
      "application/json": ContainerConfig_1_40;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": IdResponse;
      };
    };
  };
}
export interface ImageCommit_1_44Operation {
  parameters: {
    query?: {
      /** The container's name or id, or the beginning of its id. */
      container?: string;
      /** Name for the image; it has only an id without one. */
      repo?: string;
      /** Tag for the image; `latest` without it. */
      tag?: string;
      /** Note for the history of the image. */
      comment?: string;
      /** Who made the image, like `Ada <ada@example.com>`. */
      author?: string;
      /** Freezes the container while its files are read, so that they fit together. */
      pause?: boolean;
      /** Dockerfile line to apply to the image, like `CMD ["sh"]`. Several are fine. */
      changes?: string[];
    };
  };
  requestBody?: {
    content: {
      "application/json": ContainerConfig_1_44;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": IdResponse;
      };
    };
  };
}
export interface ImageCommit_1_45Operation {
  parameters: {
    query?: {
      /** The container's name or id, or the beginning of its id. */
      container?: string;
      /** Name for the image; it has only an id without one. */
      repo?: string;
      /** Tag for the image; `latest` without it. */
      tag?: string;
      /** Note for the history of the image. */
      comment?: string;
      /** Who made the image, like `Ada <ada@example.com>`. */
      author?: string;
      /** Freezes the container while its files are read, so that they fit together. */
      pause?: boolean;
      /** Dockerfile line to apply to the image, like `CMD ["sh"]`. Several are fine. */
      changes?: string[];
    };
  };
  requestBody?: {
    content: {
      "application/json": ContainerConfig;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": IdResponse;
      };
    };
  };
}
export interface ImageCreateOperation {
  parameters: {
    query?: {
      /** Image to pull, by name with or without a tag or digest. */
      fromImage?: string;
      /** What to import, either a URL that the engine fetches or `-` for the body. */
      fromSrc?: string;
      /** Name for the imported image; it has only an id without one. */
      repo?: string;
      /** Tag or digest to pull, or tag for the import. A pull with no tag anywhere takes every tag of the repository. */
      tag?: string;
      /** Note for the history of the imported image. */
      message?: string;
      /** Dockerfile line to apply to the import, like `CMD ["sh"]`. Several are fine. */
      changes?: string[];
      /** Variant to pull, like `linux/arm64`, or what the import is made for; the engine's own platform without it. */
      platform?: string;
    };
    header?: {
      /** Credentials for the registry; the pull is anonymous without them. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody?: {
    content: {
      "application/x-tar": TarSource;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageDeleteOperation {
  parameters: {
    query?: {
      /** Goes ahead although stopped containers are based on it or it has several names. */
      force?: boolean;
      /** Keeps the parents that have no name and would go with it. */
      noprune?: boolean;
      /** Deletes only the content for these platforms. Only with the containerd image store. */
      platforms?: OCIPlatform[];
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. An id named in several repositories needs `force`. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageDeleteResponseItem[];
      };
    };
  };
}
export interface ImageDelete_1_40Operation {
  parameters: {
    query?: {
      /** Goes ahead although stopped containers are based on it or it has several names. */
      force?: boolean;
      /** Keeps the parents that have no name and would go with it. */
      noprune?: boolean;
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. An id named in several repositories needs `force`. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageDeleteResponseItem[];
      };
    };
  };
}
export interface ImageGetOperation {
  parameters: {
    query?: {
      /** The only variant to save; every variant that is here is saved without it. */
      platform?: OCIPlatform;
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. An id saves the image without its names. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageGetAllOperation {
  parameters: {
    query?: {
      /** Names or ids of the images. A name without a tag saves all its tags. */
      names?: string[];
      /** The only variant to save; every variant that is here is saved without it. */
      platform?: OCIPlatform;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageGetAll_1_40Operation {
  parameters: {
    query?: {
      /** Names or ids of the images. A name without a tag saves all its tags. */
      names?: string[];
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageGet_1_40Operation {
  parameters: {
    path: {
      /** The image's name, digest or id, or the beginning of its id. An id saves the image without its names. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageHistoryOperation {
  parameters: {
    query?: {
      /** Which variant to read; without it one that is here, the engine's own platform first. */
      platform?: OCIPlatform;
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageHistoryResultItem[] | null;
      };
    };
  };
}
export interface ImageHistory_1_40Operation {
  parameters: {
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageHistoryResultItem[] | null;
      };
    };
  };
}
export interface ImageInspectOperation {
  parameters: {
    query?: {
      /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. */
      manifests?: boolean;
      /** Which variant to read; without it one that is here, the engine's own platform first. */
      platform?: OCIPlatform;
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect;
      };
    };
  };
}
export interface ImageInspect_1_40Operation {
  parameters: {
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect_1_40;
      };
    };
  };
}
export interface ImageInspect_1_43Operation {
  parameters: {
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect_1_43;
      };
    };
  };
}
export interface ImageInspect_1_44Operation {
  parameters: {
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect_1_44;
      };
    };
  };
}
export interface ImageInspect_1_45Operation {
  parameters: {
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect_1_45;
      };
    };
  };
}
export interface ImageInspect_1_47Operation {
  parameters: {
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect_1_47;
      };
    };
  };
}
export interface ImageInspect_1_48Operation {
  parameters: {
    query?: {
      /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. */
      manifests?: boolean;
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect_1_48;
      };
    };
  };
}
export interface ImageInspect_1_49Operation {
  parameters: {
    query?: {
      /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. */
      manifests?: boolean;
      /** Which variant to read; without it one that is here, the engine's own platform first. */
      platform?: OCIPlatform;
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageInspect_1_48;
      };
    };
  };
}
export interface ImageListOperation {
  parameters: {
    query?: {
      /** Also the intermediate images that the classic builder leaves behind. */
      all?: boolean;
      /** Only images that match. */
      filters?: ImageListFilters;
      /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. */
      "shared-size"?: boolean;
      /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. */
      manifests?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSummary[];
      };
    };
  };
}
export interface ImageList_1_40Operation {
  parameters: {
    query?: {
      /** Also the intermediate images that the classic builder leaves behind. */
      all?: boolean;
      /** Only images that match. */
      filters?: ImageListFilters_1_40;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSummary_1_40[];
      };
    };
  };
}
export interface ImageList_1_42Operation {
  parameters: {
    query?: {
      /** Also the intermediate images that the classic builder leaves behind. */
      all?: boolean;
      /** Only images that match. */
      filters?: ImageListFilters_1_40;
      /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. */
      "shared-size"?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSummary_1_40[];
      };
    };
  };
}
export interface ImageList_1_43Operation {
  parameters: {
    query?: {
      /** Also the intermediate images that the classic builder leaves behind. */
      all?: boolean;
      /** Only images that match. */
      filters?: ImageListFilters_1_40;
      /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. */
      "shared-size"?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSummary_1_43[];
      };
    };
  };
}
export interface ImageList_1_44Operation {
  parameters: {
    query?: {
      /** Also the intermediate images that the classic builder leaves behind. */
      all?: boolean;
      /** Only images that match. */
      filters?: ImageListFilters;
      /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. */
      "shared-size"?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSummary_1_44[];
      };
    };
  };
}
export interface ImageList_1_47Operation {
  parameters: {
    query?: {
      /** Also the intermediate images that the classic builder leaves behind. */
      all?: boolean;
      /** Only images that match. */
      filters?: ImageListFilters;
      /** Adds `SharedSize`, the bytes in layers that other images use too. Slow; without it the field is -1. */
      "shared-size"?: boolean;
      /** Adds `Manifests`, one entry for each platform. Only the containerd image store fills it. */
      manifests?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSummary_1_47[];
      };
    };
  };
}
export interface ImageLoadOperation {
  parameters: {
    query?: {
      /** Leaves out the progress; the names of what was loaded still come. */
      quiet?: boolean;
      /** The only variant to load; every variant in the tar is loaded without it. */
      platform?: OCIPlatform;
    };
  };
  requestBody: {
    content: {
      "application/x-tar": TarSource;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageLoad_1_40Operation {
  parameters: {
    query?: {
      /** Leaves out the progress; the names of what was loaded still come. */
      quiet?: boolean;
    };
  };
  requestBody: {
    content: {
      "application/x-tar": TarSource;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImagePruneOperation {
  parameters: {
    query?: {
      /** Which images may go. Only those without a name do, unless `dangling` is `false`. */
      filters?: ImagePruneFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImagePruneResult;
      };
    };
  };
}
export interface ImagePushOperation {
  parameters: {
    query?: {
      /** The only tag to push; every local tag of the name goes without it. */
      tag?: string;
      /** The only variant to push; every variant that is here goes without it. */
      platform?: OCIPlatform;
    };
    header?: {
      /** Credentials for the registry. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** Name of a local image with its registry, as in `registry.example/app`, never an id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImagePush_1_40Operation {
  parameters: {
    query?: {
      /** The only tag to push; every local tag of the name goes without it. */
      tag?: string;
    };
    header?: {
      /** Credentials for the registry. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** Name of a local image with its registry, as in `registry.example/app`, never an id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImagePush_1_46Operation {
  parameters: {
    query?: {
      /** The only tag to push; every local tag of the name goes without it. */
      tag?: string;
      /** The only variant to push; every variant that is here goes without it. */
      platform?: OCIPlatform;
    };
    header?: {
      /** Credentials for the registry. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** Name of a local image with its registry, as in `registry.example/app`, never an id. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ImageSearchOperation {
  parameters: {
    query: {
      /** Words to look for in names and descriptions. */
      term: string;
      /** The most results to give, up to 100. */
      limit?: number;
      /** Only results that match. */
      filters?: ImageSearchFilters;
    };
    header?: {
      /** Credentials for the registry; they let you find private images. */
      "X-Registry-Auth"?: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSearchResultItem[];
      };
    };
  };
}
export interface ImageSearch_1_40Operation {
  parameters: {
    query: {
      /** Words to look for in names and descriptions. */
      term: string;
      /** The most results to give, up to 100. */
      limit?: number;
      /** Only results that match. */
      filters?: ImageSearchFilters_1_40;
    };
    header?: {
      /** Credentials for the registry; they let you find private images. */
      "X-Registry-Auth"?: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ImageSearchResultItem[];
      };
    };
  };
}
export interface ImageTagOperation {
  parameters: {
    query?: {
      /** The new name without its tag, as in `registry.example/app`. */
      repo?: string;
      /** The tag of the new name; `latest` without it. */
      tag?: string;
    };
    path: {
      /** The image's name, digest or id, or the beginning of its id. */
      name: string;
    };
  };
  responses: {
    201: {};
  };
}
export interface NetworkConnectOperation {
  parameters: {
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": NetworkConnectBody;
    };
  };
  responses: {
    200: {};
  };
}
export interface NetworkConnect_1_40Operation {
  parameters: {
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": NetworkConnectBody_1_40;
    };
  };
  responses: {
    200: {};
  };
}
export interface NetworkConnect_1_44Operation {
  parameters: {
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": NetworkConnectBody_1_44;
    };
  };
  responses: {
    200: {};
  };
}
export interface NetworkCreateOperation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": NetworkCreateBody;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": NetworkCreateResponse;
      };
    };
  };
}
export interface NetworkCreate_1_40Operation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": NetworkCreateBody_1_40;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": NetworkCreateResult;
      };
    };
  };
}
export interface NetworkCreate_1_41Operation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": NetworkCreateBody_1_41;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": NetworkCreateResult;
      };
    };
  };
}
export interface NetworkCreate_1_46Operation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": NetworkCreateBody_1_46;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": NetworkCreateResponse;
      };
    };
  };
}
export interface NetworkDeleteOperation {
  parameters: {
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface NetworkDisconnectOperation {
  parameters: {
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": NetworkDisconnectBody;
    };
  };
  responses: {
    200: {};
  };
}
export interface NetworkInspectOperation {
  parameters: {
    query?: {
      /** Adds the services and tasks that use the network on any node of the swarm. */
      verbose?: boolean;
      /** Looks only among networks of this reach, `local`, `global` or `swarm`, where a name stands for several. */
      scope?: string;
    };
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network;
      };
    };
  };
}
export interface NetworkInspect_1_40Operation {
  parameters: {
    query?: {
      /** Adds the services and tasks that use the network on any node of the swarm. */
      verbose?: boolean;
      /** Looks only among networks of this reach, `local`, `global` or `swarm`, where a name stands for several. */
      scope?: string;
    };
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network_1_40;
      };
    };
  };
}
export interface NetworkInspect_1_41Operation {
  parameters: {
    query?: {
      /** Adds the services and tasks that use the network on any node of the swarm. */
      verbose?: boolean;
      /** Looks only among networks of this reach, `local`, `global` or `swarm`, where a name stands for several. */
      scope?: string;
    };
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network_1_41;
      };
    };
  };
}
export interface NetworkInspect_1_47Operation {
  parameters: {
    query?: {
      /** Adds the services and tasks that use the network on any node of the swarm. */
      verbose?: boolean;
      /** Looks only among networks of this reach, `local`, `global` or `swarm`, where a name stands for several. */
      scope?: string;
    };
    path: {
      /** The network's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network_1_47;
      };
    };
  };
}
export interface NetworkListOperation {
  parameters: {
    query?: {
      /** Only networks that match. */
      filters?: NetworkListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network[];
      };
    };
  };
}
export interface NetworkList_1_40Operation {
  parameters: {
    query?: {
      /** Only networks that match. */
      filters?: NetworkListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network_1_40[];
      };
    };
  };
}
export interface NetworkList_1_41Operation {
  parameters: {
    query?: {
      /** Only networks that match. */
      filters?: NetworkListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network_1_41[];
      };
    };
  };
}
export interface NetworkList_1_47Operation {
  parameters: {
    query?: {
      /** Only networks that match. */
      filters?: NetworkListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Network_1_47[];
      };
    };
  };
}
export interface NetworkPruneOperation {
  parameters: {
    query?: {
      /** Only networks that match. */
      filters?: NetworkPruneFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": NetworkPruneResult;
      };
    };
  };
}
export interface NodeDeleteOperation {
  parameters: {
    query?: {
      /** Also a worker that is still up. It is not told, and can no longer take part. */
      force?: boolean;
    };
    path: {
      /** The node's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface NodeInspectOperation {
  parameters: {
    path: {
      /** The node's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Node;
      };
    };
  };
}
export interface NodeInspect_1_40Operation {
  parameters: {
    path: {
      /** The node's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Node_1_40;
      };
    };
  };
}
export interface NodeListOperation {
  parameters: {
    query?: {
      /** Only nodes that match. */
      filters?: NodeListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Node[];
      };
    };
  };
}
export interface NodeList_1_40Operation {
  parameters: {
    query?: {
      /** Only nodes that match. */
      filters?: NodeListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Node_1_40[];
      };
    };
  };
}
export interface NodeUpdateOperation {
  parameters: {
    query: {
      /** `Version.Index` of the node as last read; the update fails if someone changed the node since. */
      version: number;
    };
    path: {
      /** The node's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": NodeSpec;
    };
  };
  responses: {
    200: {};
  };
}
export interface PluginCreateOperation {
  parameters: {
    query: {
      /** Name for the plugin; the tag is `latest` without one. */
      name: string;
    };
  };
  requestBody: {
    content: {
      "application/x-tar": TarSource;
    };
  };
  responses: {
    204: {};
  };
}
export interface PluginDeleteOperation {
  parameters: {
    query?: {
      /** Also deletes one that is enabled or in use, and what depends on it may break. */
      force?: boolean;
    };
    path: {
      /** The plugin's name on this engine, or its id. A name without a tag has `latest`. */
      name: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface PluginDisableOperation {
  parameters: {
    query?: {
      /** Stops it although volumes, networks or containers depend on it. */
      force?: boolean;
    };
    path: {
      /** The plugin's name on this engine, or its id. A name without a tag has `latest`. */
      name: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface PluginEnableOperation {
  parameters: {
    query: {
      /** Seconds that the engine waits for an answer of the plugin; 0 sets no limit. */
      timeout: number;
    };
    path: {
      /** The plugin's name on this engine, or its id. A name without a tag has `latest`. */
      name: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface PluginInspectOperation {
  parameters: {
    path: {
      /** The plugin's name on this engine, or its id. A name without a tag has `latest`. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Plugin;
      };
    };
  };
}
export interface PluginListOperation {
  parameters: {
    query?: {
      /** Only plugins that match. */
      filters?: PluginListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Plugin[];
      };
    };
  };
}
export interface PluginPullOperation {
  parameters: {
    query: {
      /** Name of the plugin in its registry; the tag is `latest` without one. */
      remote: string;
      /** Name it has on this engine; the same as `remote` without it. */
      name?: string;
    };
    header?: {
      /** Credentials for the registry; the pull is anonymous without them. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": PluginPrivilege[];
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface PluginPushOperation {
  parameters: {
    header?: {
      /** Credentials for the registry. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The plugin's name on this engine, with its registry. A name without a tag has `latest`. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface PluginPush_1_40Operation {
  parameters: {
    header?: {
      /** Credentials for the registry. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The plugin's name on this engine, with its registry. A name without a tag has `latest`. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface PluginSetOperation {
  parameters: {
    path: {
      /** The plugin's name on this engine, or its id. A name without a tag has `latest`. */
      name: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": string[];
    };
  };
  responses: {
    204: {};
  };
}
export interface PluginUpgradeOperation {
  parameters: {
    query: {
      /** Name of the new version in its registry; the tag is `latest` without one. */
      remote: string;
    };
    header?: {
      /** Credentials for the registry; the pull is anonymous without them. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The plugin's name on this engine, or its id. A name without a tag has `latest`. */
      name: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": PluginPrivilege[];
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface PutContainerArchiveOperation {
  parameters: {
    query: {
      /** Folder to unpack into, which must exist; a relative path starts at `/`. */
      path: string;
      /** With `1` or `true`, fails where a file would take a folder's place or a folder a file's. */
      noOverwriteDirNonDir?: boolean;
      /** With `1` or `true`, all files go to the user the container runs as, and not to the owners in the tar. */
      copyUIDGID?: boolean;
    };
    path: {
      /** The container's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/x-tar": TarSource;
    };
  };
  responses: {
    200: {};
  };
}
export interface SecretCreateOperation {
  parameters: {};
  requestBody?: {
    content: {
      "application/json": SecretSpec;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": SecretCreateResult;
      };
    };
  };
}
export interface SecretDeleteOperation {
  parameters: {
    path: {
      /** The secret's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface SecretInspectOperation {
  parameters: {
    path: {
      /** The secret's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Secret;
      };
    };
  };
}
export interface SecretListOperation {
  parameters: {
    query?: {
      /** Only secrets that match. */
      filters?: SecretListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Secret[];
      };
    };
  };
}
export interface SecretUpdateOperation {
  parameters: {
    query: {
      /** `Version.Index` of the secret as last read; the update fails if someone changed the secret since. */
      version: number;
    };
    path: {
      /** The secret's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": SecretSpec;
    };
  };
  responses: {
    200: {};
  };
}
export interface ServiceCreateOperation {
  parameters: {
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ServiceCreateResponse;
      };
    };
  };
}
export interface ServiceCreate_1_40Operation {
  parameters: {
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_40;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ServiceCreateResult;
      };
    };
  };
}
export interface ServiceCreate_1_41Operation {
  parameters: {
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_41;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ServiceCreateResult;
      };
    };
  };
}
export interface ServiceCreate_1_42Operation {
  parameters: {
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_42;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ServiceCreateResult;
      };
    };
  };
}
export interface ServiceCreate_1_44Operation {
  parameters: {
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_44;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ServiceCreateResponse;
      };
    };
  };
}
export interface ServiceCreate_1_45Operation {
  parameters: {
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_45;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ServiceCreateResponse;
      };
    };
  };
}
export interface ServiceCreate_1_46Operation {
  parameters: {
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_46;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": ServiceCreateResponse;
      };
    };
  };
}
export interface ServiceDeleteOperation {
  parameters: {
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {};
  };
}
export interface ServiceInspectOperation {
  parameters: {
    query?: {
      /** Fills in what the swarm assumes where the spec says nothing. */
      insertDefaults?: boolean;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service;
      };
    };
  };
}
export interface ServiceInspect_1_40Operation {
  parameters: {
    query?: {
      /** Fills in what the swarm assumes where the spec says nothing. */
      insertDefaults?: boolean;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_40;
      };
    };
  };
}
export interface ServiceInspect_1_41Operation {
  parameters: {
    query?: {
      /** Fills in what the swarm assumes where the spec says nothing. */
      insertDefaults?: boolean;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_41;
      };
    };
  };
}
export interface ServiceInspect_1_42Operation {
  parameters: {
    query?: {
      /** Fills in what the swarm assumes where the spec says nothing. */
      insertDefaults?: boolean;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_42;
      };
    };
  };
}
export interface ServiceInspect_1_44Operation {
  parameters: {
    query?: {
      /** Fills in what the swarm assumes where the spec says nothing. */
      insertDefaults?: boolean;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_44;
      };
    };
  };
}
export interface ServiceInspect_1_45Operation {
  parameters: {
    query?: {
      /** Fills in what the swarm assumes where the spec says nothing. */
      insertDefaults?: boolean;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_45;
      };
    };
  };
}
export interface ServiceInspect_1_46Operation {
  parameters: {
    query?: {
      /** Fills in what the swarm assumes where the spec says nothing. */
      insertDefaults?: boolean;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_46;
      };
    };
  };
}
export interface ServiceListOperation {
  parameters: {
    query?: {
      /** Only services that match. */
      filters?: ServiceListFilters;
      /** Adds `ServiceStatus`, how many tasks run and how many should. */
      status?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service[];
      };
    };
  };
}
export interface ServiceList_1_40Operation {
  parameters: {
    query?: {
      /** Only services that match. */
      filters?: ServiceListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_40[];
      };
    };
  };
}
export interface ServiceList_1_41Operation {
  parameters: {
    query?: {
      /** Only services that match. */
      filters?: ServiceListFilters;
      /** Adds `ServiceStatus`, how many tasks run and how many should. */
      status?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_41[];
      };
    };
  };
}
export interface ServiceList_1_42Operation {
  parameters: {
    query?: {
      /** Only services that match. */
      filters?: ServiceListFilters;
      /** Adds `ServiceStatus`, how many tasks run and how many should. */
      status?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_42[];
      };
    };
  };
}
export interface ServiceList_1_44Operation {
  parameters: {
    query?: {
      /** Only services that match. */
      filters?: ServiceListFilters;
      /** Adds `ServiceStatus`, how many tasks run and how many should. */
      status?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_44[];
      };
    };
  };
}
export interface ServiceList_1_45Operation {
  parameters: {
    query?: {
      /** Only services that match. */
      filters?: ServiceListFilters;
      /** Adds `ServiceStatus`, how many tasks run and how many should. */
      status?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_45[];
      };
    };
  };
}
export interface ServiceList_1_46Operation {
  parameters: {
    query?: {
      /** Only services that match. */
      filters?: ServiceListFilters;
      /** Adds `ServiceStatus`, how many tasks run and how many should. */
      status?: boolean;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Service_1_46[];
      };
    };
  };
}
export interface ServiceLogsOperation {
  parameters: {
    query?: {
      /** Puts the ids of node, service and task, and what the log driver was told to keep, in front of each line. */
      details?: boolean;
      /** Stays open for new output, also of tasks that start later. */
      follow?: boolean;
      /** What the tasks wrote to stdout. */
      stdout?: boolean;
      /** What the tasks wrote to stderr. Tasks with a TTY have everything in stdout. */
      stderr?: boolean;
      /** Leaves out lines older than this Unix time, in seconds. 0 leaves out nothing. */
      since?: Time;
      /** Puts the time of each line in front of it, in RFC 3339 with nanoseconds. */
      timestamps?: boolean;
      /** How many lines to give of each task, counted from the end, or `all`. `0` skips the past, for use with `follow`. */
      tail?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface ServiceUpdateOperation {
  parameters: {
    query: {
      /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
      version: number;
      /** Where kept credentials are taken from when none are sent, the present spec or the one before. */
      registryAuthFrom?: "spec" | "previous-spec";
      /** With `previous` the service gets back the spec it had before, whatever the body says. */
      rollback?: "previous" | "none";
    };
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ServiceUpdateResponse;
      };
    };
  };
}
export interface ServiceUpdate_1_40Operation {
  parameters: {
    query: {
      /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
      version: number;
      /** Where kept credentials are taken from when none are sent, the present spec or the one before. */
      registryAuthFrom?: "spec" | "previous-spec";
      /** With `previous` the service gets back the spec it had before, whatever the body says. */
      rollback?: "previous" | "none";
    };
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_40;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ServiceUpdateResponse;
      };
    };
  };
}
export interface ServiceUpdate_1_41Operation {
  parameters: {
    query: {
      /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
      version: number;
      /** Where kept credentials are taken from when none are sent, the present spec or the one before. */
      registryAuthFrom?: "spec" | "previous-spec";
      /** With `previous` the service gets back the spec it had before, whatever the body says. */
      rollback?: "previous" | "none";
    };
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_41;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ServiceUpdateResponse;
      };
    };
  };
}
export interface ServiceUpdate_1_42Operation {
  parameters: {
    query: {
      /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
      version: number;
      /** Where kept credentials are taken from when none are sent, the present spec or the one before. */
      registryAuthFrom?: "spec" | "previous-spec";
      /** With `previous` the service gets back the spec it had before, whatever the body says. */
      rollback?: "previous" | "none";
    };
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_42;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ServiceUpdateResponse;
      };
    };
  };
}
export interface ServiceUpdate_1_44Operation {
  parameters: {
    query: {
      /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
      version: number;
      /** Where kept credentials are taken from when none are sent, the present spec or the one before. */
      registryAuthFrom?: "spec" | "previous-spec";
      /** With `previous` the service gets back the spec it had before, whatever the body says. */
      rollback?: "previous" | "none";
    };
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_44;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ServiceUpdateResponse;
      };
    };
  };
}
export interface ServiceUpdate_1_45Operation {
  parameters: {
    query: {
      /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
      version: number;
      /** Where kept credentials are taken from when none are sent, the present spec or the one before. */
      registryAuthFrom?: "spec" | "previous-spec";
      /** With `previous` the service gets back the spec it had before, whatever the body says. */
      rollback?: "previous" | "none";
    };
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_45;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ServiceUpdateResponse;
      };
    };
  };
}
export interface ServiceUpdate_1_46Operation {
  parameters: {
    query: {
      /** `Version.Index` of the service as last read; the update fails if someone changed the service since. */
      version: number;
      /** Where kept credentials are taken from when none are sent, the present spec or the one before. */
      registryAuthFrom?: "spec" | "previous-spec";
      /** With `previous` the service gets back the spec it had before, whatever the body says. */
      rollback?: "previous" | "none";
    };
    header?: {
      /** Credentials that the nodes use to pull the image; the swarm keeps them with the service. */
      "X-Registry-Auth"?: string;
    };
    path: {
      /** The service's name or id, or the beginning of its id. */
      id: string;
    };
  };
  requestBody: {
    content: {
      "application/json": ServiceSpec_1_46;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": ServiceUpdateResponse;
      };
    };
  };
}
export interface SessionOperation {
  parameters: {};
  responses: {
    101: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface SwarmInitOperation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": SwarmInitBody;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": string;
      };
    };
  };
}
export interface SwarmInspectOperation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": Swarm;
      };
    };
  };
}
export interface SwarmJoinOperation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": SwarmJoinBody;
    };
  };
  responses: {
    200: {};
  };
}
export interface SwarmLeaveOperation {
  parameters: {
    query?: {
      /** Leaves as a manager too, though the swarm may lose its quorum or all its state. */
      force?: boolean;
    };
  };
  responses: {
    200: {};
  };
}
export interface SwarmUnlockOperation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": SwarmUnlockBody;
    };
  };
  responses: {
    200: {};
  };
}
export interface SwarmUnlockkeyOperation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SwarmUnlockkeyResult;
      };
    };
  };
}
export interface SwarmUpdateOperation {
  parameters: {
    query: {
      /** `Version.Index` of the swarm as last read; the update fails if someone changed the swarm since. */
      version: number;
      /** Makes the workers' join token anew. The old one stops working, nodes that have joined stay. */
      rotateWorkerToken?: boolean;
      /** Makes the managers' join token anew. The old one stops working, nodes that have joined stay. */
      rotateManagerToken?: boolean;
      /** Makes the key anew that unlocks managers after a restart. */
      rotateManagerUnlockKey?: boolean;
    };
  };
  requestBody: {
    content: {
      "application/json": SwarmSpec;
    };
  };
  responses: {
    200: {};
  };
}
export interface SystemAuthOperation {
  parameters: {};
  requestBody?: {
    content: {
      "application/json": AuthConfig;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": SystemAuthResult;
      };
    };
  };
}
export interface SystemDataUsageOperation {
  parameters: {
    query?: {
      /** The only kinds of object to measure, which saves the time for the rest. */
      type?: ("container" | "image" | "volume" | "build-cache")[];
    };
  };
  responses: {
    200: {
      content: {
        "application/json": SystemDataUsageResult;
      };
    };
  };
}
export interface SystemDataUsage_1_40Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemDataUsageResult_1_40;
      };
    };
  };
}
export interface SystemDataUsage_1_42Operation {
  parameters: {
    query?: {
      /** The only kinds of object to measure, which saves the time for the rest. */
      type?: ("container" | "image" | "volume" | "build-cache")[];
    };
  };
  responses: {
    200: {
      content: {
        "application/json": SystemDataUsageResult_1_42;
      };
    };
  };
}
export interface SystemDataUsage_1_43Operation {
  parameters: {
    query?: {
      /** The only kinds of object to measure, which saves the time for the rest. */
      type?: ("container" | "image" | "volume" | "build-cache")[];
    };
  };
  responses: {
    200: {
      content: {
        "application/json": SystemDataUsageResult_1_43;
      };
    };
  };
}
export interface SystemDataUsage_1_44Operation {
  parameters: {
    query?: {
      /** The only kinds of object to measure, which saves the time for the rest. */
      type?: ("container" | "image" | "volume" | "build-cache")[];
    };
  };
  responses: {
    200: {
      content: {
        "application/json": SystemDataUsageResult_1_44;
      };
    };
  };
}
export interface SystemDataUsage_1_46Operation {
  parameters: {
    query?: {
      /** The only kinds of object to measure, which saves the time for the rest. */
      type?: ("container" | "image" | "volume" | "build-cache")[];
    };
  };
  responses: {
    200: {
      content: {
        "application/json": SystemDataUsageResult_1_46;
      };
    };
  };
}
export interface SystemDataUsage_1_47Operation {
  parameters: {
    query?: {
      /** The only kinds of object to measure, which saves the time for the rest. */
      type?: ("container" | "image" | "volume" | "build-cache")[];
    };
  };
  responses: {
    200: {
      content: {
        "application/json": SystemDataUsageResult_1_47;
      };
    };
  };
}
export interface SystemEventsOperation {
  parameters: {
    query?: {
      /** Begins with the past from this Unix time on, in seconds or parts of them. The engine remembers the last 256 events. */
      since?: Time;
      /** Ends at this Unix time, in seconds or parts of them. If it has passed, the answer ends after the past events. */
      until?: Time;
      /** Only events that match. */
      filters?: SystemEventsFilters;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface SystemInfoOperation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo;
      };
    };
  };
}
export interface SystemInfo_1_40Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo_1_40;
      };
    };
  };
}
export interface SystemInfo_1_41Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo_1_41;
      };
    };
  };
}
export interface SystemInfo_1_42Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo_1_42;
      };
    };
  };
}
export interface SystemInfo_1_44Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo_1_44;
      };
    };
  };
}
export interface SystemInfo_1_46Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo_1_46;
      };
    };
  };
}
export interface SystemInfo_1_47Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo_1_47;
      };
    };
  };
}
export interface SystemInfo_1_49Operation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemInfo_1_49;
      };
    };
  };
}
export interface SystemPingOperation {
  parameters: {};
  responses: {
    200: {
      content: {
        "text/plain": string;
      };
    };
  };
}
export interface SystemPingHeadOperation {
  parameters: {};
  responses: {
    200: {};
  };
}
export interface SystemVersionOperation {
  parameters: {};
  responses: {
    200: {
      content: {
        "application/json": SystemVersion;
      };
    };
  };
}
export interface TaskInspectOperation {
  parameters: {
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task;
      };
    };
  };
}
export interface TaskInspect_1_40Operation {
  parameters: {
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_40;
      };
    };
  };
}
export interface TaskInspect_1_41Operation {
  parameters: {
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_41;
      };
    };
  };
}
export interface TaskInspect_1_42Operation {
  parameters: {
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_42;
      };
    };
  };
}
export interface TaskInspect_1_44Operation {
  parameters: {
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_44;
      };
    };
  };
}
export interface TaskInspect_1_45Operation {
  parameters: {
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_45;
      };
    };
  };
}
export interface TaskInspect_1_46Operation {
  parameters: {
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_46;
      };
    };
  };
}
export interface TaskListOperation {
  parameters: {
    query?: {
      /** Only tasks that match. */
      filters?: TaskListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task[];
      };
    };
  };
}
export interface TaskList_1_40Operation {
  parameters: {
    query?: {
      /** Only tasks that match. */
      filters?: TaskListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_40[];
      };
    };
  };
}
export interface TaskList_1_41Operation {
  parameters: {
    query?: {
      /** Only tasks that match. */
      filters?: TaskListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_41[];
      };
    };
  };
}
export interface TaskList_1_42Operation {
  parameters: {
    query?: {
      /** Only tasks that match. */
      filters?: TaskListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_42[];
      };
    };
  };
}
export interface TaskList_1_44Operation {
  parameters: {
    query?: {
      /** Only tasks that match. */
      filters?: TaskListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_44[];
      };
    };
  };
}
export interface TaskList_1_45Operation {
  parameters: {
    query?: {
      /** Only tasks that match. */
      filters?: TaskListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_45[];
      };
    };
  };
}
export interface TaskList_1_46Operation {
  parameters: {
    query?: {
      /** Only tasks that match. */
      filters?: TaskListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Task_1_46[];
      };
    };
  };
}
export interface TaskLogsOperation {
  parameters: {
    query?: {
      /** Puts the ids of node, service and task, and what the log driver was told to keep, in front of each line. */
      details?: boolean;
      /** Stays open for new output until the task ends. */
      follow?: boolean;
      /** What the task wrote to stdout. */
      stdout?: boolean;
      /** What the task wrote to stderr. A task with a TTY has everything in stdout. */
      stderr?: boolean;
      /** Leaves out lines older than this Unix time, in seconds. 0 leaves out nothing. */
      since?: Time;
      /** Puts the time of each line in front of it, in RFC 3339 with nanoseconds. */
      timestamps?: boolean;
      /** How many lines to give, counted from the end, or `all`. `0` skips the past, for use with `follow`. */
      tail?: string;
    };
    path: {
      /** The task's id, or the beginning of it. */
      id: string;
    };
  };
  responses: {
    200: {
      content: {
        "*/*": AnswerStream;
      };
    };
  };
}
export interface VolumeCreateOperation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": VolumeCreateOptions;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": Volume;
      };
    };
  };
}
export interface VolumeCreate_1_40Operation {
  parameters: {};
  requestBody: {
    content: {
      "application/json": VolumeCreateOptions_1_40;
    };
  };
  responses: {
    201: {
      content: {
        "application/json": Volume_1_40;
      };
    };
  };
}
export interface VolumeDeleteOperation {
  parameters: {
    query?: {
      /** Succeeds for a volume that does not exist, and forgets one that its driver fails to delete. */
      force?: boolean;
    };
    path: {
      /** The volume's name in full, or the id of a cluster volume. */
      name: string;
    };
  };
  responses: {
    204: {};
  };
}
export interface VolumeInspectOperation {
  parameters: {
    path: {
      /** The volume's name in full, or the id of a cluster volume. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Volume;
      };
    };
  };
}
export interface VolumeInspect_1_40Operation {
  parameters: {
    path: {
      /** The volume's name in full, or the id of a cluster volume. */
      name: string;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": Volume_1_40;
      };
    };
  };
}
export interface VolumeListOperation {
  parameters: {
    query?: {
      /** Only volumes that match. */
      filters?: VolumeListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": VolumeListResponse;
      };
    };
  };
}
export interface VolumeList_1_40Operation {
  parameters: {
    query?: {
      /** Only volumes that match. */
      filters?: VolumeListFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": VolumeListResponse_1_40;
      };
    };
  };
}
export interface VolumePruneOperation {
  parameters: {
    query?: {
      /** Which volumes may go. From API 1.42 named ones stay unless `all` is `true`. */
      filters?: VolumePruneFilters;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": VolumePruneResult;
      };
    };
  };
}
export interface VolumePrune_1_40Operation {
  parameters: {
    query?: {
      /** Which volumes may go. From API 1.42 named ones stay unless `all` is `true`. */
      filters?: VolumePruneFilters_1_40;
    };
  };
  responses: {
    200: {
      content: {
        "application/json": VolumePruneResult;
      };
    };
  };
}
export interface VolumeUpdateOperation {
  parameters: {
    query: {
      /** `ClusterVolume.Version.Index` as last read; the update fails if someone changed the volume since. */
      version: number;
    };
    path: {
      /** The cluster volume's name or id. */
      name: string;
    };
  };
  requestBody?: {
    content: {
      "application/json": VolumeUpdateBody;
    };
  };
  responses: {
    200: {};
  };
}
/** Deletes build cache that is not in use, and tells the disk space won in bytes. Like `docker builder prune`. `POST /build/prune` */
export interface BuildPruneCall {
  options: BuildPruneOptions;
  body: undefined;
  result: BuildPruneResult;
}
/** Deletes build cache that is not in use, and tells the disk space won in bytes. Like `docker builder prune`. `POST /build/prune` */
export interface BuildPrune_1_40Call {
  options: BuildPruneOptions_1_40;
  body: undefined;
  result: BuildPruneResult;
}
/** Stores a config file in the swarm for services to mount. Like `docker config create`. `POST /configs/create` */
export interface ConfigCreateCall {
  options: undefined;
  body: ConfigSpec;
  result: ConfigCreateResult;
}
/** Deletes a config. One that a service uses is refused. Like `docker config rm`. `DELETE /configs/{id}` */
export interface ConfigDeleteCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Reads one config with its data in base64. Like `docker config inspect`. `GET /configs/{id}` */
export interface ConfigInspectCall {
  options: undefined;
  body: undefined;
  result: Config;
}
/** Lists the configs of the swarm with their data. Like `docker config ls`. `GET /configs` */
export interface ConfigListCall {
  options: ConfigListOptions;
  body: undefined;
  result: Config[];
}
/** Changes the labels of a config. The data stays for ever; make a new config for new data. `POST /configs/{id}/update` */
export interface ConfigUpdateCall {
  options: ConfigUpdateOptions;
  body: ConfigSpec;
  result: undefined;
}
/** Streams a file or folder of a container as a tar, stopped ones included. Like `docker cp`. `GET /containers/{id}/archive` */
export interface ContainerArchiveCall {
  options: ContainerArchiveOptions;
  body: undefined;
  result: undefined;
}
/** Reads the name, size, mode and time of one path in a container, stopped ones included. `HEAD /containers/{id}/archive` */
export interface ContainerArchiveInfoCall {
  options: ContainerArchiveInfoOptions;
  body: undefined;
  result: undefined;
}
/** Connects to the stdin, stdout and stderr of a container's main process. Like `docker attach`. `POST /containers/{id}/attach` */
export interface ContainerAttachCall {
  options: ContainerAttachOptions;
  body: undefined;
  result: undefined;
}
/** Attaches to a container over a WebSocket, in binary frames where stdout and stderr are mixed. Like `docker attach`. `GET /containers/{id}/attach/ws` */
export interface ContainerAttachWebsocketCall {
  options: ContainerAttachWebsocketOptions;
  body: undefined;
  result: undefined;
}
/** Attaches to a container over a WebSocket, in binary frames where stdout and stderr are mixed. Like `docker attach`. `GET /containers/{id}/attach/ws` */
export interface ContainerAttachWebsocket_1_40Call {
  options: ContainerAttachWebsocketOptions_1_40;
  body: undefined;
  result: undefined;
}
/** Lists the paths that a container has added, changed or deleted on top of its image. Like `docker diff`. `GET /containers/{id}/changes` */
export interface ContainerChangesCall {
  options: undefined;
  body: undefined;
  result: FilesystemChange[] | null;
}
/** Lists the paths that a container has added, changed or deleted on top of its image. Like `docker diff`. `GET /containers/{id}/changes` */
export interface ContainerChanges_1_40Call {
  options: undefined;
  body: undefined;
  result: ContainerChangesResultItem[] | null;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreateCall {
  options: ContainerCreateOptions;
  body: ContainerCreateBody;
  result: ContainerCreateResponse;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreate_1_40Call {
  options: ContainerCreateOptions_1_40;
  body: ContainerCreateBody_1_40;
  result: ContainerCreateResult;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreate_1_41Call {
  options: ContainerCreateOptions;
  body: ContainerCreateBody_1_41;
  result: ContainerCreateResult;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreate_1_42Call {
  options: ContainerCreateOptions;
  body: ContainerCreateBody_1_42;
  result: ContainerCreateResponse;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreate_1_43Call {
  options: ContainerCreateOptions;
  body: ContainerCreateBody_1_43;
  result: ContainerCreateResponse;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreate_1_44Call {
  options: ContainerCreateOptions;
  body: ContainerCreateBody_1_44;
  result: ContainerCreateResponse;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreate_1_45Call {
  options: ContainerCreateOptions;
  body: ContainerCreateBody_1_45;
  result: ContainerCreateResponse;
}
/** Creates a container without starting it. The image must already be here, as nothing is pulled. Like `docker create`. `POST /containers/create` */
export interface ContainerCreate_1_46Call {
  options: ContainerCreateOptions;
  body: ContainerCreateBody_1_46;
  result: ContainerCreateResponse;
}
/** Deletes a container. A running one is refused unless you `force` it. Like `docker rm`. `DELETE /containers/{id}` */
export interface ContainerDeleteCall {
  options: ContainerDeleteOptions;
  body: undefined;
  result: undefined;
}
/** Prepares a command in a running container. It runs once you start it. Like `docker exec`. `POST /containers/{id}/exec` */
export interface ContainerExecCall {
  options: undefined;
  body: ContainerExecBody;
  result: IDResponse;
}
/** Prepares a command in a running container. It runs once you start it. Like `docker exec`. `POST /containers/{id}/exec` */
export interface ContainerExec_1_40Call {
  options: undefined;
  body: ContainerExecBody_1_40;
  result: IdResponse;
}
/** Prepares a command in a running container. It runs once you start it. Like `docker exec`. `POST /containers/{id}/exec` */
export interface ContainerExec_1_42Call {
  options: undefined;
  body: ContainerExecBody;
  result: IdResponse;
}
/** Streams a container's files as a tar, without what is in its volumes. Like `docker export`. `GET /containers/{id}/export` */
export interface ContainerExportCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspectCall {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResponse;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_40Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult_1_40;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_41Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult_1_41;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_42Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult_1_42;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_43Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult_1_43;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_44Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult_1_44;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_45Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult_1_45;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_46Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult_1_46;
}
/** Reads everything the engine knows about one container. Like `docker inspect`. `GET /containers/{id}/json` */
export interface ContainerInspect_1_47Call {
  options: ContainerInspectOptions;
  body: undefined;
  result: ContainerInspectResult;
}
/** Sends a signal to the main process of a running container. Like `docker kill`. `POST /containers/{id}/kill` */
export interface ContainerKillCall {
  options: ContainerKillOptions;
  body: undefined;
  result: undefined;
}
/** Lists the running containers, or every container with `all`. Like `docker ps`. `GET /containers/json` */
export interface ContainerListCall {
  options: ContainerListOptions;
  body: undefined;
  result: ContainerSummary[];
}
/** Lists the running containers, or every container with `all`. Like `docker ps`. `GET /containers/json` */
export interface ContainerList_1_40Call {
  options: ContainerListOptions;
  body: undefined;
  result: ContainerSummary_1_40[];
}
/** Lists the running containers, or every container with `all`. Like `docker ps`. `GET /containers/json` */
export interface ContainerList_1_42Call {
  options: ContainerListOptions;
  body: undefined;
  result: ContainerSummary_1_42[];
}
/** Lists the running containers, or every container with `all`. Like `docker ps`. `GET /containers/json` */
export interface ContainerList_1_44Call {
  options: ContainerListOptions;
  body: undefined;
  result: ContainerSummary_1_44[];
}
/** Lists the running containers, or every container with `all`. Like `docker ps`. `GET /containers/json` */
export interface ContainerList_1_46Call {
  options: ContainerListOptions;
  body: undefined;
  result: ContainerSummary_1_46[];
}
/** Reads what a container has written to stdout and stderr. Ask for at least one of the two. Like `docker logs`. `GET /containers/{id}/logs` */
export interface ContainerLogsCall {
  options: ContainerLogsOptions;
  body: undefined;
  result: undefined;
}
/** Freezes every process of a running container. The processes get no signal and do not notice. Like `docker pause`. `POST /containers/{id}/pause` */
export interface ContainerPauseCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Deletes every container that is not running, and tells the disk space won in bytes. Like `docker container prune`. `POST /containers/prune` */
export interface ContainerPruneCall {
  options: ContainerPruneOptions;
  body: undefined;
  result: ContainerPruneResult;
}
/** Gives a container another name. It may go on running. Like `docker rename`. `POST /containers/{id}/rename` */
export interface ContainerRenameCall {
  options: ContainerRenameOptions;
  body: undefined;
  result: undefined;
}
/** Tells a container's terminal its size. The container must run and have a TTY. `POST /containers/{id}/resize` */
export interface ContainerResizeCall {
  options: ContainerResizeOptions;
  body: undefined;
  result: undefined;
}
/** Stops a container and starts it again. One that has stopped is only started. Like `docker restart`. `POST /containers/{id}/restart` */
export interface ContainerRestartCall {
  options: ContainerRestartOptions;
  body: undefined;
  result: undefined;
}
/** Stops a container and starts it again. One that has stopped is only started. Like `docker restart`. `POST /containers/{id}/restart` */
export interface ContainerRestart_1_40Call {
  options: ContainerRestartOptions_1_40;
  body: undefined;
  result: undefined;
}
/** Starts a container; does nothing if it already runs. Like `docker start`. `POST /containers/{id}/start` */
export interface ContainerStartCall {
  options: ContainerStartOptions;
  body: undefined;
  result: undefined;
}
/** Measures a container's use of CPU, memory, network and disks, once or about every second. Like `docker stats`. `GET /containers/{id}/stats` */
export interface ContainerStatsCall {
  options: ContainerStatsOptions;
  body: undefined;
  result: ContainerStatsResponse;
}
/** Measures a container's use of CPU, memory, network and disks, once or about every second. Like `docker stats`. `GET /containers/{id}/stats` */
export interface ContainerStats_1_40Call {
  options: ContainerStatsOptions_1_40;
  body: undefined;
  result: ContainerStatsResponse;
}
/** Stops a container, by force after a grace period; does nothing if it has already stopped. Like `docker stop`. `POST /containers/{id}/stop` */
export interface ContainerStopCall {
  options: ContainerStopOptions;
  body: undefined;
  result: undefined;
}
/** Stops a container, by force after a grace period; does nothing if it has already stopped. Like `docker stop`. `POST /containers/{id}/stop` */
export interface ContainerStop_1_40Call {
  options: ContainerStopOptions_1_40;
  body: undefined;
  result: undefined;
}
/** Lists the processes in a running container, as the host's `ps` sees them. Like `docker top`. `GET /containers/{id}/top` */
export interface ContainerTopCall {
  options: ContainerTopOptions;
  body: undefined;
  result: ContainerTopResponse;
}
/** Lists the processes in a running container, as the host's `ps` sees them. Like `docker top`. `GET /containers/{id}/top` */
export interface ContainerTop_1_40Call {
  options: ContainerTopOptions;
  body: undefined;
  result: ContainerTopResult;
}
/** Lets the processes of a paused container go on. Like `docker unpause`. `POST /containers/{id}/unpause` */
export interface ContainerUnpauseCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Changes the resource limits and the restart policy of a container, without a restart. Like `docker update`. `POST /containers/{id}/update` */
export interface ContainerUpdateCall {
  options: undefined;
  body: ContainerUpdateBody;
  result: ContainerUpdateResponse;
}
/** Changes the resource limits and the restart policy of a container, without a restart. Like `docker update`. `POST /containers/{id}/update` */
export interface ContainerUpdate_1_40Call {
  options: undefined;
  body: ContainerUpdateBody_1_40;
  result: ContainerUpdateResult;
}
/** Changes the resource limits and the restart policy of a container, without a restart. Like `docker update`. `POST /containers/{id}/update` */
export interface ContainerUpdate_1_42Call {
  options: undefined;
  body: ContainerUpdateBody;
  result: ContainerUpdateResult;
}
/** Waits for a container to stop and gives its exit code. Like `docker wait`. `POST /containers/{id}/wait` */
export interface ContainerWaitCall {
  options: ContainerWaitOptions;
  body: undefined;
  result: ContainerWaitResponse;
}
/** Waits for a container to stop and gives its exit code. Like `docker wait`. `POST /containers/{id}/wait` */
export interface ContainerWait_1_40Call {
  options: ContainerWaitOptions;
  body: undefined;
  result: ContainerWaitResponse_1_40;
}
/** Asks the registry for the digest and platforms of an image, without pulling it. `GET /distribution/{name}/json` */
export interface DistributionInspectCall {
  options: undefined;
  body: undefined;
  result: DistributionInspect;
}
/** Asks the registry for the digest and platforms of an image, without pulling it. `GET /distribution/{name}/json` */
export interface DistributionInspect_1_40Call {
  options: undefined;
  body: undefined;
  result: DistributionInspect_1_40;
}
/** Reads whether a command still runs and, when it has ended, its exit code. `GET /exec/{id}/json` */
export interface ExecInspectCall {
  options: undefined;
  body: undefined;
  result: ExecInspectResult;
}
/** Tells the terminal of a running command its size. The command must have a TTY. `POST /exec/{id}/resize` */
export interface ExecResizeCall {
  options: ExecResizeOptions;
  body: undefined;
  result: undefined;
}
/** Runs a prepared command, once only, and connects to its stdin, stdout and stderr. Like `docker exec`. `POST /exec/{id}/start` */
export interface ExecStartCall {
  options: undefined;
  body: ExecStartBody;
  result: undefined;
}
/** Runs a prepared command, once only, and connects to its stdin, stdout and stderr. Like `docker exec`. `POST /exec/{id}/start` */
export interface ExecStart_1_40Call {
  options: undefined;
  body: ExecStartBody_1_40;
  result: undefined;
}
/** Reads from the registry what a plugin wants to be allowed, before it is installed. `GET /plugins/privileges` */
export interface GetPluginPrivilegesCall {
  options: GetPluginPrivilegesOptions;
  body: undefined;
  result: PluginPrivilegeOutput[];
}
/** Builds an image from a Dockerfile and its context. Like `docker build`. `POST /build` */
export interface ImageBuildCall {
  options: ImageBuildOptions;
  body: TarSource;
  result: BuildInfo;
}
/** Makes an image from a container's files as they are now, without its volumes. Like `docker commit`. `POST /commit` */
export interface ImageCommitCall {
  options: ImageCommitOptions;
  body: ContainerConfig;
  result: IDResponse;
}
/** Makes an image from a container's files as they are now, without its volumes. Like `docker commit`. `POST /commit` */
export interface ImageCommit_1_40Call {
  options: ImageCommitOptions;
  body: ContainerConfig_1_40;
  result: IdResponse;
}
/** Makes an image from a container's files as they are now, without its volumes. Like `docker commit`. `POST /commit` */
export interface ImageCommit_1_44Call {
  options: ImageCommitOptions;
  body: ContainerConfig_1_44;
  result: IdResponse;
}
/** Makes an image from a container's files as they are now, without its volumes. Like `docker commit`. `POST /commit` */
export interface ImageCommit_1_45Call {
  options: ImageCommitOptions;
  body: ContainerConfig;
  result: IdResponse;
}
/** Pulls an image from a registry, or imports one from a tar of files. Like `docker pull`. `POST /images/create` */
export interface ImageCreateCall {
  options: ImageCreateOptions;
  body: TarSource;
  result: CreateImageInfo;
}
/** Takes a name from an image, and deletes the image with its last name. Like `docker rmi`. `DELETE /images/{name}` */
export interface ImageDeleteCall {
  options: ImageDeleteOptions;
  body: undefined;
  result: ImageDeleteResponseItem[];
}
/** Takes a name from an image, and deletes the image with its last name. Like `docker rmi`. `DELETE /images/{name}` */
export interface ImageDelete_1_40Call {
  options: ImageDeleteOptions_1_40;
  body: undefined;
  result: ImageDeleteResponseItem[];
}
/** Streams one image with its layers and names as a tar, for loading elsewhere. Like `docker save`. `GET /images/{name}/get` */
export interface ImageGetCall {
  options: ImageGetOptions;
  body: undefined;
  result: undefined;
}
/** Streams several images as one tar, where layers they share stand once. Like `docker save`. `GET /images/get` */
export interface ImageGetAllCall {
  options: ImageGetAllOptions;
  body: undefined;
  result: undefined;
}
/** Streams several images as one tar, where layers they share stand once. Like `docker save`. `GET /images/get` */
export interface ImageGetAll_1_40Call {
  options: ImageGetAllOptions_1_40;
  body: undefined;
  result: undefined;
}
/** Streams one image with its layers and names as a tar, for loading elsewhere. Like `docker save`. `GET /images/{name}/get` */
export interface ImageGet_1_40Call {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Lists the steps that made an image, newest first, with the bytes each added. Like `docker history`. `GET /images/{name}/history` */
export interface ImageHistoryCall {
  options: ImageHistoryOptions;
  body: undefined;
  result: ImageHistoryResultItem[] | null;
}
/** Lists the steps that made an image, newest first, with the bytes each added. Like `docker history`. `GET /images/{name}/history` */
export interface ImageHistory_1_40Call {
  options: undefined;
  body: undefined;
  result: ImageHistoryResultItem[] | null;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspectCall {
  options: ImageInspectOptions;
  body: undefined;
  result: ImageInspect;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspect_1_40Call {
  options: undefined;
  body: undefined;
  result: ImageInspect_1_40;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspect_1_43Call {
  options: undefined;
  body: undefined;
  result: ImageInspect_1_43;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspect_1_44Call {
  options: undefined;
  body: undefined;
  result: ImageInspect_1_44;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspect_1_45Call {
  options: undefined;
  body: undefined;
  result: ImageInspect_1_45;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspect_1_47Call {
  options: undefined;
  body: undefined;
  result: ImageInspect_1_47;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspect_1_48Call {
  options: ImageInspectOptions_1_48;
  body: undefined;
  result: ImageInspect_1_48;
}
/** Reads everything the engine knows about one image. Like `docker image inspect`. `GET /images/{name}/json` */
export interface ImageInspect_1_49Call {
  options: ImageInspectOptions;
  body: undefined;
  result: ImageInspect_1_48;
}
/** Lists the images on the engine. Like `docker images`. `GET /images/json` */
export interface ImageListCall {
  options: ImageListOptions;
  body: undefined;
  result: ImageSummary[];
}
/** Lists the images on the engine. Like `docker images`. `GET /images/json` */
export interface ImageList_1_40Call {
  options: ImageListOptions_1_40;
  body: undefined;
  result: ImageSummary_1_40[];
}
/** Lists the images on the engine. Like `docker images`. `GET /images/json` */
export interface ImageList_1_42Call {
  options: ImageListOptions_1_42;
  body: undefined;
  result: ImageSummary_1_40[];
}
/** Lists the images on the engine. Like `docker images`. `GET /images/json` */
export interface ImageList_1_43Call {
  options: ImageListOptions_1_42;
  body: undefined;
  result: ImageSummary_1_43[];
}
/** Lists the images on the engine. Like `docker images`. `GET /images/json` */
export interface ImageList_1_44Call {
  options: ImageListOptions_1_44;
  body: undefined;
  result: ImageSummary_1_44[];
}
/** Lists the images on the engine. Like `docker images`. `GET /images/json` */
export interface ImageList_1_47Call {
  options: ImageListOptions;
  body: undefined;
  result: ImageSummary_1_47[];
}
/** Loads images with their names from a tar that was saved before. Like `docker load`. `POST /images/load` */
export interface ImageLoadCall {
  options: ImageLoadOptions;
  body: TarSource;
  result: ImageLoadInfo;
}
/** Loads images with their names from a tar that was saved before. Like `docker load`. `POST /images/load` */
export interface ImageLoad_1_40Call {
  options: ImageLoadOptions_1_40;
  body: TarSource;
  result: ImageLoadInfo;
}
/** Deletes images that no container uses, and tells the disk space won in bytes. Like `docker image prune`. `POST /images/prune` */
export interface ImagePruneCall {
  options: ImagePruneOptions;
  body: undefined;
  result: ImagePruneResult;
}
/** Pushes an image to the registry in its name. Like `docker push`. `POST /images/{name}/push` */
export interface ImagePushCall {
  options: ImagePushOptions;
  body: undefined;
  result: PushImageInfo;
}
/** Pushes an image to the registry in its name. Like `docker push`. `POST /images/{name}/push` */
export interface ImagePush_1_40Call {
  options: ImagePushOptions_1_40;
  body: undefined;
  result: PushImageInfo_1_40;
}
/** Pushes an image to the registry in its name. Like `docker push`. `POST /images/{name}/push` */
export interface ImagePush_1_46Call {
  options: ImagePushOptions;
  body: undefined;
  result: PushImageInfo_1_40;
}
/** Searches for images on Docker Hub, or on the registry that the term begins with. Like `docker search`. `GET /images/search` */
export interface ImageSearchCall {
  options: ImageSearchOptions;
  body: undefined;
  result: ImageSearchResultItem[];
}
/** Searches for images on Docker Hub, or on the registry that the term begins with. Like `docker search`. `GET /images/search` */
export interface ImageSearch_1_40Call {
  options: ImageSearchOptions_1_40;
  body: undefined;
  result: ImageSearchResultItem[];
}
/** Gives an image one more name. If another image has that name, it loses it. Like `docker tag`. `POST /images/{name}/tag` */
export interface ImageTagCall {
  options: ImageTagOptions;
  body: undefined;
  result: undefined;
}
/** Puts a container, running or stopped, on one more network. Like `docker network connect`. `POST /networks/{id}/connect` */
export interface NetworkConnectCall {
  options: undefined;
  body: NetworkConnectBody;
  result: undefined;
}
/** Puts a container, running or stopped, on one more network. Like `docker network connect`. `POST /networks/{id}/connect` */
export interface NetworkConnect_1_40Call {
  options: undefined;
  body: NetworkConnectBody_1_40;
  result: undefined;
}
/** Puts a container, running or stopped, on one more network. Like `docker network connect`. `POST /networks/{id}/connect` */
export interface NetworkConnect_1_44Call {
  options: undefined;
  body: NetworkConnectBody_1_44;
  result: undefined;
}
/** Creates a network. Like `docker network create`. `POST /networks/create` */
export interface NetworkCreateCall {
  options: undefined;
  body: NetworkCreateBody;
  result: NetworkCreateResponse;
}
/** Creates a network. Like `docker network create`. `POST /networks/create` */
export interface NetworkCreate_1_40Call {
  options: undefined;
  body: NetworkCreateBody_1_40;
  result: NetworkCreateResult;
}
/** Creates a network. Like `docker network create`. `POST /networks/create` */
export interface NetworkCreate_1_41Call {
  options: undefined;
  body: NetworkCreateBody_1_41;
  result: NetworkCreateResult;
}
/** Creates a network. Like `docker network create`. `POST /networks/create` */
export interface NetworkCreate_1_46Call {
  options: undefined;
  body: NetworkCreateBody_1_46;
  result: NetworkCreateResponse;
}
/** Deletes a network. One that a running container uses is refused. Like `docker network rm`. `DELETE /networks/{id}` */
export interface NetworkDeleteCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Takes a container off a network. Like `docker network disconnect`. `POST /networks/{id}/disconnect` */
export interface NetworkDisconnectCall {
  options: undefined;
  body: NetworkDisconnectBody;
  result: undefined;
}
/** Reads one network, with the running containers on it. Like `docker network inspect`. `GET /networks/{id}` */
export interface NetworkInspectCall {
  options: NetworkInspectOptions;
  body: undefined;
  result: Network;
}
/** Reads one network, with the running containers on it. Like `docker network inspect`. `GET /networks/{id}` */
export interface NetworkInspect_1_40Call {
  options: NetworkInspectOptions;
  body: undefined;
  result: Network_1_40;
}
/** Reads one network, with the running containers on it. Like `docker network inspect`. `GET /networks/{id}` */
export interface NetworkInspect_1_41Call {
  options: NetworkInspectOptions;
  body: undefined;
  result: Network_1_41;
}
/** Reads one network, with the running containers on it. Like `docker network inspect`. `GET /networks/{id}` */
export interface NetworkInspect_1_47Call {
  options: NetworkInspectOptions;
  body: undefined;
  result: Network_1_47;
}
/** Lists the networks, without the containers on them. Like `docker network ls`. `GET /networks` */
export interface NetworkListCall {
  options: NetworkListOptions;
  body: undefined;
  result: Network[];
}
/** Lists the networks, without the containers on them. Like `docker network ls`. `GET /networks` */
export interface NetworkList_1_40Call {
  options: NetworkListOptions;
  body: undefined;
  result: Network_1_40[];
}
/** Lists the networks, without the containers on them. Like `docker network ls`. `GET /networks` */
export interface NetworkList_1_41Call {
  options: NetworkListOptions;
  body: undefined;
  result: Network_1_41[];
}
/** Lists the networks, without the containers on them. Like `docker network ls`. `GET /networks` */
export interface NetworkList_1_47Call {
  options: NetworkListOptions;
  body: undefined;
  result: Network_1_47[];
}
/** Deletes networks that no running container uses. The built-in ones stay. Like `docker network prune`. `POST /networks/prune` */
export interface NetworkPruneCall {
  options: NetworkPruneOptions;
  body: undefined;
  result: NetworkPruneResult;
}
/** Takes a node that is down off the list of the swarm. A manager must be demoted first. Like `docker node rm`. `DELETE /nodes/{id}` */
export interface NodeDeleteCall {
  options: NodeDeleteOptions;
  body: undefined;
  result: undefined;
}
/** Reads one node of the swarm. Like `docker node inspect`. `GET /nodes/{id}` */
export interface NodeInspectCall {
  options: undefined;
  body: undefined;
  result: Node;
}
/** Reads one node of the swarm. Like `docker node inspect`. `GET /nodes/{id}` */
export interface NodeInspect_1_40Call {
  options: undefined;
  body: undefined;
  result: Node_1_40;
}
/** Lists the nodes of the swarm. Only a manager answers. Like `docker node ls`. `GET /nodes` */
export interface NodeListCall {
  options: NodeListOptions;
  body: undefined;
  result: Node[];
}
/** Lists the nodes of the swarm. Only a manager answers. Like `docker node ls`. `GET /nodes` */
export interface NodeList_1_40Call {
  options: NodeListOptions;
  body: undefined;
  result: Node_1_40[];
}
/** Changes the role, availability and labels of a node. Like `docker node update`. `POST /nodes/{id}/update` */
export interface NodeUpdateCall {
  options: NodeUpdateOptions;
  body: NodeSpec;
  result: undefined;
}
/** Makes a plugin from its files and leaves it disabled. Like `docker plugin create`. `POST /plugins/create` */
export interface PluginCreateCall {
  options: PluginCreateOptions;
  body: TarSource;
  result: undefined;
}
/** Deletes a disabled plugin. Like `docker plugin rm`. `DELETE /plugins/{name}` */
export interface PluginDeleteCall {
  options: PluginDeleteOptions;
  body: undefined;
  result: undefined;
}
/** Stops a plugin. One in use is refused unless you `force` it. Like `docker plugin disable`. `POST /plugins/{name}/disable` */
export interface PluginDisableCall {
  options: PluginDisableOptions;
  body: undefined;
  result: undefined;
}
/** Starts a plugin, for containers, volumes and networks to use. Like `docker plugin enable`. `POST /plugins/{name}/enable` */
export interface PluginEnableCall {
  options: PluginEnableOptions;
  body: undefined;
  result: undefined;
}
/** Reads the settings and the manifest of one plugin. Like `docker plugin inspect`. `GET /plugins/{name}/json` */
export interface PluginInspectCall {
  options: undefined;
  body: undefined;
  result: Plugin;
}
/** Lists the installed plugins, enabled or not. Like `docker plugin ls`. `GET /plugins` */
export interface PluginListCall {
  options: PluginListOptions;
  body: undefined;
  result: Plugin[];
}
/** Installs a plugin from a registry and leaves it disabled. Like `docker plugin install`. `POST /plugins/pull` */
export interface PluginPullCall {
  options: PluginPullOptions;
  body: PluginPrivilege[];
  result: CreateImageInfo;
}
/** Pushes a plugin to the registry in its name. Like `docker plugin push`. `POST /plugins/{name}/push` */
export interface PluginPushCall {
  options: undefined;
  body: undefined;
  result: PushImageInfo;
}
/** Pushes a plugin to the registry in its name. Like `docker plugin push`. `POST /plugins/{name}/push` */
export interface PluginPush_1_40Call {
  options: undefined;
  body: undefined;
  result: PushImageInfo_1_40;
}
/** Changes the settings of a disabled plugin. Like `docker plugin set`. `POST /plugins/{name}/set` */
export interface PluginSetCall {
  options: undefined;
  body: string[];
  result: undefined;
}
/** Replaces a disabled plugin by another version, under the name it has here. Like `docker plugin upgrade`. `POST /plugins/{name}/upgrade` */
export interface PluginUpgradeCall {
  options: PluginUpgradeOptions;
  body: PluginPrivilege[];
  result: CreateImageInfo;
}
/** Unpacks a tar into a folder of a container, stopped ones included. Like `docker cp`. `PUT /containers/{id}/archive` */
export interface PutContainerArchiveCall {
  options: PutContainerArchiveOptions;
  body: TarSource;
  result: undefined;
}
/** Stores a secret in the swarm for services to mount. Like `docker secret create`. `POST /secrets/create` */
export interface SecretCreateCall {
  options: undefined;
  body: SecretSpec;
  result: SecretCreateResult;
}
/** Deletes a secret. One that a service uses is refused. Like `docker secret rm`. `DELETE /secrets/{id}` */
export interface SecretDeleteCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Reads one secret, never with its data. Like `docker secret inspect`. `GET /secrets/{id}` */
export interface SecretInspectCall {
  options: undefined;
  body: undefined;
  result: Secret;
}
/** Lists the secrets of the swarm, never with their data. Like `docker secret ls`. `GET /secrets` */
export interface SecretListCall {
  options: SecretListOptions;
  body: undefined;
  result: Secret[];
}
/** Changes the labels of a secret. The data stays for ever; make a new secret for new data. `POST /secrets/{id}/update` */
export interface SecretUpdateCall {
  options: SecretUpdateOptions;
  body: SecretSpec;
  result: undefined;
}
/** Creates a service. The swarm starts its tasks after the call has returned. Like `docker service create`. `POST /services/create` */
export interface ServiceCreateCall {
  options: undefined;
  body: ServiceSpec;
  result: ServiceCreateResponse;
}
/** Creates a service. The swarm starts its tasks after the call has returned. Like `docker service create`. `POST /services/create` */
export interface ServiceCreate_1_40Call {
  options: undefined;
  body: ServiceSpec_1_40;
  result: ServiceCreateResult;
}
/** Creates a service. The swarm starts its tasks after the call has returned. Like `docker service create`. `POST /services/create` */
export interface ServiceCreate_1_41Call {
  options: undefined;
  body: ServiceSpec_1_41;
  result: ServiceCreateResult;
}
/** Creates a service. The swarm starts its tasks after the call has returned. Like `docker service create`. `POST /services/create` */
export interface ServiceCreate_1_42Call {
  options: undefined;
  body: ServiceSpec_1_42;
  result: ServiceCreateResult;
}
/** Creates a service. The swarm starts its tasks after the call has returned. Like `docker service create`. `POST /services/create` */
export interface ServiceCreate_1_44Call {
  options: undefined;
  body: ServiceSpec_1_44;
  result: ServiceCreateResponse;
}
/** Creates a service. The swarm starts its tasks after the call has returned. Like `docker service create`. `POST /services/create` */
export interface ServiceCreate_1_45Call {
  options: undefined;
  body: ServiceSpec_1_45;
  result: ServiceCreateResponse;
}
/** Creates a service. The swarm starts its tasks after the call has returned. Like `docker service create`. `POST /services/create` */
export interface ServiceCreate_1_46Call {
  options: undefined;
  body: ServiceSpec_1_46;
  result: ServiceCreateResponse;
}
/** Deletes a service. Its tasks stop after the call has returned. Like `docker service rm`. `DELETE /services/{id}` */
export interface ServiceDeleteCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Reads one service. Like `docker service inspect`. `GET /services/{id}` */
export interface ServiceInspectCall {
  options: ServiceInspectOptions;
  body: undefined;
  result: Service;
}
/** Reads one service. Like `docker service inspect`. `GET /services/{id}` */
export interface ServiceInspect_1_40Call {
  options: ServiceInspectOptions;
  body: undefined;
  result: Service_1_40;
}
/** Reads one service. Like `docker service inspect`. `GET /services/{id}` */
export interface ServiceInspect_1_41Call {
  options: ServiceInspectOptions;
  body: undefined;
  result: Service_1_41;
}
/** Reads one service. Like `docker service inspect`. `GET /services/{id}` */
export interface ServiceInspect_1_42Call {
  options: ServiceInspectOptions;
  body: undefined;
  result: Service_1_42;
}
/** Reads one service. Like `docker service inspect`. `GET /services/{id}` */
export interface ServiceInspect_1_44Call {
  options: ServiceInspectOptions;
  body: undefined;
  result: Service_1_44;
}
/** Reads one service. Like `docker service inspect`. `GET /services/{id}` */
export interface ServiceInspect_1_45Call {
  options: ServiceInspectOptions;
  body: undefined;
  result: Service_1_45;
}
/** Reads one service. Like `docker service inspect`. `GET /services/{id}` */
export interface ServiceInspect_1_46Call {
  options: ServiceInspectOptions;
  body: undefined;
  result: Service_1_46;
}
/** Lists the services of the swarm. Only a manager answers. Like `docker service ls`. `GET /services` */
export interface ServiceListCall {
  options: ServiceListOptions;
  body: undefined;
  result: Service[];
}
/** Lists the services of the swarm. Only a manager answers. Like `docker service ls`. `GET /services` */
export interface ServiceList_1_40Call {
  options: ServiceListOptions_1_40;
  body: undefined;
  result: Service_1_40[];
}
/** Lists the services of the swarm. Only a manager answers. Like `docker service ls`. `GET /services` */
export interface ServiceList_1_41Call {
  options: ServiceListOptions;
  body: undefined;
  result: Service_1_41[];
}
/** Lists the services of the swarm. Only a manager answers. Like `docker service ls`. `GET /services` */
export interface ServiceList_1_42Call {
  options: ServiceListOptions;
  body: undefined;
  result: Service_1_42[];
}
/** Lists the services of the swarm. Only a manager answers. Like `docker service ls`. `GET /services` */
export interface ServiceList_1_44Call {
  options: ServiceListOptions;
  body: undefined;
  result: Service_1_44[];
}
/** Lists the services of the swarm. Only a manager answers. Like `docker service ls`. `GET /services` */
export interface ServiceList_1_45Call {
  options: ServiceListOptions;
  body: undefined;
  result: Service_1_45[];
}
/** Lists the services of the swarm. Only a manager answers. Like `docker service ls`. `GET /services` */
export interface ServiceList_1_46Call {
  options: ServiceListOptions;
  body: undefined;
  result: Service_1_46[];
}
/** Reads what all tasks of a service have written to stdout and stderr. Ask for at least one of the two. Like `docker service logs`. `GET /services/{id}/logs` */
export interface ServiceLogsCall {
  options: ServiceLogsOptions;
  body: undefined;
  result: undefined;
}
/** Changes a service, or takes back its last change. The tasks are replaced after the call has returned. Like `docker service update`. `POST /services/{id}/update` */
export interface ServiceUpdateCall {
  options: ServiceUpdateOptions;
  body: ServiceSpec;
  result: ServiceUpdateResponse;
}
/** Changes a service, or takes back its last change. The tasks are replaced after the call has returned. Like `docker service update`. `POST /services/{id}/update` */
export interface ServiceUpdate_1_40Call {
  options: ServiceUpdateOptions;
  body: ServiceSpec_1_40;
  result: ServiceUpdateResponse;
}
/** Changes a service, or takes back its last change. The tasks are replaced after the call has returned. Like `docker service update`. `POST /services/{id}/update` */
export interface ServiceUpdate_1_41Call {
  options: ServiceUpdateOptions;
  body: ServiceSpec_1_41;
  result: ServiceUpdateResponse;
}
/** Changes a service, or takes back its last change. The tasks are replaced after the call has returned. Like `docker service update`. `POST /services/{id}/update` */
export interface ServiceUpdate_1_42Call {
  options: ServiceUpdateOptions;
  body: ServiceSpec_1_42;
  result: ServiceUpdateResponse;
}
/** Changes a service, or takes back its last change. The tasks are replaced after the call has returned. Like `docker service update`. `POST /services/{id}/update` */
export interface ServiceUpdate_1_44Call {
  options: ServiceUpdateOptions;
  body: ServiceSpec_1_44;
  result: ServiceUpdateResponse;
}
/** Changes a service, or takes back its last change. The tasks are replaced after the call has returned. Like `docker service update`. `POST /services/{id}/update` */
export interface ServiceUpdate_1_45Call {
  options: ServiceUpdateOptions;
  body: ServiceSpec_1_45;
  result: ServiceUpdateResponse;
}
/** Changes a service, or takes back its last change. The tasks are replaced after the call has returned. Like `docker service update`. `POST /services/{id}/update` */
export interface ServiceUpdate_1_46Call {
  options: ServiceUpdateOptions;
  body: ServiceSpec_1_46;
  result: ServiceUpdateResponse;
}
/** Opens a connection over which BuildKit asks you for files, secrets and credentials. `POST /session` */
export interface SessionCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Starts a swarm with this engine as its first manager, and gives the id of the node. Like `docker swarm init`. `POST /swarm/init` */
export interface SwarmInitCall {
  options: undefined;
  body: SwarmInitBody;
  result: string;
}
/** Reads the settings of the swarm and its join tokens. Only a manager answers. `GET /swarm` */
export interface SwarmInspectCall {
  options: undefined;
  body: undefined;
  result: Swarm;
}
/** Joins this engine to a swarm, as worker or manager by the kind of token. Like `docker swarm join`. `POST /swarm/join` */
export interface SwarmJoinCall {
  options: undefined;
  body: SwarmJoinBody;
  result: undefined;
}
/** Takes this engine out of its swarm; its tasks stop. Like `docker swarm leave`. `POST /swarm/leave` */
export interface SwarmLeaveCall {
  options: SwarmLeaveOptions;
  body: undefined;
  result: undefined;
}
/** Unlocks a manager that has restarted and waits for its key. Like `docker swarm unlock`. `POST /swarm/unlock` */
export interface SwarmUnlockCall {
  options: undefined;
  body: SwarmUnlockBody;
  result: undefined;
}
/** Reads the key that unlocks a manager after a restart; empty where managers do not lock. Like `docker swarm unlock-key`. `GET /swarm/unlockkey` */
export interface SwarmUnlockkeyCall {
  options: undefined;
  body: undefined;
  result: SwarmUnlockkeyResult;
}
/** Changes the settings of the swarm and makes new tokens and keys. Like `docker swarm update`. `POST /swarm/update` */
export interface SwarmUpdateCall {
  options: SwarmUpdateOptions;
  body: SwarmSpec;
  result: undefined;
}
/** Tries credentials on a registry. It may answer with a token to use in their place. The engine keeps neither. Like `docker login`. `POST /auth` */
export interface SystemAuthCall {
  options: undefined;
  body: AuthConfig;
  result: SystemAuthResult;
}
/** Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine. Like `docker system df`. `GET /system/df` */
export interface SystemDataUsageCall {
  options: SystemDataUsageOptions;
  body: undefined;
  result: SystemDataUsageResult;
}
/** Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine. Like `docker system df`. `GET /system/df` */
export interface SystemDataUsage_1_40Call {
  options: undefined;
  body: undefined;
  result: SystemDataUsageResult_1_40;
}
/** Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine. Like `docker system df`. `GET /system/df` */
export interface SystemDataUsage_1_42Call {
  options: SystemDataUsageOptions;
  body: undefined;
  result: SystemDataUsageResult_1_42;
}
/** Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine. Like `docker system df`. `GET /system/df` */
export interface SystemDataUsage_1_43Call {
  options: SystemDataUsageOptions;
  body: undefined;
  result: SystemDataUsageResult_1_43;
}
/** Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine. Like `docker system df`. `GET /system/df` */
export interface SystemDataUsage_1_44Call {
  options: SystemDataUsageOptions;
  body: undefined;
  result: SystemDataUsageResult_1_44;
}
/** Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine. Like `docker system df`. `GET /system/df` */
export interface SystemDataUsage_1_46Call {
  options: SystemDataUsageOptions;
  body: undefined;
  result: SystemDataUsageResult_1_46;
}
/** Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine. Like `docker system df`. `GET /system/df` */
export interface SystemDataUsage_1_47Call {
  options: SystemDataUsageOptions;
  body: undefined;
  result: SystemDataUsageResult_1_47;
}
/** Follows what happens on the engine, such as containers that start and images that are pulled. Like `docker events`. `GET /events` */
export interface SystemEventsCall {
  options: SystemEventsOptions;
  body: undefined;
  result: EventMessage;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfoCall {
  options: undefined;
  body: undefined;
  result: SystemInfo;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfo_1_40Call {
  options: undefined;
  body: undefined;
  result: SystemInfo_1_40;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfo_1_41Call {
  options: undefined;
  body: undefined;
  result: SystemInfo_1_41;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfo_1_42Call {
  options: undefined;
  body: undefined;
  result: SystemInfo_1_42;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfo_1_44Call {
  options: undefined;
  body: undefined;
  result: SystemInfo_1_44;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfo_1_46Call {
  options: undefined;
  body: undefined;
  result: SystemInfo_1_46;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfo_1_47Call {
  options: undefined;
  body: undefined;
  result: SystemInfo_1_47;
}
/** Reads how the daemon is set up, what its host offers and how many containers and images it has. Like `docker info`. `GET /info` */
export interface SystemInfo_1_49Call {
  options: undefined;
  body: undefined;
  result: SystemInfo_1_49;
}
/** Checks that the daemon answers. The headers tell its newest API version and its builder. `GET /_ping` */
export interface SystemPingCall {
  options: undefined;
  body: undefined;
  result: string;
}
/** Checks that the daemon answers, by its headers alone. `HEAD /_ping` */
export interface SystemPingHeadCall {
  options: undefined;
  body: undefined;
  result: undefined;
}
/** Reads the versions of the engine, its parts and its API. Like `docker version`. `GET /version` */
export interface SystemVersionCall {
  options: undefined;
  body: undefined;
  result: SystemVersion;
}
/** Reads one task, with its state and the node it is on. `GET /tasks/{id}` */
export interface TaskInspectCall {
  options: undefined;
  body: undefined;
  result: Task;
}
/** Reads one task, with its state and the node it is on. `GET /tasks/{id}` */
export interface TaskInspect_1_40Call {
  options: undefined;
  body: undefined;
  result: Task_1_40;
}
/** Reads one task, with its state and the node it is on. `GET /tasks/{id}` */
export interface TaskInspect_1_41Call {
  options: undefined;
  body: undefined;
  result: Task_1_41;
}
/** Reads one task, with its state and the node it is on. `GET /tasks/{id}` */
export interface TaskInspect_1_42Call {
  options: undefined;
  body: undefined;
  result: Task_1_42;
}
/** Reads one task, with its state and the node it is on. `GET /tasks/{id}` */
export interface TaskInspect_1_44Call {
  options: undefined;
  body: undefined;
  result: Task_1_44;
}
/** Reads one task, with its state and the node it is on. `GET /tasks/{id}` */
export interface TaskInspect_1_45Call {
  options: undefined;
  body: undefined;
  result: Task_1_45;
}
/** Reads one task, with its state and the node it is on. `GET /tasks/{id}` */
export interface TaskInspect_1_46Call {
  options: undefined;
  body: undefined;
  result: Task_1_46;
}
/** Lists the tasks of the swarm, old ones included. Only a manager answers. Like `docker service ps`. `GET /tasks` */
export interface TaskListCall {
  options: TaskListOptions;
  body: undefined;
  result: Task[];
}
/** Lists the tasks of the swarm, old ones included. Only a manager answers. Like `docker service ps`. `GET /tasks` */
export interface TaskList_1_40Call {
  options: TaskListOptions;
  body: undefined;
  result: Task_1_40[];
}
/** Lists the tasks of the swarm, old ones included. Only a manager answers. Like `docker service ps`. `GET /tasks` */
export interface TaskList_1_41Call {
  options: TaskListOptions;
  body: undefined;
  result: Task_1_41[];
}
/** Lists the tasks of the swarm, old ones included. Only a manager answers. Like `docker service ps`. `GET /tasks` */
export interface TaskList_1_42Call {
  options: TaskListOptions;
  body: undefined;
  result: Task_1_42[];
}
/** Lists the tasks of the swarm, old ones included. Only a manager answers. Like `docker service ps`. `GET /tasks` */
export interface TaskList_1_44Call {
  options: TaskListOptions;
  body: undefined;
  result: Task_1_44[];
}
/** Lists the tasks of the swarm, old ones included. Only a manager answers. Like `docker service ps`. `GET /tasks` */
export interface TaskList_1_45Call {
  options: TaskListOptions;
  body: undefined;
  result: Task_1_45[];
}
/** Lists the tasks of the swarm, old ones included. Only a manager answers. Like `docker service ps`. `GET /tasks` */
export interface TaskList_1_46Call {
  options: TaskListOptions;
  body: undefined;
  result: Task_1_46[];
}
/** Reads what one task has written to stdout and stderr. Ask for at least one of the two. Like `docker service logs`. `GET /tasks/{id}/logs` */
export interface TaskLogsCall {
  options: TaskLogsOptions;
  body: undefined;
  result: undefined;
}
/** Creates a volume. If one of that name and driver is there, it is given as it is. Like `docker volume create`. `POST /volumes/create` */
export interface VolumeCreateCall {
  options: undefined;
  body: VolumeCreateOptions;
  result: Volume;
}
/** Creates a volume. If one of that name and driver is there, it is given as it is. Like `docker volume create`. `POST /volumes/create` */
export interface VolumeCreate_1_40Call {
  options: undefined;
  body: VolumeCreateOptions_1_40;
  result: Volume_1_40;
}
/** Deletes a volume and its data. One that a container uses, even a stopped one, is refused. Like `docker volume rm`. `DELETE /volumes/{name}` */
export interface VolumeDeleteCall {
  options: VolumeDeleteOptions;
  body: undefined;
  result: undefined;
}
/** Reads one volume, with the folder where it lies on the daemon's host. Like `docker volume inspect`. `GET /volumes/{name}` */
export interface VolumeInspectCall {
  options: undefined;
  body: undefined;
  result: Volume;
}
/** Reads one volume, with the folder where it lies on the daemon's host. Like `docker volume inspect`. `GET /volumes/{name}` */
export interface VolumeInspect_1_40Call {
  options: undefined;
  body: undefined;
  result: Volume_1_40;
}
/** Lists the volumes, and warnings of drivers that could not be asked. Like `docker volume ls`. `GET /volumes` */
export interface VolumeListCall {
  options: VolumeListOptions;
  body: undefined;
  result: VolumeListResponse;
}
/** Lists the volumes, and warnings of drivers that could not be asked. Like `docker volume ls`. `GET /volumes` */
export interface VolumeList_1_40Call {
  options: VolumeListOptions;
  body: undefined;
  result: VolumeListResponse_1_40;
}
/** Deletes volumes that no container uses, with their data, and tells the disk space won in bytes. Like `docker volume prune`. `POST /volumes/prune` */
export interface VolumePruneCall {
  options: VolumePruneOptions;
  body: undefined;
  result: VolumePruneResult;
}
/** Deletes volumes that no container uses, with their data, and tells the disk space won in bytes. Like `docker volume prune`. `POST /volumes/prune` */
export interface VolumePrune_1_40Call {
  options: VolumePruneOptions_1_40;
  body: undefined;
  result: VolumePruneResult;
}
/** Changes whether a cluster volume may be used. Ordinary volumes cannot be changed. Like `docker volume update`. `PUT /volumes/{name}` Since API v1.42. */
export interface VolumeUpdateCall {
  options: VolumeUpdateOptions;
  body: VolumeUpdateBody;
  result: undefined;
}
