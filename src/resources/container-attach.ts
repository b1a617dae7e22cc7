import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DuplexStream } from "../streams/duplex-stream.js";
import { isMultiplexed } from "./attached-framing.js";
import { withOutput } from "./container-logs.js";

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
  const input = { path: { id }, options: withOutput(live(options)) };
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

/** The live streams, unless said otherwise. */
function live<O>(options: O): O {
  const { stream = true } = (options ?? {}) as { stream?: boolean }; // the same name in every version
  return { ...options, stream };
}
