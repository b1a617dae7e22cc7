import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { build } from "../../src/actions/build.js";
import { grpcStatus } from "../../src/buildkit/grpc-server.js";
import { Docker } from "../../src/docker.js";
import { InvalidArgumentError, NotFoundError, ServerError, TimeoutError } from "../../src/errors.js";
import { BuildError } from "../../src/streams/build-error.js";
import { folderWith } from "../archive/folder.js";
import type { Handler } from "../helpers/fake-daemon.js";
import { type GrpcOutcome, textMessage } from "./grpc-client.js";
import { built, checkHealth, getCredentials, getSecret, sessionEngine } from "./session-engine.js";

/** Says nothing until the client is gone. */
const silent: Handler = (call) => {
  call.request.socket.resume().once("end", () => call.cut());
};

const source = { dockerfile: "FROM x" };
const buildkit = true;

describe("a build by BuildKit", () => {
  test("serves its secrets on a session of its own, and closes it", async () => {
    const folder = folderWith({ token: "from a file" });
    const answers: Record<string, GrpcOutcome> = {};
    await using engine = await sessionEngine({
      build: async (call, session) => {
        for (const id of ["text", "bytes", "file", "env", "missing", ""]) {
          answers[id] = await session.call(getSecret, textMessage(1, id));
        }
        await built(call);
      },
    });
    process.env.SDK_TEST_SECRET = "from the environment";
    const secrets = {
      text: "é",
      bytes: Buffer.from([0, 255]),
      file: { file: join(folder, "token") },
      env: { env: "SDK_TEST_SECRET" },
    };
    await build(engine.client, source, { buildkit, secrets });
    expect(Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]))).toEqual({
      text: textMessage(1, "é"),
      bytes: Buffer.from([0x0a, 2, 0, 255]),
      file: textMessage(1, "from a file"),
      env: textMessage(1, "from the environment"),
    });
    expect(answers.missing).toMatchObject({ status: grpcStatus.notFound });
    expect(engine.paths()).toEqual(["POST /session", "POST /build"]);
    expect(engine.sessions.size).toBe(1);
    await expect.poll(() => [...engine.sessions.values()].every(({ closed }) => closed)).toBe(true);
    // Only the one that is kept for further calls.
    await expect.poll(() => engine.daemon.connections).toBe(1);
    delete process.env.SDK_TEST_SECRET;
  });

  test("serves the client's credentials and its health, names what it serves, and sends no credentials before", async () => {
    const hosts = [
      "registry.example",
      "other.example:5000",
      "registry-1.docker.io",
      "token.example",
      "x.example",
    ];
    const answers: GrpcOutcome[] = [];
    await using engine = await sessionEngine(
      {
        build: async (call, session) => {
          for (const host of hosts) answers.push(await session.call(getCredentials, textMessage(1, host)));
          answers.push(await session.call(checkHealth));
          answers.push(await session.call("/moby.filesync.v1.Auth/GetTokenAuthority"));
          await built(call);
        },
      },
      {
        registryAuth: {
          "registry.example": { username: "zoë", password: "pass é" },
          "other.example:5000": { identityToken: "identity" },
          "docker.io": { username: "hub", password: "hub pass" },
          "token.example": { registryToken: "hush-hush" },
          "x.example": {},
        },
      },
    );
    await build(engine.client, source, { buildkit });
    const pair = (name: string, secret: string) =>
      Buffer.concat([textMessage(1, name), textMessage(2, secret)]);
    expect(answers.map(({ answer, status }) => answer ?? status)).toEqual([
      pair("zoë", "pass é"),
      textMessage(2, "identity"),
      pair("hub", "hub pass"),
      grpcStatus.unknown,
      pair("", ""),
      Buffer.from([8, 1]),
      grpcStatus.unimplemented,
    ]);
    expect(answers[3]?.message).toMatch(/token\.example .* BuildKit cannot use/);
    expect(answers[3]?.message).not.toContain("hush");
    const [session, request] = engine.daemon.calls.slice(1);
    const exposed = session?.headers["x-docker-expose-session-grpc-method"];
    expect(String(exposed).split(", ").sort()).toEqual([checkHealth, getCredentials, getSecret].sort());
    expect(request?.query.get("session")).toBe(session?.headers["x-docker-expose-session-uuid"]);
    expect(request?.headers["x-registry-config"]).toBeUndefined();
  });

  test("closes the session when the build fails, and shows no secret", async () => {
    await using engine = await sessionEngine({
      build: async (call) => {
        await call.body();
        await call.stream([
          '{"errorDetail":{"message":"secret b: not found"},"error":"secret b: not found"}\n',
        ]);
      },
    });
    const job = build(engine.client, source, { buildkit, secrets: { a: "hush-hush" } });
    const failure = await job.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BuildError);
    const shown = [failure, job, engine.client].map((thing) =>
      inspect(thing, { depth: 20, showHidden: true }),
    );
    expect(shown.join()).not.toContain("hush");
    expect(
      engine.daemon.calls.map(({ query, headers }) => `${query} ${JSON.stringify(headers)}`).join(),
    ).not.toContain("hush");
    await expect.poll(() => [...engine.sessions.values()].map(({ closed }) => closed)).toEqual([true]);
  });

  test("closes the session when the engine refuses the build", async () => {
    await using engine = await sessionEngine({
      build: async (call) => call.json(500, { message: "no room" }),
    });
    await expect(build(engine.client, source, { buildkit })).rejects.toThrow(ServerError);
    await expect.poll(() => [...engine.sessions.values()].map(({ closed }) => closed)).toEqual([true]);
  });

  test.each(["aborted", "left", "closed", "out of time", "without its client"])(
    "closes the session when the build is %s",
    async (how) => {
      const controller = new AbortController();
      const reason = new Error("enough");
      await using engine = await sessionEngine({
        build: async (call) => {
          call.start(200, { "Content-Type": "application/json" });
          await call.body().catch(() => undefined);
          await call.write('{"stream":"begun"}\n');
        },
      });
      const timeout = how === "out of time" ? 300 : undefined;
      const docker = new Docker({ host: engine.daemon.host, registryAuth: {} });
      const job = docker.build(source, { buildkit }, { signal: controller.signal, timeout });
      const loop = (async () => {
        for await (const _ of job) {
          expect([...engine.sessions.values()].map(({ closed }) => closed)).toEqual([false]);
          if (how === "left") break;
          if (how === "closed") await job.close();
          if (how === "aborted") controller.abort(reason);
          if (how === "without its client") await docker.close();
        }
      })().catch((error: unknown) => error);
      const failure = await loop;
      if (how === "aborted") expect(failure).toBe(reason);
      if (how === "out of time") expect(failure).toBeInstanceOf(TimeoutError);
      if (how === "without its client") expect(failure).toMatchObject({ code: "CLIENT_CLOSED" });
      await expect.poll(() => [...engine.sessions.values()].map(({ closed }) => closed)).toEqual([true]);
      await engine.daemon.settled();
      await docker.close();
    },
  );

  test("is aborted while its session is being opened", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    await using engine = await sessionEngine({
      routes: {
        "POST /session": (call) => {
          silent(call);
          controller.abort(reason);
        },
      },
    });
    const job = build(engine.client, source, { buildkit }, { signal: controller.signal });
    await expect(job).rejects.toBe(reason);
    expect(engine.paths()).toEqual(["POST /session"]);
    await engine.daemon.settled();
  });

  test("waits no longer for its session than the call may take", async () => {
    await using engine = await sessionEngine({ routes: { "POST /session": silent } });
    const job = build(engine.client, source, { buildkit }, { timeout: 50 });
    await expect(job).rejects.toThrow(TimeoutError);
    await engine.daemon.settled();
  });

  test("fails where the engine has no sessions", async () => {
    await using engine = await sessionEngine({
      routes: { "POST /session": (call) => call.json(404, { message: "page not found" }) },
    });
    await expect(build(engine.client, source, { buildkit })).rejects.toThrow(NotFoundError);
  });

  test("opens none where there is one already", async () => {
    await using engine = await sessionEngine({ routes: { "POST /build": built } });
    await build(engine.client, source, { buildkit, session: "mine" });
    expect(engine.paths()).toEqual(["POST /build"]);
    expect(engine.daemon.calls.at(-1)?.query.get("session")).toBe("mine");
  });

  test("goes without a session through a fetch, unless it has secrets", async () => {
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      sent.push(new URL(String(input)).pathname);
      return new Response(`{"id":"moby.image.id","aux":{"ID":"sha256:${"a".repeat(64)}"}}\n`);
    };
    await using engine = await sessionEngine(
      {},
      { host: "tcp://engine.example:1", fetch, apiVersion: "1.51" },
    );
    await build(engine.client, source, { buildkit });
    expect(sent).toEqual(["/v1.51/build"]);
    const failure = build(engine.client, source, { buildkit, secrets: { a: "b" } });
    await expect(failure).rejects.toThrow(InvalidArgumentError);
    expect(sent).toHaveLength(1);
  });
});
