import { TimeoutError, type TimeoutPhase } from "../errors.js";
import type { Deadlines } from "./http.js";

/** The clocks of one exchange. `expire` is called at most once for each deadline, and never after `stop`. */
export class DeadlineClocks {
  readonly #deadlines: Deadlines;
  readonly #expire: (error: TimeoutError) => void;
  readonly #place: string;
  #started = false;
  #answered = false;
  #stopped = false;
  #total: NodeJS.Timeout | undefined;
  #phase: NodeJS.Timeout | undefined;

  constructor(deadlines: Deadlines, place: string, expire: (error: TimeoutError) => void) {
    this.#deadlines = deadlines;
    this.#place = place;
    this.#expire = expire;
    this.#total = this.#clock("total", deadlines.total);
  }

  /** From here on bytes of the request may have left. */
  started(): void {
    this.#started = true;
  }

  /** All of the request is out: it is the engine's turn. An engine may well have answered before. */
  sent(): void {
    if (this.#answered) return;
    clearTimeout(this.#phase);
    this.#phase = this.#clock("headers", this.#deadlines.headers);
  }

  /** The answer has begun, or its reader is back. */
  answered(): void {
    this.#answered = true;
    clearTimeout(this.#phase);
    this.#phase = this.#clock("idle", this.#deadlines.idle);
  }

  /** A piece of the answer has come. */
  heard(): void {
    this.#phase?.refresh();
  }

  /** Nobody reads: silence is not the engine's. */
  held(): void {
    clearTimeout(this.#phase);
    this.#phase = undefined;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#total);
    this.held();
  }

  #clock(phase: TimeoutPhase, milliseconds: number | undefined): NodeJS.Timeout | undefined {
    // A reader may come back to what is left of an answer that has ended.
    if (this.#stopped) return undefined;
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
