import type { Writable } from "node:stream";

/** Resolves when there is room to write more, or nothing can be written any more. */
export function drained(target: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (target.destroyed || target.closed) return resolve();
    const done = () => {
      target.off("drain", done);
      target.off("close", done);
      resolve();
    };
    target.on("drain", done);
    target.on("close", done);
  });
}
