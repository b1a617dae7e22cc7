import { afterAll, describe, expect, test } from "vitest";
import { hasTerminal, noTerminal, openTerminal } from "../repl/terminal.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.edges("the prompt", (engine) => {
  const docker = dockerFor(engine);
  afterAll(() => docker.close());

  describe.skipIf(!hasTerminal)(`in a real terminal${noTerminal}`, () => {
    test("lists, completes, prints and diagnoses", { timeout: 60_000 }, async () => {
      await using box = await withContainer(docker, engine, { script: "echo hello; sleep 1000" });
      const { host, certPath } = engine;
      const tls = certPath === undefined ? {} : { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: certPath };
      await using terminal = await openTerminal({ env: { DOCKER_HOST: host, ...tls }, columns: 160 });
      expect(await terminal.prompt()).toContain(
        `(DOCKER_HOST): engine ${(await docker.system.version()).Version}`,
      );

      const all = await terminal.enter("docker.containers.list()");
      expect(all).toMatch(/^ID +NAME +IMAGE +STATUS +PORTS$/m);
      expect(all).toMatch(new RegExp(`^${box.id.slice(0, 12)} +${box.name} .* Up `, "m"));
      for (const list of ["images", "networks", "volumes"]) {
        expect(await terminal.enter(`docker.${list}.list()`)).not.toContain("Uncaught");
      }

      terminal.type(`await print(docker.containers.logs("${box.name.slice(0, -1)}\t`);
      await terminal.shows(`${box.name}"`);
      terminal.type(", { follow: true }))\r");
      await terminal.shows("\nhello");
      terminal.type("\x03");
      expect(await terminal.prompt()).not.toContain("Error");

      expect(await terminal.enter(`docker.exec("${box.name}", ["echo", "from inside"])`)).toContain(
        "from inside",
      );
      expect(await terminal.enter(".diagnose")).toContain("No problems found");
      terminal.type(".exit\r");
      expect(await terminal.ended()).toBe(0);
      expect(terminal.written).toContain("[terminal restored]");
    });
  });
});
