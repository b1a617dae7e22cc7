import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { ownEngine } from "./own-engine.js";

test("tells each request with its operation, version, query and body", async () => {
  await using engine = await ownEngine((exchange) => exchange.answer(201, { Id: "1", Warnings: [] }));
  const { docker, requests } = engine;
  await docker.containers.create({ Image: "alpine:3" }, { name: "web" });
  await docker.containers.inspect("we b");
  expect(requests).toMatchObject([
    {
      method: "POST",
      path: "/containers/create",
      operation: "ContainerCreate",
      version: "1.51",
      query: { name: "web" },
      headers: { "user-agent": "docker-engine-sdk" },
      body: { Image: "alpine:3" },
    },
    {
      method: "GET",
      path: "/containers/we%20b/json",
      operation: "ContainerInspect",
      query: {},
      body: undefined,
    },
  ]);
  expect(requests.of("ContainerCreate")).toEqual([requests[0]]);
  expect(requests.of("ContainerStart")).toEqual([]);
  expect(requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  requests.clear();
  expect(requests).toHaveLength(0);
});

test("keeps the order, and tells requests that a fault has answered too", async () => {
  await using engine = await ownEngine((exchange) => exchange.answer(204));
  engine.faults.add({ operation: "ContainerCreate", status: 500 });
  await engine.docker.containers.create({ Image: "alpine:3" }).catch(() => undefined);
  await engine.docker.containers.start("a");
  await engine.docker.containers.stop("a");
  const { requests } = engine;
  expect(requests.map(({ operation }) => operation)).toEqual([
    "ContainerCreate",
    "ContainerStart",
    "ContainerStop",
  ]);
  expect(requests[0]?.body).toEqual({ Image: "alpine:3" });
});

test("tells a body that the handler did not read", async () => {
  await using engine = await ownEngine((exchange) => exchange.answer(400, { message: "no" }));
  await engine.docker.containers.create({ Image: "alpine:3" }).catch(() => undefined);
  await expect.poll(() => engine.requests[0]?.body).toEqual({ Image: "alpine:3" });
});

test("tells of an archive, and of JSON that is too long, only the size", async () => {
  await using engine = await ownEngine(async (exchange) => {
    const { length } = await exchange.bytes();
    if (exchange.path === "/images/load") exchange.stream(200, { "Content-Type": "application/json" }).end();
    else exchange.answer(201, { Id: String(length), Warnings: [] });
  });
  await engine.docker.images.load(Readable.from([Buffer.alloc(100_000), Buffer.alloc(1)]));
  const { Id } = await engine.docker.containers.create({ Image: "x", Env: [`A=${"a".repeat(1_100_000)}`] });
  expect(engine.requests.map(({ body }) => body)).toEqual([{ bytes: 100_001 }, { bytes: Number(Id) }]);
});

test("hides the values of headers that hold credentials", async () => {
  await using engine = await ownEngine((exchange) => {
    if (exchange.method === "GET") exchange.answer(200, { Id: "1" });
    else exchange.stream(200, { "Content-Type": "application/json" }).end();
  });
  await using docker = new Docker({
    host: engine.host,
    apiVersion: "1.51",
    auth: { bearer: "geheim-1" },
    headers: { "X-Api-Key": "geheim-2", Cookie: "geheim-3", "X-Access-Key": "geheim-5", "X-Team": "a" },
    registryAuth: { "registry.example": { username: "u", password: "geheim-4" } },
  });
  await docker.images.pull("registry.example/app:1");
  const [request] = engine.requests;
  expect(request?.headers).toMatchObject({
    authorization: "(hidden)",
    "x-api-key": "(hidden)",
    cookie: "(hidden)",
    "x-registry-auth": "(hidden)",
    "x-team": "a",
  });
  expect(JSON.stringify(request)).not.toMatch(/geheim|Z2VoZWlt/);
});
