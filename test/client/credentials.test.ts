import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CredentialSources, Credentials } from "../../src/client/credentials.js";
import type { RegistryAuth } from "../../src/client/registry-auth.js";
import { InvalidArgumentError, TimeoutError } from "../../src/errors.js";
import { answering, createHelperHome, type HelperHome } from "./fake-credential-helpers.js";

let home: HelperHome;
beforeEach(async () => {
  home = await createHelperHome();
});
afterEach(() => home.remove());

const basic = (username: string) => Buffer.from(`${username}:hunter2`).toString("base64");

function credentials(registryAuth?: RegistryAuth, sources: CredentialSources = {}): Credentials {
  return new Credentials(registryAuth, { environment: home.environment, machine: home.machine, ...sources });
}

describe("for one registry", () => {
  test("the option comes first, and nothing else is asked", async () => {
    await home.helper("store", answering({ "ghcr.io": { Username: "helper", Secret: "hunter2" } }));
    await home.config({ credsStore: "store" });
    const known = credentials({ "https://GHCR.io/": { username: "option", password: "hunter2" } });
    expect(await known.for("ghcr.io")).toMatchObject({ username: "option" });
    expect(home.calls()).toEqual([]);
  });

  test("{} in the option means nobody, whatever the docker CLI knows", async () => {
    await home.config({ auths: { "ghcr.io": { auth: basic("file") } } });
    expect(await credentials({ "ghcr.io": {} }).for("ghcr.io")).toEqual({});
    expect(await credentials().for("ghcr.io")).toMatchObject({ username: "file" });
  });

  test.each(["docker.io", "index.docker.io", "registry-1.docker.io", "https://index.docker.io/v1/"])(
    "%s is Docker Hub in the option and in the question",
    async (address) => {
      const option = { username: "ada", password: "hunter2" };
      expect(await credentials({ [address]: option }).for("docker.io")).toMatchObject({ username: "ada" });
      expect(await credentials({ "docker.io": option }).for(address)).toMatchObject({ username: "ada" });
    },
  );

  test("then come the variable, the registry's helper, the helper for all, the file", async () => {
    await home.helper(
      "one",
      answering({
        "a.example": { Username: "one", Secret: "x" },
        "b.example": { Username: "one", Secret: "x" },
      }),
    );
    await home.helper("all", answering({ "c.example": { Username: "all", Secret: "x" } }));
    const auths = Object.fromEntries(
      ["a", "b", "c", "d", "e"].map((name) => [`${name}.example`, { auth: basic("file") }]),
    );
    await home.config({
      auths,
      credHelpers: { "a.example": "one", "b.example": "one", "e.example": "" },
      credsStore: "all",
    });
    const DOCKER_AUTH_CONFIG = JSON.stringify({ auths: { "a.example": { auth: basic("variable") } } });
    const known = credentials({}, { environment: { ...home.environment, DOCKER_AUTH_CONFIG } });
    expect(await known.for("a.example")).toMatchObject({ username: "variable" });
    expect(await known.for("b.example")).toMatchObject({ username: "one" });
    expect(await known.for("c.example")).toMatchObject({ username: "all" });
    // As with the docker CLI: the helper has the last word.
    expect(await known.for("d.example")).toEqual({});
    expect(await known.for("e.example")).toMatchObject({ username: "file" });
  });

  test("there are none without settings", async () => {
    expect(await credentials().for("ghcr.io")).toEqual({});
    expect(await credentials(undefined, { environment: {} }).for("docker.io")).toEqual({});
  });

  test("they are looked up each time", async () => {
    const known = credentials();
    await home.config({ auths: { "ghcr.io": { auth: basic("before") } } });
    expect(await known.for("ghcr.io")).toMatchObject({ username: "before" });
    await home.config({ auths: { "ghcr.io": { auth: basic("after") } } });
    expect(await known.for("ghcr.io")).toMatchObject({ username: "after" });
  });

  test("a helper that is missing is named, with the file that names it", async () => {
    const file = await home.config({ credsStore: "desktop.exe" });
    await expect(credentials().for("docker.io")).rejects.toThrow(
      `The credential helper docker-credential-desktop.exe, named by "credsStore" in ${file}, is not in PATH`,
    );
  });

  test("a helper has its time", async () => {
    await home.helper("store", "setInterval(() => {}, 1000);");
    await home.config({ credsStore: "store" });
    await expect(credentials({}, { helperTimeout: 500 }).for("ghcr.io")).rejects.toThrow(TimeoutError);
  });

  test("the signal's reason ends it", async () => {
    await home.helper("store", "setInterval(() => {}, 1000);");
    await home.config({ credsStore: "store" });
    const signal = AbortSignal.timeout(300);
    await expect(credentials().for("ghcr.io", { signal })).rejects.toSatisfy(
      (error) => error === signal.reason,
    );
    await expect(credentials({ "ghcr.io": {} }).for("ghcr.io", { signal })).rejects.toBe(signal.reason);
  });

  test.each(["", "a b", "ada:hunter2@ghcr.io"])("%j is no registry", async (registry) => {
    const error = await credentials()
      .for(registry)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(inspect(error)).not.toContain("hunter2");
  });
});

