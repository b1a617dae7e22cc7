import { InvalidArgumentError } from "../../errors.js";
import type { ScriptRequest } from "./run-options.js";

/** A request as a loop reads it. It takes all three of script, integration and native for given, and dies without them. */
export function requestLine(request: ScriptRequest): string {
  const { script, integration = false, native = false } = request;
  // Callers without types can pass anything.
  if (typeof script !== "string") {
    throw new InvalidArgumentError("script is missing: give the source of the script as a text.");
  }
  try {
    return lineOf({ ...request, script, integration, native });
  } catch {
    // Not with the reason, which may quote what is in it.
    throw new InvalidArgumentError(
      "the request of a script cannot be written as JSON: it holds a BigInt, or refers to itself.",
    );
  }
}

/** The answer to a call; `{}` where there is nothing to say. */
export function answerLine(answer: unknown): string {
  try {
    return lineOf(answer);
  } catch {
    return refusalLine("The answer could not be written as JSON.");
  }
}

/** The answer that becomes an error in the script. */
export function refusalLine(reason: string): string {
  return `${REFUSAL}${reason.replace(/\s*[\r\n]+\s*/g, " ")}\n`;
}

export const PING = "ping\n";

/** Whatever line has this in it is an error to the script, also where it stands in the middle of data. */
const REFUSAL = "$$##";

/** ASCII only: what encoding the container's locale has is not known. */
function lineOf(value: unknown): string {
  const text = JSON.stringify(value) ?? "{}";
  const ascii = text.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${ascii.replaceAll(REFUSAL, () => "\\u0024$##")}\n`;
}
