import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import type { BuildEvent, BuildOptions, BuildSource } from "../../src/index.js";
import { BuildError, NotFoundError } from "../../src/index.js";
import { folderWith } from "../archive/folder.js";
import { dockerFor } from "./docker-for.js";
import { testRegistries } from "./registry/registries.js";
import { describeEngines } from "./setup/each-engine.js";

const registries = await testRegistries();

const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest("hex");

describeEngines("build", (engine) => {
  const docker = dockerFor(engine);
  const tags: string[] = [];
  afterAll(async () => {
    for (const tag of tags) {
      await docker.images.remove(tag, { force: true }).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      });
    }
    await docker.close();
  });

  const newTag = () => {
    const tag = `${engine.uniqueName("build")}:1`;
    tags.push(tag);
    return tag;
  };

  /** Builds without the cache, as what others have built must not answer. */
  const build = (source: BuildSource, options: BuildOptions = {}) =>
    docker.build(source, { labels: engine.labels, noCache: true, ...options });

  const run = async (image: string, script: string) =>
    (await docker.run(image, ["/bin/sh", "-c", script], { labels: engine.labels })).stdout;

  const containers = async () =>
    (await docker.containers.list({ all: true, filters: { ancestor: [engine.image] } })).map(({ Id }) => Id);

  for (const buildkit of [false, true]) {
    const builder = buildkit ? "by BuildKit" : "by the classic builder";

    test(`makes an image of a folder ${builder}`, { timeout: 60_000 }, async () => {
      const folder = folderWith({
        "docker/prod": `FROM ${engine.image}\nARG WHO\nCOPY . /app\nRUN echo "hello $WHO" > /app/hello`,
        ".dockerignore": "docker\n*.log\n!keep.log\n",
        "a.log": "",
        "keep.log": "",
        "src/é.txt": "é",
      });
      const tag = newTag();
      const { id } = await build(folder, {
        tag,
        buildkit,
        dockerfile: "docker/prod",
        buildArgs: { WHO: "you" },
      });
      expect((await docker.images.inspect(tag)).Id).toBe(id);
      const listing = await run(tag, "cd /app; find . -type f | sort; cat hello src/*");
      const dockerfile = buildkit ? "./docker/prod\n" : "";
      expect(listing).toBe(`./.dockerignore\n${dockerfile}./hello\n./keep.log\n./src/é.txt\nhello you\né`);
    });

    test(`makes an image of a text and files ${builder}`, { timeout: 60_000 }, async () => {
      const tag = newTag();
      const files = { "a/run.sh": { content: "#!/bin/sh\necho ran", mode: 0o755 }, b: "b" };
      await build({ dockerfile: `FROM ${engine.image}\nCOPY . /app`, files }, { tag: [tag], buildkit });
      expect(await run(tag, "cd /app; find . -type f | grep -v /.dockerfile | sort; a/run.sh")).toBe(
        "./a/run.sh\n./b\nran\n",
      );
    });

    test(`tells of a step that fails ${builder}, and leaves nothing`, { timeout: 60_000 }, async () => {
      const before = await containers();
      const events: BuildEvent[] = [];
      const job = build({ dockerfile: `FROM ${engine.image}\nRUN echo before; exit 7` }, { buildkit });
      const failure = await (async () => {
        for await (const event of job) events.push(event);
      })().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(BuildError);
      expect(failure).toMatchObject({
        exitCode: 7,
        step: expect.stringContaining("RUN echo before; exit 7"),
      });
      expect((failure as BuildError).log.join("\n")).toContain("before");
      expect(events.filter(({ kind }) => kind === "step").length).toBeGreaterThan(0);
      await expect(job).rejects.toBe(failure);
      expect(await containers()).toEqual(before);
    });

    test(`sends a large context ${builder}, and not all of it into memory`, {
      timeout: 120_000,
    }, async () => {
      const size = 100_000_000;
      async function* zeros() {
        for (let sent = 0; sent < size; sent += 100_000) yield new Uint8Array(100_000);
      }
      const before = process.memoryUsage.rss();
      const files = { big: { content: zeros(), size } };
      const tag = newTag();
      await build({ dockerfile: `FROM ${engine.image}\nCOPY big /big`, files }, { tag, buildkit });
      expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
      expect(await run(tag, "wc -c < /big")).toBe(`${size}\n`);
    });

    test(`fails with the error of the context ${builder}`, { timeout: 60_000 }, async () => {
      const reason = new Error("the files are gone");
      async function* broken() {
        for (let n = 0; n < 50; n++) yield new Uint8Array(100_000);
        throw reason;
      }
      const files = { big: { content: broken(), size: 50_000_000 } };
      const job = build({ dockerfile: `FROM ${engine.image}\nCOPY big /big`, files }, { buildkit });
      await expect(job).rejects.toBe(reason);
    });
  }

  test("gives BuildKit's steps the secrets they mount, and keeps them out of the image", {
    timeout: 60_000,
  }, async () => {
    process.env.SDK_TEST_SECRET = "from the environment é";
    const folder = folderWith({ token: "from a file" });
    const tag = newTag();
    const dockerfile = [
      `FROM ${engine.image}`,
      "RUN --mount=type=secret,id=text cat /run/secrets/text > /digests",
      "RUN --mount=type=secret,id=file,target=/where/it/is cat /where/it/is >> /digests",
      "RUN --mount=type=secret,id=env cat /run/secrets/env >> /digests",
      "RUN --mount=type=secret,id=bytes md5sum < /run/secrets/bytes >> /digests",
      "RUN md5sum < /digests > /digest && rm /digests; ls /run/secrets > /left 2>&1; true",
    ].join("\n");
    const bytes = randomBytes(500 * 1024);
    const secrets = {
      text: "a text",
      file: { file: join(folder, "token") },
      env: { env: "SDK_TEST_SECRET" },
      bytes,
    };
    await build({ dockerfile }, { tag, buildkit: true, secrets });
    const all = `a textfrom a filefrom the environment é${md5(bytes)}  -\n`;
    expect(await run(tag, "cat /digest")).toBe(`${md5(Buffer.from(all))}  -\n`);
    expect(await run(tag, "ls /where/it /run/secrets 2>/dev/null; cat /left")).not.toMatch(
      /^(is|text|file)$/m,
    );
    const known = JSON.stringify([await docker.images.inspect(tag), await docker.images.history(tag)]);
    expect(known).not.toMatch(/a text|from a file|from the environment/);
  });

  test("says which secret is missing", { timeout: 60_000 }, async () => {
    const dockerfile = `FROM ${engine.image}\nRUN --mount=type=secret,id=npm_token,required=true true`;
    for (const secrets of [undefined, { other: "hidden" }]) {
      const failure = await build({ dockerfile }, { buildkit: true, secrets }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(BuildError);
      expect((failure as BuildError).message).toMatch(/secret npm_token.*not found/);
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain("hidden");
    }
  });

  describe.each(registries)("from an image that only a login may pull, $kind", (registry) => {
    const { address: host, login } = registry;
    const name = `${host}/${engine.uniqueName("base")}:1`;
    const unreachable = registry.unreachable(engine.name);

    test.for([false, true])(
      "uses the client's credentials (BuildKit: %s)",
      { timeout: 120_000 },
      async (buildkit, { skip }) => {
        skip(unreachable !== undefined, unreachable);
        await using mine = dockerFor(engine, { registryAuth: { [host]: login } });
        await using wrong = dockerFor(engine, {
          registryAuth: { [host]: { ...login, password: "wrong ~~~???" } },
        });
        await using nobody = dockerFor(engine, { registryAuth: { [host]: {} } });
        await mine.images.tag(engine.image, name);
        await mine.images.push(name);
        await mine.images.remove(name);
        const source = { dockerfile: `FROM ${name}\nRUN echo ${engine.uniqueName("step")}` };
        const options = { labels: engine.labels, noCache: true, pull: true, buildkit };
        for (const other of [wrong, nobody]) {
          const failure = await other.build(source, options).catch((error: unknown) => error);
          // Its BuildKit speaks TLS also with registries that the engine was told have none.
          skip(/HTTP response to HTTPS client/.test(String(failure)), "engine 20.10 speaks TLS with it");
          expect(String(failure)).toMatch(
            /unauthorized|authorization|authentication|no basic auth credentials|denied|401/i,
          );
          expect(String(failure)).not.toContain("wrong ~~~???");
        }
        const tag = newTag();
        await mine.build(source, { ...options, tag });
        expect(await run(tag, "echo ran")).toBe("ran\n");
        await mine.images.remove(name, { force: true }).catch((error: unknown) => {
          // BuildKit gives no name to what it pulls.
          if (!(error instanceof NotFoundError)) throw error;
        });
      },
    );
  });

  test("is aborted with its loop", { timeout: 60_000 }, async () => {
    const started = Date.now();
    for await (const event of build({ dockerfile: `FROM ${engine.image}\nRUN echo go; sleep 60` })) {
      if (event.kind === "log" && event.text.includes("go\n") && !event.text.includes("RUN")) break;
    }
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});
