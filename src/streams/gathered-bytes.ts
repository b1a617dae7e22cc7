/**
 * Bytes put together from pieces. They are copied, into room that doubles: linear in bytes, and a piece of one byte
 * does not keep alive the network read that it is a view of.
 */
export class GatheredBytes {
  #room: Buffer = EMPTY;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(data: Uint8Array): void {
    const length = this.#length + data.length;
    if (length > this.#room.length) {
      const room = Buffer.allocUnsafeSlow(Math.max(length, this.#room.length * 2, MIN_ROOM));
      room.set(this.#room.subarray(0, this.#length));
      this.#room = room;
    }
    this.#room.set(data, this.#length);
    this.#length = length;
  }

  /** Gives the bytes away and starts anew. */
  take(): Buffer {
    const bytes = this.#room.subarray(0, this.#length);
    this.#room = EMPTY;
    this.#length = 0;
    return bytes;
  }
}

const EMPTY = Buffer.alloc(0);
const MIN_ROOM = 256;
