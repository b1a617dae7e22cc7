import type { Dispatcher } from "undici/index.js";
import { AnswerBody } from "./body.js";
import { DeadlineClocks } from "./deadline.js";
import { errorBodyLimit, type HttpAnswer, type HttpRequest, isSuccess } from "./http.js";
import { type Upload, uploadOf } from "./upload.js";

/**
 * Sends one request over a dispatcher and gives its answer, settling exactly once. A body that is a stream and breaks rejects
 * with its own error.
 */
export function exchange(
  dispatcher: Dispatcher,
  origin: string,
  request: HttpRequest,
  context: ExchangeContext,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (request.signal?.aborted) return reject(request.signal.reason);
    const handler = new ExchangeHandler(request, context, resolve, reject);
    const { path, method, headers } = request;
    // undici takes async iterables as bodies; its type names Node's streams only.
    const options = { origin, path, method, headers, body: handler.body } as Dispatcher.DispatchOptions;
    try {
      dispatcher.dispatch(options, handler);
    } catch (error) {
      handler.fail(error);
    }
  });
}

export interface ExchangeContext {
  /** The engine's address and where it came from, for messages. */
  readonly place: string;
  readonly toError: (error: unknown, facts: { unsent: boolean }) => unknown;
}

class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #request: HttpRequest;
  readonly #toError: ExchangeContext["toError"];
  readonly #clocks: DeadlineClocks;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (error: unknown) => void;
  /** The request's body, where it is a stream. */
  readonly #upload: Upload | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  /** Nothing that undici still reports is of interest. */
  #over = false;
  #status = 0;
  #headers: HttpAnswer["headers"] = {};
  /** The answer's pieces, where it is wanted whole. */
  #pieces: Buffer[] = [];
  #size = 0;
  /** The answer, where it is wanted as it arrives. */
  #body: AnswerBody | undefined;

  constructor(
    request: HttpRequest,
    { place, toError }: ExchangeContext,
    resolve: (answer: HttpAnswer) => void,
    reject: (error: unknown) => void,
  ) {
    this.#request = request;
    this.#toError = toError;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#clocks = new DeadlineClocks(request.deadlines, place, (error) => this.#giveUp(error));
    this.#upload = uploadOf(request.body, {
      sent: () => this.#clocks.sent(),
      failed: (error) => this.#giveUp(error),
    });
    request.signal?.addEventListener("abort", this.#onAbort);
  }

  get body(): unknown {
    return this.#upload ?? this.#request.body;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it was queued. undici drops a request that throws here, and keeps the connection for the next one,
    // which `controller.abort` would close.
    if (this.#over) throw new Error("given up before it was sent");
    this.#controller = controller;
    this.#clocks.started();
    if (this.#upload === undefined) this.#clocks.sent();
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: HttpAnswer["headers"]): void {
    if (status < 200) return;
    this.#clocks.answered();
    this.#status = status;
    this.#headers = headers;
    if (this.#request.answer === "stream" && isSuccess(status)) this.#stream();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#clocks.heard();
    if (this.#body === undefined) this.#collect(controller, chunk);
    else this.#body.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#body === undefined) {
      this.#answer();
    } else {
      this.#settle();
      this.#body.end();
    }
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  fail(error: unknown): void {
    if (this.#over) return;
    if (this.#isLastWord()) this.#answer();
    else this.#break(this.#toError(error, { unsent: this.#controller === undefined }));
  }

  /**
   * Who refuses an upload and does not read the rest of it resets the connection. A refusal that has no length is over
   * then, and its sentence is what the caller must learn.
   */
  #isLastWord(): boolean {
    const { "content-length": length, "transfer-encoding": coding } = this.#headers;
    return this.#size > 0 && !isSuccess(this.#status) && length === undefined && coding === undefined;
  }

  #collect(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#pieces.push(chunk);
    this.#size += chunk.length;
    if (this.#size <= errorBodyLimit || isSuccess(this.#status)) return;
    this.#answer();
    controller.abort(new Error("the rest of the error is not wanted"));
  }

  /** Hands over a body that is still arriving. */
  #stream(): void {
    this.#body = new AnswerBody({
      pause: () => {
        this.#clocks.held();
        this.#controller?.pause();
      },
      resume: () => {
        this.#clocks.answered();
        this.#controller?.resume();
      },
      abort: () => {
        this.#settle();
        this.#controller?.abort(new Error("the reader has left"));
      },
    });
    this.#resolve({ status: this.#status, headers: this.#headers, bytes: noBytes, source: this.#body });
  }

  /** Hands over a body that has been collected. */
  #answer(): void {
    const [first = noBytes] = this.#pieces;
    const bytes = this.#pieces.length <= 1 ? first : Buffer.concat(this.#pieces, this.#size);
    this.#settle();
    this.#resolve({ status: this.#status, headers: this.#headers, bytes });
  }

  /** Ends what is under way for a reason that the caller gets as it is. */
  #giveUp(reason: unknown): void {
    if (this.#over) return;
    this.#break(reason);
    this.#controller?.abort(new Error("given up"));
  }

  /** Tells whoever waits: the reader where the answer has been handed over as a stream, else the caller. */
  #break(reason: unknown): void {
    this.#settle();
    if (this.#body === undefined) this.#reject(reason);
    else this.#body.fail(reason);
  }

  #settle(): void {
    this.#over = true;
    this.#clocks.stop();
    this.#upload?.stop();
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => this.#giveUp(this.#request.signal?.reason);
}

const noBytes = Buffer.alloc(0);
