import { nameClasses, ProgressError } from "../errors.js";
import type { Failure } from "./progress.js";

/** A build failed. `message` is the engine's own sentence. */
export class BuildError extends ProgressError {
  /** The instruction that failed, such as "[2/3] RUN make"; undefined where it failed before the first. */
  readonly step: string | undefined;
  /** What the command of a `RUN` exited with. */
  readonly exitCode: number | undefined;
  /** The last lines that the step wrote, at most 20. */
  readonly log: readonly string[];

  constructor(
    { message, engineCode }: Failure,
    { step, log }: { step: string | undefined; log: readonly string[] },
  ) {
    super(message, { engineCode });
    this.step = step;
    this.exitCode = exitCodeIn(message);
    this.log = log;
  }
}

nameClasses({ BuildError });

/** Only the classic builder has the number apart from the sentence, and there it may be another kind of number. */
function exitCodeIn(sentence: string): number | undefined {
  const [, digits] = /(?:returned a non-zero code|exit code): (\d+)$/.exec(sentence) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
