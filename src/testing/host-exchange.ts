import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { type Duplex, PassThrough, type Readable } from "node:stream";
import { drained } from "./drained.js";
import type { AnswerStream, Exchange } from "./exchange.js";
import { handOverHead, headOf, isAttach, reasonOf, refusalHead, switchHead } from "./raw-head.js";
import type { Wire } from "./wire.js";

/** One request that came over a wire. */
export class HostExchange implements Exchange {
  readonly method: string;
  readonly path: string;
  readonly version: string | undefined;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly input: Readable;
  readonly wire: Wire;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #defaults: OutgoingHttpHeaders;
  readonly #gone = new AbortController();
  #answered = false;
  #bytes: Promise<Buffer> | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, wire: Wire, defaults: OutgoingHttpHeaders) {
    const [whole = "", query] = (request.url ?? "").split(/\?(.*)/s);
    const [, version, path = whole] = /^\/v(\d+\.\d+)(\/.*)$/s.exec(whole) ?? [];
    this.method = request.method ?? "";
    this.path = path;
    this.version = version;
    this.query = new URLSearchParams(query);
    this.headers = request.headers;
    this.wire = wire;
    this.#request = request;
    this.#response = response;
    this.#defaults = defaults;
    this.input = request.pipe(new PassThrough());
    // A broken upload is for whoever reads it.
    this.input.on("error", () => {});
    wire.serving = true;
    wire.once("close", this.#leave);
    response.once("finish", () => this.#finish());
  }

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Path and query as they came, with the version. */
  get url(): string {
    return this.#request.url ?? "";
  }

  /** The headers with each value that was sent, where one was sent more than once. */
  get headerValues(): NodeJS.Dict<string[]> {
    return this.#request.headersDistinct;
  }

  /** Whether an answer has begun. */
  get answered(): boolean {
    return this.#answered;
  }

  /** Shows the body as it arrives, whoever reads it. Only before anything else has been waited for. */
  watchInput({ piece, end }: { piece(bytes: Buffer): void; end(): void }): void {
    this.#request.on("data", piece).once("end", end);
  }

  bytes(): Promise<Buffer> {
    this.#bytes ??= gather(this.input);
    return this.#bytes;
  }

  answer(status: number, value?: unknown, headers: OutgoingHttpHeaders = {}): void {
    if (value === undefined || bodyless.has(status)) this.#whole(status, undefined, headers);
    else if (status >= 400 && isAttach(this)) this.#refuse(status, value);
    // Go ends what it encodes with a newline.
    else this.send(status, `${JSON.stringify(value)}\n`, { "Content-Type": "application/json", ...headers });
  }

  send(status: number, bytes: Uint8Array | string, headers: OutgoingHttpHeaders = {}): void {
    this.#whole(status, Buffer.from(bytes), headers);
  }

  stream(status: number, headers: OutgoingHttpHeaders): AnswerStream {
    this.#begin(status, headers);
    const response = this.#response;
    response.flushHeaders();
    return {
      write: (bytes) => (response.write(bytes) ? Promise.resolve() : drained(response)),
      end: () => {
        response.end();
      },
    };
  }

  hijack(contentType: string): Duplex {
    return this.handOver(handOverHead(this, contentType, this.#defaults));
  }

  switchProtocol(): Duplex {
    return this.handOver(switchHead(this.headers));
  }

  /** Hands the connection over after a head that is written as it is. */
  handOver(head: string): Duplex {
    this.#checkFree();
    this.#answered = true;
    this.input.resume();
    this.#response.once("close", () => this.#finish());
    const connection = this.wire.handOver();
    connection.write(head, "latin1");
    return connection;
  }

  /** Ends an exchange that its handler has failed in: by a sentence, or by a cut where an answer has begun. */
  fail(error: unknown): void {
    if (this.gone.aborted) return;
    if (!this.#answered)
      this.answer(500, { message: error instanceof Error ? error.message : String(error) });
    else if (!this.#response.writableEnded) this.wire.destroy();
  }

  /** An attach is refused past HTTP: the engine has the connection in its hands by then. */
  #refuse(status: number, value: unknown): void {
    const { message = "" } = value as { message?: string }; // that is what every refusal is
    this.handOver(refusalHead(status)).end(`${message}\r\n`);
  }

  #whole(status: number, bytes: Buffer | undefined, headers: OutgoingHttpHeaders): void {
    const isBare = bodyless.has(status) || (bytes === undefined && this.method === "HEAD");
    const length = bytes?.length ?? 0;
    this.#begin(status, headers, isBare || length > flushed ? {} : { "Content-Length": length });
    this.#response.end(isBare ? undefined : bytes);
  }

  /** As Go writes a head: the handler's headers by name, then its own. */
  #begin(status: number, headers: OutgoingHttpHeaders, own: OutgoingHttpHeaders = {}): void {
    this.#checkFree();
    const closing = /\bclose\b/i.test(this.headers.connection ?? "");
    const response = this.#response;
    response.sendDate = false;
    // Node would say `keep-alive`, which an engine leaves to HTTP/1.1.
    response.removeHeader("Connection");
    // It would keep the one of an answer that it has refused to write.
    response.statusMessage = reasonOf(status);
    const tail = { Date: new Date().toUTCString(), ...own, ...(closing && { Connection: "close" }) };
    response.writeHead(status, headOf({ ...this.#defaults, ...headers }, tail));
    this.#answered = true;
  }

  #checkFree(): void {
    if (this.#answered) throw new Error(`${this.method} ${this.path} has been answered already.`);
  }

  #finish(): void {
    // What was not read of an upload would stand before the next request.
    this.input.resume();
    this.wire.serving = false;
    this.wire.restore();
    this.wire.off("close", this.#leave);
  }

  readonly #leave = (): void => {
    this.#gone.abort(new Error("The client has gone."));
    this.input.destroy(new Error("The client has gone."));
  };
}

/** Whose answers HTTP ends with their head: a length or a body would break the connection. */
const bodyless = new Set([204, 304]);

/** Go gives an answer a length where all of it fits into its first buffer. */
const flushed = 2048;

async function gather(input: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces);
}
