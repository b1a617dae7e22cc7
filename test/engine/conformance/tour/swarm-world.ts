import type { TestEngine } from "../../setup/each-engine.js";
import type { Round } from "../round.js";
import { idOf } from "./containers.js";

/** What there is to look at in a swarm. */
export interface SwarmWorld {
  readonly engine: TestEngine;
  readonly secret: string;
  readonly config: string;
  readonly network: string;
  readonly services: readonly string[];
}

/** Makes the engine a swarm of its own, unless it is part of one; says whether it did, or that it may not ask. */
export async function enterSwarm(round: Round): Promise<"entered" | "present" | "no manager"> {
  const { Swarm } = (await round.ask("SystemInfo")) as {
    Swarm: { LocalNodeState: string; ControlAvailable: boolean };
  };
  if (Swarm.LocalNodeState === "active") return Swarm.ControlAvailable ? "present" : "no manager";
  await round.ask("SwarmInit", {
    body: {
      ListenAddr: "127.0.0.1:2377",
      AdvertiseAddr: "127.0.0.1",
      Spec: { Labels: { a: "b" }, CAConfig: { NodeCertExpiry: 7_776_000_000_000_000 } },
    },
  });
  return "entered";
}

export async function buildSwarmWorld(round: Round, engine: TestEngine): Promise<SwarmWorld> {
  const { uniqueName, labels } = engine;
  const spec = (area: string, content: string) => ({
    Name: uniqueName(area),
    Labels: labels,
    Data: Buffer.from(content).toString("base64"),
  });
  const secret = idOf(await round.ask("SecretCreate", { body: spec("secret", "s") }));
  const config = idOf(await round.ask("ConfigCreate", { body: spec("config", "c") }));
  const secretName = await nameOf(round, "SecretInspect", secret);
  const configName = await nameOf(round, "ConfigInspect", config);
  const network = uniqueName("overlay");
  await round.ask("NetworkCreate", {
    body: { Name: network, Labels: labels, Driver: "overlay", Attachable: true },
  });
  const file = (Name: string) => ({ Name, UID: "0", GID: "0", Mode: 0o444 });
  const rich = {
    Name: uniqueName("service"),
    Labels: labels,
    TaskTemplate: {
      ContainerSpec: {
        Image: engine.image,
        Labels: labels,
        Command: ["sh", "-c", "while :; do echo tick; sleep 1; done"],
        Env: ["A=b"],
        Hostname: "{{.Service.Name}}",
        Dir: "/tmp",
        User: "root",
        Groups: ["0"],
        Privileges: { SELinuxContext: { Disable: true } },
        Mounts: [{ Type: "tmpfs", Target: "/scratch", TmpfsOptions: { SizeBytes: 65_536 } }],
        StopSignal: "SIGKILL",
        StopGracePeriod: 1_000_000_000,
        Healthcheck: { Test: ["CMD", "true"], Interval: 1_000_000_000 },
        Hosts: ["192.0.2.9 db"],
        DNSConfig: { Nameservers: ["192.0.2.53"], Search: ["example.test"], Options: ["ndots:1"] },
        Secrets: [{ File: file("s"), SecretID: secret, SecretName: secretName }],
        Configs: [{ File: file("/c"), ConfigID: config, ConfigName: configName }],
        Sysctls: { "net.ipv4.ip_unprivileged_port_start": "0" },
        CapabilityAdd: ["CAP_NET_ADMIN"],
        CapabilityDrop: ["CAP_MKNOD"],
        Ulimits: [{ Name: "nofile", Soft: 100, Hard: 200 }],
        Init: false,
      },
      Resources: {
        Limits: { NanoCPUs: 500_000_000, MemoryBytes: 33_554_432, Pids: 50 },
        Reservations: { MemoryBytes: 4_194_304 },
      },
      RestartPolicy: { Condition: "on-failure", Delay: 1_000_000_000, MaxAttempts: 1 },
      Placement: {
        Constraints: ["node.role==manager"],
        Preferences: [{ Spread: { SpreadDescriptor: "node.labels.zone" } }],
        MaxReplicas: 2,
        Platforms: [{ OS: "linux" }],
      },
      Networks: [{ Target: network, Aliases: ["svc"] }],
      LogDriver: { Name: "json-file", Options: { "max-size": "1m" } },
      ForceUpdate: 0,
    },
    Mode: { Replicated: { Replicas: 1 } },
    UpdateConfig: { Parallelism: 1, Delay: 1, FailureAction: "pause", Monitor: 1, MaxFailureRatio: 0.5 },
    RollbackConfig: { Parallelism: 1, FailureAction: "continue", Order: "stop-first" },
    EndpointSpec: { Mode: "vip", Ports: [{ Protocol: "tcp", TargetPort: 80, PublishMode: "host" }] },
  };
  const job = { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 1 } };
  const services = [
    idOf(await round.ask("ServiceCreate", { body: rich })),
    idOf(await round.ask("ServiceCreate", { body: plainService(engine, { Global: {} }) })),
    ...(round.since("1.41")
      ? [
          idOf(await round.ask("ServiceCreate", { body: plainService(engine, job, "true") })),
          idOf(await round.ask("ServiceCreate", { body: plainService(engine, { GlobalJob: {} }, "false") })),
        ]
      : []),
  ];
  await round.until("TaskList", {}, (tasks) => {
    const settled = tasksOf(tasks, services).filter(({ Status }) => !UNSETTLED.includes(Status.State));
    return settled.length >= services.length || undefined;
  });
  return { engine, secret, config, network, services };
}

