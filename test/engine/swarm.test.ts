import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Docker } from "../../src/docker.js";
import {
  ApiError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  UnavailableError,
} from "../../src/errors.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

const bridge = "docker_gwbridge";

describeEngines("a swarm", (engine) => {
  const docker = dockerFor(engine);
  let wasElsewhere = false;
  let hadBridge = true;

  beforeAll(async () => {
    const { Swarm } = await docker.system.info();
    wasElsewhere = Swarm?.LocalNodeState !== "inactive";
    if (wasElsewhere) return;
    hadBridge = (await docker.networks.list({ filters: { name: [bridge] } })).length > 0;
    await expect(docker.nodes.list()).rejects.toThrow(UnavailableError);
    await docker.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  });

  afterAll(async () => {
    if (!wasElsewhere) {
      await docker.swarm.leave({ force: true });
      // It outlives the swarm.
      if (!hadBridge) await docker.networks.remove(bridge).catch(() => {});
    }
    await docker.close();
  });

  describe("of one node", () => {
    test("tells of itself and takes new settings", async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const { swarm } = docker;
      const { Spec, Version, JoinTokens } = await swarm.inspect();
      expect(JoinTokens?.Worker).toMatch(/^SWMTKN-1-/);
      const labels = { Labels: { ...Spec?.Labels, ...engine.labels } };
      const version = Version?.Index ?? -1;
      await swarm.update({ ...Spec, ...labels }, { version, rotateWorkerToken: true });
      const after = await swarm.inspect();
      expect(after.Spec).toMatchObject(labels);
      expect(after.JoinTokens?.Worker).not.toBe(JoinTokens?.Worker);
      expect(after.JoinTokens?.Manager).toBe(JoinTokens?.Manager);
      await expect(swarm.update({ ...Spec }, { version })).rejects.toThrow(/out of sequence/);
      expect(await swarm.unlockKey()).toMatchObject({ UnlockKey: "" });
      await expect(swarm.init({ ListenAddr: "127.0.0.1:2377" })).rejects.toThrow(UnavailableError);
      await expect(swarm.leave()).rejects.toThrow(UnavailableError);
    });

    test("has a node that takes labels", async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const { nodes } = docker;
      const [node, ...more] = await nodes.list({ filters: { role: ["manager"] } });
      expect(more).toEqual([]);
      const id = node?.ID ?? "";
      const { Spec, Version } = await nodes.inspect(id);
      const version = Version?.Index ?? -1;
      await nodes.update(id, { ...Spec, Labels: { zone: "a" } }, { version });
      expect((await nodes.inspect(id)).Spec).toMatchObject({ Labels: { zone: "a" }, Role: "manager" });
      await expect(nodes.update(id, { ...Spec }, { version })).rejects.toThrow(/out of sequence/);
      await expect(nodes.inspect("nope")).rejects.toThrow(NotFoundError);
      await expect(nodes.remove(id)).rejects.toThrow(ApiError);
    });

    test.for(["secrets", "configs"] as const)("keeps %s", async (noun, { skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const kept = docker[noun];
      const Name = engine.uniqueName(noun);
      const Data = Buffer.from("hello é").toString("base64");
      const spec = { Name, Labels: engine.labels, Data };
      const { ID } = await kept.create(spec);
      try {
        const { Spec, Version } = await kept.inspect(Name);
        expect(Spec).toMatchObject({ Name, Labels: engine.labels });
        expect(Spec?.Data).toBe(noun === "configs" ? Data : undefined);
        await expect(kept.create(spec)).rejects.toThrow(ConflictError);
        const Labels = { ...engine.labels, new: "label" };
        await kept.update(ID, { ...Spec, Labels }, { version: Version?.Index ?? -1 });
        expect(await kept.list({ filters: { label: ["new=label"] } })).toMatchObject([{ ID }]);
        await expect(kept.update(ID, { ...Spec, Name: "other" }, { version: 1 })).rejects.toThrow(ApiError);
      } finally {
        await kept.remove(ID);
      }
      await expect(kept.inspect(Name)).rejects.toThrow(NotFoundError);
      await expect(kept.remove(ID)).rejects.toThrow(NotFoundError);
    });

    test("runs a service, and as many tasks as it is told to", { timeout: 60_000 }, async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const { services, tasks } = docker;
      const Name = engine.uniqueName("service");
      const spec = serviceSpec(engine, Name);
      const { ID = "" } = await services.create(spec(2));
      try {
        const running = await expectRunning(docker, Name, 2);
        expect((await services.list({ filters: { name: [Name] } }))[0]).toMatchObject({ ID });
        const [first = ""] = running;
        expect(await tasks.inspect(first)).toMatchObject({ ID: first, ServiceID: ID });

        // The output takes a moment from the container to the swarm's logs.
        await expect
          .poll(async () => (await services.logs(Name, { stdout: true }).text()).split("\n").toSorted(), {
            timeout: 10_000,
          })
          .toEqual(["", "hello é", "hello é"]);
        const { stdout, stderr } = await tasks.logs(first, { stderr: true, stdout: true }).collect();
        expect([stdout.toString(), stderr.toString()]).toEqual(["hello é\n", "oops\n"]);
        for await (const { text } of services.logs(ID, { follow: true, stdout: true }).lines()) {
          expect(text).toBe("hello é");
          break;
        }

        const { Version } = await services.inspect(Name);
        const version = Version?.Index ?? -1;
        await services.update(ID, spec(1), { version });
        await expectRunning(docker, Name, 1);
        const { Spec } = await services.inspect(ID, { insertDefaults: true });
        expect(Spec?.Mode).toEqual({ Replicated: { Replicas: 1 } });
        await expect(services.update(ID, spec(3), { version })).rejects.toThrow(/out of sequence/);
        await expect(services.create(spec(1))).rejects.toThrow(ConflictError);
        await expect(services.create({ ...spec(1), Name: "no name" })).rejects.toThrow(BadRequestError);
      } finally {
        await services.remove(ID);
      }
      await expect(services.inspect(Name)).rejects.toThrow(NotFoundError);
      await expect(services.logs(Name).text()).rejects.toThrow(NotFoundError);
      // Tasks go after their service; the labels of their containers are those of the template.
      const label = Object.entries(engine.labels).map((pair) => pair.join("="));
      await expect
        .poll(() => docker.containers.list({ all: true, filters: { label } }), { timeout: 20_000 })
        .toEqual([]);
    });
  });
});

function serviceSpec({ image, labels }: TestEngine, Name: string) {
  return (Replicas: number) => ({
    Name,
    Labels: labels,
    TaskTemplate: {
      ContainerSpec: {
        Image: image,
        Labels: labels,
        Command: ["/bin/sh", "-c", "echo hello é; echo oops >&2; sleep 1000"],
        StopSignal: "SIGKILL",
      },
      RestartPolicy: { Condition: "none" as const },
    },
    Mode: { Replicated: { Replicas } },
  });
}

/** Waits until so many tasks of a service run, and gives their ids. */
async function expectRunning({ tasks }: Docker, service: string, count: number): Promise<string[]> {
  const running = async () => {
    const listed = await tasks.list({ filters: { service: [service], "desired-state": ["running"] } });
    return listed.filter(({ Status }) => Status?.State === "running").map(({ ID = "" }) => ID);
  };
  await expect.poll(running, { timeout: 30_000, interval: 200 }).toHaveLength(count);
  return running();
}
