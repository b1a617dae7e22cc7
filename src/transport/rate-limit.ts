import { setTimeout as sleep } from "node:timers/promises";
import { RateLimiter } from "limiter";
import { DockerError, InvalidArgumentError } from "../errors.js";
import { orAborted } from "./or-aborted.js";

export interface RateLimitOptions {
  /** How many requests may go in a minute, repeated ones included. After a quiet time they may all go at once. */
  readonly perMinute: number;
  /**
   * Milliseconds that a request may wait for its turn; one that would wait longer is refused with the code `RATE_LIMITED`,
   * and nothing of it is sent. 0 never waits. Default: as long as it takes.
   */
  readonly maxWait?: number | undefined;
}

/** Lets requests pass at a rate, in the order in which they came. */
export class RateLimit {
  readonly #limiter: RateLimiter;
  readonly #perMinute: number;
  readonly #maxWait: number;
  /** Settles when the last one in the queue has passed or left. */
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @throws InvalidArgumentError when the rate is no positive number, or the longest wait no number from 0 on */
  constructor({ perMinute, maxWait = Number.POSITIVE_INFINITY }: RateLimitOptions) {
    if (!Number.isSafeInteger(perMinute) || perMinute <= 0) {
      throw new InvalidArgumentError(
        `rateLimit.perMinute is ${String(perMinute)}; give a whole number above 0, or leave rateLimit out for no limit.`,
      );
    }
    if (!(typeof maxWait === "number" && maxWait >= 0)) {
      throw new InvalidArgumentError(
        `rateLimit.maxWait is ${String(maxWait)}; give milliseconds from 0 on, or leave it out to wait as long as it takes.`,
      );
    }
    this.#perMinute = perMinute;
    this.#maxWait = maxWait;
    this.#limiter = new RateLimiter({ tokensPerInterval: perMinute, interval: "minute" });
  }

  /**
   * Waits for a turn; rejects with the signal's reason when it aborts, and then costs no turn.
   * @throws DockerError when the wait would be longer than it may be
   */
  async pass(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#waiting === 0 && this.#limiter.tryRemoveTokens(1)) return;
    const whole = Math.floor(this.#waiting / this.#perMinute) * minute;
    this.#checkWait(whole + this.#limiter.getWaitTime((this.#waiting % this.#perMinute) + 1));
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
    const started = performance.now();
    await orAborted(before, signal);
    while (!this.#limiter.tryRemoveTokens(1)) {
      const milliseconds = Math.max(1, this.#limiter.getWaitTime(1));
      // What was reckoned before is an estimate, and turns come in bursts.
      this.#checkWait(performance.now() - started + milliseconds);
      await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
        throw signal?.aborted ? signal.reason : error;
      });
    }
  }

  #checkWait(milliseconds: number): void {
    if (milliseconds <= this.#maxWait) return;
    throw new DockerError(
      `The rate of ${this.#perMinute} requests a minute is used up, and the wait for a turn of about ${Math.ceil(milliseconds / 1000)} s is longer than the ${this.#maxWait / 1000} s it may take. Nothing was sent. Ask again later, or allow a higher rate or a longer wait.`,
      { code: "RATE_LIMITED" },
    );
  }
}

const minute = 60_000;
