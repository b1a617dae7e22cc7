import { afterAll, describe, expect, test } from "vitest";
import { ApiError, NotFoundError } from "../../src/errors.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

/** `user:password@host:port` of a registry that the engines reach, and that nobody else may pull from. */
const given = process.env.DOCKER_ENGINE_SDK_TEST_REGISTRY ?? "";
// One that is given in another form makes the tests fail: they are not skipped.
const [, username = "nobody", password = "nothing", registry = "registry.invalid"] =
  /^([^:]+):(.+)@(.+)$/.exec(given) ?? [];
const reason = given === "" ? ": DOCKER_ENGINE_SDK_TEST_REGISTRY names none" : "";

describeEngines("a registry with a login", (engine) => {
  describe.skipIf(reason !== "")(`that engines reach${reason}`, () => {
    const login = { username, password };
    const logins = {
      right: dockerFor(engine, { registryAuth: { [registry]: login } }),
      wrong: dockerFor(engine, { registryAuth: { [registry]: { ...login, password: "wrong ~~~???" } } }),
      missing: dockerFor(engine, { registryAuth: { [registry]: {} } }),
      elsewhere: dockerFor(engine, {
        registryAuth: { [registry]: {}, "other.example": login, "docker.io": login },
      }),
    };
    const { images, distribution } = logins.right;
    const name = `${registry}/${engine.uniqueName("registry")}:1`;
    afterAll(() => Promise.all(Object.values(logins).map((docker) => docker.close())));

    test("takes an image, tells of it and gives it back", async () => {
      await images.tag(engine.image, name);
      const { Id } = await images.inspect(name);
      const { digest, tags } = await images.push(name);
      expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(tags).toMatchObject([{ tag: "1", digest }]);
      expect((await distribution.inspect(name)).Descriptor?.digest).toBe(digest);
      await images.remove(name);
      expect(await images.pull(name)).toMatchObject({ id: Id, digest, reference: name });
      expect(await images.pull(name)).toMatchObject({ id: Id, digest, downloaded: false });
      await images.remove(name);
      const exact = name.replace(/:1$/, `@${digest}`);
      expect(await images.pull(exact)).toMatchObject({ id: Id, digest });
      await images.remove(exact);
    });

    test.each(["wrong", "missing", "elsewhere"] as const)("refuses a login that is %s", async (which) => {
      const { images, distribution } = logins[which];
      await images.tag(engine.image, name);
      try {
        const refusal = /unauthorized|authentication required|no basic auth credentials|denied/;
        for (const call of [() => images.push(name), () => images.pull(name)]) {
          const failure = await Promise.resolve(call()).catch((error: unknown) => error);
          expect(failure).toBeInstanceOf(Error);
          expect(String(failure)).toMatch(refusal);
          expect(String(failure)).not.toContain("wrong ~~~???");
        }
        await expect(distribution.inspect(name)).rejects.toThrow(ApiError);
      } finally {
        await images.remove(name);
      }
    });

    test("does not have what was never pushed", async () => {
      const nope = `${registry}/${engine.uniqueName("nope")}`;
      await expect(images.pull(nope).then()).rejects.toThrow(/not found|manifest unknown/);
      await expect(distribution.inspect(nope)).rejects.toThrow(ApiError);
      await expect(images.inspect(nope)).rejects.toThrow(NotFoundError);
    });
  });
});
