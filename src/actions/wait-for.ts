import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { InvalidArgumentError } from "../errors.js";
import { type FoundLine, type LogCondition, waitForLine } from "./wait-for-log.js";
import { type OpenPort, type PortCondition, waitForPort } from "./wait-for-port.js";
import { type Exited, waitForExit, waitForRemoval, waitForRunning } from "./wait-for-state.js";
import { type WaitHealthyOptions, waitHealthy } from "./wait-healthy.js";

/** What a container can be waited for. A line of its log and a port are objects. */
export type WaitCondition = "running" | "healthy" | "exit" | "removed" | LogCondition | PortCondition;

/** What has been found: the exit code, the line, the port; nothing where the condition says all. */
export type WaitedFor<Condition extends WaitCondition> = Condition extends "exit"
  ? Exited
  : Condition extends LogCondition
    ? FoundLine
    : Condition extends PortCondition
      ? OpenPort
      : undefined;

export type WaitForOptions = WaitHealthyOptions;

/** Waits until a container is so, or was so already. Rejects when that cannot come any more. */
export async function waitFor<V extends AnyVersion, const Condition extends WaitCondition>(
  client: EngineClient<V>,
  container: string,
  condition: Condition,
  options: WaitForOptions = {},
  call: CallOptions = {},
): Promise<WaitedFor<Condition>> {
  const found = await waitForAny(client, container, condition, options, call);
  return found as WaitedFor<Condition>; // each case gives what its condition promises
}

async function waitForAny<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  condition: WaitCondition,
  options: WaitForOptions,
  call: CallOptions,
): Promise<Exited | FoundLine | OpenPort | undefined> {
  switch (condition) {
    case "running":
      return void (await waitForRunning(client, container, call));
    case "healthy":
      return void (await waitHealthy(client, container, options, call));
    case "exit":
      return waitForExit(client, container, call);
    case "removed":
      return void (await waitForRemoval(client, container, call));
  }
  // Callers without types can pass anything.
  if (typeof condition === "object" && condition !== null) {
    if ("log" in condition) return waitForLine(client, container, condition, call);
    if ("port" in condition) return waitForPort(client, container, condition, call);
  }
  throw new InvalidArgumentError(
    'The condition to wait for is none; give "running", "healthy", "exit", "removed", { log: text } or { port: number }.',
  );
}
