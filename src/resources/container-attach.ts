import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DuplexStream } from "../streams/duplex-stream.js";
import { isMultiplexed } from "./attached-framing.js";

/** Connects to the streams of a container's first process. */
export async function containerAttach<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  options: Options<V, "ContainerAttach"> | undefined,
  call: CallOptions = {},
): Promise<DuplexStream> {
  const hasTty = async () => {
    const { Config } = (await client.call("ContainerInspect", { path: { id } }, call)) as {
      Config?: { Tty?: boolean };
    }; // the same names in every version
    return Config?.Tty === true;
  };
  // Before the connection: a short-lived container may be gone behind it.
  const tty = (await client.minorVersion(call)) < 42 ? await hasTty() : undefined;
  const input = { path: { id }, options: withOutput(options) };
  const answer = await client.hijack("ContainerAttach", input, call);
  const multiplexed = await isMultiplexed(answer, {
    known: tty === undefined ? undefined : !tty,
    hasTty: async () => tty ?? hasTty(),
  });
  const { headers, retry } = call;
  return new DuplexStream({
    ...answer.hijacked,
    multiplexed,
    resize: async (size) => {
      const options = size as Options<V, "ContainerResize">; // the same options in every version
      await client.call("ContainerResize", { path: { id }, options }, { headers, retry });
    },
  });
}

/** The live streams, unless said otherwise; of the outputs one is left out only where the other is wanted by name. */
function withOutput<O>(options: O): O {
  const { stdout, stderr } = (options ?? {}) as { stdout?: boolean; stderr?: boolean }; // the same names in every version
  const defaults = { stream: true, stdout: stdout ?? stderr !== true, stderr: stderr ?? stdout !== true };
  return { ...defaults, ...definedOnly(options) };
}

function definedOnly<O>(options: O): O {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as O; // nothing but absent keys differs
}
