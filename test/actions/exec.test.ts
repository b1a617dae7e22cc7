import { createReadStream } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { type ExecOptions, exec } from "../../src/actions/exec.js";
import { execCall } from "../../src/actions/exec-call.js";
import type { CallOptions } from "../../src/client/call-options.js";
import { ConflictError, InvalidArgumentError } from "../../src/errors.js";
import { type BareClient, bareClient, hijacked } from "../client/bare-client.js";
import { listenersOf } from "../helpers/exchanges.js";
import type { Call, Routes } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";

describe("docker.exec", () => {
  test("gives output and exit code", async () => {
    await using engine = await execEngine({
      output: [frame("stdout", "out é"), frame("stderr", "err")],
      code: 3,
    });
    expect(await run(engine)).toEqual({ exitCode: 3, stdout: "out é", stderr: "err" });
    expect(engine.created).toEqual([
      { Cmd: ["cmd", "a b"], AttachStdin: false, AttachStdout: true, AttachStderr: true },
    ]);
    await expect.poll(() => engine.daemon.connections).toBeLessThanOrEqual(1);
  });

  test("says all options as the engine has them", async () => {
    await using engine = await execEngine();
    const options = { user: "65534", workingDir: "/tmp", privileged: true, detachKeys: "ctrl-a", tty: true };
    await run(engine, { ...options, env: { A: "b c" }, stdin: "" });
    await run(engine, { env: ["A=1"] });
    expect(engine.created).toMatchObject([
      {
        AttachStdin: true,
        Env: ["A=b c"],
        User: "65534",
        WorkingDir: "/tmp",
        Privileged: true,
        DetachKeys: "ctrl-a",
        Tty: true,
      },
      { Env: ["A=1"] },
    ]);
  });

  test("tells of a file that cannot be read, and closes it", async () => {
    await using engine = await execEngine();
    const stdin = createReadStream("/nowhere/at/all");
    await expect(run(engine, { stdin })).rejects.toThrow("ENOENT");
    expect(stdin.destroyed).toBe(true);
  });

  test("refuses a variable that engines would quote back, without its value", async () => {
    await using engine = await execEngine();
    const failure = run(engine, { env: ["A=1", "=secret"] });
    await expect(failure).rejects.toThrow(InvalidArgumentError);
    await expect(failure).rejects.toThrow("Variable 2 of 2 in env has no name");
    await expect(failure).rejects.not.toThrow("secret");
    expect(engine.created).toEqual([]);
  });

  test("waits for the code, which comes later than the end of the output", async () => {
    await using engine = await execEngine({ late: 3, code: 137 });
    expect(await run(engine)).toMatchObject({ exitCode: 137 });
    expect(engine.paths().filter((path) => path.startsWith("GET"))).toHaveLength(4);
  });

  test.each<[string, () => ExecOptions["stdin"]]>([
    ["a text", () => "héllo"],
    ["bytes", () => Buffer.from("héllo")],
    ["a Node stream", () => Readable.from([Buffer.from("hé"), Buffer.from("llo")])],
    ["a web stream", () => new Blob(["héllo"]).stream()],
    ["a list", () => ["h", Buffer.from("é"), "llo"]],
    [
      "a generator",
      async function* () {
        yield "hé";
        yield "llo";
      },
    ],
  ])("takes %s as input", async (_, input) => {
    await using engine = await execEngine({ echo: true });
    expect(await run(engine, { stdin: input() })).toMatchObject({ stdout: "héllo" });
  });

  test("brings megabytes of input and output through", async () => {
    await using engine = await execEngine({ echo: true });
    const piece = Buffer.alloc(1_000_003, "0123456789");
    const { stdout } = await run(engine, { stdin: Array(9).fill(piece) });
    expect(stdout).toBe(piece.toString().repeat(9));
  });

  test("leaves input that nobody reads, and closes its stream", async () => {
    await using engine = await execEngine({ output: [frame("stdout", "bye")] });
    const stdin = new PassThrough();
    stdin.write("x");
    expect(await run(engine, { stdin })).toMatchObject({ stdout: "bye" });
    expect(stdin.destroyed).toBe(true);
    let closed = false;
    const endless = (async function* () {
      try {
        while (true) yield Buffer.alloc(64 * 1024);
      } finally {
        closed = true;
      }
    })();
    expect(await run(engine, { stdin: endless })).toMatchObject({ stdout: "bye" });
    await expect.poll(() => closed).toBe(true);
  });

  test("fails with its input, and refuses what is none", async () => {
    await using engine = await execEngine({ echo: true });
    const why = new Error("the file broke");
    async function* broken() {
      yield "a";
      throw why;
    }
    await expect(run(engine, { stdin: broken() })).rejects.toBe(why);
    for (const stdin of [[1], 5, {}]) {
      await expect(run(engine, { stdin: stdin as unknown as string })).rejects.toThrow(InvalidArgumentError);
    }
    await expect.poll(() => engine.daemon.connections).toBeLessThanOrEqual(1);
  });

  test("writes into streams, without ending them", async () => {
    await using engine = await execEngine({ output: [frame("stdout", "out"), frame("stderr", "err")] });
    const stdout = new PassThrough();
    expect(await run(engine, { stdout })).toMatchObject({ stdout: "", stderr: "err" });
    expect(stdout.read()?.toString()).toBe("out");
    expect(stdout.writableEnded).toBe(false);
  });

  test("ends with more output than it may collect", async () => {
    await using engine = await execEngine({ output: [frame("stdout", "x".repeat(100))] });
    await expect(run(engine, { maxOutputBytes: 99 })).rejects.toMatchObject({ code: "OUTPUT_LIMIT" });
    await expect.poll(() => engine.daemon.connections).toBeLessThanOrEqual(1);
  });

  test("is given up with the signal's reason, and its connection closes", async () => {
    await using engine = await execEngine({ output: [frame("stdout", "x")], hang: true });
    const controller = new AbortController();
    const running = run(engine, { stdin: new PassThrough() }, { signal: controller.signal });
    await expect.poll(() => engine.started).toBe(1);
    controller.abort("enough");
    await expect(running).rejects.toBe("enough");
    expect(listenersOf(controller.signal)).toBe(0);
    await expect.poll(() => engine.daemon.connections).toBeLessThanOrEqual(1);
  });

  test("is given up while it waits for the code", async () => {
    await using engine = await execEngine({ late: 1000 });
    const controller = new AbortController();
    const running = run(engine, {}, { signal: controller.signal });
    await expect
      .poll(() => engine.paths().filter((path) => path.startsWith("GET")).length)
      .toBeGreaterThan(2);
    controller.abort("enough");
    await expect(running).rejects.toBe("enough");
  });

  test("ends with its deadline", async () => {
    await using engine = await execEngine({ hang: true });
    await expect(run(engine, {}, { timeout: 50 })).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
  });

  test("says why the engine refuses", async () => {
    await using engine = await execEngine(
      {},
      {
        "POST /containers/{id}/exec": (call) => call.json(409, { message: "Container web is paused" }),
      },
    );
    await expect(run(engine)).rejects.toThrow(
      new ConflictError("Container web is paused", {
        status: 409,
        method: "POST",
        path: "/v1.51/containers/web/exec",
      }),
    );
  });

  test("fails on output that was cut", async () => {
    await using engine = await execEngine({ output: [frame("stdout", "whole").subarray(0, 10)] });
    await expect(run(engine)).rejects.toMatchObject({ code: "PROTOCOL" });
  });

  test("is a function and has its single steps", async () => {
    await using engine = await execEngine({ output: [frame("stdout", "hi")], code: 1 });
    const docker = { exec: execCall(engine.client) };
    expect(await docker.exec("web", ["cmd"])).toEqual({ exitCode: 1, stdout: "hi", stderr: "" });
    const { Id } = await docker.exec.create("web", { Cmd: ["cmd"] });
    const { output } = await docker.exec.start(Id);
    expect(await output.text()).toBe("hi");
    expect((await docker.exec.inspect(Id)).ExitCode).toBe(1);
  });
});

