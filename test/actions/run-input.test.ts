import { createReadStream } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { RunOptions } from "../../src/actions/run.js";
import { ConflictError, InvalidArgumentError } from "../../src/errors.js";
import { type FakeEngine, type FakeEngineOptions, moment } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";
import { failureOf, runner, type } from "./run-engine.js";

describe("docker.run with input", () => {
  test.each<[string, () => RunOptions["stdin"]]>([
    ["a text", () => "héllo"],
    ["bytes", () => Buffer.from("héllo")],
    ["a Node stream", () => Readable.from([Buffer.from("hé"), Buffer.from("llo")])],
    ["a web stream", () => new Blob(["héllo"]).stream()],
    [
      "a generator",
      async function* () {
        yield "hé";
        await sleep(10);
        yield "llo";
      },
    ],
  ])("writes %s and its end", async (_, stdin) => {
    await using engine = await echo();
    expect(await engine.docker.run("a", ["cat"], { stdin: stdin() })).toMatchObject({ stdout: "héllo" });
    expect(engine.body).toMatchObject({ AttachStdin: true, OpenStdin: true, StdinOnce: true });
    const attach = engine.calls.find(({ path }) => path.endsWith("/attach"));
    expect(Object.fromEntries(attach?.query ?? [])).toEqual({
      stream: "true",
      stdin: "true",
      stdout: "true",
      stderr: "true",
    });
  });

  test("opens none where there is none", async () => {
    await using engine = await echo();
    await engine.docker.run("a", ["cat"]);
    expect(Object.keys(engine.body).filter((key) => /stdin/i.test(key))).toEqual([]);
    const attach = engine.calls.find(({ path }) => path.endsWith("/attach"));
    expect(attach?.query.has("stdin")).toBe(false);
  });

  test("brings megabytes there and back", async () => {
    await using engine = await echo();
    const piece = Buffer.alloc(1_000_003, "0123456789");
    const { stdout } = await engine.docker.run("a", ["cat"], { stdin: Array(9).fill(piece) });
    expect(stdout).toBe(piece.toString().repeat(9));
  });

  test("leaves what nobody reads, and closes its stream", async () => {
    await using engine = await echo({ output: "bye" });
    const stdin = new PassThrough();
    stdin.write("x");
    expect(await engine.docker.run("a", [], { stdin })).toMatchObject({ stdout: "bye" });
    await expect.poll(() => stdin.destroyed).toBe(true);
  });

  test("removes the container when its input breaks, and fails with it", async () => {
    await using engine = await echo();
    const why = new Error("the file broke");
    async function* broken() {
      yield "a";
      throw why;
    }
    expect(await failureOf(engine, engine.docker.run("a", [], { stdin: broken() }))).toBe(why);
  });

  test("outlives an input that breaks before it is read, and fails with its error", async () => {
    await using engine = await echo({ slow: 100 });
    const stdin = createReadStream("/no/such/file");
    const failure = await failureOf(engine, engine.docker.run("a", [], { stdin }));
    expect(failure).toMatchObject({ code: "ENOENT" });
  });

  test("closes an input that it has never come to", async () => {
    await using engine = await runner({ "POST /containers/create": (call) => call.json(409, {}) });
    const stdin = new PassThrough();
    await expect(engine.docker.run("a", [], { stdin })).rejects.toThrow(ConflictError);
    expect(stdin.destroyed).toBe(true);
  });

  test.each([5, {}, [1]])("removes the container when its input is %j, which is none", async (stdin) => {
    await using engine = await echo();
    const options = { stdin: stdin as unknown as string };
    expect(await failureOf(engine, engine.docker.run("a", [], options))).toBeInstanceOf(InvalidArgumentError);
  });

  test("closes its stream when it is aborted", async () => {
    await using engine = await echo();
    const controller = new AbortController();
    const stdin = new PassThrough();
    const running = engine.docker.run("a", [], { stdin }, { signal: controller.signal });
    await engine.started;
    controller.abort("enough");
    expect(await failureOf(engine, running)).toBe("enough");
    await expect.poll(() => stdin.destroyed).toBe(true);
  });
});

