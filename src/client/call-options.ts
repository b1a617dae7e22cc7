import { InvalidArgumentError } from "../errors.js";
import type { Deadlines } from "../transport/http.js";
import type { RetryOptions } from "../transport/retry.js";

/** What every call takes besides the API's own parameters; always the last argument. */
export interface CallOptions {
  /** Ends the call, and a stream it gave, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Headers for this call, before those of the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds for the whole call, or a limit for each phase. 0 means no limit. Default: the client's. */
  readonly timeout?: number | CallDeadlines | undefined;
  /** How this call is repeated when it fails; `false` for never. Default: the client's. */
  readonly retry?: RetryOptions | false | undefined;
}

/** Milliseconds each; 0 means no limit. */
export interface CallDeadlines {
  /** From sending the request to the beginning of the answer. */
  readonly headers?: number;
  /** The longest silence within the answer while it is being read. */
  readonly idle?: number;
  /** From the first attempt to the end of the answer. */
  readonly total?: number;
}

/**
 * How long a call may take. `unary` calls have the client's limits. Streams and waits have none but those of the call itself: an
 * engine that has nothing to say is not broken. An engine hands a connection over at once, or is broken.
 */
export function deadlinesOf(
  kind: CallKind,
  client: CallOptions["timeout"],
  call: CallOptions["timeout"],
): Deadlines {
  if (call === undefined && client === undefined && kind !== "hijack")
    return kind === "open-ended" ? none : defaults;
  const limits = phases(call, "timeout of the call");
  if (kind === "open-ended") return limits;
  const all = { ...defaults, ...phases(client, "timeout") };
  return { ...(kind === "unary" ? all : { headers: all.headers ?? all.total }), ...limits };
}

/** `hijack`: the connection itself is the answer. */
export type CallKind = "unary" | "open-ended" | "hijack";

/** @throws InvalidArgumentError when a limit of the client is no number from 0 on */
export function checkTimeout(timeout: number | (CallDeadlines & { connect?: number }) | undefined): void {
  phases(timeout, "timeout");
  if (typeof timeout === "object" && timeout?.connect !== undefined)
    checked(timeout.connect, "timeout.connect");
}

const defaults: Deadlines = { total: 60_000 };
const none: Deadlines = {};

function phases(timeout: CallOptions["timeout"], name: string): Deadlines {
  if (timeout === undefined) return {};
  if (typeof timeout !== "object" || timeout === null) return { total: checked(timeout, name) };
  const { headers, idle, total } = timeout;
  return {
    ...(headers !== undefined && { headers: checked(headers, `${name}.headers`) }),
    ...(idle !== undefined && { idle: checked(idle, `${name}.idle`) }),
    ...(total !== undefined && { total: checked(total, `${name}.total`) }),
  };
}

function checked(milliseconds: number, name: string): number {
  if (typeof milliseconds === "number" && milliseconds >= 0) return milliseconds;
  throw new InvalidArgumentError(
    `${name} is ${String(milliseconds)}; give milliseconds from 0 on, 0 for no limit.`,
  );
}
