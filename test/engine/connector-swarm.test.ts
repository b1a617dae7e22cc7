import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActionName } from "../../src/connector/catalogue.js";
import type { Envelope } from "../../src/connector/envelope.js";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

const bridge = "docker_gwbridge";

describeEngines("the connector's swarm", (engine) => {
  const connector = connectorFor(engine);
  const docker = dockerFor(engine);
  let wasElsewhere = false;
  let hadBridge = true;

  /** Runs an action that goes well, and holds its data against its fields. */
  const run = async (name: ActionName, parameters: object = {}) =>
    checkOutput(await connector.execute(String(name), parameters));

  /** Reads until nothing changes any more, and so at least twice. */
  async function read(name: ActionName, parameters: object = {}): Promise<Envelope> {
    let last = await run(name, parameters);
    const isSame = async () => {
      const before = last;
      last = await run(name, parameters);
      return isDeepStrictEqual(last.data, before.data);
    };
    await expect.poll(isSame, { timeout: 10_000 }).toBe(true);
    return last;
  }

  async function versionOf(name: "inspect_node" | "inspect_secret" | "inspect_service", id: string) {
    const { Version } = (await read(name, { id })).data[0] as { Version: { Index: number } }; // checked just there
    return String(Version.Index);
  }

  beforeAll(async () => {
    const { Swarm } = await docker.system.info();
    wasElsewhere = Swarm?.LocalNodeState !== "inactive";
    if (wasElsewhere) return;
    hadBridge = (await docker.networks.list({ filters: { name: [bridge] } })).length > 0;
    expect(await connector.execute("list_nodes")).toMatchObject({
      status: "failed",
      error: { category: "unavailable", httpStatus: 503, retryable: false },
    });
    const { data, summary } = await run("swarm_init", {
      listen_addr: "127.0.0.1:2377",
      advertise_addr: "127.0.0.1",
      spec_labels: JSON.stringify(engine.labels),
      spec_orchestration: '{"TaskHistoryRetentionLimit": 2}',
    });
    expect(summary).toEqual(data[0]);
  });

  afterAll(async () => {
    if (!wasElsewhere) {
      expect((await connector.execute("swarm_leave")).message).toMatch(/manager/);
      expect((await run("swarm_leave", { force: "true" })).data).toEqual([{ statusCode: 200 }]);
      // It outlives the swarm.
      if (!hadBridge) await docker.networks.remove(bridge).catch(() => {});
    }
    await connector.close();
    await docker.close();
  });

  describe("of one node", () => {
    test("tells of itself", async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const { data, message } = await read("swarm_inspect");
      const [{ ID, Spec, DefaultAddrPool, JoinTokens } = {}] = data;
      expect(Spec).toMatchObject({ Labels: engine.labels, Orchestration: { TaskHistoryRetentionLimit: 2 } });
      expect(JoinTokens).toMatchObject({ Worker: expect.stringMatching(/^SWMTKN-1-/) });
      expect(DefaultAddrPool).toBeInstanceOf(Array);
      expect(message).toBe(`Read swarm ${ID}.`);
      expect(await read("swarm_unlock_key")).toMatchObject({
        data: [{ UnlockKey: "" }],
        message: expect.stringMatching(/no key/),
      });
    });

    test("refuses to be joined to another, unlocked or made once more", async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const join_token = "SWMTKN-1-hidden-hidden";
      const refusals = [
        await connector.execute("swarm_join", { remote_addrs: "127.0.0.1:2377", join_token }),
        await connector.execute("swarm_init", { advertise_addr: "127.0.0.1" }),
        await connector.execute("swarm_unlock", { unlock_key: "SWMKEY-1-hidden" }),
      ];
      expect(refusals.map(({ status, error }) => [status, error?.httpStatus])).toEqual([
        ["failed", 503],
        ["failed", 503],
        ["failed", 409],
      ]);
      expect(JSON.stringify(refusals)).not.toContain("hidden");
    });

    test("has a node that is drained and made active again", async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const { data, summary } = await read("list_nodes", { filters: "role=manager" });
      const id = String(data[0]?.ID);
      expect(summary).toEqual({ total: 1, ready: 1 });
      const update = async (parameters: object) =>
        run("update_node", { id, version: await versionOf("inspect_node", id), ...parameters });
      await update({ labels: '{"zone": "a"}' });
      await update({ availability: "drain" });
      const drained = await read("inspect_node", { id });
      expect(drained.summary).toEqual({ State: "ready", Role: "manager", Availability: "drain" });
      expect(drained.data[0]?.Spec).toMatchObject({ Labels: { zone: "a" } });
      await update({ availability: "Active", labels: {} });
      expect((await read("inspect_node", { id })).data[0]?.Spec).toMatchObject({
        Labels: {},
        Availability: "active",
      });
      expect(
        await connector.execute("update_node", { id, version: "1", availability: "pause" }),
      ).toMatchObject({
        status: "failed",
        message: expect.stringMatching(/out of sequence/),
      });
      expect((await connector.execute("remove_node", { id, force: "true" })).error?.category).toMatch(
        /bad_request|conflict|server_error/,
      );
      expect((await connector.execute("inspect_node", { id: "nope" })).error?.category).toBe("not_found");
    });

    test("keeps secrets", async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const name = engine.uniqueName("secret");
      const labels = JSON.stringify(engine.labels);
      const made = await run("create_secret", { name, labels, plain_data: "hunter2" });
      const id = String(made.data[0]?.ID);
      const listed = await read("list_secrets", { filters: { name: [name] } });
      expect(listed.data).toMatchObject([{ ID: id, Spec: { Name: name, Labels: engine.labels } }]);
      const version = await versionOf("inspect_secret", name);
      await run("update_secret", { id, version, labels: { ...engine.labels, new: "label" } });
      expect((await read("inspect_secret", { id })).data[0]?.Spec).toMatchObject({
        Name: name,
        Labels: { new: "label" },
      });
      const again = await connector.execute("create_secret", { name, data: "aHVudGVyMg==" });
      expect(again.error?.category).toBe("conflict");
      expect(JSON.stringify([made, listed, again])).not.toMatch(/hunter2|aHVudGVyMg/);
      expect((await run("remove_secret", { id })).data).toEqual([{ statusCode: 204 }]);
      expect((await connector.execute("remove_secret", { id })).error?.category).toBe("not_found");
    });

    test("keeps configs", async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const name = engine.uniqueName("config");
      const data = Buffer.from("hello é").toString("base64");
      const labels = JSON.stringify(engine.labels);
      const made = await run("create_config", { name, labels, data });
      const id = String(made.data[0]?.ID);
      try {
        expect((await read("list_configs", { filters: `name=${name}` })).data).toMatchObject([{ ID: id }]);
        expect((await read("inspect_config", { id: name })).data).toMatchObject([
          { ID: id, Spec: { Name: name, Labels: engine.labels, Data: data } },
        ]);
      } finally {
        await docker.configs.remove(id);
      }
    });

    test("runs a service, tells its tasks and their output, changes it and takes that back", {
      timeout: 120_000,
    }, async ({ skip }) => {
      skip(wasElsewhere, "the engine is part of a swarm already");
      const name = engine.uniqueName("service");
      const made = await run("create_service", serviceOf(engine, name));
      const id = String(made.data[0]?.ID);
      try {
        const running = async (): Promise<string[]> => {
          const filters = JSON.stringify({ service: [name], "desired-state": "running" });
          const { data } = await run("list_tasks", { filters });
          return data
            .filter(({ Status }) => (Status as { State: string }).State === "running")
            .map(({ ID }) => String(ID));
        };
        await expect.poll(running, { timeout: 30_000, interval: 200 }).toHaveLength(2);
        const [task = ""] = await running();
        const inspected = await read("inspect_task", { id: task });
        expect(inspected).toMatchObject({
          data: [{ ID: task, ServiceID: id }],
          summary: { State: "running", DesiredState: "running" },
        });
        await read("list_tasks", { filters: { service: name } });

        const listed = await read("list_services", { filters: { name: [name] }, status: "true" });
        expect(listed.data).toMatchObject([
          { ID: id, ServiceStatus: { RunningTasks: 2, DesiredTasks: 2 }, Spec: { Labels: engine.labels } },
        ]);

        const lines = async (action: "service_logs" | "task_logs", of: string) =>
          (await run(action, { id: of, tail: "10" })).data
            .map(({ stream, text }) => `${stream} ${text}`)
            .toSorted();
        // The output takes a moment from the container to the swarm's logs.
        await expect
          .poll(() => lines("service_logs", name), { timeout: 40_000 })
          .toEqual(["stderr oops", "stderr oops", "stdout hello é", "stdout hello é"]);
        expect(await lines("task_logs", task)).toEqual(["stderr oops", "stdout hello é"]);
        const told: string[] = [];
        for (const [action, of] of [["service_logs", id] as const, ["task_logs", task] as const]) {
          const followed = await connector.execute(
            action,
            { id: of, follow: "true", stderr: "false" },
            { bounds: { time: 2000 }, onProgress: (line) => told.push(line) },
          );
          expect(checkOutput(followed).meta.truncated).toBe(true);
          expect(followed.data).toContainEqual({ stream: "stdout", text: "hello é" });
        }
        expect(told).toEqual(["hello é", "hello é", "hello é"]);

        const update = async (parameters: object) =>
          run("update_service", {
            id: name,
            version: await versionOf("inspect_service", name),
            ...parameters,
          });
        const spec = async (more = {}) => (await read("inspect_service", { id, ...more })).data[0]?.Spec;
        const before = await spec();
        await update({ mode_replicated: '{"Replicas": 1}' });
        expect(await spec()).toEqual({ ...(before as object), Mode: { Replicated: { Replicas: 1 } } });
        await expect.poll(running, { timeout: 30_000, interval: 200 }).toHaveLength(1);
        expect((await update({ rollback: "previous" })).message).toBe(
          `Successfully rolled back service ${name}.`,
        );
        expect(await spec()).toEqual(before);
        expect(await spec({ insert_defaults: "true" })).toHaveProperty("UpdateConfig");
        const late = await connector.execute("update_service", { id, version: "1" });
        expect(late.message).toMatch(/out of sequence/);
      } finally {
        expect((await run("remove_service", { id })).message).toBe(`Successfully removed service ${id}.`);
      }
      expect((await connector.execute("inspect_service", { id })).error?.category).toBe("not_found");
      expect((await connector.execute("service_logs", { id })).error?.category).toBe("not_found");
      // Tasks go after their service; the labels of their containers are those of the template.
      const label = Object.entries(engine.labels).map((pair) => pair.join("="));
      await expect
        .poll(() => docker.containers.list({ all: true, filters: { label } }), { timeout: 20_000 })
        .toEqual([]);
    });
  });
});

/** A service of two tasks, as a form gives it: texts. */
function serviceOf({ image, labels }: TestEngine, name: string) {
  return {
    name,
    labels: JSON.stringify(labels),
    task_template_containerspec: JSON.stringify({
      Image: image,
      Labels: labels,
      Command: ["/bin/sh", "-c", "echo hello é; echo oops >&2; sleep 1000"],
      StopSignal: "SIGKILL",
    }),
    task_template_restartpolicy: '{"Condition": "none"}',
    mode_replicated: '{"Replicas": 2}',
    updateconfig_parallelism: "0",
    updateconfig_order: "",
  };
}
