import fc from "fast-check";
import { pieces } from "../helpers/frames.js";

/** Where bytes are cut, as parts of their length, so that it fits bytes of any length; the empty list cuts nothing. */
export type Cuts = readonly number[] | "behind every byte";

export const cuts: fc.Arbitrary<Cuts> = fc.oneof(
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
  fc.constant("behind every byte" as const),
);

/** The pieces, each in memory of its own, as if read by itself. Some may be empty. */
export function cutBytes(bytes: Uint8Array, at: Cuts): Buffer[] {
  if (at === "behind every byte") return bytes.length < 2000 ? pieces(bytes, 1) : pieces(bytes, 100);
  const places = at.map((part) => Math.round(part * bytes.length)).toSorted((a, b) => a - b);
  const starts = [0, ...places];
  return starts.map((start, index) => {
    const piece = bytes.subarray(start, places[index] ?? bytes.length);
    // Never in Node's pool, as what comes from a socket is not.
    const own = Buffer.allocUnsafeSlow(piece.length);
    own.set(piece);
    return own;
  });
}
