import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fakeDaemon, type Handler } from "../helpers/fake-daemon.js";
import { hasTerminal, noTerminal, openTerminal } from "./terminal.js";

const version: Handler = (call) =>
  call.json(200, { Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" });
const container = (name: string) => ({
  Id: "ab".repeat(32),
  Names: [`/${name}`],
  Image: "app:1",
  State: "running",
  Status: "Up 2 hours",
  Ports: [{ IP: "0.0.0.0", PublicPort: 8080, PrivatePort: 80, Type: "tcp" }],
});
const engine = () =>
  fakeDaemon({
    "GET /version": version,
    "GET /containers/json": (call) => call.json(200, [container("web-1"), container("web-2")]),
    "GET /containers/{id}/json": (call) =>
      call.json(200, { Id: "x", Config: { Env: ["PASSWORD=hunter2"], Image: "app:1" } }),
    "GET /events": async (call) => {
      call.start(200, { "Content-Type": "application/json" });
      await call.write('{"Type":"container","Action":"start","Actor":{"ID":"x"},"time":1700000000}\n');
    },
    "GET /networks": () => new Promise(() => {}),
  });

describe.skipIf(!hasTerminal)(`the prompt in a real terminal${noTerminal}`, { timeout: 60_000 }, () => {
  test("shows, completes, prints, is interrupted, keeps history and gives the terminal back", async () => {
    await using daemon = await engine();
    await using terminal = await openTerminal({ env: { DOCKER_HOST: daemon.host } });

    expect(await terminal.prompt()).toContain(`${daemon.host} (DOCKER_HOST): engine 28.5.2, API 1.51`);

    // A promise is awaited, and a list is a table.
    expect(await terminal.enter("docker.containers.list()")).toContain(
      "ID             NAME    IMAGE   STATUS       PORTS\n" +
        "abababababab   web-1   app:1   Up 2 hours   8080->80/tcp\n" +
        "abababababab   web-2   app:1   Up 2 hours   8080->80/tcp",
    );
    await terminal.enter("const list = await docker.containers.list()");
    expect(await terminal.enter("list.length")).toContain("\n2");

    // Names of the engine, and then methods.
    terminal.type('docker.containers.inspect("we\t');
    await terminal.shows('"web-');
    terminal.type('1")\r');
    const inspected = await terminal.prompt();
    expect(inspected).toContain("PASSWORD=***");
    expect(inspected).not.toContain("hunter2");
    terminal.type("docker.containers.insp\t");
    await terminal.shows("inspect");
    terminal.type("\x03");
    await terminal.prompt();

    // Ctrl-C ends a print and its connection, a loop and its, a wait that has no end, and not the prompt.
    for (const line of [
      "await print(docker.system.events())",
      "for await (const { Action, time } of docker.system.events()) console.log(time, 'container', Action)",
    ]) {
      terminal.type(`${line}\r`);
      await terminal.shows(/\n.*container start/);
      terminal.type("\x03");
      const shown = await terminal.prompt();
      if (line.startsWith("await")) expect(shown).not.toContain("Error");
      await expect.poll(() => daemon.busy).toBe(0);
    }
    terminal.type("docker.networks.list()\r");
    await expect.poll(() => daemon.busy, { timeout: 10_000 }).toBe(1);
    terminal.type("\x03");
    await terminal.prompt();

    // An error is its sentence.
    expect(await terminal.enter('await docker.images.inspect("none")')).toContain(
      "Uncaught NotFoundError: page not found (NOT_FOUND, status 404)",
    );
    expect(await terminal.enter(".diagnose")).toMatch(/Chosen by {3}DOCKER_HOST(.|\n)*No problems found/);
    await terminal.enter('const password = "hunter2"');

    terminal.type(".exit\r");
    expect(await terminal.ended()).toBe(0);
    expect(terminal.written).toContain("[terminal restored]");
    expect(daemon.connections).toBe(0);

    const file = join(terminal.home, ".local/state/docker-engine-sdk/repl-history");
    const history = await readFile(file, "utf8");
    expect(history.split("\n")).toContain("docker.containers.list()");
    expect(history).not.toContain("hunter2");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("is there without an engine, and says how to get one", async () => {
    await using terminal = await openTerminal({
      args: ["-H", "unix:///no/such.sock"],
      env: { NODE_REPL_HISTORY: "" },
    });
    expect(await terminal.prompt()).toContain("there is no such socket. Is the engine running?");
    // A key that completes must not break it.
    terminal.type('docker.containers.inspect("we\t');
    await terminal.shows('"we');
    terminal.type('b")\r');
    expect(await terminal.prompt()).toMatch(/Uncaught:\s+ConnectionError: Cannot reach/);
    expect(await terminal.enter("1 + 1")).toContain("\n2");
    expect(await terminal.enter(".diagnose")).toContain("Remedy:  Is the engine running?");
    terminal.type("\x04");
    expect(await terminal.ended()).toBe(0);
    expect(terminal.written).toContain("[terminal restored]");
    await expect(stat(join(terminal.home, ".local"))).rejects.toThrow("ENOENT");
  });
});
