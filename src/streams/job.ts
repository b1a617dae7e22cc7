import { DockerError } from "../errors.js";
import { BatchIterator } from "./batch-iterator.js";
import type { ByteSource } from "./byte-source.js";
import { JsonLineReader } from "./json-lines.js";
import { Opening } from "./opening.js";
import { asMessage, type ProgressMessage } from "./progress.js";

/**
 * Work that the engine does and reports on while it does it: a pull, a build … It can be awaited for its result, iterated
 * for its progress, or both; all of it is one request, which goes out with the first of them, and not before.
 *
 * What the engine says went wrong is thrown by the loop and by every await. Leaving the loop early aborts the work, and
 * then awaiting it fails. A loop that begins while the work is awaited sees what happens from then on.
 *
 * An `async` function that returns a job gives its result, as `await` does: return it from a plain function instead.
 */
export class Job<Step, Result> implements AsyncIterable<Step>, PromiseLike<Result>, AsyncDisposable {
  readonly #input: Opening;
  readonly #lines: JsonLineReader<unknown>;
  readonly #reducer: JobReducer<Step, Result>;
  readonly #outcome: Promise<Result>;
  #succeed: (result: Result) => void = nothing;
  #fail: (error: unknown) => void = nothing;
  #settled = false;
  /** The read under way, which the loop and the awaits share. */
  #reading: Promise<boolean> | undefined;
  #draining = false;
  /** Ends what the reducer still asks for. */
  readonly #abandoned = new AbortController();
  #iterated = false;
  /** For the loop, where it is slower than an await that reads at the same time. */
  #steps: Step[] = [];

  /** `open` sends the request. Its `closed` is aborted when the job is given up before its answer has begun. */
  constructor(open: (closed: AbortSignal) => Promise<ByteSource>, reducer: JobReducer<Step, Result>) {
    this.#input = new Opening(open);
    this.#lines = new JsonLineReader(this.#input);
    this.#reducer = reducer;
    this.#outcome = new Promise<Result>((resolve, reject) => {
      this.#succeed = resolve;
      this.#fail = reject;
    });
    // Who only iterates has the failure from the loop: the promise nobody asked for must not report it too.
    this.#outcome.catch(nothing);
  }

  /** Gives the progress as it arrives. A job has one loop. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Step> {
    if (this.#iterated) {
      throw new DockerError(
        "The progress of this job is read already, and it can be read once. Await the job instead.",
        {
          code: "STREAM_USED",
        },
      );
    }
    this.#iterated = true;
    return new BatchIterator<Step>({
      more: (batch) => this.#giveSteps(batch),
      close: () =>
        this.#giveUp("The loop over the progress of this job was left before the end, which aborted it."),
    });
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what a job is for.
  then<Fulfilled = Result, Rejected = never>(
    onFulfilled?: ((result: Result) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    this.#drain();
    return this.#outcome.then(onFulfilled, onRejected);
  }

  catch<Rejected = never>(
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Result | Rejected> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Result> {
    return this.then().finally(onFinally);
  }

  /** Aborts the job if it has not ended: the connection is closed, loops and awaits fail. */
  async close(): Promise<void> {
    this.#giveUp("This job was closed before its end, which aborted it.");
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Reads to the end whatever the loop does: its body may be what awaits the job. */
  async #drain(): Promise<void> {
    if (this.#draining) return;
    this.#draining = true;
    try {
      while (await this.#read());
    } catch {
      // It is the outcome, and whoever awaits that has it.
    }
  }

  async #giveSteps(batch: Step[]): Promise<boolean> {
    try {
      return this.#steps.length > 0 || (await this.#read());
    } finally {
      for (const step of this.#steps) batch.push(step);
      this.#steps = [];
    }
  }

  #read(): Promise<boolean> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<boolean> {
    const steps: Step[] = [];
    try {
      if (!this.#settled) await this.#reduce(steps);
    } catch (error) {
      this.#settle(() => this.#fail(error));
      this.#input.cancel();
    }
    if (this.#iterated) for (const step of steps) this.#steps.push(step);
    if (!this.#settled) return true;
    await this.#outcome;
    return false;
  }

  async #reduce(steps: Step[]): Promise<void> {
    const messages: unknown[] = [];
    let mayBeMore = true;
    try {
      mayBeMore = await this.#lines.read(messages);
    } finally {
      // Also when the rest is broken: these came before, and the engine's own complaint may be among them.
      for (const message of messages) this.#reducer.take(asMessage(message), steps);
    }
    if (mayBeMore) return;
    const result = await this.#reducer.finish(steps, this.#abandoned.signal);
    this.#settle(() => this.#succeed(result));
  }

  #giveUp(reason: string): void {
    this.#settle(() =>
      this.#fail(new DockerError(`${reason} Make the call again.`, { code: "JOB_ABORTED" })),
    );
    this.#input.cancel();
    this.#abandoned.abort();
  }

  #settle(how: () => void): void {
    if (this.#settled) return;
    this.#settled = true;
    how();
  }
}

/** What makes steps and a result from the engine's messages. It holds the state of one job. */
export interface JobReducer<Step, Result> {
  /** Adds the steps that `message` means. Throws when it says that the job has failed. */
  take(message: ProgressMessage, steps: Step[]): void;
  /**
   * Called at the clean end of the answer. Throws when what a success always says is missing. `abandoned` is aborted when
   * nobody wants the result any more.
   */
  finish(steps: Step[], abandoned: AbortSignal): Result | Promise<Result>;
}

function nothing(): void {}
