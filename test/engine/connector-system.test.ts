import { afterAll, expect, test } from "vitest";
import { createConnector } from "../../src/connector/connector.js";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("the connector's system", (engine) => {
  const connector = connectorFor(engine);
  afterAll(() => connector.close());

  test("tells who it is", async () => {
    const tested = checkOutput(await connector.testConnectivity());
    expect(tested.data[0]).toMatchObject({ ok: true, version: engine.engineVersion });
    expect(checkOutput(await connector.execute("ping")).data).toEqual([{ value: "OK" }]);
    expect(checkOutput(await connector.execute("ping", { method: "head" })).data).toEqual([{ value: "OK" }]);
    const version = checkOutput(await connector.execute("docker-system-version"));
    expect(version.data[0]).toMatchObject({ ApiVersion: engine.apiVersion });
    expect((await connector.execute("docker-system-version")).data).toEqual(version.data);
    const info = checkOutput(await connector.execute("get_info"));
    expect(info.message).toMatch(/^Engine \S+ on \S+: \d+ of \d+ containers run, \d+ images\.$/);
  });

  test("measures its disk", async () => {
    const usage = checkOutput(await connector.execute("system_df"));
    expect(usage.message).toMatch(/^Measured \d+ images?, /);
    const some = await connector.execute("system_df", { type: "Container, Build Cache" });
    if (engine.since("1.42")) expect(checkOutput(some).data).toHaveLength(1);
    else expect(some.error?.category).toBe("unsupported_version");
  });

  test("says in the engine's own words that a registry is not there", async () => {
    const { status, error, message } = await connector.execute("auth", {
      username: "u",
      password: "hunter2",
      serveraddress: "127.0.0.1:1",
    });
    expect({ status, category: error?.category }).toEqual({ status: "failed", category: "server_error" });
    expect(message).toMatch(/refused|connect/);
    expect(message).not.toContain("hunter2");
  });

  test("offers sessions", async () => {
    expect(checkOutput(await connector.execute("docker-session")).data[0]?.id).toBeTypeOf("string");
  });

  test("tells what has happened, and comes to an end by itself", async () => {
    const name = engine.uniqueName("ev");
    const labels = JSON.stringify(engine.labels);
    await connector.execute("create_volume", { name, labels });
    await connector.execute("remove_volume", { name });
    const events = checkOutput(
      await connector.execute("system_events", { filters: { volume: name } as never }),
    );
    expect(events.data.map(({ Action }) => Action)).toEqual(["create", "destroy"]);
    expect(events.meta.truncated).toBe(false);
  });

  test("cuts off what goes on (F-2.3-3)", async () => {
    const started = performance.now();
    const events = await connector.execute(
      "system_events",
      {
        until: String(Math.ceil(Date.now() / 1000) + 600),
        filters: `{"label": "${engine.uniqueName("quiet")}"}`,
      },
      { bounds: { time: 500 } },
    );
    expect(events).toMatchObject({
      status: "success",
      data: [],
      meta: { truncated: true, attempts: expect.any(Number) },
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("tells that nobody is there", async () => {
    await using nowhere = createConnector({
      url: "https://127.0.0.1:1",
      retryAttempts: "0",
      healthTimeout: "2",
    });
    expect(await nowhere.testConnectivity()).toMatchObject({
      status: "failed",
      error: { category: "connection", retryable: true },
    });
  });
});
