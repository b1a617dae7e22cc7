import { expect, test } from "vitest";
import type { Call, Routes } from "../../helpers/fake-daemon.js";
import { fakeConnector } from "../fake-connector.js";
import { credentialsIn, id, otherId, pulled, queryOf, refusing, telling } from "./images-engine.js";

/** An engine whose images have another id once they were pulled, but for those that fail or are as they were. */
function routes({ tags = [], same = [], failing = {} }: Had): Routes {
  const fresh = new Set<string>();
  return {
    "GET /images/json": (call) =>
      call.json(
        200,
        tags.map((RepoTags) => ({ Id: id, RepoTags })),
      ),
    "GET /images/{name}/json": (call) => {
      const name = decodeURIComponent(call.params.name ?? "").replace(/^docker\.io\/(library\/)?/, "");
      const known = fresh.has(name) || tags.some((names) => names?.includes(name));
      if (!known) return call.json(404, { message: `No such image: ${name}` });
      call.json(200, { Id: fresh.has(name) ? otherId : id });
    },
    "POST /images/create": async (call: Call) => {
      const { fromImage, tag } = queryOf(call);
      const name = `${fromImage}:${tag}`;
      const reason = failing[name];
      if (reason !== undefined) return refusing(404, reason)(call);
      if (!same.includes(name)) fresh.add(name);
      await telling(...pulled(name, !same.includes(name)))(call);
    },
  };
}

interface Had {
  readonly tags?: readonly (readonly string[] | null)[];
  readonly same?: readonly string[];
  readonly failing?: Readonly<Record<string, string>>;
}

test("pulls every image that has a name, and one that fails does not stop the rest", async () => {
  await using fake = await fakeConnector(
    routes({
      tags: [["web:1", "web:2"], null, [], ["<none>:<none>"], ["registry.example/app:1"], ["own:1"]],
      same: ["web:1"],
      failing: { "own:1": "pull access denied for own" },
    }),
    { config: { registryIdentityToken: "a token", registryServerAddress: "registry.example" } },
  );
  const lines: string[] = [];
  const envelope = await fake.connector.execute("docker_image_update", { all: "true", image: "" } as never, {
    onProgress: (line) => lines.push(line),
  });
  expect(envelope).toMatchObject({
    action: "update_images",
    status: "success",
    message: "Updated 2 of 4 images, 1 had nothing newer, 1 could not be pulled.",
    data: [
      { image: "own:1", oldId: id, changed: false, error: "pull access denied for own" },
      { image: "registry.example/app:1", oldId: id, newId: otherId, changed: true },
      { image: "web:1", oldId: id, newId: id, changed: false },
      { image: "web:2", oldId: id, newId: otherId, changed: true },
    ],
    counts: { total: 4, successful: 3 },
    summary: { total: 4, changed: 2, failed: 1 },
    meta: { warnings: ["own:1 was not updated: pull access denied for own"] },
  });
  expect(lines).toContain("web:2: a1: Pull complete");
  expect(lines).toContain("own:1: pull access denied for own");
  const pulls = fake.calls.filter(({ path }) => path === "/images/create");
  expect(pulls).toHaveLength(4);
  const mine = pulls.find(({ query }) => query.get("fromImage") === "registry.example/app");
  expect(credentialsIn(mine, "x-registry-auth")).toMatchObject({ identitytoken: "a token" });
  expect(credentialsIn(pulls.at(-1), "x-registry-auth")).toEqual({});
});

test("pulls one image, which need not be here", async () => {
  await using fake = await fakeConnector(routes({}));
  const envelope = await fake.connector.execute("update_images", { image: "web", all: "false" });
  expect(envelope).toMatchObject({
    message: "Updated 1 of 1 image, 0 had nothing newer.",
    data: [{ image: "web:latest", newId: otherId, changed: true }],
    counts: { total: 1, successful: 1 },
  });
  expect(envelope.data[0]).not.toHaveProperty("oldId");
});

test("fails with the reason where the only image cannot be pulled", async () => {
  await using fake = await fakeConnector(routes({ failing: { "web:1": "manifest unknown" } }));
  expect(await fake.connector.execute("update_images", { image: "web:1" })).toMatchObject({
    status: "failed",
    message: "manifest unknown",
    error: { category: "not_found", httpStatus: 404 },
  });
});

test("fails only where all have failed, and names them", async () => {
  const failing = { "a:1": "no a", "b:1": "no b" };
  await using fake = await fakeConnector(routes({ tags: [["a:1"], ["b:1"]], failing }));
  expect(await fake.connector.execute("update_images", { all: true })).toMatchObject({
    status: "failed",
    message: "None of 2 images could be updated.\na:1: no a\nb:1: no b",
    data: [
      { image: "a:1", oldId: id, changed: false, error: "no a" },
      { image: "b:1", oldId: id, changed: false, error: "no b" },
    ],
    counts: { total: 2, successful: 0 },
    error: { category: "stream_error" },
  });
});

test("has nothing to do where no image has a name", async () => {
  await using fake = await fakeConnector(routes({ tags: [null] }));
  expect(await fake.connector.execute("update_images", { all: true })).toMatchObject({
    status: "success",
    message: "There is no image with a name to update.",
    data: [],
    counts: { total: 0, successful: 0 },
  });
});

test.each([[{}], [{ image: "a", all: "true" }], [{ image: "", all: "no" }]])(
  "refuses %j, which is not one of both",
  async (parameters) => {
    await using fake = await fakeConnector();
    expect(await fake.connector.execute("update_images", parameters as never)).toMatchObject({
      message: "give image or all, one of them.",
      error: { category: "validation" },
    });
    expect(fake.calls).toEqual([]);
  },
);

test("stops when it is cancelled, and does not go on with the next image", async () => {
  const controller = new AbortController();
  await using fake = await fakeConnector({
    ...routes({ tags: [["a:1"], ["b:1"]] }),
    "POST /images/create": async (call) => {
      controller.abort();
      await new Promise((resolve) => call.onceOver(() => resolve(undefined)));
    },
  });
  const envelope = await fake.connector.execute(
    "update_images",
    { all: true },
    { signal: controller.signal },
  );
  expect(envelope.error?.category).toBe("cancelled");
  expect(fake.calls.filter(({ path }) => path === "/images/create")).toHaveLength(1);
});

test("has one limit of time for all images", async () => {
  await using fake = await fakeConnector({
    ...routes({ tags: [["a:1"], ["b:1"]] }),
    "POST /images/create": (call) => call.start(),
  });
  const started = performance.now();
  const envelope = await fake.connector.execute("update_images", { all: true }, { bounds: { time: 200 } });
  expect(envelope.status).toBe("failed");
  expect(performance.now() - started).toBeLessThan(2000);
  await fake.daemon.settled();
});

test("pulls nothing in a dry run", async () => {
  await using fake = await fakeConnector(routes({ tags: [["a:1"]] }));
  const envelope = await fake.connector.execute("update_images", { all: "true" }, { dryRun: true });
  expect(envelope).toMatchObject({
    status: "success",
    data: [{ method: "POST", path: expect.stringContaining("/images/create?fromImage=a&tag=1") }],
  });
  expect(fake.calls.map(({ method }) => method)).not.toContain("POST");
});
