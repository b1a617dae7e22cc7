import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LoopOptions } from "../../../src/actions/loop/index.js";
import { frame } from "../../helpers/frames.js";
import { type FakeLoop, fakeLoop } from "./fake-loop.js";

const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe.skipIf(!hasPython)("the loop in Python, run by this machine's python3", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "python-loop-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** An engine whose containers are processes of this machine. */
  async function pythonLoop(options: LoopOptions = {}, env = {}): Promise<FakeLoop> {
    const processes = new Map<string, { socket?: Duplex; child?: ChildProcess }>();
    const fake = await fakeLoop(() => undefined, options, {
      connected: (socket, box) => processes.set(box.id, { socket }),
      async started(box) {
        const { socket } = processes.get(box.id) ?? {};
        const file = join(folder, `${box.id}.py`);
        await writeFile(file, contentOf(fake.boxes.find(({ id }) => id === box.id)?.archive));
        const child = spawn("python3", ["-u", file], { stdio: "pipe", env: { ...process.env, ...env } });
        child.stdin.on("error", () => undefined);
        socket?.pipe(child.stdin);
        socket?.once("close", () => child.kill("SIGKILL"));
        child.stdout.on("data", (data: Buffer) => box.raw(frame("stdout", data)));
        child.stderr.on("data", (data: Buffer) => box.raw(frame("stderr", data)));
        child.once("close", (code) => box.exit(code ?? 137));
      },
    });
    return fake;
  }

  test("runs scripts with fresh names and gives what they say (4.2)", async () => {
    await using fake = await pythonLoop();
    const first = await fake.scripts.run({
      script:
        "import sys, os\nx = 1\nprint('gr\u00fc\u00df', 2)\ndemisto.log('entry')\ndemisto.results({'a': 1})\ndemisto.results(['text', {'Contents': 'c', 'ContentsFormat': 'text', 'Type': 4}])\nsys.stdout.write('raw\\n')\nprint('aside', file=sys.stderr)\nos.environ['LEFT'] = '1'",
    });
    expect(first).toMatchObject({
      logs: [
        { level: "entry", message: "grüß 2" },
        { level: "entry", message: "entry" },
      ],
      results: [
        { Type: 1, Contents: { a: 1 }, ContentsFormat: "json" },
        { Type: 1, Contents: "text", ContentsFormat: "text" },
        { Type: 4, Contents: "c", ContentsFormat: "text" },
      ],
      noise: ["raw"],
      reused: false,
    });
    const second = await fake.scripts.run({
      script: "import os\ndemisto.results(['x' in globals(), os.environ.get('LEFT')])",
    });
    expect(second.results.map((result) => (result as { Contents: unknown }).Contents)).toEqual([false, null]);
    expect(second).toMatchObject({ reused: true, containerId: first.containerId });
  });

  test("asks, is answered, and hears refusals as errors (4.2)", async () => {
    await using fake = await pythonLoop();
    const script = `
demisto.results([demisto.args()['é'], demisto.command(), demisto.params(), demisto.incident()])
demisto.results(demisto.executeCommand('getList', {'name': 'é'}))
demisto.results(demisto.dt({'a': 1}, 'a.b'))
demisto.results([demisto.getLicenseID(), demisto.demistoUrls(), demisto.getFilePath('7')])
demisto.info('one', 2)
demisto.setContext('k', [1])
try:
    demisto.execute('module', 'command')
except ValueError as error:
    demisto.results(str(error))
`;
    const asked: unknown[] = [];
    const outcome = await fake.scripts.run(
      {
        script,
        integration: true,
        args: { é: "ü$$##" },
        params: { p: 1 },
        command: "do-it",
        context: { Incidents: [{ id: "9" }] },
      },
      {
        onCall: (call) => {
          asked.push(call);
          if (call.type === "execute") throw new Error("no such module: 'é'");
          return { id: "L", result: "D", text: "$$## é" };
        },
      },
    );
    const answer = { id: "L", result: "D", text: "$$## é" };
    expect(outcome.exception).toBeUndefined();
    expect(outcome.results.map((result) => (result as { Contents: unknown }).Contents)).toEqual([
      "ü$$##",
      "do-it",
      { p: 1 },
      { id: "9" },
      answer,
      "D",
      "L",
      answer,
      answer,
      "no such module: 'é'",
    ]);
    expect(outcome.logs).toEqual([{ level: "info", message: "one 2" }]);
    expect(asked).toEqual([
      { type: "executeCommand", command: "getList", args: { name: "é" } },
      { type: "dt", name: "a.b", value: { a: 1 } },
      { type: "executeCommand", command: "getLicenseID", args: {} },
      { type: "demistoUrls" },
      { type: "getFileByEntryID", command: "getFilePath", args: { id: "7" } },
      { type: "setContext", name: "k", value: [1] },
      { type: "execute", module: "module", command: "command", args: {} },
    ]);
  });

  test("tells exceptions with their lines, and goes on; an exit is an end (4.2)", async () => {
    await using fake = await pythonLoop();
    const failed = await fake.scripts.run({ script: "def f():\n    raise KeyError('nö')\nf()" });
    expect(failed.exception).toMatch(/^Traceback .*\n {2}File "<script>", line 3.*\n.*\n?.*KeyError: 'nö'$/s);
    const wrong = await fake.scripts.run({ script: "x = = 1" });
    expect(wrong.exception).toContain("SyntaxError");
    const left = await fake.scripts.run({ script: "import sys\ndemisto.results('a')\nsys.exit(3)" });
    expect(left.exception).toBeUndefined();
    expect(left).toMatchObject({ reused: true, results: [{ Contents: "a" }] });
    expect(new Set([failed, wrong, left].map(({ containerId }) => containerId)).size).toBe(1);
  });

  test("speaks UTF-8 wherever it runs (4.2)", async () => {
    await using fake = await pythonLoop({}, { LC_ALL: "C", PYTHONIOENCODING: "ascii", PYTHONUTF8: "0" });
    const outcome = await fake.scripts.run({
      script: "import sys\ndemisto.results('é😀')\nsys.stdout.write('é\\n')",
    });
    expect(outcome).toMatchObject({ results: [{ Contents: "é😀" }], noise: ["é"] });
  });

  test("ends after a native script, and with its input (4.2)", async () => {
    await using fake = await pythonLoop();
    await fake.scripts.run({ script: "pass", native: true });
    expect(fake.left).toEqual([]);
  });

  test("is killed in the middle of a script that does not end (4.2)", async () => {
    await using fake = await pythonLoop();
    const endless = fake.scripts.run({ script: "while True: pass" }, { timeout: 300 });
    await expect(endless).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
    const dead = fake.scripts.run({ script: "import os, sys\nprint('bye', file=sys.stderr)\nos._exit(9)" });
    await expect(dead).rejects.toThrow(/exit code 9 .*\nbye/);
  });
});

/** The content of the only file of a tar archive. */
function contentOf(archive: Buffer | undefined): Buffer {
  if (archive === undefined) throw new Error("nothing was copied");
  const size = Number.parseInt(archive.toString("latin1", 124, 136), 8);
  return archive.subarray(512, 512 + size);
}
