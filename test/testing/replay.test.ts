import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { InvalidArgumentError, NotFoundError, ServerError } from "../../src/errors.js";
import type { Exchange } from "../../src/testing/exchange.js";
import { startRecorder } from "../../src/testing/recorder.js";
import { type RecordedExchange, recordingFormat } from "../../src/testing/recording.js";
import { type ReplayOptions, startReplay } from "../../src/testing/replay.js";
import { frame } from "../helpers/frames.js";
import { ownEngine } from "./own-engine.js";
import { recordingFile } from "./recording-file.js";

const json = { "Content-Type": "application/json" };
const multiplexed = "application/vnd.docker.multiplexed-stream";

/** A replay of exchanges that are written by hand, and a client of it. */
async function replaying(exchanges: RecordedExchange[], options: Partial<ReplayOptions> = {}) {
  const place = await recordingFile();
  await writeFile(place.file, JSON.stringify({ format: recordingFormat, exchanges }));
  const replay = await startReplay({ file: place.file, ...options });
  const docker = new Docker({ host: replay.host, apiVersion: "1.51", retry: false, cliCredentials: false });
  return {
    replay,
    docker,
    async [Symbol.asyncDispose]() {
      await docker.close();
      await replay.stop();
      await place[Symbol.asyncDispose]();
    },
  };
}

function inspected(name: string, Id: string): RecordedExchange {
  return {
    method: "GET",
    path: `/containers/${name}/json`,
    operation: "ContainerInspect",
    version: "1.51",
    answer: { status: 200, headers: json, body: { json: { Id } } },
  };
}

const start: RecordedExchange = {
  method: "POST",
  path: "/containers/web/start",
  operation: "ContainerStart",
  version: "1.51",
  answer: { status: 204, headers: {} },
};

test("gives the answers to a path in their order, and says which are left", async () => {
  await using run = await replaying([
    inspected("web", "1"),
    inspected("db", "d"),
    inspected("web", "2"),
    start,
  ]);
  const { docker, replay } = run;
  const ids: string[] = [];
  for (const name of ["web", "web", "db"]) ids.push((await docker.containers.inspect(name)).Id);
  expect(ids).toEqual(["1", "2", "d"]);
  expect(replay.unused).toEqual([start]);
  await docker.containers.start("web");
  expect(replay.unused).toEqual([]);
  expect(replay.requests.of("ContainerInspect")).toHaveLength(3);
});

test("prefers the answer to the same query", async () => {
  const list = (all: string, Id: string): RecordedExchange => ({
    method: "GET",
    path: "/containers/json",
    operation: "ContainerList",
    query: { all },
    answer: { status: 200, headers: json, body: { json: [{ Id }] } },
  });
  await using run = await replaying([list("false", "1"), list("true", "2")]);
  expect(await run.docker.containers.list({ all: true })).toMatchObject([{ Id: "2" }]);
  expect(await run.docker.containers.list({ all: true })).toMatchObject([{ Id: "1" }]);
});

test("gives a question that changes nothing its last answer again, and anything else none", async () => {
  await using run = await replaying([inspected("web", "1"), start]);
  for (let n = 0; n < 3; n++) expect(await run.docker.containers.inspect("web")).toMatchObject({ Id: "1" });
  await run.docker.containers.start("web");
  await expect(run.docker.containers.start("web")).rejects.toThrow(
    "The recording has one answer to POST /containers/web/start (ContainerStart), and no more: it has been given.",
  );
});

test("answers 501 to what was not recorded, names it and what is near", async () => {
  await using run = await replaying([inspected("web", "1"), start]);
  const failure = await run.docker.containers.start("other").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ServerError);
  expect(failure).toMatchObject({ status: 501 });
  expect(String(failure)).toContain(
    "The recording has no answer to POST /containers/other/start (ContainerStart). Near are POST /containers/web/start (ContainerStart).",
  );
  await expect(run.docker.containers.stop("web")).rejects.toThrow(
    "no answer to POST /containers/web/stop (ContainerStop). Near are POST /containers/web/start (ContainerStart).",
  );
});

test("is exact where it is strict: query, body, and how often", async () => {
  const create: RecordedExchange = {
    method: "POST",
    path: "/containers/create",
    operation: "ContainerCreate",
    query: { name: "web" },
    body: { Image: "a", Env: ["TOKEN=(hidden)"] },
    answer: { status: 201, headers: json, body: { json: { Id: "1", Warnings: [] } } },
  };
  await using run = await replaying([create, inspected("web", "1")], { strict: true });
  const { docker } = run;
  const right = { Image: "a", Env: ["TOKEN=x"] };
  await expect(docker.containers.create({ Image: "b" }, { name: "web" })).rejects.toThrow(
    "POST /containers/create (ContainerCreate) came with another body than was recorded, and the replay is strict.",
  );
  await expect(docker.containers.create(right)).rejects.toThrow("came with another query than");
  expect(await docker.containers.create(right, { name: "web" })).toMatchObject({ Id: "1" });
  await docker.containers.inspect("web");
  await expect(docker.containers.inspect("web")).rejects.toThrow("and no more");
});

test("holds what came after a request back until that request comes", async () => {
  const logs: RecordedExchange = {
    method: "GET",
    path: "/containers/web/logs",
    operation: "ContainerLogs",
    answer: {
      status: 200,
      headers: { "Content-Type": multiplexed },
      pieces: [
        { after: 1, bytes: { frames: [{ stdout: "before\n" }] } },
        { after: 2, bytes: { frames: [{ stdout: "after\n" }] } },
        { after: 2 },
      ],
    },
  };
  await using run = await replaying([logs, start], { patience: 5000 });
  const said: string[] = [];
  for await (const { text } of run.docker.containers.logs("web", { follow: true }).lines()) {
    said.push(text);
    if (said.length > 1) continue;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(said).toEqual(["before"]);
    said.push("starts");
    await run.docker.containers.start("web");
  }
  expect(said).toEqual(["before", "starts", "after"]);
});

