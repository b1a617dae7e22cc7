import type { Bounds } from "../../action.js";

/** Keeps the last lines of a log, within limits. */
export class BuildLog {
  #lines: string[] = [];
  #size = 0;
  readonly #bounds: Bounds;
  /** Whether lines are gone. */
  truncated = false;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  add(line: string): void {
    this.#lines.push(line);
    this.#size += line.length;
    while (this.#lines.length > this.#bounds.items || this.#size > this.#bounds.bytes) {
      this.#size -= this.#lines.shift()?.length ?? 0;
      this.truncated = true;
    }
  }

  get lines(): readonly string[] {
    return this.#lines;
  }
}
