import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { InvalidArgumentError } from "../errors.js";
import { EitherSignal } from "../transport/either-signal.js";
import { DeployDeadline } from "./deploy-deadline.js";
import { checkDeploySpec, type DeploySpec } from "./deploy-spec.js";
import { Deployment } from "./deployment.js";

export interface DeployOptions {
  /** Starts all tasks anew, also where the spec has not changed. Like `docker service update --force`. Default: `false`. */
  readonly force?: boolean;
  /**
   * Milliseconds for which the same tasks must have run before it counts as converged. Default: `UpdateConfig.Monitor`, or
   * 5 seconds where that says nothing, as swarm itself has it. A job waits for none.
   */
  readonly stableFor?: number;
  /**
   * How many tasks may fail before the deployment has. Swarm starts failed tasks again without end. While an update is under
   * way it counts them itself first, and does what `UpdateConfig` says. Default: any number.
   */
  readonly maxTaskErrors?: number;
}

/**
 * Creates the service, or updates the one of its name, and watches until it has converged: as many tasks of the new spec
 * run as are wanted, on nodes that are ready, and none of the old ones any more; of a job, all have ended well. What the
 * swarm rolls back or pauses is a DeployError. There is no time limit but the call's `timeout`, which ends the watching
 * and not the deployment. Not an async function: a deployment is awaitable.
 */
export function deploy<V extends AnyVersion>(
  client: EngineClient<V>,
  spec: DeploySpec,
  options: DeployOptions = {},
  call: CallOptions = {},
): Deployment {
  return new Deployment(async (left, tell) => {
    checkDeploySpec(spec);
    checkNumber("stableFor", options.stableFor);
    checkNumber("maxTaskErrors", options.maxTaskErrors);
    const { DeployWatch, followDeployment, submit } = await import("./on-demand.js");
    const { Name: name } = spec;
    const deadline = new DeployDeadline(name, call.timeout);
    const either = new EitherSignal(left, deadline.signal, call.signal);
    const during = { ...call, signal: either.signal, timeout: deadline.ofEachCall };
    try {
      // What may take long before anything is sent.
      await client.minorVersion(during);
      deadline.sent();
      const submitted = await submit(client, spec, options.force ?? false, during);
      const { id, created, warnings } = submitted;
      tell([{ kind: created ? "created" : "updated", id, name, warnings }]);
      const watch = new DeployWatch(name, submitted, options);
      deadline.watching(watch);
      const end = await followDeployment(client, id, watch, tell, during);
      return { id, name, created, state: "converged", warnings, ...end };
    } finally {
      deadline.stop();
      either.leave();
    }
  });
}

function checkNumber(name: string, value: unknown): void {
  if (value === undefined || (typeof value === "number" && value >= 0)) return;
  throw new InvalidArgumentError(`${name} of a deployment is ${String(value)}; give a number from 0 on.`);
}
