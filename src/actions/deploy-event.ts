import type { TaskState } from "../../generated/schema.js";

/** What a deployment tells while it goes on. Tasks and counts are told when they have changed. */
export type DeployEvent = DeploySubmitted | DeployTaskSeen | DeployProgress | DeployRollback;

/** The swarm has taken the spec; its tasks follow. */
export interface DeploySubmitted {
  readonly kind: "created" | "updated";
  readonly id: string;
  readonly name: string;
  /** What the engine warned of, such as that a registry could not be asked for the image's digest. */
  readonly warnings: readonly string[];
}

/** A task is new, or has moved on. */
export interface DeployTaskSeen extends DeployTask, DeployCounts {
  readonly kind: "task";
}

export interface DeployProgress extends DeployCounts {
  readonly kind: "progress";
}

/** The swarm goes back to the spec before; the deployment will fail when it is there. */
export interface DeployRollback extends DeployCounts {
  readonly kind: "rollback";
  /** The swarm's own sentence. */
  readonly message: string;
}

export interface DeployCounts {
  /** Tasks of the new spec that run, on nodes that are ready. */
  readonly running: number;
  /** Tasks of a job that have ended well; 0 for other services. */
  readonly completed: number;
  /** How many tasks are to run, or of a job to end well. */
  readonly desired: number;
}

export interface DeployTask {
  readonly taskId: string;
  /** As `docker service ps` has it: `web.1`, or with the node's id where there is one task a node. */
  readonly name: string;
  readonly nodeId: string | undefined;
  /** The node's host name; undefined as long as there is no node. */
  readonly node: string | undefined;
  readonly state: TaskState;
  /** Where the swarm wants it, such as `shutdown`. */
  readonly desiredState: TaskState;
  /** Why it failed, was refused, or cannot be placed. */
  readonly error: string | undefined;
}
