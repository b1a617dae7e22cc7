import { describe, expect, test } from "vitest";
import { deploy } from "../../src/actions/deploy.js";
import { DeployError } from "../../src/actions/deploy-error.js";
import { ForbiddenError, NotFoundError } from "../../src/errors.js";
import { failureOf, present, soon, spec, status, two, watched } from "./deploy-case.js";
import { fakeSwarm, node, task } from "./fake-swarm.js";

describe("deploy ends with an error", () => {
  const failed = [
    task(1, { id: "new", state: "rejected", desired: "shutdown", error: "No such image: a:1" }),
  ];

  test.each([
    ["DEPLOY_PAUSED", "paused", "is paused (as it is)"],
    ["DEPLOY_ROLLED_BACK", "rollback_completed", "was rolled back"],
    ["DEPLOY_ROLLBACK_PAUSED", "rollback_paused", "which is paused"],
  ])("%s when the update is %s", async (code, state, words) => {
    await using engine = await fakeSwarm({
      services: [present()],
      onLook: ({ services: [found] }, look) => {
        engine.swarm.tasks = failed;
        if (found) found.UpdateStatus = status(look < 2 ? "rollback_started" : state);
      },
    });
    const { failure, events } = await watched(deploy(engine.client, spec, soon));
    expect(failure).toBeInstanceOf(DeployError);
    expect(failure).toMatchObject({
      name: "DeployError",
      code,
      message: expect.stringContaining(words),
      tasks: [{ taskId: "new", state: "rejected", error: "No such image: a:1" }],
    });
    expect(String(failure)).toContain("web.1 on host-n1: No such image: a:1");
    expect(events).toContainEqual({
      kind: "rollback",
      message: "as it is",
      running: 0,
      completed: 0,
      desired: 2,
    });
  });

  test("and the rollback is told too where it was over before anybody looked", async () => {
    await using engine = await fakeSwarm({
      services: [present()],
      onLook: ({ services: [found] }) => {
        if (found) found.UpdateStatus = status("rollback_completed");
      },
    });
    const { failure, events } = await watched(deploy(engine.client, spec, soon));
    expect(failure).toMatchObject({ code: "DEPLOY_ROLLED_BACK" });
    expect(events.map(({ kind }) => kind)).toContain("rollback");
  });

  test("when somebody else gives the service another spec meanwhile", async () => {
    await using engine = await fakeSwarm({
      onLook: ({ services: [found] }, look) => {
        if (found && look === 2) found.Spec.Labels = { by: "somebody else" };
      },
    });
    await expect(deploy(engine.client, spec, soon)).rejects.toMatchObject({ code: "DEPLOY_SUPERSEDED" });
  });

  test("when more tasks have failed than may", async () => {
    const fail = (count: number) =>
      Array.from({ length: count }, (_, i) => task(1, { id: `f${i}`, state: "failed", error: `exit ${i}` }));
    await using engine = await fakeSwarm({
      onLook: (swarm, look) => {
        swarm.tasks = fail(look);
      },
    });
    const failure = await failureOf(deploy(engine.client, spec, { maxTaskErrors: 2 }));
    expect(failure).toMatchObject({ code: "DEPLOY_FAILED", message: expect.stringContaining("exit 2") });
    expect(engine.looks()).toBe(3);
  });

  test.each([
    [1, "no failure"],
    [0, expect.objectContaining({ code: "DEPLOY_FAILED" })],
  ])(
    "with %i failures allowed only after an update, in which the swarm counts",
    async (maxTaskErrors, end) => {
      await using engine = await fakeSwarm({
        services: [present()],
        onLook: (swarm, look) => {
          const [found] = swarm.services;
          if (found) found.UpdateStatus = status(look < 3 ? "updating" : "completed");
          swarm.tasks = look < 3 ? failed : two();
        },
      });
      expect(await failureOf(deploy(engine.client, spec, { ...soon, maxTaskErrors }))).toEqual(end);
      expect(engine.looks()).toBe(3);
    },
  );

  test("when a task fails that nobody starts again, other than of a job", async () => {
    const RestartPolicy = { Condition: "none" as const };
    const once = { ...spec, TaskTemplate: { ...spec.TaskTemplate, RestartPolicy } };
    await using engine = await fakeSwarm({ tasks: failed });
    await expect(deploy(engine.client, once)).rejects.toMatchObject({ code: "DEPLOY_FAILED" });

    await using jobs = await fakeSwarm({
      onLook: (swarm, look) => {
        swarm.tasks = look < 3 ? failed : [...failed, task(0, { state: "complete", desired: "complete" })];
      },
    });
    const job = { ...once, Mode: { ReplicatedJob: { TotalCompletions: 1 } } };
    expect(await deploy(jobs.client, job)).toMatchObject({ tasks: [{ state: "complete" }] });
  });

  test("when the service is removed meanwhile", async () => {
    await using engine = await fakeSwarm({
      onLook: (swarm, look) => {
        if (look === 2) swarm.services = [];
      },
    });
    await expect(deploy(engine.client, spec)).rejects.toThrow(NotFoundError);
  });

  test("when the swarm refuses the spec", async () => {
    await using engine = await fakeSwarm({
      routes: { "POST /services/create": (call) => call.json(403, { message: "not you" }) },
    });
    await expect(deploy(engine.client, spec)).rejects.toThrow(ForbiddenError);
  });
});

