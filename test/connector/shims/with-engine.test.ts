import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "../../../src/connector/catalogue.js";
import { formInputs } from "../../../src/connector/manifest/form-input.js";
import { platforms } from "../../../src/connector/projection/platform.js";
import { fakeDaemon } from "../../helpers/fake-daemon.js";
import { describeShim, realCommand, runShim, shimPath } from "./run-shim.js";

const web = { Id: "c1", Names: ["/web"], Image: "a:1", State: "running", Status: "Up", Labels: null };

function engine() {
  return fakeDaemon({
    "GET /version": (call) =>
      call.json(200, { Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }),
    "GET /containers/json": (call) => call.json(200, [web]),
    "POST /containers/{id}/stop": (call) => call.send(304),
    "GET /containers/{id}/export": (call) =>
      call.send(200, "the tar", { "Content-Type": "application/x-tar" }),
  });
}

/** A start of the command from its sources takes a second or two. */
const timeout = 60_000;

describeShim("the shims, with the command and an engine", () => {
  test("run an app of Splunk SOAR", { timeout }, async () => {
    await using daemon = await engine();
    const config = { socketPath: daemon.socketPath, rateLimit: 0, directory: "docker_1", appname: "-" };
    const list = {
      identifier: "list_container",
      config,
      parameters: [{ all: true, filters: "", context: { guid: "1" } }],
    };
    expect((await runShim("splunk", list, realCommand)).outcome).toMatchObject({
      results: [
        {
          status: "success",
          message: "Found 1 container.",
          data: [{ containers: [{ ...web, Labels: {} }] }],
          summary: {
            total: 1,
            running: 1,
            container_summary: [{ "container 0": { id: "c1", Name: "/web" } }],
          },
        },
      ],
    });
    const stop = { identifier: "stop_a_container", config, parameters: [{ id: "web" }] };
    expect((await runShim("splunk", stop, realCommand)).outcome).toMatchObject({
      results: [
        {
          status: "success",
          data: [{ pause: "Container web had stopped already." }],
          summary: { changed: false, stop_data: "Container web had stopped already." },
        },
      ],
    });
    const save = { identifier: "export_a_container", config, parameters: [{ id: "web" }] };
    const { outcome, left } = await runShim("splunk", save, realCommand);
    expect(outcome).toMatchObject({
      results: [{ status: "success", data: [{ export_stat: { size: 7 } }], summary: { export_data: 1 } }],
      added: [{ container: 7, name: "web.tar" }],
    });
    // The runner of the sources keeps a folder of its own there.
    expect(left.filter((name) => !name.startsWith("tsx-"))).toEqual([]);
  });

  test("run a connector of FortiSOAR", { timeout }, async () => {
    await using daemon = await engine();
    const config = { socketPath: daemon.socketPath, rate_limit: 0, config_id: "7", name: "prod" };
    const list = { operation: "list_containers", config, params: { all: true, filters: "", limit: "" } };
    expect((await runShim("fortisoar", list, realCommand)).outcome.data).toEqual([{ ...web, Labels: {} }]);
    const inspect = { operation: "inspect_container", config, params: { id: "nothing" } };
    expect((await runShim("fortisoar", inspect, realCommand)).outcome.error).toMatch(
      /^Resource not found: ./,
    );
    const health = { operation: "check_health", config, params: {} };
    expect((await runShim("fortisoar", health, realCommand)).outcome).toMatchObject({
      data: "Connector is Available - Docker API is reachable",
    });
  });

  test("run an integration of XSOAR", { timeout }, async () => {
    await using daemon = await engine();
    const params = {
      socketPath: daemon.socketPath,
      rate_limit: "0",
      integrationLogLevel: "Off",
      "Registry Username": { identifier: "", password: "", credentials: { sshkey: "" } },
    };
    const list = { command: "docker-container-list", params, args: { list_all: "true" } };
    expect((await runShim("xsoar", list, realCommand)).outcome.entries).toMatchObject([
      { prefix: "Docker.ContainerSummary", key: "Id", outputs: [{ Id: "c1", Labels: {} }] },
    ]);
    const health = { command: "test-module", params, args: {} };
    expect((await runShim("xsoar", health, realCommand)).outcome.entries).toEqual(["ok"]);
    const wrong = { command: "docker-container-stop", params, args: { id: "web", t: "soon" } };
    expect((await runShim("xsoar", wrong, realCommand)).outcome.entries).toEqual([
      { error: expect.stringContaining('timeout is "soon"') },
    ]);
  });
});

test.each(platforms)("the shim for %s hands over the files of all parameters that take one", (platform) => {
  const [, names = ""] = /^FILE_\w+ = \((.*)\)$/m.exec(readFileSync(shimPath(platform), "utf8")) ?? [];
  const files = catalogue.flatMap(({ input }) =>
    formInputs(platform, input).filter(({ field }) => field.kind === "file"),
  );
  expect([...names.matchAll(/"(\w+)"/g)].map(([, name]) => name).sort()).toEqual(
    files.map(({ name }) => name).sort(),
  );
});

test("the shims speak with the command alike", () => {
  const runs = platforms.map((platform) => {
    const text = readFileSync(shimPath(platform), "utf8");
    return text.slice(text.indexOf("def run(")).replace(/\n\n\nif .*/s, "\n");
  });
  expect(runs[0]).toContain("subprocess.Popen");
  expect(new Set(runs).size).toBe(1);
});
