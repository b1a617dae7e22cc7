import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker.js";
import { fakeEngine } from "../client/fake-engine.js";
import { type CliHome, createCliHome } from "../helpers/cli-home.js";
import { authOf, credentials, expectNoSecret, progress, registryAuth } from "./operation-cases.js";

let home: CliHome;
beforeEach(async () => {
  home = await createCliHome();
  vi.stubEnv("DOCKER_CONFIG", `${home.path}/.docker`);
  vi.stubEnv("DOCKER_AUTH_CONFIG", undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await home.remove();
});

const pushed = progress({ aux: { Tag: "1", Digest: "sha256:x", Size: 1 } });
const answers = {
  "POST /images/{name}/push": pushed,
  "POST /plugins/{name}/push": pushed,
  "POST /images/create": progress({ status: "Digest: sha256:x" }),
  "GET /images/{name}/json": JSON.stringify({ Id: "sha256:y" }),
  "GET /distribution/{name}/json": "{}",
  "GET /plugins/privileges": "[]",
  "POST /plugins/pull": progress({ status: "Digest: sha256:x" }),
  "POST /plugins/{name}/upgrade": progress({ status: "Digest: sha256:x" }),
};
const routes = Object.fromEntries(
  Object.entries(answers).map(([route, answer]) => [
    route,
    (call: { send(status: number, body: string | Buffer): void }) => call.send(200, answer),
  ]),
);

/** Every call that speaks with a registry. */
const calls: readonly [name: string, make: (docker: Docker, image: string) => PromiseLike<unknown>][] = [
  ["images.pull", ({ images }, image) => images.pull(image)],
  ["images.push", ({ images }, image) => images.push(image)],
  ["distribution.inspect", ({ distribution }, image) => distribution.inspect(image)],
  ["plugins.privileges", ({ plugins }, image) => plugins.privileges(image)],
  ["plugins.install", ({ plugins }, image) => plugins.install([], { remote: image })],
  ["plugins.upgrade", ({ plugins }, image) => plugins.upgrade("p", [], { remote: image })],
  ["plugins.push", ({ plugins }, image) => plugins.push(image)],
];

describe.each(calls)("%s", (_, make) => {
  test.each([
    ["registry.example/a/b:1", { ...credentials["registry.example"], serveraddress: "registry.example" }],
    ["other.example:5000/a", { ...credentials["other.example:5000"], serveraddress: "other.example:5000" }],
    ["nobody.example/a", {}],
    ["unknown.example/a", {}],
    ["alpine", {}],
  ])("tells the registry of %s only what is for it", async (image, auth) => {
    await using engine = await fakeEngine(routes, { client: { registryAuth } });
    await make(engine.docker, image);
    expect(authOf(engine.calls[0])).toEqual(auth);
    expect(engine.calls[0]?.headers["x-registry-config"]).toBeUndefined();
    for (const call of engine.calls.slice(1)) expect(authOf(call)).toBeUndefined();
  });

  test("says that it is nobody with an empty object, which older engines must have", async () => {
    await using engine = await fakeEngine(routes, { client: { registryAuth } });
    await make(engine.docker, "unknown.example/a");
    expect(engine.calls[0]?.headers["x-registry-auth"]).toBe("e30=");
  });

  test("asks the docker CLI's settings where the client was given nothing", async () => {
    const auth = Buffer.from("zoë:~~~???>>>cli").toString("base64");
    await home.config({ auths: { "unknown.example": { auth } } });
    await using engine = await fakeEngine(routes, { client: { registryAuth } });
    await make(engine.docker, "unknown.example/a");
    expect(authOf(engine.calls[0])).toMatchObject({ username: "zoë", password: "~~~???>>>cli" });
  });

  test("shows no credentials when it fails", async () => {
    await using engine = await fakeEngine({}, { client: { registryAuth } });
    const failure = await Promise.resolve(make(engine.docker, "registry.example/a")).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ status: 404 });
    expect(authOf(engine.calls[0])).toMatchObject(credentials["registry.example"]);
    expectNoSecret(failure, engine.docker);
  });

  test("sends nothing for a name that is none", async () => {
    await using engine = await fakeEngine(routes, { client: { registryAuth } });
    const refused = (async () => make(engine.docker, "https://registry.example/a"))();
    await expect(refused).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    expect(engine.calls).toEqual([]);
  });
});

test("a build has the credentials of every registry, by server address, and no others' header", async () => {
  const id = `sha256:${"a".repeat(64)}`;
  await using engine = await fakeEngine(
    { "POST /build": (call) => call.send(200, progress({ aux: { ID: id } })) },
    { client: { registryAuth: { ...registryAuth, "docker.io": { registryToken: "~~~???>>>hub" } } } },
  );
  await engine.docker.images.build(Buffer.from("tar"));
  expect(authOf(engine.calls[0], "x-registry-config")).toEqual({
    "https://index.docker.io/v1/": {
      registrytoken: "~~~???>>>hub",
      serveraddress: "https://index.docker.io/v1/",
    },
    "other.example:5000": { ...credentials["other.example:5000"], serveraddress: "other.example:5000" },
    "registry.example": { ...credentials["registry.example"], serveraddress: "registry.example" },
  });
  expect(authOf(engine.calls[0])).toBeUndefined();
});

test("a lookup ends with the call's signal, before anything is sent", async () => {
  await using engine = await fakeEngine(routes, { client: { registryAuth } });
  const reason = new Error("enough");
  const inspecting = engine.docker.distribution.inspect("registry.example/a", {
    signal: AbortSignal.abort(reason),
  });
  await expect(inspecting).rejects.toBe(reason);
  expect(engine.calls).toEqual([]);
});
