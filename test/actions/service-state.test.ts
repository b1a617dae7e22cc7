import { describe, expect, test } from "vitest";
import type { Node, Task } from "../../generated/schema.js";
import { type ServiceState, serviceState } from "../../src/actions/service-state.js";
import { node, service, task } from "./fake-swarm.js";

const template = { ContainerSpec: { Image: "a:2" }, Placement: { MaxReplicas: 2 } };
const spec = (Mode: object) => ({ Name: "web", TaskTemplate: { ...template, Runtime: "container" }, Mode });
const nodes = [node("n1"), node("n2"), node("n3")];

/** The state of a service all of whose tasks were there before. */
function stateOf(Mode: object, tasks: Task[], { nodes: its = nodes, job }: View = {}): ServiceState {
  const JobStatus = job === undefined ? undefined : { JobIteration: { Index: job }, LastExecution: "" };
  return serviceState({ service: service(spec(Mode), { JobStatus }), tasks, nodes: its }, () => false);
}
interface View {
  nodes?: Node[];
  job?: number;
}

const current = (slot: number, more: Parameters<typeof task>[1] = {}) => task(slot, { template, ...more });
const replicas = (Replicas?: number) => ({ Replicated: { Replicas } });

describe("a service of replicas is settled", () => {
  test.each([
    ["when as many run as are wanted", replicas(2), [current(1), current(2)]],
    ["with none where none is wanted", replicas(0), []],
    ["with one where nothing is said", replicas(), [current(1)]],
    [
      "with the old ones ended",
      replicas(1),
      [current(1), task(1, { id: "old", desired: "shutdown", state: "shutdown" })],
    ],
    [
      "with one that was replaced on a node that is down: nobody can end it",
      replicas(1),
      [current(1), current(2, { node: "gone", desired: "shutdown" })],
    ],
    [
      "with one that never got a node and is not wanted any more",
      replicas(1),
      [current(1), current(2, { node: "", state: "pending", desired: "remove" })],
    ],
    [
      "whatever constraints its tasks were placed by",
      replicas(1),
      [task(1, { template: { ...template, Placement: { MaxReplicas: 2, Constraints: ["a==b"] } } })],
    ],
  ])("%s", (_, mode, tasks) => {
    const state = stateOf(mode, tasks, { nodes: [...nodes, node("gone", "down")] });
    expect(state).toMatchObject({ settled: true, running: state.desired, completed: 0 });
  });
});

describe("a service of replicas is not settled", () => {
  test.each([
    ["with one too few", [current(1)], 1],
    ["with one that is wanted and does not run yet", [current(1), current(2, { state: "starting" })], 1],
    ["with one that runs and is not wanted", [current(1), current(2, { desired: "shutdown" })], 1],
    ["with more than are wanted", [current(1), current(2), current(3)], 3],
    ["with two in one slot", [current(1), current(1, { id: "twin" })], 2],
    [
      "with one of the spec before",
      [current(1), task(2, { template: { ContainerSpec: { Image: "a:1" } } })],
      1,
    ],
    [
      "with an old one that has not ended yet",
      [current(1), current(2), task(2, { id: "old", desired: "shutdown" })],
      2,
    ],
    ["with one on a node that is down", [current(1), current(2, { node: "gone" })], 1],
    ["with one on a node nobody knows", [current(1), current(2, { node: "never" })], 1],
    [
      "with eight of six, two of them lost and not replaced yet",
      [current(1), current(2, { node: "gone" }), current(3, { node: "gone", desired: "shutdown" })],
      1,
    ],
  ])("%s", (_, tasks, running) => {
    const state = stateOf(replicas(2), tasks, { nodes: [...nodes, node("gone", "down")] });
    expect(state).toMatchObject({ settled: false, running, desired: 2 });
  });

  test("but takes a task made since the spec was given for one of it, whatever it says", () => {
    const view = { service: service(spec(replicas(1))), tasks: [task(1, { template: { Odd: 1 } })], nodes };
    expect(serviceState(view, () => false).settled).toBe(false);
    expect(serviceState(view, ({ ID }) => ID === "t1").settled).toBe(true);
  });
});

describe("a service of all nodes", () => {
  const mode = { Global: {} };
  const on = (id: string, more: Parameters<typeof task>[1] = {}) =>
    current(0, { id: `t-${id}`, node: id, ...more });

  test("is settled with one on each node that the swarm has chosen", () => {
    const some = [on("n1"), on("n2")];
    expect(stateOf(mode, some)).toMatchObject({ settled: true, running: 2, desired: 2 });
    const waiting = [...some, on("n3", { state: "pending" })];
    expect(stateOf(mode, waiting)).toMatchObject({ settled: false, running: 2, desired: 3 });
  });

  test("is not settled with an old one, on whatever node", () => {
    const old = task(0, { id: "old", node: "n3" });
    expect(stateOf(mode, [on("n1"), on("n2"), old])).toMatchObject({
      settled: false,
      running: 2,
      desired: 3,
    });
  });

  test("waits for no node that is down", () => {
    const down = [node("n1"), node("n2", "down")];
    expect(stateOf(mode, [on("n1"), on("n2", { desired: "shutdown" })], { nodes: down })).toMatchObject({
      settled: true,
      running: 1,
      desired: 1,
    });
  });

  test("is not settled on no node at all", () => {
    expect(stateOf(mode, [])).toMatchObject({ settled: false, running: 0, desired: 0 });
  });
});

describe("a job", () => {
  const done = (slot: number, more: Parameters<typeof task>[1] = {}) =>
    task(slot, { state: "complete", desired: "complete", ...more });

  test.each([
    [
      "as many as are wanted have ended well",
      { TotalCompletions: 2, MaxConcurrent: 1 },
      [done(0), done(1)],
      true,
    ],
    ["one is missing", { TotalCompletions: 2 }, [done(0), done(1, { state: "running" })], false],
    ["one has failed", { TotalCompletions: 2 }, [done(0), done(1, { state: "failed" })], false],
    ["nothing but the number at a time is said", { MaxConcurrent: 2 }, [done(0), done(1)], true],
    ["nothing is said", {}, [done(0)], true],
  ])("when %s", (_, ReplicatedJob, tasks, settled) => {
    expect(stateOf({ ReplicatedJob }, tasks).settled).toBe(settled);
  });

  test("counts by its present iteration", () => {
    const tasks = [done(0, { id: "a", iteration: 3 }), done(0, { id: "b", iteration: 7 })];
    const mode = { ReplicatedJob: { TotalCompletions: 2 } };
    expect(stateOf(mode, tasks, { job: 7 })).toMatchObject({ completed: 1, desired: 2, settled: false });
    const still = [done(0, { iteration: 7 }), task(0, { id: "old", iteration: 3, desired: "remove" })];
    expect(stateOf({ ReplicatedJob: {} }, still, { job: 7 }).settled).toBe(false);
  });

  test("of all nodes waits for each, but not for one that is down", () => {
    const mode = { GlobalJob: {} };
    const on = (id: string, more = {}) => done(0, { id: `t-${id}`, node: id, ...more });
    expect(stateOf(mode, [])).toMatchObject({ settled: false });
    expect(stateOf(mode, [on("n1"), on("n2", { state: "running" })])).toMatchObject({
      settled: false,
      running: 1,
      completed: 1,
      desired: 2,
    });
    const down = [node("n1"), node("n2", "down")];
    expect(stateOf(mode, [on("n1"), on("n2", { state: "running" })], { nodes: down })).toMatchObject({
      settled: true,
      completed: 1,
      desired: 1,
    });
  });
});
