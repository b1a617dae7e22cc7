import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { tar } from "../../scripts/engine/tar.js";
import { folderSink } from "../../src/connector/files.js";
import { NotFoundError } from "../../src/errors.js";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("the connector's images", (engine) => {
  const connector = connectorFor(engine);
  const docker = dockerFor(engine);
  const names: string[] = [];
  const bases: string[] = [];
  afterAll(async () => {
    // The classic builder keeps the first steps of a build that fails later, which have the labels of their base.
    for (const base of bases) await docker.images.prune({ filters: { label: [`base=${base}`] } });
    for (const name of names.reverse()) {
      await docker.images.remove(name, { force: true }).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      });
    }
    await connector.close();
    await docker.close();
  });

  const newName = (area: string) => {
    const name = `${engine.uniqueName(area)}:1`;
    names.push(name);
    return name;
  };
  const [[label, value] = []] = Object.entries(engine.labels);
  const labels = JSON.stringify(engine.labels);

  const file = (path: string, text: string, mode = 0o644) => ({ path, mode, content: Buffer.from(text) });

  /** An image of its own, made of a file that is handed over as platforms do it. */
  async function imported(area: string): Promise<{ id: string; name: string; repo: string }> {
    const name = newName(area);
    const [repo = ""] = name.split(":");
    const envelope = checkOutput(
      await connector.execute(
        "docker-image-create",
        {
          from_src: "-",
          repo,
          tag: "1",
          message: "made here",
          changes: [`LABEL ${label}=${value} area=${repo}`],
        },
        { files: { "-": tar([file("hello", "hello\n")]) } },
      ),
    );
    const [item] = envelope.data as { id: string }[]; // as its fields say
    expect(item).toMatchObject({ image: name, status: "Imported" });
    return { id: item?.id ?? "", name, repo };
  }

  const run = async (image: string, script: string) =>
    (await docker.run(image, ["/bin/sh", "-c", script], { labels: engine.labels })).stdout;

  test("are imported, found, read, named and removed", async () => {
    const { id, name, repo } = await imported("import");
    const list = { filters: `{"label": ["area=${repo}"]}`, shared_size: "false", digests: "true" };
    const found = checkOutput(await connector.execute("list_images", list));
    expect(found).toMatchObject({
      data: [{ Id: id, RepoTags: [name], Labels: { area: repo } }],
      message: "Found 1 image.",
      summary: { total: 1, dangling: 0 },
    });
    expect((await connector.execute("list_images", list)).data).toEqual(found.data);

    const read = { name, manifests: "false" };
    const inspected = checkOutput(await connector.execute("inspect_image", read));
    expect(inspected.data).toMatchObject([{ Id: id, RepoTags: [name] }]);
    expect((await connector.execute("inspect_image", read)).data).toEqual(inspected.data);

    const history = checkOutput(await connector.execute("get image history", { name }));
    expect(history.data).toMatchObject([{ Id: id, Comment: "made here", Tags: [name] }]);
    expect((await connector.execute("image_history", { id: name } as never)).data).toEqual(history.data);

    const tagged = checkOutput(await connector.execute("tag_image", { name: id, repo, tag: "2" }));
    expect(tagged.data).toEqual([{ statusCode: 201, image: `${repo}:2` }]);
    const untagged = checkOutput(await connector.execute("remove_image", { name: `${repo}:2` }));
    expect(untagged).toMatchObject({
      data: [{ Untagged: `${repo}:2` }],
      summary: { untagged: 1, deleted: 0 },
    });
    const removed = checkOutput(await connector.execute("remove image", { name, force: "true" }));
    expect(removed.data).toContainEqual({ Deleted: id });
    expect(await connector.execute("remove_image", { name })).toMatchObject({
      status: "failed",
      error: { category: "not_found", httpStatus: 404 },
    });
  });

  test("without a name do not break the list, and are pruned (S-2.2-3)", async () => {
    const { id, name, repo } = await imported("prune");
    const other = await imported("prune-too");
    // The name goes to the other image, and this one has none any more.
    await connector.execute("tag_image", { name: other.id, repo, tag: "1" });
    const list = await connector.execute("list_images", { filters: { label: `area=${repo}` } as never });
    expect(checkOutput(list)).toMatchObject({ data: [{ Id: id }], summary: { dangling: 1 } });
    await connector.execute("remove_image", { name });
    const filters = { label: [`area=${repo}`] };
    const pruned = checkOutput(await connector.execute("prune_images", { filters }));
    expect(pruned.data[0]?.ImagesDeleted).toContainEqual({ Deleted: id });
    const none = checkOutput(await connector.execute("prune_images", { filters }));
    expect(none.data).toEqual([{ ImagesDeleted: [], SpaceReclaimed: 0 }]);
  });

  test("are saved to files and loaded from them (X-2.1-9, F-2.3-11)", async () => {
    const folder = await mkdtemp(join(tmpdir(), "connector-images-"));
    try {
      const one = await imported("save");
      const two = await imported("save-too");
      const sink = folderSink(folder);
      const path = join(folder, "one.tar");
      const saved = checkOutput(
        await connector.execute("docker-image-get", { name: one.name, output_path: "one.tar" }, { sink }),
      );
      expect(saved.files).toMatchObject([{ path, mediaType: "application/x-tar" }]);
      const both = checkOutput(
        await connector.execute(
          "images_save",
          { names: `${one.name}, ${two.name}`, output_path: "both.tar" },
          { sink },
        ),
      );
      expect(both.data[0]?.size).toBeGreaterThan(0);
      await connector.execute("remove_image", { name: one.name });
      await connector.execute("remove_image", { name: two.name });

      const lines: string[] = [];
      const loaded = checkOutput(
        await connector.execute(
          "image_load",
          { archive: "upload" },
          { files: { upload: path }, onProgress: (line) => lines.push(line) },
        ),
      );
      expect(loaded.data).toEqual([{ image: one.name }]);
      expect(lines).toContain(`Loaded image: ${one.name}`);
      const [{ path: bothPath } = { path: "" }] = both.files;
      const again = await connector.execute(
        "image_load",
        { archive: "b", quiet: "yes" },
        { files: { b: bothPath } },
      );
      expect(
        checkOutput(again)
          .data.map(({ image }) => image)
          .sort(),
      ).toEqual([one.name, two.name].sort());
      expect((await docker.images.inspect(two.name)).Id).toBe(two.id);

      const broken = await connector.execute(
        "image_load",
        { archive: "b" },
        { files: { b: Buffer.from("this is no tar") } },
      );
      expect(broken).toMatchObject({ status: "failed", data: [] });
      expect(await connector.execute("image_save", { name: engine.uniqueName("nope") })).toMatchObject({
        status: "failed",
        files: [],
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("are built from a text that a form made one line of (F-2.3-12)", { timeout: 60_000 }, async () => {
    const t = newName("build");
    const lines: string[] = [];
    const built = checkOutput(
      await connector.execute(
        "build_image",
        {
          t,
          labels,
          nocache: "true",
          buildargs: '{"WHO": "you"}',
          dockerfile_content: `FROM ${engine.image}\\nARG WHO\\nRUN printf "a\\nhello $WHO" > /said`,
        },
        { onProgress: (line) => lines.push(line) },
      ),
    );
    expect(await run(t, "cat /said")).toBe("a\nhello you");
    expect(built.data).toMatchObject([{ id: (await docker.images.inspect(t)).Id, tags: [t] }]);
    expect(built.data[0]?.build_output).toEqual(lines.map((stream) => ({ stream })));
    expect(lines.filter((line) => line.startsWith("Step "))).toHaveLength(4);
  });

  test("are built from a context handed over, and quietly", { timeout: 60_000 }, async () => {
    const t = newName("context");
    const context = tar([
      file("docker/prod", `FROM ${engine.image}\nCOPY a.txt /a.txt\nRUN grep -q 10.9.8.7 /etc/hosts`),
      file("a.txt", "a"),
    ]);
    const parameters = {
      t,
      labels,
      dockerfile: "docker/prod",
      extrahosts: "x:10.9.8.7, y:10.9.8.8",
      q: "true",
    };
    const built = checkOutput(
      await connector.execute("docker-image-build", { ...parameters, input_stream: "context.tar" } as never, {
        files: { "context.tar": context },
      }),
    );
    const [{ id, build_output: said } = {}] = built.data as { id?: string; build_output?: unknown }[]; // as its fields say
    expect(said).toEqual([{ stream: id }]);
    expect(await run(t, "cat /a.txt")).toBe("a");
  });

  test("are not built by steps that fail, which tell why (F-2.3-12)", { timeout: 60_000 }, async () => {
    const failed = await connector.execute("build_image", {
      t: newName("fail"),
      dockerfile_content: `FROM ${engine.image}\nRUN echo it is broken; exit 7\n`,
      nocache: true,
      forcerm: true,
    });
    expect(failed).toMatchObject({ status: "failed", error: { category: "stream_error", retryable: false } });
    expect(failed.message).toMatch(
      /^The build failed in step \[2\/2\] RUN echo it is broken; exit 7: .*non-zero code: 7\nThe last lines:\nit is broken$/,
    );
  });

  test("are not waited for longer than the timeout says (F9)", { timeout: 60_000 }, async () => {
    const started = performance.now();
    const late = await connector.execute("build_image", {
      t: newName("late"),
      labels,
      dockerfile_content: `FROM ${engine.image}\nRUN sleep 5\n`,
      nocache: true,
      forcerm: true,
      timeout: "1",
    });
    expect(late).toMatchObject({ status: "failed", error: { category: "timeout" } });
    expect(performance.now() - started).toBeLessThan(4500);
    // The engine stops the build, and the step's container is gone then.
    await setTimeout(1000);
  });

  test("have a build cache that is pruned", async () => {
    const filters = { until: ["1000000h"] };
    const pruned = checkOutput(
      await connector.execute("delete builder cache", { keep_storage: "1000000000", all: "false", filters }),
    );
    expect(pruned.data).toEqual([{ CachesDeleted: [], SpaceReclaimed: 0 }]);
    expect(checkOutput(await connector.execute("docker-build-prune", { filters })).data).toEqual(pruned.data);
  });

  test("are found in a registry that can search", { timeout: 60_000 }, async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const answer = {
      num_results: 1,
      query: "app",
      results: [
        { name: "team/app", description: "", is_official: false, is_automated: false, star_count: 3 },
      ],
    };
    await using _registry = await withContainer(docker, engine, {
      script: `mkdir -p /www/v1; echo true > /www/v1/_ping; echo '${JSON.stringify(answer)}' > /www/v1/search; exec httpd -f -p 127.0.0.1:${port} -h /www`,
      HostConfig: { NetworkMode: "host" },
    });
    const search = () => connector.execute("search_images", { term: `127.0.0.1:${port}/app`, limit: "5" });
    let found = await search();
    for (let tries = 0; found.status === "failed" && tries < 20; tries++) {
      await setTimeout(100);
      found = await search();
    }
    expect(checkOutput(found)).toMatchObject({
      data: [{ name: expect.stringContaining("team/app"), star_count: 3 }],
      message: `Found 1 image for 127.0.0.1:${port}/app.`,
    });
    expect((await search()).data).toEqual(found.data);
    expect(await connector.execute("search_images", { term: "127.0.0.1:9/app" })).toMatchObject({
      status: "failed",
      error: { httpStatus: expect.any(Number) },
    });
  });

  /** An image with programs that only note what they are asked for, and whose user is not root. */
  async function baseWith(...programs: readonly string[]): Promise<string> {
    const t = newName("base");
    bases.push(t);
    const noted = programs.map((program) => {
      const script = `#!/bin/sh\\necho "$(whoami) ${program} $*" | tee -a /installed\\ncase "$*" in *nope*) echo no nope; exit 1;; esac\\n`;
      return `printf '${script.replace("%", "%%")}' > /bin/${program} && chmod +x /bin/${program}`;
    });
    checkOutput(
      await connector.execute("build_image", {
        t,
        labels: { ...engine.labels, base: t },
        dockerfile_content: `FROM ${engine.image}\nRUN ${noted.join(" && ")}\nUSER nobody\n`,
      }),
    );
    return t;
  }

  test.each([
    ["apk", "root apk add --no-cache curl git=2.4\n"],
    ["apt-get", "root apt-get update\nroot apt-get install -y --no-install-recommends curl git=2.4\n"],
  ])("are made of packages by %s, and keep their user", { timeout: 60_000 }, async (tool, installed) => {
    const base = await baseWith(tool, "pip");
    const name = newName("packages");
    const created = checkOutput(
      await connector.execute("docker_image_create", {
        name,
        dependencies: "pymongo==3.5.1, requests[socks]>=2,<3",
        packages: "curl, git=2.4",
        base,
      }),
    );
    expect(created.data).toMatchObject([{ id: (await docker.images.inspect(name)).Id, name, base }]);
    expect(await run(name, "cat /installed; whoami")).toBe(
      `${installed}root pip install --no-cache-dir pymongo==3.5.1 requests[socks]>=2,<3\nnobody\n`,
    );
  });

  test("are not made of what cannot be installed", { timeout: 60_000 }, async () => {
    const base = await baseWith("pip3");
    const name = newName("packages");
    const nope = await connector.execute("create_image_from_packages", { name, dependencies: "nope", base });
    expect(nope.error?.category).toBe("stream_error");
    expect(nope.message).toMatch(/\nThe last lines:\nroot pip3 install --no-cache-dir nope\nno nope$/);
    const none = await connector.execute("create_image_from_packages", { name, packages: "curl", base });
    expect(none.message).toMatch(/The last lines:\nThe base has neither apk nor apt-get\.$/);
    await expect(docker.images.inspect(name)).rejects.toThrow(NotFoundError);
  });

  test("of a registry that is not there are neither pulled, pushed, updated nor asked for", async () => {
    const { id } = await imported("push");
    // A port that nothing listens on.
    const name = `127.0.0.1:9/${engine.uniqueName("push")}:1`;
    names.push(name);
    await connector.execute("tag_image", { name: id, repo: name });
    for (const [action, parameters] of [
      ["push_image", { name }],
      ["pull_image", { fromImage: name }],
      ["update_images", { image: name }],
      ["inspect_distribution", { name }],
    ] as const) {
      const failed = await connector.execute<string>(action, parameters);
      expect(failed.status, action).toBe("failed");
      expect(failed.message).toContain("127.0.0.1:9");
    }
  });
});
