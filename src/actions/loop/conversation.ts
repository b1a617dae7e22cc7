import { outputLimit } from "../../streams/output-limit.js";
import { answerLine, refusalLine } from "./line.js";
import { readLine, type ScriptCall, type ScriptLog } from "./message.js";
import type { ScriptRunOptions } from "./run-options.js";

/** One run of a script as its messages tell it: from the request to `completed`, with the answers in between. */
export class Conversation {
  /** What was said up to `completed`. */
  readonly outcome: Promise<Said>;
  readonly #options: ScriptRunOptions;
  readonly #write: (line: string) => void;
  readonly #ended = new AbortController();
  readonly #said: { results: unknown[]; logs: ScriptLog[]; noise: string[]; exceptions: string[] } = {
    results: [],
    logs: [],
    noise: [],
    exceptions: [],
  };
  #settle: { resolve(said: Said): void; reject(reason: unknown): void } | undefined;
  #answers: Promise<void> = Promise.resolve();
  /** Calls that have no answer yet. */
  #open = 0;
  #bytes = 0;
  #sound = true;

  constructor(options: ScriptRunOptions, write: (line: string) => void) {
    this.#options = options;
    this.#write = write;
    this.outcome = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  /** False where the loop may be in the middle of something, so that nothing else can be asked of it. */
  get sound(): boolean {
    return this.#sound && this.#open === 0;
  }

  /** So many bytes of output have come. */
  received(bytes: number): void {
    const { maxOutputBytes = defaultOutput } = this.#options;
    this.#bytes += bytes;
    if (this.#bytes > maxOutputBytes) this.fail(outputLimit(maxOutputBytes, "maxOutputBytes"));
  }

  line(text: string): void {
    try {
      this.#read(text);
    } catch (error) {
      this.fail(error);
    }
  }

  fail(reason: unknown): void {
    this.#sound = false;
    this.#end()?.reject(reason);
  }

  #read(text: string): void {
    // Nothing comes after `completed`, unless threads or processes of the script go on.
    if (this.#settle === undefined) {
      this.#sound = false;
      return;
    }
    const { message, noise } = readLine(text);
    if (noise !== undefined && this.#said.noise.length < mostNoise) {
      this.#said.noise.push(noise.slice(0, longestNoise));
    }
    switch (message?.kind) {
      case "log":
        this.#log(message.entry);
        if (message.waits) this.#answer(async () => answerLine({}));
        break;
      case "result":
        for (const result of message.results) {
          this.#said.results.push(result);
          this.#options.onResult?.(result);
        }
        break;
      case "exception":
        this.#said.exceptions.push(message.text);
        if (message.waits) this.#answer(async () => answerLine({}));
        break;
      case "call":
        // It may be none: an answer that nobody has asked for would be the first line that the next script reads.
        if (!message.known) this.#sound = false;
        this.#answer(() => this.#ask(message.call));
        break;
      case "completed":
        this.#complete();
        break;
    }
  }

  #log(entry: ScriptLog): void {
    this.#said.logs.push(entry);
    this.#options.onLog?.(entry);
  }

  /** Answers come in the order of the calls. */
  #answer(line: () => Promise<string>): void {
    this.#open++;
    this.#answers = this.#answers.then(async () => {
      const answer = await line();
      if (this.#settle === undefined) return;
      this.#write(answer);
      this.#open--;
    });
  }

  async #ask(call: ScriptCall): Promise<string> {
    const unknown = `Nobody answers calls of the type ${call.type.slice(0, 100)} here.`;
    try {
      const answer = await this.#options.onCall?.(call, { signal: this.#ended.signal });
      return answer === undefined ? refusalLine(unknown) : answerLine(answer);
    } catch (error) {
      return refusalLine(error instanceof Error ? error.message : String(error));
    }
  }

  #complete(): void {
    const { exceptions, ...said } = this.#said;
    this.#end()?.resolve({ ...said, ...(exceptions.length > 0 && { exception: exceptions.join("\n") }) });
  }

  #end() {
    const settle = this.#settle;
    this.#settle = undefined;
    if (settle) this.#ended.abort(new DOMException("The script is over.", "AbortError"));
    return settle;
  }
}

export interface Said {
  readonly results: readonly unknown[];
  readonly logs: readonly ScriptLog[];
  readonly noise: readonly string[];
  readonly exception?: string;
}

const defaultOutput = 64 * 1024 * 1024;
const mostNoise = 200;
const longestNoise = 1000;
