import { DockerError } from "../errors.js";
import { BatchIterator } from "../streams/batch-iterator.js";
import type { DeployEvent, DeployTask } from "./deploy-event.js";

/**
 * A deployment that is watched: it can be awaited for its end, iterated for its progress, or both. Nothing is sent before
 * the first of them. What goes wrong is thrown by the loop and by every await.
 *
 * The swarm does the work. Leaving the loop early ends the watching, and then awaiting it fails; the deployment itself
 * goes on, and so it does after an abort and after a timeout.
 *
 * An `async` function that returns a deployment gives its result, as `await` does: return it from a plain function instead.
 */
export class Deployment implements AsyncIterable<DeployEvent>, PromiseLike<DeployResult>, AsyncDisposable {
  readonly #work: DeployWork;
  readonly #left = new AbortController();
  #outcome: Promise<DeployResult> | undefined;
  #over = false;
  #iterated = false;
  #events: DeployEvent[] = [];
  /** Ends the loop's wait for the next event. */
  #wake: () => void = nothing;

  /** `work` does it all. Its signal is aborted when nobody watches any more. */
  constructor(work: DeployWork) {
    this.#work = work;
  }

  /** Gives the progress as it is seen. A deployment has one loop. */
  [Symbol.asyncIterator](): AsyncIterableIterator<DeployEvent> {
    if (this.#iterated) {
      throw new DockerError("The progress of this deployment is read already. Await it instead.", {
        code: "STREAM_USED",
      });
    }
    this.#iterated = true;
    return new BatchIterator<DeployEvent>({
      more: (batch) => this.#giveEvents(batch),
      close: () => this.#leave("The loop over the progress of this deployment was left before the end."),
    });
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what it is for, as with a job.
  then<Fulfilled = DeployResult, Rejected = never>(
    onFulfilled?: ((result: DeployResult) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#begin().then(onFulfilled, onRejected);
  }

  catch<Rejected = never>(
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<DeployResult | Rejected> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<DeployResult> {
    return this.then().finally(onFinally);
  }

  /** Ends the watching: loops and awaits fail. What the swarm has been told stays. */
  async close(): Promise<void> {
    this.#leave("This deployment was closed before its end.");
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #begin(): Promise<DeployResult> {
    if (this.#outcome === undefined) {
      this.#outcome = this.#run();
      // Who only iterates has the failure from the loop: the promise nobody asked for must not report it too.
      this.#outcome.catch(nothing);
    }
    return this.#outcome;
  }

  async #run(): Promise<DeployResult> {
    try {
      this.#left.signal.throwIfAborted();
      return await this.#work(this.#left.signal, (events) => {
        if (this.#iterated) this.#events.push(...events);
        this.#wake();
      });
    } finally {
      this.#over = true;
      this.#wake();
    }
  }

  async #giveEvents(batch: DeployEvent[]): Promise<boolean> {
    const outcome = this.#begin();
    if (this.#events.length === 0 && !this.#over) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    batch.push(...this.#events);
    this.#events = [];
    if (!this.#over) return true;
    await outcome;
    return false;
  }

  #leave(reason: string): void {
    this.#left.abort(
      new DockerError(`${reason} The swarm goes on with what it was told; deploy again to watch it.`, {
        code: "DEPLOY_UNWATCHED",
      }),
    );
  }
}

type DeployWork = (
  left: AbortSignal,
  tell: (events: readonly DeployEvent[]) => void,
) => Promise<DeployResult>;

export interface DeployResult {
  readonly id: string;
  readonly name: string;
  /** Whether there was no service of that name before. */
  readonly created: boolean;
  /** The only state in which a deployment ends well. */
  readonly state: "converged";
  /** `Version.Index` of the service, for an update by hand. */
  readonly version: number;
  /** What the engine warned of when it took the spec. */
  readonly warnings: readonly string[];
  /** Those that run; of a job those that have ended well. */
  readonly tasks: readonly DeployTask[];
}

function nothing(): void {}
