import { readdirSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { newestVersion, oldestVersion } from "../generated/operations.js";
import { Docker as Main } from "../src/docker.js";
import { UnsupportedVersionError } from "../src/errors.js";
import * as index from "../src/index.js";
import { fakeEngine } from "./client/fake-engine.js";

const versions = Array.from(
  { length: newestVersion - oldestVersion + 1 },
  (_, index) => oldestVersion + index,
);

interface Entry {
  readonly Docker: new (options?: object) => Main;
}

async function entry(minor: number): Promise<Entry> {
  return (await import(`../src/pinned/v1.${minor}.ts`)) as Entry;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the entries of the API versions", () => {
  test("are there for each version and for no other", () => {
    const files = readdirSync(new URL("../src/pinned", import.meta.url)).filter((name) =>
      name.startsWith("v"),
    );
    expect(files.sort()).toEqual(versions.map((minor) => `v1.${minor}.ts`).sort());
  });

  test.each(versions)("v1.%i speaks that version and asks nobody", async (minor) => {
    const { Docker } = await entry(minor);
    await using engine = await fakeEngine({ "GET /info": (call) => call.json(200, {}) });
    await using docker = new Docker({ host: engine.daemon.host });
    await docker.system.info();
    expect(engine.daemon.calls.map(({ version, path }) => `${version} ${path}`)).toEqual([
      `1.${minor} /info`,
    ]);
    expect(docker).toBeInstanceOf(Main);
    expect(docker.constructor.name).toBe("Docker");
  });

  test.each(versions)("v1.%i exports what the main entry does", async (minor) => {
    expect(Object.keys(await entry(minor)).sort()).toEqual(Object.keys(index).sort());
  });

  test("take no notice of DOCKER_API_VERSION, a bad one included, nor of an apiVersion given past the types", async () => {
    vi.stubEnv("DOCKER_API_VERSION", "newest");
    const { Docker } = await entry(43);
    await using docker = new Docker({ host: "unix:///nowhere.sock", apiVersion: "1.40" });
    expect(await docker.apiVersion()).toBe("1.43");
  });

  test("say what to do with an engine that refuses their version", async () => {
    const { Docker } = await entry(51);
    await using engine = await fakeEngine(
      {
        "GET /info": (call) => call.json(400, { message: "client version 1.51 is too new. Maximum is 1.41" }),
      },
      { api: "1.41" },
    );
    await using docker = new Docker({ host: engine.daemon.host });
    await expect(docker.system.info()).rejects.toThrow(UnsupportedVersionError);
    await expect(docker.system.info()).rejects.toThrow(
      "takes v1.24 to v1.41, this package speaks v1.40 to v1.51",
    );
  });
});
