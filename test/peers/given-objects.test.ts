import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { handsOver, multiplexed } from "../client/bare-client.js";
import { fakeEngine } from "../client/fake-engine.js";
import type { Call } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";
import { progress } from "../resources/operation-cases.js";

const json = (status: number, value: unknown) => async (call: Call) => {
  await call.body();
  call.json(status, value);
};

describe("what a call is given", () => {
  test("stays as it is, deep down, and can be given again", async () => {
    await using engine = await fakeEngine({
      "POST /containers/create": json(201, { Id: "abc", Warnings: [] }),
      "POST /containers/{id}/exec": json(201, { Id: "abc" }),
      "POST /exec/{id}/start": handsOver(frame("stdout", "x"), multiplexed),
      "GET /exec/{id}/json": json(200, { Running: false, ExitCode: 0 }),
      "POST /networks/create": json(201, { Id: "x", Warning: "" }),
      "POST /networks/{id}/connect": json(200, undefined),
      "POST /build": async (call) => {
        await call.body();
        call.send(200, progress({ aux: { ID: "sha256:z" } }));
      },
      "GET /events": (call) => call.send(200),
      "POST /containers/prune": json(200, { ContainersDeleted: [], SpaceReclaimed: 0 }),
    });
    const { docker } = engine;
    const call = frozen({ headers: { "X-A": "b" }, timeout: { total: 5_000 }, retry: { attempts: 2 } });
    const config = frozen({
      Image: `sha256:${"ab".repeat(32)}`,
      Env: ["A=b"],
      HostConfig: { Binds: ["/a:/b"] },
    });
    const exec = frozen({ env: { A: "b" }, workingDir: "/", stdin: ["a", "b"] });
    const build = frozen({ tag: ["a:1"], buildArgs: { A: "b" }, labels: { l: "m" } });
    const source = frozen({ dockerfile: "FROM scratch", files: { "a.txt": "text" } });
    const endpoint = frozen({ Container: "web", EndpointConfig: { Aliases: ["www"] } });
    for (let round = 0; round < 2; round++) {
      await docker.containers.create(config, frozen({ name: "web" }), call);
      await docker.exec("web", frozen(["cat"]), exec, call);
      await docker.networks.create(frozen({ Name: "shop", Options: { a: "b" } }), call);
      await docker.networks.connect("shop", endpoint, call);
      await docker.build(source, build, call);
      for await (const _ of docker.system.events(
        frozen({ filters: { type: ["container" as const] } }),
        call,
      ));
      await docker.containers.prune(frozen({ filters: { label: ["a"] } }), call);
    }
    const half = engine.calls.length / 2;
    const asked = engine.calls.map(({ method, path, query }) => `${method} ${path} ${query}`);
    expect(asked.slice(half)).toEqual(asked.slice(0, half));
  });

  test("goes on the wire as it is: an image's id is not taken for a name", async () => {
    let body = "";
    await using engine = await fakeEngine({
      "POST /containers/create": async (call) => {
        body = (await call.body()).toString();
        call.json(201, { Id: "abc", Warnings: [] });
      },
    });
    const config = { Image: `sha256:${"ab".repeat(32)}`, Env: ["P=ä\u2028"], Cmd: [] as string[] };
    await engine.docker.containers.create(config);
    expect(JSON.parse(body)).toEqual(config);
  });
});

describe("a prune", () => {
  test("with an empty list for a filter is refused: engines take that for no filter, and all would go", async () => {
    await using engine = await fakeEngine();
    const { containers, images, networks, volumes } = engine.docker;
    const label: string[] = [];
    for (const pruning of [
      containers.prune({ filters: { label } }),
      images.prune({ filters: { label } }),
      networks.prune({ filters: { label, until: "1h" } }),
      volumes.prune({ filters: { label } }),
    ]) {
      await expect(pruning).rejects.toThrow(InvalidArgumentError);
      await expect(pruning).rejects.toThrow(/^filters.label of \w+Prune is an empty list/);
    }
    expect(engine.calls).toEqual([]);
  });

  test("without filters is said to be one of everything, and a list takes an empty one", async () => {
    await using engine = await fakeEngine({
      "POST /containers/prune": json(200, { ContainersDeleted: [], SpaceReclaimed: 0 }),
      "GET /containers/json": json(200, []),
    });
    await engine.docker.containers.prune();
    await engine.docker.containers.list({ filters: { label: [] } });
    expect(engine.calls.map(({ query }) => query.toString())).toEqual([
      "",
      "filters=%7B%22label%22%3A%5B%5D%7D",
    ]);
  });
});

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) frozen(part);
  return Object.freeze(value);
}
