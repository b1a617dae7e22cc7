import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RegistryAuth } from "../../src/client/registry-auth.js";
import type { Docker } from "../../src/docker.js";
import { ApiError, NotFoundError, ProgressError, ServerError, UnauthorizedError } from "../../src/errors.js";
import { answering, createHelperHome, type HelperHome } from "../client/fake-credential-helpers.js";
import { dockerFor } from "./docker-for.js";
import { testRegistries } from "./registry/registries.js";
import { describeEngines } from "./setup/each-engine.js";

const registries = await testRegistries();

for (const { kind, scheme, address, login, unreachable } of registries) {
  describeEngines(`a registry with a login ${kind}`, (engine) => {
    const reason = unreachable(engine.name);
    describe.skipIf(reason !== undefined)(reason === undefined ? "serves" : `is left out: ${reason}`, () => {
      const path = engine.uniqueName("registry");
      const name = `${address}/${path}:1`;
      const wrongPassword = "wrong ~~~???";
      const clients: Docker[] = [];
      afterAll(() => Promise.all(clients.map((docker) => docker.close())));

      /** Without `registryAuth` the CLI's settings count. */
      const client = (registryAuth?: RegistryAuth) => {
        const docker = dockerFor(engine, registryAuth === undefined ? {} : { registryAuth });
        clients.push(docker);
        return docker;
      };
      const right = client({ [address]: login });

      /** The image has the name while `use` runs. */
      const withName = async (use: () => Promise<void>) => {
        await right.images.tag(engine.image, name);
        try {
          await use();
        } finally {
          await right.images.remove(name);
        }
      };

      const takesAll = async ({ images, distribution }: Docker) => {
        await images.tag(engine.image, name);
        const { Id } = await images.inspect(name);
        const { digest, tags } = await images.push(name);
        expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
        expect(tags).toMatchObject([{ tag: "1", digest }]);
        expect((await distribution.inspect(name)).Descriptor?.digest).toBe(digest);
        await images.remove(name);
        expect(await images.pull(name)).toMatchObject({
          id: Id,
          digest,
          reference: name,
          downloaded: true,
        });
        expect(await images.pull(name)).toMatchObject({ id: Id, digest, downloaded: false });
        await images.remove(name);
        const exact = name.replace(/:1$/, `@${digest}`);
        expect(await images.pull(exact)).toMatchObject({ id: Id, digest });
        await images.remove(exact);
      };

      /** A login that the registry does not know. */
      const refusesLogin = async ({ images, distribution }: Docker, secret: string) => {
        const said = "unauthorized: authentication required";
        await refused(() => images.push(name), { as: ProgressError, said, secret });
        // Engines got to know that this is the caller's affair somewhere between these versions.
        const as = engine.since("1.51") ? UnauthorizedError : engine.since("1.46") ? ApiError : ServerError;
        await refused(() => images.pull(name), { as, said, secret });
        await refused(() => distribution.inspect(name), { as: UnauthorizedError, said, secret });
      };

      /** No login. The engine then does not ask the registry for more than whether it wants one. */
      const refusesNobody = async ({ images, distribution }: Docker) => {
        const nobody = "no basic auth credentials";
        await refused(() => images.push(name), { as: ProgressError, said: nobody });
        const said = `Head "${scheme}://${address}/v2/${path}/manifests/1": ${nobody}`;
        await refused(() => images.pull(name), { as: ServerError, said });
        await refused(() => distribution.inspect(name), { as: ServerError, said });
      };

      describe("with credentials given to the client", () => {
        test("takes an image, tells of it and gives it back", () => takesAll(right));

        test("refuses a wrong password", () =>
          withName(() =>
            refusesLogin(client({ [address]: { ...login, password: wrongPassword } }), wrongPassword),
          ));

        test("refuses a user it does not know", () =>
          withName(() =>
            refusesLogin(client({ [address]: { ...login, username: "somebody" } }), login.password),
          ));

        test("refuses nobody", () => withName(() => refusesNobody(client({ [address]: {} }))));

        test("does not have what was never pushed", async () => {
          const nope = `${address}/${engine.uniqueName("nope")}`;
          await refused(() => right.images.pull(nope), {
            as: NotFoundError,
            said: `manifest for ${nope}:latest not found: manifest unknown: manifest unknown`,
          });
          await refused(() => right.distribution.inspect(nope), {
            as: NotFoundError,
            said: "manifest unknown: manifest unknown",
          });
          await refused(() => right.images.inspect(nope), {
            as: NotFoundError,
            said: expect.stringMatching(/^no such image: /i),
          });
        });
      });

      describe("asked about a login", () => {
        const { system } = right;
        const check = (body: object) => system.auth({ serveraddress: address, ...body });

        test("accepts the right one", async () => {
          expect(await check(login)).toMatchObject({ Status: "Login Succeeded" });
        });

        test.each([
          ["a wrong password", { ...login, password: wrongPassword }],
          ["a user it does not know", { ...login, username: "somebody" }],
        ])("refuses %s", (_, body) =>
          refused(() => check(body), {
            as: ServerError,
            said: `login attempt to ${scheme}://${address}/v2/ failed with status: 401 Unauthorized`,
            secret: body.password,
          }),
        );

        test("refuses nobody", () =>
          refused(() => check({}), {
            as: ServerError,
            said: `Get "${scheme}://${address}/v2/": no basic auth credentials`,
          }));
      });

      describe("with credentials of the docker CLI", () => {
        let home: HelperHome;

        beforeEach(async () => {
          home = await createHelperHome();
          vi.stubEnv("DOCKER_CONFIG", join(home.path, ".docker"));
          vi.stubEnv("DOCKER_AUTH_CONFIG", undefined);
          vi.stubEnv("PATH", home.bin);
        });

        afterEach(async () => {
          vi.unstubAllEnvs();
          await home.remove();
        });

        const asked = () => home.calls().map(({ args, input }) => `${args.join(" ")} ${input}`);
        const entry = ({ username, password } = login) => ({
          auth: Buffer.from(`${username}:${password}`).toString("base64"),
        });

        test("takes those in config.json", async () => {
          await home.config({ auths: { [address]: entry() } });
          await takesAll(client());
        });

        test("refuses wrong ones in config.json", async () => {
          await home.config({ auths: { [address]: entry({ ...login, password: wrongPassword }) } });
          await withName(() => refusesLogin(client(), wrongPassword));
        });

        test("takes those of the registry's own helper, which is asked about this registry alone", async () => {
          const { username: Username, password: Secret } = login;
          await home.helper("mine", answering({ [address]: { Username, Secret } }));
          await home.helper("others", "process.exit(3);");
          await home.config({ credHelpers: { [address]: "mine" }, credsStore: "others" });
          await takesAll(client());
          expect(new Set(asked())).toEqual(new Set([`get ${address}`]));
          expect(home.calls().every(({ program }) => program.endsWith("docker-credential-mine"))).toBe(true);
        });

        test("refuses wrong ones of a helper for all registries", async () => {
          const { username: Username } = login;
          await home.helper("all", answering({ [address]: { Username, Secret: wrongPassword } }));
          await home.config({ credsStore: "all" });
          await withName(() => refusesLogin(client(), wrongPassword));
          expect(asked()).toContain(`get ${address}`);
        });

        test("refuses nobody, where a helper and config.json know other registries only", async () => {
          const { username: Username, password: Secret } = login;
          const others = ["other.example", ...addressesBut(address)];
          await home.helper(
            "all",
            answering(Object.fromEntries(others.map((other) => [other, { Username, Secret }]))),
          );
          await home.config({ credsStore: "all" });
          await withName(() => refusesNobody(client()));
          await home.config({ auths: Object.fromEntries(others.map((other) => [other, entry()])) });
          await withName(() => refusesNobody(client()));
        });

        test("refuses nobody, where the client was given other registries' logins, whatever they sound like", () => {
          const [host = ""] = address.split(":");
          const others = [host, `${host}:1`, `other.${address}`, "docker.io", ...addressesBut(address)];
          const docker = client(Object.fromEntries(others.map((other) => [other, login])));
          return withName(() => refusesNobody(docker));
        });

        test("prefers what the client was given", async () => {
          await home.helper("mine", "process.exit(3);");
          await home.config({ credHelpers: { [address]: "mine" } });
          await withName(() => refusesNobody(client({ [address]: {} })));
          await takesAll(right);
          expect(home.calls()).toEqual([]);
        });
      });
    });
  });
}

function addressesBut(address: string): string[] {
  return registries.map((registry) => registry.address).filter((other) => other !== address);
}

/** The call fails so and not otherwise, and what it says does not show the secret. */
async function refused(
  call: () => PromiseLike<unknown>,
  { as, said, secret }: { as: new (...args: never[]) => Error; said: unknown; secret?: string },
): Promise<void> {
  const failure = await Promise.resolve(call()).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(as);
  expect(failure).toMatchObject({ message: said });
  if (secret !== undefined) expect(inspect(failure, { depth: 10 })).not.toContain(secret);
}
