import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { ForbiddenError } from "../../src/errors.js";
import { hijacked } from "../client/bare-client.js";
import { fakeEngine } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";

const type = "application/vnd.docker.multiplexed-stream";

test("an engine behind a path and a token is spoken to so by every kind of call", async () => {
  const under = (path: string) => `/engines/one${path}`;
  const seen: [string, string | undefined, string | undefined][] = [];
  await using proxy = await tcpDoor({
    "GET /engines/one/version": (call) => call.json(200, { ApiVersion: "1.51" }),
    [`GET ${under("/v1.51/info")}`]: (call) => call.json(200, { ID: "x" }),
    [`GET ${under("/v1.51/containers/{id}/logs")}`]: (call) =>
      call.stream([frame("stdout", "line")], { "Content-Type": type }),
    [`POST ${under("/v1.51/containers/{id}/attach")}`]: (call) =>
      void hijacked(call).end(frame("stdout", "a")),
    [`POST ${under("/v1.51/images/load")}`]: async (call) => {
      await call.body();
      await call.stream(['{"stream":"Loaded image: a:1\\n"}\n']);
    },
    [`PUT ${under("/v1.51/containers/{id}/archive")}`]: async (call) => {
      await call.body();
      call.send(200);
    },
  });
  let issued = 0;
  await using docker = new Docker({
    host: `tcp://127.0.0.1:${proxy.port}/engines/one`,
    auth: { bearer: async () => `token-${++issued}` },
    headers: { "X-Team": "a" },
    registryAuth: { "docker.io": {} },
    retry: false,
  });
  expect(await docker.system.info()).toEqual({ ID: "x" });
  expect(await docker.containers.logs("web").text()).toBe("line");
  const attached = await docker.containers.attach("web", {}, { headers: { "X-Call": "b" } });
  expect(await attached.output.text()).toBe("a");
  expect(await docker.images.load(Buffer.from("x"))).toEqual({ images: ["a:1"] });
  await docker.containers.putArchive("web", Buffer.from("x"), { path: "/" });
  for (const { headers, request } of proxy.engine.daemon.calls) {
    seen.push([request.url ?? "", headers.authorization, String(headers["x-team"])]);
  }
  expect(seen.map(([url]) => url.replace(/\?.*/, ""))).toEqual([
    "/engines/one/version",
    "/engines/one/v1.51/info",
    "/engines/one/v1.51/containers/web/logs",
    "/engines/one/v1.51/containers/web/attach",
    "/engines/one/v1.51/images/load",
    "/engines/one/v1.51/containers/web/archive",
  ]);
  expect(seen.map(([, token]) => token)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Bearer token-${n}`));
  expect(new Set(seen.map(([, , team]) => team))).toEqual(new Set(["a"]));
});

test("a proxy that forbids a call with a page of its own is told from the engine", async () => {
  const page = "<html><head><title>403 Forbidden</title></head><body>Request forbidden</body></html>";
  await using engine = await fakeEngine({
    "POST /containers/{id}/stop": (call) => call.send(403, page, { "Content-Type": "text/html" }),
    "POST /containers/{id}/attach": (call) => call.send(403, page, { "Content-Type": "text/html" }),
    "GET /containers/{id}/logs": (call) => call.send(403, page, { "Content-Type": "text/html" }),
  });
  const { containers } = engine.docker;
  for (const attempt of [containers.stop("web"), containers.attach("web"), containers.logs("web").text()]) {
    await expect(attempt).rejects.toThrow(ForbiddenError);
    await expect(attempt).rejects.toThrow(/proxy .*403 Forbidden/);
  }
});

/** A fake engine on a TCP port. */
async function tcpDoor(routes: Parameters<typeof fakeEngine>[0]) {
  const engine = await fakeEngine(routes);
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const inner = connect({ path: engine.daemon.socketPath, allowHalfOpen: true });
    for (const one of [socket, inner]) {
      sockets.add(one);
      one.on("error", () => undefined);
    }
    socket.pipe(inner).pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number }; // of a TCP server
  return {
    port,
    engine,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await engine[Symbol.asyncDispose]();
    },
  };
}
