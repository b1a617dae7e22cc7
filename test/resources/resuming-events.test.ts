import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { BadRequestError, ConnectionError, NotFoundError, UnauthorizedError } from "../../src/errors.js";
import type { ResumeOptions, StreamGap } from "../../src/streams/resume-options.js";
import { closed, type FakeEngine, fakeEngine } from "../client/fake-engine.js";
import type { Call, Handler } from "../helpers/fake-daemon.js";
import { pieces } from "../helpers/frames.js";

const began = BigInt(Date.now() - 10_000) * 1_000_000n;
const event = (action: string, n: number) =>
  `${JSON.stringify({ Action: action, Actor: { Attributes: { name: "é" } } }).slice(0, -1)},"timeNano":${began + BigInt(n)}}\n`;

/** An engine with the events `ring`, which it repeats as they are asked for; `live` says what a stream gets then. */
function eventsOf(ring: string[], live: (call: Call, count: number) => void | Promise<void>): Handler {
  let streams = 0;
  return async (call) => {
    const [since, until] = [moment(call, "since"), moment(call, "until")];
    const repeated = ring.filter((line) => {
      const time = BigInt(/"timeNano":(\d+)/.exec(line)?.[1] ?? 0);
      return (
        (since === undefined ? until !== undefined : time >= since) && (until === undefined || time <= until)
      );
    });
    if (until !== undefined && since === undefined) return call.stream(repeated);
    call.start();
    for (const line of repeated) await call.write(...pieces(Buffer.from(line), 1));
    await live(call, ++streams);
  };
}

function moment({ query }: Call, name: string): bigint | undefined {
  const [, seconds = "", fraction = ""] = /^(\d+)\.?(\d*)$/.exec(query.get(name) ?? "") ?? [];
  return seconds === "" ? undefined : BigInt(seconds + fraction.padEnd(9, "0"));
}

async function actions(engine: FakeEngine, last: string, resume: ResumeOptions = {}): Promise<string> {
  const seen: string[] = [];
  for await (const { Action } of engine.docker.system.events({ resume })) {
    seen.push(Action);
    if (Action === last) break;
  }
  return seen.join("");
}

