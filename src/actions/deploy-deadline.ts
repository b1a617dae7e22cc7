import { type CallOptions, deadlinesOf } from "../client/call-options.js";
import { TimeoutError } from "../errors.js";

/** The time for a whole deployment, when the call limits it. Aborts its signal with an error that tells how far it came. */
export class DeployDeadline {
  readonly #late = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  #sent = false;
  #watch: { describe(): string } | undefined;
  readonly signal: AbortSignal = this.#late.signal;
  /** What is left of the call's limits for each of its requests. */
  readonly ofEachCall: CallOptions["timeout"];

  /** @throws InvalidArgumentError when a limit is no number from 0 on */
  constructor(name: string, timeout: CallOptions["timeout"]) {
    const { total, ...phases } = deadlinesOf("open-ended", undefined, timeout);
    this.ofEachCall = Object.keys(phases).length > 0 ? phases : undefined;
    // Longer timers overflow in Node and would fire at once.
    if (total === undefined || total <= 0 || total > 2 ** 31 - 1) return;
    this.#timer = setTimeout(() => this.#late.abort(this.#error(name, total)), total);
  }

  /** From here on the swarm may have been told. */
  sent(): void {
    this.#sent = true;
  }

  watching(watch: { describe(): string }): void {
    this.#watch = watch;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #error(name: string, milliseconds: number): TimeoutError {
    const state = this.#watch ? `: ${this.#watch.describe()}. The swarm goes on with it` : "";
    return new TimeoutError(
      `The deployment of ${name} has not converged within ${milliseconds} ms (the total deadline)${state}. ` +
        "Allow more time with `timeout`, or look at the tasks' errors.",
      { phase: "total", milliseconds, unsent: !this.#sent },
    );
  }
}
