import type { Node, Task } from "../../generated/schema.js";
import { errorsOf } from "./deploy-error.js";
import type { DeployCounts, DeployEvent, DeployTask } from "./deploy-event.js";
import type { ServiceState, ServiceView } from "./service-state.js";

/** What is known of a deployment's tasks and how many of them run, and what of it was told already. */
export class DeployTally {
  readonly #service: string;
  /** The ids of the tasks that there were before. */
  readonly #earlier: ReadonlySet<string>;
  readonly #told = new Map<string, string>();
  /** By task, of this deployment only; the swarm itself forgets all but the last few of a slot. */
  readonly #errors = new Map<string, DeployTask>();
  #counts: DeployCounts | undefined;

  constructor(service: string, earlier: ReadonlySet<string>) {
    this.#service = service;
    this.#earlier = earlier;
  }

  get counts(): DeployCounts {
    return this.#counts ?? { running: 0, completed: 0, desired: 0 };
  }

  /** The tasks that failed, were refused or could not be placed, the latest last. */
  get errors(): readonly DeployTask[] {
    return [...this.#errors.values()];
  }

  /** How far it has come, as the end of a sentence. */
  describe(): string {
    const { running, completed, desired } = this.counts;
    const jobs = completed > 0 ? `, ${completed} have ended well` : "";
    return `${running} of ${desired} tasks run${jobs}${errorsOf(this.errors)}`;
  }

  /** Adds what is new to `events`. */
  take(
    { tasks, nodes }: ServiceView,
    { running, completed, desired }: ServiceState,
    events: DeployEvent[],
  ): void {
    const before = this.#counts;
    const counts = { running, completed, desired };
    this.#counts = counts;
    const byTime = tasks.toSorted((a, b) => (a.CreatedAt < b.CreatedAt ? -1 : 1));
    for (const task of this.of(byTime, nodes)) {
      this.#noteError(task);
      if (this.#isNews(task)) events.push({ kind: "task", ...task, ...counts });
    }
    const isSame =
      before?.running === running && before.completed === completed && before.desired === desired;
    if (!isSame) events.push({ kind: "progress", ...counts });
  }

  /** Tasks in the words of the events. */
  of(tasks: readonly Task[], nodes: readonly Node[]): DeployTask[] {
    const hosts = new Map(nodes.map(({ ID, Description }) => [ID, Description.Hostname]));
    return tasks.map(({ ID, Slot, NodeID, Status, DesiredState }) => ({
      taskId: ID,
      name: `${this.#service}.${Slot || NodeID || ID}`,
      nodeId: NodeID || undefined,
      node: hosts.get(NodeID ?? ""),
      state: Status.State,
      desiredState: DesiredState,
      error: Status.Err || undefined,
    }));
  }

  #noteError(task: DeployTask): void {
    const { taskId, error } = task;
    if (this.#earlier.has(taskId)) return;
    if (error !== undefined) this.#errors.set(taskId, task);
    // Why it could not be placed is over once it is.
    else if (this.#errors.get(taskId)?.state === "pending") this.#errors.delete(taskId);
  }

  #isNews({ taskId, state, desiredState, error, nodeId }: DeployTask): boolean {
    const looks = [state, desiredState, error, nodeId].join();
    const before = this.#told.get(taskId);
    this.#told.set(taskId, looks);
    // The first view has the past of the service in it, too.
    const isPast = before === undefined && this.#earlier.has(taskId) && desiredState !== "running";
    return before !== looks && !isPast;
  }
}
