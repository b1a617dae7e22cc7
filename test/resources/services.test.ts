import { afterEach, describe, expect, test, vi } from "vitest";
import { fakeEngine } from "../client/fake-engine.js";
import { authOf, credentials, describeOperations, registryAuth } from "./operation-cases.js";

const spec = (Image: string) => ({ Name: "web", TaskTemplate: { ContainerSpec: { Image } } });
const known = spec("registry.example/web:1");

describeOperations("services", [
  {
    name: "list",
    make: ({ services }) => services.list({ status: true, filters: { name: ["web"], mode: ["replicated"] } }),
    sent: 'GET /services?status=true&filters={"name":["web"],"mode":["replicated"]}',
    answer: [{ ID: "s1" }],
  },
  {
    name: "inspect",
    make: ({ services }) => services.inspect("web", { insertDefaults: true }),
    sent: "GET /services/web?insertDefaults=true",
    answer: { ID: "s1" },
  },
  {
    name: "create",
    make: ({ services }) => services.create(known),
    sent: "POST /services/create",
    body: known,
    registry: "registry.example",
    answer: { ID: "s1" },
  },
  {
    name: "update",
    make: ({ services }) => services.update("web", known, { version: 12, rollback: "previous" }),
    sent: "POST /services/web/update?version=12&rollback=previous",
    body: known,
    registry: "registry.example",
    answer: { Warnings: null },
  },
  {
    name: "update with the credentials that the service has",
    make: ({ services }) => services.update("web", known, { version: 12, registryAuthFrom: "previous-spec" }),
    sent: "POST /services/web/update?version=12&registryAuthFrom=previous-spec",
    body: known,
    answer: { Warnings: null },
  },
  { name: "remove", make: ({ services }) => services.remove("web"), sent: "DELETE /services/web" },
  {
    name: "logs",
    make: ({ services }) => services.logs("web", { details: true, stderr: false }).collect(),
    sent: "GET /services/web/logs?details=true&stderr=false&stdout=true",
    answer: Buffer.alloc(0),
    gives: { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) },
  },
]);

describe("the credentials of a service", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ["an image of a registry that knows nobody", spec("nobody.example/web")],
    ["an image of a registry that is not known", spec("unknown.example/web")],
    ["an image by its id, which is in no registry", spec(`sha256:${"a".repeat(64)}`)],
    ["no image at all", { Name: "web" }],
  ])("are left out for %s, so that those it has stay", async (_, body) => {
    vi.stubEnv("DOCKER_CONFIG", "/no/such/folder");
    vi.stubEnv("DOCKER_AUTH_CONFIG", undefined);
    await using engine = await fakeEngine(
      {
        "POST /services/create": (call) => call.json(201, { ID: "s1" }),
        "POST /services/web/update": (call) => call.json(200, {}),
      },
      { client: { registryAuth } },
    );
    await engine.docker.services.create(body);
    await engine.docker.services.update("web", body, { version: 1 });
    expect(engine.calls.map((call) => authOf(call))).toEqual([undefined, undefined]);
  });

  test("are those of its registry alone", async () => {
    await using engine = await fakeEngine(
      { "POST /services/create": (call) => call.json(201, { ID: "s1" }) },
      { client: { registryAuth } },
    );
    await engine.docker.services.create(spec("other.example:5000/web"));
    const serveraddress = "other.example:5000";
    expect(authOf(engine.calls[0])).toEqual({ ...credentials[serveraddress], serveraddress });
  });
});
