import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createNetServer, type Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConnectionError, TimeoutError } from "../../src/errors.js";
import { createConnector } from "../../src/transport/connect.js";
import { ask, callsBack, failureOf } from "../helpers/connection.js";
import { socketEndpoint, sshEndpoint, tcpEndpoint, tlsEndpoint } from "../helpers/endpoints.js";

let folder: string;
let path: string;
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-"));
  path = join(folder, "engine.sock");
});
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

async function listen(server: Server, ...at: [string] | [number, string]): Promise<number> {
  servers.push(server);
  if (typeof at[0] === "string") server.listen(at[0]);
  else server.listen(...(at as [number, string])); // the other of the two
  await once(server, "listening");
  const address = server.address() as AddressInfo | string;
  return typeof address === "string" ? 0 : address.port;
}

const echoHost = () => createServer(({ headers }, response) => response.end(headers.host));

describe("an engine", () => {
  it("is reached by its socket, as localhost", async () => {
    await listen(echoHost(), path);
    expect(await ask(socketEndpoint(path))).toBe("200 localhost");
  });

  it("is reached by TCP, by its own host", async () => {
    const port = await listen(echoHost(), 0, "127.0.0.1");
    expect(await ask(tcpEndpoint(port))).toBe(`200 127.0.0.1:${port}`);
    expect(await ask(tcpEndpoint(port, { hostname: "localhost" }))).toBe(`200 localhost:${port}`);
  });

  it("is reached by IPv6", async () => {
    const port = await listen(echoHost(), 0, "::1");
    expect(await ask(tcpEndpoint(port, { hostname: "::1" }))).toBe(`200 [::1]:${port}`);
  });

  it("is kept in the memory of what lies between by keep-alive", async () => {
    const port = await listen(echoHost(), 0, "127.0.0.1");
    const { connect, close } = createConnector(tcpEndpoint(port), { connectTimeout: 0, environment: {} });
    const calls: unknown[][] = [];
    const original = Socket.prototype.setKeepAlive;
    Socket.prototype.setKeepAlive = function (...args) {
      calls.push(args);
      return original.apply(this, args);
    };
    try {
      const socket = await new Promise<Socket | null>((resolve) => {
        connect({ hostname: "", protocol: "http:", port: "" }, (_, socket) => resolve(socket));
      });
      expect(calls).toEqual([[true, 30_000]]);
      socket?.destroy();
    } finally {
      Socket.prototype.setKeepAlive = original;
      await close();
    }
  });
});

describe("the origin", () => {
  it.each([
    [socketEndpoint("/run/docker.sock"), "http://localhost"],
    [sshEndpoint(), "http://localhost"],
    [tcpEndpoint(2375, { hostname: "engine" }), "http://engine:2375"],
    [tlsEndpoint(2376, {}, { hostname: "engine" }), "https://engine:2376"],
    [tcpEndpoint(2375, { hostname: "fe80::1%eth0" }), "http://[fe80::1]:2375"],
  ])("fits the endpoint %#", (endpoint, origin) => {
    expect(createConnector(endpoint, { connectTimeout: 0, environment: {} }).origin).toBe(origin);
    expect(() => new Pool(origin)).not.toThrow();
  });
});

