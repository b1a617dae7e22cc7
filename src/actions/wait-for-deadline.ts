import { type CallOptions, deadlinesOf } from "../client/call-options.js";
import { TimeoutError } from "../errors.js";
import { EitherSignal } from "../transport/either-signal.js";

/**
 * Gives work that consists of several calls the time of one: its `timeout` counts from here to the end, and when it has
 * passed `late` says what was waited for. An idle limit does not count, as a container that is waited for is silent.
 */
export async function withinDeadline<T>(
  call: CallOptions,
  late: (milliseconds: number) => string,
  work: (call: CallOptions) => Promise<T>,
): Promise<T> {
  const { headers, total = 0 } = deadlinesOf("open-ended", undefined, call.timeout);
  const during = { headers: call.headers, retry: call.retry, ...(headers && { timeout: { headers } }) };
  if (total === 0 || total > longestTimer) return work({ ...during, signal: call.signal });
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(new TimeoutError(late(total), { phase: "total", milliseconds: total, unsent: false }));
  }, total);
  const either = new EitherSignal(call.signal, deadline.signal);
  try {
    return await work({ ...during, signal: either.signal });
  } finally {
    clearTimeout(timer);
    either.leave();
  }
}

/** Longer timers overflow in Node and would fire at once; 24 days and no limit are the same to a wait. */
const longestTimer = 2 ** 31 - 1;
