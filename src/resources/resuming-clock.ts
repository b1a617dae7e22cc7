import { type Moment, momentOfMilliseconds } from "../streams/resume-moment.js";

/** The engine's clock as its answers tell it: up to a second behind, never ahead. This machine's where they tell nothing. */
export class EngineClock {
  #told: number | undefined;
  #heardAt = 0;

  /** Takes the header `Date`. */
  hear(date: string | string[] | undefined): void {
    const told = Date.parse(String(date));
    if (Number.isNaN(told)) return;
    this.#told = told;
    this.#heardAt = performance.now();
  }

  now(): Moment {
    const told = this.#told;
    return momentOfMilliseconds(told === undefined ? Date.now() : told + performance.now() - this.#heardAt);
  }
}
