import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import { type FileSink, folderSink } from "../../../src/connector/files.js";
import type { Call } from "../../helpers/fake-daemon.js";
import { frame, pieces } from "../../helpers/frames.js";
import { fakeConnector } from "../fake-connector.js";

const multiplexed = { "Content-Type": "application/vnd.docker.multiplexed-stream" };
const raw = { "Content-Type": "application/vnd.docker.raw-stream" };
const inspected = { Id: "c1", Config: { Tty: false } };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "connector-output-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs an action on an engine that answers as `handler` does, with files in the folder of this test. */
async function execute(
  route: string,
  handler: (call: Call) => void | Promise<void>,
  [name, parameters, options = {}]: [name: string, parameters: object, options?: object],
  { api = "1.51", sink = folderSink(folder) }: { api?: string; sink?: FileSink } = {},
) {
  await using fake = await fakeConnector(
    { [route]: handler, "GET /containers/{id}/json": (call) => call.json(200, inspected) },
    { api },
  );
  await using connector = createConnector(
    { socketPath: fake.daemon.socketPath, retryAttempts: "3", retryDelay: "0", rateLimit: "0" },
    { sink },
  );
  const envelope = await connector.execute(name, parameters, options);
  await fake.daemon.settled();
  const query = Object.fromEntries(fake.calls.at(-1)?.query ?? []);
  return { ...envelope, query, calls: fake.calls.filter(({ path }) => !path.endsWith("/json")) };
}

