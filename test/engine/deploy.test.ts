import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DeploySpec } from "../../src/actions/deploy-spec.js";
import type { Docker } from "../../src/docker.js";
import { NotFoundError } from "../../src/errors.js";
import { type Deployer, deployer } from "./deploy-client.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

const bridge = "docker_gwbridge";

describeEngines("a deployment", (engine) => {
  const docker = dockerFor(engine);
  const swarm = deployer(engine);
  let found: "inactive" | "manager" | "worker" = "worker";
  let hadBridge = true;

  beforeAll(async () => {
    const { Swarm } = await docker.system.info();
    if (Swarm?.LocalNodeState !== "inactive") {
      found = Swarm?.ControlAvailable === true ? "manager" : "worker";
      return;
    }
    found = "inactive";
    hadBridge = (await docker.networks.list({ filters: { name: [bridge] } })).length > 0;
    await docker.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  });

  afterAll(async () => {
    if (found === "inactive") {
      await docker.swarm.leave({ force: true });
      // It outlives the swarm.
      if (!hadBridge) await docker.networks.remove(bridge).catch(() => {});
    }
    await swarm.close();
    await docker.close();
  });

  test("creates a service, and updates it only where it has changed", { timeout: 120_000 }, async ({
    skip,
  }) => {
    skip(found === "worker", "the engine is a worker of a swarm");
    await using service = serviceOf(engine, docker, swarm);
    const created = await service.deploy({ replicas: 2 });
    expect(created.failure).toBeUndefined();
    expect(created.events[0]).toMatchObject({ kind: "created", name: service.name });
    expect(created.events).toContainEqual(
      expect.objectContaining({ kind: "progress", running: 2, desired: 2 }),
    );
    expect(created.result).toMatchObject({ name: service.name, created: true, state: "converged" });
    const first = idsOf(created);
    expect(first).toHaveLength(2);

    // Neither is a reason to replace tasks.
    const relabelled = await service.deploy({ replicas: 2, labels: { new: "label" } });
    expect(relabelled.result).toMatchObject({ created: false, id: created.result?.id });
    expect(idsOf(relabelled)).toEqual(first);
    const { Version } = await docker.services.inspect(service.name);
    expect(relabelled.result?.version).toBe(Version.Index);
    expect(idsOf(await service.deploy({ replicas: 3 }))).toEqual(expect.arrayContaining(first));

    const changed = await service.deploy({ replicas: 2, env: "A=b" });
    expect(changed.failure).toBeUndefined();
    expect(idsOf(changed)).toHaveLength(2);
    const second = idsOf(changed);
    for (const id of first) expect(second).not.toContain(id);

    const forced = await service.deploy({ replicas: 2, env: "A=b" }, { force: true });
    for (const id of second) expect(idsOf(forced)).not.toContain(id);
    // The count of forced updates stays as it is, or all would start anew.
    expect(idsOf(await service.deploy({ replicas: 2, env: "A=b" }))).toEqual(idsOf(forced));
    expect(idsOf(await service.deploy({ replicas: 0 }))).toEqual([]);
  });

  test("ends with the reason when the swarm rolls back or pauses", { timeout: 120_000 }, async ({ skip }) => {
    skip(found === "worker", "the engine is a worker of a swarm");
    await using service = serviceOf(engine, docker, swarm);
    await service.deploy({ replicas: 2 });
    const back = await service.deploy({ replicas: 2, command: "exit 3" }, {}, "rollback");
    expect(back.failure).toMatchObject({
      name: "DeployError",
      code: "DEPLOY_ROLLED_BACK",
      message: expect.stringContaining("non-zero exit (3)"),
    });
    expect(back.events.map(({ kind }) => kind)).toContain("rollback");
    const { Spec } = await docker.services.inspect(service.name);
    expect(Spec.TaskTemplate.ContainerSpec?.Command).toContain("sleep 1000");

    const paused = await service.deploy({ replicas: 2, command: "exit 4" }, {}, "pause");
    expect(paused.failure).toMatchObject({
      code: "DEPLOY_PAUSED",
      message: expect.stringContaining("non-zero exit (4)"),
    });
    // And out of it again.
    expect(idsOf(await service.deploy({ replicas: 2, env: "A=c" }))).toHaveLength(2);
  });

  test("tells why nothing starts, when its time is over", { timeout: 120_000 }, async ({ skip }) => {
    skip(found === "worker", "the engine is a worker of a swarm");
    await using service = serviceOf(engine, docker, swarm);
    const image = `${engine.image}-missing`;
    const { failure, events } = await service.deploy({ replicas: 1, image }, {}, undefined, 4_000);
    expect(failure).toMatchObject({
      code: "TIMEOUT_TOTAL",
      milliseconds: 4_000,
      message: expect.stringMatching(/0 of 1 tasks run; \S+\.1 on \S+: No such image/i),
    });
    expect(events).toContainEqual(expect.objectContaining({ kind: "task", state: "rejected" }));
    const bounded = await service.deploy({ replicas: 1, image }, { maxTaskErrors: 0 });
    expect(bounded.failure).toMatchObject({ code: expect.stringMatching(/DEPLOY_(FAILED|PAUSED)/) });
    const nowhere = await service.deploy(
      { replicas: 1, constraint: "node.labels.no==such" },
      {},
      undefined,
      2_000,
    );
    expect(nowhere.failure).toMatchObject({ message: expect.stringContaining("no suitable node") });
    // The service is there all the same, and a spec that works makes it whole.
    expect(idsOf(await service.deploy({ replicas: 1 }))).toHaveLength(1);
  });

  test("knows services of all nodes, and jobs", { timeout: 120_000 }, async ({ skip }) => {
    skip(found === "worker", "the engine is a worker of a swarm");
    await using global = serviceOf(engine, docker, swarm);
    const nodes = await docker.nodes.list();
    const ready = nodes.filter(({ Status }) => Status.State === "ready").length;
    expect(idsOf(await global.deploy({ mode: { Global: {} } }))).toHaveLength(ready);
    const changed = await global.deploy({ mode: { Global: {} }, env: "A=b" });
    expect(changed.failure).toBeUndefined();
    expect(idsOf(changed)).toHaveLength(ready);
    if (!engine.since("1.41")) return;

    await using job = serviceOf(engine, docker, swarm);
    const mode = { ReplicatedJob: { TotalCompletions: 3, MaxConcurrent: 2 } };
    for (const env of ["A=1", "A=2"]) {
      const done = await job.deploy({ mode, command: "echo done", env });
      expect(done.failure).toBeUndefined();
      expect(done.result?.tasks.map(({ state }) => state)).toEqual(["complete", "complete", "complete"]);
      expect(done.events.at(-1)).toMatchObject({ kind: "progress", completed: 3, desired: 3 });
    }
    await using everywhere = serviceOf(engine, docker, swarm);
    const done = await everywhere.deploy({ mode: { GlobalJob: {} }, command: "echo done" });
    expect(done.result?.tasks.map(({ state }) => state)).toEqual(Array(ready).fill("complete"));
  });

  test("goes on when nobody watches any more", { timeout: 120_000 }, async ({ skip }) => {
    skip(found === "worker", "the engine is a worker of a swarm");
    await using service = serviceOf(engine, docker, swarm);
    const reason = new Error("enough");
    const { failure } = await service.deploy(
      { replicas: 2 },
      {},
      undefined,
      undefined,
      AbortSignal.timeout(200),
    );
    expect(failure).toMatchObject({ name: "TimeoutError" });
    expect(
      (await service.deploy({ replicas: 2 }, {}, undefined, undefined, AbortSignal.abort(reason))).failure,
    ).toBe(reason);
    // Without a new task: the first call had told the swarm all.
    const { Spec } = await docker.services.inspect(service.name);
    expect(Spec.Mode).toEqual({ Replicated: { Replicas: 2 } });
    expect(idsOf(await service.deploy({ replicas: 2 }))).toHaveLength(2);
  });
});

