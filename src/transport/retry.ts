import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import { ConnectionError, InvalidArgumentError } from "../errors.js";
import type { HttpAnswer, HttpRequest } from "./http.js";

export interface RetryOptions {
  /** How often a request is sent at the most, the first time included. Default 3; 1 means no repeats. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; each further pause is twice as long, with jitter. Default 100. */
  readonly minDelay?: number;
  /** The longest pause in milliseconds, also where the engine asks for a longer one. Default 10,000. */
  readonly maxDelay?: number;
  /**
   * Repeats a request that changes something too, although the first one may have done its work. Default false: POST, PUT
   * and DELETE are repeated only when no byte of them can have left.
   */
  readonly anyMethod?: boolean;
}

/**
 * Sends a request until it is answered, as often as the options allow. Repeated are broken connections and the statuses
 * 502, 503 and 504 of proxies. A stream that has begun is never asked for a second time.
 */
export function withRetry(
  send: (request: HttpRequest) => Promise<HttpAnswer>,
  request: HttpRequest,
  options: RetryOptions,
): Promise<HttpAnswer> {
  const { attempts, minDelay, maxDelay, anyMethod } = checked(options);
  if (attempts === 1) return send(request);
  const started = Date.now();
  const total = request.deadlines.total || Number.POSITIVE_INFINITY;

  const attempt = async (): Promise<HttpAnswer> => {
    const spent = Date.now() - started;
    const answer = await send(spent === 0 ? request : withinRest(request, total - spent));
    if (isPassing(answer)) throw new PassingStatus(answer);
    return answer;
  };

  const shouldRetry = ({ error }: { error: Error }): boolean => {
    const safe = anyMethod || request.method === "GET" || request.method === "HEAD";
    if (error instanceof PassingStatus) return safe && isRepeatable(request);
    if (!(error instanceof ConnectionError)) return false;
    if (error.unsent) return error.code === "CONNECTION_REFUSED" || error.code === "CONNECTION_RESET";
    return error.code === "CONNECTION_RESET" && safe && isRepeatable(request);
  };

  return pRetry(attempt, {
    retries: attempts - 1,
    minTimeout: minDelay,
    maxTimeout: maxDelay,
    factor: 2,
    randomize: true,
    maxRetryTime: total,
    ...(request.signal && { signal: request.signal }),
    shouldRetry,
    onFailedAttempt: async (context) => {
      if (context.retriesLeft > 0 && shouldRetry(context))
        await retryAfter(context.error, maxDelay, request.signal);
    },
  }).catch((error: unknown) => {
    if (error instanceof PassingStatus) return error.answer;
    // An abort's reason need not be an Error, which is all that the library lets through.
    throw request.signal?.aborted ? request.signal.reason : error;
  });
}

/** Carries an answer that may be another one next time. */
class PassingStatus extends Error {
  constructor(readonly answer: HttpAnswer) {
    super(`status ${answer.status}`);
  }
}

/**
 * 502, 503 and 504 are a proxy's way to say: later. A 503 of the engine itself, known by its version header, speaks of
 * the node's place in a swarm and does not pass.
 */
function isPassing({ status, headers }: HttpAnswer): boolean {
  if (status === 503) return headers["api-version"] === undefined || headers["retry-after"] !== undefined;
  return status === 502 || status === 504;
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

/** Waits as long as the answer's Retry-After asks: seconds or a date. */
async function retryAfter(error: Error, maxDelay: number, signal: AbortSignal | undefined): Promise<void> {
  if (!(error instanceof PassingStatus)) return;
  const value = error.answer.headers["retry-after"];
  if (typeof value !== "string") return;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  if (!(milliseconds > 0)) return;
  await sleep(Math.min(milliseconds, maxDelay), undefined, { signal }).catch((reason: unknown) => {
    throw signal?.aborted ? signal.reason : reason;
  });
}

function checked(options: RetryOptions): Required<RetryOptions> {
  const { attempts = 3, minDelay = 100, maxDelay = 10_000, anyMethod = false } = options;
  if (!Number.isSafeInteger(attempts) || attempts < 1) {
    throw new InvalidArgumentError(`retry.attempts is ${String(attempts)}; give a whole number from 1 on.`);
  }
  for (const [name, value] of Object.entries({ minDelay, maxDelay })) {
    if (!Number.isFinite(value) || value < 0) {
      throw new InvalidArgumentError(`retry.${name} is ${String(value)}; give milliseconds from 0 on.`);
    }
  }
  return { attempts, minDelay, maxDelay, anyMethod };
}
