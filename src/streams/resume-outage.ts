import { setTimeout as sleep } from "node:timers/promises";
import type { StreamReconnect } from "./resume-options.js";

/** Keeps the time between connections: how long to wait before the next attempt, and when to give up. */
export class Outage {
  readonly #giveUpAfter: number;
  /** Attempts since a connection was last known to be good: what the pauses grow with. */
  #tries = 0;
  /** When attempts began to fail. */
  #failingSince: number | undefined;
  #connectedSince: number | undefined = performance.now();
  #lostAt = 0;
  #attempts = 0;
  #cause: unknown;

  constructor(giveUpAfter = Number.POSITIVE_INFINITY) {
    this.#giveUpAfter = giveUpAfter;
  }

  /** The connection has given something: it is good. */
  good(): void {
    this.#tries = 0;
    this.#failingSince = undefined;
  }

  /** The engine has ended its answer, and the stream is to go on. It is there, and nothing fails yet. */
  ended(): void {
    this.#lose(undefined);
    this.#failingSince = undefined;
  }

  /** A connection broke, or could not be made. Throws the error when it is time to give up. */
  failed(error: unknown): void {
    this.#lose(error);
    const now = performance.now();
    this.#failingSince ??= now;
    if (now - this.#failingSince >= this.#giveUpAfter) throw error;
  }

  /** Waits before an attempt. Rejects when the signal aborts. */
  async pause(signal: AbortSignal): Promise<void> {
    const longest = Math.min(FIRST_PAUSE * 2 ** this.#tries, LONGEST_PAUSE);
    this.#tries++;
    this.#attempts++;
    // Many clients lose an engine at the same moment, and it should not get them back at the same moment.
    const pause = longest * (0.5 + Math.random() / 2);
    const rest =
      this.#failingSince === undefined
        ? Number.POSITIVE_INFINITY
        : this.#failingSince + this.#giveUpAfter - performance.now();
    await sleep(Math.max(0, Math.min(pause, rest)), undefined, { signal });
  }

  connected(): StreamReconnect {
    const now = performance.now();
    this.#connectedSince = now;
    return { attempts: this.#attempts, milliseconds: Math.round(now - this.#lostAt), cause: this.#cause };
  }

  #lose(error: unknown): void {
    this.#cause = error;
    if (this.#connectedSince === undefined) return;
    const now = performance.now();
    // A quiet stream gives nothing for hours; that its connection has lasted shows as well that it was good.
    if (now - this.#connectedSince >= LONGEST_PAUSE) this.good();
    this.#connectedSince = undefined;
    this.#lostAt = now;
    this.#attempts = 0;
  }
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