describe("container_logs", () => {
  const route = "GET /containers/web/logs";

  test("gives stdout and stderr apart, without frames, characters whole across them (F-2.3-6)", async () => {
    const bytes = Buffer.concat([
      frame("stdout", Buffer.from("aé").subarray(0, 2)),
      frame("stderr", "err ü\n"),
      frame("stdout", Buffer.from("aé\n").subarray(2)),
    ]);
    const envelope = await execute(route, (call) => call.stream(pieces(bytes, 1), multiplexed), [
      "docker-container-logs",
      { id: "web", tail: "5", timestamps: "true", since: "2026-01-01T00:00:00", stderr: "" },
    ]);
    expect(envelope).toMatchObject({
      status: "success",
      message: "Read 11 bytes of the output of container web.",
      data: [{ stdout: "aé\n", stderr: "err ü\n" }],
      summary: { stdoutBytes: 4, stderrBytes: 7 },
      files: [],
      meta: { truncated: false },
      query: {
        follow: "false",
        stdout: "true",
        stderr: "true",
        tail: "5",
        timestamps: "true",
        since: "1767225600",
      },
    });
  });

  test("sends that a stream is not wanted, and a time that was given as a duration (F-2.3-1, F20)", async () => {
    const { query } = await execute(route, (call) => call.stream([], multiplexed), [
      "container_logs",
      { id: "web", stdout: "false", since: "10m" },
    ]);
    expect(query).toMatchObject({ stdout: "false", stderr: "true", since: expect.stringMatching(/^\d{10}/) });
  });

  test("gives what a TTY shows as stdout", async () => {
    const envelope = await execute(route, (call) => call.stream(["a\r\n"], raw), [
      "container_logs",
      { id: "web" },
    ]);
    expect(envelope.data).toEqual([{ stdout: "a\r\n", stderr: "" }]);
  });

  test("asks an engine that does not say it whether there are frames (X-2.4)", async () => {
    const envelope = await execute(
      route,
      (call) => call.stream([frame("stderr", "a")]),
      ["container_logs", { id: "web" }],
      { api: "1.41" },
    );
    expect(envelope.data).toEqual([{ stdout: "", stderr: "a" }]);
  });

  test("saves the whole of what is too long, in the order in which it came", async () => {
    const parts = [
      frame("stdout", "123456"),
      frame("stderr", "7é"),
      frame("stdout", "abcé"),
      frame("stdout", "z"),
    ];
    const envelope = await execute(route, (call) => call.stream(parts, multiplexed), [
      "container_logs",
      { id: "web" },
      { bounds: { bytes: 8 } },
    ]);
    const [saved] = envelope.files;
    expect(await readFile(saved?.path ?? "", "utf8")).toBe("1234567éabcéz");
    expect(saved).toMatchObject({ name: "web.log", size: 15, mediaType: "text/plain" });
    expect(envelope).toMatchObject({
      // Without the half of a character.
      data: [{ stdout: "123456", stderr: "7", file: saved?.path }],
      message: "Read 7 bytes of the output of container web. All of it is in a file.",
      meta: { truncated: false },
    });
  });

  test("cuts off what is followed, closes the connection and does not ask again (F-2.3-3)", async () => {
    const endless = async (call: Call) => {
      call.start(200, multiplexed);
      while (!call.closed) await call.write(frame("stdout", "tick\n"));
    };
    const envelope = await execute(route, endless, [
      "container_logs",
      { id: "web", follow: "true" },
      { bounds: { bytes: 12 } },
    ]);
    expect(envelope).toMatchObject({
      status: "success",
      data: [{ stdout: "tick\ntick\nti", stderr: "" }],
      files: [],
      meta: { truncated: true },
    });
    expect(envelope.message).toMatch(/ A limit cut it off\.$/);
    expect(envelope.calls).toHaveLength(1);
  });

  test("tells line by line what is followed", async () => {
    const parts = [frame("stdout", "one\ntw"), frame("stderr", "err\n"), frame("stdout", "o\nthree")];
    const lines: string[] = [];
    const follow = { id: "web", follow: "true" };
    const options = { onProgress: (line: string) => lines.push(line) };
    const { data } = await execute(route, (call) => call.stream(parts, multiplexed), [
      "container_logs",
      follow,
      options,
    ]);
    expect(lines).toEqual(["one", "err", "two"]);
    expect(data).toEqual([{ stdout: "one\ntwo\nthree", stderr: "err\n" }]);
  });

  test("ends a quiet one when its time is over (F-2.3-3)", async () => {
    const quiet = (call: Call) => call.start(200, multiplexed);
    const envelope = await execute(route, quiet, [
      "container_logs",
      { id: "web", follow: "true" },
      { bounds: { time: 100 } },
    ]);
    expect(envelope).toMatchObject({ data: [{ stdout: "", stderr: "" }], meta: { truncated: true } });
    expect(envelope.calls).toHaveLength(1);
  });

  test("fails where the engine does, and where the output is broken", async () => {
    const missing = (call: Call) => call.json(404, { message: "No such container: web" });
    expect(await execute(route, missing, ["container_logs", { id: "web" }])).toMatchObject({
      status: "failed",
      error: { category: "not_found", message: "No such container: web" },
    });
    const cut = (call: Call) => call.stream([frame("stdout", "abc").subarray(0, 9)], multiplexed);
    expect(await execute(route, cut, ["container_logs", { id: "web" }])).toMatchObject({
      status: "failed",
      error: { category: "stream_error" },
    });
  });

  test("closes the connection when the file cannot be written", async () => {
    const endless = async (call: Call) => {
      call.start(200, multiplexed);
      while (!call.closed) await call.write(frame("stdout", "tick\n"));
    };
    const sink: FileSink = {
      async save(_name, content) {
        for await (const _chunk of content) throw new Error("full");
        throw new Error("empty");
      },
    };
    const envelope = await execute(
      route,
      endless,
      ["container_logs", { id: "web" }, { bounds: { bytes: 12 } }],
      { sink },
    );
    expect(envelope).toMatchObject({ status: "failed", message: "full" });
  });

  test("ends with the signal", async () => {
    const abort = new AbortController();
    const quiet = (call: Call) => {
      call.start(200, multiplexed);
      setTimeout(() => abort.abort(), 20);
    };
    const envelope = await execute(route, quiet, [
      "container_logs",
      { id: "web", follow: "true" },
      { signal: abort.signal },
    ]);
    expect(envelope.error?.category).toBe("cancelled");
  });
});

