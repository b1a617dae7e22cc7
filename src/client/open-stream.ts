import type { OperationId } from "../../generated/operations.js";
import type { ByteSource } from "../streams/byte-source.js";
import { EitherSignal } from "../transport/either-signal.js";
import type { AnyVersion } from "./api-version.js";
import type { CallOptions } from "./call-options.js";
import type { CallInput, EngineClient } from "./client.js";

/**
 * What a stream of ours is made with: a function that sends the request when the first step asks for it. The input may be
 * a function too, for what has to be found out first, such as credentials.
 */
export function opener<V extends AnyVersion, Operation extends OperationId>(
  client: EngineClient<V>,
  operation: Operation,
  input: CallInput<V, Operation> | ((call: CallOptions) => Promise<CallInput<V, Operation>>),
  call: CallOptions | undefined,
): (closed: AbortSignal) => Promise<ByteSource> {
  return async (closed) => {
    const during = whileOpen(call, closed);
    const said = typeof input === "function" ? await input(during) : input;
    return (await client.open(operation, said, during)).source;
  };
}

/**
 * The call's options with a signal that also aborts when the stream is over: closed before its answer has begun, or read to
 * its end, when nothing listens any more.
 */
export function whileOpen(call: CallOptions | undefined, closed: AbortSignal): CallOptions {
  if (!call?.signal) return { ...call, signal: closed };
  const either = new EitherSignal(call.signal, closed);
  closed.addEventListener("abort", () => either.leave());
  return { ...call, signal: either.signal };
}
