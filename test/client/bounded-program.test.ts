import { spawnSync } from "node:child_process";
import { getEventListeners } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type BoundedProgramOptions, runBounded } from "../../src/client/bounded-program.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bounded-"));
});
afterEach(() => rm(folder, { recursive: true }));

const usual: BoundedProgramOptions = {
  input: "",
  environment: process.env,
  platform: process.platform,
  timeout: 10_000,
  limit: 1_000,
  signal: undefined,
};

function run(script: string, options: Partial<BoundedProgramOptions> = {}) {
  return runBounded(process.execPath, ["-e", script], { ...usual, ...options });
}

/** Notes its own number and that of a child which outlives everything polite, and goes on. */
const stubborn = (file: string) => `
process.on("SIGTERM", () => {});
const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
require("node:fs").writeFileSync(${JSON.stringify(file)}, JSON.stringify([process.pid, child.pid]));
setInterval(() => {}, 1000);
`;

function pidsOf(file: string): number[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8") || "[]") as number[]) : [];
}

function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return /^[^Z\s]/.test(stdout);
}

describe("runBounded", () => {
  test("gives the input and takes what comes back", async () => {
    const script = `process.stdin.on("data", (d) => { process.stdout.write("got " + d); process.stderr.write("err") });`;
    expect(await run(script, { input: "äöü" })).toEqual({
      end: "exit code 0",
      stdout: "got äöü",
      stderr: "err",
    });
  });

  test("tells how the program ended", async () => {
    expect((await run("process.exit(3)")).end).toBe("exit code 3");
    expect((await run('process.kill(process.pid, "SIGKILL")')).end).toBe("signal SIGKILL");
  });

  test("does not mind a program that reads nothing of a large input", async () => {
    const input = "x".repeat(1_000_000);
    expect((await run("process.stdin.destroy()", { input })).end).toBe("exit code 0");
  });

  test("keeps the end of what goes to stderr", async () => {
    const { stderr } = await run('process.stderr.write("a".repeat(100000) + "the end")');
    expect(stderr).toHaveLength(2_048);
    expect(stderr).toMatch(/the end$/);
  });

  test("takes as much as the limit and stops a program that writes more", async () => {
    expect((await run('process.stdout.write("x".repeat(1000))')).end).toBe("exit code 0");
    const outcome = await run('setInterval(() => process.stdout.write("x".repeat(300)), 1)');
    expect(outcome.end).toBe("too much");
    expect(outcome.stdout.length).toBeLessThanOrEqual(1_000);
  });

  test("does not wait for a background process that holds the pipes", async () => {
    const file = join(folder, "pids");
    const script = `
      const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit", detached: true });
      require("node:fs").writeFileSync(${JSON.stringify(file)}, JSON.stringify([child.pid]));
      child.unref(); process.stdout.write("done"); process.exitCode = 0; setTimeout(() => process.exit(), 50);`;
    const outcome = await run(script, { timeout: 5_000 });
    const [pid = 0] = pidsOf(file);
    process.kill(pid, "SIGKILL");
    expect(outcome).toMatchObject({ end: "exit code 0", stdout: "done" });
  });

  test("stops a program that takes too long, and those it started", async () => {
    const file = join(folder, "pids");
    const outcome = await run(stubborn(file), { timeout: 1_000 });
    expect(outcome.end).toBe("too long");
    const pids = pidsOf(file);
    expect(pids).toHaveLength(2);
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 5_000, interval: 100 });
  });

  test.each([new Error("enough"), "enough", 0, null])(
    "rejects with the signal's reason %j and stops it",
    async (reason) => {
      const file = join(folder, "pids");
      const stop = new AbortController();
      const running = run(stubborn(file), { signal: stop.signal });
      await vi.waitFor(() => expect(pidsOf(file)).toHaveLength(2), { timeout: 5_000 });
      stop.abort(reason);
      expect(await running.catch((error: unknown) => error)).toBe(reason);
      expect(getEventListeners(stop.signal, "abort")).toEqual([]);
      const pids = pidsOf(file);
      await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 5_000, interval: 100 });
    },
  );

  test("starts nothing for a signal that has aborted", async () => {
    const file = join(folder, "pids");
    const reason = new Error("before");
    const running = run(stubborn(file), { signal: AbortSignal.abort(reason) });
    expect(await running.catch((error: unknown) => error)).toBe(reason);
    expect(existsSync(file)).toBe(false);
  });

  test("leaves no listener behind", async () => {
    const { signal } = new AbortController();
    await run("", { signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("passes on why a program does not start", async () => {
    await expect(runBounded(join(folder, "none"), [], usual)).rejects.toMatchObject({ code: "ENOENT" });
    await writeFile(join(folder, "text"), "#!/none/there\n", { mode: 0o755 });
    await expect(runBounded(join(folder, "text"), [], usual)).rejects.toMatchObject({ code: "ENOENT" });
    await expect(runBounded(folder, [], usual)).rejects.toMatchObject({ code: "EACCES" });
  });
});
