/** What Ctrl-C ends: the streams of the line that is being evaluated. */
export class Interrupts {
  readonly #ends = new Set<() => unknown>();
  #count = 0;

  /** How often there was one. */
  get count(): number {
    return this.#count;
  }

  /** Gives a function that takes it off again. */
  add(end: () => unknown): () => void {
    this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  /** A new line begins: what an older one has left open is the user's. */
  clear(): void {
    this.#ends.clear();
  }

  fire(): void {
    this.#count++;
    const ends = [...this.#ends];
    this.#ends.clear();
    // How a stream ends that nobody wants any more is of no interest.
    for (const end of ends) void Promise.resolve(end()).catch(() => {});
  }
}
