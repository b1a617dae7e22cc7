import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { type BuildOptions, type BuildSource, build } from "../../src/actions/build.js";
import { packFiles } from "../../src/archive/pack-files.js";
import { InvalidArgumentError, NotFoundError } from "../../src/errors.js";
import { BuildError } from "../../src/streams/build-error.js";
import { bytesOf, folderWith, listed } from "../archive/folder.js";
import { type BareClient, bareClient, hijacked } from "../client/bare-client.js";
import type { Handler } from "../helpers/fake-daemon.js";

const id = `sha256:${"a".repeat(64)}`;

interface Builder extends BareClient {
  readonly sent: Buffer[];
}

/** An engine that takes a context and says what a classic build says. */
async function builder(answer?: Handler): Promise<Builder> {
  const sent: Buffer[] = [];
  const engine = await bareClient(
    {
      "POST /session": (call) => {
        const socket = hijacked(call);
        socket.on("end", () => socket.end());
      },
      "POST /build": async (call) => {
        if (answer) return answer(call);
        sent.push(await call.body());
        const lines = [{ stream: "Step 1/1 : FROM x\n" }, { aux: { ID: id } }];
        await call.stream(
          lines.map((line) => `${JSON.stringify(line)}\n`),
          { "Content-Type": "application/json" },
        );
      },
    },
    { registryAuth: {} },
  );
  return { ...engine, sent };
}

function queryOf({ daemon }: BareClient): Record<string, string[]> {
  const { query } = daemon.calls.at(-1) ?? { query: new URLSearchParams() };
  return Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]));
}

