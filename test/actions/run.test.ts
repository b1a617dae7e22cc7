import { type Duplex, PassThrough, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RunOptions } from "../../src/actions/run.js";
import { ConflictError, DockerError, NotFoundError, ProtocolError } from "../../src/errors.js";
import {
  closed,
  type FakeEngine,
  type FakeEngineOptions,
  fakeEngine,
  moment,
} from "../client/fake-engine.js";
import type { Handler, Routes } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";

const type = { "Content-Type": "application/vnd.docker.multiplexed-stream" };

/** An engine that runs a container as a real one does: the wait's answer begins at once and ends with the container. */
async function runner(
  routes: Routes = {},
  {
    output = [],
    exitCode = 0,
    ...options
  }: FakeEngineOptions & { output?: Buffer[]; exitCode?: number } = {},
): Promise<FakeEngine> {
  const ended = moment();
  let attached: Duplex | undefined;
  return fakeEngine(
    {
      "POST /containers/create": (call) => call.json(201, { Id: "abc", Warnings: [] }),
      "POST /containers/{id}/wait": async (call) => {
        call.start(200, { "Content-Type": "application/json" });
        await ended.came;
        await call.write(JSON.stringify({ StatusCode: exitCode }));
        call.end();
      },
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        for (const piece of output) attached?.write(piece);
        attached?.end();
        ended.now();
      },
      "POST /containers/{id}/attach": (call) => {
        attached = call.hijack(type);
      },
      "DELETE /containers/{id}": (call) => call.send(204),
      ...routes,
    },
    options,
  );
}

function said({ calls }: FakeEngine): string[] {
  return calls.map(({ method, path }) => `${method} ${path}`);
}

const removal = "DELETE /containers/abc";

