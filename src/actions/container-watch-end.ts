import type { ContainerInspectResponse, ContainerState } from "../../generated/schema.js";
import { DockerError } from "../errors.js";
import type { Look } from "./container-watch.js";

/**
 * The container of a look, for who waits for something that only a container does that runs or will run.
 * @throws DockerError `CONTAINER_REMOVED` · `CONTAINER_EXITED` when it has ended and the engine does not start it again
 */
export function stillComing(
  { container, exitCode }: Look,
  name: string,
  awaited: string,
  lines?: readonly string[],
): ContainerInspectResponse {
  if (container === undefined) {
    const how = exitCode === undefined ? "was removed" : `exited with code ${exitCode} and was removed`;
    throw new DockerError(`Container ${name} ${how} before ${awaited}.${lastLines(lines)}`, {
      code: "CONTAINER_REMOVED",
    });
  }
  const { State: state } = container;
  if (hasEnded(state)) {
    const reason = state.Error ? ` (${shorten(state.Error)})` : "";
    throw new DockerError(
      `Container ${name} exited with code ${state.ExitCode}${reason} before ${awaited}.${lastLines(lines)}`,
      { code: "CONTAINER_EXITED" },
    );
  }
  return container;
}

/** Not so while the engine is about to start it again, nor before its first start. */
export function hasEnded({ Status: status }: ContainerState): boolean {
  return status === "exited" || status === "dead" || status === "removing";
}

/** Its processes run, and are not frozen. */
export function isRunning({ Status: status }: ContainerState): boolean {
  return status === "running";
}

/** In a few words, for messages. */
export function stateInWords({ container, exitCode }: Look): string {
  if (container === undefined) return "removed";
  const { Status: status, ExitCode: code, Health: health } = container.State;
  if (hasEnded(container.State)) return `${status} with code ${code}`;
  if (status === "restarting" || exitCode !== undefined)
    return `${status}, last exit code ${exitCode ?? code}`;
  return health === undefined || health.Status === "none"
    ? status
    : `${status}, its health is ${health.Status}`;
}

/** What a container or an engine says may be long. */
export function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > longest ? `${trimmed.slice(0, longest)}…` : trimmed;
}

const longest = 1000;

function lastLines(lines: readonly string[] = []): string {
  return lines.length === 0 ? "" : ` Its last lines:\n${lines.join("\n")}`;
}
