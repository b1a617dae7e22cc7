import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Docker } from "../../src/docker.js";
import { fakeEngine } from "../client/fake-engine.js";
import type { Call } from "../helpers/fake-daemon.js";
import { authOf, progress } from "../resources/operation-cases.js";

beforeEach(() => {
  // Nobody's own settings.
  vi.stubEnv("DOCKER_CONFIG", "/nowhere/docker");
  vi.stubEnv("DOCKER_AUTH_CONFIG", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const pulled = progress({ status: "Digest: sha256:x" });
const routes = {
  "POST /images/create": (call: Call) => call.send(200, pulled),
  "GET /images/{name}/json": (call: Call) => call.json(200, { Id: "sha256:y" }),
  "GET /images/search": (call: Call) => call.json(200, []),
  "POST /build": async (call: Call) => {
    await call.body();
    call.send(200, progress({ aux: { ID: "sha256:z" } }));
  },
};

describe("credentials of every length and alphabet", () => {
  test("reach an engine that reads them strictly, padding and all", async () => {
    for (const username of ["a", "ab", "abc", "abcd"]) {
      for (const password of ["p", "~~~", "???>>>", "ß", "пароль", "🐳🐳", `"\\\n`, "x".repeat(300)]) {
        await using engine = await fakeEngine(routes, {
          client: { registryAuth: { "registry.example": { username, password } } },
        });
        await engine.docker.images.pull("registry.example/a:1");
        await engine.docker.images.build(Buffer.from("x"));
        const [pull, , build] = engine.calls;
        expect(strict(pull, "x-registry-auth")).toMatchObject({ username, password });
        expect(strict(build, "x-registry-config")).toMatchObject({
          "registry.example": { username, password },
        });
      }
    }
  });
});

test("a pull with the same options has its credentials the second time too", async () => {
  await using engine = await fakeEngine(routes, {
    client: { registryAuth: { "registry.example": { username: "u", password: "p" } } },
  });
  const options = Object.freeze({ platform: "linux/arm64" });
  const call = Object.freeze({ headers: Object.freeze({ "X-A": "b" }), timeout: 5_000 });
  await engine.docker.images.pull("registry.example/a:1", options, call);
  await engine.docker.images.pull("registry.example/a:1", options, call);
  const auths = engine.calls.filter(({ path }) => path === "/images/create").map((one) => authOf(one));
  expect(auths).toEqual(Array(2).fill({ username: "u", password: "p", serveraddress: "registry.example" }));
});

describe("a search", () => {
  const registryAuth = {
    "registry.example": { username: "u", password: "p" },
    "docker.io": { identityToken: "t" },
  };
  test.each<[string, object | undefined]>([
    ["registry.example/web", { username: "u", password: "p", serveraddress: "registry.example" }],
    ["web", { identitytoken: "t", serveraddress: "https://index.docker.io/v1/" }],
    ["team/web", { identitytoken: "t", serveraddress: "https://index.docker.io/v1/" }],
    ["two words", { identitytoken: "t", serveraddress: "https://index.docker.io/v1/" }],
    ["other.example/web", undefined],
    ["u:p@registry.example/web", { identitytoken: "t", serveraddress: "https://index.docker.io/v1/" }],
  ])("for %j has the credentials of its registry and no other's", async (term, auth) => {
    await using engine = await fakeEngine(routes, { client: { registryAuth } });
    await engine.docker.images.search({ term });
    expect(authOf(engine.calls[0])).toEqual(auth);
  });

  test("without credentials is nobody's, and says what it lacks before it asks for any", async () => {
    await using engine = await fakeEngine(routes);
    await engine.docker.images.search({ term: "web" });
    expect(engine.calls[0]?.headers["x-registry-auth"]).toBeUndefined();
    const searching = (engine.docker as Docker).images.search({} as { term: string });
    await expect(searching).rejects.toThrow("ImageSearch needs the option term");
  });
});

/** Reads a header as engines do: base64 for URLs with all of its padding, and nothing else. */
function strict(call: Call | undefined, name: string): unknown {
  const header = String(call?.headers[name]);
  expect(header).toMatch(/^(?:[\w-]{4})*(?:[\w-]{2}==|[\w-]{3}=)?$/);
  return JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
}
