import type { ProgressOutput } from "../console/show-progress.js";
import { showProgress } from "../console/show-progress.js";
import { InvalidArgumentError } from "../errors.js";
import { ByteStream } from "../streams/byte-stream.js";
import { DuplexStream } from "../streams/duplex-stream.js";
import { Job } from "../streams/job.js";
import { LogStream } from "../streams/log-stream.js";
import type { Interrupts } from "./interrupts.js";
import { messageLine } from "./message-line.js";
import { terminalText } from "./terminal-text.js";

/** Shows a stream as it comes, a job as it goes on, and any other value as the prompt would. */
export type Print = (value: unknown) => Promise<unknown>;

/** `show` is how the prompt shows a value. */
export function createPrint(
  output: ProgressOutput,
  interrupts: Interrupts,
  show: (value: unknown) => string,
): Print {
  return async (value) => {
    const printed = value instanceof DuplexStream ? value.output : value;
    const before = interrupts.count;
    const isOver = () => interrupts.count > before;
    const forget = isClosable(value) ? interrupts.add(() => value.close()) : () => {};
    try {
      if (printed instanceof Job) return await showProgress(printed, { output });
      if (printed instanceof ByteStream) throw bytes();
      if (!isIterable(printed)) {
        await write(output, show(await printed));
        return undefined;
      }
      for await (const line of linesOf(printed, show)) {
        if (isOver()) break;
        await write(output, line);
      }
      // A deployment is read for its events, and can be awaited for how it ended.
      return "then" in printed ? await printed : undefined;
    } catch (error) {
      if (isOver()) return undefined;
      throw error;
    } finally {
      forget();
      if (value instanceof DuplexStream) await value.close();
    }
  };
}

async function* linesOf(
  stream: AsyncIterable<unknown>,
  show: (value: unknown) => string,
): AsyncGenerator<string> {
  if (stream instanceof LogStream) {
    for await (const { text } of stream.lines()) yield terminalText(text);
  } else {
    for await (const message of stream) yield messageLine(message) ?? show(message);
  }
}

/** One after the other: a terminal that is stopped by Ctrl-S holds the stream back. */
function write(output: ProgressOutput, line: string): Promise<void> {
  return new Promise((resolve) => output.write(`${line}\n`, () => resolve()));
}

function bytes(): InvalidArgumentError {
  return new InvalidArgumentError(
    'This stream is an archive, which no terminal can show. Write it to a file: await fs.promises.writeFile("file.tar", stream).',
  );
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function isClosable(value: unknown): value is { close(): unknown } {
  return isIterable(value) && "close" in value && typeof value.close === "function";
}