describe("for every registry", () => {
  test("those of the option, the variable, the helpers and the file come together", async () => {
    await home.helper("one", answering({ "b.example": { Username: "one", Secret: "hunter2" } }));
    await home.config({
      auths: {
        "https://index.docker.io/v1/": { auth: basic("file") },
        "a.example": { auth: basic("file") },
        "b.example": { auth: basic("file") },
        "c.example": { auth: basic("file") },
        "d.example": {},
      },
      credHelpers: { "b.example": "one", "none.example": "one" },
    });
    const DOCKER_AUTH_CONFIG = JSON.stringify({ auths: { "e.example": { auth: basic("variable") } } });
    const known = credentials(
      { "a.example": { identityToken: "hunter2" }, "c.example": {} },
      { environment: { ...home.environment, DOCKER_AUTH_CONFIG } },
    );
    const { auths, skipped } = await known.all();
    expect(auths).toEqual({
      "a.example": { identitytoken: "hunter2", serveraddress: "a.example" },
      "b.example": { username: "one", password: "hunter2", serveraddress: "b.example" },
      "e.example": { username: "variable", password: "hunter2", serveraddress: "e.example" },
      "https://index.docker.io/v1/": {
        username: "file",
        password: "hunter2",
        serveraddress: "https://index.docker.io/v1/",
      },
    });
    expect(skipped).toEqual([]);
    expect(inspect(auths, { depth: null, showHidden: true })).not.toContain("hunter2");
    expect(JSON.stringify(auths)).toContain("hunter2");
  });

  test("the helper for all says which it has, and the file counts only where it has no say", async () => {
    await home.helper(
      "all",
      answering({
        "https://index.docker.io/v1/": { Username: "ada", Secret: "hunter2" },
        "https://index.docker.io/v1/access-token": { Username: "other", Secret: "hunter2" },
        "ghcr.io": { Username: "<token>", Secret: "hunter2" },
      }),
    );
    await home.config({
      auths: { "file.example": { auth: basic("file") }, "plain.example": { auth: basic("file") } },
      credHelpers: { "plain.example": "" },
      credsStore: "all",
    });
    const { auths } = await credentials().all();
    expect(auths).toMatchObject({
      "https://index.docker.io/v1/": { username: "ada" },
      "ghcr.io": { identitytoken: "hunter2" },
      "plain.example": { username: "file" },
    });
    expect(Object.keys(auths)).toHaveLength(3);
    expect(
      home
        .calls()
        .map(({ args }) => args[0])
        .sort(),
    ).toEqual(["get", "get", "list"]);
  });

  test("a registry whose credentials cannot be had is left out, and the reason given", async () => {
    await home.helper("broken", 'console.log("hunter2"); console.error("locked"); process.exitCode = 1;');
    await home.helper("one", answering({ "b.example": { Username: "one", Secret: "x" } }));
    await home.config({
      auths: { "d.example": { auth: "hunter2" } },
      credHelpers: { "a.example": "broken", "b.example": "one", "c.example": "missing" },
    });
    const { auths, skipped } = await credentials().all();
    expect(Object.keys(auths)).toEqual(["b.example"]);
    expect(skipped.map(({ message }) => message).sort()).toEqual([
      expect.stringContaining('"auths" for "d.example"'),
      expect.stringContaining("docker-credential-broken"),
      expect.stringContaining("docker-credential-missing"),
    ]);
    expect(inspect(skipped, { depth: null, showHidden: true })).not.toContain("hunter2");
  });

  test("a helper for all that is missing leaves the others", async () => {
    await home.config({ credsStore: "missing" });
    const { auths, skipped } = await credentials({ "a.example": { registryToken: "hunter2" } }).all();
    expect(auths).toEqual({ "a.example": { registrytoken: "hunter2", serveraddress: "a.example" } });
    expect(skipped).toHaveLength(1);
  });

  test("settings that cannot be read are an error", async () => {
    await home.config("{");
    await expect(credentials().all()).rejects.toThrow(InvalidArgumentError);
  });

  test("the signal's reason ends it, and is no reason to leave a registry out", async () => {
    await home.helper("slow", "setInterval(() => {}, 1000);");
    await home.config({
      credHelpers: Object.fromEntries([..."abcdef"].map((name) => [`${name}.example`, "slow"])),
    });
    const stop = new AbortController();
    // A deadline of ours looks like a helper's failure.
    const reason = new TimeoutError("late", { phase: "total", milliseconds: 1, unsent: true });
    setTimeout(() => stop.abort(reason), 500);
    await expect(credentials().all({ signal: stop.signal })).rejects.toBe(reason);
    const started = home.calls().length;
    expect(started).toBeLessThanOrEqual(4);
  });
});

test("an option that is wrong by itself is refused at once", () => {
  expect(() => credentials({ "ghcr.io": { username: "ada" } as never })).toThrow(InvalidArgumentError);
});

test("nothing of the secrets shows in inspect", () => {
  const known = credentials({ "ghcr.io": { username: "ada", password: "hunter2" } });
  expect(inspect(known, { depth: null, showHidden: true })).not.toContain("hunter2");
});
