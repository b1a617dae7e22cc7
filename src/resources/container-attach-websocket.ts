import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ProtocolError } from "../errors.js";
import { DuplexStream } from "../streams/duplex-stream.js";
import { webSocketConnection } from "../streams/websocket-connection.js";
import { webSocketHandshake } from "../transport/websocket-handshake.js";
import { withOutput } from "./container-logs.js";

/**
 * Connects to the streams of a container's first process by a WebSocket, over a connection of our own making as all others
 * are. Its codec is our own too: that of undici ends both directions at once, reads on when nobody takes what it reads, and has
 * no words for why an engine refuses.
 */
export async function containerAttachWebsocket<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  options: Options<V, "ContainerAttachWebsocket"> | undefined,
  call: CallOptions = {},
): Promise<DuplexStream> {
  const isOld = (await client.minorVersion(call)) < 42;
  const { headers, accept } = webSocketHandshake();
  const { stream = true, ...asked } = (options ?? {}) as Streams; // the same names in every version
  const said = withOutput({ ...asked, stream });
  const input = {
    path: { id },
    options: (isOld ? withoutWanted(said) : said) as typeof options, // still the same names
    headers,
    upgrade: { protocol: "websocket" },
  } as const;
  const answer = await client.hijack("ContainerAttachWebsocket", input, call);
  if (answer.headers["sec-websocket-accept"] !== accept) {
    answer.hijacked.source.cancel();
    throw new ProtocolError(
      "The answer to the request for a WebSocket does not prove that it is to this request. Something between the engine and here has probably made it.",
    );
  }
  return new DuplexStream({
    ...webSocketConnection(answer.hijacked),
    // What an engine puts into messages it never puts into frames of its own.
    multiplexed: false,
    resize: async (size) => {
      const options = size as Options<V, "ContainerResize">; // the same options in every version
      const { headers, retry } = call;
      await client.call("ContainerResize", { path: { id }, options }, { headers, retry });
    },
  });
}

interface Streams {
  readonly stream?: boolean;
  readonly stdin?: boolean;
  readonly stdout?: boolean;
  readonly stderr?: boolean;
}

/** Before API 1.42 all three streams are there unasked, and what cannot be left out must be refused. */
function withoutWanted({ stdin, stdout, stderr, ...options }: Streams): Streams {
  const unlessWanted = (asked: boolean | undefined) => (asked ? undefined : asked);
  return {
    ...options,
    stdin: unlessWanted(stdin),
    stdout: unlessWanted(stdout),
    stderr: unlessWanted(stderr),
  };
}
