import type { ContainerInspectResponse, Health } from "../../generated/schema.js";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DockerError } from "../errors.js";
import { type Look, watchContainer } from "./container-watch.js";
import { shorten, stateInWords, stillComing } from "./container-watch-end.js";
import { withinDeadline } from "./wait-for-deadline.js";

export interface WaitHealthyOptions {
  /**
   * Rejects as soon as the container is unhealthy, which is when as many checks in a row have failed as its healthcheck
   * allows. `false` goes on waiting, as an unhealthy container may recover. Default true.
   */
  readonly failOnUnhealthy?: boolean;
}

/**
 * Waits until the healthcheck of a container passes. It may be created and not started yet, paused, or restarting by its
 * policy: then the wait goes on. Nothing is polled: the engine's events say when to look again.
 */
export async function waitHealthy<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  { failOnUnhealthy = true }: WaitHealthyOptions = {},
  call: CallOptions = {},
): Promise<void> {
  let last: Look | undefined;
  const late = (milliseconds: number) =>
    `Container ${container} was not healthy within ${milliseconds} ms; last seen: ${last ? stateInWords(last) : "nothing"}.`;
  await withinDeadline(call, late, async (during) => {
    for await (const look of watchContainer(client, container, during)) {
      last = look;
      const now = stillComing(look, container, "it was healthy");
      if (!hasHealthcheck(now)) throw noHealthcheck(container);
      const { Health: health, Status: status } = now.State;
      if (health?.Status === "healthy" && status === "running") return;
      if (failOnUnhealthy && status === "running" && isUnhealthy(health)) throw unhealthy(container, health);
    }
  });
}

/** Before its first start a container has no health yet, but the check that it was created with or got from its image. */
function hasHealthcheck({ State, Config }: ContainerInspectResponse): boolean {
  if (State.Health !== undefined && State.Health.Status !== "none") return true;
  const [kind] = Config.Healthcheck?.Test ?? [];
  return kind !== undefined && kind !== "NONE";
}

/** Engines call a container that was paused unhealthy until the next check, without one that has failed. */
function isUnhealthy(health: Health | undefined): health is Health {
  return health?.Status === "unhealthy" && health.FailingStreak > 0;
}

function unhealthy(container: string, { FailingStreak: streak, Log: log }: Health): DockerError {
  const result = log?.at(-1);
  const said = shorten(result?.Output ?? "");
  const last = result && ` The last check ended with code ${result.ExitCode}${said && `: ${said}`}`;
  return new DockerError(`Container ${container} is unhealthy after ${streak} failed checks.${last ?? ""}`, {
    code: "CONTAINER_UNHEALTHY",
  });
}

function noHealthcheck(container: string): DockerError {
  return new DockerError(
    `Container ${container} has no healthcheck and will never be healthy. Create it with Healthcheck, or wait for something else, such as a line of its log or a port.`,
    { code: "NO_HEALTHCHECK" },
  );
}
