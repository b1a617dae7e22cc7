import { setImmediate } from "node:timers/promises";
import { Client } from "undici";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hijacked, multiplexed } from "../client/bare-client.js";
import { type FakeEngine, fakeEngine, moment } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";

const hour = 3_600_000;
const type = { "Content-Type": multiplexed };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets an hour pass, with room for what it brings about. */
async function anHour(): Promise<void> {
  for (let minute = 0; minute < 60; minute++) {
    await vi.advanceTimersByTimeAsync(hour / 60);
    await setImmediate();
  }
}

describe("an hour of silence", () => {
  test("does not end logs, events, stats and a job that has begun", async () => {
    const late = moment();
    const quiet =
      (first: string | Buffer, second: string | Buffer) =>
      async (call: Parameters<typeof hijacked>[0]): Promise<void> => {
        call.start(200, type);
        await call.write(first);
        await late.came;
        await call.write(second);
        call.end();
      };
    await using engine = await fakeEngine(
      {
        "GET /containers/{id}/logs": quiet(frame("stdout", "one "), frame("stdout", "two")),
        "GET /events": quiet('{"Action":"one"}\n', '{"Action":"two"}\n'),
        "GET /containers/{id}/stats": quiet('{"id":"one"}\n', '{"id":"two"}\n'),
        "POST /images/load": quiet('{"status":"one"}\n', '{"stream":"Loaded image: a:1\\n"}\n'),
      },
      { client: { apiVersion: "1.51" } },
    );
    const { containers, system, images } = engine.docker;
    const reading = Promise.all([
      containers.logs("web", { follow: true }).text(),
      all(system.events()),
      all(containers.stats("web")),
      images.load(Buffer.from("x")),
    ]);
    await allAsked(engine, 4);
    await anHour();
    late.now();
    expect(await reading).toMatchObject([
      "one two",
      [{ Action: "one" }, { Action: "two" }],
      [{ id: "one" }, { id: "two" }],
      { images: ["a:1"] },
    ]);
  });

  test("does not end a wait, nor what has not begun to answer", async () => {
    const late = moment();
    const afterwards = async (call: Parameters<typeof hijacked>[0], answer: object) => {
      await late.came;
      call.json(200, answer);
    };
    await using engine = await fakeEngine(
      {
        "POST /containers/{id}/wait": (call) => afterwards(call, { StatusCode: 0 }),
        "GET /events": (call) => afterwards(call, { Action: "one" }),
        "POST /images/prune": (call) => afterwards(call, { SpaceReclaimed: 1 }),
      },
      { client: { apiVersion: "1.51" } },
    );
    const { containers, system, images } = engine.docker;
    const waiting = Promise.all([containers.wait("web"), all(system.events()), images.prune()]);
    await allAsked(engine, 3);
    await anHour();
    late.now();
    expect(await waiting).toMatchObject([{ StatusCode: 0 }, [{ Action: "one" }], { SpaceReclaimed: 1 }]);
  });

  test.each([101, 200] as const)("does not end a connection that was handed over with %i", async (status) => {
    const late = moment();
    await using engine = await fakeEngine(
      {
        "POST /containers/{id}/attach": async (call) => {
          const socket = hijacked(call, multiplexed, status);
          socket.write(frame("stdout", "one "));
          await late.came;
          socket.end(frame("stdout", "two"));
        },
      },
      { client: { apiVersion: "1.51" } },
    );
    const attached = await engine.docker.containers.attach("web", { stdin: true });
    const text = attached.output.text();
    await anHour();
    expect(attached.stdin.writable).toBe(true);
    late.now();
    expect(await text).toBe("one two");
  });

  test("would end them where nobody had seen to it: the carrier's own limit is five minutes", async () => {
    await using engine = await fakeEngine({ "GET /events": (call) => call.start() });
    const client = new Client("http://localhost", { socketPath: engine.daemon.socketPath });
    const { body } = await client.request({ path: "/events", method: "GET" });
    const text = body.text().catch((error: unknown) => error);
    await anHour();
    expect(await text).toMatchObject({ code: "UND_ERR_BODY_TIMEOUT" });
    await client.destroy();
  });
});

async function allAsked(engine: FakeEngine, count: number): Promise<void> {
  while (engine.calls.length < count) await setImmediate();
  for (let turn = 0; turn < 20; turn++) await setImmediate();
}

async function all(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const value of values) seen.push(value);
  return seen;
}
