import { buffer } from "node:stream/consumers";
import { packFiles } from "../../src/archive/pack-files.js";
import { hijacked } from "../client/bare-client.js";
import { type FakeDaemon, fakeDaemon, type Handler } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";
import type { World } from "./world.js";

/** A fake daemon that can answer to every operation. */
export async function fakeWorld(): Promise<{ daemon: FakeDaemon; world: World }> {
  const archive = await buffer(packFiles({ "data/file": "x" }));
  const daemon = await fakeDaemon({
    "GET /containers/{id}/json": (call) => call.json(200, { Id: call.params.id, Config: { Tty: false } }),
    "GET /containers/json": (call) => call.json(200, [{ Id: "ended" }]),
    "HEAD /containers/{id}/archive": (call) => call.send(200, "", { "X-Docker-Container-Path-Stat": stat }),
    "GET /containers/{id}/archive": (call) =>
      call.stream([archive.subarray(0, 700), archive.subarray(700)], { "Content-Type": "application/x-tar" }),
    "PUT /containers/{id}/archive": afterBody((call) => call.send(200, "", { "Content-Length": "0" })),
    "POST /containers/create": afterBody((call) => call.json(201, { Id: "c".repeat(64), Warnings: [] })),
    "POST /containers/{id}/wait": (call) => call.stream(['{"StatusCode":0}\n'], jsonType),
    "GET /containers/{id}/logs": async (call) => {
      call.start(200, framesType);
      await call.write(...said);
      if (!call.query.has("follow")) call.end();
    },
    "GET /events": (call) =>
      call.stream(
        ["rename", "rename"].map((Action) => `${JSON.stringify({ Type: "container", Action })}\n`),
        jsonType,
      ),
    "GET /containers/{id}/stats": async (call) => {
      call.start(200, jsonType);
      while (!call.closed) await call.write('{"name":"running",', '"cpu_stats":{}}\n');
    },
    "POST /images/create": (call) =>
      call.stream(
        [
          '{"status":"Pulling from fake"}\r\n',
          '{"status":"Status: Downloaded newer image for fake.example/image:1"}\r\n',
        ],
        jsonType,
      ),
    "GET /images/{name}/json": (call) => call.json(200, { Id: `sha256:${"d".repeat(64)}` }),
    "POST /images/load": afterBody((call) =>
      call.stream(['{"stream":"Loading"}\r\n', '{"stream":"Loaded image: fake:1\\n"}\r\n'], jsonType),
    ),
    "POST /build": afterBody((call) =>
      call.stream(
        ['{"stream":"Step 1/1 : FROM fake"}\r\n', `{"aux":{"ID":"sha256:${"e".repeat(64)}"}}\r\n`],
        jsonType,
      ),
    ),
    "POST /containers/{id}/attach": (call) => {
      const socket = hijacked(call);
      socket.on("end", () => socket.end());
      for (const piece of said) socket.write(piece);
    },
    "POST /containers/{id}/exec": afterBody((call) => call.json(201, { Id: "exec" })),
    "POST /exec/{id}/start": (call) => {
      hijacked(call).end(Buffer.concat([frame("stdout", "out\n"), frame("stderr", "err\n")]));
    },
    "GET /exec/{id}/json": (call) => call.json(200, { Running: false, ExitCode: 0 }),
  });
  let names = 0;
  const world = {
    running: "running",
    ended: "ended",
    image: "fake:1",
    renamed: async () => ({ since: "1", until: "2" }),
    pull: "fake.example/image:1",
    archive,
    name: () => `created-${names++}`,
    labels: {},
  };
  return { daemon, world };
}

const stat = Buffer.from('{"name":"data","size":1,"mode":0,"mtime":"","linkTarget":""}').toString("base64");
const jsonType = { "Content-Type": "application/json" };
const framesType = { "Content-Type": "application/vnd.docker.multiplexed-stream" };
const said = [frame("stdout", "one\n"), frame("stderr", "two\n")];

/** Answers when all of the request is there, as engines do. */
function afterBody(answer: Handler): Handler {
  return async (call) => {
    await call.body().catch(() => undefined);
    await answer(call);
  };
}
