import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test } from "vitest";
import { createConnector } from "../../src/connector/connector.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { moment } from "../client/fake-engine.js";
import { fakeConnector } from "./fake-connector.js";

const container = { Id: "abc", Names: ["/web"], Image: "web:1", State: "running", Status: "Up", Labels: {} };

describe("createConnector", () => {
  test("refuses wrong settings, all faults at once, without a secret", () => {
    const wrong = () => createConnector({ url: "https://a", password: "hunter2", port: "x", tiemout: 5 });
    expect(wrong).toThrow(InvalidArgumentError);
    expect(wrong).toThrow(/port is "x".*|tiemout/s);
    expect(wrong).not.toThrow(/hunter2/);
  });

  test("keeps its secrets out of what is printed", async () => {
    const connector = createConnector({
      url: "https://a",
      username: "u",
      password: "hunter2",
      clientKeyPassphrase: "hunter2",
    });
    expect(inspect(connector, { depth: 9, showHidden: true })).not.toContain("hunter2");
    expect(JSON.stringify(connector)).not.toContain("hunter2");
    await connector.close();
  });
});

describe("execute", () => {
  test("gives the envelope of a success", async () => {
    await using fake = await fakeConnector({ "GET /containers/json": (call) => call.json(200, [container]) });
    const envelope = await fake.connector.execute("docker-container-list", { list_all: "true", limit: "" });
    expect(envelope).toEqual({
      action: "list_containers",
      status: "success",
      message: expect.stringMatching(/1 container/),
      parameters: { all: true, size: false },
      data: [container],
      summary: expect.any(Object),
      context: expect.objectContaining({ prefix: "Docker.ContainerSummary" }),
      counts: { total: 1, successful: 1 },
      files: [],
      meta: {
        apiVersion: "1.51",
        attempts: 2,
        durationMs: expect.any(Number),
        warnings: [],
        truncated: false,
      },
    });
    expect(fake.calls[0]?.query.get("all")).toBe("true");
    expect(JSON.parse(JSON.stringify(envelope))).toEqual(envelope);
  });

  test("gives the envelope of a failure, with the engine's sentence", async () => {
    await using fake = await fakeConnector({
      "DELETE /containers/{id}": (call) => call.json(409, { message: "container is running" }),
    });
    expect(await fake.connector.execute("remove_container", { id: "web" })).toMatchObject({
      status: "failed",
      message: "container is running",
      parameters: { id: "web" },
      data: [],
      counts: { total: 1, successful: 0 },
      error: {
        category: "conflict",
        httpStatus: 409,
        message: "container is running",
        retryable: false,
        action: "remove_container",
        endpoint: "DELETE /v1.51/containers/web",
      },
    });
  });

  test("never throws: unknown actions, wrong parameters, no engine (F21)", async () => {
    await using fake = await fakeConnector();
    const unknown = await fake.connector.execute("stopp container", {});
    expect(unknown.error).toMatchObject({ category: "validation" });
    expect(unknown.message).toContain("Did you mean stop_container");
    const wrong = await fake.connector.execute("stop_container" as string, "text");
    expect(wrong.error).toMatchObject({ category: "validation", action: "stop_container" });
    expect(fake.daemon.calls).toEqual([]);
    await using nowhere = createConnector({ socketPath: "/nowhere/docker.sock", retryAttempts: 0 });
    expect((await nowhere.execute("ping")).error).toMatchObject({ category: "connection", retryable: false });
  });

  test.each([undefined, null, 5, {}, Symbol("x")])(
    "takes %s for a name and says that there is no such action",
    async (name) => {
      await using fake = await fakeConnector();
      const envelope = await fake.connector.execute(name as unknown as string);
      expect(envelope.error?.category).toBe("validation");
    },
  );

  test("leaves out what the API has no more, and says so", async () => {
    await using fake = await fakeConnector({
      "POST /networks/create": (call) => call.json(201, { Id: "n", Warning: "" }),
    });
    const { status, meta } = await fake.connector.execute("create_network", {
      name: "n",
      check_duplicate: "true",
    });
    expect(status).toBe("success");
    expect(meta.warnings).toEqual(["check_duplicate was left out: the API has it up to version 1.45 only."]);
  });

  test("counts requests, repeated ones too (F10)", async () => {
    let times = 0;
    await using fake = await fakeConnector(
      { "GET /containers/json": (call) => (++times < 3 ? call.json(502, {}) : call.json(200, [])) },
      { config: { retryAttempts: "3", retryDelay: "0" } },
    );
    const { status, meta } = await fake.connector.execute("list_containers");
    expect(status).toBe("success");
    expect(meta.attempts).toBe(4);
  });

  test("does not repeat what changes something (F-2.3-13)", async () => {
    let times = 0;
    await using fake = await fakeConnector(
      {
        "POST /containers/{id}/kill": (call) => {
          times++;
          call.json(500, { message: "no" });
        },
      },
      { config: { retryAttempts: "3", retryDelay: "0" } },
    );
    expect((await fake.connector.execute("kill_container", { id: "web" })).error?.category).toBe(
      "server_error",
    );
    expect(times).toBe(1);
  });

  test("ends with the signal and says so", async () => {
    const asked = moment();
    await using fake = await fakeConnector({ "GET /containers/json": () => asked.now() });
    const abort = new AbortController();
    const envelope = fake.connector.execute("list_containers", {}, { signal: abort.signal });
    await asked.came;
    abort.abort();
    expect(await envelope).toMatchObject({
      status: "failed",
      message: "list_containers was cancelled.",
      error: { category: "cancelled" },
    });
  });

  test("tells of requests without what could be secret", async () => {
    const log: unknown[] = [];
    await using fake = await fakeConnector({ "GET /containers/json": (call) => call.json(200, []) });
    const connector = createConnector(
      { socketPath: fake.daemon.socketPath },
      { log: (entry) => log.push(entry) },
    );
    await connector.execute("list_containers", { filters: "label=token=hunter2" });
    await connector.close();
    expect(log).toEqual([
      { method: "GET", path: "/version", status: 200, milliseconds: expect.any(Number) },
      { method: "GET", path: "/v1.51/containers/json", status: 200, milliseconds: expect.any(Number) },
    ]);
  });

  test("adds the warnings of the settings to every result", async () => {
    await using connector = createConnector({ url: "http://127.0.0.1:1", retryAttempts: 0 });
    expect((await connector.execute("ping")).meta.warnings).toEqual([expect.stringContaining("plain HTTP")]);
  });

  test("lowers the bounds of an action and never lifts them", async () => {
    const event = JSON.stringify({ Type: "container", Action: "start", Actor: {}, time: 1 });
    await using fake = await fakeConnector({
      "GET /events": (call) => call.send(200, `${event}\n`.repeat(5)),
    });
    const read = async (bounds: object) => {
      const { data, meta } = await fake.connector.execute("system_events", {}, { bounds });
      return [data.length, meta.truncated];
    };
    expect(await read({ items: 2 })).toEqual([2, true]);
    expect(await read({ items: Number.POSITIVE_INFINITY, time: 3e9, bytes: Number.NaN })).toEqual([5, false]);
  });

  test("says that a cancelled change may have been made", async () => {
    const asked = moment();
    await using fake = await fakeConnector({ "POST /containers/create": () => asked.now() });
    const abort = new AbortController();
    const envelope = fake.connector.execute("create_container", { image: "a" }, { signal: abort.signal });
    await asked.came;
    abort.abort();
    expect((await envelope).error).toMatchObject({ category: "cancelled", retryable: false });
  });

  test("knows the types of what it takes and gives", async () => {
    await using fake = await fakeConnector({ "GET /containers/json": (call) => call.json(200, [container]) });
    const { data } = await fake.connector.execute("list_containers", { all: true });
    expectTypeOf(data[0]?.Id).toEqualTypeOf<string | undefined>();
    // @ts-expect-error there is no such parameter
    await fake.connector.execute("list_containers", { al: true });
  });
});

