import { afterAll, expect, test } from "vitest";
import { type PruneOptions, prune } from "../../src/actions/prune.js";
import { UnsupportedVersionError } from "../../src/errors.js";
import { clientFor } from "./container-watch-client.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

/** Every prune here is limited by a label that only what the test has made bears. */
describeEngines("prune", (engine) => {
  const docker = dockerFor(engine);
  const { client, close } = clientFor(engine);
  afterAll(async () => {
    await docker.close();
    await close();
  });

  /** Something of each kind that goes, and something that stays. */
  async function world() {
    const mark = engine.uniqueName("prune");
    const labels = { ...engine.labels, [mark]: "yes" };
    const container = async (name: string, body: object = {}) =>
      (
        await docker.containers.create(
          { Image: engine.image, Cmd: ["sleep", "1000"], Labels: labels, ...body },
          { name: `${mark}-${name}` },
        )
      ).Id;
    const image = (tag: string | undefined, text: string) =>
      docker.build({ dockerfile: `FROM ${engine.image}\nLABEL ${mark}=yes\n${text}` }, tag ? { tag } : {});
    const kept = `${mark}-kept`;
    const [tag, usedTag] = [`${mark}-tagged:1`, `${mark}-used:1`];
    const dangling = (await image(undefined, "ENV A=dangling")).id;
    const tagged = (await image(tag, "ENV A=tagged")).id;
    const used = (await image(usedTag, "ENV A=used")).id;
    for (const name of ["free", "busy"])
      await docker.networks.create({ Name: `${mark}-${name}`, Labels: labels });
    for (const name of ["free", "busy", "stopped"])
      await docker.volumes.create({ Name: `${mark}-${name}`, Labels: labels });
    const anonymous = (await docker.volumes.create({ Labels: labels })).Name;
    await docker.volumes.create({
      Name: `${mark}-options`,
      Labels: labels,
      DriverOpts: { type: "tmpfs", device: "tmpfs" },
    });
    const stopped = await container("stopped", { HostConfig: { Binds: [`${mark}-stopped:/v`] } });
    const running = await container("running", {
      Image: usedTag,
      HostConfig: { NetworkMode: `${mark}-busy`, Binds: [`${mark}-busy:/v`] },
    });
    await docker.containers.start(running);
    const other = await container("other", { Labels: { ...engine.labels, [kept]: "yes" } });
    return {
      mark,
      stopped,
      running,
      other,
      dangling,
      tagged,
      tag,
      used,
      anonymous,
      run: (options: PruneOptions = {}) =>
        prune(client, { ...options, filters: { label: [`${mark}=yes`], ...options.filters } }),
      async [Symbol.asyncDispose]() {
        const quiet = (step: Promise<unknown>) => step.catch(() => undefined);
        for (const id of [stopped, running, other])
          await quiet(docker.containers.remove(id, { force: true }));
        for (const id of [dangling, tagged, used]) await quiet(docker.images.remove(id, { force: true }));
        for (const name of ["free", "busy"]) await quiet(docker.networks.remove(`${mark}-${name}`));
        for (const name of [`${mark}-free`, `${mark}-busy`, `${mark}-stopped`, `${mark}-options`, anonymous])
          await quiet(docker.volumes.remove(name));
      },
    };
  }

  test("removes what nothing uses, and says before what that will be", { timeout: 60_000 }, async () => {
    await using made = await world();
    const { mark, run } = made;
    const planned = await run({ dryRun: true });
    expect(planned).toMatchObject({
      dryRun: true,
      containers: [made.stopped],
      networks: [`${mark}-free`],
      volumes: [],
      images: [made.dangling],
      untagged: [],
      buildCache: [],
    });
    expect(await docker.containers.inspect(made.stopped)).toBeDefined();
    const done = await run();
    expect(done).toMatchObject({ ...planned, dryRun: false, spaceReclaimed: expect.any(Number) });
    expect(await run({ dryRun: true })).toMatchObject({ containers: [], networks: [], images: [] });
    for (const id of [made.running, made.other]) expect(await docker.containers.inspect(id)).toBeDefined();
  });

  test("removes all that is unused and named, with all", { timeout: 60_000 }, async () => {
    await using made = await world();
    const { mark, run } = made;
    const options = { kinds: ["volumes", "images", "containers"], all: true } as const;
    const planned = await run({ ...options, dryRun: true });
    expect([...planned.volumes].sort()).toEqual([made.anonymous, `${mark}-free`, `${mark}-stopped`].sort());
    expect([...planned.images].sort()).toEqual([made.dangling, made.tagged].sort());
    expect(planned.untagged).toEqual([made.tag]);
    const done = await run(options);
    expect([...done.volumes].sort()).toEqual([...planned.volumes].sort());
    expect(done.images).toEqual(expect.arrayContaining([...planned.images]));
    expect(done.images).not.toContain(made.used);
    expect(done.untagged).toContain(made.tag);
    expect(done.networks).toEqual([]);
  });

  test("leaves volumes with a name where all was not asked for", { timeout: 60_000 }, async () => {
    await using made = await world();
    const options = { kinds: ["volumes"] } as const;
    if (!engine.since("1.42")) {
      await expect(made.run(options)).rejects.toThrow(UnsupportedVersionError);
      await expect(made.run({ ...options, dryRun: true })).rejects.toThrow(UnsupportedVersionError);
      return;
    }
    expect((await made.run({ ...options, dryRun: true })).volumes).toEqual([made.anonymous]);
    expect((await made.run(options)).volumes).toEqual([made.anonymous]);
  });

  test("goes by time and by labels that must not be there", { timeout: 60_000 }, async () => {
    await using made = await world();
    const { mark, run } = made;
    for (const dryRun of [true, false]) {
      for (const until of ["1h", new Date(Date.now() - 3_600_000)]) {
        expect(await run({ dryRun, filters: { until } })).toMatchObject({
          containers: [],
          networks: [],
          images: [],
        });
      }
      const not = { "label!": [`${mark}=yes`] };
      expect(await run({ dryRun, filters: not })).toMatchObject({ containers: [], networks: [], images: [] });
    }
    const soon = new Date(Date.now() + 60_000);
    const filters = { until: soon, "label!": [`${mark}=no`] };
    const expected = { containers: [made.stopped], networks: [`${mark}-free`], images: [made.dangling] };
    expect(await run({ dryRun: true, filters })).toMatchObject(expected);
    expect(await run({ filters })).toMatchObject(expected);
  });
});
