import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { hijacked } from "../client/bare-client.js";
import { fakeEngine } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";

const mark = "PLANTED";
const client = {
  auth: { bearer: `${mark}-token` },
  headers: { "X-Team": `${mark}-header` },
  registryAuth: { "docker.io": { username: "u", password: `${mark}-password` } },
};
const call = { headers: { "X-Call": `${mark}-call` } };

/** What printing, logging and serializing may show of a value. */
function shown(value: unknown): string {
  const all = { depth: Infinity, showHidden: true, maxStringLength: Infinity, maxArrayLength: Infinity };
  const texts = [inspect(value), inspect(value, all), inspect(value, { ...all, getters: true })];
  texts.push(JSON.stringify(value) ?? "", String(value));
  return texts.join("\n");
}

function expectNothingPlantedIn(value: unknown): void {
  const text = shown(value);
  expect(text).not.toContain(mark);
  const bytes = [...Buffer.from(mark)];
  expect(text).not.toContain(bytes.map((byte) => byte.toString(16)).join(" "));
  expect(text).not.toContain(Buffer.from(mark).toString("hex"));
  expect(text).not.toContain(bytes.join(","));
  expect(text).not.toContain(bytes.join(", "));
}

describe("nothing secret shows", () => {
  test("in a client that is in use, however it is printed", async () => {
    await using engine = await fakeEngine({ "GET /info": (c) => c.json(200, { ID: "x" }) }, { client });
    await engine.docker.system.info(call);
    expectNothingPlantedIn(engine.docker);
    for (const part of Object.values(engine.docker)) expectNothingPlantedIn(part);
    expect(JSON.parse(JSON.stringify(engine.docker))).toMatchObject({ containers: {}, system: {} });
  });

  test("in streams, before they are read, while they are, and behind their end", async () => {
    await using engine = await fakeEngine(
      {
        "GET /containers/{id}/logs": async (c) => {
          c.start(200, { "Content-Type": "application/vnd.docker.multiplexed-stream" });
          await c.write(frame("stdout", `${mark}-output\n`));
        },
        "GET /events": async (c) => {
          c.start();
          await c.write(`{"Action":"${mark}-event"}\n{"Act`);
        },
        "GET /containers/{id}/export": (c) => c.stream([`${mark}-bytes`, `${mark}-bytes`]),
      },
      { client },
    );
    const { containers, system } = engine.docker;
    const logs = containers.logs("web", {}, call);
    for (const stream of [logs, system.events({}, call), containers.export("web", call), logs.lines()]) {
      expectNothingPlantedIn(stream);
      const steps = stream === logs ? logs[Symbol.asyncIterator]() : undefined;
      await steps?.next();
      expectNothingPlantedIn(stream);
      await steps?.return?.();
      expectNothingPlantedIn([stream, steps]);
    }
    const events = system.events({}, call)[Symbol.asyncIterator]();
    await events.next();
    expectNothingPlantedIn(events);
    await events.return?.();
  });

  test("in a job, at work, failed and done", async () => {
    let last = '{"errorDetail":{"message":"no luck"}}';
    await using engine = await fakeEngine(
      {
        "POST /images/create": (c) => c.stream([`{"status":"${mark}-status"}\n`, last]),
        "GET /images/{name}/json": (c) => c.json(200, { Id: "sha256:x" }),
      },
      { client },
    );
    const failing = engine.docker.images.pull("alpine:3", {}, call);
    const seen: unknown[] = [];
    const loop = (async () => {
      for await (const { status } of failing) {
        seen.push(status);
        expectNothingPlantedIn(failing);
      }
    })();
    const failure = await loop.catch((error: unknown) => error);
    expect(seen).toEqual([`${mark}-status`]);
    expect(failure).toMatchObject({ message: "no luck" });
    expectNothingPlantedIn([failing, failure]);
    last = '{"status":"Digest: sha256:y"}';
    const done = engine.docker.images.pull("alpine:3", {}, call);
    expect(await done).toMatchObject({ id: "sha256:x" });
    expectNothingPlantedIn([done, await done]);
  });

  test("in a connection whose input waits to be sent", async () => {
    await using engine = await fakeEngine(
      { "POST /containers/{id}/attach": (c) => void hijacked(c).pause() },
      { client },
    );
    const attached = await engine.docker.containers.attach("web", { stdin: true }, call);
    for (let piece = 0; piece < 50; piece++) attached.stdin.write(`${mark}-stdin `.repeat(3_000));
    expect(attached.stdin.writableLength).toBeGreaterThan(100_000);
    expectNothingPlantedIn(attached);
    expectNothingPlantedIn(attached.stdin);
    await attached.close();
    expectNothingPlantedIn(attached);
  });

  test("in what goes wrong with streams, jobs and connections", async () => {
    await using engine = await fakeEngine({}, { client });
    const { containers, images, system } = engine.docker;
    const attempts = [
      () => containers.logs("web", {}, call).text(),
      () => system.events({}, call)[Symbol.asyncIterator]().next(),
      () => images.pull("alpine:3", {}, call),
      () => images.push("alpine:3", {}, call),
      () => engine.docker.build({ dockerfile: "FROM scratch" }, { buildArgs: { A: `${mark}-arg` } }, call),
      () => containers.attach("web", {}, call),
      () => engine.docker.exec("web", ["login"], { env: { P: `${mark}-env` }, stdin: `${mark}-in` }, call),
      () => engine.docker.run("alpine:3", ["login"], { env: { P: `${mark}-env` } }, call),
      () => engine.docker.copyTo("web", { "a.txt": `${mark}-file` }, "/", {}, call),
      () => engine.docker.system.auth({ username: "u", password: `${mark}-password` }, call),
      () => engine.docker.secrets.create({ Name: "s", Data: `${mark}-data` }, call),
      () => engine.docker.swarm.unlock({ UnlockKey: `${mark}-key` }, call),
    ];
    for (const attempt of attempts) {
      const outcome = await (async () => attempt())().then(
        () => "no failure",
        (error: unknown) => error,
      );
      expect(outcome).toBeInstanceOf(Error);
      expectNothingPlantedIn(outcome);
    }
    await using away = new Docker({ ...client, host: "tcp://127.0.0.1:1", apiVersion: "1.51", retry: false });
    expectNothingPlantedIn(await away.containers.attach("web", {}, call).catch((error: unknown) => error));
  });

  test("as this test would notice where it did", () => {
    for (const leak of [mark, Buffer.from(mark), { a: [mark] }, new Error("x", { cause: new Error(mark) })]) {
      expect(() => expectNothingPlantedIn(leak)).toThrow();
    }
  });
});
