import { once } from "node:events";
import { type Call, type FakeDaemon, fakeDaemon, type Routes } from "../../test/helpers/fake-daemon.js";
import { frame } from "../../test/helpers/frames.js";

/** Just enough of an engine for consumer/story.mjs, where no real one is given. */
export function fakeEngine(): Promise<FakeDaemon> {
  const id = "f".repeat(64);
  const files: { archive?: Buffer } = {};
  const routes: Routes = {
    "GET /version": (call) =>
      call.json(200, { Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }),
    "GET /containers/json": (call) => call.json(200, []),
    "POST /containers/create": (call) => call.json(201, { Id: id, Warnings: [] }),
    "POST /containers/{id}/start": (call) => call.send(204),
    "DELETE /containers/{id}": (call) => call.send(204),
    "GET /containers/{id}/json": (call) =>
      call.params.id === id
        ? call.json(200, { Id: id, Config: { Tty: false }, State: { Running: true } })
        : call.json(404, { message: `No such container: ${call.params.id}` }),
    "GET /events": async (call) => {
      call.start(200, { "Content-Type": "application/json" });
      if (!call.query.has("since")) return;
      for (const action of ["create", "start"]) await call.write(`${JSON.stringify(event(action, id))}\n`);
    },
    "GET /containers/{id}/logs": async (call) => {
      call.start(200, { "Content-Type": "application/vnd.docker.multiplexed-stream" });
      for (const text of ["line 1\n", "line 2\n", "line 3\n"]) await call.write(frame("stdout", text));
      await call.write(frame("stderr", "wrong\n"));
    },
    "POST /containers/{id}/exec": (call) => call.json(201, { Id: "sort" }),
    "POST /exec/{id}/start": sort,
    "GET /exec/{id}/json": (call) => call.json(200, { ID: "sort", Running: false, ExitCode: 0, Pid: 1 }),
    "HEAD /containers/{id}/archive": (call) => call.send(200, "", { [STAT]: stat("tmp", FOLDER) }),
    "PUT /containers/{id}/archive": async (call) => {
      files.archive = await call.body();
      call.send(200);
    },
    "GET /containers/{id}/archive": (call) =>
      call.send(200, files.archive, { "Content-Type": "application/x-tar", [STAT]: stat("note.txt", 0o644) }),
  };
  return fakeDaemon(routes);
}

const STAT = "X-Docker-Container-Path-Stat";
/** As Go's os.FileMode has it. */
const FOLDER = 2 ** 31 + 0o755;

function stat(name: string, mode: number): string {
  const fields = { name, size: 0, mode, mtime: "2026-01-01T00:00:00Z", linkTarget: "" };
  return Buffer.from(JSON.stringify(fields)).toString("base64");
}

function event(action: string, id: string) {
  return { Type: "container", Action: action, Actor: { ID: id, Attributes: {} }, scope: "local", time: 1 };
}

/** `sort`: answers when its input has ended. */
async function sort(call: Call): Promise<void> {
  if (!call.upgradable) await call.body();
  const connection = call.hijack({ "Content-Type": "application/vnd.docker.multiplexed-stream" });
  let input = "";
  connection.on("data", (chunk) => {
    input += chunk;
  });
  await once(connection, "end");
  // An upgrade leaves the body of the call before what the command reads.
  const lines = input
    .slice(input.lastIndexOf("}") + 1)
    .trim()
    .split("\n");
  connection.end(frame("stdout", `${lines.sort().join("\n")}\n`));
}
