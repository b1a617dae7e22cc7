import { describe, expect, test } from "vitest";
import { ServerError, UnauthorizedError } from "../../src/errors.js";
import { callOf, closed, fakeEngine } from "../client/fake-engine.js";

describe("system", () => {
  test("ping gives what the headers say", async () => {
    await using engine = await fakeEngine({
      "GET /_ping": (call) =>
        call.send(200, "OK", {
          "Api-Version": "1.51",
          Ostype: "linux",
          "Builder-Version": "2",
          "Docker-Experimental": "true",
          Swarm: "active/manager",
        }),
    });
    expect(await engine.docker.system.ping()).toEqual({
      apiVersion: "1.51",
      osType: "linux",
      builderVersion: "2",
      experimental: true,
      swarm: "active/manager",
    });
  });

  test("pingHead gives the same without a body", async () => {
    await using engine = await fakeEngine({
      "HEAD /_ping": (call) => call.send(200, "", { "Api-Version": "1.51", Ostype: "linux" }),
    });
    expect(await engine.docker.system.pingHead()).toMatchObject({ apiVersion: "1.51", osType: "linux" });
    expect(callOf(engine, "/_ping").method).toBe("HEAD");
  });

  test("ping takes an engine that says little", async () => {
    await using engine = await fakeEngine({ "GET /_ping": (call) => call.send(200, "OK") });
    expect(await engine.docker.system.ping()).toEqual({
      apiVersion: undefined,
      osType: undefined,
      builderVersion: undefined,
      experimental: false,
      swarm: undefined,
    });
  });

  test("info and version give what the engine answers", async () => {
    await using engine = await fakeEngine({ "GET /info": (call) => call.json(200, { ID: "x" }) });
    expect(await engine.docker.system.info()).toEqual({ ID: "x" });
    expect(await engine.docker.system.version()).toMatchObject({ Version: "28.5.2" });
    expect(engine.daemon.calls.at(-1)).toMatchObject({ path: "/version", version: "1.51" });
  });

  test("df asks for the types by name, and has the time it needs", async () => {
    await using engine = await fakeEngine(
      { "GET /system/df": (call) => void setTimeout(() => call.json(200, { LayersSize: 1 }), 150) },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    expect(await engine.docker.system.df({ type: ["container", "image"] })).toEqual({ LayersSize: 1 });
    expect(engine.calls[0]?.query.toString()).toBe("type=container&type=image");
  });

  test("auth sends the credentials in the body and gives the answer", async () => {
    let body = "";
    await using engine = await fakeEngine({
      "POST /auth": async (call) => {
        body = (await call.body()).toString();
        call.json(200, { Status: "Login Succeeded" });
      },
    });
    const answer = await engine.docker.system.auth({
      username: "u",
      password: "p",
      serveraddress: "r.example",
    });
    expect(answer).toEqual({ Status: "Login Succeeded" });
    expect(JSON.parse(body)).toEqual({ username: "u", password: "p", serveraddress: "r.example" });
    expect(engine.calls[0]?.request.url).toBe("/v1.51/auth");
  });

  test("auth throws what a registry refuses", async () => {
    await using engine = await fakeEngine({
      "POST /auth": (call) => call.json(401, { message: "Get https://r.example/v2/: unauthorized" }),
    });
    await expect(engine.docker.system.auth({ username: "u", password: "p" })).rejects.toThrow(
      UnauthorizedError,
    );
  });

  test.each(["info", "version", "df", "ping"] as const)("%s throws what the engine says", async (method) => {
    const boom = (call: { json(status: number, value: unknown): void }) =>
      call.json(500, { message: "boom" });
    await using engine = await fakeEngine(
      { "GET /info": boom, "GET /version": boom, "GET /system/df": boom, "GET /_ping": boom },
      { client: { apiVersion: "1.51" } },
    );
    const failure: Promise<unknown> = engine.docker.system[method]();
    await expect(failure).rejects.toThrow(ServerError);
    await expect(failure).rejects.toThrow("boom");
  });

  test("events send since, until and filters, and end with the answer", async () => {
    await using engine = await fakeEngine({
      "GET /events": (call) => call.stream(['{"Action":"start"}\n{"Act', 'ion":"die"}\n']),
    });
    const events: unknown[] = [];
    const options = {
      since: new Date(1500),
      until: 2,
      filters: { type: ["container" as const], event: ["die"] },
    };
    for await (const event of engine.docker.system.events(options)) events.push(event);
    expect(events).toEqual([{ Action: "start" }, { Action: "die" }]);
    const { query } = callOf(engine, "/events");
    expect(Object.fromEntries(query)).toEqual({
      since: "1.500",
      until: "2",
      filters: '{"type":["container"],"event":["die"]}',
    });
  });

  test("events outlive the client's deadlines, and the connection is closed when the loop is left", async () => {
    await using engine = await fakeEngine(
      {
        "GET /events": async (call) => {
          call.start();
          await call.write('{"Action":"start"}\n');
          await new Promise((resolve) => setTimeout(resolve, 150));
          await call.write('{"Action":"die"}\n');
        },
      },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    const seen: unknown[] = [];
    for await (const { Action } of engine.docker.system.events()) {
      seen.push(Action);
      if (Action === "die") break;
    }
    expect(seen).toEqual(["start", "die"]);
    await closed(callOf(engine, "/events"));
  });

  test("events end with the reason of the signal", async () => {
    await using engine = await fakeEngine({
      "GET /events": async (call) => {
        call.start();
        await call.write('{"Action":"start"}\n');
      },
    });
    const controller = new AbortController();
    const reason = new Error("enough");
    const loop = (async () => {
      for await (const _ of engine.docker.system.events({}, { signal: controller.signal }))
        controller.abort(reason);
    })();
    await expect(loop).rejects.toBe(reason);
    await closed(callOf(engine, "/events"));
  });
});
