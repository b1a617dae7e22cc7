import type { Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { DockerError, TimeoutError } from "../../errors.js";
import { LineCutter } from "../../streams/line-cutter.js";
import { LineTail } from "../../streams/line-tail.js";
import type { LogStream } from "../../streams/log-stream.js";
import { Conversation, type Said } from "./conversation.js";
import { PING } from "./line.js";
import { readMessage } from "./message.js";
import type { ScriptRunOptions } from "./run-options.js";

/** A running container with a loop in it: one script at a time, one after the other. */
export class LoopContainer {
  readonly id: string;
  /** How many scripts it was given. */
  runs = 0;
  /** Called when it is of no use any more, although nobody uses it. */
  onLost: (() => void) | undefined;
  readonly #parts: LoopParts;
  #listener: Listener | undefined;
  #stderr = new LineTail();
  /** Why it can never be asked again. */
  #end: { readonly reason: unknown } | undefined;
  #discarded: Promise<void> | undefined;

  constructor(id: string, parts: LoopParts) {
    this.id = id;
    this.#parts = parts;
    void this.#read();
  }

  /** Whether it answers within the time, with nothing else than the answer. */
  ping(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.#end) return resolve(false);
      const done = (answered: boolean) => {
        clearTimeout(clock);
        this.#listener = undefined;
        resolve(answered);
      };
      const clock = setTimeout(done, milliseconds, false);
      this.#listener = {
        received: () => undefined,
        line: (text) => done(readMessage(text)?.kind === "pong"),
        fail: () => done(false),
      };
      this.#parts.stdin.write(PING);
    });
  }

  /** Runs a script. `reusable` says whether the loop is idle afterwards, with nothing of the script under way. */
  async run(
    line: string,
    options: ScriptRunOptions,
    signal: AbortSignal,
  ): Promise<Said & { readonly stderr: string; readonly reusable: boolean }> {
    signal.throwIfAborted();
    const { timeout = defaultTimeout } = options;
    const conversation = new Conversation(options, (answer) => this.#parts.stdin.write(answer));
    const onAbort = () => conversation.fail(signal.reason);
    const clock = timer(timeout, () => conversation.fail(this.#tooLong(timeout)));
    signal.addEventListener("abort", onAbort);
    this.runs++;
    this.#stderr = new LineTail();
    this.#listener = conversation;
    if (this.#end) conversation.fail(this.#end.reason);
    else this.#parts.stdin.write(line);
    try {
      const said = await conversation.outcome;
      return { ...said, stderr: this.#stderr.lines().join("\n"), reusable: conversation.sound && !this.#end };
    } finally {
      this.#listener = undefined;
      clearTimeout(clock);
      signal.removeEventListener("abort", onAbort);
    }
  }

  /** Kills and removes it. A failure of that is a warning of the process, unless `strict`. */
  discard({ strict = false } = {}): Promise<void> {
    this.#discarded ??= this.#discard(strict);
    return this.#discarded;
  }

  async #discard(strict: boolean): Promise<void> {
    this.#end ??= { reason: new DockerError("The container was removed.", { code: "LOOP_ENDED" }) };
    this.#listener?.fail(this.#end.reason);
    this.onLost = undefined;
    try {
      await this.#parts.remove(strict);
    } finally {
      await this.#parts.output.close();
    }
  }

  /** Reads all the time: what comes when nothing was asked is as telling as the end. */
  async #read(): Promise<void> {
    const { output, maxLineBytes } = this.#parts;
    const cutter = new LineCutter(maxLineBytes, () => {
      throw lineTooLong(maxLineBytes);
    });
    const decoder = new StringDecoder("utf8");
    const lines: string[] = [];
    try {
      for await (const { stream, data } of output) {
        if (stream === "stderr") {
          this.#stderr.push(decoder.write(data));
          continue;
        }
        this.#listener?.received(data.length);
        cutter.cut(data, lines);
        for (const text of lines.splice(0)) this.#line(text);
      }
      const rest = cutter.rest();
      if (rest !== undefined) this.#line(rest);
      if (!this.#discarded) await this.#over(await this.#ending());
    } catch (error) {
      await this.#over(error);
    }
  }

  #line(text: string): void {
    if (this.#listener) this.#listener.line(text);
    // Something of the last script goes on, and would meddle with the next one.
    else this.#lost(new DockerError("The loop spoke when nothing was asked.", { code: "LOOP_ENDED" }));
  }

  async #over(reason: unknown): Promise<void> {
    const listener = this.#listener;
    this.#lost(reason);
    listener?.fail(reason);
    await this.#parts.output.close();
  }

  #lost(reason: unknown): void {
    this.#end ??= { reason };
    this.onLost?.();
  }

  async #ending(): Promise<DockerError> {
    const code = await this.#parts.exitCode();
    const words = this.#stderr.lines().join("\n");
    const how = code === undefined ? "went away" : `ended with exit code ${code}${killed(code)}`;
    return new DockerError(
      `The container ${this.id.slice(0, 12)} of ${this.#parts.image} ${how} before the script was completed. ${words ? `Its last words on stderr:\n${words}` : "It said nothing on stderr: is the loop's program in the image, and is the image one for it?"}`,
      { code: "LOOP_ENDED" },
    );
  }

  #tooLong(milliseconds: number): TimeoutError {
    return new TimeoutError(
      `The script was not completed within ${milliseconds} ms, and its container of ${this.#parts.image} was killed. Allow more with \`timeout\`.`,
      { phase: "total", milliseconds, unsent: false },
    );
  }
}

/** What is told of the output of a loop. */
interface Listener {
  received(bytes: number): void;
  line(text: string): void;
  fail(reason: unknown): void;
}

export interface LoopParts {
  readonly image: string;
  readonly output: LogStream;
  readonly stdin: Writable;
  readonly maxLineBytes: number;
  /** Undefined where nobody knows it. */
  exitCode(): Promise<number | undefined>;
  remove(strict: boolean): Promise<void>;
}

const defaultTimeout = 300_000;

/** Longer timers overflow in Node and would fire at once; 24 days and no limit are the same to a script. */
const longestTimer = 2 ** 31 - 1;

function timer(milliseconds: number, action: () => void): NodeJS.Timeout | undefined {
  return milliseconds > 0 && milliseconds <= longestTimer ? setTimeout(action, milliseconds) : undefined;
}

function lineTooLong(maxBytes: number): DockerError {
  return new DockerError(
    `A line that the script wrote is longer than ${maxBytes} bytes, and its container was killed. Raise maxLineBytes, or let the script say less at a time.`,
    { code: "OUTPUT_LIMIT" },
  );
}

/** The kernel kills so what needs more memory than it may have. */
function killed(code: number): string {
  return code === 137 ? ", by SIGKILL: perhaps it needed more memory than its limit," : "";
}
