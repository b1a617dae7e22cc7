import { describe, expect, test } from "vitest";
import { UnsupportedVersionError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import { describeOperations } from "./operation-cases.js";

describeOperations("volumes", [
  {
    name: "list",
    make: ({ volumes }) => volumes.list({ filters: { dangling: true, name: ["data"] } }),
    sent: 'GET /volumes?filters={"dangling":["true"],"name":["data"]}',
    answer: { Volumes: [{ Name: "data" }], Warnings: [] },
  },
  {
    name: "inspect",
    make: ({ volumes }) => volumes.inspect("data"),
    sent: "GET /volumes/data",
    answer: { Name: "data" },
  },
  {
    name: "create",
    make: ({ volumes }) => volumes.create({ Name: "data", DriverOpts: { type: "tmpfs" } }),
    sent: "POST /volumes/create",
    body: { Name: "data", DriverOpts: { type: "tmpfs" } },
    answer: { Name: "data" },
  },
  {
    name: "update",
    make: ({ volumes }) => volumes.update("data", { Spec: { Availability: "drain" } }, { version: 7 }),
    sent: "PUT /volumes/data?version=7",
    body: { Spec: { Availability: "drain" } },
  },
  {
    name: "remove",
    make: ({ volumes }) => volumes.remove("data", { force: true }),
    sent: "DELETE /volumes/data?force=true",
  },
  {
    name: "prune",
    make: ({ volumes }) => volumes.prune({ filters: { all: true, label: ["a"] } }),
    sent: 'POST /volumes/prune?filters={"all":["true"],"label":["a"]}',
    answer: { VolumesDeleted: ["data"], SpaceReclaimed: 5 },
  },
]);

describe("volumes", () => {
  test("are not updated by an engine that has no such call", async () => {
    await using engine = await fakeEngine({}, { api: "1.41" });
    await expect(engine.docker.volumes.update("data", {}, { version: 1 })).rejects.toThrow(
      UnsupportedVersionError,
    );
    expect(engine.calls).toEqual([]);
  });

  test("are pruned for as long as it takes", async () => {
    await using engine = await fakeEngine(
      { "POST /volumes/prune": (call) => void setTimeout(() => call.json(200, { SpaceReclaimed: 1 }), 150) },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    expect(await engine.docker.volumes.prune()).toEqual({ SpaceReclaimed: 1 });
  });
});
