import { setTimeout as sleep } from "node:timers/promises";
import type { CallOptions } from "../../client/call-options.js";
import { Exec } from "../../resources/exec.js";
import type { ActionContext, Outcome } from "../action.js";
import { boolean, integer } from "../field.js";
import { outputFields, type ReadOutput, readOutput } from "./process-output.js";

/** What actions give that run a command, besides its id. */
export const execOutput = {
  ...outputFields,
  exitCode: integer(
    "Its exit status; 126 or 127 where the program could not be run. Missing while the command still runs.",
    { min: Number.MIN_SAFE_INTEGER },
  ),
  running: boolean("Whether the command still runs.", { required: true }),
};

/** A command may work for a while; it goes on when nobody listens any more. */
export const execBounds = { time: 300_000, bytes: 1024 * 1024, items: 1 };

/** Runs a prepared command and reads what comes of it. */
export async function startExec(
  { id, what, detach, tty, stdin }: PreparedExec,
  context: ActionContext,
): Promise<Outcome<ExecOutcome>> {
  const { client, call, bounds } = context;
  const steps = new Exec(client);
  if (detach) {
    await steps.start(id, { detach, tty }, call);
    return {
      data: [{ Id: id, stdout: "", stderr: "", running: true }],
      message: `${what} was started and left to itself.`,
      summary: { running: true },
    };
  }
  const started = await steps.start(id, { tty }, call);
  try {
    // Nothing will be written; but engines cut the output of a terminal whose input ends.
    if (stdin && !tty) started.stdin.end();
    const { truncated, ...output } = await readOutput(started.output, context, {
      overflow: `exec-${id.slice(0, 12)}.log`,
      live: true,
    });
    const exitCode = truncated ? undefined : await exitCodeOf(steps, id, call);
    const running = exitCode === undefined;
    return {
      data: [{ Id: id, ...output, running, ...(!running && { exitCode }) }],
      message: running
        ? `${what} still runs${truncated ? ` after ${bounds.time / 1000} seconds` : ""}, and goes on.`
        : `${what} ended with exit code ${exitCode}.`,
      summary: { running, ...(!running && { exitCode }) },
      truncated,
    };
  } finally {
    await started.close();
  }
}

interface PreparedExec {
  readonly id: string;
  /** What to call it in a sentence. */
  readonly what: string;
  readonly detach: boolean;
  /** As it was prepared: else its stderr is lost. */
  readonly tty: boolean;
  /** As it was prepared. */
  readonly stdin: boolean;
}

export interface ExecOutcome extends Omit<ReadOutput, "truncated"> {
  readonly Id: string;
  readonly exitCode?: number;
  readonly running: boolean;
}

/** The engine ends the output a moment before it knows the code. Undefined for a command that only closed its output. */
async function exitCodeOf(steps: Exec, id: string, call: CallOptions): Promise<number | undefined> {
  for (let pause = 5; pause < longestPause; pause *= 2) {
    const { Running, ExitCode } = await steps.inspect(id, call);
    if (!Running && typeof ExitCode === "number") return ExitCode;
    await sleep(pause, undefined, { signal: call.signal }).catch((error: unknown) => {
      // An abort comes wrapped.
      throw call.signal?.aborted ? call.signal.reason : error;
    });
  }
  return undefined;
}

/** Milliseconds, so that about five seconds pass in all. */
const longestPause = 3000;
