import type { Round } from "../round.js";
import { idOf } from "./containers.js";
import { plainService, type SwarmWorld } from "./swarm-world.js";

/** Everything that there is to ask a swarm's manager. */
export async function tourSwarm(round: Round, world: SwarmWorld): Promise<void> {
  const { Spec, Version } = (await round.ask("SwarmInspect")) as Versioned;
  await round.ask("SwarmUpdate", { query: { version: Version.Index }, body: Spec });
  await round.ask("SwarmUnlockkey");
  await round.probe("SwarmInit", { body: { ListenAddr: "127.0.0.1:2377" } });
  await round.ask("SystemInfo");
  await tourNodes(round);
  await tourServices(round, world);
  await tourTasks(round, world);
  await tourKept(round, world, "Secret", world.secret);
  await tourKept(round, world, "Config", world.config);
  await round.ask("NetworkList");
  await round.ask("NetworkInspect", { path: { id: world.network }, query: { verbose: true } });
  await round.ask("NetworkInspect", { path: { id: "ingress" } });
}

interface Versioned {
  readonly ID: string;
  readonly Version: { readonly Index: number };
  readonly Spec: object;
}

async function tourNodes(round: Round): Promise<void> {
  for (const { ID, Version, Spec } of (await round.ask("NodeList")) as Versioned[]) {
    await round.ask("NodeInspect", { path: { id: ID } });
    await round.ask("NodeUpdate", { path: { id: ID }, query: { version: Version.Index }, body: Spec });
  }
  await round.probe("NodeInspect", { path: { id: "sdk-no-such-node" } });
}

async function tourServices(round: Round, { engine, services }: SwarmWorld): Promise<void> {
  await round.ask("ServiceList");
  if (round.since("1.41")) await round.ask("ServiceList", { query: { status: true } });
  for (const id of services) await round.ask("ServiceInspect", { path: { id } });
  const [first = ""] = services;
  await round.ask("ServiceInspect", { path: { id: first }, query: { insertDefaults: true } });
  await round.probe("ServiceInspect", { path: { id: "sdk-no-such-service" } });
  await round.ask("ServiceLogs", { path: { id: first }, query: { stdout: true, tail: 2 } });
  const body = plainService(engine, { Replicated: { Replicas: 0 } });
  const path = { id: idOf(await round.ask("ServiceCreate", { body })) };
  const { Version } = (await round.ask("ServiceInspect", { path })) as Versioned;
  await round.ask("ServiceUpdate", {
    path,
    query: { version: Version.Index },
    body: { ...body, TaskTemplate: { ...body.TaskTemplate, ForceUpdate: 1 } },
  });
  const updated = (await round.ask("ServiceInspect", { path })) as Versioned;
  await round.ask("ServiceUpdate", {
    path,
    query: { version: updated.Version.Index, rollback: "previous" },
    body,
  });
  await round.ask("ServiceInspect", { path });
  await round.ask("ServiceDelete", { path });
}

async function tourTasks(round: Round, { services }: SwarmWorld): Promise<void> {
  const tasks = (await round.ask("TaskList")) as { ID: string; ServiceID: string }[];
  for (const { ID } of tasks) await round.ask("TaskInspect", { path: { id: ID } });
  const logged = tasks.find(({ ServiceID }) => ServiceID === services[0]);
  if (logged !== undefined)
    await round.ask("TaskLogs", { path: { id: logged.ID }, query: { stdout: true, tail: 2 } });
  await round.probe("TaskInspect", { path: { id: "sdk-no-such-task" } });
}

/** Secrets and configs are asked for alike. */
async function tourKept(
  round: Round,
  { engine }: SwarmWorld,
  noun: "Secret" | "Config",
  present: string,
): Promise<void> {
  await round.ask(`${noun}List`);
  await round.ask(`${noun}Inspect`, { path: { id: present } });
  await round.probe(`${noun}Inspect`, { path: { id: `sdk-no-such-${noun}` } });
  const body = { Name: engine.uniqueName(noun.toLowerCase()), Labels: engine.labels, Data: "YQ==" };
  const path = { id: idOf(await round.ask(`${noun}Create`, { body })) };
  const { Version } = (await round.ask(`${noun}Inspect`, { path })) as Versioned;
  await round.ask(`${noun}Update`, {
    path,
    query: { version: Version.Index },
    body: { ...body, Labels: { ...engine.labels, a: "b" } },
  });
  await round.ask(`${noun}Inspect`, { path });
  await round.ask(`${noun}Delete`, { path });
}
