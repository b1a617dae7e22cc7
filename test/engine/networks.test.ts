import { afterAll, expect, test } from "vitest";
import { ApiError, ConflictError, ForbiddenError, NotFoundError } from "../../src/errors.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("networks", (engine) => {
  const docker = dockerFor(engine);
  const { networks } = docker;
  afterAll(() => docker.close());

  test("connect containers, by their aliases, until they are told not to", async () => {
    const Name = engine.uniqueName("net");
    const { Id } = await networks.create({ Name, Driver: "bridge", Labels: engine.labels });
    try {
      await using box = await withContainer(docker, engine);
      await networks.connect(Name, { Container: box.id, EndpointConfig: { Aliases: ["www"] } });
      const { Containers, Labels, Driver } = await networks.inspect(Id.slice(0, 12));
      expect({ Labels, Driver }).toEqual({ Labels: engine.labels, Driver: "bridge" });
      expect(Object.keys(Containers ?? {})).toEqual([box.id]);
      const { NetworkSettings } = await docker.containers.inspect(box.id);
      expect(NetworkSettings?.Networks?.[Name]?.Aliases).toContain("www");
      await expect(networks.connect(Name, { Container: box.id })).rejects.toThrow(ForbiddenError);
      await expect(networks.remove(Name)).rejects.toThrow(ForbiddenError);

      await networks.disconnect(Name, { Container: box.id });
      expect(Object.keys((await networks.inspect(Id)).Containers ?? {})).toEqual([]);
    } finally {
      await networks.remove(Id);
    }
    await expect(networks.inspect(Id)).rejects.toThrow(NotFoundError);
    await expect(networks.remove(Name)).rejects.toThrow(NotFoundError);
  });

  test("have names of their own, at the latest from API 1.44 on", async () => {
    const Name = engine.uniqueName("twin");
    const make = () => networks.create({ Name, Labels: engine.labels });
    const made = [await make()];
    try {
      if (engine.since("1.44")) await expect(make()).rejects.toThrow(ConflictError);
      else made.push(await make());
    } finally {
      for (const { Id } of made) await networks.remove(Id);
    }
  });

  test("that are built in stay", async () => {
    await expect(networks.remove("bridge")).rejects.toThrow(ForbiddenError);
    await expect(networks.create({ Name: "host" })).rejects.toThrow(ApiError);
    expect(await networks.list({ filters: { name: ["bridge"], type: ["builtin"] } })).toMatchObject([
      { Name: "bridge", Driver: "bridge" },
    ]);
  });

  test("are listed and pruned by label, and the others stay", async () => {
    const mark = engine.uniqueName("prune");
    const other = engine.uniqueName("stays");
    await networks.create({ Name: mark, Labels: { ...engine.labels, mark } });
    await networks.create({ Name: other, Labels: engine.labels });
    try {
      const filters = { label: [`mark=${mark}`] };
      expect(await networks.list({ filters })).toMatchObject([{ Name: mark }]);
      expect((await networks.prune({ filters })).NetworksDeleted).toEqual([mark]);
      expect((await networks.prune({ filters })).NetworksDeleted ?? []).toEqual([]);
      expect(await networks.inspect(other)).toMatchObject({ Name: other });
    } finally {
      await networks.remove(other);
    }
  });
});
