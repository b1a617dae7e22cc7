import { describe, expect, test } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import { moment } from "../../client/fake-engine.js";
import { fakeConnector } from "../fake-connector.js";
import { expectFailure } from "./expect-failure.js";
import { tcpServer } from "./tcp-engine.js";

describe("a time that is over", () => {
  test("before an answer has begun fails what reads, which may be asked again (F9, X-2.1-11)", async () => {
    await using fake = await fakeConnector({ "GET /info": () => {} }, { config: { timeout: "0.1" } });
    expectFailure(await fake.connector.execute("get_info"), {
      category: "timeout",
      retryable: true,
      message: /^No complete answer within 100 ms/,
    });
    await fake.daemon.settled();
  });

  test("in the midst of an answer fails too (F9)", async () => {
    await using fake = await fakeConnector(
      {
        "GET /info": async (call) => {
          call.start(200, { "Content-Type": "application/json" });
          await call.write('{"ID": "x",');
        },
      },
      { config: { timeout: "0.1" } },
    );
    expectFailure(await fake.connector.execute("get_info"), {
      category: "timeout",
      retryable: true,
      message: /within 100 ms \(the total deadline\)/,
    });
  });

  test("for what changes something leaves open whether it was done (F9, F-2.3-13)", async () => {
    let times = 0;
    await using fake = await fakeConnector(
      { "POST /containers/{id}/kill": () => void times++ },
      { config: { timeout: "0.1", retryAttempts: "3", retryDelay: "0" } },
    );
    expectFailure(await fake.connector.execute("kill_container", { id: "web" }), {
      category: "timeout",
      retryable: false,
    });
    expect(times).toBe(1);
  });

  test("while the version is asked for fails before anything else is sent (F9)", async () => {
    await using fake = await fakeConnector({ "GET /version": () => {} }, { config: { timeout: "0.1" } });
    const envelope = await fake.connector.execute("kill_container", { id: "web" });
    expectFailure(envelope, { category: "timeout" });
    expect(fake.calls).toEqual([]);
  });

  test("counts all attempts and pauses of a call together (F9, F10)", async () => {
    await using fake = await fakeConnector(
      { "GET /info": (call) => call.json(502, { message: "Later." }) },
      { config: { timeout: "0.5", retryAttempts: "20", retryDelay: "0.2" } },
    );
    const envelope = await fake.connector.execute("get_info");
    // The proxy's last word, or the time's where an attempt was under way when it ended.
    expect(envelope.error?.category).toMatch(/^(server_error|timeout)$/);
    expect(envelope.meta.attempts).toBeGreaterThan(1);
    expect(envelope.meta.durationMs).toBeLessThan(2000);
    expect(envelope.meta.attempts).toBeLessThan(10);
  });

  test("of 0 seconds is no limit (F9)", async () => {
    await using fake = await fakeConnector(
      { "GET /info": (call) => void setTimeout(() => call.json(200, { ID: "x" }), 50) },
      { config: { timeout: "0" } },
    );
    expect((await fake.connector.execute("get_info")).status).toBe("success");
  });

  test("while TLS begins, for nobody speaks there, is told (F9)", async () => {
    await using mute = await tcpServer(() => {});
    await using connector = createConnector({
      url: `https://${mute.authority}`,
      timeout: "0.2",
      retryAttempts: "0",
    });
    const envelope = await connector.execute("ping");
    expectFailure(envelope, { category: "timeout", retryable: true });
    expect(envelope.meta.durationMs).toBeLessThan(5000);
  });

  test("is the health check's own for the health check (F9, F16)", async () => {
    await using fake = await fakeConnector(
      { "GET /version": () => {} },
      { config: { timeout: "60", healthTimeout: "0.1" } },
    );
    const envelope = await fake.connector.testConnectivity();
    expectFailure(envelope, { category: "timeout", retryable: true });
    expect(envelope.meta.durationMs).toBeLessThan(3000);
  });
});

describe("a cancelled action", () => {
  test("says so, and breaks its request", async () => {
    const asked = moment();
    await using fake = await fakeConnector({ "GET /info": () => asked.now() });
    const abort = new AbortController();
    const running = fake.connector.execute("get_info", {}, { signal: abort.signal });
    await asked.came;
    abort.abort(new Error("not wanted any more"));
    expectFailure(await running, {
      category: "cancelled",
      retryable: true,
      message: "get_info was cancelled.",
    });
    await fake.daemon.settled();
  });

  test("that had not begun sends nothing", async () => {
    await using fake = await fakeConnector();
    const envelope = await fake.connector.execute("get_info", {}, { signal: AbortSignal.abort() });
    expectFailure(envelope, { category: "cancelled" });
    expect(fake.calls).toEqual([]);
  });

  test("that waits for the next attempt does not wait on (F10)", async () => {
    const asked = moment();
    await using fake = await fakeConnector(
      {
        "GET /info": (call) => {
          call.json(502, {});
          asked.now();
        },
      },
      { config: { retryAttempts: "3", retryDelay: "30" } },
    );
    const abort = new AbortController();
    const running = fake.connector.execute("get_info", {}, { signal: abort.signal });
    await asked.came;
    setTimeout(() => abort.abort(), 20);
    expectFailure(await running, { category: "cancelled" });
  });
});
