import { DockerError, nameClasses } from "../errors.js";
import type { DeployTask } from "./deploy-event.js";

/** A deployment has ended otherwise than converged. What is in the swarm stays as it is then. */
export class DeployError extends DockerError {
  declare readonly code: DeployErrorCode;
  /** The tasks that failed or could not be placed meanwhile, the latest last. */
  readonly tasks: readonly DeployTask[];

  constructor(
    message: string,
    { code, tasks = [], cause }: { code: DeployErrorCode; tasks?: readonly DeployTask[]; cause?: unknown },
  ) {
    super(message, { code, cause });
    this.tasks = tasks;
  }
}

nameClasses({ DeployError });

export type DeployErrorCode =
  /** The swarm has gone back to the spec before. */
  | "DEPLOY_ROLLED_BACK"
  /** The swarm has stopped half-way and waits for somebody; so too with its way back. */
  | "DEPLOY_PAUSED"
  | "DEPLOY_ROLLBACK_PAUSED"
  /** More tasks failed than `maxTaskErrors` lets pass, or one that is never started again. */
  | "DEPLOY_FAILED"
  /** Somebody else has given the service another spec: before ours was taken, or afterwards. */
  | "DEPLOY_CONFLICT"
  | "DEPLOY_SUPERSEDED";

/** The last errors of tasks as the end of a sentence, each text once. */
export function errorsOf(tasks: readonly DeployTask[]): string {
  const texts = new Map<string, DeployTask>();
  for (const task of tasks) if (task.error) texts.set(task.error, task);
  const last = [...texts.values()].slice(-3).reverse();
  return last
    .map(({ name, node, error }) => `; ${name}${node === undefined ? "" : ` on ${node}`}: ${error}`)
    .join("");
}