/** A run's failure, after which the container must be gone, with its volumes and by force. */
async function failureOf(engine: FakeEngine, run: Promise<unknown>): Promise<unknown> {
  const outcome = await run.then(
    () => "no failure",
    (error: unknown) => error,
  );
  const removals = engine.calls.filter(({ method }) => method === "DELETE");
  expect(removals.map(({ path }) => path)).toEqual(["/containers/abc"]);
  expect(Object.fromEntries(removals[0]?.query ?? [])).toEqual({ force: "true", v: "true" });
  return outcome;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("docker.run", () => {
  test("gives output and exit code, and removes the container", async () => {
    const output = [frame("stdout", "Hé"), frame("stderr", "oops\n"), frame("stdout", "llo\n")];
    await using engine = await runner({}, { output, exitCode: 3 });
    expect(await engine.docker.run("alpine:3", ["uname", "-a"])).toEqual({
      exitCode: 3,
      stdout: "Héllo\n",
      stderr: "oops\n",
    });
    expect(said(engine)).toEqual([
      "POST /containers/create",
      "POST /containers/abc/wait",
      "POST /containers/abc/attach",
      "POST /containers/abc/start",
      removal,
    ]);
    const [, wait, attach] = engine.calls;
    expect(wait?.query.get("condition")).toBe("next-exit");
    expect(Object.fromEntries(attach?.query ?? [])).toEqual({
      stream: "true",
      stdout: "true",
      stderr: "true",
    });
  });

  test("starts only when the engine has confirmed the wait", async () => {
    const confirm = moment();
    const asked = moment();
    await using engine = await runner({
      "POST /containers/{id}/wait": async (call) => {
        asked.now();
        await confirm.came;
        call.start();
        await call.write('{"StatusCode":0}');
        call.end();
      },
    });
    const running = engine.docker.run("a");
    await asked.came;
    await sleep(50);
    expect(said(engine)).not.toContain("POST /containers/abc/start");
    confirm.now();
    expect(await running).toMatchObject({ exitCode: 0 });
  });

  test("keeps a character that was cut between two frames, a frame of stderr between them", async () => {
    const [first, second] = [Buffer.from("é").subarray(0, 1), Buffer.from("é").subarray(1)];
    await using engine = await runner(
      {},
      {
        output: [frame("stdout", first), frame("stderr", "!"), frame("stdout", second)],
      },
    );
    expect(await engine.docker.run("a")).toMatchObject({ stdout: "é", stderr: "!" });
  });

  test.each<[string, RunOptions, object]>([
    ["nothing", {}, { HostConfig: { AutoRemove: false } }],
    ["variables as an object", { env: { A: "b=c", D: "" } }, { Env: ["A=b=c", "D="] }],
    ["variables as a list", { env: ["A=b", "C"] }, { Env: ["A=b", "C"] }],
    ["a user", { user: "1:2" }, { User: "1:2" }],
    ["a folder", { workingDir: "/w" }, { WorkingDir: "/w" }],
    ["an entrypoint", { entrypoint: ["sh"] }, { Entrypoint: ["sh"] }],
    ["labels", { labels: { a: "b" } }, { Labels: { a: "b" } }],
    [
      "a host configuration",
      { hostConfig: { Memory: 5, AutoRemove: true } },
      { HostConfig: { Memory: 5, AutoRemove: false } },
    ],
  ])("creates the container with %s, and changes nothing of the caller's", async (_, options, expected) => {
    let body: unknown;
    await using engine = await runner({
      "POST /containers/create": async (call) => {
        body = JSON.parse((await call.body()).toString());
        call.json(201, { Id: "abc", Warnings: [] });
      },
    });
    for (const value of Object.values(options)) Object.freeze(value);
    await engine.docker.run("alpine:3", Object.freeze(["a", "b"]), Object.freeze(options));
    expect(body).toEqual({
      Image: "alpine:3",
      Cmd: ["a", "b"],
      HostConfig: { AutoRemove: false },
      ...expected,
    });
  });

  test("leaves the image's command where none is given, and passes name and platform", async () => {
    let body: unknown;
    await using engine = await runner({
      "POST /containers/create": async (call) => {
        body = JSON.parse((await call.body()).toString());
        call.json(201, { Id: "abc", Warnings: [] });
      },
    });
    await engine.docker.run("a", undefined, { name: "job", platform: "linux/arm64" });
    expect(body).not.toHaveProperty("Cmd");
    expect(Object.fromEntries(engine.calls[0]?.query ?? [])).toEqual({
      name: "job",
      platform: "linux/arm64",
    });
  });

  test("sends the headers of the call with each of its requests, the removal too", async () => {
    await using engine = await runner();
    await engine.docker.run("a", ["b"], {}, { headers: { "X-Team": "a" } });
    expect(engine.calls.map(({ headers }) => headers["x-team"])).toEqual(["a", "a", "a", "a", "a"]);
  });
});

describe("docker.run removes the container", () => {
  test("when the image is missing there is none to remove", async () => {
    await using engine = await runner({
      "POST /containers/create": (call) => call.json(404, { message: "No such image: a" }),
    });
    await expect(engine.docker.run("a")).rejects.toThrow(NotFoundError);
    expect(said(engine)).toEqual(["POST /containers/create"]);
  });

  test("when the wait is refused", async () => {
    await using engine = await runner({
      "POST /containers/{id}/wait": (call) => call.json(500, { message: "no wait" }),
    });
    expect(await failureOf(engine, engine.docker.run("a"))).toMatchObject({ message: "no wait" });
    expect(said(engine)).not.toContain("POST /containers/abc/start");
  });

  test("when the start fails, and the wait does not stay open", async () => {
    await using engine = await runner({
      "POST /containers/{id}/start": (call) => call.json(409, { message: "port is taken" }),
    });
    expect(await failureOf(engine, engine.docker.run("a"))).toBeInstanceOf(ConflictError);
    const wait = engine.calls.find(({ path }) => path.endsWith("/wait"));
    if (wait !== undefined) await closed(wait);
  });

  test("when the attach is refused", async () => {
    await using engine = await runner({
      "POST /containers/{id}/attach": (call) => call.json(500, { message: "no attach" }),
    });
    expect(await failureOf(engine, engine.docker.run("a"))).toMatchObject({ message: "no attach" });
    expect(said(engine)).not.toContain("POST /containers/abc/start");
  });

  test("when the output breaks off", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "some").subarray(0, -1)] });
    expect(await failureOf(engine, engine.docker.run("a"))).toBeInstanceOf(ProtocolError);
  });

  test.each([
    ["ends without an exit code", "", "without an exit code"],
    ["cannot tell the exit code", '{"StatusCode":0,"Error":{"Message":"lost"}}', "lost"],
  ])("when the wait %s", async (_, answer, message) => {
    await using engine = await runner({
      "POST /containers/{id}/wait": (call) => call.stream([answer].filter(Boolean)),
    });
    const failure = await failureOf(engine, engine.docker.run("a"));
    expect(failure).toBeInstanceOf(DockerError);
    expect(failure).toMatchObject({ code: "WAIT_FAILED", message: expect.stringContaining(message) });
  });

  test("when there is more output than it may collect", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "12345"), frame("stderr", "678901")] });
    const failure = await failureOf(engine, engine.docker.run("a", [], { maxOutputBytes: 10 }));
    expect(failure).toMatchObject({ code: "OUTPUT_LIMIT", message: expect.stringContaining("10 bytes") });
  });

  test("when a deadline passes, which the create does not know", async () => {
    await using engine = await runner({
      "POST /containers/create": async (call) => {
        await sleep(150);
        call.json(201, { Id: "abc", Warnings: [] });
      },
      "POST /containers/{id}/attach": (call) => void call.hijack(type),
    });
    await engine.docker.apiVersion();
    const failure = await failureOf(engine, engine.docker.run("a", [], {}, { timeout: 50 }));
    expect(failure).toMatchObject({ code: "TIMEOUT_TOTAL", milliseconds: 50 });
  });

  test("and does not take the silence of the wait for a silent container", async () => {
    const ended = moment();
    await using engine = await runner({
      "POST /containers/{id}/wait": async (call) => {
        call.start();
        await ended.came;
        await call.write('{"StatusCode":0}');
        call.end();
      },
      "POST /containers/{id}/attach": async (call) => {
        const socket = call.hijack(type);
        for (let n = 0; n < 8; n++) {
          socket.write(frame("stdout", "."));
          await sleep(40);
        }
        socket.end();
        ended.now();
      },
    });
    expect(await engine.docker.run("a", [], {}, { timeout: { idle: 150 } })).toMatchObject({
      stdout: "........",
    });
  });
});

