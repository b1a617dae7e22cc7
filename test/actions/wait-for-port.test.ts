import { createServer, type Server } from "node:net";
import { describe, expect, test } from "vitest";
import { type PortCondition, waitForPort } from "../../src/actions/wait-for-port.js";
import { hijacked } from "../client/bare-client.js";
import type { Call, Routes } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";
import { type State, type WatchedEngine, type WatchedOptions, watched } from "./container-watch-engine.js";

const running: State = { Status: "running" };
const exited: State = { Status: "exited", ExitCode: 3 };

/** How each exec in turn ends: with this output and code; undefined goes on until its connection is closed. */
type Ending = { readonly output?: string; readonly code?: number } | undefined;

interface Execs {
  readonly commands: string[][];
  readonly closed: number;
  readonly routes: Routes;
}

function execs(...endings: Ending[]): Execs {
  const commands: string[][] = [];
  let closed = 0;
  let current: Ending;
  return {
    commands,
    get closed() {
      return closed;
    },
    routes: {
      "POST /containers/{id}/exec": async (call) => {
        commands.push((JSON.parse((await call.body()).toString()) as { Cmd: string[] }).Cmd);
        current = endings[Math.min(commands.length, endings.length) - 1];
        call.json(201, { Id: "e" });
      },
      "POST /exec/{id}/start": (call: Call) => {
        const socket = hijacked(call);
        if (current === undefined) {
          socket.once("end", () => {
            closed++;
            socket.end();
          });
          return;
        }
        if (current.output) socket.write(frame("stdout", current.output));
        socket.end();
      },
      "GET /exec/{id}/json": (call) => call.json(200, { Running: false, ExitCode: current?.code ?? 143 }),
    },
  };
}

const published = (port: number) => ({
  Ports: { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: String(port) }] },
});

const wait = (engine: WatchedEngine, condition: PortCondition, call = {}) =>
  waitForPort(engine.client, "web", condition, call);

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port; // a TCP server's address is no text
}

async function closing(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}

describe("waitFor a port", () => {
  test("asks a shell in the container, and tells where the port is published", async () => {
    const shell = execs({ output: "open\n" });
    await using engine = await watched([running], { routes: shell.routes, networkSettings: published(4711) });
    expect(await wait(engine, { port: 80 })).toEqual({
      port: 80,
      published: [{ host: "0.0.0.0", port: 4711 }],
    });
    expect(shell.commands[0]?.slice(0, 2)).toEqual(["sh", "-c"]);
    expect(shell.commands[0]?.[2]).toContain(":0050 0A");
    await engine.daemon.settled();
  });

  test("is about a port that is published nowhere too", async () => {
    await using engine = await watched([running], { routes: execs({ output: "open\n" }).routes });
    expect(await wait(engine, { port: 8080 })).toEqual({ port: 8080, published: [] });
  });

  test("waits for the container to run", async () => {
    const shell = execs({ output: "open\n" });
    await using engine = await watched([{ Status: "created" }, running], { routes: shell.routes });
    const waiting = wait(engine, { port: 80 });
    await engine.looked(1);
    expect(shell.commands).toEqual([]);
    engine.event("start");
    await waiting;
  });

  test("asks again when the script has come to its end, or to an end", async () => {
    const shell = execs({ output: "later\n" }, { code: 137 }, { output: "open\n" });
    await using engine = await watched([running], { routes: shell.routes });
    await wait(engine, { port: 80 });
    expect(shell.commands).toHaveLength(3);
  });

  test.each([404, 409])("takes %i to the exec for a container that just ends", async (status) => {
    const gone: Routes = {
      "POST /containers/{id}/exec": (call) => call.json(status, { message: "Container is not running" }),
    };
    await using engine = await watched([running, exited], { routes: gone });
    const waiting = expect(wait(engine, { port: 80 })).rejects.toMatchObject({
      code: "CONTAINER_EXITED",
      message: "Container web exited with code 3 before port 80 was open.",
    });
    await engine.looked(1);
    engine.event("die", { exitCode: "3" });
    await waiting;
    await engine.daemon.settled();
  });

  test("passes on what the engine refuses", async () => {
    const refused: Routes = {
      "POST /containers/{id}/exec": (call) => call.json(403, { message: "no exec here" }),
    };
    await using engine = await watched([running], { routes: refused });
    await expect(wait(engine, { port: 80 })).rejects.toThrow("no exec here");
    await engine.daemon.settled();
  });

  test("closes the exec, which ends its script, when the container ends, the time is up, or nobody waits", async () => {
    const shell = execs(undefined);
    const options: WatchedOptions = { routes: shell.routes };
    await using engine = await watched([running], options);
    await expect(wait(engine, { port: 80 }, { timeout: 200 })).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
      message: "Port 80 of container web was not open within 200 ms; last seen: running.",
    });
    await expect.poll(() => shell.closed).toBe(1);
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    await expect(wait(engine, { port: 80 }, { signal: controller.signal })).rejects.toBe(reason);
    await expect.poll(() => shell.closed).toBe(2);
    await using ending = await watched([running, exited], options);
    const waiting = expect(wait(ending, { port: 80 })).rejects.toMatchObject({ code: "CONTAINER_EXITED" });
    await expect.poll(() => shell.commands.length).toBe(3);
    ending.event("die", { exitCode: "3" });
    await waiting;
    await expect.poll(() => shell.closed).toBe(3);
    await ending.daemon.settled();
  });
});

describe("waitFor a port without a shell", () => {
  const routes = execs({ code: 127 }).routes;

  test("says what else can be done", async () => {
    await using engine = await watched([running], { routes });
    await expect(wait(engine, { port: 80 })).rejects.toMatchObject({
      code: "PORT_NOT_VISIBLE",
      message: expect.stringContaining("Give the host"),
    });
    await expect(wait(engine, { port: 80, host: "127.0.0.1" })).rejects.toMatchObject({
      message: expect.stringContaining("does not publish it"),
    });
  });

  test("connects to where it is published until a connection lasts", async () => {
    let connections = 0;
    // As an engine's proxy does while nobody listens.
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      if (++connections < 3) socket.destroy();
    });
    await using engine = await watched([running], {
      routes,
      networkSettings: published(await listening(server)),
    });
    await wait(engine, { port: 80, host: "127.0.0.1" });
    expect(connections).toBe(3);
    await closing(server);
  });

  test("takes a byte for an answer", async () => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end("220 hello\r\n");
    });
    await using engine = await watched([running], {
      routes,
      networkSettings: published(await listening(server)),
    });
    await wait(engine, { port: 80, host: "127.0.0.1" });
    await closing(server);
  });

  test("ends with the container, the time and the signal", async () => {
    const server = createServer();
    const port = await listening(server);
    await closing(server);
    await using engine = await watched([running, exited], { routes, networkSettings: published(port) });
    const condition = { port: 80, host: "127.0.0.1" };
    await expect(wait(engine, condition, { timeout: 200 })).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
    await using ending = await watched([running, exited], { routes, networkSettings: published(port) });
    const waiting = expect(wait(ending, condition)).rejects.toMatchObject({ code: "CONTAINER_EXITED" });
    await ending.looked(1);
    ending.event("die", { exitCode: "3" });
    await waiting;
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    await using other = await watched([running], { routes, networkSettings: published(port) });
    await expect(wait(other, condition, { signal: controller.signal })).rejects.toBe(reason);
  });
});
