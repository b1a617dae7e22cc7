import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type LoopOptions, type LoopProgram, loop } from "../../src/actions/loop/index.js";
import { TimeoutError } from "../../src/errors.js";
import { clientFor } from "./container-watch-client.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

/** Scripts for it are shell commands. */
const program: LoopProgram = {
  path: "/loop/loop.sh",
  content: readFileSync(new URL("../loop/loop.sh", import.meta.url)),
  command: ["/bin/sh", "/loop/loop.sh"],
};

describeEngines("loop", (engine) => {
  const docker = dockerFor(engine);
  const { client, close } = clientFor(engine);
  afterAll(() => Promise.all([docker.close(), close()]));

  const scriptsWith = (label: string, options: LoopOptions = {}) =>
    loop(client, engine.image, { program, labels: { ...engine.labels, [label]: "" }, ...options });
  const left = async (label: string) =>
    (await docker.containers.list({ all: true, filters: { label: [label] } })).length;
  const contents = (results: readonly unknown[]) =>
    results.map((result) => (result as { Contents: unknown }).Contents);

  test("runs scripts one after the other in one container, and leaves nothing behind (4.2) (4.3)", async () => {
    const label = engine.uniqueName("loop");
    const scripts = scriptsWith(label);
    const first = await scripts.run({ script: "say hello; result 1; result 2; echo noise; echo oops >&2" });
    expect(first).toMatchObject({
      logs: [{ level: "entry", message: "hello" }],
      noise: ["noise"],
      reused: false,
    });
    expect(contents(first.results)).toEqual(["1", "2"]);
    const second = await scripts.run({ script: "result $answer" });
    expect(second).toMatchObject({ containerId: first.containerId, reused: true });
    const third = await scripts.run(
      { script: "ask getLicenseID && result yes; ask other || result no" },
      { onCall: ({ command }) => (command === "getLicenseID" ? { id: "é" } : undefined) },
    );
    expect(contents(third.results)).toEqual(["yes", "no"]);
    expect(await scripts.run({ script: "fail one; fail two" })).toMatchObject({ exception: "one\ntwo" });
    expect(await left(label)).toBe(1);
    await scripts.close();
    expect(await left(label)).toBe(0);
  });

  test("is hardened, and what is not wanted of it can be said (4.3)", async () => {
    const label = engine.uniqueName("loop");
    await using scripts = scriptsWith(label, { network: "none" });
    const probes = [
      "result $(id -u):$(id -g)",
      "result $(grep CapEff /proc/self/status)",
      "result $(grep NoNewPrivs /proc/self/status)",
      "touch /x 2>/dev/null || result read-only",
      "touch /loop/x 2>/dev/null || result not its own",
      "touch /tmp/x && result tmp",
      "result $(ls /sys/class/net)",
    ];
    const { results, containerId } = await scripts.run({ script: probes.join("; ") });
    expect(contents(results)).toEqual([
      "65534:65534",
      "CapEff: 0000000000000000",
      "NoNewPrivs: 1",
      "read-only",
      "not its own",
      "tmp",
      "lo",
    ]);
    const { HostConfig } = await docker.containers.inspect(containerId);
    expect(HostConfig).toMatchObject({ Memory: 1024 ** 3, NanoCpus: 1e9, PidsLimit: 256, AutoRemove: true });
    await using open = scriptsWith(label, { readOnly: false, user: "0:0", network: "bridge" });
    const loose = await open.run({
      script: "touch /x && result yes; result $(id -u); result $(ls /sys/class/net)",
    });
    expect(contents(loose.results)).toEqual(["yes", "0", expect.stringContaining("eth0")]);
  });

  test("kills a script whose time is over, and one that is aborted (4.2)", async () => {
    const label = engine.uniqueName("loop");
    await using scripts = scriptsWith(label);
    await scripts.run({ script: "result 1" });
    const late = scripts.run({ script: "sleep 1000" }, { timeout: 500 });
    await expect(late).rejects.toBeInstanceOf(TimeoutError);
    expect(await left(label)).toBe(0);
    const stop = new AbortController();
    const aborted = scripts.run(
      { script: "say ready; sleep 1000" },
      { onLog: () => stop.abort(new Error("enough")) },
      { signal: stop.signal },
    );
    await expect(aborted).rejects.toThrow("enough");
    expect(await left(label)).toBe(0);
    expect(await scripts.run({ script: "result again" })).toMatchObject({ reused: false });
  });

  test("tells how a loop ended before its script, and what it said (4.2)", async () => {
    const label = engine.uniqueName("loop");
    await using scripts = scriptsWith(label);
    await expect(scripts.run({ script: "echo last words >&2; exit 5" })).rejects.toThrow(
      /ended with exit code 5 .*\nlast words/,
    );
    await using broken = scriptsWith(label, {
      program: { command: ["/bin/sh", "-c", "echo no such loop >&2"] },
    });
    await expect(broken.run({ script: "x" })).rejects.toThrow(/ended with exit code 0 .*\nno such loop/);
    await using missing = scriptsWith(label, { program: { command: ["/no/such"] } });
    await expect(missing.run({ script: "x" })).rejects.toThrow("/no/such");
    expect(await left(label)).toBe(0);
  });

  test("takes a container that died in the meantime for none, and ends one after a native script (4.2)", async () => {
    const label = engine.uniqueName("loop");
    await using scripts = scriptsWith(label);
    const { containerId } = await scripts.run({ script: "result 1" });
    await docker.containers.kill(containerId);
    expect(await scripts.run({ script: "result 2" })).toMatchObject({ reused: false });
    expect(await scripts.run({ script: "result 3", native: true })).toMatchObject({ reused: true });
    expect(await left(label)).toBe(0);
  });

  test("never has more containers than it may (4.2)", async () => {
    const label = engine.uniqueName("loop");
    await using scripts = scriptsWith(label, { maxContainers: 2 });
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) => scripts.run({ script: `result ${n}` })),
    );
    expect(outcomes.flatMap(({ results }) => contents(results))).toEqual(
      Array.from({ length: 12 }, (_, n) => `${n}`),
    );
    expect(new Set(outcomes.map(({ containerId }) => containerId)).size).toBe(2);
  });

  test("leaves nothing behind when the process that speaks with it is killed (4.3)", async () => {
    const label = engine.uniqueName("loop");
    const child = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        fileURLToPath(new URL("loop-child.ts", import.meta.url)),
        JSON.stringify({ engine, program: { ...program, content: String(program.content) }, label }),
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    expect(line).toBe("ran");
    expect(await left(label)).toBe(1);
    child.kill("SIGKILL");
    await expect.poll(() => left(label), { timeout: 10_000, interval: 100 }).toBe(0);
  });
});
