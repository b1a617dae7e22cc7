import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import { folderSink } from "../../../src/connector/files.js";
import type { Call } from "../../helpers/fake-daemon.js";
import { frame, pieces } from "../../helpers/frames.js";
import { describeActions } from "../action-cases.js";
import { fakeConnector } from "../fake-connector.js";

describeActions("exec", [
  {
    case: "objects, lists and words from text, and keys to leave it by (X-2.1-3, X-2.1-5)",
    name: "docker-container-exec",
    parameters: {
      id: "web",
      execconfig_cmd: "sh -c 'echo a b'",
      execconfig_env: "A=1,B=2",
      execconfig_attachstdout: "true",
      execconfig_tty: "false",
      execconfig_detachkeys: "ctrl-x",
      execconfig_user: "0",
      execconfig_workingdir: "",
    },
    sent: "POST /containers/web/exec",
    body: {
      Cmd: ["sh", "-c", "echo a b"],
      Env: ["A=1", "B=2"],
      AttachStdout: true,
      Tty: false,
      DetachKeys: "ctrl-x",
      User: "0",
    },
    answer: { Id: "e1" },
    message: "Successfully prepared a command in container web, with the id e1.",
  },
  {
    name: "exec_inspect",
    parameters: { id: "e1" },
    sent: "GET /exec/e1/json",
    answer: { ID: "e1", Running: false, ExitCode: 3, Pid: 5 },
    message: "Exec e1 ended with exit code 3.",
  },
  {
    case: "one that has no exit code yet",
    name: "docker-exec-inspect",
    parameters: { id: "e1" },
    sent: "GET /exec/e1/json",
    answer: { ID: "e1", Running: true, ExitCode: null, Pid: 5 },
    data: [{ ID: "e1", Running: true, Pid: 5 }],
    message: "Exec e1 runs.",
  },
  {
    case: "one that has not been started",
    name: "docker-exec-inspect",
    parameters: { id: "e1" },
    sent: "GET /exec/e1/json",
    answer: { ID: "e1", Running: false, ExitCode: null, Pid: 0 },
    data: [{ ID: "e1", Running: false, Pid: 0 }],
    message: "Exec e1 does not run yet.",
  },
  {
    name: "docker-exec-resize",
    parameters: { id: "e1", h: "24", w: "80" },
    sent: "POST /exec/e1/resize?h=24&w=80",
    status: 200,
    message: "Successfully resized the terminal of exec e1 to 24 rows and 80 columns.",
  },
]);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "connector-exec-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** An engine with one prepared command, and a connector that speaks with it. */
async function execEngine({
  output = [],
  tty = false,
  endless = false,
  states = [{ Running: false, ExitCode: 0 }],
}: {
  output?: readonly Uint8Array[];
  tty?: boolean;
  endless?: boolean;
  states?: readonly object[];
} = {}) {
  const bodies: Record<string, unknown> = {};
  let asked = 0;
  const read = async (name: string, call: Call) => {
    let text = "";
    // An upgraded request has its body behind its head.
    call.request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    bodies[name] = await new Promise((resolve) => {
      call.request.on("end", () => resolve(JSON.parse(text)));
    });
  };
  const fake = await fakeConnector({
    "POST /containers/{id}/exec": async (call) => {
      await read("create", call);
      call.json(201, { Id: "e1" });
    },
    "POST /exec/{id}/start": async (call) => {
      const detached = !call.upgradable;
      if (detached) {
        await read("start", call);
        return call.send(200);
      }
      const type = tty ? "raw-stream" : "multiplexed-stream";
      const socket = call.hijack({ "Content-Type": `application/vnd.docker.${type}` });
      socket.once("data", (chunk: Buffer) => {
        bodies.start = JSON.parse(chunk.toString());
        for (const piece of output) socket.write(piece);
        if (!endless) socket.end();
      });
      socket.on("end", () => socket.end());
    },
    "GET /exec/{id}/json": (call) => {
      const state = states[Math.min(asked++, states.length - 1)];
      call.json(200, { ID: "e1", Pid: 5, ProcessConfig: { tty }, ...state });
    },
  });
  const connector = createConnector(
    { socketPath: fake.daemon.socketPath, rateLimit: "0", retryAttempts: "3", retryDelay: "0" },
    { sink: folderSink(folder) },
  );
  return {
    connector,
    bodies,
    sent: () => fake.calls.map(({ method, path }) => `${method} ${path}`),
    async [Symbol.asyncDispose]() {
      await connector.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

describe("exec_container", () => {
  test("gives both streams and the exit code, characters whole (F-2.3-5, F-2.3-6, X-2.1-10)", async () => {
    const bytes = Buffer.concat([
      frame("stdout", Buffer.from("é\n").subarray(0, 1)),
      frame("stderr", "err\n"),
      frame("stdout", Buffer.from("é\n").subarray(1)),
    ]);
    const states = [
      { Running: true, ExitCode: null },
      { Running: false, ExitCode: 3 },
    ];
    await using engine = await execEngine({ output: pieces(bytes, 1), states });
    const envelope = await engine.connector.execute("exec_container" as string, {
      id: "web",
      Cmd: "sh -c 'echo é; exit 3'",
      User: "",
      WorkingDir: "/tmp",
      Privileged: "false",
    });
    expect(envelope).toMatchObject({
      status: "success",
      message: "The command in container web ended with exit code 3.",
      data: [{ Id: "e1", stdout: "é\n", stderr: "err\n", exitCode: 3, running: false }],
      summary: { exitCode: 3, running: false },
      meta: { truncated: false },
    });
    expect(engine.bodies).toEqual({
      create: {
        Cmd: ["sh", "-c", "echo é; exit 3"],
        WorkingDir: "/tmp",
        Privileged: false,
        AttachStdout: true,
        AttachStderr: true,
      },
      start: { Detach: false, Tty: false },
    });
    expect(engine.sent()).toEqual([
      "POST /containers/web/exec",
      "POST /exec/e1/start",
      "GET /exec/e1/json",
      "GET /exec/e1/json",
    ]);
  });

  test("says of the terminal at the start what it said at the creation (F-2.3-5)", async () => {
    await using engine = await execEngine({ tty: true, output: [Buffer.from("out\r\n")] });
    const { data } = await engine.connector.execute("exec_container" as string, {
      id: "web",
      Cmd: "sh",
      Tty: "true",
    });
    expect(data).toEqual([{ Id: "e1", stdout: "out\r\n", stderr: "", exitCode: 0, running: false }]);
    expect(engine.bodies).toMatchObject({ create: { Tty: true }, start: { Tty: true } });
  });

  test("takes further fields of the body, among them a terminal (F18)", async () => {
    await using engine = await execEngine({ tty: true });
    await engine.connector.execute("exec_container", {
      id: "web",
      cmd: ["sh"],
      attach_stderr: "no",
      additional_fields: '{"Env": ["A=b"], "Tty": true, "AttachStdout": false, "AttachStderr": true}',
    });
    expect(engine.bodies).toEqual({
      create: { Cmd: ["sh"], Env: ["A=b"], Tty: true, AttachStdout: false, AttachStderr: false },
      start: { Detach: false, Tty: true },
    });
  });

  test("leaves it to itself where that is wanted", async () => {
    await using engine = await execEngine();
    const envelope = await engine.connector.execute("exec_container" as string, {
      id: "web",
      Cmd: "sleep 9",
      Detach: "true",
    });
    expect(envelope).toMatchObject({
      message: "The command in container web was started and left to itself.",
      data: [{ Id: "e1", stdout: "", stderr: "", running: true }],
    });
    expect(engine.bodies.start).toEqual({ Detach: true, Tty: false });
    expect(engine.sent()).toEqual(["POST /containers/web/exec", "POST /exec/e1/start"]);
  });

  test("stops waiting when its time is over, and starts nothing again (F-2.3-3)", async () => {
    await using engine = await execEngine({ output: [frame("stdout", "tick\n")], endless: true });
    const envelope = await engine.connector.execute(
      "exec_container",
      { id: "web", cmd: "sleep 9" },
      { bounds: { time: 100 } },
    );
    expect(envelope).toMatchObject({
      status: "success",
      message: "The command in container web still runs after 0.1 seconds, and goes on.",
      data: [{ Id: "e1", stdout: "tick\n", stderr: "", running: true }],
      meta: { truncated: true },
    });
    expect(envelope.data[0]).not.toHaveProperty("exitCode");
    expect(engine.sent()).toHaveLength(2);
  });

  test("saves output that is too long, and still knows the exit code", async () => {
    const output = [frame("stdout", "12345"), frame("stderr", "678"), frame("stdout", "9")];
    await using engine = await execEngine({ output });
    const { data, files, meta } = await engine.connector.execute(
      "exec_container",
      { id: "web", cmd: "yes" },
      { bounds: { bytes: 6 } },
    );
    expect(await readFile(files[0]?.path ?? "", "utf8")).toBe("123456789");
    expect(data).toEqual([
      { Id: "e1", stdout: "12345", stderr: "6", file: files[0]?.path, exitCode: 0, running: false },
    ]);
    expect(meta.truncated).toBe(false);
  });

  test("refuses a command without words", async () => {
    await using engine = await execEngine();
    for (const Cmd of ["", "[]"]) {
      const { error } = await engine.connector.execute("exec_container" as string, { id: "web", Cmd });
      expect(error).toMatchObject({ category: "validation", message: expect.stringContaining("cmd is ") });
    }
    expect(engine.sent()).toEqual([]);
  });
});

describe("exec_start", () => {
  test("runs what was prepared and gives output and exit code (X-2.1-10)", async () => {
    const output = [frame("stdout", "out"), frame("stderr", "err")];
    await using engine = await execEngine({ output, states: [{ Running: false, ExitCode: 1 }] });
    expect(
      await engine.connector.execute("docker-exec-start", { id: "e1", execstartconfig_tty: "" }),
    ).toMatchObject({
      message: "Exec e1 ended with exit code 1.",
      data: [{ Id: "e1", stdout: "out", stderr: "err", exitCode: 1, running: false }],
      meta: { warnings: [] },
    });
  });

  test("keeps to the terminal it was prepared with, so that no stream is lost (F-2.3-5)", async () => {
    await using engine = await execEngine({ output: [frame("stderr", "err")] });
    const { data, meta } = await engine.connector.execute("exec_start", { id: "e1", tty: "true" });
    expect(data).toMatchObject([{ stderr: "err" }]);
    expect(engine.bodies.start).toEqual({ Detach: false, Tty: false });
    expect(meta.warnings).toEqual(["Exec e1 was prepared without a terminal, and that was kept to."]);
  });

  test("leaves it to itself where that is wanted", async () => {
    await using engine = await execEngine();
    const { message } = await engine.connector.execute("docker-exec-start", {
      id: "e1",
      execstartconfig_detach: "true",
    });
    expect(message).toBe("Exec e1 was started and left to itself.");
    expect(engine.bodies.start).toEqual({ Detach: true, Tty: false });
  });
});

test.each([
  ["exec_container", { id: "x", cmd: "sh" }, "POST /v1.51/containers/x/exec"],
  ["exec_create", { id: "x", cmd: "sh" }, "POST /v1.51/containers/x/exec"],
  ["exec_start", { id: "x" }, "POST /v1.51/exec/x/start"],
  ["exec_inspect", { id: "x" }, "GET /v1.51/exec/x/json"],
])("a dry run of %s changes nothing", async (name, parameters, request) => {
  await using engine = await execEngine();
  const { status, message } = await engine.connector.execute(name, parameters, { dryRun: true });
  expect({ status, message }).toEqual({ status: "success", message: `Dry run: ${request} would be sent.` });
  expect(engine.sent().filter((sent) => sent.startsWith("POST"))).toEqual([]);
});

test("exec_create never shows the value of a variable", async () => {
  await using fake = await fakeConnector({
    "POST /containers/web/exec": (call) => call.json(201, { Id: "e1" }),
  });
  const refused = await fake.connector.execute("exec_create", { id: "web", cmd: "sh", env: '["=hunter2"]' });
  const at = await fake.connector.execute("exec_container", {
    id: "web",
    cmd: "sh",
    additional_fields: { Env: ["=hunter2"] },
  });
  expect(at.message).toContain("Variable 1 of 1");
  expect(JSON.stringify(at)).not.toContain("hunter2");
  const taken = await fake.connector.execute("exec_create", { id: "web", cmd: "sh", env: '["A=hunter2"]' });
  expect([refused.status, taken.status]).toEqual(["failed", "success"]);
  expect(JSON.stringify([refused, taken])).not.toContain("hunter2");
});
