import { describe, expect, test } from "vitest";
import { fakeEngine } from "../client/fake-engine.js";
import { describeOperations } from "./operation-cases.js";

describeOperations("buildCache", [
  {
    name: "prune",
    make: ({ buildCache }) => buildCache.prune({ all: true, reservedSpace: 5, filters: { until: "24h" } }),
    sent: 'POST /build/prune?all=true&reserved-space=5&filters={"until":["24h"]}',
    answer: { CachesDeleted: ["x"], SpaceReclaimed: 5 },
  },
]);

describe("buildCache", () => {
  test("is pruned for as long as it takes", async () => {
    await using engine = await fakeEngine(
      { "POST /build/prune": (call) => void setTimeout(() => call.json(200, { SpaceReclaimed: 1 }), 150) },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    expect(await engine.docker.buildCache.prune()).toEqual({ SpaceReclaimed: 1 });
  });
});