describe("docker.build", () => {
  test("sends what .dockerignore leaves of a folder, names the Dockerfile, and gives the id", async () => {
    const folder = folderWith({ Dockerfile: "FROM x", ".dockerignore": "*.log", "a.log": "", "b/c": "c" });
    await using engine = await builder();
    expect(await build(engine.client, folder, { tag: "app:1" })).toEqual({ id });
    expect(listed(engine.sent[0] ?? Buffer.alloc(0))).toEqual([".dockerignore", "Dockerfile", "b/", "b/c"]);
    expect(queryOf(engine)).toEqual({ dockerfile: ["Dockerfile"], t: ["app:1"], forcerm: ["true"] });
    const { headers } = engine.daemon.calls.at(-1) ?? {};
    expect(headers).toMatchObject({ "content-type": "application/x-tar", "x-registry-config": "e30=" });
  });

  test("says its options by their names on the wire", async () => {
    const folder = folderWith({ "docker/prod": "FROM x" });
    await using engine = await builder();
    const options: BuildOptions = {
      tag: ["app:1", "app:latest"],
      dockerfile: "docker/prod",
      buildkit: true,
      buildArgs: { A: "b" },
      forceRemove: false,
      noCache: true,
    };
    await build(engine.client, folder, options);
    expect(queryOf(engine)).toEqual({
      t: ["app:1", "app:latest"],
      dockerfile: ["docker/prod"],
      version: ["2"],
      session: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
      buildargs: ['{"A":"b"}'],
      forcerm: ["false"],
      nocache: ["true"],
    });
  });

  test("sends a text with its files, and the text is none of them", async () => {
    await using engine = await builder();
    await build(engine.client, { dockerfile: "FROM x", files: { "a/b.txt": "b" } });
    const [name = ""] = queryOf(engine).dockerfile ?? [];
    expect(listed(engine.sent[0] ?? Buffer.alloc(0)).sort()).toEqual(
      [".dockerignore", name, "a/b.txt"].sort(),
    );
    expect(name).toMatch(/^\.dockerfile\.[0-9a-f]+$/);
  });

  test("sends BuildKit no more than the Dockerfile of what is left out, as it would copy it", async () => {
    const folder = folderWith({ Dockerfile: "FROM x", ".dockerignore": "*\n!a", a: "" });
    await using engine = await builder();
    await build(engine.client, folder, { buildkit: true });
    await build(engine.client, { dockerfile: "FROM x", files: { a: "" } }, { buildkit: true });
    const [name = ""] = queryOf(engine).dockerfile ?? [];
    expect(engine.sent.map((archive) => listed(archive))).toEqual([
      ["Dockerfile", "a"],
      ["a", name],
    ]);
  });

  test("sends an archive as it is, bytes and streams alike", async () => {
    const archive = await bytesOf(packFiles({ Dockerfile: "FROM x" }));
    await using engine = await builder();
    const web = Readable.toWeb(Readable.from([archive])) as ReadableStream<Uint8Array>;
    for (const source of [archive, Readable.from([archive]), web]) await build(engine.client, source);
    expect(engine.sent).toEqual([archive, archive, archive]);
    expect(queryOf(engine)).toEqual({ forcerm: ["true"] });
  });

  test("gives its steps to a loop", async () => {
    await using engine = await builder();
    const kinds: string[] = [];
    for await (const { kind } of build(engine.client, { dockerfile: "FROM x" })) kinds.push(kind);
    expect(kinds).toContain("step");
    expect(kinds.at(-1)).toBe("image");
  });

  test("does nothing until somebody looks at it", async () => {
    await using engine = await builder();
    build(engine.client, "/no/such/folder");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(engine.daemon.calls).toEqual([]);
  });

  test.each<[string, unknown, BuildOptions, RegExp]>([
    ["a folder that is not there", "/no/such/folder", {}, /build context \/no\/such\/folder cannot be read/],
    ["a wrong source", 7, {}, /A build needs/],
    ["nothing", undefined, {}, /A build needs/],
    ["a source without a Dockerfile", { files: {} }, {}, /A build needs/],
    ["two Dockerfiles", { dockerfile: "FROM x" }, { dockerfile: "b" }, /as a text and as a path/],
    ["a name that leads out", { dockerfile: "FROM x", files: { "../a": "" } }, {}, /"\.\.\/a" does not lead/],
    ["an unknown option", { dockerfile: "FROM x" }, { nocache: true } as BuildOptions, /nocache/],
  ])("rejects %s before anything is sent", async (_, source, options, message) => {
    await using engine = await builder();
    const failure = await build(engine.client, source as BuildSource, options).catch((error) => error);
    expect(failure).toBeInstanceOf(InvalidArgumentError);
    expect((failure as Error).message).toMatch(message);
    expect(engine.paths().filter((path) => path.includes("build"))).toEqual([]);
  });

  test("fails with the error of a file that cannot be read, although the build has begun", async () => {
    const folder = folderWith({ Dockerfile: "FROM x", z: "" });
    writeFileSync(join(folder, "a"), Buffer.alloc(3_000_000));
    const socket = join(folder, "b");
    await using engine = await builder(async (call) => {
      call.start(200, { "Content-Type": "application/json" });
      await call.write('{"stream":"Step 1/1 : FROM x\\n"}\n');
      await call.body().catch(() => undefined);
    });
    // No kind of file that can be sent, and found only when its turn comes.
    if (process.getuid?.() === 0) execFileSync("mknod", [socket, "c", "1", "3"]);
    else {
      writeFileSync(socket, "");
      chmodSync(socket, 0);
    }
    const failure = await build(engine.client, folder).catch((error) => error);
    expect(failure).toMatchObject({ code: "FILE_UNREADABLE" });
    expect((failure as Error).message).toContain(socket);
    await engine.daemon.settled();
  });

  test("throws what the build said", async () => {
    await using engine = await builder(async (call) => {
      await call.body();
      const message = "The command '/bin/sh -c false' returned a non-zero code: 1";
      await call.stream([
        '{"stream":"Step 1/2 : FROM x\\n"}\n{"stream":"Step 2/2 : RUN false\\n"}\n',
        `${JSON.stringify({ errorDetail: { code: 1, message }, error: message })}\n`,
      ]);
    });
    const failure = await build(engine.client, { dockerfile: "FROM x\nRUN false" }).catch((error) => error);
    expect(failure).toBeInstanceOf(BuildError);
    expect(failure).toMatchObject({ exitCode: 1, step: expect.stringContaining("RUN false") });
  });

  test("throws what the engine answers, and closes the context it did not take", async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array, void> {
      try {
        for (;;) yield new Uint8Array(60_000);
      } finally {
        closed = true;
      }
    }
    await using engine = await builder((call) => call.json(404, { message: "no such thing" }));
    await expect(build(engine.client, endless())).rejects.toThrow(NotFoundError);
    await expect.poll(() => closed).toBe(true);
  });

  test("ends with its signal, while the context is being sent", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array, void> {
      try {
        for (let n = 0; ; n++) {
          if (n === 20) controller.abort(reason);
          yield new Uint8Array(60_000);
        }
      } finally {
        closed = true;
      }
    }
    await using engine = await builder(async (call) => {
      await call.body().catch(() => undefined);
    });
    const { signal } = controller;
    await expect(build(engine.client, endless(), {}, { signal })).rejects.toBe(reason);
    await expect.poll(() => closed).toBe(true);
    await engine.daemon.settled();
  });
});
