import { isDeepStrictEqual } from "node:util";
import type { Service } from "../../generated/schema.js";
import { DeployError, type DeployErrorCode } from "./deploy-error.js";
import type { DeployEvent, DeployTask } from "./deploy-event.js";
import type { Submitted } from "./deploy-submit.js";
import { DeployTally } from "./deploy-tally.js";
import { type ServiceState, type ServiceView, serviceState } from "./service-state.js";

/** Judges a deployment by one view of its service after the other. It asks nothing and has no clock of its own. */
export class DeployWatch {
  readonly #name: string;
  readonly #submitted: Submitted;
  readonly #limits: WatchLimits;
  readonly #tally: DeployTally;
  /** The spec as the engine gives it back. */
  #spec: Service["Spec"] | undefined;
  #rollbackTold = false;
  /** Since when the same tasks make up the whole. */
  #stable: { readonly tasks: string; readonly since: number } | undefined;

  constructor(name: string, submitted: Submitted, limits: WatchLimits) {
    this.#name = name;
    this.#submitted = submitted;
    this.#limits = limits;
    this.#tally = new DeployTally(name, submitted.earlierTasks);
  }

  /** Adds what has changed to `events`, and then throws what has gone wrong, if something has. */
  take(view: ServiceView, now: number, events: DeployEvent[]): Verdict {
    const { service, nodes } = view;
    this.#spec ??= service.Spec;
    const update = this.#ownUpdate(service);
    const { earlierTasks } = this.#submitted;
    const state = serviceState(view, ({ ID }) => update?.State === "completed" || !earlierTasks.has(ID));
    this.#tally.take(view, state, events);
    // Its beginning may have passed between two looks.
    if (update?.State?.startsWith("rollback_") && !this.#rollbackTold) {
      this.#rollbackTold = true;
      events.push({ kind: "rollback", message: update.Message ?? "", ...this.#tally.counts });
    }
    this.#judge(service, update);
    this.#stable = state.settled ? this.#stableSince(state, now) : undefined;
    // The engine, too, watches for a while after the last task runs: what fails then is rolled back.
    if (this.#stable === undefined || update?.State === "updating" || this.#rollbackTold) return {};
    const left = this.#stable.since + this.#stableFor(service) - now;
    return left > 0 ? { left } : { converged: this.#tally.of(state.tasks, nodes), left: 0 };
  }

  /** How far it has come, as the end of a sentence. */
  describe(): string {
    return this.#tally.describe();
  }

  /** The engine starts an update's status anew; until it does, it may tell of the one before. */
  #ownUpdate({ UpdateStatus }: Service): Service["UpdateStatus"] {
    if (UpdateStatus?.State === undefined) return undefined;
    return UpdateStatus.StartedAt === this.#submitted.earlierUpdate ? undefined : UpdateStatus;
  }

  #judge(service: Service, update: Service["UpdateStatus"]): void {
    const said = update?.Message ? ` (${update.Message})` : "";
    switch (update?.State) {
      case "paused":
        throw this.#error("DEPLOY_PAUSED", `is paused${said}`);
      case "rollback_paused":
        throw this.#error("DEPLOY_ROLLBACK_PAUSED", `was being rolled back, which is paused${said}`);
      case "rollback_completed":
        throw this.#error("DEPLOY_ROLLED_BACK", `was rolled back to the spec before${said}`);
      case "rollback_started":
        return;
    }
    if (!isDeepStrictEqual(service.Spec, this.#spec)) {
      throw this.#error("DEPLOY_SUPERSEDED", "was replaced: somebody has given the service another spec");
    }
    // In the course of an update the swarm counts failures itself, and does what UpdateConfig says.
    if (update?.State !== "updating") this.#judgeFailures(service);
  }

  #judgeFailures({ Spec: { TaskTemplate, Mode } }: Service): void {
    const { length } = this.#tally.errors.filter(({ state }) => state === "failed" || state === "rejected");
    if (length > (this.#limits.maxTaskErrors ?? Number.POSITIVE_INFINITY)) {
      throw this.#error("DEPLOY_FAILED", `has failed: ${length} of its tasks did`);
    }
    // A job is tried again whatever its policy says.
    if (length > 0 && !isJob(Mode) && TaskTemplate.RestartPolicy?.Condition === "none") {
      throw this.#error("DEPLOY_FAILED", "has failed: a task did, and its restart policy starts no other");
    }
  }

  #error(code: DeployErrorCode, what: string): DeployError {
    const message = `The deployment of ${this.#name} ${what}; ${this.describe()}.`;
    return new DeployError(message, { code, tasks: this.#tally.errors });
  }

  #stableSince({ tasks }: ServiceState, now: number): { tasks: string; since: number } {
    const ids = tasks
      .map(({ ID }) => ID)
      .sort()
      .join();
    // The same number of other tasks: one has just been replaced.
    return this.#stable?.tasks === ids ? this.#stable : { tasks: ids, since: now };
  }

  #stableFor({ Spec: { Mode, UpdateConfig } }: Service): number {
    // What has ended well stays so.
    if (isJob(Mode)) return 0;
    return this.#limits.stableFor ?? (UpdateConfig?.Monitor ? UpdateConfig.Monitor / 1e6 : defaultMonitor);
  }
}

interface WatchLimits {
  readonly stableFor?: number;
  readonly maxTaskErrors?: number;
}

export interface Verdict {
  /** Milliseconds until it has converged if nothing changes; undefined while it is not complete. */
  readonly left?: number;
  /** The tasks it consists of, when it has. */
  readonly converged?: readonly DeployTask[];
}

/** What swarm takes for an UpdateConfig that does not say it. */
const defaultMonitor = 5_000;

function isJob({ ReplicatedJob, GlobalJob }: Service["Spec"]["Mode"]): boolean {
  return ReplicatedJob !== undefined || GlobalJob !== undefined;
}
