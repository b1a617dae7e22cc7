import { describe, expect, test } from "vitest";
import { type Connector, createConnector, type ExecuteOptions } from "../../../src/connector/connector.js";
import type { Envelope } from "../../../src/connector/envelope.js";
import { type Behaviour, completed, echo, type FakeLoop, fakeLoop } from "../../actions/loop/fake-loop.js";
import { checkOutput } from "../check-output.js";

describe("run_script", () => {
  test("runs a script as platforms send it, and gives what it came to (4.2)", async () => {
    await using fake = await withConnector((_, box) => {
      box.say(
        { type: "entryLog", args: { message: "working" } },
        { type: "result", results: ["text", { Type: 1, Contents: { a: 1 }, ContentsFormat: "json" }] },
        "noise",
        completed,
      );
    });
    const told: string[] = [];
    const envelope = await fake.run(
      {
        dockerimage: "scripts:1",
        script: "print(1)",
        integration: "false",
        native: "",
        args: '{"a": [1]}',
        params: '{"password": "hush"}',
        command: "test-module",
        context: { Incidents: [] },
        timeout: "60",
        network: "bridge",
        memory: "536870912",
        cpus: "0.5",
        binds: "/data:/data:ro",
        working_dir: "/work",
      },
      { onProgress: (line) => told.push(line) },
    );
    checkOutput(envelope);
    expect(envelope).toMatchObject({
      message: "Successfully ran the script in a container of scripts:1: 2 results.",
      data: [
        {
          results: [
            { Type: 1, Contents: "text", ContentsFormat: "text" },
            { Type: 1, Contents: { a: 1 }, ContentsFormat: "json" },
          ],
          logs: [{ level: "entry", message: "working" }],
          noise: ["noise"],
          containerId: "c1",
          reused: false,
        },
      ],
      summary: { results: 2, logs: 1, reused: false },
    });
    expect(JSON.stringify(envelope)).not.toContain("hush");
    expect(told).toEqual(["working"]);
    const [box] = fake.loop.boxes;
    expect(JSON.parse(box?.lines[0] ?? "")).toEqual({
      script: "print(1)",
      integration: false,
      native: false,
      args: { a: [1] },
      params: { password: "hush" },
      command: "test-module",
      context: { Incidents: [] },
    });
    expect(box?.body).toMatchObject({
      Image: "scripts:1",
      Entrypoint: ["python3"],
      User: "65534:65534",
      WorkingDir: "/work",
      HostConfig: {
        Memory: 536870912,
        NanoCpus: 5e8,
        NetworkMode: "bridge",
        Binds: ["/data:/data:ro"],
        AutoRemove: true,
      },
    });
  });

  test("keeps its container for the next script of the same image, limits and tenant, until the close (4.2)", async () => {
    await using fake = await withConnector(echo);
    const container = async (parameters: object) =>
      (await fake.run({ image: "scripts:1", script: "x", ...parameters })).data[0]?.containerId;
    expect(await container({})).toBe("c1");
    expect(await container({})).toBe("c1");
    expect(await container({ tenant: "b" })).toBe("c2");
    expect(await container({ memory: 1e9 })).toBe("c3");
    expect(await container({ reuse: "false" })).toBe("c4");
    expect(await container({ native: "true" })).toMatch(/^c\d$/);
    await fake.connector.close();
    expect(fake.loop.left).toEqual([]);
  });

  test("fails where the script does, and gives what it said until then (4.2)", async () => {
    await using fake = await withConnector((_, box) => {
      const exception = ["Traceback\n", "ValueError: no such thing\n"];
      box.say(
        { type: "entryLog", args: { message: "so far" } },
        { type: "exception", args: { exception } },
        completed,
      );
    });
    expect(await fake.run({ image: "a", script: "x" })).toMatchObject({
      status: "failed",
      message: "The script failed: ValueError: no such thing",
      data: [{ logs: [{ message: "so far" }], exception: "Traceback\nValueError: no such thing" }],
      counts: { total: 1, successful: 0 },
      error: { category: "stream_error", retryable: false, action: "run_script" },
    });
  });

  test("fails where the script gives an entry that is an error (4.2)", async () => {
    await using fake = await withConnector((_, box) => {
      box.say(
        { type: "result", results: [{ Type: 4, Contents: "no login", ContentsFormat: "text" }] },
        completed,
      );
    });
    expect(await fake.run({ image: "a", script: "x" })).toMatchObject({
      status: "failed",
      message: "The script failed: no login",
      data: [{ results: [{ Type: 4 }] }],
      error: { category: "stream_error" },
    });
  });

  test("fails where its time is over, it is cancelled or the container ends (4.2)", async () => {
    await using fake = await withConnector((line, box) => {
      if (line.includes("crash")) box.exit(1);
    });
    expect(await fake.run({ image: "a", script: "x" }, { bounds: { time: 50 } })).toMatchObject({
      status: "failed",
      error: { category: "timeout", retryable: false },
    });
    expect(await fake.run({ image: "a", script: "x" }, { signal: AbortSignal.timeout(50) })).toMatchObject({
      error: { category: "cancelled" },
    });
    expect(await fake.run({ image: "a", script: "crash" })).toMatchObject({
      error: { category: "stream_error", message: expect.stringContaining("exit code 1") },
    });
    expect(fake.loop.left).toEqual([]);
  });

  test("lets the caller answer what scripts ask for (4.2)", async () => {
    await using fake = await withConnector((line, box) => {
      if (line.includes('"script"')) box.say({ type: "executeCommand", command: "getList", args: {} });
      else box.say({ type: "result", results: [line] }, completed);
    });
    const onCall = () => ({ list: 1 });
    const answered = await fake.run({ image: "a", script: "x" }, { onCall });
    expect(answered.data[0]?.results).toMatchObject([{ Contents: '{"list":1}' }]);
    const refused = await fake.run({ image: "a", script: "x" });
    expect(refused.data[0]?.results).toMatchObject([{ Contents: expect.stringMatching(/^\$\$##Nobody/) }]);
  });

  test.each([
    ["a path in the image", "/work/loop.py", ["python3", "-u", "/work/loop.py"], ""],
    ["a command", "python Utils/loop.py", ["python", "Utils/loop.py"], ""],
    ["a program's text", "import sys\nmain()\n", ["python3", "-u", "/loop/loop.py"], "import sys\nmain()\n"],
  ])("takes %s as the program in the container (4.2)", async (_, loop_script, command, copied) => {
    await using fake = await withConnector(echo);
    expect((await fake.run({ image: "a", script: "x", loop_script })).status).toBe("success");
    const [box] = fake.loop.boxes;
    expect(box?.body.Entrypoint.concat(box.body.Cmd)).toEqual(command);
    expect(box?.archive.toString("latin1", 512).replace(/\0+$/, "")).toBe(copied);
  });

  test("sends nothing in a dry run, also where a container waits for it", async () => {
    await using fake = await withConnector(echo);
    await fake.run({ image: "a", script: "1" });
    const said = fake.loop.boxes[0]?.lines.length;
    const dry = await fake.run({ image: "a", script: "2" }, { dryRun: true });
    expect(dry.data[0]).toMatchObject({
      method: "POST",
      path: expect.stringContaining("/containers/create"),
    });
    expect(fake.loop.boxes).toHaveLength(1);
    expect(fake.loop.boxes[0]?.lines).toHaveLength(said ?? 0);
  });

  test("refuses what cannot be, before anything is sent", async () => {
    await using fake = await withConnector(echo);
    for (const parameters of [{ image: "a" }, { image: "a", script: "x", timeout: "soon" }]) {
      expect((await fake.run(parameters)).error?.category).toBe("validation");
    }
    expect(fake.loop.boxes).toEqual([]);
  });
});

/** A fake engine with loops in its containers, and a connector for it. */
async function withConnector(behaviour: Behaviour): Promise<ScriptConnector> {
  const loop = await fakeLoop(behaviour);
  const connector = createConnector({ socketPath: loop.engine.daemon.socketPath, rateLimit: "0" });
  return {
    loop,
    connector,
    // Its own name would want the parameters as they are typed, not as platforms send them.
    run: (parameters, options) => connector.execute<string>("run_script", parameters, options),
    async [Symbol.asyncDispose]() {
      await connector.close();
      await loop[Symbol.asyncDispose]();
    },
  };
}

interface ScriptConnector extends AsyncDisposable {
  readonly loop: FakeLoop;
  readonly connector: Connector;
  run(parameters: object, options?: ExecuteOptions): Promise<Envelope>;
}
