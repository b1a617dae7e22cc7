/**
 * Which requests of a recording have come again. What an engine sent after a request waits for that request: the log line for the
 * start that it tells of. A request that does not come is waited for once, and not for long.
 */
export class ReplayOrder {
  readonly #come = new Set<number>();
  /** All before it have come. */
  #missing = 0;
  readonly #patience: number;
  readonly #waiting = new Set<() => void>();

  constructor({ patience }: { patience: number }) {
    this.#patience = patience;
  }

  /** A request has come. */
  came(index: number): void {
    this.#come.add(index);
    this.progress();
  }

  /** Something has happened that somebody may have waited for. */
  progress(): void {
    for (const look of this.#waiting) look();
  }

  /** Resolves when the first `count` requests have come, and whatever else must be so is. */
  async until(count: number, isReady: () => boolean, gone: AbortSignal): Promise<void> {
    const isTime = () => this.#haveCome(count) && isReady();
    if (isTime() || gone.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(limit);
        this.#waiting.delete(look);
        gone.removeEventListener("abort", done);
        resolve();
      };
      const look = () => {
        if (isTime()) done();
      };
      const limit = setTimeout(() => {
        for (let index = 0; index < count; index++) this.#come.add(index);
        done();
        this.progress();
      }, this.#patience);
      this.#waiting.add(look);
      gone.addEventListener("abort", done);
    });
  }

  #haveCome(count: number): boolean {
    while (this.#come.has(this.#missing)) this.#missing++;
    return this.#missing >= count;
  }
}