function run({ client }: BareClient, options?: ExecOptions, call?: CallOptions) {
  return exec(client, "web", ["cmd", "a b"], options, call);
}

interface ExecEngine extends BareClient {
  readonly created: unknown[];
  readonly started: number;
}

/** An engine that runs execs: it says `output` or echoes, and knows the code after `late` questions. */
async function execEngine(
  behaviour: { output?: Buffer[]; echo?: boolean; hang?: boolean; code?: number; late?: number } = {},
  routes: Routes = {},
): Promise<ExecEngine> {
  const { output = [], echo = false, hang = false, code = 0, late = 0 } = behaviour;
  const created: unknown[] = [];
  let [started, asked] = [0, 0];
  const start = (call: Call) => {
    started++;
    const socket = hijacked(call).pause();
    for (const piece of output) socket.write(piece);
    let head = Number(call.headers["content-length"]);
    socket.on("data", (chunk: Buffer) => {
      const input = chunk.subarray(Math.min(head, chunk.length));
      head -= chunk.length - input.length;
      if (echo && input.length > 0) socket.write(frame("stdout", input));
    });
    if (echo || hang) socket.on("end", () => socket.end());
    else socket.end();
    socket.resume();
  };
  const engine = await bareClient(
    {
      "POST /containers/{id}/exec": async (call) => {
        created.push(JSON.parse((await call.body()).toString()));
        call.json(201, { Id: "e1" });
      },
      "POST /exec/{id}/start": start,
      "GET /exec/{id}/json": (call) => {
        const over = asked++ >= late;
        call.json(200, { ID: "e1", Running: !over, ExitCode: over ? code : null });
      },
      ...routes,
    },
    { maxConnections: 1 },
  );
  return {
    ...engine,
    created,
    get started() {
      return started;
    },
  };
}
