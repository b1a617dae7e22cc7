import { expect, test } from "vitest";
import { envelope } from "../projection/envelopes.js";
import { describeShim, runShim } from "./run-shim.js";

const results = {
  readable_output: "Found 1 container.",
  outputs_prefix: "Docker.ContainerSummary",
  outputs_key_field: "Id",
  outputs: [{ Id: "c1" }],
  raw_response: [{ Id: "c1" }],
};
const answer = { ...envelope("list_containers"), projection: { results } };
const run = {
  command: "docker-container-list",
  params: { url: "https://10.0.0.5:2376", client_key: { credentials: { sshkey: "a-secret-key" } } },
  args: { list_all: "true" },
};

describeShim("the integration for XSOAR", () => {
  test("hands a command over on stdin and returns its results", async () => {
    const { args, request, outcome, left } = await runShim("xsoar", run, {
      answer,
      log: ["GET /x 200 1 ms"],
    });
    expect(args).toEqual(["connector", "run"]);
    expect(request).toEqual({
      platform: "xsoar",
      config: run.params,
      action: "docker-container-list",
      params: run.args,
      files: {},
      output: expect.stringContaining("tmp"),
    });
    expect(outcome).toEqual({
      entries: [
        {
          prefix: "Docker.ContainerSummary",
          key: "Id",
          outputs: [{ Id: "c1" }],
          readable: "Found 1 container.",
          raw: [{ Id: "c1" }],
        },
      ],
      lines: ["GET /x 200 1 ms"],
    });
    expect(left).toEqual([]);
  });

  test("answers the test of an instance with one word", async () => {
    const { outcome } = await runShim(
      "xsoar",
      { ...run, command: "test-module" },
      { answer: { ...answer, projection: { results: "ok" } } },
    );
    expect(outcome.entries).toEqual(["ok"]);
  });

  test("ends with an error where the command failed, and with nothing else", async () => {
    const projection = { error: "No such container: web" };
    const { outcome, left } = await runShim("xsoar", run, { answer: { ...answer, projection } });
    expect(outcome.entries).toEqual([{ error: "No such container: web" }]);
    expect(left).toEqual([]);
  });

  test.each([
    [
      "broke",
      { code: 1, log: ["The request is broken: no."] },
      "docker-engine-sdk ended with code 1: The request is broken: no.",
    ],
    ["is not there", "/no/such/docker-engine-sdk", "/no/such/docker-engine-sdk"],
  ])("ends with an error where docker-engine-sdk %s", async (_what, command, words) => {
    const { outcome, left } = await runShim("xsoar", run, command);
    expect(outcome.entries).toEqual([{ error: expect.stringContaining(words) }]);
    expect(JSON.stringify(outcome)).not.toContain("a-secret-key");
    expect(left).toEqual([]);
  });

  test("makes entries of files, and leaves none behind", async () => {
    const files = [
      { name: "web.tar", path: "{output}/web.tar", size: 3, sha256: "0", mediaType: "application/x-tar" },
    ];
    const file = { name: "web.tar", text: "the tar" };
    const { outcome, left } = await runShim("xsoar", run, { answer: { ...answer, files }, file });
    expect(outcome.entries).toEqual([
      expect.objectContaining({ File: "web.tar", Type: 3, text: "the tar" }),
      expect.objectContaining({ prefix: "Docker.ContainerSummary" }),
    ]);
    expect(left).toEqual([]);
  });

  test("hands over files of the war room by their entries, and lets other texts be", async () => {
    const load = { ...run, command: "docker-image-load", entries: { "5@42": "/war/5" } };
    const entry = await runShim("xsoar", { ...load, args: { images_tarball: "5@42" } }, { answer });
    expect(entry.request).toMatchObject({ files: { "5@42": "/war/5" } });
    const text = await runShim("xsoar", { ...load, args: { images_tarball: "dGFy" } }, { answer });
    expect(text.request).toMatchObject({ files: {}, params: { images_tarball: "dGFy" } });
  });
});
