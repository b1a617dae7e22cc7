import { setTimeout as sleep } from "node:timers/promises";
import { RateLimiter } from "limiter";
import { InvalidArgumentError } from "../errors.js";
import { orAborted } from "./or-aborted.js";

export interface RateLimitOptions {
  /** How many requests may go in a minute, repeated ones included. After a quiet time they may all go at once. */
  readonly perMinute: number;
}

/** Lets requests pass at a rate, in the order in which they came. */
export class RateLimit {
  readonly #limiter: RateLimiter;
  /** Settles when the last one in the queue has passed or left. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @throws InvalidArgumentError when the rate is no positive number */
  constructor({ perMinute }: RateLimitOptions) {
    if (!Number.isSafeInteger(perMinute) || perMinute <= 0) {
      throw new InvalidArgumentError(
        `rateLimit.perMinute is ${String(perMinute)}; give a whole number above 0, or leave rateLimit out for no limit.`,
      );
    }
    this.#limiter = new RateLimiter({ tokensPerInterval: perMinute, interval: "minute" });
  }

  /** Waits for a turn; rejects with the signal's reason when it aborts, and then costs no turn. */
  async pass(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#waiting === 0 && this.#limiter.tryRemoveTokens(1)) return;
    this.#waiting++;
    const before = this.#last;
    const turn = this.#wait(before, signal).finally(() => {
      this.#waiting--;
    });
    // Who leaves the queue does not let those behind pass by those in front.
    this.#last = Promise.allSettled([before, turn]);
    return turn;
  }

  async #wait(before: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
    await orAborted(before, signal);
    while (!this.#limiter.tryRemoveTokens(1)) {
      const milliseconds = Math.max(1, this.#limiter.getWaitTime(1));
      await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
        throw signal?.aborted ? signal.reason : error;
      });
    }
  }
}
