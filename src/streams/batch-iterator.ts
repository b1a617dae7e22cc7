/**
 * An async iterator over values that come in batches: a step that finds a value at hand costs one settled promise, and
 * only a step that finds none waits for the next batch. (An async generator costs three turns a value.)
 */
export class BatchIterator<T> implements AsyncIterableIterator<T> {
  readonly #more: (batch: T[]) => Promise<boolean>;
  readonly #close: () => void;
  #batch: T[] = [];
  #given = 0;
  #ended = false;
  #fault: { readonly error: unknown } | undefined;
  #turn: Promise<IteratorResult<T>> | undefined;

  /**
   * `more` adds values to the batch, none or many, and resolves with whether there may be others. When it rejects, the
   * values it added before are given first. `close` is called when the reader leaves early, and after a failure.
   */
  constructor({ more, close }: { more: (batch: T[]) => Promise<boolean>; close: () => void }) {
    this.#more = more;
    this.#close = close;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T>> {
    if (this.#turn === undefined && this.#given < this.#batch.length) return Promise.resolve(this.#give());
    const before = this.#turn;
    const turn = before === undefined ? this.#step() : before.then(this.#step, this.#step);
    this.#turn = turn;
    const finished = () => {
      if (this.#turn === turn) this.#turn = undefined;
    };
    turn.then(finished, finished);
    return turn;
  }

  async return(): Promise<IteratorResult<T>> {
    this.#ended = true;
    this.#fault = undefined;
    this.#batch = [];
    this.#given = 0;
    this.#close();
    return { done: true, value: undefined };
  }

  readonly #step = async (): Promise<IteratorResult<T>> => {
    while (this.#given === this.#batch.length) {
      if (this.#fault !== undefined) {
        const { error } = this.#fault;
        this.#fault = undefined;
        throw error;
      }
      if (this.#ended) return { done: true, value: undefined };
      await this.#refill();
    }
    return this.#give();
  };

  async #refill(): Promise<void> {
    const batch: T[] = [];
    this.#batch = batch;
    this.#given = 0;
    try {
      const mayBeMore = await this.#more(batch);
      if (!mayBeMore) this.#ended = true;
    } catch (error) {
      // After return() nobody asks for it any more, and closing is what made it.
      if (!this.#ended) this.#fault = { error };
      this.#ended = true;
      this.#close();
    }
  }

  #give(): IteratorResult<T> {
    // The length was compared before: there is a value, and it may be undefined only where T is.
    const value = this.#batch[this.#given++] as T;
    return { done: false, value };
  }
}
