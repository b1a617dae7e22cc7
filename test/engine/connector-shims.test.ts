import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeShim, realCommand, runShim } from "../connector/shims/run-shim.js";
import { connectorFor } from "./connector-for.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

/** Each run starts Python, and that the command. */
const timeout = 120_000;

describeShim("the shims", () => {
  describeEngines("work", (engine) => {
    test("for Splunk SOAR, which gets an export into its vault", { timeout }, async () => {
      await using connector = connectorFor(engine);
      const name = engine.uniqueName("shim");
      const labels = { ...engine.labels };
      const created = await connector.execute("create_container", { name, image: engine.image, labels });
      expect(created).toMatchObject({ status: "success" });
      try {
        const run = (identifier: string, parameters: object) =>
          runShim("splunk", { identifier, config: configOf(engine), parameters: [parameters] }, realCommand);
        const filters = JSON.stringify({ name: [name] });
        expect((await run("list_container", { all: true, filters })).outcome.results).toMatchObject([
          {
            status: "success",
            data: [{ containers: [{ Id: created.data[0]?.Id }] }],
            summary: {
              container_summary: [{ "container 0": { id: created.data[0]?.Id, Name: `/${name}` } }],
            },
          },
        ]);
        expect((await run("export_a_container", { id: name })).outcome).toMatchObject({
          results: [{ status: "success", summary: { export_data: 1 } }],
          added: [{ name: `${name}.tar` }],
        });
        expect((await run("remove_container", { id: name, force: true })).outcome).toMatchObject({
          results: [{ status: "success", data: [{ "remove container": expect.stringContaining(name) }] }],
        });
      } finally {
        await connector.execute("remove_container", { id: name, force: true });
      }
    });

    test("for FortiSOAR", { timeout }, async () => {
      const run = { operation: "get_version", config: configOf(engine), params: {} };
      expect((await runShim("fortisoar", run, realCommand)).outcome).toMatchObject({
        data: { ApiVersion: engine.apiVersion },
      });
    });

    test("for XSOAR", { timeout }, async () => {
      const run = { command: "docker-system-version", params: configOf(engine), args: {} };
      expect((await runShim("xsoar", run, realCommand)).outcome.entries).toMatchObject([
        { prefix: "Docker.SystemVersion", outputs: { ApiVersion: engine.apiVersion } },
      ]);
    });
  });
});

/** As a platform's form holds it: one line for a PEM text. */
function configOf({ host, certPath }: TestEngine): object {
  const pem = (name: string) => readFileSync(join(certPath ?? "", name), "utf8").replaceAll("\n", "\\n");
  const tls =
    certPath === undefined
      ? {}
      : { ca_cert: pem("ca.pem"), client_cert: pem("cert.pem"), client_key: pem("key.pem") };
  return { url: host, rate_limit: "0", ...tls };
}
