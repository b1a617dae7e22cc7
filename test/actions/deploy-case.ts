import type { DeployOptions } from "../../src/actions/deploy.js";
import type { DeployEvent } from "../../src/actions/deploy-event.js";
import type { DeploySpec } from "../../src/actions/deploy-spec.js";
import { type SwarmState, service, task } from "./fake-swarm.js";

export const spec: DeploySpec = {
  Name: "web",
  TaskTemplate: { ContainerSpec: { Image: "a:1" } },
  Mode: { Replicated: { Replicas: 2 } },
};
export const soon: DeployOptions = { stableFor: 0 };
export const two = () => [task(1, { template: template() }), task(2, { template: template(), node: "n2" })];
/** As a task has it after an update. */
export const template = (count = 0) => ({ ContainerSpec: { Image: "a:1" }, ForceUpdate: count });
export const present = (more: object = {}, spec: object = {}) =>
  service({ Name: "web", TaskTemplate: template(), ...spec }, { ID: "s1", ...more });
/** A status of an update that has begun now. */
export const status = (State: string, Message = "as it is", StartedAt = "2026-02-02T00:00:00Z") =>
  ({ State, Message, StartedAt }) as NonNullable<SwarmState["services"][0]["UpdateStatus"]>;

/** How it fails; "no failure" where it does not. */
export function failureOf(deployment: PromiseLike<unknown>): PromiseLike<unknown> {
  return deployment.then(
    () => "no failure",
    (error: unknown) => error,
  );
}

export async function watched(deployment: AsyncIterable<DeployEvent>) {
  const events: DeployEvent[] = [];
  try {
    for await (const event of deployment) events.push(event);
    return { events, failure: undefined };
  } catch (failure) {
    return { events, failure };
  }
}
