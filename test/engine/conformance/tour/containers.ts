import { tar } from "../../../../scripts/engine/tar.js";
import type { Round } from "../round.js";
import { makeContainer, type World } from "./world.js";

/** Everything that there is to ask about containers, and one container's life. */
export async function tourContainers(round: Round, world: World): Promise<void> {
  await Promise.all([look(round, world), watch(round, world), live(round, world)]);
}

async function look(round: Round, { containers, engine, running, exited, created, terminal }: World) {
  const { image } = engine;
  await round.ask("ContainerList");
  await round.ask("ContainerList", { query: { all: true, size: true, limit: 50 } });
  await round.ask("ContainerList", { query: { all: true, filters: { ancestor: [image] } } });
  for (const id of containers) await round.ask("ContainerInspect", { path: { id } });
  await round.ask("ContainerInspect", { path: { id: running }, query: { size: true } });
  await round.probe("ContainerInspect", { path: { id: "sdk-no-such-container" } });
  await round.ask("ContainerTop", { path: { id: running } });
  await round.ask("ContainerTop", { path: { id: running }, query: { ps_args: "-o pid,comm" } });
  await round.probe("ContainerTop", { path: { id: exited } });
  for (const id of [running, exited, created]) await round.ask("ContainerChanges", { path: { id } });
  for (const id of [terminal, exited])
    await round.ask("ContainerLogs", { path: { id }, query: { stdout: true, stderr: true, tail: 5 } });
  await round.probe("ContainerLogs", { path: { id: exited } });
  await round.ask("ContainerExport", { path: { id: created } });
  await round.ask("ContainerArchive", { path: { id: running }, query: { path: "/etc/passwd" } });
  await round.ask("ContainerArchiveInfo", { path: { id: running }, query: { path: "/etc/passwd" } });
  await round.probe("ContainerArchive", { path: { id: running }, query: { path: "/nothing" } });
}

/** The slow ones: a container's statistics come once a second. */
async function watch(round: Round, { running, exited, created }: World): Promise<void> {
  await Promise.all([
    round.ask("ContainerStats", { path: { id: running }, lines: 2 }),
    round.ask("ContainerStats", { path: { id: running }, query: { stream: false } }),
    round.ask("ContainerStats", { path: { id: exited }, query: { stream: false } }),
    round.ask("ContainerStats", { path: { id: created }, query: { stream: false } }),
  ]);
  if (round.since("1.41"))
    await round.ask("ContainerStats", {
      path: { id: running },
      query: { stream: false, "one-shot": true },
    });
}

async function live(round: Round, { engine, networks }: World): Promise<void> {
  const id = await makeContainer(round, engine, "life", {
    Cmd: ["sleep", "600"],
    Tty: true,
    OpenStdin: true,
    StopTimeout: 0,
  });
  const path = { id };
  await round.ask("ContainerRename", { path, query: { name: engine.uniqueName("renamed") } });
  await round.ask("ContainerStart", { path });
  await round.ask("ContainerStart", { path });
  await round.ask("ContainerResize", { path, query: { h: 20, w: 80 } });
  await round.ask("ContainerUpdate", {
    path,
    body: { RestartPolicy: { Name: "no" }, Memory: 33_554_432, MemorySwap: -1 },
  });
  await round.ask("PutContainerArchive", { path, query: { path: "/tmp" }, body: someFiles });
  const [, internal = ""] = networks;
  await round.ask("NetworkConnect", { path: { id: internal }, body: { Container: id } });
  await round.ask("ContainerInspect", { path });
  await round.ask("NetworkDisconnect", { path: { id: internal }, body: { Container: id, Force: true } });
  await execute(round, id);
  await round.ask("ContainerPause", { path });
  await round.ask("ContainerUnpause", { path });
  await round.ask("ContainerRestart", { path, query: { t: 0 } });
  const ended = round.ask("ContainerWait", { path, query: { condition: "next-exit" } });
  await round.until("ContainerInspect", { path }, (value) => isRunning(value) || undefined);
  await round.ask("ContainerKill", { path, query: { signal: "KILL" } });
  await round.ask("ContainerWait", { path });
  await round.ask("ContainerStop", { path });
  await round.ask("ContainerDelete", { path, query: { force: true } });
  // Where it was armed too late for the kill, the removal is the exit it waits for.
  await ended;
}

async function execute(round: Round, container: string): Promise<void> {
  const path = { id: container };
  const made = await round.ask("ContainerExec", {
    path,
    body: { Cmd: ["sleep", "600"], AttachStdout: true, Tty: true, Env: ["A=b"], User: "root" },
  });
  const id = idOf(made);
  await round.ask("ExecInspect", { path: { id } });
  await round.ask("ExecStart", { path: { id }, body: { Detach: true, Tty: true } });
  await round.until("ExecInspect", { path: { id } }, (value) => (value as { Pid: number }).Pid || undefined);
  await round.ask("ExecResize", { path: { id }, query: { h: 20, w: 80 } });
  await round.ask("ContainerInspect", { path });
  const short = idOf(await round.ask("ContainerExec", { path, body: { Cmd: ["sh", "-c", "exit 4"] } }));
  await round.ask("ExecStart", { path: { id: short }, body: { Detach: true } });
  await round.until(
    "ExecInspect",
    { path: { id: short } },
    (value) => isRunning(value) === false || undefined,
  );
}

function isRunning(value: unknown): boolean | undefined {
  const { State, Running } = value as { State?: { Running: boolean }; Running?: boolean };
  return State?.Running ?? Running;
}

export function idOf(value: unknown): string {
  const { Id, ID } = value as { Id?: string; ID?: string };
  const id = Id ?? ID;
  if (id === undefined) throw new Error("there is no id in the answer of a creation");
  return id;
}

const someFiles = tar([{ path: "a.txt", mode: 0o644, content: Buffer.from("a\n") }]);
