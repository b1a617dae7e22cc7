import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { hijacked } from "../client/bare-client.js";
import { fakeEngine } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";

const type = { "Content-Type": "application/vnd.docker.multiplexed-stream" };
const stray: unknown[] = [];
const note = (error: unknown) => stray.push(error);

beforeEach(() => {
  process.on("unhandledRejection", note).on("uncaughtExceptionMonitor", note);
});
afterEach(async () => {
  await sleep(30);
  process.off("unhandledRejection", note).off("uncaughtExceptionMonitor", note);
  expect(stray.splice(0)).toEqual([]);
});

test("streams that nobody reads, or nobody reads on, say nothing when all breaks", async () => {
  await using engine = await fakeEngine({
    "GET /containers/{id}/logs": async (call) => {
      call.start(200, type);
      await call.write(frame("stdout", "x"));
      await sleep(20);
      call.cut();
    },
  });
  const { containers, system } = engine.docker;
  containers.logs("web");
  system.events();
  containers.export("web");
  const begun = containers.logs("web")[Symbol.asyncIterator]();
  await begun.next();
  await sleep(60);
  await begun.return?.();
});

test("a client that is closed in the middle of everything leaves no failure that nobody has", async () => {
  await using engine = await fakeEngine({
    "GET /containers/{id}/logs": (call) => call.start(200, type),
    "GET /info": () => undefined,
    "POST /images/create": (call) => call.start(),
    "POST /containers/{id}/attach": (call) => void hijacked(call),
  });
  const { docker } = engine;
  const attached = await docker.containers.attach("web", { stdin: true });
  attached.stdin.write("x");
  const outcomes = Promise.allSettled([
    docker.containers.logs("web", { follow: true }).text(),
    docker.images.pull("registry.example/a:1").then(),
    docker.system.info(),
    attached.output.text(),
  ]);
  docker.images.pull("registry.example/b:1");
  await sleep(30);
  await docker.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
  await expect(docker.system.info()).rejects.toMatchObject({ code: "CLIENT_CLOSED" });
  expect(attached.stdin.destroyed).toBe(true);
});

test("a connection that nobody reads and nobody writes to may break", async () => {
  await using engine = await fakeEngine({
    "POST /containers/{id}/attach": async (call) => {
      hijacked(call).write(frame("stdout", "x").subarray(0, 4));
      await sleep(10);
      call.cut();
    },
  });
  const { stdin } = await engine.docker.containers.attach("web", { stdin: true });
  await sleep(40);
  stdin.write("too late");
  stdin.end();
  await expect.poll(() => stdin.destroyed).toBe(true);
});

test("an engine that cannot be found fails each call by itself, and nothing besides", async () => {
  await using docker = new Docker({ host: "unix:///nowhere/docker.sock", retry: false });
  const job = docker.images.pull("registry.example/a:1");
  const outcomes = await Promise.allSettled([
    docker.system.info(),
    docker.containers.attach("web"),
    docker.containers.logs("web").text(),
    docker.run("alpine", ["date"]),
    docker.exec("web", ["date"]),
    docker.apiVersion(),
    job,
  ]);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: "rejected", reason: { code: "SOCKET_NOT_FOUND", unsent: true } });
  }
  await using misled = new Docker({ context: "nobody-has-this" });
  const calls = [misled.system.info(), misled.endpoint(), misled.containers.logs("web").text()];
  for (const outcome of await Promise.allSettled(calls)) expect(outcome.status).toBe("rejected");
});

test("an abort at any moment of a call rejects that call, and nothing besides", async () => {
  await using engine = await fakeEngine({
    "GET /containers/{id}/logs": async (call) => {
      await sleep(2);
      call.start(200, type);
      await call.write(frame("stdout", "x"));
    },
    "POST /containers/{id}/attach": async (call) => {
      await sleep(2);
      const socket = hijacked(call);
      socket.on("end", () => socket.end()).write(frame("stdout", "x"));
    },
    "POST /images/load": async (call) => {
      await call.body().catch(() => undefined);
      if (!call.closed) call.start();
    },
  });
  const { containers, images } = engine.docker;
  for (let delay = 0; delay < 12; delay += 0.5) {
    const { signal, abort } = abortable();
    const reason = new Error(`after ${delay} ms`);
    const outcomes = Promise.allSettled([
      containers.logs("web", { follow: true }, { signal }).text(),
      containers.attach("web", {}, { signal }).then(({ output }) => output.text()),
      images.load(Buffer.alloc(100_000), {}, { signal }),
    ]);
    await sleep(delay);
    abort(reason);
    for (const outcome of await outcomes) expect(outcome).toEqual({ status: "rejected", reason });
  }
  await expect.poll(() => engine.daemon.connections, { timeout: 3_000 }).toBeLessThanOrEqual(3);
});

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason: Error) => controller.abort(reason) };
}
