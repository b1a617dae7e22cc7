import type { CallOptions } from "../client/call-options.js";

/** The options of one call among those that carry a stream: the limit for everything counts for all of them together. */
export class ResumingCall {
  readonly #call: CallOptions;
  readonly #started = performance.now();

  constructor(call: CallOptions = {}) {
    this.#call = call;
  }

  /** Repeating is the stream's business from the second connection on. */
  options(signal: AbortSignal, { first }: { first: boolean }): CallOptions {
    const { headers, retry } = this.#call;
    return { headers, signal, timeout: this.#rest(), retry: first ? retry : false };
  }

  #rest(): CallOptions["timeout"] {
    const { timeout } = this.#call;
    const total = typeof timeout === "object" ? timeout?.total : timeout;
    if (typeof total !== "number" || !(total > 0)) return timeout;
    const rest = Math.max(1, total - (performance.now() - this.#started));
    return typeof timeout === "object" ? { ...timeout, total: rest } : rest;
  }
}
