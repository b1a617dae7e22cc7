import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { deploy } from "../../src/actions/deploy.js";
import { ForbiddenError } from "../../src/errors.js";
// Read before the clock of a test runs.
import "../../src/actions/on-demand.js";
import { closed, moment } from "../client/fake-engine.js";
import { soon, spec, two, watched } from "./deploy-case.js";
import { fakeSwarm, node, task } from "./fake-swarm.js";

afterEach(() => vi.restoreAllMocks());

describe("a deployment that is not watched to its end", () => {
  test("rejects with the reason of an abort, and undoes nothing", async () => {
    await using engine = await fakeSwarm();
    const controller = new AbortController();
    const reason = new Error("enough");
    const deployment = deploy(engine.client, spec, {}, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    await expect(deployment).rejects.toBe(reason);
    await Promise.all(engine.listeners.map(closed));
    const looks = engine.looks();
    await sleep(400);
    expect(engine.looks()).toBe(looks);
    expect(engine.paths().filter((line) => !line.startsWith("GET"))).toEqual(["POST /services/create"]);
  });

  test("sends nothing when it was aborted or closed before it began", async () => {
    await using engine = await fakeSwarm();
    const reason = new Error("enough");
    await expect(deploy(engine.client, spec, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const closedOne = deploy(engine.client, spec);
    await closedOne.close();
    await expect(closedOne).rejects.toMatchObject({ code: "DEPLOY_UNWATCHED" });
    // Nor when nobody looks at it.
    deploy(engine.client, spec);
    await sleep(30);
    expect(engine.paths()).toEqual([]);
  });

  test("is looked at no more when its loop is left, and awaiting it fails", async () => {
    await using engine = await fakeSwarm();
    const deployment = deploy(engine.client, spec);
    for await (const event of deployment) if (event.kind === "progress") break;
    await expect(deployment).rejects.toMatchObject({
      code: "DEPLOY_UNWATCHED",
      message: expect.stringContaining("The swarm goes on"),
    });
    await Promise.all(engine.listeners.map(closed));
    const looks = engine.looks();
    await sleep(400);
    expect(engine.looks()).toBe(looks);
  });
});

describe("a deployment", () => {
  test("is one, however often it is awaited, and has one loop", async () => {
    await using engine = await fakeSwarm({ tasks: two() });
    const deployment = deploy(engine.client, spec, soon);
    const [first, second] = await Promise.all([deployment, deployment]);
    expect(first).toBe(second);
    expect(engine.bodies).toHaveLength(1);
    expect((await watched(deployment)).events).toEqual([]);
    expect(() => deployment[Symbol.asyncIterator]()).toThrow("is read already");
    expect(await deployment.finally(() => {})).toBe(first);
  });

  test("throws its failure in the loop, and reports none that nobody awaits", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    try {
      await using engine = await fakeSwarm({
        routes: { "POST /services/create": (call) => call.json(403, { message: "not you" }) },
      });
      const deployment = deploy(engine.client, spec);
      expect((await watched(deployment)).failure).toBeInstanceOf(ForbiddenError);
      expect(await deployment.catch((error: unknown) => error)).toBeInstanceOf(ForbiddenError);
      await sleep(20);
      expect(unhandled).not.toHaveBeenCalled();
    } finally {
      process.off("unhandledRejection", unhandled);
    }
  });

  test("looks seldom while nothing happens, and soon when the engine tells of a change", async () => {
    await using engine = await fakeSwarm({ tasks: [task(1)] });
    await using deployment = deploy(engine.client, spec);
    deployment.catch(() => {});
    await sleep(1500);
    // At 0, 250, 625, 1188, and then 2031 ms.
    expect(engine.looks()).toBe(4);
    engine.tellEvent({ Type: "service", Action: "update", Actor: { ID: "another" } });
    await sleep(120);
    expect(engine.looks()).toBe(4);
    engine.tellEvent({ Type: "service", Action: "update", Actor: { ID: "s1" } });
    await expect.poll(() => engine.looks(), { timeout: 200, interval: 10 }).toBe(5);
    engine.tellEvent({ Type: "node", Action: "update", Actor: { ID: "n3" } });
    await expect.poll(() => engine.looks(), { timeout: 200, interval: 10 }).toBe(6);
    const { query } = engine.daemon.calls.find(({ path }) => path === "/events") ?? {};
    expect(JSON.parse(query?.get("filters") ?? "")).toEqual({ type: ["service", "node"] });
  });

  test("does without events where there are none to be had", async () => {
    await using engine = await fakeSwarm({
      routes: { "GET /events": (call) => call.json(403, { message: "not you" }) },
      onLook: (swarm, look) => {
        swarm.tasks = look < 3 ? [] : two();
      },
    });
    expect(await deploy(engine.client, spec, soon)).toMatchObject({ state: "converged" });
  });

  test("needs no more than two connections, one of them for the events", async () => {
    await using engine = await fakeSwarm({ tasks: two(), client: { maxConnections: 2 } });
    expect(await deploy(engine.client, spec, { stableFor: 300 })).toMatchObject({ state: "converged" });
  });

  test("bears it when the managers have no leader for a moment", async () => {
    let asked = 0;
    await using engine = await fakeSwarm({
      tasks: two(),
      routes: {
        "GET /nodes": (call) =>
          ++asked < 3 ? call.json(503, { message: "no leader" }) : call.json(200, [node("n1"), node("n2")]),
      },
    });
    expect(await deploy(engine.client, spec, soon)).toMatchObject({ state: "converged" });
    expect(asked).toBe(3);
  });

  test("sends the headers of the call with each of its requests, and leaves no listener on its signal", async () => {
    await using engine = await fakeSwarm({ tasks: two() });
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    await deploy(engine.client, spec, soon, { headers: { "X-Team": "a" }, signal });
    const teams = engine.daemon.calls.slice(1).map(({ headers }) => headers["x-team"]);
    expect(new Set(teams)).toEqual(new Set(["a"]));
    expect(teams.length).toBeGreaterThan(5);
    expect(add.mock.calls.length).toBe(remove.mock.calls.length);
  });

  test("gives the loop what it has seen although it is slow", async () => {
    const go = moment();
    await using engine = await fakeSwarm({
      onLook: (swarm, look) => {
        swarm.tasks = look < 3 ? [task(1, { state: look < 2 ? "preparing" : "starting" })] : two();
      },
    });
    const deployment = deploy(engine.client, spec, soon);
    const states: string[] = [];
    const reading = (async () => {
      for await (const event of deployment) {
        await go.came;
        if (event.kind === "task" && event.taskId === "t1") states.push(event.state);
      }
    })();
    await deployment;
    go.now();
    await reading;
    expect(states).toEqual(["preparing", "starting", "running"]);
  });
});
