import { afterAll, expect, test } from "vitest";
import { type TarEntry, tar } from "../../scripts/engine/tar.js";
import {
  BadRequestError,
  ConflictError,
  InvalidArgumentError,
  NotFoundError,
  ServerError,
} from "../../src/errors.js";
import { all, dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("containers", (engine) => {
  const docker = dockerFor(engine);
  const { containers } = docker;
  afterAll(() => docker.close());

  test("live from create to remove", async () => {
    const name = engine.uniqueName("life");
    const { Id, Warnings } = await containers.create(
      {
        Image: engine.image,
        Cmd: ["sleep", "1000"],
        Labels: { ...engine.labels, subject: "life" },
        Env: ["A=b"],
      },
      { name },
    );
    try {
      expect(Id).toMatch(/^[0-9a-f]{64}$/);
      expect(Warnings).toEqual([]);
      expect((await containers.inspect(name)).State).toMatchObject({ Status: "created", Running: false });

      await containers.start(name);
      await containers.start(name);
      const running = await containers.inspect(Id.slice(0, 12), { size: true });
      expect(running).toMatchObject({ Id, Name: `/${name}`, State: { Status: "running", Running: true } });
      expect(running.Config).toMatchObject({ Image: engine.image, Tty: false, Cmd: ["sleep", "1000"] });
      expect(running.SizeRootFs).toBeGreaterThan(1_000_000);

      const filters = { id: [Id], status: ["running" as const], label: ["subject=life"] };
      expect(await containers.list({ filters })).toMatchObject([
        { Id, Names: [`/${name}`], State: "running" },
      ]);
      expect(await containers.list({ filters: { ...filters, label: ["subject=death"] } })).toEqual([]);

      await containers.pause(name);
      expect((await containers.inspect(name)).State.Status).toBe("paused");
      await containers.unpause(name);

      await containers.rename(name, `${name}-2`);
      expect((await containers.inspect(Id)).Name).toBe(`/${name}-2`);

      await containers.restart(Id, { timeout: 0 });
      expect((await containers.inspect(Id)).State.Running).toBe(true);

      await containers.kill(Id, { signal: "SIGKILL" });
      expect(await containers.wait(Id)).toMatchObject({ StatusCode: 137 });

      await containers.start(Id);
      await containers.stop(Id, { timeout: 0 });
      await containers.stop(Id, { timeout: 0 });
      expect((await containers.inspect(Id)).State).toMatchObject({ Status: "exited", Running: false });
      expect(await containers.list({ filters: { id: [Id] } })).toEqual([]);
      expect(await containers.list({ all: true, filters: { id: [Id] } })).toHaveLength(1);
    } finally {
      await containers.remove(Id, { force: true, volumes: true });
    }
    await expect(containers.inspect(Id)).rejects.toThrow(NotFoundError);
  });

  test("tell their processes", async () => {
    await using box = await withContainer(docker, engine);
    const { Titles, Processes } = await containers.top(box.id);
    expect(Titles).toContain("PID");
    expect(Processes?.flat().join(" ")).toContain("sleep 1000");
  });

  test("tell what has changed in their files, and null when nothing has", async () => {
    await using still = await withContainer(docker, engine);
    expect((await containers.diff(still.id)) ?? []).toEqual([]);
    await using busy = await withContainer(docker, engine, {
      script: "echo x >/tmp/made; rm /etc/group; sleep 1000",
    });
    await expect
      .poll(() => containers.diff(busy.id), { timeout: 5000 })
      .toEqual(
        expect.arrayContaining([
          { Path: "/tmp/made", Kind: 1 },
          { Path: "/etc/group", Kind: 2 },
        ]),
      );
  });

  test("tell what they use: once, and again until the loop is left", async () => {
    await using box = await withContainer(docker, engine);
    const [once, ...more] = await all(containers.stats(box.id, { stream: false }));
    expect(more).toEqual([]);
    expect(once?.id ?? box.id).toBe(box.id);
    expect(once?.cpu_stats).toBeDefined();
    let count = 0;
    for await (const { read } of containers.stats(box.id)) {
      expect(read).toMatch(/^\d{4}-/);
      if (++count === 2) break;
    }
  });

  test("take new limits while they run", async () => {
    await using box = await withContainer(docker, engine);
    const { Warnings } = await containers.update(box.id, {
      RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
    });
    expect(Warnings ?? []).toEqual([]);
    expect((await containers.inspect(box.id)).HostConfig.RestartPolicy).toEqual({
      Name: "on-failure",
      MaximumRetryCount: 3,
    });
  });

  test("take the size of a TTY", async () => {
    await using box = await withContainer(docker, engine, { Tty: true });
    expect(await containers.resize(box.id, { height: 24, width: 80 })).toBeUndefined();
  });

  test("are waited for", async () => {
    await using box = await withContainer(docker, engine, { script: "sleep 0.5; exit 7" });
    expect(await containers.wait(box.id, { condition: "next-exit" })).toMatchObject({ StatusCode: 7 });
    expect(await containers.wait(box.id)).toMatchObject({ StatusCode: 7 });
    const removed = containers.wait(box.id, { condition: "removed" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await containers.remove(box.id);
    expect(await removed).toMatchObject({ StatusCode: 7 });
  });

  test("are waited for only as long as the signal allows", async () => {
    await using box = await withContainer(docker, engine);
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    await expect(containers.wait(box.id, {}, { signal: controller.signal })).rejects.toBe(reason);
    await expect(containers.wait(box.id, {}, { timeout: 100 })).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
    });
  });

  test("are pruned by label, and the others stay", async () => {
    const mark = engine.uniqueName("prune");
    const labels = { ...engine.labels, mark };
    const made = await Promise.all(
      [labels, labels, engine.labels].map((Labels) => containers.create({ Image: engine.image, Labels })),
    );
    try {
      const { ContainersDeleted, SpaceReclaimed } = await containers.prune({
        filters: { label: [`mark=${mark}`] },
      });
      expect(ContainersDeleted?.toSorted()).toEqual([made[0]?.Id, made[1]?.Id].toSorted());
      expect(SpaceReclaimed).toBeGreaterThanOrEqual(0);
      expect(await containers.inspect(made[2]?.Id ?? "")).toMatchObject({
        Config: { Labels: engine.labels },
      });
    } finally {
      for (const { Id } of made) {
        await containers.remove(Id).catch((error: unknown) => expect(error).toBeInstanceOf(NotFoundError));
      }
    }
  });

  test("cannot be pruned by a hostile id", async () => {
    const { Id } = await containers.create({ Image: engine.image, Labels: engine.labels });
    try {
      await expect(containers.start("x/../prune?")).rejects.toThrow(InvalidArgumentError);
      await expect(containers.start(`a/../../containers/${Id}/start?x=`)).rejects.toThrow(
        InvalidArgumentError,
      );
      expect((await containers.inspect(Id)).State.Status).toBe("created");
    } finally {
      await containers.remove(Id);
    }
  });

  test("become images", async () => {
    await using box = await withContainer(docker, engine, { script: "echo x >/made; sleep 1000" });
    const repo = engine.uniqueName("commit");
    const { Id } = await containers.commit(
      {
        container: box.id,
        repo,
        tag: "v1",
        author: "Zoë",
        changes: ['ENV A="b c"', "WORKDIR /tmp"],
        pause: false,
      },
      { Labels: engine.labels, Cmd: ["cat", "/made"] },
    );
    const path = { name: `${repo}:v1` };
    try {
      expect(Id).toMatch(/^sha256:/);
      const { data } = await docker.api.GET("/images/{name}/json", { params: { path } });
      expect(data).toMatchObject({ Id, Author: "Zoë", Config: { WorkingDir: "/tmp" } });
      expect(await docker.run(`${repo}:v1`)).toMatchObject({ exitCode: 0, stdout: "x\n" });
    } finally {
      await docker.api.DELETE("/images/{name}", { params: { path } });
    }
  });

  test("give and take archives", async () => {
    await using box = await withContainer(docker, engine);
    const text = (path: string, content: string): TarEntry => ({
      path,
      mode: 0o640,
      content: Buffer.from(content),
    });
    const sent = tar([
      { path: "a/", mode: 0o755 },
      text("a/é b", "hello"),
      { path: "a/link", mode: 0o777, target: "é b" },
    ]);
    await containers.putArchive(box.id, sent, { path: "/tmp" });
    expect(await containers.statArchive(box.id, { path: "/tmp/a/é b" })).toMatchObject({
      name: "é b",
      size: 5,
      linkTarget: "",
    });
    const link = await containers.statArchive(box.id, { path: "/tmp/a/link" });
    expect(link.linkTarget).toBe("/tmp/a/é b");
    const got = Buffer.concat(await all(containers.getArchive(box.id, { path: "/tmp/a" })));
    expect(got.length % 512).toBe(0);
    expect(got.toString()).toContain("hello");

    async function* pieces() {
      for (let at = 0; at < sent.length; at += 100) yield sent.subarray(at, at + 100);
    }
    await containers.putArchive(box.id, pieces(), { path: "/root" });
    expect(await containers.statArchive(box.id, { path: "/root/a/é b" })).toMatchObject({ size: 5 });

    await expect(containers.putArchive(box.id, sent, { path: "/nowhere" })).rejects.toThrow(NotFoundError);
    await expect(containers.statArchive(box.id, { path: "/nowhere" })).rejects.toThrow(NotFoundError);
    await expect(all(containers.getArchive(box.id, { path: "/nowhere" }))).rejects.toThrow("/nowhere");
  });

  test("take a large archive as it is read, and say what is wrong with one before it has been read", async () => {
    await using box = await withContainer(docker, engine);
    const size = 30 * 1024 * 1024;
    const large = tar([{ path: "large", mode: 0o644, content: Buffer.alloc(size, "x") }]);
    async function* pieces() {
      for (let at = 0; at < large.length; at += 65_536) yield large.subarray(at, at + 65_536);
    }
    await containers.putArchive(box.id, pieces(), { path: "/tmp" });
    expect(await containers.statArchive(box.id, { path: "/tmp/large" })).toMatchObject({ size });
    await expect(containers.putArchive(box.id, pieces(), { path: "/nowhere" })).rejects.toThrow(
      NotFoundError,
    );
  });

  test("are exported whole, or as much as is wanted", async () => {
    await using box = await withContainer(docker, engine);
    let size = 0;
    for await (const piece of containers.export(box.id)) size += piece.length;
    expect(size).toBeGreaterThan(1_000_000);
    for await (const piece of containers.export(box.id)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect((await containers.inspect(box.id)).State.Running).toBe(true);
  });

  test("say what is wrong in the engine's own words", async () => {
    const name = engine.uniqueName("wrong");
    const { Id } = await containers.create(
      { Image: engine.image, Cmd: ["true"], Labels: engine.labels },
      { name },
    );
    try {
      const nope = `${name}-nope`;
      for (const call of [
        () => containers.inspect(nope),
        () => containers.logs(nope).text(),
        () => containers.remove(nope),
      ]) {
        const failure = call();
        await expect(failure).rejects.toThrow(NotFoundError);
        await expect(failure).rejects.toThrow(`No such container: ${nope}`);
      }
      const taken = containers.create({ Image: engine.image, Labels: engine.labels }, { name });
      await expect(taken).rejects.toThrow(ConflictError);
      await expect(taken).rejects.toThrow(/Conflict\. The container name .* is already in use/);
      await expect(containers.kill(Id)).rejects.toThrow(ConflictError);
      await expect(containers.kill(Id)).rejects.toThrow(/is not running/);
      await expect(containers.pause(Id)).rejects.toThrow(ConflictError);
      const missing = containers.create({
        Image: "docker-engine-sdk/no-such-image:1",
        Labels: engine.labels,
      });
      await expect(missing).rejects.toThrow(NotFoundError);
      await expect(missing).rejects.toThrow(/No such image/);
      const bad = containers.create({
        Image: engine.image,
        Labels: engine.labels,
        HostConfig: { Binds: ["nonsense:::"] },
      });
      await expect(bad).rejects.toThrow(/invalid/);
      await expect(bad).rejects.toSatisfy(
        (error) => error instanceof BadRequestError || error instanceof ServerError,
      );
      const status = containers.list({ filters: { status: ["runing" as never] } });
      await expect(status).rejects.toThrow(/runing/);
    } finally {
      await containers.remove(Id, { force: true });
    }
  });
});
