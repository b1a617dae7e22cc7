import { expect, test } from "vitest";
import type { HostConfig, MountPoint } from "../../generated/schema.js";
import { keepVolumes } from "../../src/actions/recreate-volumes.js";

const point = (Destination: string, more: Partial<MountPoint> = {}): MountPoint => ({
  Type: "volume",
  Name: "v",
  Source: "/var/lib/v",
  Destination,
  Mode: "",
  RW: true,
  Propagation: "",
  ...more,
});

test.each<[string, HostConfig, MountPoint[], HostConfig]>([
  ["nothing", {}, [], {}],
  ["a nameless volume", {}, [point("/data")], { Binds: ["v:/data"] }],
  ["one that is read-only", {}, [point("/data", { RW: false })], { Binds: ["v:/data:ro"] }],
  [
    "one in a place that a bind cannot say",
    {},
    [point("/a:b", { RW: false })],
    {
      Mounts: [{ Type: "volume", Source: "v", Target: "/a:b", ReadOnly: true }],
    },
  ],
  ["a named one as it was", { Binds: ["v:/data/:ro,z"] }, [point("/data")], { Binds: ["v:/data/:ro,z"] }],
  [
    "a folder of the host as it was",
    { Binds: ["/h:/data"] },
    [point("/data", { Type: "bind", Name: undefined })],
    {
      Binds: ["/h:/data"],
    },
  ],
  ["a nameless bind by its name", { Binds: ["/data"] }, [point("/data")], { Binds: ["v:/data"] }],
  [
    "a nameless mount by its name",
    { Mounts: [{ Type: "volume", Target: "/data/", ReadOnly: true }] },
    [point("/data")],
    {
      Mounts: [{ Type: "volume", Target: "/data/", ReadOnly: true, Source: "v" }],
    },
  ],
  [
    "a named mount as it was",
    { Mounts: [{ Type: "volume", Target: "/data", Source: "w" }] },
    [point("/data")],
    {
      Mounts: [{ Type: "volume", Target: "/data", Source: "w" }],
    },
  ],
  [
    "no file system in memory",
    { Tmpfs: { "/t": "" } },
    [point("/t", { Type: "tmpfs", Name: undefined })],
    {},
  ],
  [
    "the root of a path alone",
    { Binds: ["w:/data/sub"] },
    [point("/data")],
    { Binds: ["w:/data/sub", "v:/data"] },
  ],
])("keeps %s", (_, config, points, expected) => {
  const before = structuredClone(config);
  expect(keepVolumes(config, points)).toEqual(expected);
  expect(config).toEqual(before);
});