test("waits once, and not for long, for a request that the program has left away", async () => {
  const logs = (name: string): RecordedExchange => ({
    method: "GET",
    path: `/containers/${name}/logs`,
    operation: "ContainerLogs",
    answer: {
      status: 200,
      headers: { "Content-Type": multiplexed },
      pieces: [{ after: 2, bytes: { frames: [{ stdout: "x" }] } }, { after: 2 }],
    },
  });
  await using run = await replaying([start, logs("a"), logs("b")], { patience: 200 });
  const before = performance.now();
  expect(await run.docker.containers.logs("a").text()).toBe("x");
  expect(performance.now() - before).toBeGreaterThan(190);
  const then = performance.now();
  expect(await run.docker.containers.logs("b").text()).toBe("x");
  expect(performance.now() - then).toBeLessThan(150);
});

test("leaves open what the recorded client left, and breaks what broke", async () => {
  const events = (since: string, end: "left" | "broken"): RecordedExchange => ({
    method: "GET",
    path: "/events",
    operation: "SystemEvents",
    query: { since },
    answer: {
      status: 200,
      headers: json,
      end,
      pieces: [{ after: 0, bytes: { text: '{"Type":"container","Action":"start"}\n' } }],
    },
  });
  await using run = await replaying([events("1", "left"), events("2", "broken")]);
  const signal = AbortSignal.timeout(200);
  const actions: unknown[] = [];
  const read = async (since: string, call = {}) => {
    for await (const { Action } of run.docker.system.events({ since }, call)) actions.push(Action);
  };
  await expect(read("1", { signal })).rejects.toMatchObject({ name: "TimeoutError" });
  await expect(read("2")).rejects.toThrow();
  expect(actions).toEqual(["start", "start"]);
});

test("says that a file is missing or no recording", async () => {
  await using place = await recordingFile();
  await expect(startReplay({ file: place.file })).rejects.toThrow(/cannot be read \(ENOENT\).*startRecorder/);
  for (const text of ["", "{", "null", "[]", '{"format":"other","exchanges":[]}']) {
    await writeFile(place.file, text);
    await expect(startReplay({ file: place.file })).rejects.toThrow(InvalidArgumentError);
    await expect(startReplay({ file: place.file })).rejects.toThrow("is no recording");
  }
});

test("can be made to fail like a test engine", async () => {
  await using run = await replaying([inspected("web", "1")]);
  run.replay.faults.add({ operation: "ContainerInspect", times: 1, status: 503 });
  await expect(run.docker.containers.inspect("web")).rejects.toMatchObject({ status: 503 });
  expect(run.replay.unused).toHaveLength(1);
  expect(await run.docker.containers.inspect("web")).toMatchObject({ Id: "1" });
});

test("gives a client what it got when it was recorded: JSON, logs, input, errors, uploads, waits", async () => {
  async function answer(exchange: Exchange): Promise<void> {
    const { path, method } = exchange;
    if (path === "/version") return exchange.answer(200, { ApiVersion: "1.51", MinAPIVersion: "1.24" });
    if (path.endsWith("/attach") || path.startsWith("/exec/")) {
      await exchange.bytes();
      const connection = exchange.hijack(multiplexed);
      for await (const chunk of connection) connection.write(frame("stdout", `<${chunk}>`));
      return void connection.end(frame("stderr", "bye\n"));
    }
    if (path.endsWith("/logs")) {
      const stream = exchange.stream(200, { "Content-Type": multiplexed });
      for (const text of ["a\n", "é", "\n"]) await stream.write(frame("stdout", text));
      return stream.end();
    }
    if (path.endsWith("/stop")) return exchange.answer(304);
    if (path.endsWith("/archive")) {
      await exchange.bytes();
      return exchange.answer(200);
    }
    if (method === "GET") return exchange.answer(404, { message: "No such container: web" });
    exchange.answer(200, { StatusCode: 3 });
  }
  async function story(host: string): Promise<unknown[]> {
    await using docker = new Docker({ host, retry: false });
    const { output, stdin } = await docker.containers.attach("web", {
      stdin: true,
      stdout: true,
      stderr: true,
    });
    stdin.end("in");
    const attached: string[] = [];
    for await (const { stream, data } of output) attached.push(`${stream} ${data}`);
    return [
      await docker.apiVersion(),
      attached,
      await docker.containers.logs("web").text(),
      await docker.containers.stop("web"),
      await docker.containers.putArchive("web", Buffer.alloc(1024), { path: "/" }),
      await docker.containers.wait("web"),
      await docker.containers
        .inspect("web")
        .catch((error: unknown) => [error instanceof NotFoundError, String(error)]),
    ];
  }
  await using engine = await ownEngine(answer);
  await using place = await recordingFile();
  const recorder = await startRecorder({ target: engine.host, file: place.file });
  const recorded = await story(recorder.host);
  await recorder.stop();
  expect(recorded).toEqual(await story(engine.host));
  for (const strict of [false, true]) {
    await using replay = await startReplay({ file: place.file, strict });
    expect(await story(replay.host)).toEqual(recorded);
    expect(replay.unused).toEqual([]);
  }
});
