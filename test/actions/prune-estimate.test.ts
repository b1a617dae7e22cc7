import { describe, expect, test } from "vitest";
import { type Pruned, type PruneKind, type PruneOptions, prune } from "../../src/actions/prune.js";
import { bareClient } from "../client/bare-client.js";
import type { Routes } from "../helpers/fake-daemon.js";

const old = Date.parse("2026-01-01T00:00:00Z") / 1000;
const isoOld = "2026-01-01T00:00:00.123456789Z";
const mine = { owner: "me", kind: "test" };
const on = (...names: string[]) => names.map((Name) => ({ Type: "volume", Name }));

const usage = {
  Containers: [
    {
      Id: "running",
      State: "running",
      ImageID: "used",
      Created: old,
      SizeRw: 1,
      Labels: mine,
      Mounts: on("used"),
    },
    { Id: "paused", State: "paused", ImageID: "used", Created: old, SizeRw: 1, Labels: mine, Mounts: null },
    { Id: "restarting", State: "restarting", ImageID: "used", Created: old, Labels: mine, Mounts: [] },
    {
      Id: "exited",
      State: "exited",
      ImageID: "freed",
      Created: old,
      SizeRw: 2,
      Labels: mine,
      Mounts: on("freed"),
    },
    { Id: "created", State: "created", ImageID: "used", Created: old, Labels: null, Mounts: [] },
    {
      Id: "dead",
      State: "dead",
      ImageID: "used",
      Created: Date.now() / 1000,
      SizeRw: 4,
      Labels: mine,
      Mounts: [],
    },
  ],
  Images: [
    { Id: "used", RepoTags: ["used:1"], Created: old, Size: 1000, SharedSize: 0, Labels: mine },
    {
      Id: "freed",
      RepoTags: ["freed:1", "freed:2"],
      Created: old,
      Size: 2000,
      SharedSize: 500,
      Labels: mine,
    },
    { Id: "dangling", RepoTags: ["<none>:<none>"], Created: old, Size: 70, SharedSize: -1, Labels: null },
    {
      Id: "digest",
      RepoTags: null,
      RepoDigests: ["a@sha256:1"],
      Created: old,
      Size: 7,
      SharedSize: 0,
      Labels: mine,
    },
  ],
  Volumes: [
    { Name: "used", Driver: "local", Labels: mine, Options: null, UsageData: { Size: 10_000, RefCount: 1 } },
    { Name: "freed", Driver: "local", Labels: mine, Options: null, UsageData: { Size: 20_000, RefCount: 1 } },
    {
      Name: "optioned",
      Driver: "local",
      Labels: mine,
      Options: { type: "nfs" },
      UsageData: { Size: 1, RefCount: 0 },
    },
    { Name: "remote", Driver: "other", Labels: mine, Options: null, UsageData: { Size: -1, RefCount: 0 } },
    { Name: "nameless", Driver: "local", Labels: { "com.docker.volume.anonymous": "" }, Options: {} },
  ],
  BuildCache: [
    {
      ID: "busy",
      Type: "regular",
      InUse: true,
      Shared: false,
      Size: 100_000,
      LastUsedAt: null,
      CreatedAt: isoOld,
    },
    {
      ID: "regular",
      Type: "regular",
      InUse: false,
      Shared: false,
      Size: 200_000,
      LastUsedAt: isoOld,
      CreatedAt: isoOld,
    },
    {
      ID: "recent",
      Type: "regular",
      InUse: false,
      Shared: false,
      Size: 400_000,
      LastUsedAt: new Date(),
      CreatedAt: isoOld,
    },
    {
      ID: "shared",
      Type: "regular",
      InUse: false,
      Shared: true,
      Size: 800_000,
      LastUsedAt: null,
      CreatedAt: isoOld,
    },
    {
      ID: "internal",
      Type: "internal",
      InUse: false,
      Shared: false,
      Size: 1,
      LastUsedAt: null,
      CreatedAt: isoOld,
    },
  ],
};

const network = (Id: string, more: object = {}) => ({
  Id,
  Name: Id,
  Created: isoOld,
  Labels: mine,
  Containers: {},
  ...more,
});
const networks = [
  network("free"),
  network("busy", { Containers: { c: {} } }),
  network("service", { Services: { s: {} } }),
  network("ingress", { Ingress: true }),
  network("config", { ConfigOnly: true }),
  network("gone"),
  network("bare", { Labels: null, Containers: null }),
];

