import { describe, expect, test } from "vitest";
import { NotFoundError, UnsupportedVersionError } from "../../src/errors.js";
import type { Containers } from "../../src/resources/containers.js";
import { callOf, closed, fakeEngine, moment } from "../client/fake-engine.js";
import type { Handler } from "../helpers/fake-daemon.js";

interface Case {
  readonly name: string;
  readonly make: (containers: Containers) => unknown;
  /** Method, path and query, decoded. */
  readonly sent: string;
  readonly body?: unknown;
  readonly answer: unknown;
  /** What the method gives; default: the answer. */
  readonly gives?: unknown;
}

const tar = Buffer.from("a tar, really");

const cases: readonly Case[] = [
  {
    name: "list",
    make: (c) =>
      c.list({ all: true, limit: 5, size: false, filters: { label: ["a=b"], status: ["running"] } }),
    sent: 'GET /containers/json?all=true&limit=5&size=false&filters={"label":["a=b"],"status":["running"]}',
    answer: [{ Id: "x" }],
  },
  { name: "list without anything", make: (c) => c.list(), sent: "GET /containers/json", answer: [] },
  {
    name: "inspect",
    make: (c) => c.inspect("web", { size: true }),
    sent: "GET /containers/web/json?size=true",
    answer: { Id: "x" },
  },
  {
    name: "create",
    make: (c) => c.create({ Image: "a", Env: ["A=b"] }, { name: "web", platform: "linux/arm64" }),
    sent: "POST /containers/create?name=web&platform=linux/arm64",
    body: { Image: "a", Env: ["A=b"] },
    answer: { Id: "x", Warnings: [] },
  },
  {
    name: "start",
    make: (c) => c.start("web", { checkpoint: "c", checkpointDir: "/d" }),
    sent: "POST /containers/web/start?checkpoint=c&checkpoint-dir=/d",
    answer: undefined,
  },
  {
    name: "stop",
    make: (c) => c.stop("web", { timeout: 0, signal: "SIGINT" }),
    sent: "POST /containers/web/stop?t=0&signal=SIGINT",
    answer: undefined,
  },
  {
    name: "restart",
    make: (c) => c.restart("web", { timeout: 5 }),
    sent: "POST /containers/web/restart?t=5",
    answer: undefined,
  },
  {
    name: "kill",
    make: (c) => c.kill("web", { signal: "SIGHUP" }),
    sent: "POST /containers/web/kill?signal=SIGHUP",
    answer: undefined,
  },
  { name: "pause", make: (c) => c.pause("web"), sent: "POST /containers/web/pause", answer: undefined },
  { name: "unpause", make: (c) => c.unpause("web"), sent: "POST /containers/web/unpause", answer: undefined },
  {
    name: "rename",
    make: (c) => c.rename("web", "a&b=c"),
    sent: "POST /containers/web/rename?name=a&b=c",
    answer: undefined,
  },
  {
    name: "update",
    make: (c) => c.update("web", { Memory: 1024, RestartPolicy: { Name: "no" } }),
    sent: "POST /containers/web/update",
    body: { Memory: 1024, RestartPolicy: { Name: "no" } },
    answer: { Warnings: [] },
  },
  {
    name: "remove",
    make: (c) => c.remove("web", { force: true, volumes: true }),
    sent: "DELETE /containers/web?force=true&v=true",
    answer: undefined,
  },
  {
    name: "prune",
    make: (c) => c.prune({ filters: { label: ["a"], "label!": ["b"] } }),
    sent: 'POST /containers/prune?filters={"label":["a"],"label!":["b"]}',
    answer: { ContainersDeleted: ["x"], SpaceReclaimed: 1 },
  },
  {
    name: "resize",
    make: (c) => c.resize("web", { height: 24, width: 80 }),
    sent: "POST /containers/web/resize?h=24&w=80",
    answer: undefined,
  },
  {
    name: "top",
    make: (c) => c.top("web", { psArgs: "-ef" }),
    sent: "GET /containers/web/top?ps_args=-ef",
    answer: { Titles: ["PID"], Processes: [["1"]] },
  },
  {
    name: "wait",
    make: (c) => c.wait("web", { condition: "removed" }),
    sent: "POST /containers/web/wait?condition=removed",
    answer: { StatusCode: 3 },
  },
  { name: "diff", make: (c) => c.diff("web"), sent: "GET /containers/web/changes", answer: null },
  {
    name: "commit",
    make: (c) =>
      c.commit({ container: "web", repo: "r", tag: "t", changes: ["ENV A=b", "CMD x"] }, { User: "u" }),
    sent: "POST /commit?container=web&repo=r&tag=t&changes=ENV A=b&changes=CMD x",
    body: { User: "u" },
    answer: { Id: "sha256:x" },
  },
  {
    name: "putArchive",
    make: (c) => c.putArchive("web", tar, { path: "/a b", noOverwriteDirNonDir: true }),
    sent: "PUT /containers/web/archive?path=/a b&noOverwriteDirNonDir=true",
    body: tar,
    answer: undefined,
  },
  {
    name: "stats, once",
    make: (c) => all(c.stats("web", { stream: false, oneShot: true })),
    sent: "GET /containers/web/stats?stream=false&one-shot=true",
    answer: { id: "x" },
    gives: [{ id: "x" }],
  },
  {
    name: "export",
    make: async (c) => Buffer.concat(await all(c.export("web"))).toString(),
    sent: "GET /containers/web/export",
    answer: "bytes",
    gives: '"bytes"',
  },
  {
    name: "getArchive",
    make: async (c) => Buffer.concat(await all(c.getArchive("web", { path: "/etc" }))).toString(),
    sent: "GET /containers/web/archive?path=/etc",
    answer: "bytes",
    gives: '"bytes"',
  },
];

