import { describe, expect, test } from "vitest";
import { DockerError } from "../../../src/errors.js";
import { frame, pieces } from "../../helpers/frames.js";
import { type Behaviour, completed, echo, fakeLoop } from "./fake-loop.js";

/** Answers of a script that asks, one after the other: what it is answered goes into its result. */
function asks(...calls: readonly object[]): Behaviour {
  let answers: string[] = [];
  return (line, box) => {
    if (line.includes('"script"')) answers = [];
    else answers.push(line);
    const next = calls[answers.length];
    if (next) box.say(next);
    else box.say({ type: "result", results: answers }, completed);
  };
}

describe("docker.loop", () => {
  test("runs a script and gives its results and logs (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => {
      box.say(
        { type: "entryLog", args: { message: "working" } },
        { type: "result", results: [{ Type: 1, Contents: 1, ContentsFormat: "json" }] },
        { type: "result", results: [{ Type: 1, Contents: "é", ContentsFormat: "text" }, "bare"] },
        completed,
      );
      box.stderr("a warning\n");
    });
    const heard: unknown[] = [];
    const outcome = await fake.scripts.run(
      { script: "x" },
      { onLog: (log) => heard.push(log), onResult: (result) => heard.push(result) },
    );
    expect(outcome).toEqual({
      results: [
        { Type: 1, Contents: 1, ContentsFormat: "json" },
        { Type: 1, Contents: "é", ContentsFormat: "text" },
        "bare",
      ],
      logs: [{ level: "entry", message: "working" }],
      noise: [],
      stderr: expect.any(String),
      containerId: "c1",
      reused: false,
    });
    expect(heard).toEqual([...outcome.logs, ...outcome.results]);
  });

  test("sends script, integration and native always, and what else is given, in ASCII and one line (4.2)", async () => {
    await using fake = await fakeLoop(echo);
    await fake.scripts.run({ script: "a\nü\u2028 $$##" });
    await fake.scripts.run({
      script: "b",
      integration: true,
      native: true,
      args: { a: 1 },
      params: { p: "x" },
      command: "test-module",
      context: { Inv: { id: "1" } },
    });
    const [first, second] = fake.boxes[0]?.lines.filter((line) => line !== "ping") ?? [];
    expect(first).toMatch(/^[ -~]+$/);
    expect(first).not.toContain("$$##");
    expect(JSON.parse(first ?? "")).toEqual({ script: "a\nü\u2028 $$##", integration: false, native: false });
    expect(JSON.parse(second ?? "")).toEqual({
      script: "b",
      integration: true,
      native: true,
      args: { a: 1 },
      params: { p: "x" },
      command: "test-module",
      context: { Inv: { id: "1" } },
    });
  });

  test("answers each call with what the handler gives, in their order (4.2)", async () => {
    const calls = [
      { type: "executeCommand", command: "getLicenseID", args: {} },
      { type: "execute", module: "m", command: "c", args: { a: 1 } },
      { type: "getFileByEntryID", command: "getFilePath", args: { id: "1@2" } },
      { type: "demistoUrls" },
      { type: "getAllModulesSupportedCmds" },
      { type: "getAllModules" },
      { type: "setContext", name: "n", value: [1] },
      { type: "dt", name: "a.b", value: { a: 1 } },
    ];
    await using fake = await fakeLoop(asks(...calls));
    const asked: unknown[] = [];
    const { results } = await fake.scripts.run(
      { script: "x" },
      {
        onCall: async (call, { signal }) => {
          expect(signal.aborted).toBe(false);
          asked.push(call);
          return { to: call.type, text: "é $$## $$$##" };
        },
      },
    );
    expect(asked).toEqual(calls);
    expect(results.map((line) => JSON.parse(String(line)))).toEqual(
      calls.map(({ type }) => ({ to: type, text: "é $$## $$$##" })),
    );
    for (const line of results) expect(line).not.toContain("$$##");
  });

  test("answers logs by itself and keeps them with their levels (4.2)", async () => {
    await using fake = await fakeLoop(
      asks(
        { type: "log", command: "info", args: { args: ["a", { b: 1 }] } },
        { type: "log", command: "error", args: { args: ["bad"] } },
        { type: "log", command: "debug", args: { args: [] } },
      ),
    );
    const { logs, results } = await fake.scripts.run({ script: "x" });
    expect(logs).toEqual([
      { level: "info", message: 'a {"b":1}' },
      { level: "error", message: "bad" },
      { level: "debug", message: "" },
    ]);
    expect(results).toEqual(["{}", "{}", "{}"]);
  });

  test("refuses what nobody answers, so that the script does not hang, and what the handler throws (4.2)", async () => {
    await using fake = await fakeLoop(asks({ type: "dt" }, { type: "setContext" }, { type: "demistoUrls" }));
    expect((await fake.scripts.run({ script: "x" })).results).toEqual([
      "$$##Nobody answers calls of the type dt here.",
      "$$##Nobody answers calls of the type setContext here.",
      "$$##Nobody answers calls of the type demistoUrls here.",
    ]);
    const onCall = ({ type }: { type: string }) => {
      if (type === "dt") throw new Error("two\nlines");
      if (type === "setContext") return Promise.reject("a text");
      return 1n;
    };
    const { results, reused } = await fake.scripts.run({ script: "x" }, { onCall });
    expect(results).toEqual(["$$##two lines", "$$##a text", "$$##The answer could not be written as JSON."]);
    expect(reused).toBe(true);
  });

  test("refuses a call of an unknown type, and does not use that loop again (4.2)", async () => {
    await using fake = await fakeLoop(asks({ type: "inventTheWheel" }));
    expect((await fake.scripts.run({ script: "x" })).results).toEqual([
      "$$##Nobody answers calls of the type inventTheWheel here.",
    ]);
    expect(fake.left).toEqual([]);
  });

  test("gives the exception of a script that fails, as the lines of its traceback (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => {
      const exception = ["Traceback (most recent call last):\n", "ValueError: no\n"];
      box.say({ type: "result", results: [1] }, { type: "exception", args: { exception } }, completed);
    });
    expect(await fake.scripts.run({ script: "x" })).toMatchObject({
      results: [1],
      exception: "Traceback (most recent call last):\nValueError: no",
    });
    expect(await fake.scripts.run({ script: "x" })).toMatchObject({ reused: true });
  });

  test("answers an exception that the script tells by itself, and goes on (4.2)", async () => {
    await using fake = await fakeLoop(asks({ type: "exception", command: "exception", args: "no luck" }));
    expect(await fake.scripts.run({ script: "x" })).toMatchObject({ results: ["{}"], exception: "no luck" });
  });

  test("keeps lines that are no messages apart, and not without a limit (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => {
      box.say("hello", '{"half":', '{"no":"type"}', "[1]", "", '{"type":7}', "x".repeat(5000));
      for (let n = 0; n < 300; n++) box.say(`line ${n}`);
      box.say(completed);
    });
    const { noise, results } = await fake.scripts.run({ script: "x" });
    expect(noise.slice(0, 6)).toEqual(["hello", '{"half":', '{"no":"type"}', "[1]", "", '{"type":7}']);
    expect(noise[6]).toHaveLength(1000);
    expect(noise).toHaveLength(200);
    expect(results).toEqual([]);
  });

  test("finds a message at the end of a line that the script has left open (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => {
      box.say(
        '.. {{"type":"pong"}',
        'x{"type": "result", "results": [{"type": 1}]}',
        '...{"type": "completed"}',
      );
    });
    expect(await fake.scripts.run({ script: "x" })).toMatchObject({
      results: [{ type: 1 }],
      noise: [".. {", "x", "..."],
    });
  });

  test("puts lines and characters together that were cut anywhere, stderr in between (4.3)", async () => {
    const line = Buffer.from(`${JSON.stringify({ type: "result", results: ["grüß 😀"] })}\n`);
    await using fake = await fakeLoop(async (_, box) => {
      for (const piece of pieces(line, 1)) {
        for (const byte of pieces(Buffer.concat([frame("stdout", piece), frame("stderr", "é")]), 5)) {
          box.raw(byte);
          if (Math.random() < 0.1) await new Promise(setImmediate);
        }
      }
      box.say(completed);
    });
    const outcome = await fake.scripts.run({ script: "x" });
    expect(outcome.results).toEqual(["grüß 😀"]);
    expect(outcome.stderr).toMatch(/^é+$/);
  });

  test("takes a line of many megabytes (4.3)", async () => {
    const Contents = "x".repeat(8_000_000);
    await using fake = await fakeLoop((_, box) =>
      box.say({ type: "result", results: [{ Contents }] }, completed),
    );
    const { results } = await fake.scripts.run({ script: "x" });
    expect(results).toEqual([{ Contents }]);
  });

  test("kills a container that writes a line without an end, or too much (4.2)", async () => {
    await using fake = await fakeLoop(
      (line, box) => {
        if (line.includes("endless")) box.raw(frame("stdout", "x".repeat(5000)));
        else for (let n = 0; n < 100; n++) box.say({ type: "result", results: ["x".repeat(1000)] });
      },
      { maxLineBytes: 4096 },
    );
    const endless = await fake.scripts.run({ script: "endless" }).catch((error: unknown) => error);
    expect(endless).toMatchObject({ code: "OUTPUT_LIMIT", message: expect.stringContaining("4096 bytes") });
    const much = fake.scripts.run({ script: "much" }, { maxOutputBytes: 50_000 });
    await expect(much).rejects.toMatchObject({ code: "OUTPUT_LIMIT" });
    expect(fake.left).toEqual([]);
  });

  test("fails with the exit code and the last words when the container ends before the script (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => {
      for (let n = 0; n < 100; n++) box.stderr(`line ${n}\n`);
      box.stderr("Traceback: no module");
      box.exit(3);
    });
    const failure = await fake.scripts.run({ script: "x" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DockerError);
    expect(failure).toMatchObject({ code: "LOOP_ENDED" });
    const { message } = failure as DockerError;
    expect(message).toContain("ended with exit code 3 before the script was completed");
    expect(message).toContain("line 99\nTraceback: no module");
    expect(message).not.toContain("line 79\n");
    expect(fake.left).toEqual([]);
  });

  test("says of a container that was killed for its memory what may have been (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => box.exit(137));
    await expect(fake.scripts.run({ script: "x" })).rejects.toThrow(/exit code 137, by SIGKILL: .*memory/);
  });

  test("ends a run whose listener throws, with that error, and its container (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => box.say({ type: "entryLog", args: { message: "a" } }));
    const onLog = () => {
      throw new RangeError("mine");
    };
    await expect(fake.scripts.run({ script: "x" }, { onLog })).rejects.toThrow("mine");
    expect(fake.left).toEqual([]);
  });

  test.each([
    ["script is missing", { script: undefined }],
    ["cannot be written as JSON", { script: "x", args: { big: 1n } }],
  ])("refuses a request before anything is sent: %s", async (message, request) => {
    await using fake = await fakeLoop(echo);
    await expect(fake.scripts.run(request as { script: string })).rejects.toThrow(message);
    expect(fake.engine.daemon.calls).toEqual([]);
  });
});
