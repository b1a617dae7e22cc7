import type { Bounds } from "./action.js";

/**
 * Reads values until they end or a limit is reached: what could go on without an end is cut off there, and that is told. The
 * source is closed then; it is never asked for again.
 */
export async function bounded<T>(
  source: AsyncIterable<T>,
  { time, bytes, items }: Bounds,
  sizeOf: (value: T) => number,
): Promise<{ values: T[]; truncated: boolean }> {
  const values: T[] = [];
  let size = 0;
  let expired = false;
  const iterator = source[Symbol.asyncIterator]();
  const timer = setTimeout(() => {
    expired = true;
    // Ends a read that is pending too.
    void iterator.return?.();
  }, time);
  try {
    for (;;) {
      const { done, value } = await iterator.next();
      if (expired) return { values, truncated: true };
      if (done) return { values, truncated: false };
      size += sizeOf(value);
      if (size > bytes || values.length >= items) return { values, truncated: true };
      values.push(value);
    }
  } catch (error) {
    // A source that is closed while it opens, or in the midst of a value, may call that a failure.
    if (expired) return { values, truncated: true };
    throw error;
  } finally {
    clearTimeout(timer);
    await iterator.return?.();
  }
}
