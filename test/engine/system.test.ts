import { afterAll, expect, test } from "vitest";
import { ApiError } from "../../src/errors.js";
import { all, dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("system", (engine) => {
  const docker = dockerFor(engine);
  const { system, containers } = docker;
  afterAll(() => docker.close());

  test("answers a ping", async () => {
    expect(await system.ping()).toMatchObject({
      apiVersion: engine.apiVersion,
      osType: "linux",
      experimental: false,
    });
    expect(await system.pingHead()).toEqual(await system.ping());
  });

  test("tells its version and itself", async () => {
    const version = await system.version();
    expect(version).toMatchObject({
      Version: engine.engineVersion,
      ApiVersion: engine.apiVersion,
      MinAPIVersion: engine.minApiVersion,
      Os: "linux",
    });
    const info = await system.info();
    expect(info.ServerVersion).toBe(engine.engineVersion);
    expect(info.Images).toBeGreaterThan(0);
  });

  test("tells what takes up disk space", async () => {
    const { Images, LayersSize } = await system.df();
    expect(Images?.some(({ RepoTags }) => RepoTags?.includes(engine.image))).toBe(true);
    expect(LayersSize).toBeGreaterThan(0);
  });

  test("gives events as they happen, filtered, until the loop is left", async () => {
    const label = `mark=${engine.uniqueName("events")}`;
    const filters = { type: ["container" as const], event: ["create", "die", "destroy"], label: [label] };
    const seen: string[] = [];
    const since = (await system.info()).SystemTime ?? "";
    const [key = "", value = ""] = label.split("=");
    const { Id } = await containers.create({
      Image: engine.image,
      Cmd: ["false"],
      Labels: { ...engine.labels, [key]: value },
    });
    try {
      for await (const { Action, Actor } of system.events({ since, filters }, { timeout: 10_000 })) {
        expect(Actor?.ID).toBe(Id);
        seen.push(String(Action));
        if (Action === "create") await containers.start(Id);
        if (Action === "die") expect(Actor?.Attributes).toMatchObject({ exitCode: "1" });
        if (Action === "die") await containers.remove(Id);
        if (Action === "destroy") break;
      }
    } finally {
      await containers
        .remove(Id, { force: true })
        .catch((error: unknown) => expect(error).toBeInstanceOf(ApiError));
    }
    expect(seen).toEqual(["create", "die", "destroy"]);
  });

  test("ends events of the past by itself", async () => {
    const since = (await system.info()).SystemTime ?? "";
    await using box = await withContainer(docker, engine);
    const until = (await system.info()).SystemTime ?? "";
    const events = await all(system.events({ since, until, filters: { container: [box.id] } }));
    expect(events.map(({ Action }) => Action)).toEqual(expect.arrayContaining(["create", "start"]));
    expect(await all(system.events({ since: 1, until: 2 }))).toEqual([]);
  });
});
