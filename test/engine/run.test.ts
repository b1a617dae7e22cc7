import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { ApiError, NotFoundError } from "../../src/errors.js";
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
      stdout: "out é\n",
      stderr: "err\n",
    });
    expect(await left(name)).toBe(0);
  });

  test("is not lost on a container that is gone at once", async () => {
    for (let n = 0; n < 5; n++) expect(await run("true")).toMatchObject({ exitCode: 0, stdout: "" });
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
    expect(await running).toMatchObject({ exitCode: 137 });
  });

  test("loses nothing of a last line that has no newline", async () => {
    for (let n = 0; n < 5; n++) expect(await run("sleep 0.2; printf end")).toMatchObject({ stdout: "end" });
  });

  test("does not need a log that can be read", async () => {
    const hostConfig = { LogConfig: { Type: "none" as const, Config: {} } };
    expect(await run("echo out", { hostConfig })).toMatchObject({ stdout: "out\n" });
  });

  test("says that the image is missing", async () => {
    await expect(docker.run("docker-engine-sdk/no-such-image:1")).rejects.toThrow(NotFoundError);
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
    for (const milliseconds of [0, 5, 20, 60, 150, 300]) {
      const name = engine.uniqueName("run");
      const outcome = await run("sleep 1000", { name }, { signal: AbortSignal.timeout(milliseconds) }).catch(
        (error: unknown) => error,
      );
      expect(outcome).toMatchObject({ name: "TimeoutError" });
      expect(await left(name)).toBe(0);
    }
  });

  test("ends with its deadline", async () => {
    const name = engine.uniqueName("run");
    await expect(run("sleep 1000", { name }, { timeout: 1000 })).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
    });
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
