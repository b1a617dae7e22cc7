import type { Writable } from "node:stream";
import { GatheredBytes } from "../streams/gathered-bytes.js";
import type { LogStream } from "../streams/log-stream.js";
import { outputLimit } from "../streams/output-limit.js";
import { OutputSink } from "./output-sink.js";

/** Reads output to its end: each stream into the caller's where there is one, else into a text. */
export async function collectOutput(
  output: LogStream,
  { stdout, stderr, maxOutputBytes = 64 * 1024 * 1024 }: OutputOptions,
  signal: AbortSignal | undefined,
): Promise<OutputTexts> {
  const sinks = { stdout: stdout && new OutputSink(stdout), stderr: stderr && new OutputSink(stderr) };
  const collected = { stdout: new GatheredBytes(), stderr: new GatheredBytes() };
  let length = 0;
  try {
    for await (const { stream, data } of output) {
      const name = stream === "stderr" ? "stderr" : "stdout";
      const sink = sinks[name];
      if (sink !== undefined) {
        await sink.write(data, signal);
      } else {
        length += data.length;
        if (length > maxOutputBytes) throw outputLimit(maxOutputBytes, "maxOutputBytes");
        collected[name].append(data);
      }
    }
  } finally {
    sinks.stdout?.release();
    sinks.stderr?.release();
  }
  return {
    stdout: collected.stdout.take().toString("utf8"),
    stderr: collected.stderr.take().toString("utf8"),
  };
}

export interface OutputOptions {
  /** Where stdout goes as it comes; then it is not collected. It is written to and not ended; where it fails, so does the call. */
  readonly stdout?: Writable;
  /** The same for stderr. */
  readonly stderr?: Writable;
  /** More collected output than this is an error with the code `OUTPUT_LIMIT`. In bytes; default 64 MiB. */
  readonly maxOutputBytes?: number;
}

export interface OutputTexts {
  /** What was written to stdout, as UTF-8 text; empty where it went to a stream. */
  readonly stdout: string;
  readonly stderr: string;
}
