import { expect, test } from "vitest";
import { envelope } from "../projection/envelopes.js";
import { describeShim, runShim } from "./run-shim.js";

const answer = {
  ...envelope("stop_container"),
  projection: {
    status: "success",
    message: "Stopped {web}.",
    data: [{ pause: "Stopped." }],
    summary: { changed: true },
  },
};
const run = {
  identifier: "stop_a_container",
  config: { host_ip: "https://10.0.0.5:2376", client_key: "a-secret-key" },
  parameters: [{ id: "web", context: { guid: "1" } }],
};

describeShim("the app for Splunk SOAR", () => {
  test("hands an action over on stdin, one line, and nothing of it to anyone who can see the command", async () => {
    const { args, line, request } = await runShim("splunk", run, { answer });
    expect(args).toEqual(["connector", "run"]);
    expect(line?.trimEnd().split("\n")).toHaveLength(1);
    expect(request).toEqual({
      platform: "splunk",
      config: run.config,
      action: "stop_a_container",
      params: run.parameters[0],
      files: {},
      output: expect.stringContaining("tmp"),
    });
  });

  test("fills the action result, a status and a summary (S12)", async () => {
    const { outcome, left } = await runShim("splunk", run, {
      answer,
      log: ["POST /containers/web/stop 204 12 ms"],
    });
    expect(outcome).toMatchObject({
      results: [
        {
          status: "success",
          message: "Stopped {web}.",
          data: [{ pause: "Stopped." }],
          summary: { changed: true },
        },
      ],
      summary: { total_objects: 1, total_objects_successful: 1 },
      progress: ["POST /containers/web/stop 204 12 ms"],
    });
    expect(left).toEqual([]);
  });

  test("fails where the action failed, with its words", async () => {
    const projection = { status: "failed", message: "No such container: {0}", data: [], summary: {} };
    const { outcome } = await runShim("splunk", run, { answer: { ...answer, projection } });
    expect(outcome).toMatchObject({
      results: [{ status: "failed", message: "No such container: {0}", data: [] }],
      summary: { total_objects: 1, total_objects_successful: 0 },
    });
  });

  test("says of the test of an asset whether it passed (S4)", async () => {
    const test = { ...run, identifier: "test_connectivity", parameters: [{}] };
    const passed = await runShim("splunk", test, { answer });
    expect(passed.outcome.progress).toEqual(["Test Connectivity Passed"]);
    const projection = { status: "failed", message: "No.", data: [], summary: {} };
    const failed = await runShim("splunk", test, { answer: { ...answer, projection } });
    expect(failed.outcome.progress).toEqual(["Test Connectivity Failed"]);
  });

  test("puts files into the vault and leaves none behind", async () => {
    const files = [
      { name: "web.tar", path: "{output}/web.tar", size: 3, sha256: "0", mediaType: "application/x-tar" },
    ];
    const file = { name: "web.tar", text: "tar" };
    const { outcome, left } = await runShim("splunk", run, { answer: { ...answer, files }, file });
    expect(outcome.added).toEqual([
      { container: 7, name: "web.tar", path: expect.stringContaining("vault") },
    ]);
    expect(outcome.results).toMatchObject([
      {
        status: "success",
        data: [{ pause: "Stopped.", files: [{ name: "web.tar", size: 3, vault_id: "0123" }] }],
      },
    ]);
    expect(left).toEqual([]);
  });

  test("hands over files of the vault by their ids, and lets other texts be", async () => {
    const load = {
      ...run,
      identifier: "image_load",
      vault: { abc: "/vault/abc" },
      parameters: [{ archive: "abc" }, { archive: "dGFy" }],
    };
    const { request, outcome } = await runShim("splunk", load, { answer });
    expect(outcome.results).toHaveLength(2);
    expect(request).toMatchObject({ params: { archive: "dGFy" }, files: {} });
    const [first] = load.parameters;
    const only = await runShim("splunk", { ...load, parameters: [first] }, { answer });
    expect(only.request).toMatchObject({ params: { archive: "abc" }, files: { abc: "/vault/abc" } });
  });

  test.each([
    [
      "broke",
      { code: 1, log: ["The request is broken: no."] },
      "docker-engine-sdk ended with code 1: The request is broken: no.",
    ],
    [
      "ended before it read",
      { code: 3, reads: false, log: ["Oh."] },
      "docker-engine-sdk ended with code 3: Oh.",
    ],
  ])("fails where the command %s, with its last line", async (_what, command, message) => {
    const big = { ...run, parameters: [{ id: "x".repeat(300_000) }] };
    const { outcome, left } = await runShim("splunk", big, command);
    expect(outcome.results).toMatchObject([{ status: "failed", message }]);
    expect(left).toEqual([]);
  });

  test("fails where the command is not there, and names it", async () => {
    const { outcome } = await runShim("splunk", run, "/no/such/docker-engine-sdk");
    expect(outcome.results).toMatchObject([
      { status: "failed", message: expect.stringContaining("/no/such/docker") },
    ]);
    expect(JSON.stringify(outcome)).not.toContain("a-secret-key");
  });

  test("takes an answer that is bigger than a pipe, and a long log beside it", async () => {
    const data = [{ containers: Array.from({ length: 20_000 }, (_, index) => ({ Id: `ü${index}` })) }];
    const log = Array.from({ length: 5000 }, (_, index) => `line ${index} ${"x".repeat(50)}`);
    const big = { ...answer, projection: { ...answer.projection, data } };
    const { outcome } = await runShim("splunk", run, { answer: big, log });
    expect(outcome.results).toMatchObject([{ data }]);
    expect(outcome.progress).toEqual(log);
  });
});
