import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { envelope } from "../projection/envelopes.js";
import { describeShim, runShim } from "./run-shim.js";

const answer = { ...envelope("inspect_container"), projection: { result: { Id: "c1" } } };
const run = { operation: "inspect_container", config: { server_address: "10.0.0.5" }, params: { id: "web" } };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "uploads-"));
  for (const name of ["cert.pem", "key.pem", "ca.pem", "site.tar"])
    await writeFile(join(folder, name), `text of ${name}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeShim("the connector for FortiSOAR", () => {
  test("hands an operation over on stdin and returns the answer", async () => {
    const { args, request, outcome, left } = await runShim("fortisoar", run, {
      answer,
      log: ["GET /x 200 1 ms"],
    });
    expect(args).toEqual(["connector", "run"]);
    expect(request).toEqual({
      platform: "fortisoar",
      config: run.config,
      action: "inspect_container",
      params: run.params,
      files: {},
      output: expect.stringContaining("tmp"),
    });
    expect(outcome).toMatchObject({ data: { Id: "c1" }, log: [["info", "GET /x 200 1 ms"]] });
    expect(left).toEqual([]);
  });

  test("raises what the action failed with", async () => {
    const projection = { error: "Resource not found: No such container: web" };
    const { outcome } = await runShim("fortisoar", run, { answer: { ...answer, projection } });
    expect(outcome).toMatchObject({ error: "Resource not found: No such container: web" });
  });

  test("raises what the command ended with", async () => {
    const { outcome, left } = await runShim("fortisoar", run, {
      code: 1,
      log: ["The request is broken: no."],
    });
    expect(outcome).toMatchObject({
      error: "docker-engine-sdk ended with code 1: The request is broken: no.",
    });
    expect(left).toEqual([]);
  });

  test("logs warnings", async () => {
    const meta = { ...answer.meta, warnings: ["Plain HTTP."] };
    const { outcome } = await runShim("fortisoar", run, { answer: { ...answer, meta } });
    expect(outcome.log).toEqual([["warning", "Plain HTTP."]]);
  });

  test("tells of its health in a sentence, and raises where there is none (F16, F-2.3-15)", async () => {
    const health = { ...run, operation: "check_health" };
    const well = await runShim("fortisoar", health, { answer: { ...answer, projection: { result: {} } } });
    expect(well.outcome).toMatchObject({ data: "Connector is Available - Docker API is reachable" });
    expect(well.request).toMatchObject({ action: "test_connectivity" });
    const ill = await runShim("fortisoar", health, {
      answer: { ...answer, projection: { error: "There is no engine." } },
    });
    expect(ill.outcome).toMatchObject({ error: "Connector is Not Available - There is no engine." });
  });

  test("gives certificates as text and leaves no key on the disk (F7)", async () => {
    const config = {
      ...run.config,
      cert_path: { "@id": "/api/3/files/cert", filename: "cert.pem" },
      key_path: "/api/3/files/key",
      ca_cert_path: "-----BEGIN CERTIFICATE-----…",
    };
    const files = {
      "/api/3/files/cert": join(folder, "cert.pem"),
      "/api/3/files/key": join(folder, "key.pem"),
    };
    const { request, left } = await runShim("fortisoar", { ...run, config, files }, { answer });
    expect(request?.config).toEqual({
      ...run.config,
      cert_path: "text of cert.pem",
      key_path: "text of key.pem",
      ca_cert_path: "-----BEGIN CERTIFICATE-----…",
    });
    expect(left).toEqual([]);
  });

  test.each([
    ["Attachment ID", "12"],
    ["Attachment ID", "/api/3/attachments/12"],
    ["File IRI", "/api/3/files/site"],
  ])("hands over a file by its %s %s", async (input, value) => {
    const copy = {
      ...run,
      operation: "copy_to_container",
      params: { id: "web", path: "/srv", input, value },
      attachments: { "/api/3/attachments/12": "/api/3/files/site" },
      files: { "/api/3/files/site": join(folder, "site.tar") },
    };
    const { request, left } = await runShim("fortisoar", copy, { answer });
    expect(request).toMatchObject({
      params: copy.params,
      files: { [value]: expect.stringMatching(/^\/.*\/0$/) },
    });
    expect(left).toEqual([]);
  });

  test("uploads files, and returns what they are known by there (F-2.3-11)", async () => {
    const files = [
      { name: "web.tar", path: "{output}/web.tar", size: 3, sha256: "0", mediaType: "application/x-tar" },
    ];
    const exported = { ...answer, files, projection: { result: { name: "web.tar", size: 3 } } };
    const file = { name: "web.tar", text: "the tar" };
    const { outcome, left } = await runShim("fortisoar", run, { answer: exported, file });
    expect(outcome).toMatchObject({
      data: { name: "web.tar", size: 3, "@id": "/api/3/attachments/1", id: 1 },
      uploaded: [{ name: "web.tar", filename: "web.tar", attachment: true, text: "the tar" }],
    });
    expect(left).toEqual([]);
  });
});
