import { setMaxListeners } from "node:events";
import { type CallOptions, deadlinesOf } from "../client/call-options.js";
import { DockerError, TimeoutError } from "../errors.js";
import { onProcessSignal } from "./process-signals.js";

/**
 * All that ends a run before its time, as one signal: the caller's, the time that is over, and a signal to this process.
 * To be released when the container is gone.
 */
export function runEnding(
  image: string,
  { signal, timeout, ...call }: CallOptions,
  removeOnSignal: boolean,
): RunEnding {
  const limits = deadlinesOf("open-ended", undefined, timeout);
  signal?.throwIfAborted();
  const ending = new AbortController();
  const onAbort = () => ending.abort(signal?.reason);
  // Many runs may share a signal: from eleven listeners on Node 20 would warn of a leak.
  if (signal) setMaxListeners(0, signal);
  signal?.addEventListener("abort", onAbort);
  const forget = removeOnSignal && onProcessSignal((name) => ending.abort(processEnds(name)));
  let clock: NodeJS.Timeout | undefined;
  return {
    call: {
      ...call,
      signal: ending.signal,
      // The time for everything is counted here, and once.
      timeout: limits.total === undefined ? limits : { ...limits, total: 0 },
    },
    started() {
      const { total = 0 } = limits;
      if (total <= 0 || total > longestTimer) return;
      const since = performance.now();
      clock = setTimeout(() => ending.abort(tooLong(image, total, performance.now() - since)), total);
    },
    release() {
      clearTimeout(clock);
      signal?.removeEventListener("abort", onAbort);
      if (forget) forget();
    },
  };
}

export interface RunEnding {
  /** What the calls of the run are made with. */
  readonly call: CallOptions & { readonly signal: AbortSignal };
  /** There is a container now: its time begins. */
  started(): void;
  release(): void;
}

/** Longer timers overflow in Node and would fire at once; 24 days and no limit are the same to a run. */
const longestTimer = 2 ** 31 - 1;

function tooLong(image: string, milliseconds: number, ran: number): TimeoutError {
  return new TimeoutError(
    `The container of ${image} was killed after ${Math.round(ran)} ms: the timeout of the call allows it ${milliseconds} ms. Allow more with \`timeout\`; what it has written until then is kept where streams are given as \`stdout\` and \`stderr\`.`,
    { phase: "total", milliseconds, unsent: false },
  );
}

function processEnds(signal: NodeJS.Signals): DockerError {
  return new DockerError(`The container was killed, as this process got ${signal}.`, {
    code: "PROCESS_SIGNAL",
  });
}
