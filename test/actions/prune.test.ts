import { describe, expect, test } from "vitest";
import { type PruneKind, type PruneOptions, prune } from "../../src/actions/prune.js";
import { InvalidArgumentError, ServerError, UnsupportedVersionError } from "../../src/errors.js";
import { bareClient } from "../client/bare-client.js";
import type { Routes } from "../helpers/fake-daemon.js";

const answers: Routes = {
  "POST /containers/prune": (call) => call.json(200, { ContainersDeleted: ["c1"], SpaceReclaimed: 1 }),
  "POST /networks/prune": (call) => call.json(200, { NetworksDeleted: ["n1"] }),
  "POST /volumes/prune": (call) => call.json(200, { VolumesDeleted: ["v1"], SpaceReclaimed: 10 }),
  "POST /images/prune": (call) =>
    call.json(200, { ImagesDeleted: [{ Untagged: "a:1" }, { Deleted: "sha256:1" }], SpaceReclaimed: 100 }),
  "POST /build/prune": (call) => call.json(200, { CachesDeleted: ["b1"], SpaceReclaimed: 1000 }),
};

const empty: Routes = {
  "POST /containers/prune": (call) => call.json(200, { ContainersDeleted: null, SpaceReclaimed: 0 }),
  "POST /networks/prune": (call) => call.json(200, { NetworksDeleted: null }),
  "POST /volumes/prune": (call) => call.json(200, { VolumesDeleted: null, SpaceReclaimed: 0 }),
  "POST /images/prune": (call) => call.json(200, { ImagesDeleted: null, SpaceReclaimed: 0 }),
  "POST /build/prune": (call) => call.json(200, { CachesDeleted: null, SpaceReclaimed: 0 }),
};

const all: readonly PruneKind[] = ["buildCache", "images", "volumes", "networks", "containers"];

/** What a prune sends: each path with its query, filters as an object. */
async function sent(options: PruneOptions, api = "1.51"): Promise<[string, object][]> {
  await using engine = await bareClient(answers, { api });
  await prune(engine.client, options);
  return engine.daemon.calls.slice(1).map(({ path, query }) => {
    const { filters, ...rest } = Object.fromEntries(query);
    return [path, { ...rest, ...(filters && { filters: JSON.parse(filters) }) }];
  });
}

describe("prune", () => {
  test("prunes what the CLI does, those first that use others, and adds up", async () => {
    expect((await sent({})).map(([path]) => path)).toEqual([
      "/containers/prune",
      "/networks/prune",
      "/images/prune",
      "/build/prune",
    ]);
    await using engine = await bareClient(answers);
    expect(await prune(engine.client, { kinds: all })).toEqual({
      dryRun: false,
      containers: ["c1"],
      networks: ["n1"],
      volumes: ["v1"],
      images: ["sha256:1"],
      untagged: ["a:1"],
      buildCache: ["b1"],
      spaceReclaimed: 1111,
    });
    expect(engine.paths()).toEqual([
      "POST /containers/prune",
      "POST /networks/prune",
      "POST /volumes/prune",
      "POST /images/prune",
      "POST /build/prune",
    ]);
  });

  test("gives empty lists where an engine gives null", async () => {
    await using engine = await bareClient(empty);
    const pruned = await prune(engine.client, { kinds: all });
    expect(Object.values(pruned).flat()).toEqual([false, 0]);
  });

  test("sends nothing for no kinds", async () => {
    expect(await sent({ kinds: [] })).toEqual([]);
  });

  test("asks for all of each kind in the way of that kind", async () => {
    expect(await sent({ kinds: all, all: true })).toEqual([
      ["/containers/prune", {}],
      ["/networks/prune", {}],
      ["/volumes/prune", { filters: { all: ["true"] } }],
      ["/images/prune", { filters: { dangling: ["false"] } }],
      ["/build/prune", { all: "true" }],
    ]);
  });

  test("leaves build cache, which has no labels, out where labels limit it", async () => {
    const filters = { label: ["a=b"], "label!": "c" };
    const said = { filters: { label: ["a=b"], "label!": ["c"] } };
    expect(await sent({ filters })).toEqual([
      ["/containers/prune", said],
      ["/networks/prune", said],
      ["/images/prune", said],
    ]);
    await expect(sent({ filters, kinds: ["buildCache"] })).rejects.toThrow("Build cache has no labels");
  });

  test("says a time to builders as the duration that it is", async () => {
    const kinds: PruneKind[] = ["buildCache", "containers"];
    const said = await sent({ kinds, filters: { until: new Date(Date.now() - 90_000) } });
    const [containers, cache] = said.map(([, query]) => (query as { filters: { until: string[] } }).filters);
    expect(Number(containers?.until[0])).toBeCloseTo(Date.now() / 1000 - 90, -1);
    expect(cache?.until[0]).toMatch(/^(90|91)\.\d{3}s$/);
    expect(await sent({ kinds: ["buildCache"], filters: { until: "24h" } })).toEqual([
      ["/build/prune", { filters: { until: ["24h"] } }],
    ]);
    expect(await sent({ kinds: ["buildCache"], filters: { until: new Date(Date.now() + 90_000) } })).toEqual([
      ["/build/prune", { filters: { until: ["0.000s"] } }],
    ]);
  });

  test("does not let volumes with a name go where an old engine would take them", async () => {
    for (const dryRun of [true, false]) {
      await using engine = await bareClient(answers, { api: "1.41" });
      const refused = prune(engine.client, { kinds: ["containers", "volumes"], dryRun });
      await expect(refused).rejects.toThrow(UnsupportedVersionError);
      expect(engine.paths()).toEqual([]);
    }
    expect(await sent({ kinds: ["volumes"], all: true }, "1.41")).toEqual([["/volumes/prune", {}]]);
  });

  test.each<[string, object]>([
    ["a kind that is none", { kinds: ["pods"] }],
    ["kinds that are no list", { kinds: "images" }],
    ["a time for volumes", { kinds: ["volumes"], filters: { until: "1h" } }],
    ["an option that is none", { filter: { label: "a" } }],
    ["an empty list of labels", { filters: { label: [] } }],
    ["an empty label", { filters: { label: [""] } }],
    ["a label that is null", { filters: { label: null } }],
    ["filters in a Map", { filters: new Map([["label", "a"]]) }],
    ["a filter that is none", { filters: { labels: "a" } }],
    ["a time that is none", { filters: { until: "yesterday" } }],
    ["a label that is no text", { filters: { label: {} } }],
  ])("refuses %s before anything is sent, dry or not", async (_, options) => {
    for (const dryRun of [true, false]) {
      await using engine = await bareClient(answers);
      const refused = prune(engine.client, { ...options, dryRun } as PruneOptions);
      await expect(refused).rejects.toThrow(InvalidArgumentError);
      expect(engine.daemon.calls).toHaveLength(0);
    }
  });

  test("stops where one kind fails", async () => {
    const failing: Routes = {
      ...answers,
      "POST /networks/prune": (call) => call.json(500, { message: "busy" }),
    };
    await using engine = await bareClient(failing);
    await expect(prune(engine.client, {})).rejects.toThrow(ServerError);
    expect(engine.paths()).toEqual(["POST /containers/prune", "POST /networks/prune"]);
  });

  test("has the time of one call for all", async () => {
    await using engine = await bareClient({ ...answers, "POST /networks/prune": () => undefined });
    await expect(prune(engine.client, {}, { timeout: 80 })).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
      message: expect.stringContaining(
        "Pruning containers, networks, images, buildCache took more than 80 ms",
      ),
    });
  });
});