describe("what may be done", () => {
  test.each([
    [{ readOnly: "true" }, "stop_container", "read only"],
    [{ allowedActions: "docker-container-list, ping" }, "stop_container", "not among the allowed actions"],
    [{ allowedCategories: "images" }, "stop_container", "category containers"],
  ])("with %j refuses %s before anything is sent", async (config, name, words) => {
    await using fake = await fakeConnector({}, { config });
    const { error, message } = await fake.connector.execute(name, { id: "web" });
    expect(error).toMatchObject({ category: "forbidden", retryable: false });
    expect(message).toContain(words);
    expect(fake.daemon.calls).toEqual([]);
  });

  test("lets allowed and reading actions pass", async () => {
    const config = {
      readOnly: true,
      allowedActions: "docker-container-list",
      allowedCategories: "Containers",
    };
    await using fake = await fakeConnector(
      { "GET /containers/json": (call) => call.json(200, []) },
      { config },
    );
    expect((await fake.connector.execute("list container")).status).toBe("success");
  });
});

describe("a dry run", () => {
  test("tells the request and sends nothing", async () => {
    await using fake = await fakeConnector();
    const { status, message, data, meta } = await fake.connector.execute(
      "docker-container-stop",
      { id: "a/b", t: "0" },
      { dryRun: true },
    );
    expect({ status, message, data }).toEqual({
      status: "success",
      message: "Dry run: POST /v1.51/containers/a%2Fb/stop would be sent.",
      data: [
        {
          method: "POST",
          path: "/v1.51/containers/a%2Fb/stop?t=0",
          headers: { "user-agent": "docker-engine-sdk" },
        },
      ],
    });
    expect(meta.attempts).toBe(1);
    expect(fake.calls).toEqual([]);
  });

  test("asks for the version, behind a path too, and no call beside it is held back", async () => {
    await using fake = await fakeConnector({
      "GET /base/version": (call) =>
        call.json(200, { Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }),
      "GET /base/v1.51/containers/json": (call) => call.json(200, [container]),
    });
    const server = createServer((from) => {
      const to = connect(fake.daemon.socketPath);
      from.pipe(to).pipe(from);
      from.on("error", () => to.destroy());
      to.on("error", () => from.destroy());
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // it listens on TCP
    const connector = createConnector({
      url: `http://127.0.0.1:${port}/base`,
      rateLimit: 0,
      retryAttempts: 0,
    });
    const [dry, real] = await Promise.all([
      connector.execute("list_containers", {}, { dryRun: true }),
      connector.execute("list_containers"),
    ]);
    expect(dry.message).toBe("Dry run: GET /base/v1.51/containers/json would be sent.");
    expect(real).toMatchObject({ status: "success", data: [container] });
    await connector.close();
    server.close();
  });

  test("hides secrets in headers and body", async () => {
    await using fake = await fakeConnector(
      {},
      { config: { registryUsername: "u", registryPassword: "hunter2", registryServerAddress: "r.example" } },
    );
    const secret = await fake.connector.execute(
      "create_secret",
      { name: "s", data: "hunter2" },
      { dryRun: true },
    );
    const pull = await fake.connector.execute(
      "pull_image",
      { from_image: "r.example/x:1" },
      { dryRun: true },
    );
    const shown = JSON.stringify([secret, pull]);
    expect(shown).not.toContain("hunter2");
    expect(shown).not.toContain(Buffer.from("hunter2").toString("base64").slice(0, 8));
    expect(fake.calls).toEqual([]);
  });
});

describe("testConnectivity", () => {
  test("tells who answers (X7, S4, F16)", async () => {
    await using fake = await fakeConnector();
    expect(await fake.connector.testConnectivity()).toMatchObject({
      status: "success",
      message: "Engine 28.5.2 answers, API 1.51.",
      data: [{ ok: true, version: "28.5.2", apiVersion: "1.51" }],
    });
  });

  test("fails where nobody answers, and does not pass for a success (F-2.3-15)", async () => {
    await using connector = createConnector({ socketPath: "/nowhere/docker.sock" });
    expect(await connector.testConnectivity()).toMatchObject({ status: "failed", data: [] });
  });

  test("gives up when the time for it is over", async () => {
    await using fake = await fakeConnector(
      { "GET /version": () => {} },
      { config: { healthTimeout: "0.1" } },
    );
    const envelope = await fake.connector.testConnectivity();
    expect(envelope.error).toMatchObject({ category: "timeout" });
    expect(envelope.meta.durationMs).toBeLessThan(5000);
  });
});
