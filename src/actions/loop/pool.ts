import { setMaxListeners } from "node:events";
import { DockerError } from "../../errors.js";

/**
 * Containers that are used one after the other by uses of the same key, and how many of them there may be. Who finds no room
 * waits, in the order of coming; an idle container of another key makes way.
 */
export class LoopPool<Container extends Pooled = Pooled> implements AsyncDisposable {
  readonly #limits: PoolLimits;
  /** Those used last come last. */
  readonly #idle: Idle<Container>[] = [];
  readonly #waiting: Waiting<Container>[] = [];
  readonly #uses = new Map<Promise<unknown>, AbortController>();
  readonly #removals = new Set<Promise<void>>();
  /** Containers that are there, or are being made or removed. */
  #count = 0;
  #closed: Promise<void> | undefined;

  constructor(limits: PoolLimits) {
    this.#limits = limits;
  }

  /**
   * Makes or takes a container for `work`, which says whether it may be used again. Without a key the container is one for this
   * use. Whatever fails discards it.
   */
  async use<T>(key: string | undefined, steps: UseSteps<Container, T>, signal?: AbortSignal): Promise<T> {
    if (this.#closed) throw closedError();
    signal?.throwIfAborted();
    const ending = new AbortController();
    const onAbort = () => ending.abort(signal?.reason);
    // Many uses may share a signal: from eleven listeners on Node 20 would warn of a leak.
    if (signal) setMaxListeners(0, signal);
    signal?.addEventListener("abort", onAbort);
    const use = this.#use(key, steps, ending.signal);
    this.#uses.set(use, ending);
    try {
      return await use;
    } finally {
      this.#uses.delete(use);
      signal?.removeEventListener("abort", onAbort);
    }
  }

  /**
   * Ends what is under way and removes every container.
   * @throws DockerError when one of them could not be removed
   */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #use<T>(key: string | undefined, steps: UseSteps<Container, T>, signal: AbortSignal): Promise<T> {
    const slot = await this.#enter(key, signal);
    let { container } = slot;
    let keep = false;
    try {
      await slot.evicted?.discard();
      if (container && !(await orEnded(container.ping(this.#limits.pingTimeout), signal))) {
        await container.discard();
        container = undefined;
      }
      const reused = container !== undefined;
      signal.throwIfAborted();
      container ??= await steps.make(signal);
      const done = await steps.work(container, reused, signal);
      keep = done.keep && key !== undefined && container.runs < this.#limits.maxRuns;
      return done.value;
    } finally {
      if (keep && container && key !== undefined && !this.#closed) this.#rest(key, container);
      else await this.#remove(container);
    }
  }

  /** Resolves when there is room, with an idle container where one fits. */
  #enter(key: string | undefined, signal: AbortSignal): Promise<Slot<Container>> {
    const slot = this.#waiting.length === 0 ? this.#take(key) : undefined;
    if (slot) return Promise.resolve(slot);
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason);
      };
      const waiting: Waiting<Container> = {
        key,
        serve: (slot) => {
          signal.removeEventListener("abort", onAbort);
          resolve(slot);
        },
      };
      signal.addEventListener("abort", onAbort);
      this.#waiting.push(waiting);
    });
  }

  #take(key: string | undefined): Slot<Container> | undefined {
    const fitting = this.#idle.findLast((idle) => idle.key === key);
    if (fitting) return { container: this.#wake(fitting) };
    if (this.#count < this.#limits.maxContainers) {
      this.#count++;
      return {};
    }
    const [oldest] = this.#idle;
    return oldest && { evicted: this.#wake(oldest) };
  }

  #rest(key: string, container: Container): void {
    const drop = () => {
      this.#wake(idle);
      void this.#remove(container);
    };
    const { idleTimeout, maxIdle } = this.#limits;
    const idle: Idle<Container> = {
      key,
      container,
      clock: setTimeout(drop, Math.min(idleTimeout, 2 ** 31 - 1)),
    };
    container.onLost = drop;
    this.#idle.push(idle);
    this.#serve();
    while (this.#idle.length > maxIdle) {
      const [oldest] = this.#idle;
      if (oldest) void this.#remove(this.#wake(oldest));
    }
  }

  #wake(idle: Idle<Container>): Container {
    const at = this.#idle.indexOf(idle);
    if (at !== -1) this.#idle.splice(at, 1);
    clearTimeout(idle.clock);
    idle.container.onLost = undefined;
    return idle.container;
  }

  async #remove(container: Container | undefined): Promise<void> {
    const removal = Promise.resolve(container?.discard()).finally(() => {
      this.#removals.delete(removal);
      this.#count--;
      this.#serve();
    });
    this.#removals.add(removal);
    await removal;
  }

  #serve(): void {
    for (let [first] = this.#waiting; first; [first] = this.#waiting) {
      const slot = this.#take(first.key);
      if (!slot) return;
      this.#waiting.shift();
      first.serve(slot);
    }
  }

  async #close(): Promise<void> {
    const uses = [...this.#uses];
    for (const [, ending] of uses) ending.abort(closedError());
    const removals = this.#idle.slice().map((idle) => this.#wake(idle).discard({ strict: true }));
    await Promise.allSettled([...uses.map(([use]) => use), ...this.#removals, ...removals]);
    await Promise.all(removals);
  }
}

export interface PoolLimits {
  /** How many containers there may be at a time; who needs one more waits. */
  readonly maxContainers: number;
  /** How many of them may wait for the next use. */
  readonly maxIdle: number;
  /** Milliseconds after which one that waits is removed. */
  readonly idleTimeout: number;
  /** After so many runs a container is removed. */
  readonly maxRuns: number;
  /** Milliseconds in which one that has waited must answer. */
  readonly pingTimeout: number;
}

export interface Pooled {
  readonly runs: number;
  onLost: (() => void) | undefined;
  ping(milliseconds: number): Promise<boolean>;
  discard(options?: { strict?: boolean }): Promise<void>;
}

export interface UseSteps<Container, T> {
  make(signal: AbortSignal): Promise<Container>;
  work(
    container: Container,
    reused: boolean,
    signal: AbortSignal,
  ): Promise<{ readonly value: T; readonly keep: boolean }>;
}

interface Idle<Container> {
  readonly key: string;
  readonly container: Container;
  readonly clock: NodeJS.Timeout;
}

/** The right to one container. */
interface Slot<Container> {
  readonly container?: Container;
  /** What has to go before a new one is made. */
  readonly evicted?: Container;
}

interface Waiting<Container> {
  readonly key: string | undefined;
  serve(slot: Slot<Container>): void;
}

function closedError(): DockerError {
  return new DockerError("The containers for scripts have been closed.", { code: "LOOP_CLOSED" });
}

/** False as soon as the signal aborts. */
async function orEnded(promise: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  let onAbort = (): void => undefined;
  const ended = new Promise<boolean>((resolve) => {
    onAbort = () => resolve(false);
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([ended, promise]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