const asking: Routes = {
  "GET /system/df": (call) => call.json(200, usage),
  // The list tells of no containers.
  "GET /networks": (call) =>
    call.json(
      200,
      networks.map((entry) => ({ ...entry, Containers: {}, Services: undefined })),
    ),
  "GET /networks/{id}": (call) => {
    const found = networks.find(({ Id }) => Id === call.params.id);
    // Removed just now by somebody else.
    if (found === undefined || found.Id === "gone") return call.json(404, { message: "no such network" });
    call.json(200, found);
  },
};

const every: readonly PruneKind[] = ["containers", "networks", "volumes", "images", "buildCache"];

async function planned(options: PruneOptions, api = "1.51"): Promise<Pruned> {
  await using engine = await bareClient(asking, { api });
  const plan = await prune(engine.client, { ...options, dryRun: true });
  // It asks, and does nothing else; and never for one type of disk usage.
  expect(engine.paths().filter((path) => !path.startsWith("GET "))).toEqual([]);
  expect(engine.daemon.calls.filter(({ query }) => query.has("type"))).toEqual([]);
  return plan;
}

describe("prune as a dry run", () => {
  test("tells what the default would remove", async () => {
    expect(await planned({})).toEqual({
      dryRun: true,
      containers: ["exited", "created", "dead"],
      networks: ["free", "bare"],
      volumes: [],
      images: ["dangling", "digest"],
      untagged: [],
      buildCache: ["regular", "recent"],
      spaceReclaimed: 2 + 4 + 70 + 7 + 200_000 + 400_000,
    });
  });

  test("with all also what has a name, counting what becomes free with the containers", async () => {
    expect(await planned({ kinds: every, all: true })).toEqual({
      dryRun: true,
      containers: ["exited", "created", "dead"],
      networks: ["free", "bare"],
      volumes: ["freed", "nameless"],
      images: ["freed", "dangling", "digest"],
      untagged: ["freed:1", "freed:2"],
      buildCache: ["regular", "recent", "shared", "internal"],
      spaceReclaimed: 6 + 20_000 + 1500 + 77 + 600_001,
    });
  });

  test("leaves alone what stopped containers use where they stay", async () => {
    expect(await planned({ kinds: ["images", "volumes"], all: true })).toMatchObject({
      containers: [],
      volumes: ["nameless"],
      images: ["dangling", "digest"],
    });
  });

  test("takes only nameless volumes without all", async () => {
    expect((await planned({ kinds: ["containers", "volumes"] })).volumes).toEqual(["nameless"]);
  });

  test.each<[PruneOptions["filters"], Partial<Pruned>]>([
    [{ label: "owner" }, { containers: ["exited", "dead"], networks: ["free"], images: ["digest"] }],
    [{ label: ["owner=me", "kind=test"] }, { containers: ["exited", "dead"], networks: ["free"] }],
    [{ label: ["owner=me", "kind=other"] }, { containers: [], networks: [], images: [] }],
    [{ label: "owner=m" }, { containers: [] }],
    [{ label: "toString" }, { containers: [], networks: [], images: [] }],
    [{ "label!": "owner=me" }, { containers: ["created"], networks: ["bare"], images: ["dangling"] }],
    [{ "label!": ["owner=me", "kind=other"] }, { containers: ["exited", "created", "dead"] }],
    [{ until: "1h" }, { containers: ["exited", "created"], buildCache: ["regular"] }],
    [{ until: old - 1 }, { containers: [], networks: [], images: [], buildCache: [] }],
    [
      { until: "1h", label: "owner=me" },
      { containers: ["exited"], networks: ["free"] },
    ],
  ])("goes by the filters %j", async (filters, expected) => {
    expect(await planned({ filters })).toMatchObject(expected);
  });

  test("asks for nothing that it does not need", async () => {
    await using engine = await bareClient(asking);
    await prune(engine.client, { kinds: ["networks"], dryRun: true });
    expect(engine.paths()).not.toContain("GET /system/df");
    await using other = await bareClient(asking);
    await prune(other.client, { kinds: ["images"], dryRun: true });
    expect(other.paths()).toEqual(["GET /system/df"]);
  });

  test("takes an engine that has nothing", async () => {
    const nothing = { Containers: null, Images: null, Volumes: null, BuildCache: null };
    await using engine = await bareClient({
      "GET /system/df": (call) => call.json(200, nothing),
      "GET /networks": (call) => call.json(200, []),
    });
    expect(await prune(engine.client, { kinds: every, dryRun: true })).toMatchObject({ spaceReclaimed: 0 });
  });
});
