import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterEach, describe, expect, test } from "vitest";
import { frame } from "../helpers/frames.js";
import { hijacked, multiplexed } from "./bare-client.js";
import { fakeEngine } from "./fake-engine.js";

const names = ["request", "retry", "response", "error", "stream-end"] as const;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

interface Told {
  readonly channel: (typeof names)[number];
  readonly call: { operation: string | undefined; method: string; path: string; address: string };
  readonly [field: string]: unknown;
}

/** What the channels say from now on, of all calls but the question for the version. */
function listen(onRequest?: (set: (name: string, value: string) => void) => void): Told[] {
  const told: Told[] = [];
  for (const channel of names) {
    const hear = (message: unknown) => {
      const { call, setHeader, ...rest } = message as Told & {
        setHeader?: (name: string, value: string) => void;
      };
      if (call.operation === undefined) return;
      if (setHeader) onRequest?.(setHeader);
      told.push({ ...rest, channel, call });
    };
    subscribe(`docker-engine-sdk:${channel}`, hear);
    stops.push(() => unsubscribe(`docker-engine-sdk:${channel}`, hear));
  }
  return told;
}

const shortly = (told: readonly Told[]) => told.map(({ channel, call }) => `${channel} ${call.operation}`);

describe("the diagnostics channels", () => {
  test("tell of a call and its answer, with one object for both and without the query", async () => {
    await using engine = await fakeEngine({ "GET /containers/json": (call) => call.json(200, []) });
    const told = listen();
    await engine.docker.containers.list({ filters: { label: ["secret=x"] } });
    expect(shortly(told)).toEqual(["request ContainerList", "response ContainerList"]);
    expect(told[0]?.call).toEqual({
      operation: "ContainerList",
      method: "GET",
      path: "/v1.51/containers/json",
      address: engine.daemon.host,
    });
    expect(told[1]?.call).toBe(told[0]?.call);
    expect(told[1]).toMatchObject({ status: 200, streams: false, milliseconds: expect.any(Number) });
  });

  test("tell of a refusal by its status, and of nothing for a call that never goes out", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": (call) => call.json(404, { message: "No such container: web" }),
    });
    const told = listen();
    await expect(engine.docker.containers.inspect("web")).rejects.toThrow("No such container");
    await expect(engine.docker.containers.inspect("..")).rejects.toThrow();
    expect(told.map(({ channel, status }) => [channel, status])).toEqual([
      ["request", undefined],
      ["response", 404],
    ]);
  });

  test("tell why a call goes out again", async () => {
    let count = 0;
    await using engine = await fakeEngine(
      {
        "GET /containers/json": (call) => (++count < 3 ? call.send(502, "busy") : call.json(200, [])),
      },
      { client: { retry: { attempts: 3, minDelay: 1 } } },
    );
    const told = listen();
    await engine.docker.containers.list();
    expect(shortly(told)).toEqual([
      "request ContainerList",
      "retry ContainerList",
      "retry ContainerList",
      "response ContainerList",
    ]);
    expect(told.slice(1, 3)).toMatchObject([
      { attempt: 2, status: 502 },
      { attempt: 3, status: 502 },
    ]);
  });

  test("tell of a call that got no answer, and of an abort, by the error the caller gets", async () => {
    await using engine = await fakeEngine({ "GET /containers/json": () => new Promise(() => {}) });
    await engine.docker.apiVersion();
    const told = listen();
    const reason = new Error("enough");
    await expect(engine.docker.containers.list({}, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    const abort = new AbortController();
    const call = engine.docker.containers.list({}, { signal: abort.signal });
    setTimeout(() => abort.abort(reason), 20);
    await expect(call).rejects.toBe(reason);
    expect(shortly(told)).toEqual([
      "request ContainerList",
      "error ContainerList",
      "request ContainerList",
      "error ContainerList",
    ]);
    expect(told[3]?.error).toBe(reason);
  });

  test.each([
    [
      "ended",
      async (logs: AsyncIterable<unknown>) => {
        for await (const _ of logs);
      },
    ],
    [
      "left",
      async (logs: AsyncIterable<unknown>) => {
        for await (const _ of logs) break;
      },
    ],
  ])("tell of the end of a stream that %s, with the bytes read", async (outcome, read) => {
    const bytes = frame("stdout", "hello\n");
    await using engine = await fakeEngine({
      "GET /containers/{id}/logs": async (call) => {
        call.start(200, { "Content-Type": multiplexed });
        await call.write(bytes);
        if (outcome === "ended") call.end();
      },
    });
    const told = listen();
    await read(engine.docker.containers.logs("web", { follow: true }));
    expect(shortly(told)).toEqual([
      "request ContainerLogs",
      "response ContainerLogs",
      "stream-end ContainerLogs",
    ]);
    expect(told[1]).toMatchObject({ streams: true });
    expect(told[2]).toMatchObject({ outcome, bytes: bytes.length });
  });

  test("tell of a stream that breaks, with the error its reader gets", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/logs": async (call) => {
        call.start(200, { "Content-Type": multiplexed });
        await call.write(frame("stdout", "hello\n"));
        call.cut();
      },
    });
    const told = listen();
    const error = await engine.docker.containers
      .logs("web")
      .text()
      .catch((thrown: unknown) => thrown);
    expect(told.at(-1)).toMatchObject({ channel: "stream-end", outcome: "failed" });
    expect(told.at(-1)?.error).toBe(error);
  });

  test("tell of a connection that was handed over, until its end", async () => {
    await using engine = await fakeEngine({
      "POST /containers/{id}/attach": (call) => void hijacked(call).end(frame("stdout", "bye")),
    });
    const told = listen();
    await using attached = await engine.docker.containers.attach("web", { stdin: true });
    expect(await attached.output.text()).toBe("bye");
    expect(shortly(told)).toEqual([
      "request ContainerAttach",
      "response ContainerAttach",
      "stream-end ContainerAttach",
    ]);
    expect(told[2]).toMatchObject({ outcome: "ended", bytes: 11 });
  });

  test("let a listener send a header along, but none that is broken or steers the message", async () => {
    await using engine = await fakeEngine({ "GET /containers/json": (call) => call.json(200, []) });
    const refused: string[] = [];
    listen((setHeader) => {
      setHeader("traceparent", "00-1-2-01");
      for (const [name, value] of [
        ["a b", "c"],
        ["a", "b\r\nc: d"],
        ["", "x"],
        ["Content-Length", "3"],
        ["transfer-encoding", "chunked"],
        ["connection", "close"],
        ["Host", "x"],
        ["upgrade", "h2c"],
      ] as const) {
        try {
          setHeader(name, value);
        } catch (error) {
          refused.push((error as Error).name);
        }
      }
    });
    await engine.docker.containers.list();
    expect(refused).toEqual(Array(8).fill("InvalidArgumentError"));
    expect(engine.daemon.calls.at(-1)?.headers.traceparent).toBe("00-1-2-01");
    expect(engine.daemon.calls.at(-1)?.headers.a).toBeUndefined();
  });
});
