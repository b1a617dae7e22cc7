import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { ConnectionError, type DockerError, TimeoutError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";

const sockets = new Set<Socket>();
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** Takes connections and says nothing, so that TLS never comes about. */
async function silentPort(): Promise<number> {
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
    socket.resume();
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as { port: number }).port; // of a TCP server
}

describe("the limit for connecting", () => {
  test.each<[string, (docker: Docker) => PromiseLike<unknown>]>([
    ["a call", (d) => d.system.info()],
    ["a stream", (d) => d.containers.logs("web").text()],
    ["a job", (d) => d.images.load(Buffer.from("x"))],
    ["a connection to hand over", (d) => d.containers.attach("web", { stdin: true })],
    ["a wait", (d) => d.containers.wait("web")],
  ])("counts for %s, is told as such, and leaves no socket", async (_, attempt) => {
    await using docker = new Docker({
      host: `https://127.0.0.1:${await silentPort()}`,
      apiVersion: "1.51",
      timeout: { connect: 60 },
      retry: false,
    });
    const failure = await (async () => attempt(docker))().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TimeoutError);
    expect(failure).toMatchObject({
      code: "TIMEOUT_CONNECT",
      phase: "connect",
      milliseconds: 60,
      unsent: true,
    });
    await expect.poll(() => sockets.size, { timeout: 3_000 }).toBe(0);
  });

  test("does not count the time that an engine takes to answer", async () => {
    await using engine = await fakeEngine(
      { "GET /info": (call) => void setTimeout(() => call.json(200, { ID: "x" }), 200) },
      { client: { timeout: { connect: 50 } } },
    );
    expect(await engine.docker.system.info()).toEqual({ ID: "x" });
  });
});

describe("the limit of a call", () => {
  test("is an error of its own and no broken connection, by its phase", async () => {
    await using engine = await fakeEngine({
      "GET /info": () => undefined,
      "GET /containers/json": (call) => call.start(),
      "GET /events": async (call) => {
        call.start();
        await call.write('{"Action":"one"}\n');
      },
    });
    const { system, containers } = engine.docker;
    const outcome = (attempt: Promise<unknown>) => attempt.catch((error: unknown) => error);
    const failures = [
      await outcome(system.info({ timeout: 40 })),
      await outcome(system.info({ timeout: { headers: 40 } })),
      await outcome(containers.list({}, { timeout: { idle: 40, total: 5_000 } })),
      await outcome(last(system.events({}, { timeout: { idle: 40 } }))),
      await outcome(last(system.events({}, { timeout: 80 }))),
    ];
    expect(failures.map((failure) => (failure as DockerError).code)).toEqual([
      "TIMEOUT_TOTAL",
      "TIMEOUT_HEADERS",
      "TIMEOUT_IDLE",
      "TIMEOUT_IDLE",
      "TIMEOUT_TOTAL",
    ]);
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(TimeoutError);
      expect(failure).not.toBeInstanceOf(ConnectionError);
      expect(failure).toMatchObject({ unsent: false, message: expect.stringContaining(engine.daemon.host) });
    }
    await expect.poll(() => engine.daemon.busy, { timeout: 3_000 }).toBe(0);
  });

  test("holds for a stop that takes its time no longer than it is told, and the stop was sent", async () => {
    await using engine = await fakeEngine({ "POST /containers/{id}/stop": () => undefined });
    const stopping = engine.docker.containers.stop("web", { timeout: 30 }, { timeout: 60 });
    await expect(stopping).rejects.toMatchObject({ phase: "total", unsent: false });
    expect(engine.calls.map(({ query }) => query.get("t"))).toEqual(["30"]);
  });

  test("counts the wait for a token that never comes, and so do its signal and the client's end", async () => {
    const never = () => new Promise<string>(() => undefined);
    await using engine = await fakeEngine({}, { client: { auth: { bearer: never }, apiVersion: "1.51" } });
    const limited = engine.docker.system.info({ timeout: 40 });
    await expect(limited).rejects.toMatchObject({ code: "TIMEOUT_TOTAL", unsent: true });
    const reason = new Error("enough");
    const controller = new AbortController();
    const aborted = engine.docker.system.info({ signal: controller.signal });
    const waiting = Array.from({ length: 20 }, () => engine.docker.containers.attach("web"));
    const outcomes = Promise.allSettled(waiting);
    await sleep(20);
    controller.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    await engine.docker.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "CLIENT_CLOSED" } });
    }
    expect(engine.daemon.calls).toEqual([]);
  });

  test("does not count the wait for a turn at a rate, and the client's end ends that", async () => {
    await using engine = await fakeEngine(
      { "GET /info": (call) => call.json(200, {}) },
      { client: { rateLimit: { perMinute: 5 }, apiVersion: "1.51" } },
    );
    const { docker } = engine;
    await Promise.all(Array.from({ length: 5 }, () => docker.system.info()));
    const late = Array.from({ length: 20 }, () => docker.system.info({ timeout: 20 }));
    const outcomes = Promise.allSettled(late);
    expect(await Promise.race([...late, sleep(100, "all wait")])).toBe("all wait");
    await docker.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "CLIENT_CLOSED", unsent: true } });
    }
    expect(engine.calls).toHaveLength(5);
  });

  test("leaves nothing to run out when the call has ended", async () => {
    await using engine = await fakeEngine({ "GET /info": (call) => call.json(200, {}) });
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    await engine.docker.system.info();
    const before = timers();
    await Promise.all(Array.from({ length: 50 }, () => engine.docker.system.info({ timeout: 600_000 })));
    await sleep(10);
    expect(timers()).toBeLessThanOrEqual(before);
  });
});

async function last(values: AsyncIterable<unknown>): Promise<unknown> {
  let seen: unknown;
  for await (const value of values) seen = value;
  return seen;
}
