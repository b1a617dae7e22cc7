import { setMaxListeners } from "node:events";
import { DeadlineClocks } from "../transport/deadline.js";
import type { HttpRequest } from "../transport/http.js";
import { orAborted } from "../transport/or-aborted.js";

/**
 * Waits for what a request needs before it can be sent. The request's signal ends the wait, and so do its time, where
 * `place` is given for the message, and the end of the client. Nothing of it stays behind on these signals, which may
 * live as long as the process.
 */
export async function beforeSending<T>(
  { signal, deadlines }: HttpRequest,
  closing: AbortSignal,
  wait: (signal: AbortSignal) => Promise<T>,
  place?: string,
): Promise<T> {
  const over = new AbortController();
  const total = place === undefined ? undefined : deadlines.total;
  const clocks = new DeadlineClocks({ total }, place ?? "", (error) => over.abort(error));
  const leave = [signal, closing].map((one) => follow(one, over));
  try {
    return await orAborted(wait(over.signal), over.signal);
  } finally {
    clocks.stop();
    for (const unfollow of leave) unfollow();
  }
}

function follow(signal: AbortSignal | undefined, over: AbortController): () => void {
  const abort = () => over.abort(signal?.reason);
  if (signal?.aborted) abort();
  // Many requests may wait at a time: from eleven on Node 20 would warn of a leak.
  if (signal) setMaxListeners(0, signal);
  signal?.addEventListener("abort", abort);
  return () => signal?.removeEventListener("abort", abort);
}
