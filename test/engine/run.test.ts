import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { PassThrough, Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { ApiError, InvalidArgumentError, NotFoundError } from "../../src/errors.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("run", (engine) => {
  const docker = dockerFor(engine);
  afterAll(() => docker.close());

  const run = (script: string, options = {}, call = {}) =>
    docker.run(engine.image, ["/bin/sh", "-c", script], { labels: engine.labels, ...options }, call);

  /** How many containers of a name there are. */
  const left = async (name: string) =>
    (await docker.containers.list({ all: true, filters: { name: [name] } })).length;

  test("gives output and exit code, and leaves no container behind", async () => {
    const name = engine.uniqueName("run");
    expect(await run("echo out é; echo err >&2; exit 42", { name })).toEqual({
      exitCode: 42,
      signal: undefined,
      oomKilled: false,
      stdout: "out é\n",
      stderr: "err\n",
    });
    expect(await left(name)).toBe(0);
  });

  test("is not lost on a container that is gone at once", async () => {
    for (const stdin of [undefined, undefined, "x", "x".repeat(1_000_000)]) {
      expect(await run("true", { stdin })).toMatchObject({ exitCode: 0, stdout: "" });
    }
  });

  test("takes variables, user, folder, entrypoint and limits", async () => {
    const { stdout } = await docker.run(engine.image, ["-c", "echo $A-$B; id -u; pwd"], {
      labels: engine.labels,
      env: { A: "b c", B: "é" },
      user: "65534",
      workingDir: "/tmp",
      entrypoint: ["/bin/sh"],
      hostConfig: { ReadonlyRootfs: true, AutoRemove: true },
    });
    expect(stdout).toBe("b c-é\n65534\n/tmp\n");
  });

  test("says how a signal ended it", async () => {
    const name = engine.uniqueName("run");
    const running = run("echo ready; sleep 1000", { name });
    await expect
      .poll(
        () =>
          docker.containers.kill(name).then(
            () => "killed",
            () => "not yet",
          ),
        { timeout: 10_000, interval: 200 },
      )
      .toBe("killed");
    expect(await running).toMatchObject({ exitCode: 137, signal: "SIGKILL", oomKilled: false });
  });

  test("gives the result of a container that somebody else has removed", async () => {
    const name = engine.uniqueName("run");
    const started = new PassThrough();
    const running = run("echo ready; sleep 1000", { name, stdout: started });
    await once(started, "data");
    await docker.containers.remove(name, { force: true });
    expect(await running).toMatchObject({ exitCode: 137, oomKilled: false });
  });

  test("says that memory was short", async () => {
    const hostConfig = { Memory: 16 * 1024 * 1024, MemorySwap: 16 * 1024 * 1024 };
    expect(await run("x=$(yes | head -c 200000000)", { hostConfig })).toMatchObject({
      exitCode: 137,
      signal: "SIGKILL",
      oomKilled: true,
    });
  });

  test("loses nothing of a last line that has no newline", async () => {
    for (let n = 0; n < 5; n++) expect(await run("sleep 0.2; printf end")).toMatchObject({ stdout: "end" });
  });

  test("does not need a log that can be read", async () => {
    const hostConfig = { LogConfig: { Type: "none" as const, Config: {} } };
    expect(await run("echo out", { hostConfig })).toMatchObject({ stdout: "out\n" });
  });

  test("says that the image is missing, or made for something else", async () => {
    const none = docker.run("docker-engine-sdk/no-such-image:1", [], { pull: "never" });
    await expect(none).rejects.toThrow(
      /No such image: docker-engine-sdk\/no-such-image:1\. .*docker\.images\.pull/,
    );
    await expect(none).rejects.toThrow(NotFoundError);
    // No engine runs on this.
    const other = run("true", { pull: "never", platform: "linux/s390x" });
    await expect(other).rejects.toThrow(NotFoundError);
  });

  test("says nothing of a variable that the engine would refuse", async () => {
    for (const env of [["=geheim"], ["A=geheim\0"], { "A\0": "geheim" }]) {
      const failure = await run("true", { env }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(InvalidArgumentError);
      expect(String(failure)).not.toContain("geheim");
    }
  });

  test("takes input to its end", async () => {
    expect((await run("cat", { stdin: "héllo" })).stdout).toBe("héllo");
    expect((await run("wc -c", { stdin: "" })).stdout.trim()).toBe("0");
    expect((await run("wc -c")).stdout.trim()).toBe("0");
    const stdin = Readable.from(Array(20).fill(Buffer.alloc(500_000, "x")));
    expect((await run("wc -c", { stdin })).stdout.trim()).toBe("10000000");
    const { stdout, stderr } = await run("read x; sleep 0.3; echo $x; cat >&2", { stdin: "a\nb\n" });
    expect([stdout, stderr]).toEqual(["a\n", "b\n"]);
  });

  test("ends before its input does", async () => {
    for (let n = 0; n < 3; n++) {
      const stdin = Readable.from(Array(40).fill(Buffer.alloc(500_000, "x")));
      expect(await run("head -c 3", { stdin })).toMatchObject({ exitCode: 0, stdout: "xxx" });
      await expect.poll(() => stdin.destroyed).toBe(true);
    }
  });

  test("has a terminal of the size that is given, and its input and output", async () => {
    const script = "test -t 0 && test -t 1 && read x; sleep 0.3; stty size; echo $x >&2; cat; exit 3";
    const options = { tty: true, consoleSize: { height: 33, width: 77 }, stdin: "hi\nmore\n\x04" };
    const { exitCode, stdout, stderr } = await run(script, options);
    expect(stdout).toContain("33 77\r\nhi\r\n");
    expect(stdout).toMatch(/more\r\n$/);
    expect([exitCode, stderr]).toEqual([3, ""]);
  });

  test("removes a container whose command does not exist", async () => {
    const name = engine.uniqueName("run");
    await expect(
      docker.run(engine.image, ["/no/such/command"], { name, labels: engine.labels }),
    ).rejects.toThrow(ApiError);
    expect(await left(name)).toBe(0);
  });

  test("is killed and removed when it is aborted", async () => {
    const name = engine.uniqueName("run");
    const reason = new Error("enough");
    const controller = new AbortController();
    const running = run("echo ready; sleep 1000", { name }, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 1000);
    await expect(running).rejects.toBe(reason);
    expect(await left(name)).toBe(0);
  });

  test("is removed whenever it is aborted", async () => {
    for (const [turn, milliseconds] of [0, 5, 10, 20, 40, 60, 100, 150, 300].entries()) {
      const name = engine.uniqueName("run");
      const options = turn % 2 === 0 ? { name } : { name, stdin: new PassThrough() };
      const outcome = await run("sleep 1000", options, { signal: AbortSignal.timeout(milliseconds) }).catch(
        (error: unknown) => error,
      );
      expect(outcome).toMatchObject({ name: "TimeoutError" });
      expect(await left(name)).toBe(0);
    }
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "is removed when this process ends by %s",
    async (signal) => {
      const name = engine.uniqueName("run");
      const child = startChild(name);
      await child.says("ready");
      expect(await left(name)).toBe(1);
      child.process.kill(signal);
      expect(await child.ended).toEqual([null, signal]);
      expect(await left(name)).toBe(0);
    },
  );

  test("is removed by a signal that another listener takes, and the process goes on", async () => {
    const name = engine.uniqueName("run");
    const child = startChild(name, "--listens");
    await child.says("ready");
    child.process.kill("SIGTERM");
    expect(await child.ended).toEqual([0, null]);
    expect(child.said()).toBe("ready\nheard\nPROCESS_SIGNAL\n");
    expect(await left(name)).toBe(0);
  });

  /** A process of its own that runs a container. */
  function startChild(name: string, ...flags: string[]) {
    const file = fileURLToPath(new URL("run-child.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", file, JSON.stringify(engine), name, ...flags], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    return {
      process: child,
      said: () => said,
      says: (text: string) => expect.poll(() => said, { timeout: 10_000 }).toContain(text),
      ended: once(child, "close"),
    };
  }

  test("ends with its deadline", async () => {
    const name = engine.uniqueName("run");
    const stdout = new PassThrough();
    const failure = await run("echo so far; sleep 1000", { name, stdout }, { timeout: 1500 }).catch((e) => e);
    expect(failure).toMatchObject({ code: "TIMEOUT_TOTAL", milliseconds: 1500 });
    expect(failure.message).toMatch(/was killed after 15\d\d ms/);
    expect(stdout.read()?.toString()).toBe("so far\n");
    expect(await left(name)).toBe(0);
  });

  test("ends with more output than it may collect", async () => {
    const name = engine.uniqueName("run");
    await expect(run("yes", { name, maxOutputBytes: 100_000 })).rejects.toMatchObject({
      code: "OUTPUT_LIMIT",
    });
    expect(await left(name)).toBe(0);
  });

  test("brings 50 MB through a slow stream, byte for byte, without collecting them", {
    timeout: 60_000,
  }, async () => {
    const size = 50_000_000;
    const line = `${"0123456789abcdef".repeat(60)}\n`;
    const hash = createHash("sha256");
    let [written, most] = [0, 0];
    const sink = new Writable({
      highWaterMark: 64 * 1024,
      write(chunk: Buffer, _, done) {
        written += chunk.length;
        most = Math.max(most, sink.writableLength);
        hash.update(chunk);
        if (written % 97 === 0) setTimeout(done, 2);
        else setImmediate(done);
      },
    });
    const before = process.memoryUsage.rss();
    const script = `yes ${line.trim()} | head -c ${size}; echo done >&2`;
    const { exitCode, stdout, stderr } = await run(script, { stdout: sink });
    await sleep(0);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "", stderr: "done\n" });
    sink.end();
    await new Promise((resolve) => sink.once("finish", resolve));
    expect(written).toBe(size);
    const expected = createHash("sha256").update(line.repeat(Math.ceil(size / line.length)).slice(0, size));
    expect(hash.digest("hex")).toBe(expected.digest("hex"));
    expect(most).toBeLessThan(4 * 1024 * 1024);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024);
  });
});
