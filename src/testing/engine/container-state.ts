import type { Container } from "./container.js";
import { healthAnswer } from "./health.js";
import { type Moment, never, now, spanInWords, timestamp } from "./moment.js";

/** The state of a container as it is inspected. */
export function stateAnswer(container: Container): object {
  const { status, exitCode, error, startedAt, finishedAt, process, health } = container;
  const told = (moment: Moment | undefined) => (moment === undefined ? never : timestamp(moment));
  return {
    Status: status,
    Running: container.isRunning || status === "restarting",
    Paused: status === "paused",
    Restarting: status === "restarting",
    OOMKilled: false,
    Dead: status === "dead",
    Pid: process?.pid ?? 0,
    ExitCode: exitCode,
    Error: error,
    StartedAt: told(startedAt),
    FinishedAt: told(finishedAt),
    ...(health !== undefined && { Health: healthAnswer(health) }),
  };
}

/** The same in the words of `docker ps`. */
export function stateInWords({
  status,
  exitCode,
  startedAt = now(),
  finishedAt = now(),
  health,
}: Container): string {
  switch (status) {
    case "created":
      return "Created";
    case "removing":
      return "Removal In Progress";
    case "dead":
      return "Dead";
    case "restarting":
      return `Restarting (${exitCode}) ${spanInWords(finishedAt, now())} ago`;
    case "exited":
      return `Exited (${exitCode}) ${spanInWords(finishedAt, now())} ago`;
    default: {
      const up = `Up ${spanInWords(startedAt, now())}`;
      if (status === "paused") return `${up} (Paused)`;
      if (health === undefined) return up;
      return `${up} (${health.status === "starting" ? "health: starting" : health.status})`;
    }
  }
}
