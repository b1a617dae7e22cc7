import { type ProgressOutput, showProgress } from "../console/show-progress.js";
import { InvalidArgumentError } from "../errors.js";
import { listTable } from "../repl/list-table.js";
import { plainTable } from "../repl/plain-table.js";
import { ByteStream } from "../streams/byte-stream.js";
import { DuplexStream } from "../streams/duplex-stream.js";
import { Job } from "../streams/job.js";
import { LogStream } from "../streams/log-stream.js";

/**
 * Writes what the code gave: JSON, a line of it for each message of a stream as it comes, and an archive as it is. A job is
 * awaited for its result, with its progress on stderr.
 */
export async function writeResult(
  value: unknown,
  output: ProgressOutput,
  { table }: { readonly table: boolean },
): Promise<void> {
  if (value instanceof DuplexStream) return writeResult(value.output, output, { table });
  if (value instanceof Job) return writeValue(await showProgress(value), output, table);
  if (value instanceof LogStream) return writeLines(value.lines(), output);
  if (value instanceof ByteStream) return writeBytes(value, output);
  if (isStream(value)) return writeLines(value, output);
  return writeValue(await value, output, table);
}

async function writeValue(value: unknown, output: ProgressOutput, table: boolean): Promise<void> {
  const columns = output.columns || Number.POSITIVE_INFINITY;
  const text = table
    ? (listTable(value, columns) ?? plainTable(value, columns) ?? JSON.stringify(value, null, 2))
    : JSON.stringify(value, null, 2);
  if (text !== undefined) await write(output, `${text}\n`);
}

async function writeLines(stream: AsyncIterable<unknown>, output: ProgressOutput): Promise<void> {
  for await (const message of stream) {
    if (!(await write(output, `${JSON.stringify(message)}\n`))) return;
  }
}

async function writeBytes(stream: ByteStream, output: ProgressOutput): Promise<void> {
  if (output.isTTY) {
    await stream.close();
    throw new InvalidArgumentError(
      "This is an archive, which no terminal can show: send the output to a file.",
    );
  }
  for await (const bytes of stream) if (!(await write(output, bytes))) return;
}

/** False when nobody reads any more, as after `head`. A slow reader holds the stream back. */
function write(output: ProgressOutput, piece: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve) => output.write(piece, (error) => resolve(!error)));
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
