import { DeadlineClocks } from "../transport/deadline.js";
import { EitherSignal } from "../transport/either-signal.js";
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
  const either = new EitherSignal(signal, closing, over.signal);
  try {
    return await orAborted(wait(either.signal), either.signal);
  } finally {
    clocks.stop();
    either.leave();
  }
}
