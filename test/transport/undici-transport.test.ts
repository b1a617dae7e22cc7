import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { ConnectionError } from "../../src/errors.js";
import { UndiciTransport } from "../../src/transport/undici-transport.js";
import { socketEndpoint } from "../helpers/endpoints.js";
import {
  listenersOf,
  noneOpen,
  outcomeOf,
  rawServer,
  readAll,
  requestOf,
  text,
  timers,
} from "../helpers/exchanges.js";
import { type Call, fakeDaemon } from "../helpers/fake-daemon.js";

const transports: UndiciTransport[] = [];
afterEach(async () => {
  for (const transport of transports.splice(0)) await transport.close();
});

describe("UndiciTransport", () => {
  it("reuses its connections and keeps to the most that it may make", async () => {
    let atOnce = 0;
    let most = 0;
    await using daemon = await fakeDaemon({
      "GET /thing": async (call) => {
        most = Math.max(most, ++atOnce);
        await sleep(10);
        atOnce--;
        call.send(200, "ok");
      },
    });
    const transport = transportTo(daemon.socketPath, 2);
    const answers = await Promise.all(Array.from({ length: 8 }, () => transport.send(requestOf())));
    expect(answers.map(({ bytes }) => text(bytes))).toEqual(Array(8).fill("ok"));
    expect(most).toBe(2);
    expect(daemon.connectionCount).toBe(2);
  });

  it("makes a connection for each request where none is kept", async () => {
    await using daemon = await fakeDaemon({ "GET /thing": (call) => call.send(200, "ok") });
    const transport = transportTo(daemon.socketPath, 1, false);
    for (let n = 0; n < 3; n++) await transport.send(requestOf());
    expect(daemon.connectionCount).toBe(3);
    await expect.poll(() => daemon.connections).toBe(0);
  });

  it("makes no connection anew for a request that was aborted, and none for one that left the queue", async () => {
    await using daemon = await fakeDaemon({
      "GET /thing": async (call) => {
        call.start();
        await call.write("x");
      },
      "GET /other": (call) => call.send(204),
    });
    const transport = transportTo(daemon.socketPath, 1);
    const { source } = await transport.send(requestOf({ answer: "stream" }));
    const abort = new AbortController();
    const queued = outcomeOf(transport.send(requestOf({ signal: abort.signal })));
    abort.abort("left");
    expect(await queued).toBe("left");
    await source?.read();
    source?.cancel();
    await sleep(100);
    expect(daemon.calls.length).toBe(1);
    expect(listenersOf(abort.signal)).toBe(0);
    // The one that left has to be taken out of undici's queue, which costs this one connection and keeps it for the next.
    expect(daemon.connectionCount).toBeLessThanOrEqual(2);
    expect((await transport.send(requestOf({ path: "/other" }))).status).toBe(204);
    expect(daemon.connectionCount).toBeLessThanOrEqual(2);
  });

  it("serves a queue of calls after one that was aborted while it was awaited", async () => {
    const calls: Call[] = [];
    await using daemon = await fakeDaemon({
      "GET /thing": (call) => {
        if (calls.push(call) > 1) call.send(200, "served");
      },
    });
    const transport = transportTo(daemon.socketPath, 1);
    const abort = new AbortController();
    const first = outcomeOf(transport.send(requestOf({ signal: abort.signal })));
    await expect.poll(() => calls.length).toBe(1);
    const rest = Promise.all([transport.send(requestOf()), transport.send(requestOf())]);
    abort.abort("enough");
    expect(await first).toBe("enough");
    expect((await rest).map(({ bytes }) => text(bytes))).toEqual(["served", "served"]);
    expect(daemon.connectionCount).toBe(2);
    expect(daemon.connections).toBe(1);
  });

  it("breaks what is under way and what waits when it is closed, and refuses the next call", async () => {
    const calls: Call[] = [];
    await using daemon = await fakeDaemon({
      "GET /thing": (call) => void calls.push(call),
      "GET /stream": async (call) => {
        call.start();
        await call.write("some");
      },
    });
    const before = timers();
    const transport = transportTo(daemon.socketPath, 2);
    const { signal } = new AbortController();
    const { source } = await transport.send(requestOf({ path: "/stream", answer: "stream", signal }));
    const awaited = outcomeOf(transport.send(requestOf({ signal, deadlines: { total: 60_000 } })));
    const queued = outcomeOf(transport.send(requestOf({ signal, deadlines: { total: 60_000 } })));
    await expect.poll(() => calls.length).toBe(1);
    await Promise.all([transport.close(), transport.close()]);
    for (const failure of [await awaited, await queued]) {
      expect(failure).toBeInstanceOf(ConnectionError);
      expect(failure).toMatchObject({ code: "CLIENT_CLOSED" });
    }
    expect(await awaited).toMatchObject({ unsent: false });
    expect(await queued).toMatchObject({ unsent: true });
    await expect(readAll(source)).rejects.toMatchObject({ code: "CLIENT_CLOSED" });
    expect(await outcomeOf(transport.send(requestOf()))).toMatchObject({
      code: "CLIENT_CLOSED",
      unsent: true,
    });
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(daemon);
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  it("says of a socket that is not there that nothing was sent", async () => {
    const transport = transportTo("/nowhere/docker.sock");
    const { signal } = new AbortController();
    const body = Readable.from([Buffer.from("x")]);
    const failure = await outcomeOf(transport.send(requestOf({ method: "PUT", body, signal })));
    expect(failure).toMatchObject({ code: "SOCKET_NOT_FOUND", unsent: true });
    expect(listenersOf(signal)).toBe(0);
    expect(body.destroyed).toBe(false);
  });

  it("says of a connection that breaks without an answer that it may have been sent", async () => {
    await using daemon = await fakeDaemon({ "POST /thing": (call) => call.cut() });
    const failure = await outcomeOf(transportTo(daemon.socketPath).send(requestOf({ method: "POST" })));
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).toMatchObject({ code: "CONNECTION_RESET", unsent: false });
    await noneOpen(daemon);
  });

  it("makes a new connection when the engine has closed the one it kept", async () => {
    await using daemon = await fakeDaemon({
      "GET /thing": (call) => {
        call.send(200, "ok");
        setTimeout(() => call.cut(), 10);
      },
    });
    const transport = transportTo(daemon.socketPath, 1);
    await transport.send(requestOf());
    await noneOpen(daemon);
    expect(text((await transport.send(requestOf({ method: "GET" }))).bytes)).toBe("ok");
    expect(daemon.connectionCount).toBe(2);
  });

  it.each([
    ["a stream", () => pieces()],
    ["bytes", () => Buffer.alloc(8 * 1024 * 1024)],
  ])("gives the refusal of an upload by one who closes without reading it: %s", async (_, body) => {
    await using server = await refusing();
    const before = timers();
    const transport = transportTo(server.path);
    // A write that fails comes before the answer now and then only.
    for (let count = 0; count < 20; count++) {
      const answer = await transport.send(requestOf({ method: "PUT", body: body() }));
      expect(answer.status).toBe(403);
      expect(text(answer.bytes)).toBe("no");
    }
    await noneOpen(server);
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  it("reports what answers there without HTTP", async () => {
    await using server = await rawServer((socket) =>
      socket.once("data", () => socket.write("SSH-2.0-OpenSSH\r\n")),
    );
    const { signal } = new AbortController();
    const failure = await outcomeOf(transportTo(server.path).send(requestOf({ signal })));
    expect(failure).toMatchObject({ code: "CONNECTION_FAILED", unsent: false });
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(server);
  });

  it("reports an upgrade that nobody asked for", async () => {
    await using server = await rawServer((socket) =>
      socket.once("data", () =>
        socket.write("HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"),
      ),
    );
    const failure = await outcomeOf(transportTo(server.path).send(requestOf()));
    expect(failure).toBeInstanceOf(ConnectionError);
    await noneOpen(server);
  });
});

function transportTo(socketPath: string, maxConnections?: number, keepAlive = true): UndiciTransport {
  const options = { connectTimeout: 5_000, maxConnections, keepAlive, proxy: undefined };
  const transport = new UndiciTransport(socketEndpoint(socketPath), options);
  transports.push(transport);
  return transport;
}

/** Answers every upload at once and closes, in a thread of its own: it does not wait for us to have written. */
async function refusing(): Promise<AsyncDisposable & { path: string; connections: number }> {
  const folder = await mkdtemp(join(tmpdir(), "refusing-"));
  const path = join(folder, "refusing.sock");
  const refusal = "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno";
  const code = `
    const { createServer } = require("node:net");
    const { parentPort } = require("node:worker_threads");
    const server = createServer((socket) => {
      server.getConnections((_, count) => parentPort.postMessage(count));
      socket.on("error", () => {});
      socket.on("close", () => server.getConnections((_, count) => parentPort.postMessage(count)));
      socket.once("data", () => socket.end(${JSON.stringify(refusal)}, () => socket.destroy()));
    }).listen(${JSON.stringify(path)}, () => parentPort.postMessage(0));`;
  const worker = new Worker(code, { eval: true });
  const server = {
    path,
    connections: 0,
    [Symbol.asyncDispose]: async () => {
      await worker.terminate();
      await rm(folder, { recursive: true });
    },
  };
  worker.on("message", (count: number) => {
    server.connections = count;
  });
  await once(worker, "message");
  return server;
}

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let count = 0; count < 2_000; count++) yield Buffer.alloc(1024);
}
