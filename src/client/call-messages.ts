import type { OperationId } from "../../generated/operations.js";
import type { HttpRequest } from "../transport/http.js";

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
   * @throws InvalidArgumentError for what cannot be in a header, and for those that describe the message itself, such as `content-length`
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
