import { AsyncLocalStorage } from "node:async_hooks";
import { Connection } from "../client/connection.js";
import type { HttpAnswer, HttpRequest, Transport } from "../transport/http.js";

/** One run of an action, known to the requests that it makes: they are counted, logged, and held back where none may go out. */
export class Execution {
  attempts = 0;
  /** Method and path of the last request. */
  endpoint: string | undefined;
  /** Which requests are not sent: none, in a dry run those that change something, or all where the action only reads. */
  holdBack: "none" | "changes" | "all" = "none";
  readonly #log: RequestLog | undefined;

  constructor(log?: RequestLog | undefined) {
    this.#log = log;
  }

  /** Runs what makes requests; they are this execution's. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return current.run(this, work);
  }

  #isHeldBack({ method }: HttpRequest): boolean {
    if (this.holdBack === "none") return false;
    return this.holdBack === "all" || !(method === "GET" || method === "HEAD");
  }

  async attempt(transport: Transport, request: HttpRequest): Promise<HttpAnswer> {
    if (this.#isHeldBack(request)) throw new HeldBack(request);
    this.attempts++;
    const started = performance.now();
    const { method } = request;
    const path = request.path.replace(/\?.*$/s, "");
    this.endpoint = `${method} ${path}`;
    let status: number | undefined;
    try {
      const answer = await transport.send(request);
      status = answer.status;
      return answer;
    } finally {
      this.#log?.({ method, path, status, milliseconds: performance.now() - started });
    }
  }
}

/** Told of every request, without its query, headers and body, which can hold secrets. */
export type RequestLog = (entry: {
  readonly method: string;
  readonly path: string;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
}) => void;

/** Thrown in place of sending a request, in a dry run. */
export class HeldBack extends Error {
  readonly #request: HttpRequest;

  constructor(request: HttpRequest) {
    super("This request is not sent, for this is a dry run.");
    this.#request = request;
  }

  /** With all its secrets. No property: those who watch the requests of the process see this error, and may print it. */
  request(): HttpRequest {
    return this.#request;
  }
}

/** A connection whose requests belong to executions. */
export class WatchedConnection extends Connection {
  protected override attempt(transport: Transport, request: HttpRequest): Promise<HttpAnswer> {
    return current.getStore()?.attempt(transport, request) ?? super.attempt(transport, request);
  }
}

const current = new AsyncLocalStorage<Execution>();
