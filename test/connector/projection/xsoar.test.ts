import { describe, expect, test } from "vitest";
import { forXsoar } from "../../../src/connector/projection/xsoar.js";
import { envelope, failure } from "./envelopes.js";

describe("what XSOAR gets", () => {
  test("is the answer under the action's place, with the member that tells items apart (X8)", () => {
    const data = [{ Id: "c1", Names: ["/web"], State: "running" }];
    expect(forXsoar(envelope("list_containers", { data, message: "Found 1 container." }))).toEqual({
      results: {
        readable_output: "Found 1 container.\n\n|Id|Names|State|\n|---|---|---|\n|c1|/web|running|",
        outputs_prefix: "Docker.ContainerSummary",
        outputs_key_field: "Id",
        outputs: data,
        raw_response: data,
      },
    });
  });

  test("is one object where the engine has one", () => {
    const item = { Id: "c1", Name: "/web" };
    expect(forXsoar(envelope("inspect_container", { data: [item] }))).toMatchObject({
      results: {
        readable_output: "It is done.\n\n|Name|Value|\n|---|---|\n|Id|c1|\n|Name|/web|",
        outputs_prefix: "Docker.ContainerInspectResponse",
        outputs: item,
      },
    });
  });

  test("is the status by the name that playbooks know where the answer is empty (X9)", () => {
    expect(forXsoar(envelope("remove_container", { data: [{ statusCode: 204 }] }))).toMatchObject({
      results: { outputs_prefix: "Docker.ContainerDelete", outputs: { "Status Code": 204 } },
    });
    expect(forXsoar(envelope("tag_image", { data: [{ statusCode: 201, image: "a:1" }] }))).toMatchObject({
      results: { outputs_prefix: "Docker.ImageTag", outputs: { "Status Code": 201, image: "a:1" } },
    });
    expect(forXsoar(envelope("start_session"))).toMatchObject({ results: { outputs: {} } });
  });

  test("stands at the root for commands that always had it there, and has a place of its own for new ones", () => {
    const data = [{ Id: "c1", Warnings: [] }];
    expect(forXsoar(envelope("create_container", { data }))).toMatchObject({
      results: { outputs_prefix: "Docker", outputs_key_field: "" },
    });
    expect(forXsoar(envelope("exec_container", { data }))).toMatchObject({
      results: { outputs_prefix: "Docker.ExecContainer" },
    });
  });

  test("is one word for the test of an instance, or what is wrong (X7)", () => {
    expect(forXsoar(envelope("test_connectivity", { data: [{ ok: true }] }))).toEqual({ results: "ok" });
    expect(forXsoar(failure("test_connectivity", "There is no engine."))).toEqual({
      error: "There is no engine.",
    });
  });

  test("is an error where the engine refused, never an answer that looks like success (X-2.1-1)", () => {
    expect(forXsoar(failure("inspect_container", "No such container: web", 404))).toEqual({
      error: "No such container: web",
    });
  });
});
