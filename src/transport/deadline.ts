import { TimeoutError, type TimeoutPhase } from "../errors.js";
import type { Deadlines } from "./http.js";

/** The clocks of one exchange. `expire` is called at most once. */
export class DeadlineClocks {
  readonly #deadlines: Deadlines;
  readonly #expire: (error: TimeoutError) => void;
  readonly #place: string;
  #started = false;
  #total: NodeJS.Timeout | undefined;
  #phase: NodeJS.Timeout | undefined;

  constructor(deadlines: Deadlines, place: string, expire: (error: TimeoutError) => void) {
    this.#deadlines = deadlines;
    this.#place = place;
    this.#expire = expire;
    this.#total = this.#clock("total", deadlines.total);
  }

  /** The request goes out. */
  sent(): void {
    this.#started = true;
    this.#phase = this.#clock("headers", this.#deadlines.headers);
  }

  /** The answer has begun. */
  answered(): void {
    clearTimeout(this.#phase);
    this.#phase = this.#clock("idle", this.#deadlines.idle);
  }

  /** A piece of the answer has come, or its reader is back. */
  heard(): void {
    this.#phase?.refresh();
  }

  /** Nobody reads: silence is not the engine's. */
  held(): void {
    clearTimeout(this.#phase);
    this.#phase = undefined;
  }

  stop(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#phase);
  }

  #clock(phase: TimeoutPhase, milliseconds: number | undefined): NodeJS.Timeout | undefined {
    if (milliseconds === undefined || milliseconds <= 0 || milliseconds > longestTimer) return undefined;
    return setTimeout(() => {
      const message = `${sayings[phase]} ${milliseconds} ms (the ${phase} deadline) from ${this.#place}. ${remedy}`;
      this.#expire(new TimeoutError(message, { phase, milliseconds, unsent: !this.#started }));
    }, milliseconds);
  }
}

const sayings: Record<TimeoutPhase, string> = {
  connect: "No connection within",
  headers: "No answer began within",
  idle: "The answer went silent for",
  total: "No complete answer within",
};

const remedy = "Allow more time with `timeout`, or look at the engine's load.";

/** Longer timers overflow in Node and would fire at once; 24 days and no limit are the same to a call. */
const longestTimer = 2 ** 31 - 1;
