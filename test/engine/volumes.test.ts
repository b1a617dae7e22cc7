import { afterAll, expect, test } from "vitest";
import { ConflictError, NotFoundError } from "../../src/errors.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("volumes", (engine) => {
  const docker = dockerFor(engine);
  const { volumes } = docker;
  afterAll(() => docker.close());

  test("live from create to remove", async () => {
    const Name = engine.uniqueName("data");
    const body = { Name, Labels: engine.labels };
    const made = await volumes.create(body);
    try {
      expect(made).toMatchObject({ Name, Driver: "local", Scope: "local", Labels: engine.labels });
      expect(await volumes.create(body)).toMatchObject({ Name, Mountpoint: made.Mountpoint });
      expect(await volumes.inspect(Name)).toMatchObject({ Name, Mountpoint: made.Mountpoint });
      const { Volumes } = await volumes.list({ filters: { name: [Name], dangling: true } });
      expect(Volumes).toMatchObject([{ Name }]);

      await using _ = await withContainer(docker, engine, { HostConfig: { Binds: [`${Name}:/data`] } });
      expect((await volumes.list({ filters: { name: [Name], dangling: true } })).Volumes ?? []).toEqual([]);
      await expect(volumes.remove(Name)).rejects.toThrow(ConflictError);
      await expect(volumes.remove(Name)).rejects.toThrow(/in use/);
    } finally {
      await volumes.remove(Name);
    }
    await expect(volumes.inspect(Name)).rejects.toThrow(NotFoundError);
    await expect(volumes.remove(Name)).rejects.toThrow(NotFoundError);
    expect(await volumes.remove(Name, { force: true })).toBeUndefined();
  });

  test("get a name where they are given none", async () => {
    const { Name } = await volumes.create({ Labels: engine.labels });
    await volumes.remove(Name);
    expect(Name).toMatch(/^[0-9a-f]{64}$/);
  });

  test("are pruned by label, and the others stay", async () => {
    const mark = engine.uniqueName("prune");
    const other = engine.uniqueName("stays");
    await volumes.create({ Name: mark, Labels: { ...engine.labels, mark } });
    await volumes.create({ Name: other, Labels: engine.labels });
    try {
      const label = [`mark=${mark}`];
      // From this version on, volumes that have a name are only pruned when it is said so.
      const filters = engine.since("1.42") ? { label, all: true } : { label };
      const { VolumesDeleted, SpaceReclaimed } = await volumes.prune({ filters });
      expect(VolumesDeleted).toEqual([mark]);
      expect(SpaceReclaimed).toBe(0);
      expect(await volumes.inspect(other)).toMatchObject({ Name: other });
    } finally {
      await volumes.remove(other);
    }
  });
});
