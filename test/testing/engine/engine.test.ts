import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Docker } from "../../../src/docker.js";
import type { Program } from "../../../src/testing/engine/programs/program.js";
import { startTestEngine, type TestEngine } from "../../../src/testing/start-test-engine.js";
import { refusal } from "../stories/story.js";

let engine: TestEngine;
let docker: Docker;

const programs: Record<string, Program> = {
  greet: ({ args, env, stdout }) => void stdout.write(`hello ${args.join(" ")} from ${env.PLACE}\n`),
  broken: () => {
    throw new Error("it broke");
  },
  tidy: async ({ sleep, stdout }) => {
    try {
      await sleep(60_000);
    } catch {
      stdout.write("tidied\n");
      return 42;
    }
  },
  stubborn: () => new Promise<number>(() => {}),
};

beforeEach(async () => {
  engine = await startTestEngine({ images: ["app:1"], registry: ["alpine:3", "ghcr.io/a/b:2"], programs });
  docker = new Docker({ host: engine.host });
});
afterEach(async () => {
  await docker.close();
  await engine.stop();
});

describe("a program of one's own", () => {
  test("runs in a container, in an exec and in a shell", async () => {
    const env = { PLACE: "here" };
    expect((await docker.run("app:1", ["greet", "a", "b"], { env })).stdout).toBe("hello a b from here\n");
    expect((await docker.run("app:1", ["/usr/bin/greet", "c"], { env })).stdout).toBe("hello c from here\n");
    expect((await docker.run("app:1", ["sh", "-c", "greet d | cat"], { env })).stdout).toBe(
      "hello d from here\n",
    );
    const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["stubborn"] });
    await docker.containers.start(Id);
    expect((await docker.exec(Id, ["greet", "e"], { env })).stdout).toBe("hello e from here\n");
  });

  test("that throws ends with 1 and its message on stderr", async () => {
    expect(await docker.run("app:1", ["broken"])).toMatchObject({ exitCode: 1, stderr: "it broke\n" });
  });

  test("may finish what it does when it is stopped, and is killed when it does not", async () => {
    const ending = async (command: string, timeout: number) => {
      const { Id } = await docker.containers.create({ Image: "app:1", Cmd: [command] });
      await docker.containers.start(Id);
      await docker.containers.stop(Id, { timeout });
      return (await docker.containers.inspect(Id)).State.ExitCode;
    };
    expect(await ending("tidy", 10)).toBe(42);
    expect(await ending("stubborn", 0)).toBe(137);
  });
});

test("SIGTERM ends a built-in program with 143, SIGKILL with 137", async () => {
  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGKILL", 137],
    ["SIGINT", 130],
  ] as const) {
    const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["sleep", "100"] });
    await docker.containers.start(Id);
    const ended = docker.containers.wait(Id);
    await docker.containers.kill(Id, { signal });
    expect(await ended).toMatchObject({ StatusCode: code });
  }
});

test("a pull tells its steps, and finds only what the registry has", async () => {
  const steps: string[] = [];
  for await (const { status = "" } of docker.images.pull("alpine:3")) steps.push(status);
  expect(steps[0]).toBe("Pulling from library/alpine");
  expect(steps).toContain("Downloading");
  expect(steps.at(-1)).toBe("Status: Downloaded newer image for alpine:3");
  await docker.images.pull("ghcr.io/a/b:2");
  expect((await docker.images.inspect("ghcr.io/a/b:2")).RepoTags).toEqual(["ghcr.io/a/b:2"]);
  expect(await refusal(docker.images.pull("alpine:4"))).toBe(
    "404 manifest for alpine:4 not found: manifest unknown: manifest unknown",
  );
  expect(await refusal(docker.images.pull("nobody/knows"))).toContain(
    "404 pull access denied for nobody/knows",
  );
});

test("an image is removed with its last name, unless a container is made of it", async () => {
  const { Id } = await docker.images.inspect("app:1");
  const box = await docker.containers.create({ Image: "app:1" });
  expect(await refusal(docker.images.remove("app:1"))).toBe(
    `409 conflict: unable to remove repository reference "app:1" (must force) - container ${box.Id.slice(0, 12)} is using its referenced image ${Id.slice(7, 19)}`,
  );
  await docker.containers.remove(box.Id);
  expect(await docker.images.remove("app:1")).toEqual([
    { Untagged: "app:1" },
    { Untagged: expect.stringMatching(/^app@sha256:/) },
    { Deleted: Id },
  ]);
});

test("ports are given, and each one once", async () => {
  const create = (port: string) =>
    docker.containers.create({
      Image: "app:1",
      Cmd: ["stubborn"],
      ExposedPorts: { "80/tcp": {} },
      HostConfig: { PortBindings: { "80/tcp": [{ HostPort: port }] } },
    });
  const first = await create("8080");
  await docker.containers.start(first.Id);
  const [listed] = await docker.containers.list();
  expect(listed?.Ports).toEqual([{ IP: "0.0.0.0", PrivatePort: 80, PublicPort: 8080, Type: "tcp" }]);
  const second = await create("8080");
  expect(await refusal(docker.containers.start(second.Id))).toContain(
    "Bind for 0.0.0.0:8080 failed: port is already allocated",
  );
  const third = await create("");
  await docker.containers.start(third.Id);
  expect((await docker.containers.inspect(third.Id)).NetworkSettings.Ports).toEqual({
    "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32768" }],
  });
});

test("a stop of the engine ends its programs and followers", async () => {
  const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["stubborn"] });
  await docker.containers.start(Id);
  const followed = docker.containers.logs(Id, { follow: true }).text();
  followed.catch(() => undefined);
  await engine.stop();
  await expect(followed).rejects.toThrow();
});
