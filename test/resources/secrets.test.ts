import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ConflictError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import { describeOperations } from "./operation-cases.js";

const spec = { Name: "tls", Labels: { a: "b" }, Data: "aGVsbG8=" };

describeOperations("secrets", [
  {
    name: "list",
    make: ({ secrets }) => secrets.list({ filters: { name: ["tls"], label: ["a=b"] } }),
    sent: 'GET /secrets?filters={"name":["tls"],"label":["a=b"]}',
    answer: [{ ID: "x" }],
  },
  {
    name: "inspect",
    make: ({ secrets }) => secrets.inspect("tls"),
    sent: "GET /secrets/tls",
    answer: { ID: "x" },
  },
  {
    name: "create",
    make: ({ secrets }) => secrets.create(spec),
    sent: "POST /secrets/create",
    body: spec,
    answer: { ID: "x" },
  },
  {
    name: "update",
    make: ({ secrets }) => secrets.update("x", { Name: "tls", Labels: {} }, { version: 3 }),
    sent: "POST /secrets/x/update?version=3",
    body: { Name: "tls", Labels: {} },
  },
  { name: "remove", make: ({ secrets }) => secrets.remove("tls"), sent: "DELETE /secrets/tls" },
]);

describe("secrets", () => {
  test("are not in what goes wrong with them", async () => {
    await using engine = await fakeEngine({
      "POST /secrets/create": (call) => call.json(409, { message: "taken" }),
    });
    const failure = await engine.docker.secrets.create(spec).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConflictError);
    expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain("aGVsbG8");
  });
});
