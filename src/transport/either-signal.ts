import { setMaxListeners } from "node:events";

/**
 * A signal that aborts with the first of several, until it is left. Not `AbortSignal.any`: Node keeps a reference to what
 * that makes for as long as the signals live, and a caller's may live as long as the process.
 */
export class EitherSignal {
  readonly #either = new AbortController();
  readonly #leave: (() => void)[] = [];

  constructor(...signals: (AbortSignal | undefined)[]) {
    for (const signal of signals) if (signal !== undefined) this.#follow(signal);
  }

  get signal(): AbortSignal {
    return this.#either.signal;
  }

  /** Follows none of them any more. */
  leave(): void {
    for (const leave of this.#leave.splice(0)) leave();
  }

  #follow(signal: AbortSignal): void {
    const abort = () => this.#either.abort(signal.reason);
    if (signal.aborted) abort();
    // Many may share a signal: from eleven on Node 20 would warn of a leak.
    setMaxListeners(0, signal);
    signal.addEventListener("abort", abort);
    this.#leave.push(() => signal.removeEventListener("abort", abort));
  }
}