describe("container_attach", () => {
  const route = "POST /containers/web/attach";

  test("gives the output of both streams apart (F-2.3-6)", async () => {
    const handler = (call: Call) => {
      const socket = call.hijack(multiplexed);
      socket.end(Buffer.concat([frame("stdout", "out\n"), frame("stderr", "err\n")]));
    };
    const envelope = await execute(route, handler, [
      "attach_container",
      { id: "web", stream: "true", stdout: "true", stderr: "true", stdin: "false", detachKeys: "ctrl-x" },
    ]);
    expect(envelope).toMatchObject({
      data: [{ stdout: "out\n", stderr: "err\n" }],
      message: "Read 8 bytes of the output of container web.",
      query: {
        stream: "true",
        stdout: "true",
        stderr: "true",
        stdin: "false",
        logs: "false",
        detachKeys: "ctrl-x",
      },
      meta: { truncated: false },
    });
  });

  test("gives the output of the past where nothing else was asked for", async () => {
    const handler = (call: Call) => void call.hijack(multiplexed).end(frame("stdout", "out\n"));
    const { data, query } = await execute(route, handler, ["container_attach", { id: "web" }]);
    expect(data).toEqual([{ stdout: "out\n", stderr: "" }]);
    expect(query).toEqual({ stream: "false", stdout: "true", stderr: "true", stdin: "false", logs: "true" });
  });

  test("cuts off what goes on and closes the connection (F-2.3-3)", async () => {
    const handler = (call: Call) => {
      const socket = call.hijack(multiplexed);
      socket.write(frame("stdout", "tick\n"));
      // Only who reads learns that the other side is gone.
      socket.resume().on("end", () => socket.end());
    };
    const envelope = await execute(route, handler, [
      "container_attach",
      { id: "web", stream: "true" },
      { bounds: { time: 100 } },
    ]);
    expect(envelope).toMatchObject({
      data: [{ stdout: "tick\n", stderr: "" }],
      message: "Read 5 bytes of the output of container web. A limit cut it off.",
      meta: { truncated: true },
    });
    expect(envelope.calls).toHaveLength(1);
  });
});

describe("container_stats", () => {
  const route = "GET /containers/web/stats";
  const sample = {
    read: "2026-01-01T00:00:02Z",
    cpu_stats: { cpu_usage: { total_usage: 300 }, system_cpu_usage: 2000, online_cpus: 2 },
    precpu_stats: { cpu_usage: { total_usage: 100 }, system_cpu_usage: 1000, online_cpus: 2 },
    memory_stats: { usage: 5, limit: 10 },
    pids_stats: { current: 3 },
  };

  test("fails where one sample does not come in the time for a request", async () => {
    await using fake = await fakeConnector({ [route]: () => {} }, { config: { timeout: "0.1" } });
    expect((await fake.connector.execute("container_stats", { id: "web" })).error?.category).toBe("timeout");
  });

  test("sums a sample up", async () => {
    const { summary, query } = await execute(route, (call) => call.json(200, sample), [
      "container_stats",
      { id: "web" },
    ]);
    expect(summary).toEqual({ samples: 1, cpuPercent: 40, memoryUsage: 5, memoryLimit: 10, processes: 3 });
    expect(query).toEqual({ stream: "false" });
  });

  test("leaves out of the sum what was not measured", async () => {
    const empty = {
      read: "0001-01-01T00:00:00Z",
      cpu_stats: {},
      precpu_stats: {},
      memory_stats: {},
      pids_stats: {},
    };
    const { summary } = await execute(route, (call) => call.json(200, empty), [
      "container_stats",
      { id: "web" },
    ]);
    expect(summary).toEqual({ samples: 1 });
  });

  test("cuts off samples that go on, and does not ask again (F-2.3-3)", async () => {
    const endless = async (call: Call) => {
      call.start();
      while (!call.closed) await call.write(`${JSON.stringify(sample)}\n`);
    };
    const envelope = await execute(route, endless, [
      "container_stats",
      { id: "web", stream: "true" },
      { bounds: { items: 3 } },
    ]);
    expect(envelope).toMatchObject({
      data: [sample, sample, sample],
      message: "Read 3 samples of what container web uses, up to the limit.",
      meta: { truncated: true },
      query: { stream: "true" },
    });
    expect(envelope.calls).toHaveLength(1);
  });
});

test.each([
  ["container_logs", { follow: "true" }],
  ["container_attach", { stream: "true" }],
  ["container_stats", {}],
  ["container_wait", {}],
  ["container_changes", {}],
  ["container_commit", {}],
])("a dry run of %s sends nothing", async (name, parameters) => {
  await using fake = await fakeConnector();
  const { status, message } = await fake.connector.execute(
    name as string,
    { id: "web", ...parameters },
    { dryRun: true },
  );
  expect({ status, message }).toEqual({ status: "success", message: expect.stringMatching(/^Dry run: /) });
  expect(fake.calls).toEqual([]);
});