interface Wish {
  readonly replicas?: number;
  readonly mode?: DeploySpec["Mode"];
  readonly image?: string;
  readonly command?: string;
  readonly env?: string;
  readonly labels?: Record<string, string>;
  readonly constraint?: string;
}

/** A service of a new name, which is removed at the end. */
function serviceOf(engine: TestEngine, docker: Docker, swarm: Deployer) {
  const name = engine.uniqueName("deploy");
  const specOf = (wish: Wish, FailureAction: "pause" | "rollback"): DeploySpec => ({
    Name: name,
    Labels: { ...engine.labels, ...wish.labels },
    TaskTemplate: {
      ContainerSpec: {
        Image: wish.image ?? engine.image,
        Labels: { ...engine.labels },
        Command: ["/bin/sh", "-c", wish.command ?? "sleep 1000"],
        Env: [wish.env ?? "A=a"],
        StopSignal: "SIGKILL",
      },
      Placement: wish.constraint === undefined ? {} : { Constraints: [wish.constraint] },
      RestartPolicy: {
        Condition: wish.mode?.ReplicatedJob || wish.mode?.GlobalJob ? "none" : "any",
        Delay: 1e8,
      },
    },
    Mode: wish.mode ?? { Replicated: { Replicas: wish.replicas ?? 1 } },
    ...(!wish.mode?.ReplicatedJob &&
      !wish.mode?.GlobalJob && {
        UpdateConfig: { Parallelism: 0, Monitor: 5e8, FailureAction },
        RollbackConfig: { Parallelism: 0, Monitor: 1e8 },
      }),
  });
  return {
    name,
    deploy: (
      wish: Wish,
      options = {},
      action: "pause" | "rollback" = "pause",
      timeout = 60_000,
      signal?: AbortSignal,
    ) => swarm.deploy(specOf(wish, action), options, { timeout, signal }),
    async [Symbol.asyncDispose]() {
      await docker.services.remove(name).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      });
      // Its containers go a moment later, and must be gone before the engine leaves the swarm.
      const filters = { label: [`com.docker.swarm.service.name=${name}`] };
      const left = () => docker.containers.list({ all: true, filters });
      if (!engine.since("1.42")) {
        // Engine 20.10 leaves those of jobs that have ended.
        await vi.waitUntil(async () => (await left()).every(({ State }) => State !== "running"), 20_000);
        for (const { Id } of await left())
          await docker.containers.remove(Id, { force: true }).catch(() => {});
      }
      await vi.waitUntil(async () => (await left()).length === 0, 20_000);
    },
  };
}

function idsOf({ result }: { result: { tasks: readonly { taskId: string }[] } | undefined }): string[] {
  if (result === undefined) throw new Error("The deployment failed");
  return result.tasks.map(({ taskId }) => taskId).toSorted();
}