const UNSETTLED = "new allocated pending assigned accepted preparing ready starting".split(" ");

const ACTIVE = [...UNSETTLED, "running"];

interface TaskState {
  readonly ServiceID: string;
  readonly Status: { readonly State: string };
}

function tasksOf(tasks: unknown, services: readonly string[]): TaskState[] {
  return (tasks as TaskState[]).filter(({ ServiceID }) => services.includes(ServiceID));
}

export async function removeSwarmWorld(round: Round, world: SwarmWorld): Promise<void> {
  for (const id of world.services) await round.ask("ServiceDelete", { path: { id } });
  // Tasks keep what they use until they have ended.
  await round.until("TaskList", {}, (tasks) => {
    const active = tasksOf(tasks, world.services).filter(({ Status }) => ACTIVE.includes(Status.State));
    return active.length === 0 || undefined;
  });
  for (const id of world.services) await removeContainersOf(round, id);
  await round.ask("SecretDelete", { path: { id: world.secret } });
  await round.ask("ConfigDelete", { path: { id: world.config } });
  await round.ask("NetworkDelete", { path: { id: world.network } });
}

/** Engine 20.10 leaves those of a job. */
async function removeContainersOf(round: Round, service: string): Promise<void> {
  const query = { all: true, filters: { label: [`com.docker.swarm.service.id=${service}`] } };
  for (const { Id } of (await round.ask("ContainerList", { query })) as { Id: string }[])
    await round.probe("ContainerDelete", { path: { id: Id }, query: { force: true } });
  await round.until("ContainerList", { query }, (left) => (left as unknown[]).length === 0 || undefined);
}

export function plainService(
  { uniqueName, labels, image }: TestEngine,
  Mode: object,
  command = "sleep 600",
): { Name: string; Mode: object; TaskTemplate: { ContainerSpec: object; RestartPolicy: object } } & object {
  return {
    Name: uniqueName("service"),
    Labels: labels,
    TaskTemplate: {
      ContainerSpec: { Image: image, Labels: labels, Command: command.split(" "), StopSignal: "SIGKILL" },
      RestartPolicy: { Condition: "none" },
    },
    Mode,
  } as ReturnType<typeof plainService>;
}

async function nameOf(round: Round, operation: string, id: string): Promise<string> {
  return ((await round.ask(operation, { path: { id } })) as { Spec: { Name: string } }).Spec.Name;
}
