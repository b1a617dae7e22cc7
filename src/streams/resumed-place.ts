/**
 * The place in a container's log up to which all has been given. The log's entries have times, but no numbers: several
 * can share one time (the parts of a long line always do), and as stdout and stderr are stamped by themselves, an entry
 * can stand behind one that is younger. Asked for what is there since a time, newer engines (seen on 26 and 28) give
 * everything from the first entry on that is not older; 20.10 gives every entry that is not older. So the times of the
 * last entries are kept from a peak on, which is an entry younger than all before it: from there the log is repeated,
 * and compared.
 */
export class ResumedPlace {
  #runs: Run[] = [];
  #youngest = "";
  #last: string | undefined;
  /** While the engine repeats: the run to be met next, how many of its entries were met, and whether any was. */
  #replay: { index: number; met: number; any: boolean } | undefined;
  #gap: LogGap | undefined;

  /** From when on the engine is to repeat; undefined before the first entry. */
  get since(): string | undefined {
    return this.#runs[0]?.stamp;
  }

  /** True when the entry that comes next, stamped so, has not been given before. It counts as given then. */
  isNew(stamp: string): boolean {
    if (this.#replay !== undefined && this.#meets(stamp)) return false;
    this.#record(stamp);
    return true;
  }

  /** The log will be repeated from `since` on. */
  lost(): void {
    this.#replay = this.#runs.length === 0 ? undefined : { index: 0, met: 0, any: false };
  }

  /** The log has ended, as far as it was asked for: what should have been repeated and was not is no longer there. */
  ended(now: string): void {
    if (this.#replay !== undefined && !this.#replay.any) this.#breakOff(now);
  }

  /** The stretch of which nothing can be said, once. */
  newGap(): LogGap | undefined {
    const gap = this.#gap;
    this.#gap = undefined;
    return gap;
  }

  #meets(stamp: string): boolean {
    const replay = this.#replay;
    if (replay === undefined) return false;
    // Runs may be missing: rotated away, or left out by an old engine as they are older than what was asked for.
    for (let index = replay.index; index < this.#runs.length; index++) {
      const run = this.#runs[index];
      const met = index === replay.index ? replay.met : 0;
      if (run === undefined || run.stamp !== stamp || met === run.count) continue;
      replay.index = index;
      replay.met = met + 1;
      replay.any = true;
      return true;
    }
    if (replay.any) this.#replay = undefined;
    else this.#breakOff(stamp);
    return false;
  }

  #breakOff(to: string): void {
    this.#gap = { from: this.#last ?? to, to };
    this.#runs = [];
    this.#youngest = "";
    this.#replay = undefined;
  }

  #record(stamp: string): void {
    this.#last = stamp;
    const last = this.#runs.at(-1);
    if (last?.stamp === stamp) {
      last.count++;
      return;
    }
    const isPeak = stamp > this.#youngest;
    if (isPeak) this.#youngest = stamp;
    this.#runs.push({ stamp, count: 1, isPeak });
    if (this.#runs.length >= 2 * KEPT_RUNS) this.#prune();
  }

  #prune(): void {
    const kept = this.#runs.slice(-KEPT_RUNS).findIndex(({ isPeak }) => isPeak);
    if (kept !== -1) this.#runs.splice(0, this.#runs.length - KEPT_RUNS + kept);
    // A clock that was set back gives no peak for long.
    else if (this.#runs.length > MOST_RUNS) this.#startAnew();
  }

  #startAnew(): void {
    const last = this.#runs.at(-1);
    this.#runs = last === undefined ? [] : [{ ...last, isPeak: true }];
    this.#youngest = last?.stamp ?? "";
  }
}

/** Times as the log has them. */
export interface LogGap {
  readonly from: string;
  readonly to: string;
}

/** Entries of one time that stand together. */
interface Run {
  readonly stamp: string;
  readonly isPeak: boolean;
  count: number;
}

/** More are repeated than need be, for the old engines: what is out of order there is lost where it is older than that. */
const KEPT_RUNS = 8;
const MOST_RUNS = 10_000;
