import { exec } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUSYBOX_IMAGE, importBusybox } from "../../scripts/engine/busybox.js";
import type { DeploySpec } from "../../src/actions/deploy-spec.js";
import { Docker } from "../../src/docker.js";
import { NotFoundError } from "../../src/errors.js";
import { deployer } from "./deploy-client.js";

const {
  /** The addresses of three engines of one swarm, the first of them a manager, the last a worker. */
  DOCKER_ENGINE_SDK_TEST_SWARM: addresses = "",
  /** Shell commands that kill a node without a goodbye, and start it again. The node's host name is put behind. */
  DOCKER_ENGINE_SDK_TEST_SWARM_CRASH: crash = "",
  DOCKER_ENGINE_SDK_TEST_SWARM_REVIVE: revive = "",
} = process.env;
const hosts = addresses.split(",").filter((host) => host !== "");
const reason = hosts.length > 0 ? "" : ": DOCKER_ENGINE_SDK_TEST_SWARM names none";

const name = `sdk-three-nodes-${process.pid}`;

// One story: each test goes on where the one before has ended.
describe.skipIf(reason !== "")(`a swarm of three nodes${reason}`, { timeout: 120_000 }, () => {
  const engines = hosts.map((host) => new Docker({ host }));
  const [manager = new Docker()] = engines;
  const swarm = deployer({ host: hosts[0] ?? "" });
  /** The host name and id of the node that will be killed. */
  let victim = { id: "", name: "" };

  beforeAll(async () => {
    if (hosts.length !== 3 || crash === "" || revive === "") {
      throw new Error("Three addresses are needed, and the commands to crash and to revive a node.");
    }
    for (const host of hosts) await importBusybox({ host });
    const { Swarm, Name } = (await engines[2]?.system.info()) ?? {};
    victim = { id: Swarm?.NodeID ?? "", name: Name ?? "" };
  });

  afterAll(async () => {
    await manager.services.remove(name).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
    });
    await Promise.all([swarm, ...engines].map((each) => each.close()));
  });

  test("takes six replicas, two a node", async () => {
    const { failure, result, events } = await swarm.deploy(specOf(), {}, { timeout: 60_000 });
    expect(failure).toBeUndefined();
    expect(result).toMatchObject({ name, created: true });
    expect(countBy(result?.tasks ?? [], ({ node }) => node)).toEqual([2, 2, 2]);
    expect(events).toContainEqual({ kind: "progress", running: 6, completed: 0, desired: 6 });
    expect(await runningOn(victim.id)).toHaveLength(2);
  });

  test("gives the tasks of a node that dies to the others", async () => {
    const before = await runningOn(victim.id);
    await promisify(exec)(`${crash} ${victim.name}`);
    await expect.poll(() => stateOf(victim.id), { timeout: 60_000, interval: 500 }).toBe("down");
    expect((await manager.nodes.list({ filters: { id: [victim.id] } }))[0]?.Status.State).toBe("down");

    const { failure, result } = await swarm.deploy(specOf(), {}, { timeout: 60_000 });
    expect(failure).toBeUndefined();
    expect(result).toMatchObject({ created: false });
    expect(countBy(result?.tasks ?? [], ({ node }) => node)).toEqual([3, 3]);
    expect(result?.tasks.map(({ nodeId }) => nodeId)).not.toContain(victim.id);
    // The engine still counts those that nobody has heard the end of: 8 of 6, and that is what a deployment does not do.
    const [listed] = await manager.services.list({ filters: { name: [name] }, status: true });
    expect(listed?.ServiceStatus).toMatchObject({ RunningTasks: 8, DesiredTasks: 6 });
    expect(await runningOn(victim.id)).toEqual([]);
    const lost = await manager.tasks.list({
      filters: { service: [name], node: [victim.id], "desired-state": ["shutdown"] },
    });
    expect(lost.map(({ ID }) => ID).toSorted()).toEqual(before);
  });

  test("takes the node back", async () => {
    await promisify(exec)(`${revive} ${victim.name}`);
    await expect.poll(() => stateOf(victim.id), { timeout: 60_000, interval: 500 }).toBe("ready");
    const { failure, result } = await swarm.deploy(specOf(), {}, { timeout: 60_000 });
    expect(failure).toBeUndefined();
    expect(result?.tasks).toHaveLength(6);
    // Now that the node has told what became of its tasks, the engine's count is right again.
    const status = async () =>
      (await manager.services.list({ filters: { name: [name] }, status: true }))[0]?.ServiceStatus;
    expect(await status()).toMatchObject({ RunningTasks: 6, DesiredTasks: 6 });
  });

  test("gives the output of all tasks, whatever node they run on", async () => {
    const hosts = async () => {
      const { stdout } = await manager.services.logs(name, { stdout: true }).collect();
      return new Set(stdout.toString().split("\n").filter(Boolean));
    };
    await expect.poll(async () => (await hosts()).size, { timeout: 30_000 }).toBeGreaterThanOrEqual(6);
    for (const line of await hosts()) expect(line).toMatch(/^first from [0-9a-f]{12}$/);
  });

  test("changes the tasks two by two when the spec changes", async () => {
    const { failure, result, events } = await swarm.deploy(specOf("second"), {}, { timeout: 100_000 });
    expect(failure).toBeUndefined();
    const counts = events.flatMap((event) => (event.kind === "progress" ? [event.running] : []));
    expect(counts[0]).toBe(0);
    expect(counts.at(-1)).toBe(6);
    expect(Math.max(...counts)).toBe(6);
    // At no time is more than a batch away.
    const alive = await manager.tasks.list({ filters: { service: [name], "desired-state": ["running"] } });
    expect(alive.map(({ Spec }) => Spec.ContainerSpec?.Env)).toEqual(Array(6).fill(["SAYS=second"]));
    expect(alive.map(({ ID }) => ID).toSorted()).toEqual(
      result?.tasks.map(({ taskId }) => taskId).toSorted(),
    );
    // The node that has come back is used again.
    expect(countBy(result?.tasks ?? [], ({ node }) => node)).toEqual([2, 2, 2]);
  });

  test("goes back when the new image is not to be had", async () => {
    const { failure, events } = await swarm.deploy(
      specOf("third", `${BUSYBOX_IMAGE}-missing`),
      {},
      { timeout: 100_000 },
    );
    expect(failure).toMatchObject({
      name: "DeployError",
      code: "DEPLOY_ROLLED_BACK",
      message: expect.stringContaining("No such image"),
    });
    expect(events).toContainEqual(expect.objectContaining({ kind: "rollback" }));
    const { Spec } = await manager.services.inspect(name);
    expect(Spec.TaskTemplate.ContainerSpec).toMatchObject({ Image: BUSYBOX_IMAGE, Env: ["SAYS=second"] });
    const { failure: none, result } = await swarm.deploy(specOf("second"), {}, { timeout: 60_000 });
    expect(none).toBeUndefined();
    expect(result?.tasks).toHaveLength(6);
  });

  test("removes the service from every node", async () => {
    await manager.services.remove(name);
    await expect(manager.services.inspect(name)).rejects.toThrow(NotFoundError);
    const filters = { label: [`com.docker.swarm.service.name=${name}`] };
    for (const engine of engines) {
      await expect
        .poll(() => engine.containers.list({ all: true, filters }), { timeout: 30_000 })
        .toEqual([]);
    }
  });

  async function stateOf(id: string): Promise<string | undefined> {
    return (await manager.nodes.inspect(id)).Status.State;
  }

  async function runningOn(node: string): Promise<string[]> {
    const filters = { service: [name], node: [node], "desired-state": ["running" as const] };
    return (await manager.tasks.list({ filters })).map(({ ID }) => ID).toSorted();
  }
});

function specOf(word = "first", image = BUSYBOX_IMAGE): DeploySpec {
  return {
    Name: name,
    TaskTemplate: {
      ContainerSpec: {
        Image: image,
        Command: ["/bin/sh", "-c", 'echo "$SAYS from $HOSTNAME"; sleep 1000'],
        Env: [`SAYS=${word}`],
        StopSignal: "SIGKILL",
      },
      RestartPolicy: { Condition: "any", Delay: 5e8 },
    },
    Mode: { Replicated: { Replicas: 6 } },
    UpdateConfig: { Parallelism: 2, Monitor: 2e9, FailureAction: "rollback" },
    RollbackConfig: { Parallelism: 0, Monitor: 1e9 },
  };
}

function countBy<T>(values: readonly T[], key: (value: T) => unknown): number[] {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return [...counts.values()];
}