describe("events that resume", () => {
  test("are each given once over cuts in the middle of a line, also where several share a nanosecond", async () => {
    const ring: string[] = [];
    const [a, b, c, d, e] = [event("a", 1), event("b", 2), event("c", 2), event("d", 2), event("e", 3)];
    const happen = async (call: Call, ...lines: string[]) => {
      ring.push(...lines);
      await call.write(...lines);
    };
    await using engine = await fakeEngine({
      "GET /events": eventsOf(ring, async (call, count) => {
        if (count === 1) {
          await happen(call, a, b, c);
          ring.push(d);
          await call.write(d.slice(0, 20));
          await sleep(20);
          return call.cut();
        }
        if (count === 2) return call.cut();
        if (count === 3) return call.end();
        await happen(call, e);
      }),
    });
    const [onReconnect, onGap] = [vi.fn(), vi.fn()];
    expect(await actions(engine, "e", { onReconnect, onGap })).toBe("abcde");
    expect(onGap).not.toHaveBeenCalled();
    expect(onReconnect).toHaveBeenCalledTimes(3);
    expect(onReconnect.mock.calls[0]?.[0]).toMatchObject({ attempts: 1, cause: expect.any(ConnectionError) });
    expect(onReconnect.mock.calls[2]?.[0]).toMatchObject({ attempts: 1, cause: undefined });
    expect(engine.calls.map(({ query }) => query.has("resume"))).not.toContain(true);
  });

  test("wait for an engine that is starting", async () => {
    const ring: string[] = [];
    const a = event("a", 1);
    let asked = 0;
    const events = eventsOf(ring, async (call, count) => {
      if (count > 1) return;
      ring.push(a);
      await call.write(a);
      await sleep(20);
      call.cut();
    });
    await using engine = await fakeEngine({
      "GET /events": (call) => {
        asked++;
        if (asked === 2) return call.send(503, "starting", { "Content-Type": "text/plain" });
        if (asked === 3) return call.send(502, "<html>Bad gateway</html>", { "Content-Type": "text/html" });
        if (asked === 4) ring.push(event("b", 2));
        return events(call);
      },
    });
    expect(await actions(engine, "b")).toBe("ab");
  });

  test("tell once of a gap when the engine has forgotten what was before, and go on", async () => {
    const ring: string[] = [];
    await using engine = await fakeEngine({
      "GET /events": eventsOf(ring, async (call, count) => {
        if (count === 1) {
          await call.write(event("a", 1));
          await sleep(20);
          ring.push(event("b", 2_000_000_000));
          return call.cut();
        }
        if (count === 2) return call.cut();
        await call.write(event("c", 3_000_000_000));
      }),
    });
    const gaps: [StreamGap, string][] = [];
    let seen = "";
    const onGap = (gap: StreamGap) => gaps.push([gap, seen]);
    for await (const { Action } of engine.docker.system.events({ resume: { onGap } })) {
      seen += Action;
      if (Action === "c") break;
    }
    expect(seen).toBe("abc");
    const [told, ...others] = gaps;
    expect(others).toEqual([]);
    expect(told?.[1]).toBe("a");
    expect(told?.[0].from).toBe(iso(began + 1n));
    expect(Date.parse(told?.[0].to ?? "")).toBeGreaterThan(Date.now() - 1_000);
    expect(told?.[0].message).toMatch(/^Events from between \S+Z and \S+Z may be missing: /);
  });

  test("warn of a gap that nobody listens for", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
    await using engine = await fakeEngine({
      "GET /events": eventsOf([], async (call, count) => {
        await call.write(event(`${count}`, count));
        await sleep(20);
        if (count === 1) call.cut();
      }),
    });
    expect(await actions(engine, "2")).toBe("12");
    const options = { type: "DockerStreamWarning", code: "DOCKER_STREAM_GAP" };
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("may be missing"), options);
    warn.mockRestore();
  });

  test("lose nothing between their beginning and a cut before the first event", async () => {
    const ring = [event("old", -5_000_000_000)];
    await using engine = await fakeEngine({
      "GET /events": eventsOf(ring, async (call, count) => {
        if (count > 1) return;
        await sleep(20);
        ring.push(event("a", Date.now() * 1e6 - Number(began)));
        call.cut();
      }),
    });
    const onGap = vi.fn();
    expect(await actions(engine, "a", { onGap })).toBe("a");
    // That the engine knows older events proves that it has forgotten none since.
    expect(onGap).not.toHaveBeenCalled();
    const [first, second] = engine.calls;
    expect([...(first?.query.keys() ?? [])]).toEqual([]);
    expect(Number(second?.query.get("since"))).toBeGreaterThan(Date.now() / 1000 - 3);
  });

  test("begin again where the caller wanted them to, and end at `until`", async () => {
    const until = new Date(Date.now() - 5_000);
    let streams = 0;
    await using engine = await fakeEngine({
      "GET /events": async (call) => {
        if (!call.query.has("since")) return call.stream([event("x", 0)]);
        if (++streams > 1) return call.stream([event("a", 1)]);
        call.start();
        call.cut();
      },
    });
    const seen: string[] = [];
    for await (const { Action } of engine.docker.system.events({ since: "1h", until, resume: true }))
      seen.push(Action);
    expect(seen).toEqual(["a"]);
    const asked = engine.calls.filter(({ query }) => query.has("since"));
    expect(asked).toHaveLength(2);
    expect(new Set(asked.map(({ query }) => query.toString())).size).toBe(1);
  });

  test("that end in order near `until` are asked for once more, as the engine's clock is known to the second", async () => {
    const until = new Date(Math.floor(Date.now() / 1000) * 1000 + 1_900);
    let streams = 0;
    await using engine = await fakeEngine({
      "GET /events": async (call) => {
        streams++;
        // A clock of which the second is all that is told.
        const date = new Date(until.getTime() - 900).toUTCString();
        await call.stream(streams === 1 ? [event("a", 1)] : [event("a", 1), event("b", 2)], { Date: date });
      },
    });
    const [onReconnect, onGap] = [vi.fn(), vi.fn()];
    const seen: string[] = [];
    for await (const { Action } of engine.docker.system.events({ until, resume: { onReconnect, onGap } }))
      seen.push(Action);
    expect(seen).toEqual(["a", "b"]);
    expect(
      engine.calls.every(({ query }) => query.get("until") === (until.getTime() / 1000).toFixed(3)),
    ).toBe(true);
    expect(engine.calls).toHaveLength(2);
    expect(onReconnect).not.toHaveBeenCalled();
    expect(onGap).not.toHaveBeenCalled();
  });

  test("keep their filters, but look for gaps without them", async () => {
    await using engine = await fakeEngine({
      "GET /events": eventsOf([event("x", 0)], async (call, count) => {
        await call.write(event(`${count}`, count));
        await sleep(20);
        if (count === 1) call.cut();
      }),
    });
    const filters = { type: ["container" as const] };
    for await (const { Action } of engine.docker.system.events({ filters, resume: true }))
      if (Action === "2") break;
    expect(engine.calls.map(({ query }) => query.has("filters"))).toEqual([true, true, false]);
  });

  test.each([
    [400, BadRequestError],
    [401, UnauthorizedError],
    [404, NotFoundError],
  ])("throw what the first request is refused with: %i", async (status, ErrorClass) => {
    await using engine = await fakeEngine({ "GET /events": (call) => call.json(status, { message: "no" }) });
    await expect(actions(engine, "a")).rejects.toThrow(ErrorClass);
    expect(engine.calls).toHaveLength(1);
  });

  test("throw where nobody is at the first request", async () => {
    const engine = await fakeEngine({}, { client: { apiVersion: "1.51" } });
    await engine.daemon.close();
    await expect(actions(engine, "a")).rejects.toThrow(ConnectionError);
    await engine.docker.close();
  });

  test("end with the client", async () => {
    await using engine = await fakeEngine({ "GET /events": eventsOf([], () => {}) });
    const seen = actions(engine, "a");
    await expect.poll(() => engine.calls.length).toBe(1);
    await Promise.all([expect(seen).rejects.toMatchObject({ code: "CLIENT_CLOSED" }), engine.docker.close()]);
  });

  test("end with the reason of the signal, while they are open and while they wait", async () => {
    for (const cut of [false, true]) {
      await using engine = await fakeEngine({
        "GET /events": eventsOf([], async (call) => {
          if (cut) call.cut();
        }),
      });
      const controller = new AbortController();
      const reason = new Error("enough");
      const options = { signal: controller.signal };
      const steps = engine.docker.system.events({ resume: { onGap() {} } }, options)[Symbol.asyncIterator]();
      const step = steps.next();
      await sleep(250);
      controller.abort(reason);
      await expect(step).rejects.toBe(reason);
      const { length } = engine.calls;
      await sleep(250);
      expect(engine.calls).toHaveLength(length);
    }
  });

  test("close the connection when the loop is left, and the stream while it waits", async () => {
    await using engine = await fakeEngine({
      "GET /events": eventsOf([], async (call) => void (await call.write(event("a", 1)))),
    });
    expect(await actions(engine, "a")).toBe("a");
    const [call] = engine.calls;
    if (call !== undefined) await closed(call);
    const stream = engine.docker.system.events({ resume: { onGap() {} } });
    const steps = stream[Symbol.asyncIterator]();
    await steps.next();
    engine.calls.at(-1)?.cut();
    const step = steps.next();
    await sleep(20);
    await stream.close();
    expect(await step).toEqual({ done: true, value: undefined });
  });

  test("end when the total time of the call is over, whatever number of connections it took", async () => {
    await using engine = await fakeEngine({
      "GET /events": eventsOf([], async (call) => {
        await sleep(150);
        call.cut();
      }),
    });
    const before = performance.now();
    const stream = engine.docker.system.events({ resume: { onGap() {} } }, { timeout: 600 });
    const steps = stream[Symbol.asyncIterator]();
    await expect(steps.next()).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
    expect(performance.now() - before).toBeGreaterThan(550);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test("come again after a silence that the call does not allow", async () => {
    await using engine = await fakeEngine({
      "GET /events": eventsOf([event("x", 0)], async (call, count) => {
        if (count === 2) await call.write(event("a", 1));
      }),
    });
    const options = { timeout: { idle: 100 } };
    for await (const { Action } of engine.docker.system.events({ resume: true }, options))
      if (Action === "a") break;
    expect(engine.calls.length).toBe(3);
  });
});

function iso(moment: bigint): string {
  const seconds = new Date(Number(moment / 1_000_000n)).toISOString().slice(0, 19);
  return `${seconds}.${`${moment % 1_000_000_000n}`.padStart(9, "0")}Z`;
}
