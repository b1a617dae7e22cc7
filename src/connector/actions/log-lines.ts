import type { LogLine } from "../../streams/lines.js";
import type { LogStream } from "../../streams/log-stream.js";
import type { ActionContext, Outcome } from "../action.js";
import { bounded } from "../bounded.js";
import { counted } from "../counted.js";
import { text } from "../field.js";

/** What actions that read a log give: an item for each line. */
export const logOutput = {
  stream: text("stdout or stderr; console where a TTY makes both of them one.", { required: true }),
  text: text("The line without its end.", { required: true }),
};

/** Reads the lines of a log up to the action's limits. What is followed is told line by line meanwhile. */
export async function readLog(
  log: LogStream,
  { what, follow }: { what: string; follow: boolean },
  { bounds, progress }: ActionContext,
): Promise<Outcome<Pick<LogLine, "stream" | "text">>> {
  // In pieces that fit, so that a line longer than the limit is cut and not lost.
  const maxLineBytes = Math.max(4, Math.min(bounds.bytes, 64 * 1024));
  const { values, truncated } = await bounded(log.lines({ maxLineBytes }), bounds, ({ text }) => {
    if (follow) progress(text);
    return Buffer.byteLength(text);
  });
  const stderr = values.filter(({ stream }) => stream === "stderr").length;
  const cut = truncated ? " A limit cut it off." : "";
  return {
    data: values.map(({ stream, text }) => ({ stream, text })),
    message: `Read ${counted(values, "line")} of ${what}.${cut}`,
    summary: { lines: values.length, stderr },
    truncated,
  };
}
