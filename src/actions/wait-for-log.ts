import type { ContainerLogsOptions, Time } from "../../generated/schema.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ConflictError, InvalidArgumentError, NotFoundError } from "../errors.js";
import { containerLogs } from "../resources/container-logs.js";
import { LineTail } from "../streams/line-tail.js";
import { LineSplitter, type LogLine } from "../streams/lines.js";
import type { LogStream } from "../streams/log-stream.js";
import { type Look, watchContainer } from "./container-watch.js";
import { isRunning, stateInWords, stillComing } from "./container-watch-end.js";
import { withinDeadline } from "./wait-for-deadline.js";

export interface LogCondition {
  /** What is in the line: a part of it, or an expression, which is tried on each line by itself. */
  readonly log: string | RegExp;
  /** Only this stream. Default: both. */
  readonly stream?: "stdout" | "stderr";
  /** Only lines from this time on. Default: the whole log, with lines of earlier runs of the same container. */
  readonly since?: Time;
  /** A longer line is looked at in pieces of this many bytes. Default 64 KiB. */
  readonly maxLineBytes?: number;
}

export interface FoundLine extends LogLine {
  /** What the expression has found, with its groups; of a text that text. */
  readonly match: readonly (string | undefined)[] & Pick<RegExpMatchArray, "groups">;
}

/**
 * Reads the log from its start, and follows it while the container runs. It has to be one that can be read: not of the
 * driver `none`, for example.
 */
export async function waitForLine<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  condition: LogCondition,
  call: CallOptions,
): Promise<FoundLine> {
  const find = matcher(condition.log);
  const { maxLineBytes = 64 * 1024 } = condition;
  // Made now, so that a wrong length is refused now.
  new LineSplitter({ maxLineBytes });
  let last: Look | undefined;
  let tail = new LineTail();
  const late = (milliseconds: number) =>
    `Container ${container} did not log the line within ${milliseconds} ms; last seen: ${last ? stateInWords(last) : "nothing"}.`;
  return withinDeadline(call, late, async (during) => {
    for await (const look of watchContainer(client, container, during)) {
      last = look;
      if (look.container !== undefined) {
        const { Id: id, State: state } = look.container;
        tail = new LineTail();
        // A log that is followed ends with the run. It is read again then: old engines end it before all has been given.
        const lines = logOf(client, id, condition, isRunning(state), during).lines({ maxLineBytes });
        const found = await findLine(lines, find, tail);
        if (found !== undefined) return found;
      }
      stillComing(look, container, "it logged the line", tail.lines());
    }
    throw new Error("a watch ended and its last look was no end");
  });
}

type Matcher = (text: string) => FoundLine["match"] | undefined;

function matcher(log: string | RegExp): Matcher {
  if (typeof log === "string" && log !== "") return (text) => (text.includes(log) ? [log] : undefined);
  if (!(log instanceof RegExp)) {
    throw new InvalidArgumentError(
      "The log to wait for must be a text that is not empty, or a regular expression.",
    );
  }
  // With g an expression would go on where it found something in the line before.
  const own = new RegExp(log, log.flags.replace(/[gy]/g, ""));
  return (text) => own.exec(text) ?? undefined;
}

function logOf<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  { stream, since }: LogCondition,
  follow: boolean,
  call: CallOptions,
): LogStream {
  const options: ContainerLogsOptions = { follow, ...(stream && { [stream]: true }), since };
  return containerLogs(client, id, options as Options<V, "ContainerLogs">, call); // the same names in every version
}

async function findLine(
  lines: AsyncIterable<LogLine>,
  find: Matcher,
  tail: LineTail,
): Promise<FoundLine | undefined> {
  try {
    for await (const line of lines) {
      const match = find(line.text);
      if (match !== undefined) return { ...line, match };
      tail.push(`${line.text}\n`);
    }
  } catch (error) {
    // It has been removed, or is being: the next look says so.
    if (!(error instanceof NotFoundError) && !(error instanceof ConflictError)) throw error;
  }
  return undefined;
}
