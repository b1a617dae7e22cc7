import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fakeDaemon } from "../helpers/fake-daemon.js";
import { runCommand } from "./run-command.js";

const engine = () =>
  fakeDaemon({
    "GET /version": (call) =>
      call.json(200, { Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }),
    "GET /events": async (call) => {
      call.start(200, { "Content-Type": "application/json" });
      for (let n = 0; !call.closed; n++) await call.write(`{"Type":"container","Action":"a${n}"}\n`);
    },
  });

// Each test starts a process, and so these are few: the parts have tests of their own.
describe("docker-engine-sdk", { timeout: 60_000 }, () => {
  test("says its version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await runCommand(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("says in a line what is wrong with the arguments", async () => {
    const stderr = '"nonsense" is no command. Ask docker-engine-sdk --help.\n';
    expect(await runCommand(["nonsense"])).toEqual({ code: 2, stdout: "", stderr });
  });

  test("-e fails with a line and exit code 1", async () => {
    await using daemon = await engine();
    const outcome = await runCommand(["-H", daemon.host, "-e", 'docker.containers.inspect("none")']);
    expect(outcome).toEqual({ code: 1, stdout: "", stderr: "docker-engine-sdk failed: page not found\n" });
  });

  test("evaluates what comes on stdin where that is no terminal", async () => {
    await using daemon = await engine();
    const input = "// a script\nconst { Version } = await docker.system.version();\nreturn Version;\n";
    const outcome = await runCommand([], { env: { DOCKER_HOST: daemon.host }, input });
    expect(outcome).toEqual({ code: 0, stdout: '"28.5.2"\n', stderr: "" });
  });

  test("ends when nobody reads a stream any more", async () => {
    await using daemon = await engine();
    const root = new URL("../..", import.meta.url);
    const child = spawn(
      "sh",
      [
        "-c",
        '"$0" --import tsx src/command/bin.ts -e "docker.system.events()" | head -n 2',
        process.execPath,
      ],
      { cwd: root, env: { PATH: process.env.PATH, DOCKER_HOST: daemon.host } },
    );
    let stdout = "";
    child.stdout.on("data", (text) => {
      stdout += text;
    });
    await new Promise((resolve) => child.on("close", resolve));
    expect(stdout).toBe('{"Type":"container","Action":"a0"}\n{"Type":"container","Action":"a1"}\n');
    await expect.poll(() => daemon.busy).toBe(0);
  });

  test("diagnose tells programs, with its exit code", async () => {
    await using daemon = await engine();
    const { code, stdout } = await runCommand(["diagnose", "--json"], { env: { DOCKER_HOST: daemon.host } });
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      {
        client: { package: expect.stringMatching(/^\d/) },
        reachable: true,
        endpoint: { source: "DOCKER_HOST" },
        problems: [],
      },
    ]);
  });
});

describe("docker-engine-sdk connector", () => {
  test("loads neither the prompt nor the other commands", async () => {
    const script = `
      const { main } = await import("./src/command/main.ts");
      await main(["connector", "manifest", "jsonschema"]);
      process.stderr.write(String(process.moduleLoadList.includes("NativeModule repl")));
    `;
    const loaded = await new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "-e", script],
        { cwd: new URL("../..", import.meta.url) },
        (_, __, stderr) => resolve(stderr),
      );
    });
    expect(loaded).toBe("false");
  });
});