describe("a failure", () => {
  it("because there is no socket says what was looked at", async () => {
    const endpoint = socketEndpoint(path, {
      source: "default socket",
      looked: ["DOCKER_HOST is not set", "/a does not exist"],
    });
    const error = await failureOf(endpoint);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "SOCKET_NOT_FOUND", unsent: true, address: `unix://${path}` });
    expect(error.message).toContain(`unix://${path} (default socket): there is no such socket`);
    expect(error.message).toContain("systemctl start docker");
    expect(error.message).toContain("Looked at: DOCKER_HOST is not set; /a does not exist.");
    expect(error.cause).toMatchObject({ code: "ENOENT" });
    expect(await callsBack(endpoint)).toHaveLength(1);
  });

  it("because nobody listens on the socket any more", async () => {
    await listen(echoHost(), path);
    const moved = join(folder, "left.sock");
    const { renameSync } = await import("node:fs");
    renameSync(path, moved);
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    const error = await failureOf(socketEndpoint(moved));
    expect(error).toMatchObject({ code: "CONNECTION_REFUSED", unsent: true });
  });

  it.skipIf(process.getuid?.() === 0)("because the socket may not be opened", async () => {
    await listen(echoHost(), path);
    chmodSync(path, 0);
    const error = await failureOf(socketEndpoint(path));
    expect(error).toMatchObject({ code: "PERMISSION_DENIED", unsent: true });
  });

  it("because nothing listens on the port", async () => {
    const endpoint = tcpEndpoint(1);
    const error = await failureOf(endpoint);
    expect(error).toMatchObject({ code: "CONNECTION_REFUSED", unsent: true });
    expect(error.message).toContain('tcp://127.0.0.1:1 (option "host"): nothing listens on that port');
    expect(await callsBack(endpoint)).toHaveLength(1);
  });

  it("because nothing listens on any address of a name", async () => {
    const error = await failureOf(tcpEndpoint(1, { hostname: "localhost" }));
    expect(error).toMatchObject({ code: "CONNECTION_REFUSED", unsent: true });
  });

  it("because there is no such host", async () => {
    const error = await failureOf(tcpEndpoint(2375, { hostname: "engine.invalid" }));
    expect(error).toMatchObject({ code: "HOST_NOT_FOUND", unsent: true });
    expect(error.message).toContain("engine.invalid was not found");
  });

  it("because the engine hangs up before it answers", async () => {
    await listen(
      createNetServer((socket) => socket.once("data", () => socket.destroy())),
      path,
    );
    const error = await failureOf(socketEndpoint(path));
    expect(error).toMatchObject({ code: "CONNECTION_RESET", unsent: false });
    expect(error.message).toContain("broke");
  });

  it("because what answers is no engine", async () => {
    await listen(
      createNetServer((socket) => socket.resume().end("220 smtp ready, token=hush-hush\r\n")),
      path,
    );
    const error = await failureOf(socketEndpoint(path));
    expect(error).toMatchObject({ code: "CONNECTION_FAILED" });
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 9 })).not.toContain("hush-hush");
  });

  it("because nobody takes the connection in time", async () => {
    // Its queue is never served: TLS waits for a first byte.
    const port = await listen(
      createNetServer((socket) => socket.resume()),
      0,
      "127.0.0.1",
    );
    const endpoint = tlsEndpoint(port, {});
    const start = performance.now();
    const error = await failureOf(endpoint, { connectTimeout: 150 });
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      code: "TIMEOUT_CONNECT",
      phase: "connect",
      milliseconds: 150,
      unsent: true,
    });
    expect(error.message).toContain(endpoint.address);
    expect(await callsBack(endpoint, { connectTimeout: 50 })).toHaveLength(1);
  });

  it("reaches every request that waited, and leaves the next one to a new attempt", async () => {
    const connector = createConnector(socketEndpoint(path), { connectTimeout: 1_000 });
    const pool = new Pool(connector.origin, { connect: connector.connect, connections: 1 });
    const request = () => pool.request({ path: "/", method: "GET" });
    const outcomes = await Promise.allSettled([request(), request(), request()]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "SOCKET_NOT_FOUND" } });
    }
    await listen(echoHost(), path);
    const { body } = await request();
    expect(await body.text()).toBe("localhost");
    await pool.close();
    await connector.close();
  });
});

describe("closing the connector", () => {
  it("ends the attempts under way", async () => {
    const sockets: Socket[] = [];
    const port = await listen(
      createNetServer((socket) => sockets.push(socket.resume())),
      0,
      "127.0.0.1",
    );
    const endpoint = tlsEndpoint(port, {});
    const connector = createConnector(endpoint, { connectTimeout: 0, environment: {} });
    const pool = new Pool(connector.origin, { connect: connector.connect });
    const request = pool.request({ path: "/", method: "GET" }).catch((error: unknown) => error);
    await expect.poll(() => sockets.length).toBe(1);
    await connector.close();
    expect(await request).toMatchObject({ code: "CLIENT_CLOSED", unsent: true });
    await expect.poll(() => sockets[0]?.destroyed).toBe(true);
    await pool.destroy();
  });

  it("refuses later ones, and may be done twice", async () => {
    const connector = createConnector(tcpEndpoint(1), { connectTimeout: 0, environment: {} });
    await connector.close();
    await connector.close();
    const pool = new Pool(connector.origin, { connect: connector.connect });
    await expect(pool.request({ path: "/", method: "GET" })).rejects.toMatchObject({ code: "CLIENT_CLOSED" });
    await pool.destroy();
  });
});
