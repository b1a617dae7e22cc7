import { channel } from "node:diagnostics_channel";
import { InvalidArgumentError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import type { HttpAnswer, HttpRequest } from "../transport/http.js";
import type {
  CallFacts,
  ErrorMessage,
  RequestMessage,
  ResponseMessage,
  RetryMessage,
  StreamEndMessage,
} from "./call-messages.js";

const requests = channel("docker-engine-sdk:request");
const retries = channel("docker-engine-sdk:retry");
const responses = channel("docker-engine-sdk:response");
const failures = channel("docker-engine-sdk:error");
const streamEnds = channel("docker-engine-sdk:stream-end");

/** Whether anybody listens on one of the channels. */
export function isWatched(): boolean {
  return all.some((one) => one.hasSubscribers);
}
const all = [requests, retries, responses, failures, streamEnds];

/** Sends a request and tells `node:diagnostics_channel` what becomes of it. */
export async function watchedCall(
  facts: Omit<CallFacts, "method" | "path">,
  request: HttpRequest,
  carry: (request: HttpRequest, around: Around) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const [path = ""] = request.path.split("?", 1);
  const call: CallFacts = { ...facts, method: request.method, path };
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  const headers = { ...request.headers };
  requests.publish({ call, setHeader: headerSetter(headers) } satisfies RequestMessage);
  try {
    const answer = await carry({ ...request, headers }, retriesOf(call));
    const { status } = answer;
    const streams = (answer.source ?? answer.hijacked) !== undefined;
    responses.publish({ call, status, streams, milliseconds: elapsed() } satisfies ResponseMessage);
    return withToldEnd(answer, (end) => {
      streamEnds.publish({ call, ...end, milliseconds: elapsed() } satisfies StreamEndMessage);
    });
  } catch (error) {
    failures.publish({ call, error, milliseconds: elapsed() } satisfies ErrorMessage);
    throw error;
  }
}

/** What is said around each attempt. */
export type Around = (send: () => Promise<HttpAnswer>) => Promise<HttpAnswer>;

function retriesOf(call: CallFacts): Around {
  let attempt = 0;
  let last: Pick<RetryMessage, "status" | "error"> = {};
  return async (send) => {
    attempt++;
    if (attempt > 1) retries.publish({ call, attempt, ...last } satisfies RetryMessage);
    try {
      const answer = await send();
      last = { status: answer.status };
      return answer;
    } catch (error) {
      last = { error };
      throw error;
    }
  };
}

function headerSetter(headers: Record<string, string>): RequestMessage["setHeader"] {
  return (name, value) => {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || !/^[\t\x20-\x7e]*$/.test(value)) {
      throw new InvalidArgumentError(`setHeader got a name or a value that is none of a header: ${name}`);
    }
    const key = name.toLowerCase();
    if (framing.has(key)) {
      throw new InvalidArgumentError(
        `setHeader got ${key}, which describes the message itself; leave it to the client.`,
      );
    }
    headers[key] = value;
  };
}

const framing = new Set(["connection", "content-length", "host", "transfer-encoding", "upgrade"]);

type End = Pick<StreamEndMessage, "bytes" | "outcome" | "error">;

/** The answer, with its bytes counted where they come as a stream. */
function withToldEnd(answer: HttpAnswer, tell: (end: End) => void): HttpAnswer {
  const { source, hijacked } = answer;
  if (source) return { ...answer, source: new ToldSource(source, tell) };
  if (!hijacked) return answer;
  return { ...answer, hijacked: { ...hijacked, source: new ToldSource(hijacked.source, tell) } };
}

class ToldSource implements ByteSource {
  readonly #source: ByteSource;
  #tell: ((end: End) => void) | undefined;
  #bytes = 0;

  constructor(source: ByteSource, tell: (end: End) => void) {
    this.#source = source;
    this.#tell = tell;
  }

  async read(): Promise<Uint8Array[] | null> {
    try {
      const chunks = await this.#source.read();
      if (chunks === null) this.#end("ended");
      for (const chunk of chunks ?? []) this.#bytes += chunk.length;
      return chunks;
    } catch (error) {
      this.#end("failed", error);
      throw error;
    }
  }

  cancel(): void {
    this.#end("left");
    this.#source.cancel();
  }

  #end(outcome: End["outcome"], error?: unknown): void {
    const tell = this.#tell;
    this.#tell = undefined;
    tell?.({ bytes: this.#bytes, outcome, ...(outcome === "failed" && { error }) });
  }
}
