import { describe, expect, test } from "vitest";
import { type LoopOptions, loop, loopSpec } from "../../../src/actions/loop/index.js";
import { InvalidArgumentError } from "../../../src/errors.js";
import { bareClient } from "../../client/bare-client.js";

describe("the container of a loop", () => {
  test("may do next to nothing, unless told so (4.3)", () => {
    expect(loopSpec("scripts:1").body).toEqual({
      Image: "scripts:1",
      Entrypoint: ["python3"],
      Cmd: ["-u", "/loop/loop.py"],
      User: "65534:65534",
      Tty: false,
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      OpenStdin: true,
      StdinOnce: true,
      Volumes: { "/loop": {} },
      HostConfig: {
        Memory: 1024 ** 3,
        MemorySwap: 1024 ** 3,
        NanoCpus: 1e9,
        PidsLimit: 256,
        NetworkMode: "none",
        ReadonlyRootfs: true,
        Tmpfs: { "/tmp": "rw,noexec,nosuid,nodev,mode=1777,size=268435456" },
        CapDrop: ["ALL"],
        SecurityOpt: ["no-new-privileges"],
        LogConfig: { Type: "none", Config: {} },
        AutoRemove: true,
      },
    });
  });

  test("is as the options say, and the host configuration goes before them", () => {
    const hostConfig = Object.freeze({ Binds: ["/a:/b"], NetworkMode: "mine" });
    const { body, files } = loopSpec("a", {
      program: { command: ["sh", "/x/y/loop"], path: "/x/y/loop", content: "text" },
      user: "",
      memory: 0,
      cpus: 0,
      pidsLimit: 0,
      network: "bridge",
      readOnly: false,
      tmpSize: 0,
      env: { A: "b" },
      workingDir: "/w",
      labels: { l: "" },
      hostConfig,
    });
    expect(body).toMatchObject({
      Entrypoint: ["sh"],
      Cmd: ["/x/y/loop"],
      Env: ["A=b"],
      WorkingDir: "/w",
      Labels: { l: "" },
    });
    expect(body).not.toHaveProperty("User");
    expect(body).not.toHaveProperty("Volumes");
    expect(body.HostConfig).toEqual({
      NetworkMode: "mine",
      Binds: ["/a:/b"],
      ReadonlyRootfs: false,
      Tmpfs: { "/tmp": "rw,noexec,nosuid,nodev,mode=1777" },
      CapDrop: ["ALL"],
      SecurityOpt: ["no-new-privileges"],
      LogConfig: { Type: "none", Config: {} },
      AutoRemove: true,
    });
    expect(files).toMatchObject({ folder: "/", content: { "x/y/loop": "text" } });
  });

  test("is another one for another image, program or limit (4.2)", () => {
    const program = { command: ["a"], path: "/loop/a", content: "1" };
    const kinds: [string, LoopOptions][] = [
      ["a", { program }],
      ["b", { program }],
      ["a", { program: { ...program, content: "2" } }],
      ["a", { program, memory: 5_000_000 }],
      ["a", { program, env: { A: "1" } }],
      ["a", { program, platform: "linux/arm64" }],
    ];
    expect(new Set(kinds.map(([image, options]) => loopSpec(image, options).key)).size).toBe(kinds.length);
    expect(loopSpec("a", { program }).key).toBe(loopSpec("a", { program: { ...program } }).key);
  });

  test.each<[string, LoopOptions]>([
    ["program.command has no words", { program: { command: [] } }],
    ["program.path is missing", { program: { command: ["a"], content: "x" } }],
    ['program.path is "loop.py"', { program: { command: ["a"], path: "loop.py", content: "x" } }],
    ['program.path is "/a/"', { program: { command: ["a"], path: "/a/", content: "x" } }],
    [
      "give it a folder of its own, such as /loop/a",
      { program: { command: ["a"], path: "/a", content: "x" } },
    ],
    ["memory is -1", { memory: -1 }],
    ["cpus is NaN", { cpus: Number.NaN }],
    ["maxLineBytes is 5", { maxLineBytes: 5 }],
    ["maxContainers is 0", { maxContainers: 0 }],
    ["maxIdle is -1", { maxIdle: -1 }],
    ["maxRuns is NaN", { maxRuns: Number.NaN }],
  ])("is refused before anything is sent: %s", async (message, options) => {
    await using engine = await bareClient({});
    const make = () => loop(engine.client, "a", options);
    expect(make).toThrow(InvalidArgumentError);
    expect(make).toThrow(message);
    expect(engine.daemon.calls).toEqual([]);
  });
});
