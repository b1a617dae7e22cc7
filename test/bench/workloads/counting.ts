import { Writable } from "node:stream";

/** Where peers write to: counts and forgets. */
export class CountingWritable extends Writable {
  bytes = 0;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    done();
  }
}

/** Gives `amount`, if all that was to come has come. */
export function verified(amount: number, count: number, expected: number, what: string): number {
  if (count !== expected) throw new Error(`${count} ${what} arrived instead of ${expected}`);
  return amount;
}
