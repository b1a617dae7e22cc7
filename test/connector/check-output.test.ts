import { expect, test } from "vitest";
import { checkOutput } from "./check-output.js";
import { fakeConnector } from "./fake-connector.js";

test("data of the wrong shape is found by the check of outputs", async () => {
  await using fake = await fakeConnector({
    "GET /nodes/{id}": (call) =>
      call.json(200, {
        ID: "n1",
        Version: {},
        CreatedAt: "",
        UpdatedAt: "",
        Description: {},
        Status: "ready",
      }),
  });
  const envelope = await fake.connector.execute("inspect_node", { id: "n1" });
  expect(() => checkOutput(envelope)).toThrow(/Spec is missing.*Status is "ready", and should be an object/s);
  expect(() => checkOutput({ ...envelope, status: "failed", message: "no" })).toThrow(
    /inspect_node failed: no/,
  );
});
