import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  ConnectionError,
  type ConnectionErrorCode,
  InvalidArgumentError,
  TimeoutError,
} from "../../src/errors.js";
import type { HttpAnswer, HttpRequest } from "../../src/transport/http.js";
import { type RetryOptions, withRetry } from "../../src/transport/retry.js";
import { listenersOf, outcomeOf, requestOf } from "../helpers/exchanges.js";

// Node's promised timers do not go by a faked clock; these do.
vi.mock("node:timers/promises", () => ({
  setTimeout: (milliseconds: number, value: unknown, { signal }: { signal?: AbortSignal }) =>
    new Promise((resolve, reject) => {
      const onAbort = () => {
        clearTimeout(timer);
        reject(new Error("the sleep was aborted"));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", onAbort);
        resolve(value);
      }, milliseconds);
      signal?.addEventListener("abort", onAbort, { once: true });
    }),
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe("withRetry", () => {
  it("sends once what succeeds, and what fails for good", async () => {
    for (const last of [
      answered(200),
      answered(404),
      answered(500),
      broken("SOCKET_NOT_FOUND", true),
      new Error("x"),
    ]) {
      const { attempts, outcome } = await run([last, answered(200)]);
      expect(attempts.length).toBe(1);
      expect(outcome).toBe(last);
    }
  });

  it.each(["GET", "HEAD"] as const)(
    "repeats %s on a broken connection and on what a proxy says",
    async (method) => {
      for (const first of [broken("CONNECTION_RESET", false), answered(502), answered(503), answered(504)]) {
        const { attempts, outcome } = await run([first, answered(200)], { method });
        expect(attempts.length).toBe(2);
        expect(outcome).toMatchObject({ status: 200 });
      }
    },
  );

  it("repeats what it is told to, and nothing else", async () => {
    const on = [500, "HOST_NOT_FOUND" as const];
    for (const first of [answered(500), broken("HOST_NOT_FOUND", true)]) {
      expect((await run([first, answered(200)], {}, { on })).outcome).toMatchObject({ status: 200 });
      expect((await run([first, answered(200)])).outcome).toBe(first);
    }
    for (const first of [answered(502), broken("CONNECTION_RESET", false)]) {
      expect((await run([first, answered(200)], {}, { on })).outcome).toBe(first);
    }
    expect((await run([answered(429), answered(200)])).outcome).toMatchObject({ status: 200 });
  });

  it.each([{ factor: 0 }, { factor: Number.NaN }, { on: "503" as never }])("refuses %j", async (options) => {
    const { outcome } = await run([answered(502), answered(200)], {}, options);
    expect(outcome).toBeInstanceOf(InvalidArgumentError);
  });

  it.each(["POST", "PUT", "DELETE"] as const)(
    "repeats %s only when it cannot have been sent",
    async (method) => {
      for (const first of [broken("CONNECTION_RESET", false), answered(502), answered(503)]) {
        expect((await run([first, answered(200)], { method })).outcome).toBe(first);
      }
      const refused = await run([broken("CONNECTION_REFUSED", true), answered(201)], { method });
      expect(refused.outcome).toMatchObject({ status: 201 });
      const anyway = await run(
        [broken("CONNECTION_RESET", false), answered(201)],
        { method },
        { anyMethod: true },
      );
      expect(anyway.outcome).toMatchObject({ status: 201 });
    },
  );

  it("sends a body that is a stream again only when it was not begun", async () => {
    const method = "PUT";
    const body = () => Readable.from([Buffer.from("x")]);
    const options = { anyMethod: true };
    const begun = broken("CONNECTION_RESET", false);
    expect((await run([begun, answered(200)], { method, body: body() }, options)).outcome).toBe(begun);
    const busy = answered(503);
    expect((await run([busy, answered(200)], { method, body: body() }, options)).outcome).toBe(busy);
    const untouched = await run([broken("CONNECTION_REFUSED", true), answered(200)], {
      method,
      body: body(),
    });
    expect(untouched.outcome).toMatchObject({ status: 200 });
    const text = await run([begun, answered(200)], { method, body: "text" }, options);
    expect(text.outcome).toMatchObject({ status: 200 });
  });

  it("leaves a 503 of the engine itself alone, unless that asks for another try", async () => {
    const swarm = answered(503, { "api-version": "1.51" });
    expect((await run([swarm, answered(200)])).outcome).toBe(swarm);
    const later = answered(503, { "api-version": "1.51", "retry-after": "1" });
    expect((await run([later, answered(200)])).outcome).toMatchObject({ status: 200 });
  });

  it("gives the last failure or answer when the attempts are used up, counted all in all", async () => {
    const failures = ["1", "2", "3", "4"].map((name) => broken("CONNECTION_RESET", false, name));
    const three = await run(failures);
    expect(three.attempts.length).toBe(3);
    expect(three.outcome).toBe(failures[2]);
    const answers = [answered(502), answered(503), answered(504)];
    const two = await run(answers, {}, { attempts: 2 });
    expect(two.attempts.length).toBe(2);
    expect(two.outcome).toBe(answers[1]);
    expect((await run(failures, {}, { attempts: 1 })).attempts.length).toBe(1);
  });

  it("waits twice as long each time, with jitter, and no longer than allowed", async () => {
    const { attempts } = await run(
      Array(5).fill(answered(502)),
      {},
      { attempts: 5, minDelay: 100, maxDelay: 300 },
    );
    const pauses = attempts.slice(1).map((time, index) => time - (attempts[index] ?? 0));
    expect(pauses[0]).toBeGreaterThanOrEqual(100);
    expect(pauses[0]).toBeLessThanOrEqual(200);
    expect(pauses[1]).toBeGreaterThanOrEqual(200);
    expect(pauses[1]).toBeLessThanOrEqual(300);
    expect(pauses[2]).toBe(300);
    expect(pauses[3]).toBe(300);
  });

  it("waits at least as long as the answer asks, in seconds or by date", async () => {
    const options = { minDelay: 0 };
    const seconds = await run([answered(503, { "retry-after": "7" }), answered(200)], {}, options);
    expect(seconds.attempts).toEqual([0, 7_000]);
    const date = new Date(Date.now() + 5_000).toUTCString();
    const dated = await run([answered(503, { "retry-after": date }), answered(200)], {}, options);
    expect(dated.attempts[1]).toBeGreaterThan(3_000);
    expect(dated.attempts[1]).toBeLessThanOrEqual(5_000);
    for (const odd of ["soon", "-5", "", "Thu, 01 Jan 1970 00:00:00 GMT"]) {
      const { attempts } = await run([answered(503, { "retry-after": odd }), answered(200)], {}, options);
      expect(attempts).toEqual([0, 0]);
    }
    const long = await run(
      [answered(503, { "retry-after": "3600" }), answered(200)],
      {},
      { minDelay: 0, maxDelay: 50 },
    );
    expect(long.attempts).toEqual([0, 50]);
  });

  it("gives each attempt what is left of the total time", async () => {
    const totals: (number | undefined)[] = [];
    const send = (request: HttpRequest) => {
      totals.push(request.deadlines.total);
      return totals.length === 1
        ? Promise.reject(broken("CONNECTION_RESET", false))
        : Promise.resolve(answered(200));
    };
    const request = requestOf({ deadlines: { total: 1_000, idle: 5 } });
    const pending = withRetry(send, request, { minDelay: 100 });
    await vi.advanceTimersByTimeAsync(300);
    await pending;
    expect(totals[0]).toBe(1_000);
    expect(totals[1]).toBeGreaterThanOrEqual(800);
    expect(totals[1]).toBeLessThanOrEqual(900);
    expect(request.deadlines.total).toBe(1_000);
  });

  it("does not wait beyond the total time, and then gives what it knows", async () => {
    const deadlines = { total: 1_000 };
    const busy = answered(503, { "retry-after": "5" });
    const asked = await run([busy, answered(200)], { deadlines });
    expect(asked.outcome).toBe(busy);
    expect(asked.took).toBe(0);

    const reset = broken("CONNECTION_RESET", false);
    const paused = await run([reset, answered(200)], { deadlines }, { minDelay: 5_000 });
    expect(paused.outcome).toBe(reset);
    expect(paused.attempts.length).toBe(1);
    expect(paused.took).toBeLessThanOrEqual(1_000);
  });

  it("names the whole time when a later attempt runs into its end", async () => {
    const rest = new TimeoutError("No complete answer within 850 ms.", {
      phase: "total",
      milliseconds: 850,
      unsent: false,
    });
    const { outcome } = await run([answered(502), rest], { deadlines: { total: 1_000 } });
    expect(outcome).toBeInstanceOf(TimeoutError);
    expect(outcome).toMatchObject({ phase: "total", milliseconds: 1_000, unsent: false, cause: rest });
    expect(outcome).toMatchObject({ message: expect.stringContaining("1000 ms for the whole call") });
  });

  it("ends a pause at once when the signal aborts, with the reason itself", async () => {
    for (const first of [
      answered(503, { "retry-after": "9" }),
      answered(502),
      broken("CONNECTION_RESET", false),
    ]) {
      const abort = new AbortController();
      const { signal } = abort;
      const pending = outcomeOf(withRetry(failingWith(first), requestOf({ signal }), { minDelay: 5_000 }));
      await vi.advanceTimersByTimeAsync(10);
      expect(listenersOf(signal)).toBe(1);
      abort.abort("enough");
      expect(await pending).toBe("enough");
      expect(listenersOf(signal)).toBe(0);
    }
  });

  it("passes on whatever an attempt rejects with", async () => {
    for (const reason of ["a text", undefined, new TypeError("a bug"), { an: "object" }]) {
      const { outcome, attempts } = await run([Promise.reject(reason), answered(200)]);
      expect(outcome).toBe(reason);
      expect(attempts.length).toBe(1);
    }
    const later = await run([answered(502), Promise.reject(new TypeError("a bug"))]);
    expect(later.outcome).toEqual(new TypeError("a bug"));
  });

  it.each<RetryOptions>([
    { attempts: 0 },
    { attempts: 1.5 },
    { attempts: Number.POSITIVE_INFINITY },
    { minDelay: -1 },
    { maxDelay: Number.NaN },
  ])("refuses %o before anything is sent", async (options) => {
    const { outcome, attempts } = await run([answered(200)], {}, options);
    expect(outcome).toBeInstanceOf(InvalidArgumentError);
    expect(attempts).toEqual([]);
  });
});

type Outcome = HttpAnswer | Error | Promise<never>;

/** Runs to the end on a clock that takes no time; gives when each attempt began. */
async function run(
  outcomes: readonly Outcome[],
  more: Partial<HttpRequest> = {},
  options: RetryOptions = {},
) {
  for (const outcome of outcomes) if (outcome instanceof Promise) outcome.catch(() => undefined);
  const attempts: number[] = [];
  const began = Date.now();
  const send = (request: HttpRequest) => {
    const outcome = outcomes[attempts.push(Date.now() - began) - 1];
    return outcome === undefined ? Promise.reject(new Error("one too many")) : failingWith(outcome)(request);
  };
  let took = 0;
  const pending = withRetry(send, requestOf(more), options)
    .catch((error: unknown) => error)
    .finally(() => {
      took = Date.now() - began;
    });
  await vi.runAllTimersAsync();
  return { outcome: await pending, attempts, took };
}

function failingWith(outcome: Outcome) {
  return async (_: HttpRequest): Promise<HttpAnswer> => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
}

function answered(status: number, headers: HttpAnswer["headers"] = {}): HttpAnswer {
  return { status, headers, bytes: new Uint8Array() };
}

function broken(code: ConnectionErrorCode, unsent: boolean, message = "broke"): ConnectionError {
  return new ConnectionError(message, { code, address: "unix:///x", unsent });
}
