import { expect } from "vitest";

/** Reads until `enough` says true, or to the end. A stream that has failed has ended. */
export async function read<T>(stream: AsyncIterable<T>, enough: (value: T) => unknown): Promise<void> {
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await iterator.next();
      if (step.done) return;
      if (enough(step.value) === true) break;
    }
  } catch (error) {
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    throw error;
  }
  await iterator.return?.();
}

/** A job that is watched and awaited: both come to the same. */
export async function both<Result>(job: AsyncIterable<unknown> & PromiseLike<Result>): Promise<Result> {
  const watching = read(job, () => false);
  const [watched, awaited] = await Promise.allSettled([watching, job]);
  expect(watched.status).toBe(awaited.status);
  if (watched.status === "rejected") expect(awaited).toEqual(watched);
  return job;
}
