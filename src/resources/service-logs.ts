import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { whileOpen } from "../client/open-stream.js";
import { LogStream } from "../streams/log-stream.js";
import { saysMultiplexed, withOutput } from "./container-logs.js";

/** The output of a service's tasks or of one task. Before API 1.42 the answer's type does not tell frames from a TTY; the task's spec does. */
export function serviceLogs<V extends AnyVersion, Operation extends "ServiceLogs" | "TaskLogs">(
  client: EngineClient<V>,
  operation: Operation,
  id: string,
  options: Options<V, Operation> | undefined,
  call: CallOptions | undefined,
): LogStream {
  return new LogStream(async (closed) => {
    const during = whileOpen(call, closed);
    const asksTty = () => hasTty(client, operation, id, during);
    const known = (await client.minorVersion(during)) >= 42 ? undefined : !(await asksTty());
    const answer = await client.open(operation, { path: { id }, options: withOutput(options) }, during);
    return { source: answer.source, multiplexed: known ?? (await saysMultiplexed(answer, asksTty)) };
  });
}

async function hasTty<V extends AnyVersion>(
  client: EngineClient<V>,
  operation: "ServiceLogs" | "TaskLogs",
  id: string,
  call: CallOptions,
): Promise<boolean> {
  const answer = await client.call(
    operation === "ServiceLogs" ? "ServiceInspect" : "TaskInspect",
    { path: { id } },
    call,
  );
  const { Spec } = answer as { Spec?: TaskHolder & { TaskTemplate?: TaskHolder } }; // so in every version
  return (Spec?.TaskTemplate ?? Spec)?.ContainerSpec?.TTY === true;
}

interface TaskHolder {
  ContainerSpec?: { TTY?: boolean };
}
