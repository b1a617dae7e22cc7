import { StringDecoder } from "node:string_decoder";
import type { LogChunk } from "../../streams/demultiplex.js";
import { GatheredBytes } from "../../streams/gathered-bytes.js";
import { LineSplitter, type LogLine } from "../../streams/lines.js";
import type { LogStream } from "../../streams/log-stream.js";
import type { ActionContext, Outcome } from "../action.js";
import { counted } from "../counted.js";
import { text } from "../field.js";

/** What actions that read the output of a process give, among other things. */
export const outputFields = {
  stdout: text("What was written to stdout; with a TTY everything.", { required: true }),
  stderr: text("What was written to stderr.", { required: true }),
  file: text("Path of a file with all of it in the order it came, where it is too long for a result."),
};

/**
 * Reads output to its end, or up to the action's limits. `overflow` names a file that takes the whole of what is too long;
 * without one it is cut off, and so it is where the time is over. With `live` each line is told as it comes.
 */
export async function readOutput(
  output: LogStream,
  { bounds, sink, call, progress }: Pick<ActionContext, "bounds" | "sink" | "call" | "progress">,
  { overflow, live = false }: { readonly overflow?: string | undefined; readonly live?: boolean } = {},
): Promise<ReadOutput> {
  const head = new OutputHead(bounds.bytes);
  const tell = live ? teller(progress) : undefined;
  let expired = false;
  // Ends a read that is pending too.
  const timer = setTimeout(() => {
    expired = true;
    void output.close();
  }, bounds.time);
  const chunks = output[Symbol.asyncIterator]();
  try {
    for (let step = await chunks.next(); !step.done; step = await chunks.next()) {
      tell?.(step.value);
      if (head.take(step.value)) continue;
      if (overflow === undefined) return { ...head.texts(true), truncated: true };
      const whole = rest(head.all.take(), step.value.data, chunks);
      const { path } = await sink.save(overflow, whole, { mediaType: "text/plain", signal: call.signal });
      return { ...head.texts(true), file: path, truncated: expired };
    }
    return { ...head.texts(expired), truncated: expired };
  } finally {
    clearTimeout(timer);
    await chunks.return?.();
  }
}

/** What reading the output of a container comes to. */
export function outputOf(
  id: string,
  { truncated, ...output }: ReadOutput,
): Outcome<Omit<ReadOutput, "truncated">> {
  const stdoutBytes = Buffer.byteLength(output.stdout);
  const stderrBytes = Buffer.byteLength(output.stderr);
  const said = `Read ${counted(stdoutBytes + stderrBytes, "byte")} of the output of container ${id}.`;
  const whole = output.file === undefined ? "" : " All of it is in a file.";
  return {
    data: [output],
    message: `${said}${truncated ? " A limit cut it off." : whole}`,
    summary: { stdoutBytes, stderrBytes },
    truncated,
  };
}

export interface ReadOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly file?: string;
  readonly truncated: boolean;
}

/** The first bytes of output: those of each stream, and all of them in the order in which they came. */
class OutputHead {
  readonly all = new GatheredBytes();
  readonly #streams = { stdout: new GatheredBytes(), stderr: new GatheredBytes() };
  #room: number;

  constructor(bytes: number) {
    this.#room = bytes;
  }

  /** False where there was no room for the whole of it: `all` lacks it then. */
  take({ stream, data }: LogChunk): boolean {
    const fits = data.length <= this.#room;
    this.#streams[stream === "stderr" ? "stderr" : "stdout"].append(data.subarray(0, this.#room));
    this.#room = Math.max(0, this.#room - data.length);
    if (fits) this.all.append(data);
    return fits;
  }

  /** `cut`: without the first bytes of a character of which the last ones are missing. */
  texts(cut: boolean): { stdout: string; stderr: string } {
    const { stdout, stderr } = this.#streams;
    return { stdout: textOf(stdout.take(), cut), stderr: textOf(stderr.take(), cut) };
  }
}

/** Tells lines when they are whole; a last one without an end stands in the result. */
function teller(progress: (line: string) => void): (chunk: LogChunk) => void {
  const splitter = new LineSplitter();
  return (chunk) => {
    const lines: LogLine[] = [];
    splitter.push(chunk, lines);
    for (const { text } of lines) progress(text);
  };
}

function textOf(bytes: Buffer, cut: boolean): string {
  return cut ? new StringDecoder("utf8").write(bytes) : bytes.toString("utf8");
}

async function* rest(
  head: Uint8Array,
  next: Uint8Array,
  chunks: AsyncIterator<LogChunk>,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield next;
  for (let step = await chunks.next(); !step.done; step = await chunks.next()) yield step.value.data;
}
