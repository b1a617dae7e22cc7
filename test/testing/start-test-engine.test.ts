import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { startTestEngine } from "../../src/testing/index.js";

test("is an engine to a client, with faults and a log of what it was asked", async () => {
  await using engine = await startTestEngine({ apiVersion: "1.43", images: ["alpine:3"] });
  await using docker = new Docker({ host: engine.host });
  expect([engine.apiVersion, await docker.apiVersion()]).toEqual(["1.43", "1.43"]);
  const fault = engine.faults.add({
    operation: "ContainerStart",
    times: 1,
    status: 500,
    message: "no space left",
  });
  await expect(docker.run("alpine:3", ["echo", "hi"])).rejects.toThrow("no space left");
  expect(await docker.run("alpine:3", ["echo", "hi"])).toMatchObject({ exitCode: 0, stdout: "hi\n" });
  expect(fault.count).toBe(1);
  expect(engine.requests.of("ContainerCreate")).toMatchObject([
    { version: "1.43", body: { Image: "alpine:3", Cmd: ["echo", "hi"] } },
    { version: "1.43", body: { Image: "alpine:3", Cmd: ["echo", "hi"] } },
  ]);
});

test("takes the default network by the name that the docker CLI has for it", async () => {
  await using engine = await startTestEngine({ images: ["alpine:3"] });
  await using docker = new Docker({ host: engine.host });
  const { Id } = await docker.containers.create({
    Image: "alpine:3",
    Cmd: ["true"],
    HostConfig: { NetworkMode: "default" },
    NetworkingConfig: { EndpointsConfig: { default: {} } },
  });
  await docker.containers.start(Id);
  expect(await docker.containers.wait(Id)).toMatchObject({ StatusCode: 0 });
  expect(Object.keys((await docker.containers.inspect(Id)).NetworkSettings?.Networks ?? {})).toEqual([
    "bridge",
  ]);
});

test("listens on a port where that is asked for", async () => {
  await using engine = await startTestEngine({ listen: "tcp" });
  expect(engine.host).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/);
  await using docker = new Docker({ host: engine.host });
  expect(await docker.containers.list()).toEqual([]);
});

test("ends with all its streams and containers, and leaves nothing behind", async () => {
  const engine = await startTestEngine({ images: ["alpine:3"] });
  await using docker = new Docker({ host: engine.host, retry: false });
  const { Id } = await docker.containers.create({ Image: "alpine:3", Cmd: ["sleep", "1000"] });
  await docker.containers.start(Id);
  const running = docker.containers.wait(Id);
  const watching = (async () => {
    for await (const _ of docker.system.events());
  })();
  const outcomes = Promise.allSettled([running, watching]);
  await expect
    .poll(() => engine.requests.map(({ operation }) => operation))
    .toEqual(expect.arrayContaining(["ContainerWait", "SystemEvents"]));
  await engine.stop();
  await engine.stop();
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(existsSync(dirname(new URL(engine.host).pathname))).toBe(false);
});

test("listens for the end of the process once, whatever the number of engines, and not after the last", async () => {
  const before = process.listenerCount("exit");
  const engines = await Promise.all(Array.from({ length: 12 }, () => startTestEngine({ listen: "unix" })));
  expect(process.listenerCount("exit")).toBe(before + 1);
  for (const engine of engines) {
    await engine.stop();
    await engine.stop();
  }
  expect(process.listenerCount("exit")).toBe(before);
});

test("does not keep a process alive that has stopped it, and leaves no folder when one ends without", async () => {
  const entry = fileURLToPath(new URL("../../src/testing/index.ts", import.meta.url));
  const program = (ending: string) => `
    import { startTestEngine } from ${JSON.stringify(entry)};
    const engine = await startTestEngine({ images: ["alpine:3"] });
    const other = await startTestEngine();
    console.log(engine.host + " " + other.host);
    ${ending}`;
  const endings = ["await engine.stop(); await other.stop();", "process.exit(0);"];
  const run = async (ending: string) => {
    const args = ["--import", "tsx", "--input-type=module", "-e", program(ending)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 12_000 });
    const hosts = stdout.trim().split(" ");
    expect(hosts).toHaveLength(2);
    for (const host of hosts) expect(existsSync(dirname(new URL(host).pathname))).toBe(false);
  };
  await Promise.all(endings.map(run));
});
