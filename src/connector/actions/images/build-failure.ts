import { cleanText } from "../../../console/clean-text.js";
import { ProgressError } from "../../../errors.js";
import { BuildError } from "../../../streams/build-error.js";

/** The failure of a build with the step that failed and what it said last, as a platform shows no more than the message. */
export function withLastLines(error: unknown): unknown {
  if (!(error instanceof BuildError)) return error;
  const { message, step, log, engineCode } = error;
  const where = step === undefined ? "" : ` in step ${cleanText(step)}`;
  const lines = log.map(cleanText).filter((line) => line !== "" && line !== message);
  const said = lines.length === 0 ? "" : `\nThe last lines:\n${lines.slice(-10).join("\n")}`;
  return new ProgressError(`The build failed${where}: ${message}${said}`, {
    ...(engineCode !== undefined && { engineCode }),
    cause: error,
  });
}
