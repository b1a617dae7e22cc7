import type { ByteSource } from "../../src/streams/byte-source.js";

/**
 * A source that gives one of `reads` at each read: an array of chunks, a text or bytes as one chunk, or an error to
 * reject with. It counts what is asked of it. With `hang` it waits at the end instead of ending.
 */
export class FakeSource implements ByteSource {
  readCount = 0;
  cancelled = false;
  readonly #reads: (readonly Uint8Array[] | Uint8Array | string | Error)[];
  readonly #hang: boolean;
  #wake: (() => void) | undefined;

  constructor(
    reads: readonly (readonly Uint8Array[] | Uint8Array | string | Error)[],
    { hang = false }: { hang?: boolean } = {},
  ) {
    this.#reads = [...reads];
    this.#hang = hang;
  }

  async read(): Promise<Uint8Array[] | null> {
    this.readCount++;
    const next = this.#reads.shift();
    if (next instanceof Error) throw next;
    if (typeof next === "string" || next instanceof Uint8Array) return [Buffer.from(next)];
    if (next !== undefined) return [...next];
    if (this.#hang && !this.cancelled) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return null;
  }

  cancel(): void {
    this.cancelled = true;
    this.#wake?.();
  }
}
