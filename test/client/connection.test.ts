import { describe, expect, test } from "vitest";
import { Connection } from "../../src/client/connection.js";
import { Docker } from "../../src/docker.js";
import { ConnectionError, InvalidArgumentError } from "../../src/errors.js";
import type { HttpRequest } from "../../src/transport/http.js";
import { fakeDaemon } from "../helpers/fake-daemon.js";
import { fakeEngine } from "./fake-engine.js";

const ping: HttpRequest = { method: "GET", path: "/_ping", headers: {}, answer: "bytes", deadlines: {} };

describe("Connection", () => {
  test.each([
    [{ maxConnections: 0 }, "maxConnections is 0"],
    [{ maxConnections: 1.5 }, "maxConnections is 1.5"],
    [{ timeout: -1 }, "timeout is -1"],
    [{ timeout: { idle: Number.NaN } }, "timeout.idle is NaN"],
    [{ timeout: { connect: -5 } }, "timeout.connect is -5"],
    [{ rateLimit: { perMinute: 0 } }, "rateLimit.perMinute is 0"],
    [{ auth: { username: "u" } as never }, "auth takes either"],
    [{ headers: { "a b": "c" } }, "header"],
    [{ apiVersion: "newest" }, 'apiVersion is "newest"'],
  ])("refuses %j at once", (options, message) => {
    expect(() => new Docker(options)).toThrow(InvalidArgumentError);
    expect(() => new Docker(options)).toThrow(message);
  });

  test("looks for the engine again after a failure", async () => {
    await using daemon = await fakeDaemon();
    const options = { host: "nonsense://x" };
    const connection = new Connection(options);
    await expect(connection.endpoint()).rejects.toThrow(InvalidArgumentError);
    await expect(connection.endpoint()).rejects.toThrow(InvalidArgumentError);
    const other = new Connection({ host: daemon.host });
    expect(await other.endpoint()).toBe(await other.endpoint());
    await other.close();
  });

  test("does not follow later changes of the caller's options", async () => {
    await using daemon = await fakeDaemon();
    const options = { host: daemon.host };
    const connection = new Connection(options);
    options.host = "unix:///elsewhere.sock";
    expect((await connection.send(ping, false)).status).toBe(200);
    await connection.close();
  });

  test("refuses calls after it was closed, before it was opened too", async () => {
    await using engine = await fakeEngine();
    const never = new Docker({ host: engine.daemon.host });
    await never.close();
    await expect(never.system.info()).rejects.toThrow("This client has been closed. Make a new one.");
    await engine.docker.apiVersion();
    await engine.docker.close();
    await engine.docker.close();
    const failure = engine.docker.system.info();
    await expect(failure).rejects.toThrow(ConnectionError);
    await expect(failure).rejects.toMatchObject({ code: "CLIENT_CLOSED", unsent: true });
    await engine.daemon.settled();
  });

  test("breaks what is under way when it is closed, streams included", async () => {
    await using engine = await fakeEngine({
      "GET /info": () => {},
      "GET /events": async (call) => {
        call.start();
        await call.write("{}\n");
      },
    });
    const info = engine.docker.system.info().catch((error: unknown) => error);
    const events = engine.docker.system.events()[Symbol.asyncIterator]();
    await events.next();
    const next = events.next().catch((error: unknown) => error);
    await expect.poll(() => engine.calls.length).toBe(2);
    await engine.docker.close();
    expect(await info).toMatchObject({ code: "CLIENT_CLOSED" });
    expect(await next).toMatchObject({ code: "CLIENT_CLOSED" });
    await engine.daemon.settled();
  });

  test("lets nobody wait for a turn after it was closed", async () => {
    await using daemon = await fakeDaemon();
    const connection = new Connection({ host: daemon.host, rateLimit: { perMinute: 1 } });
    await connection.send(ping, false);
    const waiting = Promise.allSettled([
      connection.send(ping, false),
      connection.send(ping, { attempts: 3 }),
    ]);
    await connection.endpoint();
    await connection.close();
    for (const outcome of await waiting) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "CLIENT_CLOSED" } });
    }
  });

  test("counts repeated requests against the rate, and an aborted wait costs no turn", async () => {
    await using daemon = await fakeDaemon();
    const connection = new Connection({ host: daemon.host, rateLimit: { perMinute: 2 } });
    await connection.send(ping, false);
    await connection.send(ping, false);
    const reason = new Error("enough");
    await expect(connection.send({ ...ping, signal: AbortSignal.abort(reason) }, false)).rejects.toBe(reason);
    const controller = new AbortController();
    const waiting = connection.send({ ...ping, signal: controller.signal }, false);
    setTimeout(() => controller.abort(reason), 10);
    await expect(waiting).rejects.toBe(reason);
    expect(daemon.calls).toHaveLength(2);
    await connection.close();
  });

  test("keeps to the number of connections it is given", async () => {
    await using engine = await fakeEngine(
      { "GET /info": async (call) => void setTimeout(() => call.json(200, {}), 10) },
      { client: { maxConnections: 2 } },
    );
    await Promise.all(Array.from({ length: 10 }, () => engine.docker.system.info()));
    expect(engine.daemon.connectionCount).toBeLessThanOrEqual(2);
  });

  test("puts the address's path before every path", async () => {
    const seen: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      seen.push(String(input));
      return Response.json({ ApiVersion: "1.43" });
    };
    await using docker = new Docker({ host: "tcp://engine.example:2375/docker", fetch });
    await docker.system.info();
    expect(seen).toEqual([
      "http://engine.example:2375/docker/version",
      "http://engine.example:2375/docker/v1.43/info",
    ]);
  });
});