describe("a deployment has converged", () => {
  test("only when the same tasks have run for a while, by the monitor of the update or the option", async () => {
    await using engine = await fakeSwarm({ tasks: two() });
    let begin = performance.now();
    await deploy(engine.client, { ...spec, UpdateConfig: { Monitor: 4e8 } });
    expect(performance.now() - begin).toBeGreaterThan(390);
    begin = performance.now();
    await deploy(engine.client, { ...spec, UpdateConfig: { Monitor: 6e10 } }, { stableFor: 100 });
    expect(performance.now() - begin).toBeGreaterThan(95);
    expect(performance.now() - begin).toBeLessThan(1000);
  });

  test("not when a task was replaced in between", async () => {
    await using engine = await fakeSwarm({
      onLook: (swarm, look) => {
        swarm.tasks = [task(1, { id: look < 3 ? "first" : "second" }), task(2)];
      },
    });
    const { tasks } = await deploy(engine.client, spec, { stableFor: 300 });
    expect(tasks.map(({ taskId }) => taskId)).toEqual(["second", "t2"]);
  });

  test("not with eight of six, two of them on a node that is down", async () => {
    await using engine = await fakeSwarm({
      nodes: [node("n1"), node("n2"), node("n3", "down")],
      onLook: (swarm, look) => {
        const lost = [5, 6].map((slot) => task(slot, { node: "n3", id: `lost${slot}`, desired: "shutdown" }));
        const state = look < 3 ? "starting" : "running";
        const others = [5, 6].map((slot) => task(slot, { node: "n2", state }));
        swarm.tasks = [...[1, 2, 3, 4].map((slot) => task(slot)), ...lost, ...others];
      },
    });
    const six = { ...spec, Mode: { Replicated: { Replicas: 6 } } };
    const { events } = await watched(deploy(engine.client, six, soon));
    const counts = events.flatMap((event) => (event.kind === "progress" ? [event.running] : []));
    expect(counts).toEqual([4, 6]);
  });

  test("on every node that has been given a task", async () => {
    await using engine = await fakeSwarm({
      onLook: (swarm, look) => {
        swarm.tasks = swarm.nodes.map(({ ID }, i) =>
          task(0, { id: `t${i}`, node: ID, state: i < look ? "running" : "starting" }),
        );
      },
    });
    const { tasks } = await deploy(engine.client, { ...spec, Mode: { Global: {} } }, soon);
    expect(tasks.map(({ name }) => name)).toEqual(["web.n1", "web.n2", "web.n3"]);
  });
});
