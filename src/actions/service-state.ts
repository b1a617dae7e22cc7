import { isDeepStrictEqual } from "node:util";
import type { Node, Service, Task, TaskSpecOutput, TaskState } from "../../generated/schema.js";

/** A service as its manager tells of it at one moment. */
export interface ServiceView {
  readonly service: Service;
  /** All of the service's, those that have ended included. */
  readonly tasks: readonly Task[];
  readonly nodes: readonly Node[];
}

export interface ServiceState {
  /** Tasks of the present spec that run, on nodes that are ready. May be more than desired. */
  readonly running: number;
  /** Tasks of a job that have ended well; 0 for other services. */
  readonly completed: number;
  /** For a service of all nodes: how many nodes the swarm has given a task. */
  readonly desired: number;
  /** Exactly as many as desired, one a slot or node, and none that should be gone still runs. */
  readonly settled: boolean;
  /** Those that make it so. */
  readonly tasks: readonly Task[];
}

/**
 * How far a service has come. `isNew` tells the tasks that were made since its present spec was given.
 *
 * The engine's own count of running tasks goes by what nodes said last: those of a node that has died count on, 8 of 6,
 * until the node is back. Here a task counts only where its node is ready; one that was replaced on a node that has died
 * is no obstacle, as nobody can end it there.
 */
export function serviceState(view: ServiceView, isNew: (task: Task) => boolean): ServiceState {
  const { Mode } = view.service.Spec;
  const ready = new Set(view.nodes.filter(({ Status }) => Status.State === "ready").map(({ ID }) => ID));
  if (Mode.ReplicatedJob) {
    const { TotalCompletions, MaxConcurrent } = Mode.ReplicatedJob;
    return jobState(view, ready, TotalCompletions ?? MaxConcurrent ?? 1);
  }
  if (Mode.GlobalJob) return jobState(view, ready, undefined);
  const current = view.tasks.filter((task) => isNew(task) || isUpToDate(task, view.service));
  const running = current.filter(
    ({ DesiredState, Status, NodeID = "" }) =>
      DesiredState === "running" && Status.State === "running" && ready.has(NodeID),
  );
  const places = new Set(running.map(({ Slot, NodeID }) => (Mode.Global ? NodeID : Slot)));
  const desired = Mode.Global ? nodesGiven(view.tasks, ready) : (Mode.Replicated?.Replicas ?? 1);
  return {
    running: running.length,
    completed: 0,
    desired,
    settled:
      running.length === desired &&
      places.size === desired &&
      // No node at all is rather a condition that none fulfils, or the moment before the first is chosen.
      (desired > 0 || !Mode.Global) &&
      !view.tasks.some((task) => !running.includes(task) && isAlive(task, ready)),
    tasks: running,
  };
}

/** `total`: how many are to end well; undefined where it is one on each node. */
function jobState(
  { service, tasks }: ServiceView,
  ready: ReadonlySet<string>,
  total: number | undefined,
): ServiceState {
  // An update starts a job again, as another iteration; the first is 0, which the engine leaves out.
  const iteration = service.JobStatus?.JobIteration.Index ?? 0;
  const current = tasks.filter(({ JobIteration }) => (JobIteration?.Index ?? 0) === iteration);
  const completed = current.filter(({ Status }) => Status.State === "complete");
  const desired =
    total ?? new Set([...completed.map(({ NodeID }) => NodeID), ...nodeIdsGiven(current, ready)]).size;
  const done = total === undefined ? new Set(completed.map(({ NodeID }) => NodeID)).size : completed.length;
  return {
    running: current.filter(({ Status, NodeID = "" }) => Status.State === "running" && ready.has(NodeID))
      .length,
    completed: done,
    desired,
    settled:
      desired > 0 &&
      done >= desired &&
      !tasks.some((task) => !current.includes(task) && isAlive(task, ready)),
    tasks: completed,
  };
}

/**
 * Which nodes fit is the swarm's own decision; it gives all that do their task at the same time. Those that have died
 * since are not waited for.
 */
function nodeIdsGiven(tasks: readonly Task[], ready: ReadonlySet<string>): string[] {
  return tasks
    .filter(({ DesiredState, NodeID = "" }) => isBefore(DesiredState, "shutdown") && ready.has(NodeID))
    .map(({ NodeID = "" }) => NodeID);
}

function nodesGiven(tasks: readonly Task[], ready: ReadonlySet<string>): number {
  return new Set(nodeIdsGiven(tasks, ready)).size;
}

/**
 * Whether a task of before the update is as the spec wants it now: then the swarm keeps it. The engine leaves the
 * runtime out of a task's spec, and keeps a task whose node fulfils the new constraints too.
 */
function isUpToDate({ Spec }: Task, { Spec: { TaskTemplate } }: Service): boolean {
  return isDeepStrictEqual(essence(Spec), essence(TaskTemplate));
}

function essence({ Runtime, Placement, ...spec }: TaskSpecOutput): object {
  return { ...spec, Placement: { ...Placement, Constraints: undefined } };
}

/** Whether a task has not ended, and somebody can still make it do so or will put another in its place. */
function isAlive({ Status, DesiredState, NodeID = "" }: Task, ready: ReadonlySet<string>): boolean {
  return isBefore(Status.State, "complete") && (ready.has(NodeID) || isBefore(DesiredState, "complete"));
}

/** States have an order in which a task goes through them. */
function isBefore(state: TaskState, other: TaskState): boolean {
  return order.indexOf(state) < order.indexOf(other);
}

const order: readonly TaskState[] = [
  "new",
  "allocated",
  "pending",
  "assigned",
  "accepted",
  "preparing",
  "ready",
  "starting",
  "running",
  "complete",
  "shutdown",
  "failed",
  "rejected",
  "remove",
  "orphaned",
];
