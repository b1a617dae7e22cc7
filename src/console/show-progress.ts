import { once } from "node:events";
import type { Writable } from "node:stream";
import type { BuildEvent } from "../streams/build-event.js";
import type { ProgressStep } from "../streams/progress.js";
import { liveView } from "./live-view.js";
import { plainView } from "./plain-view.js";
import { ProgressBoard } from "./progress-board.js";

/**
 * Shows what a job does while it does it, and gives its result: a pull, push, load, import, build or the installation of a
 * plugin. In a terminal there is a line with a bar for each layer and one for each step of a build, drawn over again; where
 * the output is a file or a pipe, a plain line for each change of their state. What the engine and the registry say is
 * shown without control characters, so that it cannot steer the terminal. One job at a time can be shown in a terminal.
 *
 * Rejects with whatever the job fails with. The cursor is never hidden, so there is nothing that a killed program
 * would leave behind.
 *
 * @example const { id } = await showProgress(docker.images.pull("alpine:3"));
 * @example await showProgress(docker.build("./app", { tag: "app:1" }), { output: process.stdout });
 */
export async function showProgress<Result>(
  job: ProgressJob<Result>,
  { output = process.stderr }: ShowProgressOptions = {},
): Promise<Result> {
  const board = new ProgressBoard();
  const view = canRedraw(output) ? liveView(output, board) : plainView(output);
  try {
    for await (const step of job) {
      view.changed(board.take(step));
      if (output.writableNeedDrain && !output.destroyed) await drained(output);
    }
  } finally {
    view.end();
  }
  return await job;
}

/** A job of this package, or what can be read and awaited like one. */
export type ProgressJob<Result> = AsyncIterable<ProgressStep | BuildEvent> & PromiseLike<Result>;

export interface ShowProgressOptions {
  /** Where to show it. By default stderr, which leaves stdout to what the program has to say. */
  readonly output?: ProgressOutput;
}

/** A stream that may be a terminal: `process.stderr`, `process.stdout`, a file … */
export type ProgressOutput = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** A terminal that does not know its size, as one that a job runner makes, is written to like a file. */
function canRedraw({ isTTY, columns, rows }: ProgressOutput): boolean {
  return isTTY === true && columns !== 0 && rows !== 0 && process.env.TERM !== "dumb";
}

/** A slow reader holds the job back, and one that has gone does not. */
async function drained(output: ProgressOutput): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  try {
    await Promise.race([once(output, "drain", { signal }), once(output, "close", { signal })]);
  } finally {
    over.abort();
  }
}
