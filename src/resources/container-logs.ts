import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { whileOpen } from "../client/open-stream.js";
import { LogStream } from "../streams/log-stream.js";

/** The output of a container, decoded as the engine says it is. */
export function containerLogs<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  options: Options<V, "ContainerLogs"> | undefined,
  call: CallOptions | undefined,
): LogStream {
  return new LogStream(async (closed) => {
    const during = whileOpen(call, closed);
    const known = await knownFraming(client, id, during);
    const { source, headers } = await client.open(
      "ContainerLogs",
      { path: { id }, options: withOutput(options) },
      during,
    );
    return { source, multiplexed: known ?? saysMultiplexed(headers["content-type"]) };
  });
}

/** The engine refuses logs of nothing: a stream that is not named is left out only where the other one is wanted by name. */
export function withOutput<O>(options: O): O {
  const { stdout, stderr } = (options ?? {}) as { stdout?: boolean; stderr?: boolean }; // the same names in every version
  return { ...options, stdout: stdout ?? stderr !== true, stderr: stderr ?? stdout !== true };
}

/** Before API 1.42 the answer's type says nothing about frames, but the container's TTY does. */
async function knownFraming<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<boolean | undefined> {
  if ((await client.minorVersion(call)) >= 42) return undefined;
  const { Config } = (await client.call("ContainerInspect", { path: { id } }, call)) as {
    Config?: { Tty?: boolean };
  }; // the same names in every version
  return Config?.Tty !== true;
}

export function saysMultiplexed(contentType: string | string[] | undefined): boolean {
  return String(contentType).startsWith("application/vnd.docker.multiplexed-stream");
}
