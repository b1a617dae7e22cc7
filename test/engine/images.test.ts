import { afterAll, expect, test } from "vitest";
import { tar } from "../../scripts/engine/tar.js";
import { ApiError, ConflictError, NotFoundError, ProgressError } from "../../src/errors.js";
import { all, dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

const files = () => tar([{ path: "hello", mode: 0o644, content: Buffer.from("hello\n") }]);

describeEngines("images", (engine) => {
  const docker = dockerFor(engine);
  const { images } = docker;
  afterAll(() => docker.close());

  /** An image of its own under a new name; the steps of its import are given to `watch`. */
  async function withImage(area: string, watch: (status: string | undefined) => void = () => {}) {
    const repo = engine.uniqueName(area);
    const [[label, value] = []] = Object.entries(engine.labels);
    const changes = [`LABEL ${label}=${value} area=${repo}`, "ENV A=b"];
    const job = images.import(files(), { repo, tag: "1", message: "made here", changes });
    for await (const { status } of job) watch(status);
    const { id } = await job;
    const remove = async () => {
      await images.remove(id, { force: true }).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      });
    };
    return { id, repo, name: `${repo}:1`, [Symbol.asyncDispose]: remove };
  }

  test("are imported, inspected, listed, tagged and removed", async () => {
    const steps: (string | undefined)[] = [];
    await using image = await withImage("import", (status) => steps.push(status));
    expect(steps.at(-1)).toBe(image.id);
    const { Id, RepoTags, Config, Size } = await images.inspect(image.name);
    expect({ Id, RepoTags }).toEqual({ Id: image.id, RepoTags: [image.name] });
    expect(Config).toMatchObject({ Env: ["A=b"], Labels: { ...engine.labels, area: image.repo } });
    expect(Size).toBeGreaterThan(0);
    expect((await images.history(image.name))?.[0]).toMatchObject({ Id: image.id, Comment: "made here" });

    const filters = { label: [`area=${image.repo}`], dangling: false };
    expect(await images.list({ filters })).toMatchObject([{ Id: image.id, RepoTags: [image.name] }]);
    expect(await images.list({ filters: { reference: [`${image.repo}:2`] } })).toEqual([]);

    await images.tag(image.name, `${image.repo}:2`);
    expect((await images.inspect(image.id)).RepoTags?.toSorted()).toEqual([
      `${image.repo}:1`,
      `${image.repo}:2`,
    ]);
    await expect(images.remove(image.id)).rejects.toThrow(ConflictError);
    expect(await images.remove(`${image.repo}:2`)).toEqual([{ Untagged: `${image.repo}:2` }]);
    expect(await images.remove(image.name)).toEqual(expect.arrayContaining([{ Deleted: image.id }]));
    await expect(images.inspect(image.name)).rejects.toThrow(NotFoundError);
  });

  test("come back from an archive as they were", async () => {
    await using one = await withImage("save");
    await using two = await withImage("save-too");
    const single = await all(images.save(one.name));
    await images.remove(one.name);
    const progress: unknown[] = [];
    const loading = images.load(Buffer.concat(single));
    for await (const step of loading) progress.push(step);
    expect(await loading).toEqual({ images: [one.name] });
    expect(progress.length).toBeGreaterThan(0);
    expect(await images.inspect(one.name)).toMatchObject({ Id: one.id });

    const both = await all(images.save([one.name, two.name]));
    for (const { name } of [one, two]) await images.remove(name);
    async function* pieces() {
      yield* both;
    }
    const loaded = await images.load(pieces(), { quiet: true });
    expect(loaded.images.toSorted()).toEqual([one.name, two.name].toSorted());
    expect(await images.inspect(two.name)).toMatchObject({ Id: two.id });
  });

  test("are pruned by label once they have no name", async () => {
    await using image = await withImage("prune");
    const filters = { label: [`area=${image.repo}`], dangling: false };
    const { ImagesDeleted } = await images.prune({ filters });
    expect(ImagesDeleted).toEqual(expect.arrayContaining([{ Deleted: image.id }]));
    expect((await images.prune({ filters })).ImagesDeleted ?? []).toEqual([]);
  });

  test("that are not there are not found", async () => {
    const nope = engine.uniqueName("nope");
    await expect(images.inspect(nope)).rejects.toThrow(NotFoundError);
    await expect(images.remove(nope)).rejects.toThrow(/No such image/);
    await expect(images.tag(nope, "a")).rejects.toThrow(NotFoundError);
    await expect(images.history(nope)).rejects.toThrow(NotFoundError);
    await expect(all(images.save(nope))).rejects.toThrow(ApiError);
  });

  test("are not made of what is no archive", async () => {
    await expect(images.load(Buffer.from("this is no tar")).then()).rejects.toSatisfy(
      (error) => error instanceof ApiError || error instanceof ProgressError,
    );
  });

  test("of a registry that is not there are neither pulled nor pushed", async () => {
    await using image = await withImage("push");
    // A port that nothing listens on.
    const name = `127.0.0.1:9/${image.repo}:1`;
    await images.tag(image.name, name);
    await expect(images.push(name).then()).rejects.toThrow(ProgressError);
    await images.remove(name);
    const pulling = images.pull(name);
    await expect(pulling.then()).rejects.toThrow(/127\.0\.0\.1:9/);
    await expect(docker.distribution.inspect(name)).rejects.toThrow(ApiError);
  });
});
