import { describe, expect, test } from "vitest";
import { deploy } from "../../src/actions/deploy.js";
import type { DeployEvent } from "../../src/actions/deploy-event.js";
import type { DeploySpec } from "../../src/actions/deploy-spec.js";
import { InvalidArgumentError, TimeoutError } from "../../src/errors.js";
import { closed } from "../client/fake-engine.js";
import { failureOf, present, soon, spec, two } from "./deploy-case.js";
import { fakeSwarm, task } from "./fake-swarm.js";

describe("deploy creates", () => {
  test("a service that is not there, and tells how it comes up", async () => {
    await using engine = await fakeSwarm({
      onLook: (swarm, look) => {
        if (look === 1)
          swarm.tasks = [task(1, { state: "preparing" }), task(2, { state: "pending", node: "" })];
        if (look === 2) swarm.tasks = [task(1), task(2, { node: "n2", state: "starting" })];
        if (look === 3) swarm.tasks = [task(1), task(2, { node: "n2" })];
      },
    });
    const deployment = deploy(engine.client, spec, soon);
    const events: DeployEvent[] = [];
    for await (const event of deployment) events.push(event);
    expect(events.map(({ kind }) => kind)).toEqual([
      ...["created", "task", "task", "progress"],
      ...["task", "task", "progress"],
      ...["task", "progress"],
    ]);
    expect(events[0]).toEqual({
      kind: "created",
      id: "s1",
      name: "web",
      warnings: ["image could not be accessed"],
    });
    expect(events[1]).toEqual({
      kind: "task",
      taskId: "t1",
      name: "web.1",
      nodeId: "n1",
      node: "host-n1",
      state: "preparing",
      desiredState: "running",
      error: undefined,
      running: 0,
      completed: 0,
      desired: 2,
    });
    expect(events.at(-1)).toEqual({ kind: "progress", running: 2, completed: 0, desired: 2 });
    expect(await deployment).toMatchObject({
      id: "s1",
      name: "web",
      created: true,
      state: "converged",
      version: 10,
      warnings: ["image could not be accessed"],
      tasks: [
        { taskId: "t1", state: "running" },
        { taskId: "t2", node: "host-n2" },
      ],
    });
    expect(engine.bodies).toEqual([spec]);
  });

  test("one beside others whose names begin like its own", async () => {
    await using engine = await fakeSwarm({
      services: [present({ ID: "s2" }, { Name: "web-old" })],
      tasks: two(),
    });
    expect(await deploy(engine.client, spec, soon)).toMatchObject({ created: true, id: "s1" });
  });

  test.each([
    ["no name", {}],
    ["an empty name", { Name: "" }],
    ["a name with a dot", { Name: "a.b" }],
    ["a path for a name", { Name: "../a" }],
    ["a name that ends with a hyphen", { Name: "a-" }],
    ["a name of 64 letters", { Name: "a".repeat(64) }],
    ["a number for a name", { Name: 5 }],
    ["nothing", null],
    ["a list", []],
  ])("nothing of a spec with %s", async (_, wrong) => {
    await using engine = await fakeSwarm();
    await expect(deploy(engine.client, wrong as DeploySpec)).rejects.toThrow(InvalidArgumentError);
    expect(engine.daemon.calls).toEqual([]);
  });

  test.each([{ stableFor: -1 }, { maxTaskErrors: Number.NaN }, { stableFor: "5s" as unknown as number }])(
    "nothing with the option %o",
    async (wrong) => {
      await using engine = await fakeSwarm();
      await expect(deploy(engine.client, spec, wrong)).rejects.toThrow(InvalidArgumentError);
      expect(engine.daemon.calls).toEqual([]);
    },
  );
});

describe("a deployment whose time is over", () => {
  test("tells how far it has come, and why not further", async () => {
    const why = "no suitable node (scheduling constraints not satisfied on 3 nodes)";
    await using engine = await fakeSwarm({
      tasks: [task(1), task(2, { state: "pending", node: "", error: why })],
    });
    const failure = await failureOf(deploy(engine.client, spec, {}, { timeout: 150 }));
    expect(failure).toBeInstanceOf(TimeoutError);
    expect(failure).toMatchObject({ code: "TIMEOUT_TOTAL", milliseconds: 150, unsent: false });
    expect(String(failure)).toContain(`1 of 2 tasks run; web.2: ${why}`);
    await Promise.all(engine.listeners.map(closed));
    // It is not undone.
    expect(engine.paths().filter((line) => !line.startsWith("GET"))).toEqual(["POST /services/create"]);
  });

  test("forgets why a task could not be placed once it is", async () => {
    await using engine = await fakeSwarm({
      onLook: (swarm, look) => {
        swarm.tasks = [look < 2 ? task(1, { state: "pending", node: "", error: "no node" }) : task(1)];
      },
    });
    const failure = await failureOf(deploy(engine.client, spec, {}, { timeout: { total: 600 } }));
    expect(failure).toBeInstanceOf(TimeoutError);
    expect(String(failure)).not.toContain("no node");
  });

  test("before anything was sent says so", async () => {
    await using engine = await fakeSwarm({ routes: { "GET /version": () => {} } });
    const failure = await failureOf(deploy(engine.client, spec, {}, { timeout: 50 }));
    expect(failure).toMatchObject({ code: "TIMEOUT_TOTAL", unsent: true });
    expect(engine.paths()).toEqual([]);
  });
});
