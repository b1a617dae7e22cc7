import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadSpecs } from "../../../scripts/spec/load.js";
import type { Spec } from "../../../scripts/spec/model.js";
import { EngineWire } from "./engine-wire.js";
import { Findings } from "./findings.js";
import { Round } from "./round.js";

describe("a round of calls", () => {
  const folder = mkdtempSync(join(tmpdir(), "docker-engine-sdk-"));
  let spec: Spec;
  let server: Server;
  let wire: EngineWire;
  let findings: Findings;
  let round: Round;
  let asked: string;
  let answer: { status: number; type?: string; text: string };

  beforeAll(async () => {
    const [oldest] = loadSpecs();
    if (oldest === undefined) throw new Error("there are no specs");
    spec = oldest;
    server = createServer((request, response) => {
      asked = `${request.method} ${request.url}`;
      response.writeHead(answer.status, { "Content-Type": answer.type ?? "application/json" });
      response.end(answer.text);
    });
    const socket = join(folder, "engine.sock");
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    wire = await EngineWire.to({ host: `unix://${socket}` });
  });

  beforeEach(() => {
    findings = new Findings();
    round = new Round(spec, wire, findings);
  });

  afterAll(() => {
    wire.close();
    server.close();
    rmSync(folder, { recursive: true });
  });

  test("tells a mismatch with its operation, address and versions", async () => {
    answer = { status: 200, text: '{"Volumes":[{"Name":1}]}' };
    await round.ask("VolumeList");
    expect(findings.mismatchLines()).toContain(
      "VolumeList: Volumes[].Name is number instead of string (API 1.40)",
    );
    expect(findings.mismatchLines()).toContain("VolumeList: Warnings is missing (API 1.40)");
  });

  test("judges every message of a stream", async () => {
    const event = { Type: "container", Action: "start", Actor: { ID: "1", Attributes: {} }, scope: "local" };
    const good = JSON.stringify({ ...event, time: 1, timeNano: 2 });
    answer = {
      status: 200,
      text: `${good}\n${JSON.stringify({ ...event, time: null, timeNano: 2 })}\n${good}\n`,
    };
    await round.ask("SystemEvents", { query: { since: 1 } });
    expect(findings.mismatchLines()).toEqual(["SystemEvents: time is null instead of integer (API 1.40)"]);
    expect(findings.bodies).toBe(3);
  });

  test("judges the body of an error by its own schema, and notes a refusal", async () => {
    answer = { status: 404, text: '{"massage":"no such container"}' };
    expect(await round.ask("ContainerInspect", { path: { id: "a/b" } })).toBeUndefined();
    expect(asked).toBe("GET /v1.40/containers/a%2Fb/json");
    expect(findings.mismatchLines()).toEqual(["ContainerInspect 404: message is missing (API 1.40)"]);
    expect(findings.refusalLines()).toEqual(["ContainerInspect: 404  (API 1.40)"]);
    expect(findings.wasAnswered("ContainerInspect", "1.40")).toBe(false);
    expect(findings.wasJudged("ContainerInspect")).toBe(false);
  });

  test("reports a body where none is told, a status that is not told, and what is no JSON", async () => {
    answer = { status: 204, text: "" };
    await round.ask("ContainerStart", { path: { id: "1" } });
    answer = { status: 304, text: "" };
    await round.ask("ContainerStart", { path: { id: "1" } });
    expect(findings.mismatchLines()).toEqual([]);
    answer = { status: 201, text: "{}" };
    await round.ask("ContainerStart", { path: { id: "1" } });
    answer = { status: 200, text: "OK" };
    await round.ask("SystemInfo");
    expect(findings.mismatchLines()).toEqual([
      "ContainerStart: the body comes with 201, which is not told (API 1.40)",
      "ContainerStart: the body is there where none is told (API 1.40)",
      "SystemInfo: the body is no JSON (API 1.40)",
    ]);
  });

  test("leaves bytes and text alone", async () => {
    answer = { status: 200, text: "OK", type: "text/plain" };
    expect(String(await round.ask("SystemPing"))).toBe("OK");
    expect(findings.mismatchLines()).toEqual([]);
    expect(findings.bodies).toBe(0);
  });
});