describe("docker.run aborted", () => {
  const reason = new Error("enough");

  test("before it began sends nothing", async () => {
    await using engine = await runner();
    await expect(engine.docker.run("a", [], {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(engine.daemon.calls).toHaveLength(0);
  });

  test("while it asks for the version creates nothing", async () => {
    const arrived = moment();
    await using engine = await runner({ "GET /version": () => arrived.now() });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(engine.calls).toHaveLength(0);
  });

  test("while it creates waits for the container's id, and removes it", async () => {
    const [arrived, go] = [moment(), moment()];
    await using engine = await runner({
      "POST /containers/create": async (call) => {
        arrived.now();
        await go.came;
        call.json(201, { Id: "abc", Warnings: [] });
      },
    });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    controller.abort(reason);
    await sleep(30);
    expect(said(engine)).toEqual(["POST /containers/create"]);
    go.now();
    expect(await failureOf(engine, running)).toBe(reason);
    expect(said(engine)).toEqual(["POST /containers/create", removal]);
  });

  test.each(["POST /containers/{id}/wait", "POST /containers/{id}/attach", "POST /containers/{id}/start"])(
    "while it says %s removes the container and rejects with the reason",
    async (step) => {
      const arrived = moment();
      await using engine = await runner({ [step]: () => arrived.now() });
      const controller = new AbortController();
      const running = engine.docker.run("a", [], {}, { signal: controller.signal });
      await arrived.came;
      controller.abort(reason);
      expect(await failureOf(engine, running)).toBe(reason);
      await Promise.all(engine.calls.filter(({ path }) => /wait|attach/.test(path)).map(closed));
    },
  );

  test("while it reads removes the container and rejects with the reason", async () => {
    const arrived = moment();
    await using engine = await runner({
      "POST /containers/{id}/attach": (call) => void call.hijack(type).write(frame("stdout", "some")),
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        setTimeout(arrived.now, 20);
      },
    });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    controller.abort(reason);
    expect(await failureOf(engine, running)).toBe(reason);
  });

  test("while it waits for the exit code removes the container and rejects with the reason", async () => {
    const arrived = moment();
    await using engine = await runner({
      "POST /containers/{id}/wait": (call) => call.start(),
      "POST /containers/{id}/attach": (call) => {
        call.hijack(type).end();
        arrived.now();
      },
    });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    await sleep(20);
    controller.abort(reason);
    expect(await failureOf(engine, running)).toBe(reason);
  });

  test("while it removes gives the result all the same", async () => {
    const controller = new AbortController();
    await using engine = await runner({
      "DELETE /containers/{id}": (call) => {
        controller.abort(reason);
        setTimeout(() => call.send(204), 20);
      },
    });
    expect(await engine.docker.run("a", [], {}, { signal: controller.signal })).toMatchObject({
      exitCode: 0,
    });
  });

  test("leaves no listener on the signal", async () => {
    await using engine = await runner();
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    vi.spyOn(signal, "addEventListener").mockImplementation(
      (...args: Parameters<typeof addEventListener>) => {
        listeners++;
        addEventListener.apply(signal, args);
      },
    );
    vi.spyOn(signal, "removeEventListener").mockImplementation(
      (...args: Parameters<typeof removeEventListener>) => {
        listeners--;
        removeEventListener.apply(signal, args);
      },
    );
    await engine.docker.run("a", [], {}, { signal });
    expect(listeners).toBe(0);
  });
});

describe("docker.run whose container cannot be removed", () => {
  const busy: Handler = (call) => call.json(500, { message: "device is busy" });

  test("fails where all else went well", async () => {
    await using engine = await runner({ "DELETE /containers/{id}": busy });
    await expect(engine.docker.run("a")).rejects.toThrow("device is busy");
  });

  test("gives the first failure, and warns of the container that is left", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    await using engine = await runner({
      "POST /containers/{id}/start": (call) => call.json(400, { message: "no such command" }),
      "DELETE /containers/{id}": busy,
    });
    await expect(engine.docker.run("a")).rejects.toThrow("no such command");
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("abc"), {
      code: "DOCKER_CONTAINER_LEFT",
    });
    expect(warn.mock.calls[0]?.[0]).toContain("device is busy");
  });

  test("because it is gone already is content", async () => {
    await using engine = await runner({
      "DELETE /containers/{id}": (call) => call.json(404, { message: "No such container" }),
    });
    expect(await engine.docker.run("a")).toMatchObject({ exitCode: 0 });
  });
});

