import { describe, expect, test } from "vitest";
import { checkOutput } from "../check-output.js";
import { fakeConnector } from "../fake-connector.js";
import { node, secret, service } from "./swarm-answers.js";

describe("an update", () => {
  test("of a node keeps what is not given, and says the version that was read", async () => {
    const update = await updated("nodes", node, "docker-node-update", {
      id: "n1",
      version: "7",
      nodespec_availability: "Drain",
    });
    expect(update).toMatchObject({
      sent: "version=7",
      body: { ...node.Spec, Availability: "drain" },
      envelope: { message: "Successfully updated node n1.", data: [{ statusCode: 200 }] },
    });
  });

  test("of a node takes away the labels where an empty object is given", async () => {
    const { body } = await updated("nodes", node, "update_node", { id: "n1", version: 7, labels: "{}" });
    expect(body).toEqual({ ...node.Spec, Labels: {} });
  });

  test("of a secret changes its labels and keeps its name", async () => {
    const update = await updated("secrets", secret, "docker-secret-update", {
      id: "key",
      version: "7",
      secretspec_labels: '{"team": "b"}',
    });
    expect(update).toMatchObject({ sent: "version=7", body: { Name: "key", Labels: { team: "b" } } });
    expect(update.envelope.message).toBe("Successfully updated secret key.");
  });

  test("of a service replaces what is given and keeps the rest", async () => {
    const { sent, body, envelope } = await updated(
      "services",
      service,
      "docker-service-update",
      {
        id: "web",
        version: "7",
        servicespec_tasktemplate_containerspec: '{"Image": "web:2"}',
        servicespec_mode_replicated: '{"Replicas": "5"}',
      },
      { Warnings: ["unpinned"] },
    );
    expect(sent).toBe("version=7");
    expect(body).toEqual({
      ...service.Spec,
      TaskTemplate: { ContainerSpec: { Image: "web:2" }, ForceUpdate: 0 },
      Mode: { Replicated: { Replicas: "5" } },
    });
    expect(envelope).toMatchObject({
      message: "Successfully updated service web.",
      data: [{ Warnings: ["unpinned"] }],
      meta: { warnings: ["unpinned"] },
    });
  });

  test("of a service takes back the last change with its version alone, and credentials by their misspelt name (X-2.1-3)", async () => {
    const { sent, body, envelope } = await updated("services", service, "update_service", {
      id: "web",
      version: 7,
      rollback: "previous",
      registery_auth_from: "previous spec",
    });
    expect(sent).toBe("version=7&registryAuthFrom=previous-spec&rollback=previous");
    expect(body).toEqual(service.Spec);
    expect(envelope).toMatchObject({
      message: "Successfully rolled back service web.",
      data: [{ Warnings: [] }],
    });
  });

  test.each(["update_service", "update_node", "update_secret"])(
    "%s wants the version (F15)",
    async (name) => {
      await using fake = await fakeConnector();
      const { error, message } = await fake.connector.execute(name, { id: "a", version: "" });
      expect(error?.category).toBe("validation");
      expect(message).toMatch(/version is missing/);
      expect(fake.calls).toEqual([]);
    },
  );

  test("of what has changed meanwhile fails with the engine's words (X-2.1-1)", async () => {
    await using fake = await fakeConnector({
      "GET /nodes/{id}": (call) => call.json(200, node),
      "POST /nodes/{id}/update": (call) => call.json(500, { message: "update out of sequence" }),
    });
    expect(await fake.connector.execute("update_node", { id: "n1", version: "3" })).toMatchObject({
      status: "failed",
      message: "update out of sequence",
      error: { category: "server_error", retryable: false, endpoint: expect.stringMatching(/^POST/) },
    });
  });
});

/** Runs an update on a fake engine that has `present`, and gives what it was sent. */
async function updated(noun: string, present: object, name: string, parameters: object, answer?: object) {
  let body: unknown;
  await using fake = await fakeConnector({
    [`GET /${noun}/{id}`]: (call) => call.json(200, present),
    [`POST /${noun}/{id}/update`]: async (call) => {
      body = JSON.parse((await call.body()).toString());
      if (answer === undefined) call.send(200);
      else call.json(200, answer);
    },
  });
  const envelope = await fake.connector.execute(name, parameters);
  expect(envelope.error).toBeUndefined();
  checkOutput(envelope);
  expect(fake.calls.map(({ method }) => method)).toEqual(["GET", "POST"]);
  const sent = [...(fake.calls[1]?.query ?? [])].map(([key, value]) => `${key}=${value}`).join("&");
  return { sent, body, envelope };
}
