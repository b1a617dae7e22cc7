import { afterAll, expect, test } from "vitest";
import type { BuildEvent, BuildOptions, BuildSource } from "../../src/index.js";
import { BuildError, NotFoundError } from "../../src/index.js";
import { folderWith } from "../archive/folder.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

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

  test("is aborted with its loop", { timeout: 60_000 }, async () => {
    const started = Date.now();
    for await (const event of build({ dockerfile: `FROM ${engine.image}\nRUN echo go; sleep 60` })) {
      if (event.kind === "log" && event.text.includes("go\n") && !event.text.includes("RUN")) break;
    }
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});
