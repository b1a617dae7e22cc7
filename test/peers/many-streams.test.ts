import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { bareClient, hijacked } from "../client/bare-client.js";
import { fakeEngine } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";

const type = { "Content-Type": "application/vnd.docker.multiplexed-stream" };

describe("two thousand streams", () => {
  test("that share a signal and are left early leave nothing on it, no connection and no timer", {
    timeout: 60_000,
  }, async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/logs": (call) => {
        call.start(200, type);
        call.writeNow(frame("stdout", "line\n"));
      },
    });
    const shared = new AbortController();
    await engine.docker.apiVersion();
    const before = timers();
    await times(2_000, async (index) => {
      const own = new AbortController();
      // Some by their own signal, the others by leaving the loop, and some before they have an answer.
      const signal = index % 3 === 0 ? own.signal : shared.signal;
      const logs = engine.docker.containers.logs("web", { follow: true }, { signal });
      if (index % 7 === 0) {
        const text = logs.text();
        await logs.close();
        await text;
      } else {
        const loop = (async () => {
          for await (const _ of logs) {
            if (index % 3 !== 0) break;
            own.abort("enough");
          }
        })();
        expect(await loop.catch((error: unknown) => error)).toBe(index % 3 === 0 ? "enough" : undefined);
      }
      expect(getEventListeners(own.signal, "abort")).toEqual([]);
      engine.daemon.calls.length = 0;
    });
    expect(getEventListeners(shared.signal, "abort")).toEqual([]);
    expect(followersOf(shared.signal)).toBe(0);
    await expect.poll(() => engine.daemon.busy, { timeout: 3_000 }).toBe(0);
    expect(timers()).toBeLessThanOrEqual(before);
    // What is left are the connections that are kept for the next call.
    await engine.docker.close();
    await expect.poll(() => engine.daemon.connections, { timeout: 3_000 }).toBe(0);
  });

  test("that are read to their end, fail or are refused leave nothing on their signal either", async () => {
    await using engine = await fakeEngine({
      "GET /containers/whole/logs": (call) => call.stream([frame("stdout", "x")], type),
      "GET /containers/cut/logs": async (call) => {
        call.start(200, type);
        await call.write(frame("stdout", "x").subarray(0, 5));
        call.cut();
      },
      "GET /events": (call) => call.stream(["no json\n"]),
      "POST /images/load": (call) => call.stream(['{"error":"no luck"}\n']),
    });
    const { signal } = new AbortController();
    const { containers, system, images } = engine.docker;
    await times(100, async () => {
      await Promise.allSettled([
        containers.logs("whole", {}, { signal }).text(),
        containers.logs("cut", {}, { signal }).text(),
        containers.logs("missing", {}, { signal }).text(),
        containers.logs("..", {}, { signal }).text(),
        system.events({}, { signal })[Symbol.asyncIterator]().next(),
        images.load(Buffer.from("x"), {}, { signal }),
      ]);
    });
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(followersOf(signal)).toBe(0);
  });
});

test("a hundred streams of one signal are told of its abort, each with its reason", async () => {
  await using engine = await fakeEngine({ "GET /containers/{id}/logs": (call) => call.start(200, type) });
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on("warning", note);
  const shared = new AbortController();
  const reason = new Error("enough");
  const texts = Array.from({ length: 100 }, () =>
    engine.docker.containers
      .logs("web", { follow: true }, { signal: shared.signal })
      .text()
      .catch((error: unknown) => error),
  );
  await expect.poll(() => engine.calls.length).toBe(100);
  await new Promise((resolve) => setTimeout(resolve, 50));
  shared.abort(reason);
  for (const text of texts) expect(await text).toBe(reason);
  process.off("warning", note);
  expect(warnings).toEqual([]);
  expect(getEventListeners(shared.signal, "abort")).toEqual([]);
});

test("five hundred connections that were handed over and aborted are closed, on both sides", {
  timeout: 60_000,
}, async () => {
  await using engine = await bareClient({
    "POST /containers/{id}/attach": (call) => {
      const socket = hijacked(call);
      socket.on("end", () => socket.end()).write("x");
    },
  });
  const shared = new AbortController();
  await times(500, async (index) => {
    const own = new AbortController();
    const { signal } = index % 2 === 0 ? own : shared;
    const { hijacked: open } = await engine.client.hijack(
      "ContainerAttach",
      { path: { id: "web" } },
      { signal },
    );
    if (index % 2 === 0) own.abort("enough");
    else open.source.cancel();
    expect(getEventListeners(own.signal, "abort")).toEqual([]);
  });
  expect(getEventListeners(shared.signal, "abort")).toEqual([]);
  expect(followersOf(shared.signal)).toBe(0);
  await expect.poll(() => engine.daemon.connections, { timeout: 3_000 }).toBeLessThanOrEqual(1);
});

/** Fifty at a time. */
async function times(count: number, action: (index: number) => Promise<void>): Promise<void> {
  for (let index = 0; index < count; index += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, offset) => action(index + offset)));
  }
}

/** How many signals Node remembers as made of this one by `AbortSignal.any`, which no listener shows. */
function followersOf(signal: AbortSignal): number {
  const key = Object.getOwnPropertySymbols(signal).find((one) => one.description === "kDependantSignals");
  const followers: unknown = key && Reflect.get(signal, key);
  return followers === undefined || followers === null ? 0 : Number(Reflect.get(Object(followers), "size"));
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
}
