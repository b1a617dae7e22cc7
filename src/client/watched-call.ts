import { channel } from "node:diagnostics_channel";
import type { OperationId } from "../../generated/operations.js";
import { InvalidArgumentError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import type { HttpAnswer, HttpRequest } from "../transport/http.js";

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
    headers[name.toLowerCase()] = value;
  };
}

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

/** What the messages of one call have in common: the same object in all of them, so that it can be the key of a `WeakMap`. */
export interface CallFacts {
  /** As the API names it, such as `ContainerList`; nothing for the question for the engine's version. */
  readonly operation: OperationId | undefined;
  readonly method: HttpRequest["method"];
  /** Without the query, which may hold the arguments of a build. */
  readonly path: string;
  /** The engine's address. */
  readonly address: string;
}

/** `docker-engine-sdk:request`: a call goes out. */
export interface RequestMessage {
  readonly call: CallFacts;
  /**
   * Sends a header along, such as `traceparent`; in every attempt.
   * @throws InvalidArgumentError for what cannot be in a header
   */
  readonly setHeader: (name: string, value: string) => void;
}

/** `docker-engine-sdk:retry`: a call is sent again, because of a status or an error. */
export interface RetryMessage {
  readonly call: CallFacts;
  /** From 2 on. */
  readonly attempt: number;
  readonly status?: number;
  readonly error?: unknown;
}

/** `docker-engine-sdk:response`: the engine has answered, be it with a refusal. A stream begins with it. */
export interface ResponseMessage {
  readonly call: CallFacts;
  readonly status: number;
  /** Whether a `stream-end` will follow. */
  readonly streams: boolean;
  /** Since the call began, with the waits of `rateLimit` and `retry`. */
  readonly milliseconds: number;
}

/** `docker-engine-sdk:error`: no answer came, or the call was aborted. */
export interface ErrorMessage {
  readonly call: CallFacts;
  readonly error: unknown;
  readonly milliseconds: number;
}

/** `docker-engine-sdk:stream-end`: nothing more is read of an answer that came as a stream. */
export interface StreamEndMessage {
  readonly call: CallFacts;
  /** What has been read, before anything was decoded. */
  readonly bytes: number;
  /** `left`: the reader did not want the rest. */
  readonly outcome: "ended" | "left" | "failed";
  readonly error?: unknown;
  /** Since the call began. */
  readonly milliseconds: number;
}
