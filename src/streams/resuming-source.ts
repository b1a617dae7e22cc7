import type { ByteSource } from "./byte-source.js";
import { isPassing } from "./resumable-failure.js";
import { type ResumeOptions, type StreamGap, type StreamReconnect, tellGap } from "./resume-options.js";
import { Outage } from "./resume-outage.js";

/** What one kind of stream knows of going on: where it stands, and what of an answer is new. */
export interface Course {
  /** Asks for what comes behind the place that is reached; the first time for the stream as it was wanted. */
  open(signal: AbortSignal): Promise<ByteSource>;
  /** Gives of what has arrived that which is whole and new, and moves on. */
  take(chunks: readonly Uint8Array[]): Uint8Array[];
  /** The answer has ended in order: gives what was only waiting for that. */
  finish(): Uint8Array[];
  /** Asked after `finish`: `over` when the stream ends with its answer, a source when a rest of it is there. */
  afterEnd(signal: AbortSignal): Promise<"over" | "reconnect" | ByteSource>;
  /** The answer broke or is followed by another: what is not whole will come again, and perhaps some of what was given. */
  lost(): void;
  /** What may be missing, once for each gap; asked before what comes behind it is given. */
  newGap(): StreamGap | undefined;
}

/** The bytes of a stream that outlives its connections. Who reads it sees one answer without a seam. */
export class ResumingSource implements ByteSource {
  readonly #course: Course;
  readonly #options: ResumeOptions;
  readonly #outage: Outage;
  /** The caller's. */
  readonly #signal: AbortSignal | undefined;
  /** Ends whatever is under way: for the caller's signal, and when the stream is closed. */
  readonly #ending = new AbortController();
  #cancelled = false;
  #source: ByteSource | undefined;
  #reconnect: StreamReconnect | undefined;
  #state: "broken" | "ended" | "over" = "broken";

  constructor(course: Course, options: ResumeOptions, signal: AbortSignal | undefined) {
    this.#course = course;
    this.#options = options;
    this.#outage = new Outage(options.giveUpAfter);
    this.#signal = signal;
    if (signal?.aborted) this.#onAbort();
    // Not `AbortSignal.any`: what it makes is kept by Node for as long as the caller's signal lives.
    else signal?.addEventListener("abort", this.#onAbort);
  }

  /** Makes the first connection: what fails here is thrown. `closed` counts for this only, `cancel` from then on. */
  async open(closed: AbortSignal): Promise<this> {
    const onClose = (): void => this.cancel();
    closed.addEventListener("abort", onClose, { once: true });
    if (closed.aborted) onClose();
    try {
      this.#source = await this.#course.open(this.#ending.signal);
    } catch (error) {
      this.#release();
      throw error;
    } finally {
      closed.removeEventListener("abort", onClose);
    }
    return this;
  }

  async read(): Promise<Uint8Array[] | null> {
    try {
      while (this.#state !== "over" && !this.#cancelled) {
        const pieces = await this.#step();
        this.#tell();
        if (pieces.length === 0) continue;
        this.#outage.good();
        return pieces;
      }
    } catch (error) {
      this.cancel();
      throw error;
    }
    this.#release();
    return null;
  }

  cancel(): void {
    this.#cancelled = true;
    this.#release();
    this.#source?.cancel();
    this.#ending.abort();
  }

  async #step(): Promise<Uint8Array[]> {
    let chunks: Uint8Array[] | null;
    try {
      if (this.#source === undefined) {
        this.#source = await this.#nextSource();
        return [];
      }
      chunks = await this.#source.read();
    } catch (error) {
      this.#break(error);
      return [];
    }
    if (this.#cancelled) return [];
    if (chunks !== null) return this.#course.take(chunks);
    this.#source = undefined;
    this.#state = "ended";
    return this.#course.finish();
  }

  /** The way on where there is no connection; undefined where there is none, as all is over. */
  async #nextSource(): Promise<ByteSource | undefined> {
    if (this.#state === "ended") {
      const next = await this.#course.afterEnd(this.#ending.signal);
      this.#state = next === "over" ? "over" : "broken";
      if (next === "over") return undefined;
      this.#course.lost();
      if (next !== "reconnect") return next;
      this.#outage.ended();
    }
    await this.#outage.pause(this.#ending.signal);
    const source = await this.#course.open(this.#ending.signal);
    this.#reconnect = this.#outage.connected();
    return source;
  }

  #break(error: unknown): void {
    if (this.#cancelled) return;
    if (this.#signal?.aborted) throw this.#signal.reason;
    if (!isPassing(error)) throw error;
    this.#source = undefined;
    this.#state = "broken";
    this.#course.lost();
    this.#outage.failed(error);
  }

  /** Not where failures are caught: what a listener throws is for the reader. */
  #tell(): void {
    if (this.#cancelled) return;
    const reconnect = this.#reconnect;
    this.#reconnect = undefined;
    if (reconnect !== undefined) this.#options.onReconnect?.(reconnect);
    const gap = this.#course.newGap();
    if (gap !== undefined) tellGap(this.#options, gap);
  }

  #release(): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => this.#ending.abort(this.#signal?.reason);
}
