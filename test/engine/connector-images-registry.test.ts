import { afterAll, describe, expect, test } from "vitest";
import type { Connector } from "../../src/connector/connector.js";
import { NotFoundError } from "../../src/errors.js";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { dockerFor } from "./docker-for.js";
import { testRegistries } from "./registry/registries.js";
import { describeEngines } from "./setup/each-engine.js";

const registries = await testRegistries();

for (const { kind, address, login, unreachable } of registries) {
  describeEngines(`the connector's images in a registry with a login ${kind}`, (engine) => {
    const reason = unreachable(engine.name);
    describe.skipIf(reason !== undefined)(reason === undefined ? "serves" : `is left out: ${reason}`, () => {
      const docker = dockerFor(engine);
      const connectors: Connector[] = [];
      const names: string[] = [];
      const area = engine.uniqueName("connector");
      const labels = { ...engine.labels, area };
      afterAll(async () => {
        for (const name of names.reverse()) {
          await docker.images.remove(name, { force: true }).catch((error: unknown) => {
            if (!(error instanceof NotFoundError)) throw error;
          });
        }
        // Those that another one has taken the name of.
        await docker.images.prune({ filters: { label: [`area=${area}`] } });
        await Promise.all([docker, ...connectors].map((one) => one.close()));
      });

      const connector = (config: object) => {
        const one = connectorFor(engine, config);
        connectors.push(one);
        return one;
      };
      const credentials = {
        registryUsername: login.username,
        registryPassword: login.password,
        registryServerAddress: address,
      };
      const right = connector(credentials);
      const nobody = connector({});
      const wrongPassword = "wrong ~~~???";
      const wrong = connector({ ...credentials, registryPassword: wrongPassword });

      const newName = (tag = "1") => {
        const name = `${address}/${engine.uniqueName("connector")}:${tag}`;
        names.push(name);
        return name;
      };

      test("takes a login that is right, and no other", async () => {
        const { username, password } = login;
        const taken = await nobody.execute("auth", { username, password, serveraddress: address });
        expect(checkOutput(taken).data[0]?.Status).toBe("Login Succeeded");
        const refused = await nobody.execute("auth", {
          username,
          password: wrongPassword,
          serveraddress: address,
        });
        expect(refused.error?.category).toMatch(/unauthorized|server_error/);
        expect(JSON.stringify(refused)).not.toContain(wrongPassword);
      });

      /** An image of its own that the registry has under the name. */
      async function pushed(name: string, content: string): Promise<{ id: string; digest: string }> {
        const built = checkOutput(
          await right.execute("build_image", {
            t: name,
            labels,
            dockerfile_content: `FROM ${engine.image}\nLABEL content=${content}\n`,
          }),
        );
        const lines: string[] = [];
        const envelope = checkOutput(
          await right.execute("push_image", { name }, { onProgress: (line) => lines.push(line) }),
        );
        expect(lines.some((line) => /: (Pushed|Layer already exists|Mounted from .*)$/.test(line))).toBe(
          true,
        );
        const [{ digest = "" } = {}] = envelope.data;
        expect(envelope.data).toMatchObject([{ image: name, tag: "1", digest }]);
        return { id: built.data[0]?.id ?? "", digest };
      }

      test("are pushed, looked up and pulled (X5, F5)", { timeout: 60_000 }, async () => {
        const name = newName();
        const { id, digest } = await pushed(name, "a");
        const found = checkOutput(await right.execute("inspect_distribution", { name }));
        expect(found.data).toMatchObject([{ Descriptor: { digest } }]);
        expect((await right.execute("inspect_distribution", { name })).data).toEqual(found.data);

        await right.execute("remove_image", { name });
        const pulled = checkOutput(await right.execute("pull_image", { fromImage: name } as never));
        expect(pulled.data).toMatchObject([{ id, digest, image: name, downloaded: true }]);
        const again = checkOutput(
          await right.execute("docker-image-create", { from_image: name.replace(/:1$/, ""), tag: digest }),
        );
        expect(again.data).toMatchObject([{ id, digest }]);
        await right.execute("remove_image", { name: name.replace(/:1$/, `@${digest}`) });
      });

      test("are refused to others, and nothing of the credentials is told (F-2.3-10)", async () => {
        const name = newName();
        await nobody.execute("tag_image", { name: engine.image, repo: name });
        for (const other of [nobody, wrong]) {
          for (const [action, parameters] of [
            ["push_image", { name }],
            ["pull_image", { from_image: name }],
            ["update_images", { image: name }],
            ["inspect_distribution", { name }],
          ] as const) {
            const refused = await other.execute<string>(action, parameters);
            expect(refused.status, action).toBe("failed");
            expect(refused.message).toMatch(/unauthorized|no basic auth credentials/i);
            expect(JSON.stringify(refused)).not.toContain(wrongPassword);
          }
        }
      });

      test("are updated where the registry has newer ones", { timeout: 60_000 }, async () => {
        const name = newName();
        const old = await pushed(name, "old");
        const kept = newName("kept");
        await right.execute("tag_image", { name, repo: kept });
        const fresh = await pushed(name, "fresh");
        await right.execute("tag_image", { name: kept, repo: name });

        const updated = checkOutput(await right.execute("docker_image_update", { image: name }));
        expect(updated).toMatchObject({
          data: [{ image: name, oldId: old.id, newId: fresh.id, changed: true }],
          message: "Updated 1 of 1 image, 0 had nothing newer.",
        });
        const same = checkOutput(await right.execute("update_images", { image: name }));
        expect(same.data).toEqual([{ image: name, oldId: fresh.id, newId: fresh.id, changed: false }]);
      });

      test("are the base of builds with credentials for it", { timeout: 60_000 }, async () => {
        const base = newName();
        await pushed(base, "base");
        await right.execute("remove_image", { name: base });
        const t = newName();
        const parameters = {
          t,
          labels,
          dockerfile_content: `FROM ${base}\n`,
          nocache: true,
          forcerm: true,
        };
        expect(await nobody.execute("build_image", parameters)).toMatchObject({ status: "failed" });
        const registry_config = JSON.stringify({ [address]: login });
        const built = checkOutput(await nobody.execute("build_image", { ...parameters, registry_config }));
        expect(JSON.stringify(built)).not.toContain(login.password);
        checkOutput(await right.execute("build_image", { ...parameters, pull: "true" }));
        await right.execute("remove_image", { name: t });
        await right.execute("remove_image", { name: base });
        // The base of an image of packages is pulled with credentials too.
        const created = await right.execute("create_image_from_packages", {
          name: t,
          packages: "curl",
          base,
        });
        expect(created.message).toContain("The base has neither apk nor apt-get.");
      });
    });
  });
}
