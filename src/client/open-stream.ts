import type { OperationId } from "../../generated/operations.js";
import type { ByteSource } from "../streams/byte-source.js";
import type { AnyVersion } from "./api-version.js";
import type { CallOptions } from "./call-options.js";
import type { CallInput, EngineClient } from "./client.js";

/** What a stream of ours is made with: a function that sends the request when the first step asks for it. */
export function opener<V extends AnyVersion, Operation extends OperationId>(
  client: EngineClient<V>,
  operation: Operation,
  input: CallInput<V, Operation>,
  call: CallOptions | undefined,
): (closed: AbortSignal) => Promise<ByteSource> {
  return async (closed) => (await client.open(operation, input, whileOpen(call, closed))).source;
}

/** The call's options with a signal that also aborts when the stream is closed before its answer has begun. */
export function whileOpen(call: CallOptions | undefined, closed: AbortSignal): CallOptions {
  return { ...call, signal: call?.signal ? AbortSignal.any([call.signal, closed]) : closed };
}
