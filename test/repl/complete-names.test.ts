import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { begunName, nameCompletions } from "../../src/repl/complete-names.js";
import { NameCache } from "../../src/repl/name-cache.js";
import { fakeEngine } from "../client/fake-engine.js";

describe("the name that a line has begun", () => {
  test.each([
    ['docker.containers.logs("we', "containers", "we"],
    ["await print(docker.containers.logs('we", "containers", "we"],
    ["docker.images.inspect(`alp", "images", "alp"],
    ['docker.networks.connect( "', "networks", ""],
    ['docker.volumes.remove("da', "volumes", "da"],
    ['docker.exec("we', "containers", "we"],
    ['docker.run("lab/bu', "images", "lab/bu"],
    ['docker.containers.create({ Image: "lab', "images", "lab"],
    ['docker.networks.connect("net", { Container: "we', "containers", "we"],
  ])("%s", (line, kind, start) => {
    expect(begunName(line)).toMatchObject({ kind, start });
  });

  test.each([
    "docker.containers.lo",
    'docker.containers.logs("web")',
    'foo("we',
    'docker.system.auth("x',
    "docker.run(",
  ])("is none in %s", (line) => {
    expect(begunName(line)).toBeUndefined();
  });
});

describe("names", () => {
  test("of every kind come from the engine, once for several keys", async () => {
    await using engine = await fakeEngine({
      "GET /containers/json": (call) =>
        call.json(200, [{ Names: ["/web-1", "/db/web"] }, { Names: ["/web-2"] }, { Names: ["/x\u001b[2J"] }]),
      "GET /images/json": (call) =>
        call.json(200, [{ RepoTags: ["app:1", "<none>:<none>"] }, { RepoTags: null }]),
      "GET /networks": (call) => call.json(200, [{ Name: "bridge" }]),
      "GET /volumes": (call) => call.json(200, { Volumes: [{ Name: "data" }] }),
    });
    const cache = new NameCache(engine.docker);
    const complete = (line: string) => nameCompletions(begunName(line) ?? expect.fail(line), cache);
    expect(await complete('docker.containers.logs("web')).toEqual([["web-1", "web-2"], "web"]);
    expect(await complete('docker.containers.logs("web-2')).toEqual([['web-2"'], "web-2"]);
    expect(await complete('docker.containers.logs("none')).toEqual([[], "none"]);
    expect(await complete("docker.images.inspect('a")).toEqual([["app:1'"], "a"]);
    expect(await complete('docker.networks.inspect("')).toEqual([['bridge"'], ""]);
    expect(await complete('docker.volumes.inspect("')).toEqual([['data"'], ""]);
    expect(engine.calls.length).toBe(4);
  });

  test("are none, and soon, where the engine fails or is silent", async () => {
    await using engine = await fakeEngine({
      "GET /containers/json": (call) => call.json(500, { message: "no" }),
      "GET /images/json": () => new Promise(() => {}),
    });
    const cache = new NameCache(engine.docker);
    expect(await cache.names("containers")).toEqual([]);
    const names = cache.names("images");
    expect(await Promise.race([names, sleep(4000, "too late")])).toEqual([]);
  });
});
