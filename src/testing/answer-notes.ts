import type { HttpAnswer } from "../transport/http.js";
import type { HostExchange } from "./host-exchange.js";
import { factsOf, operationOf } from "./operation-of.js";
import { keptHeaders } from "./passed-headers.js";
import { type Hide, toRecorded } from "./recorded-bytes.js";
import type { RecordedAnswer, RecordedPiece } from "./recording.js";

/** Writes down an answer as it comes: whole, or what goes on for a time in pieces that know what came before them. */
export class AnswerNotes {
  readonly answer: RecordedAnswer;
  readonly #hide: Hide;
  readonly #begun: () => number;
  readonly #isJson: boolean;
  #bytes: Buffer[] = [];
  #size = 0;
  /** What holds for the bytes that are not in a piece yet. */
  #when: Moment | undefined;
  #input: number | undefined;
  #inputEnded: true | undefined;

  constructor(exchange: HostExchange, answer: HttpAnswer, options: { hide: Hide; begun: () => number }) {
    const { status, headers, hijacked } = answer;
    this.#hide = options.hide;
    this.#begun = options.begun;
    this.#isJson = /^application\/json\b/i.test(String(headers["content-type"]));
    if (hijacked) this.#input = 0;
    const pieces = hijacked || (status < 300 && goesOn(exchange)) ? { pieces: [] } : {};
    this.answer = { status, headers: keptHeaders(headers, exchange.method, this.#hide), ...pieces };
  }

  /** The engine has sent something. */
  came(bytes: Buffer): void {
    if (bytes.length === 0) return;
    const now = this.#now();
    if (this.answer.pieces && this.#when && !isSame(this.#when, now)) this.#close();
    this.#when ??= now;
    this.#size += bytes.length;
    if (this.#size > largest) this.answer.tooLong = true;
    // A copy: what is passed on belongs to others.
    else this.#bytes.push(Buffer.from(bytes));
  }

  /** The client has sent something over a connection that was handed over. What it was may be a secret, and is not kept. */
  sent(bytes: number): void {
    this.#input = (this.#input ?? 0) + bytes;
  }

  sentAll(): void {
    this.#inputEnded = true;
  }

  end(how?: "broken" | "left"): void {
    const { pieces } = this.answer;
    if (this.answer.tooLong) {
      pieces?.splice(0);
    } else if (pieces) {
      this.#close();
      if (how === undefined) pieces.push(this.#now());
    } else if (this.#size > 0) {
      this.answer.body = toRecorded(Buffer.concat(this.#bytes), this.#hide, { json: this.#isJson });
    }
    this.#bytes = [];
    if (how) this.answer.end = how;
  }

  #close(): void {
    if (this.#when && this.#bytes.length > 0) {
      const bytes = toRecorded(Buffer.concat(this.#bytes), this.#hide);
      this.answer.pieces?.push({ ...this.#when, bytes });
    }
    this.#bytes = [];
    this.#when = undefined;
  }

  #now(): Moment {
    const moment = { after: this.#begun() };
    return this.#input === undefined
      ? moment
      : { ...moment, input: this.#input, inputEnded: this.#inputEnded };
  }
}

type Moment = Omit<RecordedPiece, "bytes">;

/** Answers that say things as they happen, of which other requests may be the reason. */
function goesOn({ method, path }: HostExchange): boolean {
  const operation = operationOf(method, path);
  const answer = factsOf(operation)?.answer ?? "";
  return operation === "ContainerWait" || ["logs", "json-stream", "progress"].includes(answer);
}

function isSame(a: Moment, b: Moment): boolean {
  return a.after === b.after && a.input === b.input && a.inputEnded === b.inputEnded;
}

/** A recording is a file for people. */
const largest = 16 * 1024 * 1024;
