import { ProtocolError } from "../errors.js";
import type { HttpAnswer } from "../transport/http.js";

/**
 * As much of a standard Request as openapi-fetch makes use of. The standard one costs more than the whole way to the engine
 * and back. Headers go beside it: openapi-fetch knows none.
 */
export class LightRequest<Sending> {
  readonly url: string;
  readonly method: string;
  readonly body: unknown;
  /** What the call passed on for our own fetch. */
  readonly sending: Sending;

  constructor(url: string, init: { method: string; body: unknown; sending: Sending }) {
    this.url = url;
    this.method = init.method;
    this.body = init.body;
    this.sending = init.sending;
  }
}

/** As much of a standard Response as openapi-fetch makes use of, over an answer that was a success. */
export class LightResponse {
  readonly ok = true;
  readonly #answer: HttpAnswer;

  constructor(answer: HttpAnswer) {
    this.#answer = answer;
  }

  get status(): number {
    return this.#answer.status;
  }

  get headers(): { get(name: string): string | null } {
    return this;
  }

  /** Of the headers; they need no object of their own. */
  get(name: string): string | null {
    const key = name.toLowerCase();
    // The length as it came in: openapi-fetch leaves an empty answer alone and lets us read any other.
    if (key === "content-length" && this.#answer.source === undefined)
      return String(this.#answer.bytes.length);
    if (key === "transfer-encoding") return null;
    const value = this.#answer.headers[key];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(this.#answer.bytes);
  }

  async json(): Promise<unknown> {
    const { bytes } = this.#answer;
    // A Buffer's own decoder is the fast way for large lists.
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
    try {
      return JSON.parse(text);
    } catch {
      // The parser's error quotes the text, which may be a secret's data: it is no cause.
      throw new ProtocolError(
        `The engine answered with ${bytes.length} bytes that are no JSON (content type ${this.headers.get("content-type") ?? "not given"}).`,
      );
    }
  }
}
