import { afterEach, describe, expect, test, vi } from "vitest";
import { Docker } from "../../src/docker.js";
import {
  BadRequestError,
  InvalidArgumentError,
  NotFoundError,
  ProtocolError,
  TimeoutError,
  UnsupportedVersionError,
} from "../../src/errors.js";
import type { Handler } from "../helpers/fake-daemon.js";
import { callOf, closed, fakeEngine, moment } from "./fake-engine.js";

const info: Handler = (call) => call.json(200, { ID: "x" });
const never: Handler = () => {};

function tooOld(sentence: string): Handler {
  return (call) => call.send(400, sentence, { "Content-Type": "text/plain; charset=utf-8" });
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the version of a client", () => {
  test("is asked for once, by the first of many calls at a time", async () => {
    await using engine = await fakeEngine({ "GET /info": info }, { api: "1.43" });
    await Promise.all(Array.from({ length: 20 }, () => engine.docker.system.info()));
    await engine.docker.system.info();
    expect(engine.daemon.calls.filter(({ path }) => path === "/version")).toHaveLength(1);
    expect(new Set(engine.calls.map(({ version }) => version))).toEqual(new Set(["1.43"]));
  });

  test("is asked for without a version in the path", async () => {
    await using engine = await fakeEngine({ "GET /info": info });
    await engine.docker.system.info();
    expect(engine.daemon.calls[0]).toMatchObject({ method: "GET", path: "/version", version: undefined });
  });

  test("is our newest with an engine that is newer", async () => {
    await using engine = await fakeEngine({}, { api: "1.99", oldest: "1.44" });
    expect(await engine.docker.apiVersion()).toBe("1.51");
  });

  test("is asked for again after a failure", async () => {
    let failed = false;
    const version: Handler = (call) => {
      if (failed) return call.json(200, { ApiVersion: "1.43" });
      failed = true;
      call.json(500, { message: "still starting" });
    };
    await using engine = await fakeEngine({ "GET /version": version, "GET /info": info });
    await expect(engine.docker.system.info()).rejects.toThrow("still starting");
    expect(await engine.docker.system.info()).toEqual({ ID: "x" });
  });

  test("that no engine shares fails the call, and nothing else is sent", async () => {
    await using engine = await fakeEngine({ "GET /info": info }, { api: "1.39", oldest: "1.12" });
    await expect(engine.docker.system.info()).rejects.toThrow(UnsupportedVersionError);
    expect(engine.calls).toHaveLength(0);
  });

  test("that is set asks nobody", async () => {
    await using engine = await fakeEngine({ "GET /info": info }, { client: { apiVersion: "v1.43" } });
    await engine.docker.system.info();
    expect(engine.daemon.calls.map(({ path, version }) => `${version} ${path}`)).toEqual(["1.43 /info"]);
  });

  test("is what DOCKER_API_VERSION says, unless it is set", async () => {
    vi.stubEnv("DOCKER_API_VERSION", "1.42");
    await using engine = await fakeEngine();
    expect(await engine.docker.apiVersion()).toBe("1.42");
    await using set = new Docker({ host: engine.daemon.host, apiVersion: "1.44" });
    expect(await set.apiVersion()).toBe("1.44");
    await using auto = new Docker({ host: engine.daemon.host, apiVersion: "auto" });
    expect(await auto.apiVersion()).toBe("1.51");
  });

  test("that is bad in DOCKER_API_VERSION is refused by that name", () => {
    vi.stubEnv("DOCKER_API_VERSION", "newest");
    expect(() => new Docker()).toThrow('DOCKER_API_VERSION is "newest"');
  });

  test.each([
    "client version 1.44 is too new. Maximum supported API version is 1.41",
    "client version 1.40 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version",
  ])("that the engine refuses names both ranges: %s", async (sentence) => {
    await using engine = await fakeEngine(
      { "GET /info": (call) => call.json(400, { message: sentence }) },
      { api: "1.41", oldest: "1.12", client: { apiVersion: "1.44" } },
    );
    const failure = engine.docker.system.info();
    await expect(failure).rejects.toThrow(UnsupportedVersionError);
    await expect(failure).rejects.toThrow("the engine (version 28.5.2) takes v1.12 to v1.41");
    await expect(failure).rejects.toMatchObject({ cause: expect.any(BadRequestError) });
  });

  test("that the engine refuses in plain text is understood too", async () => {
    const sentence = "client version 1.40 is too old. Minimum supported API version is 1.44\n";
    await using engine = await fakeEngine(
      { "GET /info": tooOld(sentence) },
      { client: { apiVersion: "1.40" } },
    );
    await expect(engine.docker.system.info()).rejects.toThrow(UnsupportedVersionError);
  });

  test("is agreed on anew after an engine has been replaced", async () => {
    let api = "1.51";
    await using engine = await fakeEngine({
      "GET /version": (call) => call.json(200, { Version: "x", ApiVersion: api }),
      "GET /info": (call) =>
        call.version === api
          ? call.json(200, { ID: "x" })
          : call.json(400, {
              message: `client version ${call.version} is too new. Maximum supported API version is ${api}`,
            }),
    });
    await engine.docker.system.info();
    api = "1.45";
    await expect(engine.docker.system.info()).rejects.toThrow("Make the call again.");
    expect(await engine.docker.system.info()).toEqual({ ID: "x" });
    expect(await engine.docker.apiVersion()).toBe("1.45");
  });

  test("is not waited for longer than the call allows, and the next call does not suffer", async () => {
    const answer = moment();
    await using engine = await fakeEngine({
      "GET /version": async (call) => {
        await answer.came;
        call.json(200, { ApiVersion: "1.43" });
      },
      "GET /info": info,
    });
    const hasty = engine.docker.system.info({ timeout: 30 });
    await expect(hasty).rejects.toThrow(TimeoutError);
    await expect(hasty).rejects.toMatchObject({ phase: "total", milliseconds: 30 });
    const reason = new Error("enough");
    await expect(engine.docker.system.info({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const aborted = engine.docker.system.info({ signal: controller.signal });
    controller.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    const patient = engine.docker.system.info();
    answer.now();
    expect(await patient).toEqual({ ID: "x" });
    expect(engine.daemon.calls.filter(({ path }) => path === "/version")).toHaveLength(1);
  });
});

describe("a call", () => {
  test("is refused before anything is sent when its arguments are wrong", async () => {
    await using engine = await fakeEngine();
    const { containers } = engine.docker;
    await expect(containers.inspect("")).rejects.toThrow(InvalidArgumentError);
    await expect(containers.inspect("..")).rejects.toThrow(InvalidArgumentError);
    expect(engine.daemon.calls).toHaveLength(0);
    await expect(containers.list({ allof: true } as never)).rejects.toThrow(
      "ContainerList has no option allof",
    );
    await expect(containers.list("all" as never)).rejects.toThrow(
      "the options of ContainerList must be an object",
    );
    await expect(containers.list(["all"] as never)).rejects.toThrow(InvalidArgumentError);
    await expect(containers.rename("a", undefined as never)).rejects.toThrow("needs the option name");
    await expect(containers.create({ Image: 1n } as never)).rejects.toThrow("cannot be written as JSON");
    await expect(containers.putArchive("a", "./a.tar" as never, { path: "/" })).rejects.toThrow(
      "a path is not",
    );
    expect(engine.calls).toHaveLength(0);
  });

  test("cannot be led to another endpoint by its id", async () => {
    await using engine = await fakeEngine({ "POST /containers/{id}/start": (call) => call.send(204) });
    const { containers } = engine.docker;
    await expect(containers.start("a/../../images/prune?x=")).rejects.toThrow(InvalidArgumentError);
    await expect(containers.start("x/../prune?")).rejects.toThrow(InvalidArgumentError);
    await containers.start("x/prune?y=z#");
    expect(engine.calls.map(({ path, query }) => [path, query.size])).toEqual([
      ["/containers/x%2Fprune%3Fy%3Dz%23/start", 0],
    ]);
  });

  test("is refused where the version lacks what it asks for", async () => {
    await using engine = await fakeEngine({}, { api: "1.41" });
    const { containers, api } = engine.docker;
    await expect(containers.stop("a", { signal: "SIGINT" })).rejects.toThrow(
      "option signal of ContainerStop needs API v1.42 or newer, but this client speaks v1.41",
    );
    const body = { Image: "a", Healthcheck: { StartInterval: 1_000_000 } };
    await expect(containers.create(body)).rejects.toThrow("field Healthcheck.StartInterval");
    await expect(
      api.PUT("/volumes/{name}", { params: { path: { name: "v" }, query: { version: 1 } }, body: {} }),
    ).rejects.toThrow("VolumeUpdate needs API v1.42");
    expect(engine.calls).toHaveLength(0);
  });

  test("sends JSON with its type, and nothing where there is nothing", async () => {
    await using engine = await fakeEngine({
      "POST /containers/create": async (call) =>
        call.json(201, { Id: (await call.body()).toString(), Warnings: [] }),
      "POST /containers/{id}/start": (call) => call.send(204),
    });
    const { Id } = await engine.docker.containers.create({ Image: "é" });
    expect(Id).toBe('{"Image":"é"}');
    await engine.docker.containers.start("a");
    const [create, start] = engine.calls;
    expect(create?.headers["content-type"]).toBe("application/json");
    expect(start?.headers).not.toHaveProperty("content-type");
    expect(start?.headers["content-length"] ?? "0").toBe("0");
  });

  test("keeps secrets of the body out of the URL", async () => {
    await using engine = await fakeEngine({
      "POST /containers/create": (call) => call.json(201, { Id: "x", Warnings: [] }),
      "POST /auth": (call) => call.json(200, { Status: "Login Succeeded" }),
    });
    await engine.docker.containers.create({ Image: "a", Env: ["PASSWORD=hunter2"] }, { name: "web" });
    await engine.docker.system.auth({ username: "u", password: "hunter2" });
    for (const { request } of engine.calls) expect(request.url).not.toContain("hunter2");
  });

  test("never changes what it is given", async () => {
    await using engine = await fakeEngine({
      "POST /containers/create": (call) => call.json(201, { Id: "x", Warnings: [] }),
      "GET /containers/json": (call) => call.json(200, []),
    });
    const body = deepFreeze({ Image: "a", Cmd: ["b"], HostConfig: { Binds: ["/a:/b"] }, Labels: { a: "b" } });
    const call = deepFreeze({ headers: { "X-A": "b" }, timeout: { total: 1000 }, retry: { attempts: 2 } });
    await engine.docker.containers.create(body, deepFreeze({ name: "x" }), call);
    await engine.docker.containers.create(body, deepFreeze({ name: "x" }), call);
    await engine.docker.containers.list(
      deepFreeze({ filters: { label: ["a=b"], status: ["running" as const] } }),
      call,
    );
    expect(engine.calls).toHaveLength(3);
  });

  test("throws when an answer that should be JSON is none, and shows nothing of it", async () => {
    await using engine = await fakeEngine({ "GET /info": (call) => call.send(200, "<html>hunter2") });
    const failure = engine.docker.system.info();
    await expect(failure).rejects.toThrow(ProtocolError);
    await expect(failure).rejects.not.toThrow(/hunter2/);
  });

  test("does not read what an engine says where nothing is expected", async () => {
    await using engine = await fakeEngine({
      "POST /containers/{id}/pause": (call) => call.send(200, "OK\n"),
    });
    expect(await engine.docker.containers.pause("a")).toBeUndefined();
  });

  test("gives undefined for an empty answer", async () => {
    await using engine = await fakeEngine({ "GET /info": (call) => call.send(200) });
    expect(await engine.docker.system.info()).toBeUndefined();
  });

  test("does not follow a redirect", async () => {
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": (call) => call.send(301, "", { Location: "/v1.51/info" }),
      "GET /info": info,
    });
    await expect(engine.docker.containers.inspect("a")).rejects.toThrow("redirects are never followed");
    expect(engine.calls).toHaveLength(1);
  });

  test("reads no more than about 1 MiB of an error, and leaves no connection behind", async () => {
    let sent = 0;
    await using engine = await fakeEngine({
      "GET /info": async (call) => {
        call.start(500, { "Content-Type": "text/plain" });
        const piece = Buffer.alloc(64 * 1024, "x");
        // Writing fails when the client has read enough.
        for (; sent < 1024 && !call.request.socket.destroyed; sent++) await call.write(piece).catch(() => {});
        call.end();
      },
    });
    await expect(engine.docker.system.info()).rejects.toMatchObject({ status: 500 });
    await closed(callOf(engine, "/info"));
    expect(sent).toBeLessThan(512);
  });

  test("ends with its timeout, and the connection with it", async () => {
    await using engine = await fakeEngine(
      { "GET /info": never },
      { client: { timeout: 40, apiVersion: "1.43" } },
    );
    await expect(engine.docker.system.info()).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
      milliseconds: 40,
    });
    await expect(engine.docker.system.info({ timeout: 20 })).rejects.toMatchObject({ milliseconds: 20 });
    await expect(engine.docker.system.info({ timeout: { headers: 10 } })).rejects.toMatchObject({
      phase: "headers",
    });
    await Promise.all(engine.calls.map(closed));
  });

  test.each([new Error("enough"), "enough", 0, null, undefined])(
    "rejects with the reason of its signal: %s",
    async (reason) => {
      const arrived = moment();
      await using engine = await fakeEngine({ "GET /info": () => arrived.now() });
      const controller = new AbortController();
      const call = engine.docker.system.info({ signal: controller.signal });
      await arrived.came;
      controller.abort(reason);
      await expect(call).rejects.toBe(controller.signal.reason);
      await closed(callOf(engine, "/info"));
    },
  );

  test("is repeated as it says itself before the client", async () => {
    let count = 0;
    await using engine = await fakeEngine({
      "GET /info": (call) => {
        count++;
        call.send(503, "later");
      },
    });
    await expect(engine.docker.system.info({ retry: { attempts: 3, minDelay: 1 } })).rejects.toThrow("later");
    expect(count).toBe(3);
    await expect(engine.docker.system.info()).rejects.toThrow("later");
    expect(count).toBe(4);
  });
});

