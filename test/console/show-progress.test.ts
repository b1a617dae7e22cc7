import { PassThrough, Writable } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type ProgressOutput, showProgress } from "../../src/console/index.js";
import { ProgressError } from "../../src/errors.js";
import type { BuildEvent } from "../../src/streams/build-event.js";
import { buildOf, jobOf } from "./fake-job.js";
import { screenOf } from "./screen.js";

afterEach(() => vi.unstubAllEnvs());

const pull = [
  { status: "Pulling from library/alpine", id: "3" },
  { status: "Pulling fs layer", progressDetail: {}, id: "aaaa" },
  { status: "Pulling fs layer", progressDetail: {}, id: "bbbb" },
  100,
  { status: "Downloading", progressDetail: { current: 1_000_000, total: 4_000_000 }, id: "aaaa" },
  100,
  { status: "Downloading", progressDetail: { current: 3_000_000, total: 4_000_000 }, id: "aaaa" },
  { status: "Pull complete", progressDetail: {}, id: "bbbb" },
  100,
  { status: "Pull complete", progressDetail: {}, id: "aaaa" },
  { status: "Digest: sha256:00" },
];

const step = (id: string, state: string, more: object = {}) =>
  ({ kind: "step", id, name: `[${id}/2] RUN ${id}`, state, ...more }) as BuildEvent;

