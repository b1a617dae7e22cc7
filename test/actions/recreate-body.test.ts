import { describe, expect, test } from "vitest";
import type { ContainerInspectResponse } from "../../generated/schema.js";
import { primaryNetwork, recreateBody } from "../../src/actions/recreate-body.js";

const id = `0123456789ab${"c".repeat(52)}`;

interface Said {
  readonly Config?: object;
  readonly HostConfig?: object;
  readonly Networks?: Record<string, object>;
}

function body({ Config, HostConfig, Networks = { bridge: {} } }: Said, minor = 51) {
  const endpoint = {
    IPAMConfig: null,
    Links: null,
    Aliases: null,
    DriverOpts: null,
    NetworkID: "n",
    MacAddress: "02:42:ac:11:00:02",
    IPAddress: "172.17.0.2",
    EndpointID: "e",
  };
  const inspected = {
    Id: id,
    Config: {
      Hostname: id.slice(0, 12),
      Env: null,
      Cmd: null,
      Entrypoint: null,
      Image: "app:1",
      Labels: {},
      User: "",
      WorkingDir: "",
      ...Config,
    },
    HostConfig: { NetworkMode: "bridge", Binds: null, Mounts: undefined, Memory: 5, ...HostConfig },
    Mounts: [],
    NetworkSettings: {
      Networks: Object.fromEntries(
        Object.entries(Networks).map(([name, more]) => [name, { ...endpoint, ...more }]),
      ),
    },
  };
  return recreateBody(inspected as unknown as ContainerInspectResponse, {}, minor); // what is read of it
}

describe("what creates a container anew", () => {
  test("has nothing of what an engine has given out", () => {
    expect(body({ Config: { Hostname: id.slice(0, 12) } })).toEqual({
      Image: "app:1",
      Labels: {},
      HostConfig: { NetworkMode: "bridge", Memory: 5 },
      NetworkingConfig: { EndpointsConfig: { bridge: {} } },
    });
  });

  test("has the name of the host where it was given", () => {
    expect(body({ Config: { Hostname: "mine" } }).Hostname).toBe("mine");
    for (const HostConfig of [{ NetworkMode: "container:x" }, { UTSMode: "host" }]) {
      expect(body({ Config: { Hostname: "theirs" }, HostConfig })).not.toHaveProperty("Hostname");
    }
  });

  test("has each network as it was asked for", () => {
    const { NetworkingConfig, HostConfig } = body({
      HostConfig: { NetworkMode: "front" },
      Networks: {
        back: { Aliases: ["db", id.slice(0, 12)], DriverOpts: { a: "b" }, GwPriority: 7, Links: ["x:y"] },
        front: { IPAMConfig: { IPv4Address: "10.0.0.5" }, GwPriority: 0, Aliases: [id.slice(0, 12)] },
        third: { IPAMConfig: {} },
      },
    });
    expect(HostConfig?.NetworkMode).toBe("front");
    expect(NetworkingConfig?.EndpointsConfig).toEqual({
      back: { Aliases: ["db"], DriverOpts: { a: "b" }, GwPriority: 7, Links: ["x:y"] },
      front: { IPAMConfig: { IPv4Address: "10.0.0.5" } },
      third: {},
    });
  });

  test.each<[string, Record<string, object>, string]>([
    ["default", { bridge: {} }, "default"],
    ["n123", { front: { NetworkID: "n123456" } }, "front"],
    ["left", { other: {} }, "other"],
    ["left", {}, "none"],
  ])("created in %s and now in %j has the mode %s", (NetworkMode, Networks, mode) => {
    expect(body({ HostConfig: { NetworkMode }, Networks }).HostConfig?.NetworkMode).toBe(mode);
  });

  test.each(["host", "none", "container:abc"])(
    "keeps the mode %s, and has no networks then",
    (NetworkMode) => {
      const { HostConfig, NetworkingConfig } = body({
        HostConfig: { NetworkMode },
        Networks: { [NetworkMode]: {} },
      });
      expect(HostConfig?.NetworkMode).toBe(NetworkMode);
      expect(NetworkingConfig?.EndpointsConfig).toEqual({});
    },
  );

  test("has a chosen MAC address where the version has its place", () => {
    const Config = { MacAddress: "02:42:00:00:00:01" };
    expect(body({ Config }, 44).NetworkingConfig?.EndpointsConfig?.bridge).toEqual({
      MacAddress: Config.MacAddress,
    });
    expect(body({ Config }, 44)).not.toHaveProperty("MacAddress");
    expect(body({ Config }, 43).MacAddress).toBe(Config.MacAddress);
    expect(body({ Config }, 43).NetworkingConfig?.EndpointsConfig?.bridge).toEqual({});
    expect(body({ Config: { MacAddress: "" } })).not.toHaveProperty("MacAddress");
  });

  test("has links as they are given, and no mode of the cgroup before its version", () => {
    const HostConfig = {
      Links: ["/db:/web/database", "/a:/web/b"],
      CgroupnsMode: "host",
      ContainerIDFile: "",
    };
    expect(body({ HostConfig }, 41).HostConfig).toMatchObject({
      Links: ["db:database", "a:b"],
      CgroupnsMode: "host",
    });
    expect(body({ HostConfig }, 40).HostConfig).not.toHaveProperty("CgroupnsMode");
    expect(body({ HostConfig }).HostConfig).not.toHaveProperty("ContainerIDFile");
  });
});

test("a container is created in the network that its mode names, else in the first", () => {
  expect(primaryNetwork({ a: {}, b: {} }, "b")).toBe("b");
  expect(primaryNetwork({ a: {}, bridge: {} }, "default")).toBe("bridge");
  expect(primaryNetwork({ a: {}, bridge: {} }, undefined)).toBe("bridge");
  expect(primaryNetwork({ a: {} }, "x")).toBe("a");
  expect(primaryNetwork({}, "host")).toBeUndefined();
});