describe("the headers of a call", () => {
  test("come from the call before the client, whatever their case", async () => {
    await using engine = await fakeEngine(
      { "GET /info": info },
      { client: { headers: { "X-Team": "client", "X-Client": "c" } } },
    );
    await engine.docker.system.info({ headers: { "x-team": "call" } });
    expect(engine.calls[0]?.headers).toMatchObject({
      "x-team": "call",
      "x-client": "c",
      "user-agent": "docker-engine-sdk",
    });
    expect(engine.daemon.calls[0]?.headers).toMatchObject({ "x-team": "client" });
  });

  test("can say another user agent", async () => {
    await using engine = await fakeEngine(
      { "GET /info": info },
      { client: { headers: { "User-Agent": "mine" } } },
    );
    await engine.docker.system.info();
    expect(engine.calls[0]?.headers["user-agent"]).toBe("mine");
  });

  test("carry the bearer token, which a function gives anew for each", async () => {
    let count = 0;
    await using engine = await fakeEngine(
      { "GET /info": info },
      { client: { apiVersion: "1.43", auth: { bearer: () => `t${++count}` } } },
    );
    await engine.docker.system.info();
    await engine.docker.system.info();
    expect(engine.calls.map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test("carry username and password, unless the call has its own", async () => {
    await using engine = await fakeEngine(
      { "GET /info": info },
      { client: { auth: { username: "u", password: "p" }, headers: { Authorization: "lower" } } },
    );
    await engine.docker.system.info();
    await engine.docker.system.info({ headers: { authorization: "own" } });
    expect(engine.calls.map(({ headers }) => headers.authorization)).toEqual(["Basic dTpw", "own"]);
  });

  test("with a line break in a token are refused without showing it", async () => {
    await using engine = await fakeEngine({}, { client: { auth: { bearer: "hunter2\r\nX-Evil: 1" } } });
    await expect(engine.docker.system.info()).rejects.toThrow("header authorization has characters");
    await expect(engine.docker.system.info()).rejects.not.toThrow(/hunter2/);
    expect(engine.daemon.calls).toHaveLength(0);
  });

  test("with a line break are refused at once where the client has them", () => {
    expect(() => new Docker({ headers: { "X-Token": "a\nb" } })).toThrow("header X-Token");
  });

  test("do not let a token that never comes hold an aborted call", async () => {
    await using engine = await fakeEngine(
      {},
      { client: { apiVersion: "1.43", auth: { bearer: () => new Promise<string>(() => {}) } } },
    );
    await expect(engine.docker.system.info({ signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

describe("errors of an engine", () => {
  test("are thrown, never given as results", async () => {
    const no: Handler = (call) => call.json(404, { message: "No such container: nope" });
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": no,
      "POST /containers/{id}/start": no,
      "DELETE /containers/{id}": no,
      "GET /containers/{id}/logs": no,
      "POST /containers/create": (call) => call.json(409, { message: "Conflict. The name is in use" }),
      "GET /info": (call) => call.json(500, { message: "boom" }),
    });
    const { containers, system } = engine.docker;
    for (const call of [
      () => containers.inspect("nope"),
      () => containers.start("nope"),
      () => containers.remove("nope"),
      () => containers.logs("nope").text(),
    ]) {
      const failure = call();
      await expect(failure).rejects.toThrow(NotFoundError);
      await expect(failure).rejects.toThrow("No such container: nope");
    }
    await expect(containers.create({ Image: "a" })).rejects.toMatchObject({ status: 409, code: "CONFLICT" });
    await expect(system.info()).rejects.toMatchObject({ status: 500, message: "boom", path: "/v1.51/info" });
  });
});

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value))
    if (typeof inner === "object" && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
