import { expect } from "vitest";
import { box, gone, refusal, type Story } from "./story.js";

export const networksAndVolumes: Record<string, Story> = {
  "there are three networks from the start, which stay": async ({ networks }) => {
    const found = await networks.list({ filters: { type: ["builtin"] } });
    expect(found.map(({ Name }) => Name).sort()).toEqual(["bridge", "host", "none"]);
    expect(await refusal(networks.remove("bridge"))).toBe(
      "403 bridge is a pre-defined network and cannot be removed",
    );
  },

  "a network has its containers, and is not removed with them": async (docker, stage) => {
    const { networks } = docker;
    const name = stage.uniqueName("net");
    const { Id } = await networks.create({ Name: name, Labels: stage.labels });
    try {
      await using web = await box(docker, stage, "sleep 1000", { HostConfig: { NetworkMode: name } });
      const network = await networks.inspect(name);
      expect(network).toMatchObject({
        Id,
        Name: name,
        Driver: "bridge",
        Scope: "local",
        Labels: stage.labels,
      });
      expect(network.Containers?.[web.id]).toMatchObject({ Name: web.name });
      const { NetworkSettings } = await docker.containers.inspect(web.id);
      const address = NetworkSettings.Networks?.[name]?.IPAddress ?? "";
      expect(network.Containers?.[web.id]?.IPv4Address?.startsWith(`${address}/`)).toBe(true);
      const sentence = await refusal(networks.remove(name));
      expect(sentence).toContain(`403 error while removing network: network ${name} `);
      expect(sentence).toContain("has active endpoints");
      expect(await docker.containers.list({ filters: { network: [name] } })).toHaveLength(1);
    } finally {
      await gone(networks.remove(name));
    }
    expect(await refusal(networks.inspect(name))).toBe(`404 network ${name} not found`);
  },

  "a container is connected to a second network and taken out of it": async (docker, stage) => {
    const { networks } = docker;
    const name = stage.uniqueName("net");
    await networks.create({ Name: name, Labels: stage.labels });
    try {
      await using web = await box(docker, stage);
      const names = async () =>
        Object.keys((await docker.containers.inspect(web.id)).NetworkSettings.Networks ?? {}).sort();
      await networks.connect(name, { Container: web.id });
      expect(await names()).toEqual(["bridge", name].sort());
      expect(await refusal(networks.connect(name, { Container: web.id }))).toBe(
        `403 endpoint with name ${web.name} already exists in network ${name}`,
      );
      await networks.disconnect(name, { Container: web.id });
      expect(await names()).toEqual(["bridge"]);
      expect(await refusal(networks.disconnect(name, { Container: web.id }))).toMatch(
        new RegExp(`^500 container ${web.id} is not connected to (the )?network ${name}$`),
      );
    } finally {
      await gone(networks.remove(name));
    }
  },

  "a container does not start in a network that is not there": async (docker, stage) => {
    await using web = await box(docker, stage, "true", {
      start: false,
      HostConfig: { NetworkMode: "no-such-network" },
    });
    expect(await refusal(docker.containers.start(web.id))).toMatch(
      /^404 .*network no-such-network not found$/,
    );
  },

  "networks are pruned by label": async ({ networks }, stage) => {
    const name = stage.uniqueName("net");
    await networks.create({ Name: name, Labels: { ...stage.labels, mark: name } });
    const { NetworksDeleted } = await networks.prune({ filters: { label: [`mark=${name}`] } });
    expect(NetworksDeleted).toEqual([name]);
  },

  "a volume keeps what one container wrote for another": async (docker, stage) => {
    const { volumes } = docker;
    const name = stage.uniqueName("vol");
    const made = await volumes.create({ Name: name, Labels: stage.labels });
    expect(made).toMatchObject({ Name: name, Driver: "local", Scope: "local", Labels: stage.labels });
    try {
      const HostConfig = { Binds: [`${name}:/data`] };
      await using writer = await box(docker, stage, "echo kept > /data/note", { HostConfig });
      await docker.containers.wait(writer.id);
      await using reader = await box(docker, stage, "cat /data/note", { HostConfig });
      await docker.containers.wait(reader.id);
      expect(await docker.containers.logs(reader.id).text()).toBe("kept\n");
      const { Mounts } = await docker.containers.inspect(reader.id);
      expect(Mounts).toMatchObject([
        { Type: "volume", Name: name, Destination: "/data", Driver: "local", RW: true },
      ]);
      const sentence = await refusal(volumes.remove(name));
      expect(sentence).toMatch(new RegExp(`^409 remove ${name}: volume is in use - \\[`));
      expect(sentence).toContain(writer.id);
      expect(sentence).toContain(reader.id);
    } finally {
      await gone(volumes.remove(name));
    }
  },

  "volumes are listed by name and label, and a name is kept to": async ({ volumes }, stage) => {
    const name = stage.uniqueName("vol");
    const Labels = { ...stage.labels, mark: name };
    await volumes.create({ Name: name, Labels });
    try {
      const again = await volumes.create({ Name: name, Labels: stage.labels });
      expect(again.Labels).toEqual(Labels);
      for (const filters of [
        { name: [name] },
        { label: [`mark=${name}`] },
        { label: [`mark=${name}`], dangling: true },
      ]) {
        const { Volumes } = await volumes.list({ filters });
        expect((Volumes ?? []).map(({ Name }) => Name)).toEqual([name]);
      }
      expect(await refusal(volumes.create({ Name: "a b", Labels: stage.labels }))).toContain(
        '400 create a b: "a b" includes invalid characters for a local volume name',
      );
    } finally {
      await gone(volumes.remove(name));
    }
    await volumes.remove(name, { force: true });
  },

  "a volume without a name goes with its container": async (docker, stage) => {
    const web = await box(docker, stage, "true", { Volumes: { "/data": {} } });
    await docker.containers.wait(web.id);
    const [mount] = (await docker.containers.inspect(web.id)).Mounts;
    const name = mount?.Name ?? "";
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    await docker.volumes.inspect(name);
    await web[Symbol.asyncDispose]();
    expect(await refusal(docker.volumes.inspect(name))).toBe(`404 get ${name}: no such volume`);
  },
};
