import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { NotFoundError } from "../../src/errors.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.concurrent("exec", (engine) => {
  const docker = dockerFor(engine);
  afterAll(() => docker.close());

  const sh = (script: string) => ["/bin/sh", "-c", script];

  test("gives output and exit code", async () => {
    await using box = await withContainer(docker, engine);
    expect(await docker.exec(box.id, sh("echo out é; echo err >&2; exit 42"))).toEqual({
      exitCode: 42,
      stdout: "out é\n",
      stderr: "err\n",
    });
    expect(await docker.exec(box.id, sh("kill -9 $$"))).toMatchObject({ exitCode: 137 });
  });

  test("takes variables, user, folder and a TTY", async () => {
    await using box = await withContainer(docker, engine);
    const options = { env: { A: "b c", B: "é" }, user: "65534", workingDir: "/tmp" };
    expect((await docker.exec(box.id, sh("echo $A-$B; id -u; pwd"), options)).stdout).toBe(
      "b c-é\n65534\n/tmp\n",
    );
    expect(await docker.exec(box.id, sh("test -t 1; echo $?; echo err >&2"), { tty: true })).toEqual({
      exitCode: 0,
      stdout: "0\r\nerr\r\n",
      stderr: "",
    });
  });

  test("takes input to its end", async () => {
    await using box = await withContainer(docker, engine);
    expect((await docker.exec(box.id, ["wc", "-c"], { stdin: "é" })).stdout.trim()).toBe("2");
    expect((await docker.exec(box.id, ["wc", "-c"], { stdin: "" })).stdout.trim()).toBe("0");
    expect((await docker.exec(box.id, ["cat"])).stdout).toBe("");
    const stdin = Array(20).fill(Buffer.alloc(500_000, "x"));
    expect((await docker.exec(box.id, ["wc", "-c"], { stdin })).stdout.trim()).toBe("10000000");
  });

  test("keeps the output of a terminal whose input has ended", async () => {
    await using box = await withContainer(docker, engine);
    for (let n = 0; n < 5; n++) {
      const { stdout, exitCode } = await docker.exec(box.id, sh("read line; sleep 0.1; echo got $line"), {
        tty: true,
        stdin: "hi\n",
      });
      expect(stdout).toMatch(/got hi\r\n$/);
      expect(exitCode).toBe(0);
    }
  });

  test("ends before its input does", async () => {
    await using box = await withContainer(docker, engine);
    for (let n = 0; n < 5; n++) {
      const stdin = Array(40).fill(Buffer.alloc(500_000, "x"));
      expect(await docker.exec(box.id, ["head", "-c", "3"], { stdin })).toMatchObject({
        exitCode: 0,
        stdout: "xxx",
      });
    }
  });

  test("brings 20 MB there and back, byte for byte, past a slow reader", { timeout: 60_000 }, async () => {
    await using box = await withContainer(docker, engine);
    const [sent, got] = [createHash("sha256"), createHash("sha256")];
    async function* input() {
      for (let n = 0; n < 200; n++) {
        const piece = Buffer.alloc(100_000, `${n} `);
        sent.update(piece);
        yield piece;
      }
    }
    const stdout = new Writable({
      write(chunk: Buffer, _, done) {
        got.update(chunk);
        setImmediate(done);
      },
    });
    expect(await docker.exec(box.id, ["cat"], { stdin: input(), stdout })).toMatchObject({
      exitCode: 0,
      stdout: "",
    });
    expect(got.digest("hex")).toBe(sent.digest("hex"));
  });

  test("says 126 or 127 for a program that is not there", async () => {
    await using box = await withContainer(docker, engine);
    const { exitCode, stdout } = await docker.exec(box.id, ["/no/such/program"]);
    expect([126, 127]).toContain(exitCode);
    expect(stdout).toContain("no such file");
  });

  test("says the code of a command that closes its output long before its end", async () => {
    await using box = await withContainer(docker, engine);
    expect(await docker.exec(box.id, sh("exec >&- 2>&-; sleep 0.5; exit 3"))).toMatchObject({ exitCode: 3 });
  });

  test("runs fifty at a time, each with its own output and code", { timeout: 60_000 }, async () => {
    await using box = await withContainer(docker, engine);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) => docker.exec(box.id, sh(`echo ${n}; exit ${n}`))),
    );
    expect(results).toEqual(results.map((_, n) => ({ exitCode: n, stdout: `${n}\n`, stderr: "" })));
  });

  test("is given up with the signal's reason; the command goes on", async ({ expect }) => {
    await using box = await withContainer(docker, engine);
    const reason = new Error("enough");
    const controller = new AbortController();
    const running = docker.exec(
      box.id,
      sh("echo x; sleep 1; touch /tmp/done"),
      {},
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(reason), 500);
    await expect(running).rejects.toBe(reason);
    const done = async () => (await docker.exec(box.id, ["test", "-e", "/tmp/done"])).exitCode;
    await expect.poll(done, { timeout: 5000, interval: 100 }).toBe(0);
  });

  test("is refused without its container, in a paused one and for the second time", async () => {
    await expect(docker.exec("no-such-container", ["true"])).rejects.toThrow(NotFoundError);
    await using box = await withContainer(docker, engine);
    const { Id } = await docker.exec.create(box.id, { Cmd: ["true"], AttachStdout: true });
    await (await docker.exec.start(Id)).output.text();
    // The connection was handed over before the engine looked.
    expect(await (await docker.exec.start(Id)).output.text()).toMatch(/already run/);
    await expect(docker.exec.start("no-such-exec")).rejects.toThrow(NotFoundError);
    await docker.containers.pause(box.id);
    await expect(docker.exec(box.id, ["true"])).rejects.toThrow(/paused/);
  });

  test("runs in the background", async ({ expect }) => {
    await using box = await withContainer(docker, engine);
    const { Id } = await docker.exec.create(box.id, { Cmd: sh("exit 7") });
    await docker.exec.start(Id, { detach: true });
    await expect.poll(async () => (await docker.exec.inspect(Id)).ExitCode).toBe(7);
  });

  test("has a TTY that can be resized", async () => {
    await using box = await withContainer(docker, engine);
    const body = { Cmd: sh("read x; stty size"), Tty: true, AttachStdin: true, AttachStdout: true };
    const { Id } = await docker.exec.create(box.id, body);
    await using stream = await docker.exec.start(Id, { tty: true });
    await stream.resize({ height: 33, width: 101 });
    stream.stdin.write("go\n");
    expect(await stream.output.text()).toContain("33 101");
  });
});
