import { expect, test } from "vitest";
import { newestVersion, oldestVersion } from "../../generated/operations.js";
import { UnsupportedVersionError } from "../../src/errors.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

const minorOf = (version: string) => Number(version.split(".")[1]);

describeEngines("negotiation", (engine) => {
  const newest = Math.min(minorOf(engine.apiVersion), newestVersion);
  const oldest = Math.max(minorOf(engine.minApiVersion), oldestVersion);

  test("agrees on the newest version that both have", async () => {
    await using docker = dockerFor(engine);
    expect(await docker.apiVersion()).toBe(`1.${newest}`);
    expect((await docker.api.GET("/_ping")).data).toBe("OK");
  });

  test("is not needed for a version that is set, whichever of the shared ones", async () => {
    for (let minor = oldest; minor <= newest; minor++) {
      await using docker = dockerFor(engine, { apiVersion: `1.${minor}` });
      const info = await docker.system.info();
      expect(info.ServerVersion).toBe(engine.engineVersion);
      expect(Array.isArray(await docker.containers.list({ all: true }))).toBe(true);
    }
  });

  test.runIf(newest < newestVersion)("says it when a version that is set is too new", async () => {
    await using docker = dockerFor(engine, { apiVersion: `1.${newest + 1}` });
    const failure = docker.system.info();
    await expect(failure).rejects.toThrow(UnsupportedVersionError);
    await expect(failure).rejects.toThrow(
      `set to API v1.${newest + 1}; the engine (version ${engine.engineVersion}) takes v${engine.minApiVersion} to v${engine.apiVersion}`,
    );
    await expect(failure).rejects.toMatchObject({ cause: { status: 400 } });
  });

  test.runIf(newest < 42)("refuses an option that the engine would ignore", async () => {
    await using docker = dockerFor(engine);
    await expect(docker.containers.stop("nope", { signal: "SIGINT" })).rejects.toThrow(
      UnsupportedVersionError,
    );
  });
});
