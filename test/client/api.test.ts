import { describe, expect, test } from "vitest";
import { InvalidArgumentError, NotFoundError, UnsupportedVersionError } from "../../src/errors.js";
import { callOf, closed, fakeEngine, moment } from "./fake-engine.js";

describe("docker.api", () => {
  test("calls every method", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": (call) => call.json(200, { Id: call.params.id }),
      "HEAD /_ping": (call) => call.send(200, "", { "Api-Version": "1.51" }),
      "POST /containers/create": async (call) =>
        call.json(201, { Id: (await call.body()).toString(), Warnings: [] }),
      "PUT /containers/{id}/archive": async (call) =>
        call.send(200, "", { "X-Got": `${(await call.body()).length}` }),
      "DELETE /containers/{id}": (call) => call.send(204),
    });
    const { api } = engine.docker;
    const path = { id: "web" };
    expect((await api.GET("/containers/{id}/json", { params: { path } })).data.Id).toBe("web");
    const ping = await api.HEAD("/_ping");
    expect(ping).toMatchObject({ status: 200, data: undefined, headers: { "api-version": "1.51" } });
    const made = await api.POST("/containers/create", {
      params: { query: { name: "x" } },
      body: { Image: "a" },
    });
    expect(made).toMatchObject({ status: 201, data: { Id: '{"Image":"a"}' } });
    const put = await api.PUT("/containers/{id}/archive", {
      params: { path, query: { path: "/" } },
      body: Buffer.from("12345"),
    });
    expect(put.headers["x-got"]).toBe("5");
    expect(callOf(engine, "/containers/web/archive").headers["content-type"]).toBe("application/x-tar");
    const gone = await api.DELETE("/containers/{id}", { params: { path, query: { v: true, force: true } } });
    expect(gone).toMatchObject({ status: 204, data: undefined });
    expect(callOf(engine, "/containers/web").query.toString()).toBe("v=true&force=true");
  });

  test("takes parameters by the wire's names, and those only", async () => {
    await using engine = await fakeEngine({ "POST /containers/{id}/stop": (call) => call.send(204) });
    const { api } = engine.docker;
    await api.POST("/containers/{id}/stop", { params: { path: { id: "a" }, query: { t: 5 } } });
    expect(engine.calls[0]?.query.toString()).toBe("t=5");
    await expect(
      api.POST("/containers/{id}/stop", { params: { path: { id: "a" }, query: { timeout: 5 } as never } }),
    ).rejects.toThrow("ContainerStop has no option timeout");
  });

  test("encodes typed filters", async () => {
    await using engine = await fakeEngine({ "GET /containers/json": (call) => call.json(200, []) });
    await engine.docker.api.GET("/containers/json", {
      params: { query: { filters: { status: ["running"] } } },
    });
    expect(engine.calls[0]?.query.get("filters")).toBe('{"status":["running"]}');
  });

  test("sends the headers of the parameters, and refuses a bad one without showing it", async () => {
    await using engine = await fakeEngine({ "GET /info": (call) => call.json(200, {}) });
    const init = (value: string) => ({ params: { header: { "X-Registry-Auth": value } } }) as never;
    await engine.docker.api.GET("/info", init("e30="));
    expect(engine.calls[0]?.headers["x-registry-auth"]).toBe("e30=");
    const failure = engine.docker.api.GET("/info", init("hunter2\n"));
    await expect(failure).rejects.toThrow(InvalidArgumentError);
    await expect(failure).rejects.not.toThrow(/hunter2/);
  });

  test("throws errors as everything else does", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": (call) => call.json(404, { message: "No such container: web" }),
    });
    const failure = engine.docker.api.GET("/containers/{id}/json", { params: { path: { id: "web" } } });
    await expect(failure).rejects.toThrow(NotFoundError);
  });

  test.each(["/containers/web/json", "/nothing", "", "constructor", "__proto__"])(
    "refuses %j, which is no path of the API",
    async (path) => {
      await using engine = await fakeEngine();
      const failure = engine.docker.api.GET(path as never);
      await expect(failure).rejects.toThrow(InvalidArgumentError);
      await expect(failure).rejects.toThrow(`The API has no GET ${path}.`);
      expect(engine.daemon.calls).toHaveLength(0);
    },
  );

  test("refuses a method that the path does not have", async () => {
    await using engine = await fakeEngine();
    await expect(engine.docker.api.DELETE("/containers/json" as never)).rejects.toThrow(
      "The API has no DELETE /containers/json",
    );
  });

  test("refuses what the version does not have", async () => {
    await using engine = await fakeEngine({}, { api: "1.41" });
    await expect(
      engine.docker.api.POST("/containers/{id}/stop", {
        params: { path: { id: "a" }, query: { signal: "INT" } },
      }),
    ).rejects.toThrow(UnsupportedVersionError);
  });

  test("gives a stream as a web stream, piece by piece, and closes the connection with it", async () => {
    const left = moment();
    await using engine = await fakeEngine({
      "GET /events": async (call) => {
        call.start(200, { "Content-Type": "application/json" });
        await call.write('{"Action":"start"}\n');
        await left.came;
        await call.write('{"Action":"die"}\n');
      },
    });
    const { data, headers } = await engine.docker.api.GET("/events");
    expect(headers["content-type"]).toBe("application/json");
    expect(data).toBeInstanceOf(ReadableStream);
    const reader = data.getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('{"Action":"start"}\n');
    left.now();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('{"Action":"die"}\n');
    await reader.cancel();
    await closed(callOf(engine, "/events"));
  });

  test("ends a web stream with the answer, and breaks it with the connection", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/export": (call) => call.stream(["ab", "cd"]),
      "GET /images/{name}/get": async (call) => {
        call.start();
        await call.write("ab");
        call.cut();
      },
    });
    const { api } = engine.docker;
    const whole = await api.GET("/containers/{id}/export", { params: { path: { id: "a" } } });
    expect(await new Response(whole.data).text()).toBe("abcd");
    const cut = await api.GET("/images/{name}/get", { params: { path: { name: "a" } } });
    await expect(new Response(cut.data).text()).rejects.toMatchObject({ code: "CONNECTION_RESET" });
  });

  test("has no deadline for streams and waits but the call's own", async () => {
    await using engine = await fakeEngine(
      {
        "GET /events": async (call) => {
          call.start();
          await new Promise((resolve) => setTimeout(resolve, 150));
          await call.write("{}\n");
          call.end();
        },
        "POST /containers/{id}/wait": (call) => {
          setTimeout(() => call.json(200, { StatusCode: 3 }), 150);
        },
        "GET /info": () => {},
      },
      { client: { timeout: 50, apiVersion: "1.51" } },
    );
    const { api } = engine.docker;
    const path = { id: "a" };
    expect(await new Response((await api.GET("/events")).data).text()).toBe("{}\n");
    expect((await api.POST("/containers/{id}/wait", { params: { path } })).data.StatusCode).toBe(3);
    await expect(api.GET("/info")).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
    await expect(api.POST("/containers/{id}/wait", { params: { path }, timeout: 20 })).rejects.toMatchObject({
      milliseconds: 20,
    });
  });

  test("takes the call's options beside the parameters", async () => {
    await using engine = await fakeEngine({ "GET /info": (call) => call.json(200, {}) });
    await engine.docker.api.GET("/info", { headers: { "X-A": "b" } });
    expect(engine.calls[0]?.headers["x-a"]).toBe("b");
    const reason = new Error("enough");
    await expect(engine.docker.api.GET("/info", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
