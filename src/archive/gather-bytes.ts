/** Below this a piece is copied into a larger one, as an HTTP chunk for each would cost more. */
const SMALL = 16 * 1024;
const GATHERED = 64 * 1024;

/** Joins small pieces, such as the headers of an archive, to larger ones. Large pieces pass as they are. */
export async function* gatherBytes(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let gathered = Buffer.allocUnsafeSlow(GATHERED);
  let length = 0;
  for await (const piece of pieces) {
    const fits = piece.length < SMALL && length + piece.length <= GATHERED;
    if (!fits && length > 0) {
      yield gathered.subarray(0, length);
      gathered = Buffer.allocUnsafeSlow(GATHERED);
      length = 0;
    }
    if (piece.length >= SMALL) {
      yield piece;
    } else {
      gathered.set(piece, length);
      length += piece.length;
    }
  }
  if (length > 0) yield gathered.subarray(0, length);
}
