import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import { ConnectionError, type ConnectionErrorCode, InvalidArgumentError, TimeoutError } from "../errors.js";
import type { HttpAnswer, HttpRequest } from "./http.js";

export interface RetryOptions {
  /** How often a request is sent at the most, the first time included. Default 3; 1 means no repeats. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; each further pause is twice as long, with jitter. Default 100. */
  readonly minDelay?: number;
  /** How much longer each further pause is than the one before. Default 2. */
  readonly factor?: number;
  /** Whether pauses vary at random, so that many clients do not come back all at once. Default true. */
  readonly jitter?: boolean;
  /** The longest pause in milliseconds, also where the engine asks for a longer one. Default 10,000. */
  readonly maxDelay?: number;
  /**
   * The statuses and the codes of connection errors after which a request is repeated. Default: 429, 502, 503, 504,
   * `CONNECTION_REFUSED` and `CONNECTION_RESET`.
   */
  readonly on?: readonly (number | ConnectionErrorCode)[];
  /**
   * Repeats a request that changes something too, although the first one may have done its work. Default false: POST, PUT
   * and DELETE are repeated only when no byte of them can have left.
   */
  readonly anyMethod?: boolean;
}

/**
 * Sends a request until it is answered, as often as the options allow. Repeated are broken connections, and the statuses by
 * which proxies ask for patience. A stream that has begun is never asked for a second time.
 */
export async function withRetry(
  send: (request: HttpRequest) => Promise<HttpAnswer>,
  request: HttpRequest,
  options: RetryOptions,
): Promise<HttpAnswer> {
  const limits = checked(options);
  const started = performance.now();
  const first = send(request);
  if (limits.attempts === 1) return first;
  // Nearly every call is done here, without the machinery of repeating, which costs more than our own way to the engine.
  try {
    const answer = await first;
    if (!isPassing(answer, limits.on)) return answer;
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
  }
  return repeat(send, request, limits, { first, started });
}

/** Goes on behind a first attempt that broke, or whose answer may be another one next time. */
async function repeat(
  send: (request: HttpRequest) => Promise<HttpAnswer>,
  request: HttpRequest,
  { attempts, minDelay, maxDelay, factor, jitter, on, anyMethod }: Required<RetryOptions>,
  { first, started }: { first: Promise<HttpAnswer>; started: number },
): Promise<HttpAnswer> {
  const { signal } = request;
  const total = request.deadlines.total || Number.POSITIVE_INFINITY;
  const rest = () => total - (performance.now() - started);
  const safe = anyMethod || request.method === "GET" || request.method === "HEAD";
  let failure: unknown;
  let count = 0;

  const attempt = async (): Promise<HttpAnswer> => {
    count++;
    // The pause has used up the time: the last failure says more than a deadline would.
    if (rest() <= 0 && failure !== undefined) throw failure;
    const answer = await (count === 1 ? first : send(withinRest(request, rest())));
    if (isPassing(answer, on)) throw new PassingStatus(answer);
    return answer;
  };

  const shouldRetry = async ({ error }: { error: Error }): Promise<boolean> => {
    failure = error;
    const canRepeat = safe && isRepeatable(request);
    if (!(error instanceof PassingStatus)) return isPassingBreak(error, on) && (error.unsent || canRepeat);
    const pause = Math.min(retryAfter(error.answer), maxDelay);
    if (!canRepeat || pause >= rest()) return false;
    if (pause > 0) await sleep(pause, undefined, { signal });
    return true;
  };

  const retries = attempts - 1;
  const delays = { minTimeout: minDelay, maxTimeout: maxDelay, factor, randomize: jitter };
  try {
    const timing = { retries, ...delays, maxRetryTime: Math.max(0, rest()) };
    return await pRetry(attempt, { ...timing, ...(signal && { signal }), shouldRetry });
  } catch (error) {
    if (error instanceof PassingStatus) return error.answer;
    // An abort's reason need not be an Error, which is all that the library lets through.
    if (signal?.aborted) throw signal.reason;
    throw error instanceof TimeoutError && error.phase === "total" ? totalPassed(error, total, count) : error;
  }
}

/** Carries an answer that may be another one next time. */
class PassingStatus extends Error {
  constructor(readonly answer: HttpAnswer) {
    super(`status ${answer.status}`);
  }
}

/**
 * 429, 502, 503 and 504 are a proxy's way to say: later. A 503 of the engine itself, known by its version header, speaks of
 * the node's place in a swarm and does not pass.
 */
function isPassing({ status, headers }: HttpAnswer, on: Required<RetryOptions>["on"]): boolean {
  if (!on.includes(status)) return false;
  return status !== 503 || headers["api-version"] === undefined || headers["retry-after"] !== undefined;
}

/** Broken or refused: an engine that restarts does this for a moment. */
function isPassingBreak(error: Error, on: Required<RetryOptions>["on"]): error is ConnectionError {
  return error instanceof ConnectionError && on.includes(error.code);
}

/** A body that is a stream is gone after the first time. */
function isRepeatable({ body }: HttpRequest): boolean {
  return body === undefined || typeof body === "string" || body instanceof Uint8Array;
}

/** The request with what is left of its total time. */
function withinRest(request: HttpRequest, rest: number): HttpRequest {
  if (!Number.isFinite(rest)) return request;
  return { ...request, deadlines: { ...request.deadlines, total: Math.max(1, rest) } };
}

/** How long the answer's Retry-After asks to wait, in milliseconds: it gives seconds or a date. */
function retryAfter({ headers }: HttpAnswer): number {
  const value = headers["retry-after"];
  if (typeof value !== "string") return 0;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Math.max(milliseconds || 0, 0);
}

/** The attempt knows only the rest of the time that it was given. */
function totalPassed(error: TimeoutError, total: number, count: number): TimeoutError {
  const message = `The ${total} ms for the whole call have passed in attempt ${count}. ${error.message}`;
  return new TimeoutError(message, {
    phase: "total",
    milliseconds: total,
    unsent: error.unsent,
    cause: error,
  });
}

function checked(options: RetryOptions): Required<RetryOptions> {
  const { attempts = 3, minDelay = 100, maxDelay = 10_000, anyMethod = false } = options;
  const { factor = 2, jitter = true, on = passing } = options;
  if (!Number.isSafeInteger(attempts) || attempts < 1) {
    throw new InvalidArgumentError(`retry.attempts is ${String(attempts)}; give a whole number from 1 on.`);
  }
  checkDelay("minDelay", minDelay);
  checkDelay("maxDelay", maxDelay);
  if (!Number.isFinite(factor) || factor < 1) {
    throw new InvalidArgumentError(`retry.factor is ${String(factor)}; give a number from 1 on.`);
  }
  if (!Array.isArray(on)) {
    throw new InvalidArgumentError("retry.on must be a list of statuses and codes of connection errors.");
  }
  return { attempts, minDelay, maxDelay, factor, jitter, on, anyMethod };
}

function checkDelay(name: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new InvalidArgumentError(`retry.${name} is ${String(value)}; give milliseconds from 0 on.`);
}

const passing: Required<RetryOptions>["on"] = [429, 502, 503, 504, "CONNECTION_REFUSED", "CONNECTION_RESET"];
