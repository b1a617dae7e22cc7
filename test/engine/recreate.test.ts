import { afterAll, expect, test } from "vitest";
import { recreate } from "../../src/actions/recreate.js";
import { waitHealthy } from "../../src/actions/wait-healthy.js";
import { NotFoundError } from "../../src/errors.js";
import { clientFor } from "./container-watch-client.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.concurrent("recreate", (engine) => {
  const docker = dockerFor(engine);
  const { client, close } = clientFor(engine);
  afterAll(async () => {
    await docker.close();
    await close();
  });

  type CreateBody = Parameters<typeof docker.containers.create>[0];

  /** A container by a name, under which there may be another one at the end. */
  async function box(body: CreateBody = {}, { start = true } = {}) {
    const name = engine.uniqueName("box");
    const { Id: id } = await docker.containers.create(
      {
        Image: engine.image,
        Cmd: ["sleep", "1000"],
        Labels: engine.labels,
        StopSignal: "SIGKILL",
        ...body,
      },
      { name },
    );
    if (start) await docker.containers.start(id);
    const remove = async () => {
      for (const { Id } of await withName(name))
        await docker.containers.remove(Id, { force: true, volumes: true });
    };
    return { id, name, [Symbol.asyncDispose]: remove };
  }

  /** Also those put aside. */
  const withName = (name: string) => docker.containers.list({ all: true, filters: { name: [name] } });

  async function network(subnet?: string) {
    const name = engine.uniqueName("net");
    await docker.networks.create({
      Name: name,
      Labels: engine.labels,
      ...(subnet && { IPAM: { Config: [{ Subnet: subnet }] } }),
    });
    return { name, [Symbol.asyncDispose]: () => docker.networks.remove(name) };
  }

  async function image(dockerfile: string) {
    const tag = `${engine.uniqueName("image")}:1`;
    const make = async (text: string) => {
      const { id } = await docker.build(
        { dockerfile: `FROM ${engine.image}\n${text}` },
        { tag, labels: engine.labels },
      );
      return id;
    };
    const ids = [await make(dockerfile)];
    return {
      tag,
      async rebuild(text: string) {
        ids.push(await make(text));
      },
      async [Symbol.asyncDispose]() {
        for (const id of ids.reverse()) await docker.images.remove(id, { force: true });
      },
    };
  }

  test("gives a container the defaults of a newer image, and keeps what is its own", {
    timeout: 60_000,
  }, async () => {
    await using app = await image(
      'ENV A=image B=image\nLABEL kind=old both=image\nWORKDIR /old\nEXPOSE 80\nUSER 1\nCMD ["sleep", "1000"]\nHEALTHCHECK --interval=1s CMD true',
    );
    await using container = await box({
      Image: app.tag,
      Cmd: undefined,
      Env: ["B=mine", "C=mine"],
      Labels: { ...engine.labels, both: "mine" },
    });
    await app.rebuild(
      'ENV A=newer B=newer D=newer\nLABEL kind=new both=newer\nWORKDIR /new\nEXPOSE 81\nUSER 2\nCMD ["sleep", "2000"]',
    );
    const result = await recreate(client, container.name, { env: { E: "added" }, labels: { added: "yes" } });
    expect(result).toMatchObject({ previousId: container.id, warnings: [] });
    const { Config, State, Name, HostConfig } = await docker.containers.inspect(result.id);
    expect(Name).toBe(`/${container.name}`);
    expect(State.Running).toBe(true);
    expect(Config.Env).toEqual(expect.arrayContaining(["A=newer", "B=mine", "C=mine", "D=newer", "E=added"]));
    expect(Config.Env?.filter((text) => /^[AB]=/.test(text))).toHaveLength(2);
    expect(Config).toMatchObject({
      Cmd: ["sleep", "2000"],
      WorkingDir: "/new",
      User: "2",
      StopSignal: "SIGKILL",
      Hostname: result.id.slice(0, 12),
      ExposedPorts: { "81/tcp": {} },
      Labels: { kind: "new", both: "mine", added: "yes", ...engine.labels },
    });
    expect(Config.ExposedPorts).not.toHaveProperty("80/tcp");
    expect(Config.Healthcheck).toBeUndefined();
    expect(HostConfig.AutoRemove).toBe(false);
    expect((await withName(container.name)).map(({ Id }) => Id)).toEqual([result.id]);
    await expect(docker.containers.inspect(container.id)).rejects.toThrow(NotFoundError);
  });

  test("keeps volumes, named or not, limits, ports and the name of the host", async () => {
    const volume = engine.uniqueName("vol");
    await using container = await box({
      Hostname: "mine",
      Volumes: { "/data": {} },
      ExposedPorts: { "80/tcp": {} },
      HostConfig: {
        Binds: [`${volume}:/named:ro`],
        Mounts: [
          { Type: "volume", Target: "/mounted" },
          { Type: "tmpfs", Target: "/tmpfs" },
        ],
        Memory: 64 * 1024 * 1024,
        PortBindings: { "80/tcp": [{ HostPort: "" }] },
        RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 },
        CapAdd: ["SYS_TIME"],
        Ulimits: [{ Name: "nofile", Soft: 100, Hard: 200 }],
      },
    });
    try {
      await docker.exec(container.id, ["sh", "-c", "echo a >/data/f; echo b >/mounted/f"]);
      const before = await docker.containers.inspect(container.id);
      let current = container.id;
      // Twice: what has been recreated can be so again.
      for (let n = 0; n < 2; n++) ({ id: current } = await recreate(client, current));
      const after = await docker.containers.inspect(current);
      const names = ({ Mounts }: typeof before) =>
        Object.fromEntries(Mounts.map(({ Destination, Name, RW }) => [Destination, `${Name} ${RW}`]));
      expect(names(after)).toEqual(names(before));
      expect(after.Config.Hostname).toBe("mine");
      const { Binds: _, Mounts: __, ...limits } = before.HostConfig;
      expect(after.HostConfig).toMatchObject(limits);
      expect(after.NetworkSettings.Ports["80/tcp"]?.[0]?.HostPort).toMatch(/^\d+$/);
      const { stdout } = await docker.exec(current, ["cat", "/data/f", "/mounted/f"]);
      expect(stdout).toBe("a\nb\n");
    } finally {
      const { Mounts } = await docker.containers.inspect(container.name);
      await docker.containers.remove(container.name, { force: true });
      for (const { Name } of Mounts) if (Name) await docker.volumes.remove(Name);
    }
  });

  test("joins all networks again, with aliases and chosen addresses", async () => {
    await using first = await network("10.99.71.0/24");
    await using second = await network("10.99.72.0/24");
    await using container = await box(
      {
        HostConfig: { NetworkMode: first.name },
        NetworkingConfig: {
          EndpointsConfig: { [first.name]: { Aliases: ["one"], IPAMConfig: { IPv4Address: "10.99.71.50" } } },
        },
      },
      { start: false },
    );
    await docker.networks.connect(second.name, {
      Container: container.id,
      EndpointConfig: { Aliases: ["two"] },
    });
    await docker.containers.start(container.id);
    const before = await docker.containers.inspect(container.id);
    const { id } = await recreate(client, container.id);
    const { NetworkSettings, HostConfig, Config } = await docker.containers.inspect(id);
    expect(HostConfig.NetworkMode).toBe(first.name);
    const networks = NetworkSettings.Networks;
    expect(Object.keys(networks ?? {}).sort()).toEqual([first.name, second.name].sort());
    const [one, two] = [networks?.[first.name], networks?.[second.name]];
    expect(one).toMatchObject({ IPAddress: "10.99.71.50", IPAMConfig: { IPv4Address: "10.99.71.50" } });
    expect(one?.Aliases).toContain("one");
    expect(two?.Aliases).toContain("two");
    expect(two?.IPAMConfig?.IPv4Address ?? "").toBe("");
    for (const endpoint of [one, two]) expect(endpoint?.Aliases).not.toContain(container.id.slice(0, 12));
    // Engines before 28 derive an address from the one of IP; the made-up one of newer engines is not carried over.
    if (engine.since("1.51"))
      expect(two?.MacAddress).not.toBe(before.NetworkSettings.Networks?.[second.name]?.MacAddress);
    expect(Config.MacAddress ?? "").toBe("");
  });

  test("keeps a MAC address that was chosen", async () => {
    const mac = "02:42:0a:63:49:07";
    await using container = await box(
      engine.since("1.44")
        ? { NetworkingConfig: { EndpointsConfig: { bridge: { MacAddress: mac } } } }
        : { MacAddress: mac },
    );
    const { id } = await recreate(client, container.id);
    const { NetworkSettings } = await docker.containers.inspect(id);
    expect(NetworkSettings.Networks?.bridge?.MacAddress).toBe(mac);
  });

  test.each(["host", "none"])("keeps the network %s", async (NetworkMode) => {
    await using container = await box({ HostConfig: { NetworkMode } });
    const { id } = await recreate(client, container.name);
    const after = await docker.containers.inspect(id);
    expect(after.HostConfig.NetworkMode).toBe(NetworkMode);
    expect(after.State.Running).toBe(true);
  });

  test("keeps the network of another container", async () => {
    await using other = await box();
    await using container = await box({ HostConfig: { NetworkMode: `container:${other.id}` } });
    const { id } = await recreate(client, container.name);
    expect((await docker.containers.inspect(id)).State.Running).toBe(true);
  });

  test("does not start what did not run", async () => {
    await using container = await box({}, { start: false });
    const { id } = await recreate(client, container.name, { change: (body) => ({ ...body, Tty: true }) });
    const { State, Config } = await docker.containers.inspect(id);
    expect(State.Status).toBe("created");
    expect(Config.Tty).toBe(true);
  });

  test("puts everything back when the new one does not start", async () => {
    await using container = await box({ Volumes: { "/data": {} } });
    await docker.exec(container.id, ["touch", "/file"]);
    await expect(
      recreate(client, container.name, { change: (body) => ({ ...body, Cmd: ["/no/such/command"] }) }),
    ).rejects.toThrow(/no such file|not found/i);
    const { Id, State } = await docker.containers.inspect(container.name);
    expect(Id).toBe(container.id);
    expect(State.Running).toBe(true);
    expect(await docker.exec(container.name, ["ls", "/file"])).toMatchObject({ exitCode: 0 });
    expect(await withName(container.name)).toHaveLength(1);
  });

  test("puts everything back when the new one does not become healthy", async () => {
    await using container = await box();
    const unhealthy = { Test: ["CMD", "false"], Interval: 300_000_000, Retries: 1 };
    await expect(
      recreate(client, container.name, {
        change: (body) => ({ ...body, Healthcheck: unhealthy }),
        ready: (id) => waitHealthy(client, id),
      }),
    ).rejects.toMatchObject({ code: "CONTAINER_UNHEALTHY" });
    const { Id, State } = await docker.containers.inspect(container.name);
    expect([Id, State.Running]).toEqual([container.id, true]);
    expect(await withName(container.name)).toHaveLength(1);
  });

  test("touches nothing when the image is missing", async () => {
    await using container = await box();
    const missing = recreate(client, container.name, { image: "docker-engine-sdk/no-such:1", pull: "never" });
    await expect(missing).rejects.toThrow(NotFoundError);
    expect((await docker.containers.inspect(container.id)).Name).toBe(`/${container.name}`);
  });

  test("asks before it recreates what could not be put back, and keeps its volumes all the same", async ({
    expect,
  }) => {
    await using container = await box({ HostConfig: { AutoRemove: true }, Volumes: { "/data": {} } });
    await docker.exec(container.id, ["sh", "-c", "echo kept >/data/f"]);
    await expect(recreate(client, container.name)).rejects.toMatchObject({ code: "AUTO_REMOVE" });
    const { id, warnings } = await recreate(client, container.name, { allowAutoRemove: true });
    expect(warnings).toEqual([]);
    const { HostConfig, State, Mounts } = await docker.containers.inspect(id);
    expect([HostConfig.AutoRemove, State.Running]).toEqual([true, true]);
    await expect.poll(() => withName(container.name)).toHaveLength(1);
    expect((await docker.exec(id, ["cat", "/data/f"])).stdout).toBe("kept\n");
    await docker.containers.remove(id, { force: true });
    for (const { Name } of Mounts) if (Name) await docker.volumes.remove(Name);
  });

  test("refuses a paused container", async () => {
    await using container = await box();
    await docker.containers.pause(container.id);
    await expect(recreate(client, container.name)).rejects.toMatchObject({ code: "CONTAINER_PAUSED" });
    await docker.containers.unpause(container.id);
  });
});
