import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { ConnectionError, NotFoundError } from "../../src/errors.js";
import type { Exchange } from "../../src/testing/exchange.js";
import { startRecorder } from "../../src/testing/recorder.js";
import { startReplay } from "../../src/testing/replay.js";
import { frame } from "../helpers/frames.js";
import { ownEngine } from "./own-engine.js";
import { recordingFile } from "./recording-file.js";

const multiplexed = "application/vnd.docker.multiplexed-stream";

async function recording(answer: (exchange: Exchange) => void | Promise<void>, secrets: string[] = []) {
  const engine = await ownEngine(answer);
  const place = await recordingFile();
  const recorder = await startRecorder({ target: engine.host, file: place.file, secrets });
  const docker = new Docker({ host: recorder.host, apiVersion: "1.51", retry: false, cliCredentials: false });
  return {
    engine,
    docker,
    recorder,
    ...place,
    /** What is in the file. */
    async written() {
      await recorder.stop();
      return (await place.recording()).exchanges;
    },
    async [Symbol.asyncDispose]() {
      await docker.close();
      await recorder.stop();
      await engine[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

test("passes requests and answers through, and writes them to be read", async () => {
  await using run = await recording(async (exchange) => {
    if (exchange.method === "POST") exchange.answer(201, { Id: "1", Warnings: [] }, { "X-Made": "up" });
    else exchange.answer(404, { message: "No such container: db" });
  });
  expect(await run.docker.containers.create({ Image: "a" }, { name: "web" })).toEqual({
    Id: "1",
    Warnings: [],
  });
  await expect(run.docker.containers.inspect("db", { size: true })).rejects.toThrow(NotFoundError);
  const [create, inspect] = await run.written();
  expect(create).toEqual({
    method: "POST",
    path: "/containers/create",
    operation: "ContainerCreate",
    version: "1.51",
    query: { name: "web" },
    body: { Image: "a" },
    answer: {
      status: 201,
      headers: { "Content-Type": "application/json", "X-Made": "up" },
      body: { json: { Id: "1", Warnings: [] } },
    },
  });
  expect(inspect).toMatchObject({
    query: { size: "true" },
    answer: { status: 404, body: { json: { message: "No such container: db" } } },
  });
});

test("brings to the engine what the client has sent", async () => {
  await using run = await recording(async (exchange) => {
    await exchange.bytes();
    exchange.answer(201, { Id: "1", Warnings: [] });
  });
  await run.docker.containers.create({ Image: "a", Labels: { a: "é" } }, { name: "web" });
  const [direct] = run.engine.requests;
  expect(direct).toMatchObject({
    body: { Image: "a", Labels: { a: "é" } },
    query: { name: "web" },
    version: "1.51",
  });
  expect(direct?.headers["content-type"]).toBe("application/json");
});

test("writes output by its streams, in order with the requests, as it arrives", async () => {
  let started = () => {};
  const start = new Promise<void>((resolve) => {
    started = resolve;
  });
  await using run = await recording(async (exchange) => {
    if (exchange.path.endsWith("/start")) {
      started();
      return exchange.answer(204);
    }
    const stream = exchange.stream(200, { "Content-Type": multiplexed });
    await stream.write(frame("stdout", "before\n"));
    await start;
    await stream.write(Buffer.concat([frame("stdout", "after é\n"), frame("stderr", "oops\n")]));
    await stream.write(frame("stdout", Buffer.from([0xff, 0xfe])));
    stream.end();
  });
  const lines: string[] = [];
  for await (const { stream, data } of run.docker.containers.logs("web", { follow: true })) {
    lines.push(`${stream} ${data.toString("latin1")}`);
    if (lines.length === 1) await run.docker.containers.start("web");
  }
  expect(lines[0]).toBe("stdout before\n");
  const [logs] = await run.written();
  const pieces = logs?.answer?.pieces ?? [];
  expect(pieces[0]).toEqual({ after: 1, bytes: { frames: [{ stdout: "before\n" }] } });
  expect(pieces[1]).toMatchObject({ after: 2 });
  expect(pieces.at(-1)).toEqual({ after: 2 });
});

test("passes connections that are handed over, both ways, and writes how much went in but not what", async () => {
  await using run = await recording(async (exchange) => {
    const connection = exchange.hijack(multiplexed);
    connection.write(frame("stdout", "hello\n"));
    let size = 0;
    for await (const chunk of connection) size += chunk.length;
    connection.end(frame("stdout", `${size}\n`));
  });
  const { output, stdin } = await run.docker.containers.attach("web", { stdin: true, stdout: true });
  stdin.end("geheim");
  let said = "";
  for await (const { data } of output) said += data;
  expect(said).toBe("hello\n6\n");
  const [attach] = await run.written();
  expect(attach?.answer).toMatchObject({ status: 101, headers: { "Content-Type": multiplexed } });
  expect(attach?.answer?.pieces?.at(-2)).toEqual({
    after: 1,
    input: 6,
    inputEnded: true,
    bytes: { frames: [{ stdout: "6\n" }] },
  });
  expect(await run.text()).not.toContain("geheim");
});

test("writes of an upload the size and a hash, and passes it on", async () => {
  let size = 0;
  await using run = await recording(async (exchange) => {
    for await (const chunk of exchange.input) size += chunk.length;
    exchange.stream(200, { "Content-Type": "application/json" }).end();
  });
  await run.docker.images.load(Readable.from([Buffer.alloc(300_000)]));
  expect(size).toBe(300_000);
  const [load] = await run.written();
  expect(load?.body).toEqual({ bytes: 300_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("writes bytes that are no text as base64, and JSON that would not come back the same as text", async () => {
  const tar = Buffer.from([0, 255, 254, 7]);
  await using run = await recording(async (exchange) => {
    if (exchange.path.endsWith("/export")) exchange.send(200, tar, { "Content-Type": "application/x-tar" });
    else
      exchange.send(200, '{"Id":"a","Size":18446744073709551615}\n', { "Content-Type": "application/json" });
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of run.docker.containers.export("web")) pieces.push(piece);
  expect(Buffer.concat(pieces)).toEqual(tar);
  await run.docker.containers.inspect("web");
  const [exported, inspect] = await run.written();
  expect(exported?.answer?.body).toEqual({ base64: tar.toString("base64") });
  expect(inspect?.answer?.body).toEqual({ text: '{"Id":"a","Size":18446744073709551615}\n' });
});

test("writes no secret", async () => {
  await using run = await recording(
    async (exchange) => {
      await exchange.bytes();
      if (exchange.path === "/auth") return exchange.answer(200, { Status: "ok", IdentityToken: "geheim-1" });
      if (exchange.path === "/swarm") {
        return exchange.answer(200, { ID: "s", JoinTokens: { Worker: "geheim-2", Manager: "geheim-3" } });
      }
      if (exchange.path === "/images/create") {
        const stream = exchange.stream(200, { "Content-Type": "application/json" });
        await stream.write(
          '{"status":"from https://me:geheim-4@registry.example"}\n{"status":"my named-word"}\n',
        );
        return stream.end();
      }
      if (exchange.method === "POST") return exchange.answer(201, { Id: "1", ID: "1", Warnings: [] });
      exchange.answer(200, {
        Id: "1",
        Config: { Env: ["DB_PASSWORD=geheim-5", "PATH=/bin"], Labels: { a: "named-word" } },
      });
    },
    ["named-word"],
  );
  await using docker = new Docker({
    host: run.recorder.host,
    apiVersion: "1.51",
    auth: { bearer: "geheim-6" },
    registryAuth: { "registry.example": { username: "u", password: "geheim-7" } },
  });
  await docker.system.auth({ username: "u", password: "geheim-8", serveraddress: "registry.example" });
  await docker.swarm.inspect();
  await docker.images.pull("registry.example/app:1");
  await docker.secrets.create({ Name: "s", Data: "geheim-9" });
  await docker.containers.create({
    Image: "a",
    Env: ["API_TOKEN=geheim-10", "A=b"],
    Cmd: ["--password=geheim-11"],
  });
  await docker.containers.inspect("web");
  await run.recorder.stop();
  const text = await run.text();
  expect(text).not.toMatch(/geheim|named-word|Z2VoZWlt/i);
  expect(text).toContain('"PATH=/bin"');
  expect(text).toContain('"A=b"');
  expect(text).toContain("DB_PASSWORD=(hidden)");
});

test("writes no secret that stands in a command, an option, a label or a URL, and leaves the shape", async () => {
  await using run = await recording(async (exchange) => {
    if (exchange.method === "POST") return exchange.answer(201, { Id: "1", Warnings: [] });
    exchange.answer(200, [{ Id: "1", CreatedBy: "RUN |1 NPM_TOKEN=geheim /bin/sh" }]);
  });
  await run.docker.containers.create({
    Image: "a",
    Cmd: ["sh", "-c", "cd /; DB_PASSWORD=geheim ./x"],
    Env: [
      "DATABASE_URL=postgres://u:p@geheim@db/x",
      "SSH_KEY=geheim geheim",
      "ENCRYPTION_KEY=geheim",
      "AWS_ACCESS_KEY_ID=geheim",
      "PUBLIC_KEY=shown",
    ],
    Labels: { "my.password": "geheim" },
    HostConfig: { LogConfig: { Type: "awslogs", Config: { "awslogs-secret-key": "geheim" } } },
  });
  await run.docker.volumes.create({ Name: "vol", DriverOpts: { o: "username=ada,password=geheim" } });
  await run.docker.images.history("a");
  const [create, volume, history] = await run.written();
  expect(await run.text()).not.toContain("geheim");
  expect(create?.body).toMatchObject({
    Cmd: ["sh", "-c", "cd /; DB_PASSWORD=(hidden) ./x"],
    Env: expect.arrayContaining(["DATABASE_URL=postgres://(hidden)@db/x", "PUBLIC_KEY=shown"]),
  });
  expect(volume?.body).toMatchObject({ DriverOpts: { o: "username=ada,password=(hidden)" } });
  expect(history?.answer?.body).toEqual({
    json: [{ Id: "1", CreatedBy: "RUN |1 NPM_TOKEN=(hidden) /bin/sh" }],
  });
});

test("writes none of the texts of the option secrets, wherever they stand, and replays them", async () => {
  const secrets = ["geheim", 'ge"heim x'];
  await using run = await recording(async (exchange) => {
    if (exchange.path.endsWith("/logs")) {
      const stream = exchange.stream(200, { "Content-Type": multiplexed });
      await stream.write(frame("stdout", '{"a":"ge\\"heim x"}\n'));
      return stream.end();
    }
    exchange.answer(200, { Id: "1", Config: { Labels: { geheim: "a" } } }, { "X-Made": "by geheim" });
  }, secrets);
  await run.docker.containers.inspect("c-geheim");
  await run.docker.containers.inspect('ge"heim x');
  for await (const _ of run.docker.containers.logs("web"));
  await run.docker.containers.list({ filters: { label: ['ge"heim x=1'] } });
  const [first, second, logs, list] = await run.written();
  expect(await run.text()).not.toMatch(/geheim|heim x|heim%20x/);
  expect(first).toMatchObject({
    path: "/containers/c-(hidden)/json",
    operation: "ContainerInspect",
    answer: {
      headers: { "X-Made": "by (hidden)" },
      body: { json: { Config: { Labels: { "(hidden)": "a" } } } },
    },
  });
  expect(second?.path).toBe("/containers/(hidden)/json");
  expect(logs?.answer?.pieces?.[0]?.bytes).toEqual({ frames: [{ stdout: '{"a":"(hidden)"}\n' }] });
  expect(list?.query?.filters).toContain("(hidden)=1");
  await using replay = await startReplay({ file: run.file, secrets, strict: true });
  await using docker = new Docker({ host: replay.host, apiVersion: "1.51", retry: false });
  expect(await docker.containers.inspect("c-geheim")).toMatchObject({ Id: "1" });
  await docker.containers.list({ filters: { label: ['ge"heim x=1'] } });
  expect(replay.unused).toHaveLength(2);
});

test("takes credentials out of lines of JSON and leaves the lines whole", async () => {
  const lines = '{"a":"http://x","b":"u@h"}\n{"a":"http://u:p@geheim@h","b":"TOKEN=a"}\n';
  await using run = await recording(async (exchange) => {
    const stream = exchange.stream(200, { "Content-Type": "application/json" });
    await stream.write(lines);
    stream.end();
  });
  for await (const _ of run.docker.system.events());
  const [events] = await run.written();
  expect(events?.answer?.pieces?.[0]?.bytes).toEqual({ text: lines.replace("u:p@geheim", "(hidden)") });
});

test("knows an answer that broke from one that the client left", async () => {
  await using run = await recording(async (exchange) => {
    const stream = exchange.stream(200, { "Content-Type": "application/json" });
    await stream.write('{"Type":"container","Action":"start"}\n');
    if (exchange.query.has("until")) throw new Error("broken");
    await new Promise((resolve) => exchange.gone.addEventListener("abort", resolve));
  });
  for await (const _ of run.docker.system.events()) break;
  const broken = (async () => {
    for await (const _ of run.docker.system.events({ until: "1" }));
  })();
  await expect(broken).rejects.toThrow();
  await expect.poll(() => run.engine.requests.length).toBe(2);
  const exchanges = await run.written();
  expect(exchanges.map(({ answer }) => answer?.end)).toEqual(["left", "broken"]);
});

test("answers 502 with the reason where the engine cannot be reached", async () => {
  await using place = await recordingFile();
  await using recorder = await startRecorder({ target: "unix:///nowhere/docker.sock", file: place.file });
  await using docker = new Docker({ host: recorder.host, apiVersion: "1.51", retry: false });
  await expect(docker.system.info()).rejects.toThrow(/\/nowhere\/docker\.sock.*no such socket/s);
  await expect(docker.system.info()).rejects.not.toThrow(ConnectionError);
});

test("reaches the engine as the options of a client say", async () => {
  await using engine = await ownEngine(
    (exchange) => exchange.answer(200, { ID: exchange.headers["x-team"] }),
    {
      listen: "tcp",
    },
  );
  await using place = await recordingFile();
  const target = { host: engine.host, headers: { "X-Team": "a" } };
  await using recorder = await startRecorder({ target, file: place.file, listen: "tcp" });
  await using docker = new Docker({ host: recorder.host, apiVersion: "1.51" });
  expect(await docker.system.info()).toMatchObject({ ID: "a" });
});

test("says before the work that the file cannot be written, and stops twice", async () => {
  await expect(startRecorder({ target: "unix:///x.sock", file: "/nowhere/recording.json" })).rejects.toThrow(
    "ENOENT",
  );
  await using place = await recordingFile();
  const recorder = await startRecorder({ target: "unix:///x.sock", file: place.file });
  await recorder.stop();
  await recorder.stop();
  expect((await place.recording()).exchanges).toEqual([]);
});
