/**
 * Walks over the chunks that were cut from one network read. They lie in one piece of memory, with nothing but the size
 * lines of HTTP between them, and by these lines it finds them: asking every view where it lies would cost as much as
 * all other work on a small chunk.
 */
export class NetworkRead {
  /** The memory that the chunks are cut from. */
  memory: Uint8Array = new Uint8Array(0);
  /** What of the current chunk is not read yet. */
  position = 0;
  end = 0;
  /** Which chunk is the current one. */
  index = 0;

  /** The last of the chunks in `memory`. */
  #lastIndex = 0;
  #lastStart = 0;
  #lastEnd = 0;

  /** Goes to the start of `chunks[index]`. */
  enter(chunks: readonly Uint8Array[], index: number): void {
    const first = at(chunks, index);
    this.memory = new Uint8Array(first.buffer);
    this.position = first.byteOffset;
    this.end = first.byteOffset + first.length;
    this.index = index;
    this.#lastIndex = lastInMemory(chunks, index);
    const last = at(chunks, this.#lastIndex);
    this.#lastStart = last.byteOffset;
    this.#lastEnd = last.byteOffset + last.length;
  }

  /**
   * Goes from the end of a chunk to the start of the one behind it. Gives false when there is none, or something other
   * than a size line lies between: then `enter` leads on.
   */
  next(): boolean {
    if (this.index === this.#lastIndex) return false;
    const { memory, end } = this;
    if (memory[end] !== CR || memory[end + 1] !== LF) return false;
    let position = end + 2;
    let size = 0;
    for (let digit = hexDigit(memory[position]); digit >= 0; digit = hexDigit(memory[position])) {
      size = (size << 4) | digit;
      position++;
    }
    if (memory[position] !== CR || memory[position + 1] !== LF) return false;
    return this.#goTo(position + 2, size);
  }

  #goTo(start: number, size: number): boolean {
    const isLast = this.index + 1 === this.#lastIndex;
    // The last chunk may be less than its size line promises: the rest comes with another network read.
    const end = isLast ? this.#lastEnd : start + size;
    // Never past where the next chunk must be: what lies between belongs to somebody else.
    if (isLast ? start !== this.#lastStart : end <= start || end >= this.#lastStart) return false;
    this.index++;
    this.position = start;
    this.end = end;
    return true;
  }
}

const CR = 13;
const LF = 10;

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** The last chunk in the same memory as `chunks[index]`, found in a few steps: those of one read stand together. */
function lastInMemory(chunks: readonly Uint8Array[], index: number): number {
  const { buffer } = at(chunks, index);
  let inside = index;
  let step = 1;
  while (inside + step < chunks.length && at(chunks, inside + step).buffer === buffer) {
    inside += step;
    step *= 2;
  }
  for (; step >= 1; step /= 2) {
    if (inside + step < chunks.length && at(chunks, inside + step).buffer === buffer) inside += step;
  }
  return inside;
}

function at(chunks: readonly Uint8Array[], index: number): Uint8Array {
  // The callers stay inside the array.
  return chunks[index] as Uint8Array;
}
