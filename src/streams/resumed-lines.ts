import { ProtocolError } from "../errors.js";
import { GatheredBytes } from "./gathered-bytes.js";
import { MILLISECOND, type Moment } from "./resume-moment.js";

/**
 * The lines of events that come over several connections, each of them once. The engine repeats on demand what happened
 * from a moment on, and several events can share one moment; and as it looks at the clock before it queues, an event
 * can come behind one that is a little younger. So it is asked for somewhat more than is missing, and what has been
 * given already is known by its text.
 */
export class ResumedLines {
  readonly #held = new GatheredBytes();
  /** What was given last: all that the engine may be asked to repeat. */
  readonly #recent: Given[] = [];
  #newest: Moment | undefined;
  /** Nothing from before is ever asked for. */
  #oldest: Moment | undefined;
  /** How often each text that was given may still be repeated. */
  #repeats = new Map<string, number>();

  /** The time of the youngest event that has been given. */
  get newest(): Moment | undefined {
    return this.#newest;
  }

  /** From where on the engine is to repeat; undefined before the first event. */
  get since(): Moment | undefined {
    if (this.#newest === undefined || this.#oldest === undefined) return undefined;
    const since = this.#newest - OVERLAP;
    return since > this.#oldest ? since : this.#oldest;
  }

  /** True when the last line is not whole. */
  get isCut(): boolean {
    return this.#held.length > 0;
  }

  take(chunks: readonly Uint8Array[]): Uint8Array[] {
    const fresh: Uint8Array[] = [];
    for (const chunk of chunks) {
      let start = 0;
      for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
        const line = this.#complete(chunk.subarray(start, end + 1));
        if (this.#isNew(line)) fresh.push(line);
        start = end + 1;
      }
      if (start < chunk.length) this.#hold(chunk.subarray(start));
    }
    return fresh;
  }

  /** The connection is gone: a line that is not whole will come again, and so will the last ones. */
  lost(): void {
    this.#held.take();
    this.#repeats = new Map();
    for (const { text } of this.#recent) this.#repeats.set(text, (this.#repeats.get(text) ?? 0) + 1);
  }

  #complete(end: Uint8Array): Uint8Array {
    if (this.#held.length === 0) return end;
    this.#held.append(end);
    return this.#held.take();
  }

  #hold(part: Uint8Array): void {
    this.#held.append(part);
    if (this.#held.length > LONGEST_LINE)
      throw new ProtocolError(`The engine sent an event of more than ${LONGEST_LINE} bytes.`);
  }

  #isNew(line: Uint8Array): boolean {
    // One letter for each byte: this text is compared, not read.
    const text = Buffer.from(line.buffer, line.byteOffset, line.length).toString("latin1");
    const repeats = this.#repeats.get(text) ?? 0;
    if (repeats > 0) {
      this.#repeats.set(text, repeats - 1);
      return false;
    }
    const [, digits] = nanoseconds.exec(text) ?? [];
    if (digits !== undefined) this.#remember({ text, moment: BigInt(digits) });
    return true;
  }

  #remember(given: Given): void {
    const recent = this.#recent;
    recent.push(given);
    this.#oldest ??= given.moment;
    if (this.#newest === undefined || given.moment > this.#newest) this.#newest = given.moment;
    const limit = this.#newest - OVERLAP;
    while (recent[0] !== undefined && recent[0].moment < limit) recent.shift();
    if (recent.length <= MOST_REPEATED) return;
    recent.shift();
    this.#oldest = recent[0]?.moment;
  }
}

interface Given {
  readonly text: string;
  readonly moment: Moment;
}

const LF = 10;
const LONGEST_LINE = 16 * 1024 * 1024;

/** By how much events can come out of order. Microseconds are the rule. */
const OVERLAP = 100n * MILLISECOND;

/** So many events the engine remembers, and so many it can repeat. */
const MOST_REPEATED = 256;

/** In the event itself: the values of its attributes are texts, in which quotes are escaped. */
const nanoseconds = /"timeNano":\s*(\d+)/;
