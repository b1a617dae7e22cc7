import type { Dispatcher } from "undici";
import { AnswerBody } from "./body.js";
import { DeadlineClocks } from "./deadline.js";
import { errorBodyLimit, type HttpAnswer, type HttpRequest, isSuccess } from "./http.js";

/** Sends one request over a dispatcher and gives its answer, settling exactly once. */
export function exchange(
  dispatcher: Dispatcher,
  origin: string,
  request: HttpRequest,
  { place, toError }: ExchangeContext,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (request.signal?.aborted) return reject(request.signal.reason);
    const handler = new ExchangeHandler(request, place, toError, resolve, reject);
    const { path, method, headers, body } = request;
    // undici takes async iterables as bodies; its type names Node's streams only.
    const options = { origin, path, method, headers, body } as Dispatcher.DispatchOptions;
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
  #resolve: ((answer: HttpAnswer) => void) | undefined;
  #reject: ((error: unknown) => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  /** Why the exchange was given up, when it was. */
  #givenUp: { readonly reason: unknown } | undefined;
  #status = 0;
  #headers: HttpAnswer["headers"] = {};
  /** The answer's pieces, where it is wanted whole. */
  #pieces: Buffer[] = [];
  #size = 0;
  /** The answer, where it is wanted as it arrives. */
  #body: AnswerBody | undefined;

  constructor(
    request: HttpRequest,
    place: string,
    toError: ExchangeContext["toError"],
    resolve: (answer: HttpAnswer) => void,
    reject: (error: unknown) => void,
  ) {
    this.#request = request;
    this.#toError = toError;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#clocks = new DeadlineClocks(request.deadlines, place, (error) => this.#giveUp(error));
    request.signal?.addEventListener("abort", this.#onAbort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#givenUp === undefined) this.#clocks.sent();
    else controller.abort(asError(this.#givenUp.reason));
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
    const { reason } = this.#givenUp ?? {
      reason: this.#toError(error, { unsent: this.#controller === undefined }),
    };
    this.#break(reason);
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
    this.#hand({ status: this.#status, headers: this.#headers, bytes: noBytes, source: this.#body });
  }

  /** Hands over a body that has been collected. */
  #answer(): void {
    const [first = noBytes] = this.#pieces;
    const bytes = this.#pieces.length <= 1 ? first : Buffer.concat(this.#pieces, this.#size);
    this.#settle();
    this.#hand({ status: this.#status, headers: this.#headers, bytes });
  }

  #hand(answer: HttpAnswer): void {
    const resolve = this.#resolve;
    this.#resolve = undefined;
    this.#reject = undefined;
    resolve?.(answer);
  }

  /** Aborts with a reason that the caller gets as it is. */
  #giveUp(reason: unknown): void {
    this.#givenUp = { reason };
    this.#controller?.abort(asError(reason));
    this.#break(reason);
  }

  #break(reason: unknown): void {
    this.#settle();
    this.#body?.fail(reason);
    const reject = this.#reject;
    this.#resolve = undefined;
    this.#reject = undefined;
    reject?.(reason);
  }

  #settle(): void {
    this.#clocks.stop();
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => this.#giveUp(this.#request.signal?.reason);
}

const noBytes = Buffer.alloc(0);

/** undici wants an Error to abort with; the caller gets the reason itself. */
function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