describe("containers", () => {
  test.each(cases)("$name sends $sent", async ({ make, sent, body, answer, gives = answer }) => {
    let received: Buffer | undefined;
    const handler: Handler = async (call) => {
      received = await call.body();
      if (answer === undefined) call.send(204);
      else call.json(200, answer);
    };
    const [, method, path] = /^(\w+) ([^?]+)/.exec(sent) ?? [];
    await using engine = await fakeEngine({ [`${method} ${path}`]: handler });
    expect(await make(engine.docker.containers)).toEqual(gives);
    expect(engine.calls).toHaveLength(1);
    const [call] = engine.calls;
    const query = [...(call?.query ?? [])].map(([name, value]) => `${name}=${value}`).join("&");
    expect(`${call?.method} ${call?.path}${query && "?"}${query}`).toBe(sent);
    expect(call?.version).toBe("1.51");
    if (Buffer.isBuffer(body)) expect(received).toEqual(body);
    else expect(received?.toString()).toBe(body === undefined ? "" : JSON.stringify(body));
    expect(call?.headers["content-type"]).toBe(contentTypeOf(body));
  });

  test.each(cases)("$name throws what the engine says", async ({ make, sent }) => {
    const [, method, path] = /^(\w+) ([^?]+)/.exec(sent) ?? [];
    await using engine = await fakeEngine({
      [`${method} ${path}`]: (call) => call.json(404, { message: "No such container: web" }),
    });
    const failure = Promise.resolve(make(engine.docker.containers));
    await expect(failure).rejects.toThrow(NotFoundError);
    await expect(failure).rejects.toMatchObject({ message: "No such container: web", method });
  });

  test("start and stop take 304, which says that it is so already", async () => {
    await using engine = await fakeEngine({
      "POST /containers/{id}/start": (call) => call.send(304),
      "POST /containers/{id}/stop": (call) => call.send(304),
      "POST /containers/{id}/pause": (call) => call.send(304),
    });
    const { containers, api } = engine.docker;
    expect(await containers.start("web")).toBeUndefined();
    expect(await containers.stop("web")).toBeUndefined();
    const answer = await api.POST("/containers/{id}/start", { params: { path: { id: "web" } } });
    expect(answer).toMatchObject({ status: 304, data: undefined });
    await expect(containers.pause("web")).rejects.toMatchObject({ status: 304 });
  });

  test("wait has no deadline of the client's, and ends with its own or its signal", async () => {
    await using engine = await fakeEngine(
      {
        "POST /containers/slow/wait": (call) => void setTimeout(() => call.json(200, { StatusCode: 7 }), 200),
        "POST /containers/silent/wait": (call) => call.start(),
      },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    const { containers } = engine.docker;
    expect(await containers.wait("slow")).toEqual({ StatusCode: 7 });
    await expect(containers.wait("silent", {}, { timeout: 30 })).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
    });
    const reason = new Error("enough");
    const controller = new AbortController();
    const waiting = containers.wait("silent", {}, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 10);
    await expect(waiting).rejects.toBe(reason);
    await Promise.all(engine.calls.slice(1).map(closed));
  });

  test("stats go on until the loop is left, and the connection with it", async () => {
    await using engine = await fakeEngine(
      {
        "GET /containers/{id}/stats": async (call) => {
          call.start(200, { "Content-Type": "application/json" });
          for (let n = 0; n < 1000 && !call.request.socket.destroyed; n++) {
            await call.write(`{"n":${n}}\n`).catch(() => {});
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        },
      },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    const seen: unknown[] = [];
    for await (const stats of engine.docker.containers.stats("web")) {
      seen.push(stats);
      if (seen.length === 12) break;
    }
    expect(seen.slice(0, 2)).toEqual([{ n: 0 }, { n: 1 }]);
    await closed(callOf(engine, "/containers/web/stats"));
  });

  test("streams send nothing before the first step, and can be read once", async () => {
    await using engine = await fakeEngine({ "GET /containers/{id}/export": (call) => call.send(200, "x") });
    const archive = engine.docker.containers.export("web");
    await engine.docker.apiVersion();
    expect(engine.calls).toHaveLength(0);
    expect(await all(archive)).toHaveLength(1);
    expect(() => archive[Symbol.asyncIterator]()).toThrow("has a reader already");
    expect(engine.calls).toHaveLength(1);
  });

  test("a stream refuses what the version lacks with its first step", async () => {
    await using engine = await fakeEngine({}, { api: "1.40", oldest: "1.12" });
    await expect(all(engine.docker.containers.stats("web", { oneShot: true }))).rejects.toThrow(
      UnsupportedVersionError,
    );
    expect(engine.calls).toHaveLength(0);
  });

  test("a stream that is closed before its answer has begun ends, and so does the request", async () => {
    const arrived = moment();
    await using engine = await fakeEngine({ "GET /containers/{id}/export": () => arrived.now() });
    const archive = engine.docker.containers.export("web");
    const step = archive[Symbol.asyncIterator]().next();
    await arrived.came;
    await archive.close();
    expect(await step).toEqual({ done: true, value: undefined });
    await closed(callOf(engine, "/containers/web/export"));
  });

  test("a stream that breaks says so", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/archive": async (call) => {
        call.start();
        await call.write("half");
        call.cut();
      },
    });
    await expect(all(engine.docker.containers.getArchive("web", { path: "/" }))).rejects.toMatchObject({
      code: "CONNECTION_RESET",
    });
  });

  test("putArchive sends a stream as it is read, with its type and without a length", async () => {
    const got: string[] = [];
    await using engine = await fakeEngine({
      "PUT /containers/{id}/archive": async (call) => {
        got.push((await call.body()).toString());
        call.send(200);
      },
    });
    const { containers } = engine.docker;
    async function* pieces() {
      yield Buffer.from("one ");
      yield new Uint8Array(Buffer.from("two"));
    }
    await containers.putArchive("web", pieces(), { path: "/" });
    await containers.putArchive("web", ReadableStream.from(pieces()), { path: "/" });
    expect(got).toEqual(["one two", "one two"]);
    for (const { headers } of engine.calls) {
      expect(headers).toMatchObject({ "content-type": "application/x-tar", "transfer-encoding": "chunked" });
    }
  });

  test("putArchive gives the failure of the caller's stream as it is, and breaks the request", async () => {
    const arrived = moment();
    await using engine = await fakeEngine({
      "PUT /containers/{id}/archive": () => arrived.now(),
    });
    const failure = new Error("disk is gone");
    async function* pieces() {
      yield Buffer.from("one ");
      await arrived.came;
      throw failure;
    }
    await expect(engine.docker.containers.putArchive("web", pieces(), { path: "/" })).rejects.toBe(failure);
    await closed(callOf(engine, "/containers/web/archive"));
  });

  test("putArchive says what the engine answered before it had read all", async () => {
    await using engine = await fakeEngine({
      "PUT /containers/{id}/archive": (call) => {
        call.json(404, { message: "Could not find the file /nope in container web" });
      },
    });
    async function* endless() {
      for (let n = 0; n < 2000; n++) yield Buffer.alloc(64 * 1024);
    }
    await expect(
      engine.docker.containers.putArchive("web", endless(), { path: "/nope" }, { timeout: 5000 }),
    ).rejects.toThrow("Could not find the file /nope in container web");
  });

  test("statArchive reads the header of the answer", async () => {
    const stat = { name: "a", size: 5, mode: 420, mtime: "2026-01-31T12:00:00Z", linkTarget: "" };
    const header = Buffer.from(JSON.stringify(stat)).toString("base64");
    await using engine = await fakeEngine({
      "HEAD /containers/web/archive": (call) =>
        call.send(200, "", { "X-Docker-Container-Path-Stat": header }),
      "HEAD /containers/nope/archive": (call) => call.send(404),
    });
    const { containers } = engine.docker;
    expect(await containers.statArchive("web", { path: "/a" })).toEqual(stat);
    expect(engine.calls[0]?.query.get("path")).toBe("/a");
    await expect(containers.statArchive("nope", { path: "/a" })).rejects.toThrow(NotFoundError);
  });
});

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of stream) values.push(value);
  return values;
}

function contentTypeOf(body: unknown): string | undefined {
  if (body === undefined) return undefined;
  return Buffer.isBuffer(body) ? "application/x-tar" : "application/json";
}