describe("docker.run into streams", () => {
  test("writes each stream to its own and collects neither, and ends neither", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "out"), frame("stderr", "err")] });
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    expect(await engine.docker.run("a", [], { stdout, stderr, maxOutputBytes: 1 })).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
    expect([stdout.read()?.toString(), stderr.read()?.toString()]).toEqual(["out", "err"]);
    expect([stdout.writableEnded, stderr.destroyed]).toEqual([false, false]);
    expect(stdout.listenerCount("error") + stderr.listenerCount("close")).toBeLessThanOrEqual(
      new PassThrough().listenerCount("error") + new PassThrough().listenerCount("close"),
    );
  });

  test("takes one stream for both, in order", async () => {
    await using engine = await runner(
      {},
      { output: [frame("stdout", "a"), frame("stderr", "b"), frame("stdout", "c")] },
    );
    const both = new PassThrough();
    await engine.docker.run("a", [], { stdout: both, stderr: both });
    expect(both.read()?.toString()).toBe("abc");
  });

  test("goes at the pace of a slow stream", async () => {
    const output = Array.from({ length: 40 }, () => frame("stdout", Buffer.alloc(16 * 1024)));
    await using engine = await runner({}, { output });
    let [written, most] = [0, 0];
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _, done) {
        written += chunk.length;
        most = Math.max(most, slow.writableLength);
        setTimeout(done, 5);
      },
    });
    await engine.docker.run("a", [], { stdout: slow });
    expect(written).toBe(40 * 16 * 1024);
    // Never more than one piece at a time: a piece is at most what came with one read.
    expect(most).toBeLessThanOrEqual(1024 * 1024);
    expect(slow.listenerCount("drain")).toBe(0);
  });

  test("ends with the stream's own failure", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "a"), frame("stdout", "b")] });
    const failure = new Error("disk is full");
    const broken = new Writable({ write: (_chunk, _encoding, done) => done(failure) });
    expect(
      await failureOf(
        engine,
        engine.docker.run("a", [], { stdout: broken }).then((r) => r),
      ),
    ).toBe(failure);
  });

  test.each([
    ["was closed before", (sink: Writable) => sink.destroy()],
    ["was ended before", (sink: Writable) => sink.end()],
  ])("ends when the stream %s", async (_, close) => {
    await using engine = await runner({}, { output: [frame("stdout", "a")] });
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    close(sink);
    await sleep(5);
    expect(await failureOf(engine, engine.docker.run("a", [], { stdout: sink }))).toMatchObject({
      code: "SINK_CLOSED",
    });
  });

  test("ends when the stream is closed while it is full", async () => {
    await using engine = await runner({
      "POST /containers/{id}/attach": (call) => void call.hijack(type).write(frame("stdout", "some")),
    });
    const stuck = new Writable({ highWaterMark: 1, write: () => setTimeout(() => stuck.destroy(), 20) });
    expect(await failureOf(engine, engine.docker.run("a", [], { stdout: stuck }))).toMatchObject({
      code: "SINK_CLOSED",
    });
  });

  test("can be aborted while the stream is full", async () => {
    await using engine = await runner({}, { output: [frame("stdout", "some")] });
    const stuck = new Writable({ highWaterMark: 1, write: () => {} });
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    const running = engine.docker.run("a", [], { stdout: stuck }, { signal: controller.signal });
    expect(await failureOf(engine, running)).toBe(reason);
    expect(stuck.listenerCount("drain") + stuck.listenerCount("error")).toBe(0);
  });
});
