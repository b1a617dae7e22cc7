import { describe, expect, test } from "vitest";
import { UnavailableError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import { describeOperations } from "./operation-cases.js";

describeOperations("nodes", [
  {
    name: "list",
    make: ({ nodes }) => nodes.list({ filters: { role: ["manager"], "node.label": ["zone=a"] } }),
    sent: 'GET /nodes?filters={"role":["manager"],"node.label":["zone=a"]}',
    answer: [{ ID: "n1" }],
  },
  {
    name: "inspect",
    make: ({ nodes }) => nodes.inspect("n1"),
    sent: "GET /nodes/n1",
    answer: { ID: "n1" },
  },
  {
    name: "update",
    make: ({ nodes }) => nodes.update("n1", { Role: "worker", Availability: "drain" }, { version: 8 }),
    sent: "POST /nodes/n1/update?version=8",
    body: { Role: "worker", Availability: "drain" },
  },
  {
    name: "remove",
    make: ({ nodes }) => nodes.remove("n1", { force: true }),
    sent: "DELETE /nodes/n1?force=true",
  },
]);

describe("nodes", () => {
  test("are unknown to an engine that is no manager", async () => {
    const message = "This node is not a swarm manager.";
    await using engine = await fakeEngine({ "GET /nodes": (call) => call.json(503, { message }) });
    const listing = engine.docker.nodes.list();
    await expect(listing).rejects.toThrow(UnavailableError);
    await expect(listing).rejects.toThrow(message);
  });
});