describe("in a terminal", () => {
  test("draws a bar for each layer over again, and leaves the last state", async () => {
    const { output, written, shown } = terminal();
    expect(await showProgress(jobOf(...pull), { output })).toBe("the result");
    expect(shown()).toEqual([
      "Pulling from library/alpine",
      "aaaa          Pull complete",
      "bbbb          Pull complete",
      "Digest: sha256:00",
      "",
    ]);
    expect(written()).toContain("[====>           ]   25%  1.0 MB / 4.0 MB");
    expect(written()).toContain(" 75%  3.0 MB / 4.0 MB");
  });

  test("shows in the middle what is there and nothing twice", async () => {
    const { output, shown } = terminal({ columns: 100 });
    const seen: string[][] = [];
    const job = jobOf(
      ...pull.slice(0, 7),
      150,
      { status: "Waiting", id: "cccc" },
      150,
      { status: "Waiting", id: "dddd" },
      150,
    );
    const timer = setInterval(() => seen.push(shown()), 20);
    await showProgress(job, { output });
    clearInterval(timer);
    expect(seen).toContainEqual([
      "Pulling from library/alpine",
      `aaaa          Downloading         [======================>       ]   75%  3.0 MB / 4.0 MB`,
      "bbbb          Pulling fs layer",
      "cccc          Waiting",
      "",
    ]);
    for (const lines of seen) expect(lines.filter((line) => line.startsWith("aaaa")).length).toBeLessThan(2);
  });

  test("fits into one that is low, and shows all when it is over", async () => {
    const { output, shown, written } = terminal({ rows: 5 });
    const layers = Array.from({ length: 20 }, (_, n) => ({ status: "Waiting", id: `layer${n}` }));
    const later = [120, { status: "Downloading", id: "layer3", progressDetail: { current: 1_000_000 } }, 120];
    await showProgress(jobOf(...layers, ...later, ...layers), { output });
    expect(written()).toContain("... 17 more");
    expect(written()).toContain("layer3        Downloading         1.0 MB");
    expect(shown()).toEqual([...layers.map(({ id }) => `${id.padEnd(12)}  Waiting`), ""]);
  });

  test("has a line for each step of a build", async () => {
    const { output, shown, written } = terminal();
    const job = buildOf(
      step("2", "waiting"),
      step("1", "waiting"),
      step("1", "running", { started: new Date(0) }),
      { kind: "log", stream: "stdout", text: "compiling a\ncompiling b\n", stepId: "1" },
      150,
      {
        kind: "progress",
        status: "sha256:00",
        current: 1_000_000,
        total: 2_000_000,
        percent: 50,
        stepId: "1",
      },
      150,
      step("1", "done", { started: new Date(0), completed: new Date(2500) }),
      step("2", "failed", { error: "exit code: 1\n" }),
      { kind: "warning", message: "a bad habit", details: [] },
      { kind: "image", id: "sha256:11" },
    );
    expect(await showProgress(job, { output })).toBe("the image");
    expect(written()).toContain("running   [1/2] RUN 1  | compiling b");
    expect(written()).toContain("]   50%  1.0 MB / 2.0 MB");
    expect(shown()).toEqual([
      "done      [1/2] RUN 1  2.5 s",
      "failed    [2/2] RUN 2  | exit code: 1",
      "warning: a bad habit",
      "image sha256:11",
      "",
    ]);
  });

  test("ends cleanly where the job fails, and fails with its error", async () => {
    const { output, shown } = terminal();
    const reason = new ProgressError("denied");
    await expect(showProgress(jobOf(...pull.slice(0, 7), reason), { output })).rejects.toBe(reason);
    expect(shown()).toEqual([
      "Pulling from library/alpine",
      expect.stringMatching(/^aaaa {10}Downloading .*75%/),
      "bbbb          Pulling fs layer",
      "",
    ]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(shown().length).toBe(4);
  });

  test("ends cleanly where the job is aborted", async () => {
    const { output, shown } = terminal();
    const job = jobOf(...pull.slice(0, 3), 300, { status: "too late" });
    const timer = setTimeout(() => void job.close(), 150);
    await expect(showProgress(job, { output })).rejects.toMatchObject({ code: "JOB_ABORTED" });
    clearTimeout(timer);
    expect(shown()).toEqual([
      "Pulling from library/alpine",
      "aaaa          Pulling fs layer",
      "bbbb          Pulling fs layer",
      "",
    ]);
  });

  test("writes nothing for a job that has nothing to say", async () => {
    const { output, written } = terminal();
    await showProgress(jobOf(), { output });
    await expect(showProgress(jobOf(new Error("refused")), { output })).rejects.toThrow("refused");
    expect(written()).toBe("");
  });

  test("is not steered by what an engine or a registry says", async () => {
    const evil = "\x1b[2J\x1b]0;owned\x07\r\nok\u202e";
    const { output, written, shown } = terminal();
    await showProgress(
      jobOf(
        { status: evil },
        { status: evil, id: evil },
        120,
        { stream: `${evil}\n${evil}` },
        { status: evil, id: "x" },
      ),
      { output },
    );
    await showProgress(
      buildOf(
        step("1", "running", { name: evil }),
        { kind: "log", stream: "stdout", text: `${evil}${evil}`, stepId: "1" },
        { kind: "progress", status: evil, layer: evil },
        120,
        step("2", "failed", { name: evil, error: evil }),
        { kind: "warning", message: evil, details: [] },
        { kind: "image", id: evil },
      ),
      { output },
    );
    // The screen knows what the drawing says to a terminal, and takes nothing else.
    expect(shown()).toContain("ok");
    for (const piece of ["owned", "\u0007", "\u202e", "2J"]) expect(written()).not.toContain(piece);
  });

  test("draws a flood a few times only", async () => {
    const { output, written } = terminal();
    const flood = Array.from({ length: 5000 }, (_, current) => ({
      status: "Downloading",
      id: "aaaa",
      progressDetail: { current, total: 5000 },
    }));
    await showProgress(jobOf(...flood, 100), { output });
    expect(written().match(/Downloading/g)?.length).toBeLessThan(100);
  });

  test("is not a terminal where it cannot be drawn in", async () => {
    for (const size of [
      { columns: 0, rows: 0 },
      { columns: 80, rows: 0 },
    ]) {
      const { output, written } = terminal(size);
      await showProgress(jobOf(...pull), { output });
      expect(written()).not.toContain("\x1b");
    }
    vi.stubEnv("TERM", "dumb");
    const { output, written } = terminal();
    await showProgress(jobOf(...pull), { output });
    expect(written()).not.toContain("\x1b");
  });
});

describe("elsewhere", () => {
  test("writes a line for each change of a layer's state", async () => {
    const { output, written } = file();
    expect(await showProgress(jobOf(...pull), { output })).toBe("the result");
    expect(written().split("\n")).toEqual([
      "Pulling from library/alpine",
      "aaaa: Pulling fs layer",
      "bbbb: Pulling fs layer",
      "aaaa: Downloading",
      "bbbb: Pull complete",
      "aaaa: Pull complete",
      "Digest: sha256:00",
      "",
    ]);
  });

  test("writes what a load and an import say", async () => {
    const { output, written } = file();
    await showProgress(jobOf({ stream: "Loaded image: a:1\n" }), { output });
    await showProgress(
      jobOf(
        { status: "Importing", progressDetail: { current: 1, total: 2 } },
        { status: "Importing", progressDetail: { current: 2, total: 2 } },
        { status: "sha256:00" },
      ),
      { output },
    );
    expect(written()).toBe("Loaded image: a:1\nImporting\nsha256:00\n");
  });

  test("writes a line for each state of a build's steps", async () => {
    const { output, written } = file();
    const times = { started: new Date(0), completed: new Date(1234) };
    await showProgress(
      buildOf(
        step("1", "waiting"),
        step("1", "running"),
        step("1", "running"),
        { kind: "log", stream: "stdout", text: "words", stepId: "1" },
        { kind: "progress", status: "Downloading", layer: "aaaa", current: 1 },
        { kind: "progress", status: "Downloading", layer: "aaaa", current: 2 },
        step("1", "done", times),
        step("2", "cached"),
        step("3", "failed", { error: "exit\ncode: 1" }),
        { kind: "other", raw: {} },
      ),
      { output },
    );
    expect(written().split("\n")).toEqual([
      "[1/2] RUN 1: running",
      "aaaa: Downloading",
      "[1/2] RUN 1: done in 1.2 s",
      "[2/2] RUN 2: cached",
      "[3/2] RUN 3: failed: exit code: 1",
      "",
    ]);
  });

  test("waits for a slow reader, and not for one that has gone", async () => {
    const release: (() => void)[] = [];
    const slow = new Writable({ highWaterMark: 1, write: (_, __, done) => void release.push(done) });
    let over = false;
    const showing = showProgress(jobOf({ status: "a" }, { status: "b" }, { status: "c" }), {
      output: slow,
    }).then(() => {
      over = true;
    });
    await vi.waitFor(() => expect(release.length).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(over).toBe(false);
    expect(slow.writableLength).toBe(2);
    slow.destroy();
    await showing;
    expect(slow.listenerCount("drain")).toBe(0);
  });
});

test("shows on stderr where nothing else is asked for", async () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await showProgress(jobOf({ status: "hello" }));
    expect(write.mock.calls.flat().join("")).toContain("hello");
  } finally {
    write.mockRestore();
  }
});

function terminal({ columns = 80, rows = 24 } = {}) {
  const { output, written } = file();
  Object.assign(output, { isTTY: true, columns, rows });
  return { output, written, shown: () => screenOf(written(), { columns, rows }) };
}

function file(): { output: ProgressOutput; written: () => string } {
  const output: ProgressOutput = new PassThrough();
  let text = "";
  output.on("data", (piece) => {
    text += piece;
  });
  return { output, written: () => text };
}
