import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient, OpenAnswer } from "../client/client.js";
import { whileOpen } from "../client/open-stream.js";
import { LogStream } from "../streams/log-stream.js";
import { type OrResumable, splitResume } from "../streams/resume-options.js";
import { openResumingLog } from "./resuming-logs.js";

/** The output of a container, decoded as the engine says it is. */
export function containerLogs<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  options: OrResumable<Options<V, "ContainerLogs">> | undefined,
  call: CallOptions | undefined,
): LogStream {
  return new LogStream(async (closed) => {
    const { asked, resume } = splitResume<Options<V, "ContainerLogs">>(options);
    if (resume !== undefined)
      return openResumingLog(client, id, withOutput(asked ?? {}), { resume, call, closed });
    const during = whileOpen(call, closed);
    const hasTty = () => containerHasTty(client, id, during);
    const known = (await client.minorVersion(during)) >= 42 ? undefined : !(await hasTty());
    const answer = await client.open("ContainerLogs", { path: { id }, options: withOutput(asked) }, during);
    return { source: answer.source, multiplexed: known ?? (await saysMultiplexed(answer, hasTty)) };
  });
}

/** The engine refuses logs of nothing: a stream that is not named is left out only where the other one is wanted by name. */
export function withOutput<O>(options: O): O {
  const { stdout, stderr } = (options ?? {}) as { stdout?: boolean; stderr?: boolean }; // the same names in every version
  return { ...options, stdout: stdout ?? stderr !== true, stderr: stderr ?? stdout !== true };
}

async function containerHasTty<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<boolean> {
  const { Config } = (await client.call("ContainerInspect", { path: { id } }, call)) as {
    Config?: { Tty?: boolean };
  }; // the same names in every version
  return Config?.Tty === true;
}

/**
 * Whether an answer comes in frames. From API 1.42 on its type tells; before that, and where what is no engine of Docker, or
 * a proxy before it, says nothing of the kind, the TTY does.
 */
export async function saysMultiplexed(
  { source, headers }: OpenAnswer,
  hasTty: () => Promise<boolean>,
): Promise<boolean> {
  const type = String(headers["content-type"]);
  if (type.startsWith("application/vnd.docker.multiplexed-stream")) return true;
  if (type.startsWith("application/vnd.docker.raw-stream")) return false;
  try {
    return !(await hasTty());
  } catch (error) {
    source.cancel();
    throw error;
  }
}
