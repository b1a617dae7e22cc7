// Made by scripts/generate.ts from spec/. Do not edit.

/** From which to which API version something is there: minor numbers, inclusive. */
export interface Span {
  readonly since?: number;
  readonly until?: number;
}

export interface OperationFacts extends Span {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** What a success answers. */
  readonly answer:
    | "json"
    | "empty"
    | "text"
    | "headers"
    | "logs"
    | "json-stream"
    | "progress"
    | "tar"
    | "hijack"
    | "websocket"
    | "session";
  /** 304 says that it was so already: a success. */
  readonly already?: true;
  readonly body?: "json" | "tar";
  /** The query parameters by their public names. */
  readonly query?: Readonly<Record<string, QueryFacts>>;
  /** The keys that `filters` takes. */
  readonly filters?: Readonly<Record<string, Span>>;
  /** The fields of the body that are not in every version, by their paths. */
  readonly fields?: Readonly<Record<string, Span>>;
}

export interface QueryFacts extends Span {
  /** The name on the wire, where it is another one. */
  readonly wire?: string;
  /** How a value that is not plain text goes over the wire; the lists repeat the key. */
  readonly form?: "filters" | "json" | "json-list" | "list" | "time";
  readonly required?: true;
}

/** The API versions this package knows: 1.40 to 1.51, by their minor numbers. */
export const oldestVersion = 40;
export const newestVersion = 51;

