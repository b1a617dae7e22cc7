import { afterEach, describe, expect, test, vi } from "vitest";
import { type DeployOptions, deploy } from "../../src/actions/deploy.js";
import { DeployError } from "../../src/actions/deploy-error.js";
import type { DeploySpec } from "../../src/actions/deploy-spec.js";
import { ConflictError } from "../../src/errors.js";
import { failureOf, present, soon, spec, status, template, two } from "./deploy-case.js";
import { fakeSwarm, task } from "./fake-swarm.js";

afterEach(() => vi.unstubAllEnvs());

describe("deploy updates", () => {
  test("the service of the name, by the version that was read, and leaves the caller's spec alone", async () => {
    await using engine = await fakeSwarm({
      services: [present()],
      tasks: two(),
      onLook: (swarm) => {
        swarm.tasks = [task(1, { id: "new1" }), task(2, { id: "new2" })];
      },
    });
    const frozen = Object.freeze({ ...spec, TaskTemplate: Object.freeze({ ...spec.TaskTemplate }) });
    const deployed = await deploy(engine.client, frozen, Object.freeze({ ...soon, force: true }));
    expect(deployed).toMatchObject({ created: false, id: "s1", version: 11 });
    const update = engine.daemon.calls.find(({ path }) => path === "/services/s1/update");
    expect(Object.fromEntries(update?.query ?? [])).toEqual({ version: "10" });
    expect(engine.bodies).toEqual([{ ...spec, TaskTemplate: { ...spec.TaskTemplate, ForceUpdate: 1 } }]);
  });

  test.each<[string, DeploySpec, DeployOptions, number]>([
    ["keeps the count of forced updates", spec, {}, 4],
    ["counts one more when it is forced", spec, { force: true }, 5],
    ["takes the count of the spec", { ...spec, TaskTemplate: { ForceUpdate: 9 } }, {}, 9],
  ])("and %s", async (_, wish, options, ForceUpdate) => {
    const found = present({}, { TaskTemplate: template(4) });
    await using engine = await fakeSwarm({
      services: [found],
      onLook: (swarm) => {
        swarm.tasks = two().map((task) => ({ ...task, ID: `${task.ID}-new` }));
      },
    });
    await deploy(engine.client, wish, { ...soon, ...options });
    expect(engine.bodies[0]).toMatchObject({ TaskTemplate: { ForceUpdate } });
  });

  test("without credentials where it has none, so that the stored ones stay, and with those it has", async () => {
    const registryAuth = { "r.example": { username: "u", password: "p" } };
    for (const [image, sent] of [
      ["other.example/a:1", false],
      ["r.example/a:1", true],
    ] as const) {
      vi.stubEnv("DOCKER_CONFIG", "/no/such/folder");
      await using engine = await fakeSwarm({ services: [present()], tasks: [], client: { registryAuth } });
      const ContainerSpec = { Image: image };
      const none = { ...spec, TaskTemplate: { ContainerSpec }, Mode: { Replicated: { Replicas: 0 } } };
      await deploy(engine.client, none, soon);
      const update = engine.daemon.calls.find(({ path }) => path === "/services/s1/update");
      expect("x-registry-auth" in (update?.headers ?? {})).toBe(sent);
      vi.unstubAllEnvs();
    }
  });

  test("again when the swarm's bookkeeping came between", async () => {
    let reads = 0;
    const found = present();
    await using engine = await fakeSwarm({
      tasks: two(),
      services: [found],
      routes: {
        "GET /services": (call) => {
          call.json(200, [found]);
          // What was read is outdated at once, twice.
          if (++reads < 3) found.Version.Index = 10 + reads;
        },
      },
    });
    expect(await deploy(engine.client, spec, soon)).toMatchObject({ version: 13 });
    expect(engine.bodies).toHaveLength(3);
  });

  test("not again when somebody else has changed it meanwhile", async () => {
    const found = present();
    await using engine = await fakeSwarm({
      services: [found],
      routes: {
        "GET /services": (call) => {
          call.json(200, [found]);
          Object.assign(found, present({ Version: { Index: 11 } }, { Labels: { by: "somebody else" } }));
        },
      },
    });
    const failure = await failureOf(deploy(engine.client, spec, soon));
    expect(failure).toBeInstanceOf(DeployError);
    expect(failure).toMatchObject({ code: "DEPLOY_CONFLICT", cause: { status: 500 } });
    expect(engine.bodies).toHaveLength(1);
  });

  test("five times at most", async () => {
    const found = present();
    await using engine = await fakeSwarm({
      services: [found],
      routes: {
        "GET /services": (call) => {
          call.json(200, [found]);
          found.Version.Index = (found.Version.Index ?? 0) + 1;
        },
      },
    });
    await expect(deploy(engine.client, spec, soon)).rejects.toThrow("update out of sequence");
    expect(engine.bodies).toHaveLength(5);
  });

  test("what somebody else has created meanwhile", async () => {
    await using engine = await fakeSwarm({
      tasks: two(),
      routes: {
        "POST /services/create": (call) => {
          engine.swarm.services.push(present());
          call.json(409, { message: "service web already exists" });
        },
      },
    });
    expect(await deploy(engine.client, spec, soon)).toMatchObject({ created: false, id: "s1" });
  });

  test("nothing when the name is taken by what it cannot find", async () => {
    await using engine = await fakeSwarm({
      routes: { "POST /services/create": (call) => call.json(409, { message: "name conflicts" }) },
    });
    await expect(deploy(engine.client, spec, soon)).rejects.toThrow(ConflictError);
  });

  test("and does not take the old tasks, nor the status of an update before, for its own", async () => {
    const before = status("rollback_completed", "long ago", "2026-01-01T00:00:00Z");
    const wish = { ...spec, TaskTemplate: { ContainerSpec: { Image: "a:2" } } };
    const old = two();
    await using engine = await fakeSwarm({
      services: [present({ UpdateStatus: before })],
      tasks: old,
      onLook: (swarm, look) => {
        const [found] = swarm.services;
        if (found === undefined) return;
        if (look === 1) found.UpdateStatus = before;
        if (look === 2) found.UpdateStatus = status("updating");
        if (look === 3) {
          swarm.tasks = [
            ...old.map((task) => ({ ...task, DesiredState: "shutdown" as const })),
            task(1, { id: "new1" }),
            task(2, { id: "new2" }),
          ];
        }
        if (look === 4) {
          swarm.tasks = [task(1, { id: "new1" }), task(2, { id: "new2" })];
          found.UpdateStatus = status("completed");
        }
      },
    });
    const { tasks } = await deploy(engine.client, wish, soon);
    expect(tasks.map(({ taskId }) => taskId)).toEqual(["new1", "new2"]);
    expect(engine.looks()).toBe(4);
  });
});
