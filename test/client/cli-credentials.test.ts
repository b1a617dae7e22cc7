import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCliCredentials } from "../../src/client/cli-credentials.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { type CliHome, createCliHome } from "../helpers/cli-home.js";

let home: CliHome;
beforeEach(async () => {
  home = await createCliHome();
});
afterEach(() => home.remove());

const read = (variables: NodeJS.ProcessEnv = {}) =>
  readCliCredentials({ HOME: home.path, ...variables }, home.machine);
const basic = (text: string) => Buffer.from(text).toString("base64");

describe("readCliCredentials", () => {
  test("knows nothing without a file", async () => {
    const cli = await read();
    expect(cli.file.registries).toEqual([]);
    expect(cli.file.get("docker.io")).toBeUndefined();
    expect(cli.helperOf("docker.io")).toBeUndefined();
    expect(cli.store).toBeUndefined();
  });

  test.each<[string, object, object]>([
    ["username and password", { auth: basic("ada:hunter2") }, { username: "ada", password: "hunter2" }],
    ["a password with colons", { auth: basic("ada:a:b:") }, { username: "ada", password: "a:b:" }],
    ["other scripts", { auth: basic("jürgen:pä€𝄞") }, { username: "jürgen", password: "pä€𝄞" }],
    ["zero bytes at the end", { auth: basic("ada:hunter2\0\0") }, { username: "ada", password: "hunter2" }],
    ["line ends in base64", { auth: "YWRhOmh1\nbnRlcjI=\r\n" }, { username: "ada", password: "hunter2" }],
    ["two plain fields", { username: "ada", password: "hunter2" }, { username: "ada", password: "hunter2" }],
    [
      "auth before plain fields",
      { auth: basic("a:b"), username: "x", password: "y" },
      { username: "a", password: "b" },
    ],
    ["an identity token", { auth: "", identitytoken: "hunter2" }, { identitytoken: "hunter2" }],
    [
      "a token beside a name",
      { auth: basic("0000:"), identitytoken: "hunter2" },
      { username: "0000", identitytoken: "hunter2" },
    ],
    ["a registry token", { registrytoken: "hunter2", email: "a@b" }, { registrytoken: "hunter2" }],
  ])("reads an entry with %s", async (_, entry, expected) => {
    await home.config({ auths: { "ghcr.io": entry } });
    const auth = (await read()).file.get("ghcr.io");
    expect(auth).toEqual({ ...expected, serveraddress: "ghcr.io" });
    expect(inspect(auth, { showHidden: true })).not.toContain("hunter2");
  });

  test.each([{}, null, { auth: "" }, { auth: null, email: "a@b" }, { username: "" }])(
    "takes %j for no credentials",
    async (entry) => {
      await home.config({ auths: { "ghcr.io": entry } });
      const { file } = await read();
      expect(file.registries).toEqual(["ghcr.io"]);
      expect(file.get("ghcr.io")).toBeUndefined();
    },
  );

  test.each([
    "https://index.docker.io/v1/",
    "https://index.docker.io/v1",
    "index.docker.io",
    "docker.io",
    "registry-1.docker.io",
  ])("finds Docker Hub under %s", async (address) => {
    await home.config({ auths: { [address]: { auth: basic("ada:hunter2") } } });
    expect((await read()).file.get("docker.io")).toEqual({
      username: "ada",
      password: "hunter2",
      serveraddress: "https://index.docker.io/v1/",
    });
  });

  test.each(["ghcr.io", "https://ghcr.io", "http://GHCR.io/v2/", "ghcr.io/team"])(
    "finds a registry under %s",
    async (address) => {
      await home.config({ auths: { [address]: { auth: basic("ada:hunter2") } } });
      expect((await read()).file.get("ghcr.io")).toMatchObject({ username: "ada" });
      expect((await read()).file.get("ghcr.io:443")).toBeUndefined();
    },
  );

  test("takes the address that the docker CLI writes before others", async () => {
    await home.config({
      auths: {
        "https://ghcr.io/x": { auth: basic("other:x") },
        "ghcr.io": { auth: basic("ada:x") },
        "docker.io": { auth: basic("other:x") },
        "https://index.docker.io/v1/refresh-token": { auth: basic("other:x") },
        "https://index.docker.io/v1/": { auth: basic("ada:x") },
      },
    });
    const { file } = await read();
    expect(file.get("ghcr.io")).toMatchObject({ username: "ada" });
    expect(file.get("docker.io")).toMatchObject({ username: "ada" });
    expect(file.registries).toEqual(["ghcr.io", "docker.io"]);
  });

  test("has a helper for one registry, else the one for all", async () => {
    const file = await home.config({
      credsStore: "desktop",
      credHelpers: {
        "ghcr.io": "gh",
        "https://index.docker.io/v1/": "hub",
        "plain.example": "",
        "null.example": null,
      },
    });
    const cli = await read();
    expect(cli.helperOf("ghcr.io")).toEqual({
      name: "gh",
      namedBy: `"credHelpers" for "ghcr.io" in ${file}`,
    });
    expect(cli.helperOf("docker.io")?.name).toBe("hub");
    expect(cli.helperOf("other.example")).toEqual({ name: "desktop", namedBy: `"credsStore" in ${file}` });
    expect(cli.helperOf("plain.example")).toBeUndefined();
    expect(cli.helperOf("null.example")).toBeUndefined();
    expect(cli.withHelper).toEqual(["ghcr.io", "docker.io", "plain.example", "null.example"]);
    expect(cli.store?.name).toBe("desktop");
  });

  test("reads DOCKER_AUTH_CONFIG apart from the file", async () => {
    await home.config({
      auths: { "ghcr.io": { auth: basic("file:x") }, "b.example": { auth: basic("file:x") } },
    });
    const cli = await read({
      DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { "https://ghcr.io": { auth: basic("variable:x") } } }),
    });
    expect(cli.environment.get("ghcr.io")).toMatchObject({ username: "variable" });
    expect(cli.environment.get("b.example")).toBeUndefined();
    expect(cli.file.get("ghcr.io")).toMatchObject({ username: "file" });
  });

  test.each(["", "{}", "null", '{"auths":null}'])(
    "takes %j in DOCKER_AUTH_CONFIG for nothing",
    async (text) => {
      expect((await read({ DOCKER_AUTH_CONFIG: text })).environment.registries).toEqual([]);
    },
  );

  test.each<[string, unknown]>([
    ["no base64", { auth: "hunter2!" }],
    ["the alphabet for URLs", { auth: "-_hunter2-_" }],
    ["no colon", { auth: basic("hunter2") }],
    ["no username", { auth: basic(":hunter2") }],
    ["a number", { auth: 3 }],
    ["a password that is no text", { username: "ada", password: ["hunter2"] }],
    ["a token that is no text", { identitytoken: { hunter2: 1 } }],
    ["a text in place of an entry", "hunter2"],
  ])("refuses an entry with %s when it is asked for, without showing it", async (_, entry) => {
    const file = await home.config({ auths: { "ghcr.io": entry, "b.example": { auth: basic("ada:x") } } });
    const cli = await read();
    expect(cli.file.get("b.example")).toMatchObject({ username: "ada" });
    const error = errorOf(() => cli.file.get("ghcr.io"));
    expect(error.message).toContain(`"auths" for "ghcr.io" in ${file} `);
    expectNoSecret(error);
  });

  test.each<[object | string, string]>([
    [{ auths: ["hunter2"] }, '"auths" in '],
    [{ auths: "hunter2" }, '"auths" in '],
    [{ credHelpers: "hunter2" }, '"credHelpers" in '],
    [{ credsStore: { hunter2: 1 } }, '"credsStore" in '],
    ['{"auths":{"ghcr.io":{"auth":"hunter2"', "is not valid JSON"],
  ])("refuses the settings %j without showing them", async (content, problem) => {
    const file = await home.config(content);
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect((error as Error).message).toContain(problem); // seen just here
    expect((error as Error).message).toContain(file); // as above
    expectNoSecret(error);
  });

  test("refuses a helper that is no text, where it is asked for", async () => {
    await home.config({ credHelpers: { "ghcr.io": ["hunter2"] } });
    const cli = await read();
    expectNoSecret(errorOf(() => cli.helperOf("ghcr.io")));
    expect(cli.helperOf("b.example")).toBeUndefined();
  });

  test.each(["hunter2", '{"auths":{"a":"hunter2"', '{"auths":["hunter2"]}', '["hunter2"]'])(
    "refuses %j in DOCKER_AUTH_CONFIG without showing it",
    async (text) => {
      const error = await read({ DOCKER_AUTH_CONFIG: text }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect((error as Error).message).toContain("DOCKER_AUTH_CONFIG"); // seen just here
      expectNoSecret(error);
    },
  );

  test("shows nothing of what it read", async () => {
    await home.config({ auths: { "ghcr.io": { auth: basic("ada:hunter2"), password: "hunter2" } } });
    const cli = await read();
    expect(inspect(cli, { depth: null, showHidden: true })).not.toMatch(
      new RegExp(`hunter2|${basic("ada:hunter2")}`),
    );
  });
});

function errorOf(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return error as InvalidArgumentError; // seen just here
  }
  throw new Error("nothing was thrown");
}

function expectNoSecret(error: unknown): void {
  expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(
    /hunter2|aHVudGVyMg|odW50ZXIy|Omh1bnRlcjI/,
  );
}