export const operations = {
  BuildPrune: { method: "POST", path: "/build/prune", answer: "json", query: { keepStorage: { wire: "keep-storage" }, all: {}, filters: { form: "filters" }, reservedSpace: { wire: "reserved-space", since: 48 }, maxUsedSpace: { wire: "max-used-space", since: 48 }, minFreeSpace: { wire: "min-free-space", since: 48 } }, filters: { description: {}, id: {}, inuse: {}, parent: {}, private: {}, shared: {}, type: {}, until: {}, "unused-for": {} } },
  ConfigCreate: { method: "POST", path: "/configs/create", answer: "json", body: "json" },
  ConfigDelete: { method: "DELETE", path: "/configs/{id}", answer: "empty" },
  ConfigInspect: { method: "GET", path: "/configs/{id}", answer: "json" },
  ConfigList: { method: "GET", path: "/configs", answer: "json", query: { filters: { form: "filters" } }, filters: { id: {}, label: {}, name: {} } },
  ConfigUpdate: { method: "POST", path: "/configs/{id}/update", answer: "empty", body: "json", query: { version: { required: true } } },
  ContainerArchive: { method: "GET", path: "/containers/{id}/archive", answer: "tar", query: { path: { required: true } } },
  ContainerArchiveInfo: { method: "HEAD", path: "/containers/{id}/archive", answer: "headers", query: { path: { required: true } } },
  ContainerAttach: { method: "POST", path: "/containers/{id}/attach", answer: "hijack", query: { detachKeys: {}, logs: {}, stream: {}, stdin: {}, stdout: {}, stderr: {} } },
  ContainerAttachWebsocket: { method: "GET", path: "/containers/{id}/attach/ws", answer: "websocket", query: { detachKeys: {}, logs: {}, stream: {}, stdin: { since: 42 }, stdout: { since: 42 }, stderr: { since: 42 } } },
  ContainerChanges: { method: "GET", path: "/containers/{id}/changes", answer: "json" },
  ContainerCreate: { method: "POST", path: "/containers/create", answer: "json", body: "json", query: { name: {}, platform: { since: 41 } }, fields: { "Healthcheck.StartInterval": { since: 44 }, "HostConfig.Annotations": { since: 43 }, "HostConfig.CgroupnsMode": { since: 41 }, "HostConfig.KernelMemory": { until: 41 }, "HostConfig.Mounts[].BindOptions.CreateMountpoint": { since: 42 }, "HostConfig.Mounts[].BindOptions.ReadOnlyForceRecursive": { since: 44 }, "HostConfig.Mounts[].BindOptions.ReadOnlyNonRecursive": { since: 44 }, "HostConfig.Mounts[].ClusterOptions": { since: 42 }, "HostConfig.Mounts[].ImageOptions": { since: 48 }, "HostConfig.Mounts[].TmpfsOptions.Options": { since: 46 }, "HostConfig.Mounts[].VolumeOptions.Subpath": { since: 45 }, "NetworkingConfig.EndpointsConfig{}.DNSNames": { since: 44 }, "NetworkingConfig.EndpointsConfig{}.GwPriority": { since: 48 } } },
  ContainerDelete: { method: "DELETE", path: "/containers/{id}", answer: "empty", query: { volumes: { wire: "v" }, force: {}, link: {} } },
  ContainerExec: { method: "POST", path: "/containers/{id}/exec", answer: "json", body: "json", fields: { ConsoleSize: { since: 42 } } },
  ContainerExport: { method: "GET", path: "/containers/{id}/export", answer: "tar" },
  ContainerInspect: { method: "GET", path: "/containers/{id}/json", answer: "json", query: { size: {} } },
  ContainerKill: { method: "POST", path: "/containers/{id}/kill", answer: "empty", query: { signal: {} } },
  ContainerList: { method: "GET", path: "/containers/json", answer: "json", query: { all: {}, limit: {}, size: {}, filters: { form: "filters" } }, filters: { ancestor: {}, before: {}, exited: {}, expose: {}, health: {}, id: {}, "is-task": {}, isolation: {}, label: {}, name: {}, network: {}, publish: {}, since: {}, status: {}, volume: {} } },
  ContainerLogs: { method: "GET", path: "/containers/{id}/logs", answer: "logs", query: { follow: {}, stdout: {}, stderr: {}, since: { form: "time" }, until: { form: "time" }, timestamps: {}, tail: {}, details: {} } },
  ContainerPause: { method: "POST", path: "/containers/{id}/pause", answer: "empty" },
  ContainerPrune: { method: "POST", path: "/containers/prune", answer: "json", query: { filters: { form: "filters" } }, filters: { label: {}, "label!": {}, until: {} } },
  ContainerRename: { method: "POST", path: "/containers/{id}/rename", answer: "empty", query: { name: { required: true } } },
  ContainerResize: { method: "POST", path: "/containers/{id}/resize", answer: "empty", query: { height: { wire: "h", required: true }, width: { wire: "w", required: true } } },
  ContainerRestart: { method: "POST", path: "/containers/{id}/restart", answer: "empty", query: { timeout: { wire: "t" }, signal: { since: 42 } } },
  ContainerStart: { method: "POST", path: "/containers/{id}/start", answer: "empty", already: true, query: { checkpoint: {}, checkpointDir: { wire: "checkpoint-dir" } } },
  ContainerStats: { method: "GET", path: "/containers/{id}/stats", answer: "json-stream", query: { stream: {}, oneShot: { wire: "one-shot", since: 41 } } },
  ContainerStop: { method: "POST", path: "/containers/{id}/stop", answer: "empty", already: true, query: { timeout: { wire: "t" }, signal: { since: 42 } } },
  ContainerTop: { method: "GET", path: "/containers/{id}/top", answer: "json", query: { psArgs: { wire: "ps_args" } } },
  ContainerUnpause: { method: "POST", path: "/containers/{id}/unpause", answer: "empty" },
  ContainerUpdate: { method: "POST", path: "/containers/{id}/update", answer: "json", body: "json", fields: { KernelMemory: { until: 41 } } },
  ContainerWait: { method: "POST", path: "/containers/{id}/wait", answer: "json", query: { condition: {} } },
  DistributionInspect: { method: "GET", path: "/distribution/{name}/json", answer: "json" },
  ExecInspect: { method: "GET", path: "/exec/{id}/json", answer: "json" },
  ExecResize: { method: "POST", path: "/exec/{id}/resize", answer: "empty", query: { height: { wire: "h", required: true }, width: { wire: "w", required: true } } },
  ExecStart: { method: "POST", path: "/exec/{id}/start", answer: "hijack", body: "json", fields: { ConsoleSize: { since: 42 } } },
  GetPluginPrivileges: { method: "GET", path: "/plugins/privileges", answer: "json", query: { remote: { required: true } } },
  ImageBuild: { method: "POST", path: "/build", answer: "progress", body: "tar", query: { dockerfile: {}, tag: { wire: "t", form: "list" }, extraHosts: { wire: "extrahosts", form: "list" }, remote: {}, quiet: { wire: "q" }, noCache: { wire: "nocache" }, cacheFrom: { wire: "cachefrom", form: "json" }, pull: {}, remove: { wire: "rm" }, forceRemove: { wire: "forcerm" }, memory: {}, memorySwap: { wire: "memswap" }, cpuShares: { wire: "cpushares" }, cpusetCpus: { wire: "cpusetcpus" }, cpuPeriod: { wire: "cpuperiod" }, cpuQuota: { wire: "cpuquota" }, buildArgs: { wire: "buildargs", form: "json" }, shmSize: { wire: "shmsize" }, squash: {}, labels: { form: "json" }, network: { wire: "networkmode" }, platform: {}, target: {}, outputs: { form: "json" }, version: {}, buildId: { wire: "buildid" }, session: {}, cgroupParent: { wire: "cgroupparent" }, cpusetMems: { wire: "cpusetmems" }, isolation: {}, securityOpt: { wire: "securityopt", form: "list" }, ulimits: { form: "json" } } },
  ImageCommit: { method: "POST", path: "/commit", answer: "json", body: "json", query: { container: {}, repo: {}, tag: {}, comment: {}, author: {}, pause: {}, changes: { form: "list" } }, fields: { "Healthcheck.StartInterval": { since: 44 } } },
  ImageCreate: { method: "POST", path: "/images/create", answer: "progress", body: "tar", query: { fromImage: {}, fromSrc: {}, repo: {}, tag: {}, message: {}, changes: { form: "list" }, platform: {} } },
  ImageDelete: { method: "DELETE", path: "/images/{name}", answer: "json", query: { force: {}, noPrune: { wire: "noprune" }, platforms: { form: "json-list", since: 50 } } },
  ImageGet: { method: "GET", path: "/images/{name}/get", answer: "tar", query: { platform: { form: "json", since: 48 } } },
  ImageGetAll: { method: "GET", path: "/images/get", answer: "tar", query: { names: { form: "list" }, platform: { form: "json", since: 48 } } },
  ImageHistory: { method: "GET", path: "/images/{name}/history", answer: "json", query: { platform: { form: "json", since: 48 } } },
  ImageInspect: { method: "GET", path: "/images/{name}/json", answer: "json", query: { manifests: { since: 48 }, platform: { form: "json", since: 49 } } },
  ImageList: { method: "GET", path: "/images/json", answer: "json", query: { all: {}, filters: { form: "filters" }, sharedSize: { wire: "shared-size", since: 42 }, manifests: { since: 47 } }, filters: { before: {}, dangling: {}, label: {}, "label!": {}, reference: {}, since: {}, until: { since: 44 } } },
  ImageLoad: { method: "POST", path: "/images/load", answer: "progress", body: "tar", query: { quiet: {}, platform: { form: "json", since: 48 } } },
  ImagePrune: { method: "POST", path: "/images/prune", answer: "json", query: { filters: { form: "filters" } }, filters: { dangling: {}, label: {}, "label!": {}, until: {} } },
  ImagePush: { method: "POST", path: "/images/{name}/push", answer: "progress", query: { tag: {}, platform: { form: "json", since: 46 } } },
  ImageSearch: { method: "GET", path: "/images/search", answer: "json", query: { term: { required: true }, limit: {}, filters: { form: "filters" } }, filters: { "is-automated": { until: 44 }, "is-official": {}, stars: {} } },
  ImageTag: { method: "POST", path: "/images/{name}/tag", answer: "empty", query: { repo: {}, tag: {} } },
  NetworkConnect: { method: "POST", path: "/networks/{id}/connect", answer: "empty", body: "json", fields: { "EndpointConfig.DNSNames": { since: 44 }, "EndpointConfig.GwPriority": { since: 48 } } },
  NetworkCreate: { method: "POST", path: "/networks/create", answer: "json", body: "json", fields: { CheckDuplicate: { until: 45 }, ConfigFrom: { since: 41 }, ConfigOnly: { since: 41 }, EnableIPv4: { since: 47 }, Scope: { since: 41 } } },
  NetworkDelete: { method: "DELETE", path: "/networks/{id}", answer: "empty" },
  NetworkDisconnect: { method: "POST", path: "/networks/{id}/disconnect", answer: "empty", body: "json" },
  NetworkInspect: { method: "GET", path: "/networks/{id}", answer: "json", query: { verbose: {}, scope: {} } },
  NetworkList: { method: "GET", path: "/networks", answer: "json", query: { filters: { form: "filters" } }, filters: { dangling: {}, driver: {}, id: {}, label: {}, name: {}, scope: {}, type: {} } },
  NetworkPrune: { method: "POST", path: "/networks/prune", answer: "json", query: { filters: { form: "filters" } }, filters: { label: {}, "label!": {}, until: {} } },
  NodeDelete: { method: "DELETE", path: "/nodes/{id}", answer: "empty", query: { force: {} } },
  NodeInspect: { method: "GET", path: "/nodes/{id}", answer: "json" },
  NodeList: { method: "GET", path: "/nodes", answer: "json", query: { filters: { form: "filters" } }, filters: { id: {}, label: {}, membership: {}, name: {}, "node.label": {}, role: {} } },
  NodeUpdate: { method: "POST", path: "/nodes/{id}/update", answer: "empty", body: "json", query: { version: { required: true } } },
  PluginCreate: { method: "POST", path: "/plugins/create", answer: "empty", body: "tar", query: { name: { required: true } } },
  PluginDelete: { method: "DELETE", path: "/plugins/{name}", answer: "empty", query: { force: {} } },
  PluginDisable: { method: "POST", path: "/plugins/{name}/disable", answer: "empty", query: { force: {} } },
  PluginEnable: { method: "POST", path: "/plugins/{name}/enable", answer: "empty", query: { timeout: { required: true } } },
  PluginInspect: { method: "GET", path: "/plugins/{name}/json", answer: "json" },
  PluginList: { method: "GET", path: "/plugins", answer: "json", query: { filters: { form: "filters" } }, filters: { capability: {}, enabled: {} } },
  PluginPull: { method: "POST", path: "/plugins/pull", answer: "progress", body: "json", query: { remote: { required: true }, name: {} } },
  PluginPush: { method: "POST", path: "/plugins/{name}/push", answer: "progress" },
  PluginSet: { method: "POST", path: "/plugins/{name}/set", answer: "empty", body: "json" },
  PluginUpgrade: { method: "POST", path: "/plugins/{name}/upgrade", answer: "progress", body: "json", query: { remote: { required: true } } },
  PutContainerArchive: { method: "PUT", path: "/containers/{id}/archive", answer: "empty", body: "tar", query: { path: { required: true }, noOverwriteDirNonDir: {}, copyUIDGID: {} } },
  SecretCreate: { method: "POST", path: "/secrets/create", answer: "json", body: "json" },
  SecretDelete: { method: "DELETE", path: "/secrets/{id}", answer: "empty" },
  SecretInspect: { method: "GET", path: "/secrets/{id}", answer: "json" },
  SecretList: { method: "GET", path: "/secrets", answer: "json", query: { filters: { form: "filters" } }, filters: { id: {}, label: {}, name: {}, names: {} } },
  SecretUpdate: { method: "POST", path: "/secrets/{id}/update", answer: "empty", body: "json", query: { version: { required: true } } },
  ServiceCreate: { method: "POST", path: "/services/create", answer: "json", body: "json", fields: { "Mode.GlobalJob": { since: 41 }, "Mode.ReplicatedJob": { since: 41 }, "TaskTemplate.ContainerSpec.CapabilityAdd": { since: 41 }, "TaskTemplate.ContainerSpec.CapabilityDrop": { since: 41 }, "TaskTemplate.ContainerSpec.Healthcheck.StartInterval": { since: 44 }, "TaskTemplate.ContainerSpec.Mounts[].BindOptions.CreateMountpoint": { since: 42 }, "TaskTemplate.ContainerSpec.Mounts[].BindOptions.ReadOnlyForceRecursive": { since: 44 }, "TaskTemplate.ContainerSpec.Mounts[].BindOptions.ReadOnlyNonRecursive": { since: 44 }, "TaskTemplate.ContainerSpec.Mounts[].ClusterOptions": { since: 42 }, "TaskTemplate.ContainerSpec.Mounts[].ImageOptions": { since: 48 }, "TaskTemplate.ContainerSpec.Mounts[].TmpfsOptions.Options": { since: 46 }, "TaskTemplate.ContainerSpec.Mounts[].VolumeOptions.Subpath": { since: 45 }, "TaskTemplate.ContainerSpec.OomScoreAdj": { since: 46 }, "TaskTemplate.ContainerSpec.Privileges.AppArmor": { since: 44 }, "TaskTemplate.ContainerSpec.Privileges.NoNewPrivileges": { since: 44 }, "TaskTemplate.ContainerSpec.Privileges.Seccomp": { since: 44 }, "TaskTemplate.ContainerSpec.Ulimits": { since: 41 }, "TaskTemplate.Resources.Limits.GenericResources": { until: 40 }, "TaskTemplate.Resources.Limits.Pids": { since: 41 } } },
  ServiceDelete: { method: "DELETE", path: "/services/{id}", answer: "empty" },
  ServiceInspect: { method: "GET", path: "/services/{id}", answer: "json", query: { insertDefaults: {} } },
  ServiceList: { method: "GET", path: "/services", answer: "json", query: { filters: { form: "filters" }, status: { since: 41 } }, filters: { id: {}, label: {}, mode: {}, name: {}, runtime: {} } },
  ServiceLogs: { method: "GET", path: "/services/{id}/logs", answer: "logs", query: { details: {}, follow: {}, stdout: {}, stderr: {}, since: { form: "time" }, timestamps: {}, tail: {} } },
  ServiceUpdate: { method: "POST", path: "/services/{id}/update", answer: "json", body: "json", query: { version: { required: true }, registryAuthFrom: {}, rollback: {} }, fields: { "Mode.GlobalJob": { since: 41 }, "Mode.ReplicatedJob": { since: 41 }, "TaskTemplate.ContainerSpec.CapabilityAdd": { since: 41 }, "TaskTemplate.ContainerSpec.CapabilityDrop": { since: 41 }, "TaskTemplate.ContainerSpec.Healthcheck.StartInterval": { since: 44 }, "TaskTemplate.ContainerSpec.Mounts[].BindOptions.CreateMountpoint": { since: 42 }, "TaskTemplate.ContainerSpec.Mounts[].BindOptions.ReadOnlyForceRecursive": { since: 44 }, "TaskTemplate.ContainerSpec.Mounts[].BindOptions.ReadOnlyNonRecursive": { since: 44 }, "TaskTemplate.ContainerSpec.Mounts[].ClusterOptions": { since: 42 }, "TaskTemplate.ContainerSpec.Mounts[].ImageOptions": { since: 48 }, "TaskTemplate.ContainerSpec.Mounts[].TmpfsOptions.Options": { since: 46 }, "TaskTemplate.ContainerSpec.Mounts[].VolumeOptions.Subpath": { since: 45 }, "TaskTemplate.ContainerSpec.OomScoreAdj": { since: 46 }, "TaskTemplate.ContainerSpec.Privileges.AppArmor": { since: 44 }, "TaskTemplate.ContainerSpec.Privileges.NoNewPrivileges": { since: 44 }, "TaskTemplate.ContainerSpec.Privileges.Seccomp": { since: 44 }, "TaskTemplate.ContainerSpec.Ulimits": { since: 41 }, "TaskTemplate.Resources.Limits.GenericResources": { until: 40 }, "TaskTemplate.Resources.Limits.Pids": { since: 41 } } },
  Session: { method: "POST", path: "/session", answer: "session" },
  SwarmInit: { method: "POST", path: "/swarm/init", answer: "json", body: "json" },
  SwarmInspect: { method: "GET", path: "/swarm", answer: "json" },
  SwarmJoin: { method: "POST", path: "/swarm/join", answer: "empty", body: "json" },
  SwarmLeave: { method: "POST", path: "/swarm/leave", answer: "empty", query: { force: {} } },
  SwarmUnlock: { method: "POST", path: "/swarm/unlock", answer: "empty", body: "json" },
  SwarmUnlockkey: { method: "GET", path: "/swarm/unlockkey", answer: "json" },
  SwarmUpdate: { method: "POST", path: "/swarm/update", answer: "empty", body: "json", query: { version: { required: true }, rotateWorkerToken: {}, rotateManagerToken: {}, rotateManagerUnlockKey: {} } },
  SystemAuth: { method: "POST", path: "/auth", answer: "json", body: "json" },
  SystemDataUsage: { method: "GET", path: "/system/df", answer: "json", query: { type: { form: "list", since: 42 } } },
  SystemEvents: { method: "GET", path: "/events", answer: "json-stream", query: { since: { form: "time" }, until: { form: "time" }, filters: { form: "filters" } }, filters: { config: {}, container: {}, daemon: {}, event: {}, image: {}, label: {}, network: {}, node: {}, plugin: {}, scope: {}, secret: {}, service: {}, type: {}, volume: {} } },
  SystemInfo: { method: "GET", path: "/info", answer: "json" },
  SystemPing: { method: "GET", path: "/_ping", answer: "text" },
  SystemPingHead: { method: "HEAD", path: "/_ping", answer: "headers" },
  SystemVersion: { method: "GET", path: "/version", answer: "json" },
  TaskInspect: { method: "GET", path: "/tasks/{id}", answer: "json" },
  TaskList: { method: "GET", path: "/tasks", answer: "json", query: { filters: { form: "filters" } }, filters: { "desired-state": {}, id: {}, label: {}, name: {}, node: {}, runtime: {}, service: {} } },
  TaskLogs: { method: "GET", path: "/tasks/{id}/logs", answer: "logs", query: { details: {}, follow: {}, stdout: {}, stderr: {}, since: { form: "time" }, timestamps: {}, tail: {} } },
  VolumeCreate: { method: "POST", path: "/volumes/create", answer: "json", body: "json", fields: { ClusterVolumeSpec: { since: 42 } } },
  VolumeDelete: { method: "DELETE", path: "/volumes/{name}", answer: "empty", query: { force: {} } },
  VolumeInspect: { method: "GET", path: "/volumes/{name}", answer: "json" },
  VolumeList: { method: "GET", path: "/volumes", answer: "json", query: { filters: { form: "filters" } }, filters: { dangling: {}, driver: {}, label: {}, name: {} } },
  VolumePrune: { method: "POST", path: "/volumes/prune", answer: "json", query: { filters: { form: "filters" } }, filters: { all: { since: 42 }, label: {}, "label!": {} } },
  VolumeUpdate: { method: "PUT", path: "/volumes/{name}", answer: "empty", since: 42, body: "json", query: { version: { required: true } } },
} as const satisfies Record<string, OperationFacts>;

export type OperationId = keyof typeof operations;
