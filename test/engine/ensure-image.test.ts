import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureImage } from "../../src/actions/ensure-image.js";
import { run } from "../../src/actions/run.js";
import type { Newest } from "../../src/client/api-version.js";
import { EngineClient } from "../../src/client/client.js";
import { Connection } from "../../src/client/connection.js";
import type { DockerOptions } from "../../src/client/options.js";
import { NotFoundError } from "../../src/errors.js";
import { dockerFor } from "./docker-for.js";
import { testRegistries } from "./registry/registries.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

const registries = await testRegistries();

describeEngines("an image that is needed", (engine) => {
  // One that the engine reaches and trusts; how it is spoken with makes no difference here.
  const [first] = registries;
  const used = registries.find(({ unreachable }) => unreachable(engine.name) === undefined) ?? first;
  if (used === undefined) throw new Error("there is no registry, not even one to leave out");
  const { address: registry, login } = used;
  const { username, password } = login;
  const left = used.unreachable(engine.name);
  const reason = left === undefined ? "" : `, is left out: ${left}`;
  const registryAuth = { [registry]: { username, password } };
  const docker = dockerFor(engine, { registryAuth });
  const { client, close } = clientFor(engine, { registryAuth });
  afterAll(() => Promise.all([docker.close(), close()]));

  test("is taken as it is where it is here", async () => {
    const { Id, Os, Architecture } = await docker.images.inspect(engine.image);
    for (const options of [{}, { platform: `${Os}/${Architecture}` }]) {
      expect(await ensureImage(client, engine.image, options)).toMatchObject({ id: Id, pulled: false });
    }
    expect(await ensureImage(client, Id)).toEqual({ id: Id, digest: undefined, pulled: false });
  });

  test("is not looked for in a registry by its id", async () => {
    await expect(ensureImage(client, `sha256:${"0".repeat(64)}`)).rejects.toThrow(NotFoundError);
  });

  describe.skipIf(reason !== "")(`and missing${reason}`, () => {
    const name = `${registry}/${engine.uniqueName("needed")}:1`;
    const secret = randomBytes(8).toString("hex");
    let pushed: { id: string; digest: string };
    const remove = () => docker.images.remove(name, { force: true });

    // Nothing of it stays here: neither name nor layers, which no other image has.
    beforeEach(async () => {
      const dockerfile = `FROM ${engine.image}\nCOPY secret /secret\n`;
      const { id } = await docker.build({ dockerfile, files: { secret } }, { tag: name });
      const { digest } = await docker.images.push(name);
      pushed = { id: String(id), digest };
      await remove();
      await expect(docker.images.inspect(name)).rejects.toThrow(NotFoundError);
    });
    afterEach(() => remove().catch(() => undefined));

    test("is pulled, once", async () => {
      expect(await ensureImage(client, name)).toEqual({ ...pushed, pulled: true });
      expect(await ensureImage(client, name)).toEqual({ ...pushed, pulled: false });
      expect(await ensureImage(client, name, { pull: "always" })).toEqual({ ...pushed, pulled: true });
      const exact = name.replace(/:1$/, `@${pushed.digest}`);
      expect(await ensureImage(client, exact)).toEqual({ ...pushed, pulled: false });
    });

    test("is pulled by two at a time", async () => {
      const both = await Promise.all([ensureImage(client, name), ensureImage(client, name)]);
      expect(both.map(({ id }) => id)).toEqual([pushed.id, pushed.id]);
    });

    test("is pulled by a run, which tells of it", async () => {
      const steps: unknown[] = [];
      const options = {
        labels: engine.labels,
        onPull: ({ status }: { status?: string }) => steps.push(status),
      };
      expect(await run(client, name, ["cat", "/secret"], options)).toMatchObject({ stdout: secret });
      expect(steps).toContain("Pull complete");
      const told = steps.length;
      expect(await run(client, name, ["cat", "/secret"], options)).toMatchObject({ stdout: secret });
      expect(steps).toHaveLength(told);
      await run(client, name, ["true"], { ...options, pull: "always" });
      expect(steps.length).toBeGreaterThan(told);
    });

    test("is not pulled by a run that must not", async () => {
      const never = run(client, name, ["true"], { pull: "never" });
      await expect(never).rejects.toThrow(/No such image.*docker\.images\.pull/);
      await expect(docker.images.inspect(name)).rejects.toThrow(NotFoundError);
    });

    test("is not there for a platform that nobody made it for", async () => {
      await ensureImage(client, name);
      const options = { platform: "linux/s390x", name: engine.uniqueName("platform"), labels: engine.labels };
      await expect(run(client, name, ["true"], options)).rejects.toThrow(/platform|manifest/);
      await expect(docker.containers.inspect(options.name)).rejects.toThrow(NotFoundError);
    });

    test("is not pulled with wrong credentials", async () => {
      const wrong = { [registry]: { username, password: "wrong ~~~???" } };
      const { client, close } = clientFor(engine, { registryAuth: wrong });
      for (const call of [() => ensureImage(client, name), () => run(client, name, ["true"])]) {
        const failure = await call().catch((error: unknown) => error);
        expect(String(failure)).toMatch(
          /unauthorized|authentication required|no basic auth credentials|denied/,
        );
        expect(String(failure)).not.toContain("wrong ~~~???");
      }
      await close();
    });
  });
});

function clientFor(
  { host, certPath }: TestEngine,
  options: DockerOptions,
): { client: EngineClient<Newest>; close: () => Promise<void> } {
  const file = (name: string) => ({ file: join(certPath ?? "", name) });
  const tls = certPath ? { ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") } : undefined;
  const connection = new Connection({ host, ...(tls && { tls }), ...options });
  return { client: new EngineClient<Newest>(connection), close: () => connection.close() };
}
