import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Env } from "../../src/actions/env-list.js";
import type { RunOptions } from "../../src/actions/run.js";
import {
  ConflictError,
  DockerError,
  InvalidArgumentError,
  ProtocolError,
  TimeoutError,
} from "../../src/errors.js";
import { closed, moment } from "../client/fake-engine.js";
import type { Handler } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";
import { failureOf, removal, runner, said, type } from "./run-engine.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("docker.run", () => {
  test("gives output and exit code, and removes the container", async () => {
    const output = [frame("stdout", "Hé"), frame("stderr", "oops\n"), frame("stdout", "llo\n")];
    await using engine = await runner({}, { output, exitCode: 3 });
    expect(await engine.docker.run("alpine:3", ["uname", "-a"])).toEqual({
      exitCode: 3,
      signal: undefined,
      oomKilled: false,
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

  test.each([
    [0, undefined],
    [1, undefined],
    [128, undefined],
    [129, "SIGHUP"],
    [130, "SIGINT"],
    [139, "SIGSEGV"],
    [143, "SIGTERM"],
    [159, "SIGSYS"],
    [160, undefined],
    [255, undefined],
  ])("says what signal the exit code %i speaks of: %s", async (exitCode, signal) => {
    await using engine = await runner({}, { exitCode });
    expect(await engine.docker.run("a")).toMatchObject({ exitCode, signal, oomKilled: false });
    expect(said(engine)).not.toContain("GET /containers/abc/json");
  });

  test.each([true, false])("asks after SIGKILL whether memory was short: %s", async (short) => {
    await using engine = await runner(
      { "GET /containers/{id}/json": (call) => call.json(200, { State: { OOMKilled: short } }) },
      { exitCode: 137 },
    );
    expect(await engine.docker.run("a")).toMatchObject({ signal: "SIGKILL", oomKilled: short });
    expect(said(engine).slice(-2)).toEqual(["GET /containers/abc/json", removal]);
  });

  test("gives the result of a container that somebody else has killed and removed", async () => {
    const gone: Handler = (call) => call.json(404, { message: "No such container" });
    await using engine = await runner(
      { "GET /containers/{id}/json": gone, "DELETE /containers/{id}": gone },
      { exitCode: 137 },
    );
    expect(await engine.docker.run("a")).toMatchObject({ signal: "SIGKILL", oomKilled: false });
  });

  test.each<[string, Env]>([
    ["an empty name in an object", { A: "1", "": "geheim" }],
    ["an empty name in a list", ["A=1", "=geheim"]],
    ["nothing at all", ["A=1", ""]],
    ["a zero byte in a value", { A: "1", B: "geheim\0" }],
    ["a zero byte in a name", { A: "1", "B\0": "geheim" }],
  ])("refuses a variable with %s and keeps its value to itself", async (_, env) => {
    await using engine = await runner();
    const failure = await engine.docker.run("a", [], { env }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidArgumentError);
    expect(String(failure)).toContain("Variable 2 of 2 in env");
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain("geheim");
    expect(engine.daemon.calls).toHaveLength(0);
  });

  test("has no variable in any of its errors", async () => {
    const env = { TOKEN: "geheim" };
    const refuse: Handler = (call) => call.json(500, { message: "no" });
    for (const step of ["create", "{id}/wait", "{id}/attach", "{id}/start"]) {
      await using engine = await runner({ [`POST /containers/${step}`]: refuse });
      const failure = await engine.docker.run("a", [], { env }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DockerError);
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain("geheim");
    }
  });

  test("sends the headers of the call with each of its requests, the removal too", async () => {
    await using engine = await runner();
    await engine.docker.run("a", ["b"], {}, { headers: { "X-Team": "a" } });
    expect(engine.calls.map(({ headers }) => headers["x-team"])).toEqual(["a", "a", "a", "a", "a"]);
  });
});

describe("docker.run removes the container", () => {
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

  test("when its time is over, which says so once and is not counted by each step", async () => {
    const stdout = new PassThrough();
    await using engine = await runner({
      "POST /containers/{id}/wait": async (call) => {
        await sleep(60);
        call.start();
      },
      "POST /containers/{id}/attach": async (call) => {
        await sleep(60);
        call.hijack(type).write(frame("stdout", "so far"));
      },
    });
    await engine.docker.apiVersion();
    const failure = await failureOf(engine, engine.docker.run("a", [], { stdout }, { timeout: 180 }));
    expect(failure).toBeInstanceOf(TimeoutError);
    expect(failure).toMatchObject({ phase: "total", milliseconds: 180, unsent: false });
    expect(String(failure)).toMatch(
      /The container of a was killed after (1[78]\d|[23]\d\d) ms: .* allows it 180 ms\. /,
    );
    // What is given to a stream is not lost.
    expect(stdout.read()?.toString()).toBe("so far");
  });

  test("and lets it have all its time, whatever the client allows a call", async () => {
    await using engine = await runner(
      {
        "POST /containers/{id}/start": async (call) => {
          await sleep(120);
          call.send(409, '{"message":"late"}');
        },
      },
      { client: { timeout: { total: 60 } } },
    );
    for (const timeout of [0, 10_000]) {
      await expect(engine.docker.run("a", [], {}, { timeout })).rejects.toThrow("late");
    }
    await expect(engine.docker.run("a")).rejects.toMatchObject({ code: "TIMEOUT_TOTAL", milliseconds: 60 });
  });

  test.each([-1, Number.NaN, "5"])("and sends nothing where its time is %j", async (timeout) => {
    await using engine = await runner();
    const call = { timeout: timeout as number };
    await expect(engine.docker.run("a", [], {}, call)).rejects.toThrow(InvalidArgumentError);
    expect(engine.daemon.calls).toHaveLength(0);
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

  test.each([
    [404, "because it is gone already"],
    [409, "because somebody else removes it at the moment"],
  ])("with %i %s is content", async (status) => {
    await using engine = await runner({
      "DELETE /containers/{id}": (call) => call.json(status, { message: "No such container" }),
    });
    expect(await engine.docker.run("a")).toMatchObject({ exitCode: 0 });
  });

  test("because the connection breaks is tried again", async () => {
    let asked = 0;
    await using engine = await runner({
      "DELETE /containers/{id}": (call) => (asked++ === 0 ? call.cut() : call.send(204)),
    });
    expect(await engine.docker.run("a")).toMatchObject({ exitCode: 0 });
    expect(asked).toBe(2);
  });
});