describe("docker.run with a terminal", () => {
  test("takes all output for stdout, as it is", async () => {
    await using engine = await echo({ output: "raw\r\n" });
    expect(await engine.docker.run("a", [], { tty: true })).toMatchObject({ stdout: "raw\r\n", stderr: "" });
    expect(engine.body).toMatchObject({ Tty: true });
  });

  test("does not end its input, which would end its output", async () => {
    await using engine = await echo();
    const running = engine.docker.run("a", [], { tty: true, stdin: "hi" });
    await engine.started;
    await expect.poll(() => engine.received).toBe("hi");
    await sleep(50);
    expect(engine.inputEnded).toBe(false);
    engine.finish("bye");
    expect(await running).toMatchObject({ stdout: "hibye" });
  });

  test("fails with its input", async () => {
    await using engine = await echo();
    const why = new Error("the file broke");
    async function* broken() {
      yield "a";
      throw why;
    }
    expect(await failureOf(engine, engine.docker.run("a", [], { tty: true, stdin: broken() }))).toBe(why);
  });

  test("closes the stream of its input at its end", async () => {
    await using engine = await echo({ output: "bye" });
    const stdin = new PassThrough();
    stdin.write("x");
    await engine.docker.run("a", [], { tty: true, stdin });
    await expect.poll(() => stdin.destroyed).toBe(true);
  });

  const consoleSize = { height: 33, width: 77 };

  test.each([
    ["1.41", 1],
    ["1.42", 0],
  ])("has its first size with API %s", async (api, resizes) => {
    await using engine = await echo({ output: "raw" }, { api });
    await engine.docker.run("a", [], { tty: true, consoleSize });
    expect(engine.body).toMatchObject({ HostConfig: { ConsoleSize: [33, 77] } });
    const asked = engine.calls.filter(({ path }) => path.endsWith("/resize"));
    expect(asked.map(({ query }) => `${query}`)).toEqual(Array(resizes).fill("h=33&w=77"));
  });

  test.each([409, 500])("minds no refusal (%i) to resize what is over already", async (status) => {
    await using engine = await echo({ output: "raw", resize: status }, { api: "1.41" });
    expect(await engine.docker.run("a", [], { tty: true, consoleSize })).toMatchObject({ stdout: "raw" });
  });

  test("says when the size is refused", async () => {
    await using engine = await echo({ output: "raw", resize: 400 }, { api: "1.41" });
    const running = engine.docker.run("a", [], { tty: true, consoleSize });
    expect(await failureOf(engine, running)).toMatchObject({ status: 400 });
  });
});

interface EchoEngine extends FakeEngine {
  /** What the container was created with. */
  readonly body: Record<string, unknown>;
  readonly started: Promise<void>;
  readonly received: string;
  readonly inputEnded: boolean;
  finish(output: string): void;
}

/** An engine whose container says `output` and ends, or says what it reads until the end of the input. */
async function echo(
  { output, resize = 200, slow = 0 }: { output?: string; resize?: number; slow?: number } = {},
  options: FakeEngineOptions = {},
): Promise<EchoEngine> {
  const [started, ended] = [moment(), moment()];
  let [body, received, inputEnded] = [{} as Record<string, unknown>, "", false];
  let say = (_: string | Uint8Array): void => undefined;
  let over = (): void => undefined;
  const engine = await runner(
    {
      "POST /containers/create": async (call) => {
        body = JSON.parse((await call.body()).toString());
        await sleep(slow);
        call.json(201, { Id: "abc", Warnings: [] });
      },
      "POST /containers/{id}/wait": async (call) => {
        call.start();
        await ended.came;
        await call.write('{"StatusCode":0}');
        call.end();
      },
      "POST /containers/{id}/attach": (call) => {
        const socket = call.hijack(type);
        say = (piece) => socket.write(body.Tty === true ? piece : frame("stdout", piece));
        over = () => {
          socket.end();
          ended.now();
        };
        socket.on("data", (chunk: Buffer) => {
          received += chunk;
          if (output === undefined) say(chunk);
        });
        socket.on("end", () => {
          inputEnded = true;
          over();
        });
        if (body.OpenStdin !== true && output === undefined) over();
      },
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        started.now();
        if (output === undefined) return;
        say(output);
        over();
      },
      "POST /containers/{id}/resize": (call) => call.json(resize, { message: "resize" }),
    },
    options,
  );
  return {
    ...engine,
    get calls() {
      return engine.calls;
    },
    get body() {
      return body;
    },
    get received() {
      return received;
    },
    get inputEnded() {
      return inputEnded;
    },
    started: started.came,
    finish(last) {
      say(last);
      over();
    },
  };
}
