import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ConnectionError, InvalidArgumentError, TimeoutError } from "../../src/errors.js";
import { createConnector } from "../../src/transport/connect.js";
import { toConnectionError } from "../../src/transport/connection-error.js";
import type { Endpoint } from "../../src/transport/endpoint.js";
import { FetchTransport } from "../../src/transport/fetch-transport.js";
import { Hijacks } from "../../src/transport/hijack.js";
import type { HijackedConnection, HttpAnswer, HttpRequest } from "../../src/transport/http.js";
import { UndiciTransport } from "../../src/transport/undici-transport.js";
import { type Certificates, createCertificates } from "../helpers/certificates.js";
import { socketEndpoint, sshEndpoint, tcpEndpoint, tlsEndpoint } from "../helpers/endpoints.js";
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
import { createFakeSsh } from "../helpers/fake-ssh.js";
import { createProxyServer } from "../helpers/proxy-server.js";

const transports: UndiciTransport[] = [];
afterEach(async () => {
  for (const transport of transports.splice(0)) await transport.close();
});

describe("a connection that is asked for", () => {
  test("is handed over with 101, and nothing that came with the head is lost", async () => {
    await using daemon = await fakeDaemon({
      "POST /attach": (call) => {
        call.raw(
          "HTTP/1.1 101 UPGRADED\r\nContent-Type: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nfirst ",
        );
        call.raw("second ");
        call.request.socket.end("third");
      },
    });
    const answer = await transportTo(daemon.socketPath).send(hijackOf());
    expect(answer).toMatchObject({ status: 101, headers: { "content-type": "x" } });
    expect(await readAll(answer.hijacked?.source)).toBe("first second third");
    const [call] = daemon.calls;
    expect(call?.headers).toMatchObject({ connection: "upgrade", upgrade: "tcp", "content-length": "0" });
    await noneOpen(daemon);
  });

  test.each([101, 200])("sends its body, and takes input and its end with %i", async (status) => {
    await using daemon = await fakeDaemon({ "POST /attach": upperCase(status) });
    const request = hijackOf({ body: '{"Tty":false}', headers: { "content-type": "application/json" } });
    const { source, stdin } = given(await transportTo(daemon.socketPath).send(request));
    stdin.write("one ");
    await sleep(10);
    stdin.end("two");
    expect(await readAll(source)).toBe('ready {"Tty":false}ONE TWO');
    await noneOpen(daemon);
  });

  test.each([101, 200])("is closed by its reader with %i, also while a read is pending", async (status) => {
    await using daemon = await fakeDaemon({ "POST /attach": upperCase(status) });
    const { source, stdin } = given(await transportTo(daemon.socketPath).send(hijackOf()));
    await source.read();
    const pending = source.read();
    source.cancel();
    expect(await pending).toBeNull();
    await once(stdin, "close");
    expect(stdin.destroyed).toBe(true);
    await noneOpen(daemon);
  });

  test.each([404, 409, 500])("is refused with %i and the engine's own words", async (status) => {
    await using daemon = await fakeDaemon({
      "POST /attach": (call) => call.json(status, { message: "no such" }),
    });
    const answer = await transportTo(daemon.socketPath).send(hijackOf());
    expect(answer.status).toBe(status);
    expect(answer.hijacked).toBeUndefined();
    expect(text(answer.bytes)).toBe('{"message":"no such"}');
    await noneOpen(daemon);
  });

  test("is refused with more words than are read", async () => {
    await using server = await rawServer((socket) => {
      socket.write("HTTP/1.1 500 No\r\n\r\n");
      const write = () => socket.writable && socket.write("x".repeat(100_000), () => setImmediate(write));
      write();
    });
    const answer = await transportTo(server.path).send(hijackOf());
    expect(answer.bytes.length).toBeGreaterThan(1024 * 1024);
    await noneOpen(server);
  });

  test("breaks with the connection, for its reader and its writer", async () => {
    await using daemon = await fakeDaemon({
      "POST /attach": async (call) => {
        call.hijack().pause().write("a part");
        await sleep(50);
        // With something unread, it is a reset and no end.
        call.cut();
      },
    });
    const { source, stdin } = given(await transportTo(daemon.socketPath).send(hijackOf()));
    stdin.write(Buffer.alloc(1_000_000));
    expect(text(Buffer.concat((await source.read()) ?? []))).toBe("a part");
    expect(await outcomeOf(source.read())).toMatchObject({ code: "CONNECTION_RESET", unsent: false });
    expect(stdin.destroyed).toBe(true);
    const outcome = await new Promise((resolve) => stdin.write("x", resolve));
    expect(outcome).toBeInstanceOf(Error);
    await noneOpen(daemon);
  });

  test.each([
    ["nothing", ""],
    ["no HTTP", "hello\r\n\r\n"],
    ["half a head", "HTTP/1.1 101 UPGR"],
    ["half a refusal", "HTTP/1.1 404 No\r\nContent-Length: 10\r\n\r\nxx"],
  ])("rejects once when the engine answers %s and goes", async (_, said) => {
    await using server = await rawServer((socket) => socket.end(said));
    const outcome = await outcomeOf(transportTo(server.path).send(hijackOf()));
    expect(outcome).toBeInstanceOf(Error);
    expect((outcome as Error).message).toContain(server.path);
    await noneOpen(server);
  });

  test("says that nobody is there, before anything was sent", async () => {
    const outcome = await outcomeOf(transportTo("/nowhere/docker.sock").send(hijackOf()));
    expect(outcome).toBeInstanceOf(ConnectionError);
    expect(outcome).toMatchObject({ code: "SOCKET_NOT_FOUND", unsent: true });
  });

  test("is given up with the signal's reason before it, during it and after it", async () => {
    await using daemon = await fakeDaemon({
      "POST /attach": (call) => void held(call),
      "POST /silent": silent,
    });
    const transport = transportTo(daemon.socketPath);
    expect(await outcomeOf(transport.send(hijackOf({ signal: AbortSignal.abort("before") })))).toBe("before");
    expect(daemon.connectionCount).toBe(0);

    const during = new AbortController();
    const asking = outcomeOf(transport.send(hijackOf({ path: "/v1.51/silent", signal: during.signal })));
    await expect.poll(() => daemon.busy).toBe(1);
    during.abort("during");
    expect(await asking).toBe("during");
    expect(listenersOf(during.signal)).toBe(0);

    const after = new AbortController();
    const { source, stdin } = given(await transport.send(hijackOf({ signal: after.signal })));
    const pending = outcomeOf(source.read());
    after.abort("after");
    expect(await pending).toBe("after");
    expect(stdin.destroyed).toBe(true);
    expect(listenersOf(after.signal)).toBe(0);
    await noneOpen(daemon);
  });

  test("has its deadlines: the one for the head up to it, the one for silence behind it", async () => {
    await using daemon = await fakeDaemon({
      "POST /attach": (call) => void held(call),
      "POST /silent": silent,
    });
    const transport = transportTo(daemon.socketPath);
    const unanswered = hijackOf({ path: "/v1.51/silent", deadlines: { headers: 30 } });
    expect(await outcomeOf(transport.send(unanswered))).toMatchObject({
      code: "TIMEOUT_HEADERS",
      unsent: false,
    });
    const open = given(await transport.send(hijackOf({ deadlines: { headers: 30 } })));
    await sleep(60);
    expect(open.stdin.writable).toBe(true);
    open.source.cancel();
    const idle = given(await transport.send(hijackOf({ deadlines: { idle: 30 } })));
    const outcome = await outcomeOf(idle.source.read());
    expect(outcome).toBeInstanceOf(TimeoutError);
    expect(outcome).toMatchObject({ code: "TIMEOUT_IDLE" });
    await noneOpen(daemon);
  });

  test("is broken by the end of the client", async () => {
    await using daemon = await fakeDaemon({
      "POST /attach": (call) => void held(call),
      "POST /silent": silent,
    });
    const transport = transportTo(daemon.socketPath);
    const { source, stdin } = given(await transport.send(hijackOf()));
    const reading = outcomeOf(source.read());
    const asking = outcomeOf(transport.send(hijackOf({ path: "/v1.51/silent" })));
    await expect.poll(() => daemon.busy).toBe(2);
    await transport.close();
    expect(await reading).toMatchObject({ code: "CLIENT_CLOSED" });
    expect(await asking).toMatchObject({ code: "CLIENT_CLOSED" });
    expect(stdin.destroyed).toBe(true);
    expect(await outcomeOf(transport.send(hijackOf()))).toMatchObject({ code: "CLIENT_CLOSED" });
    await noneOpen(daemon);
  });

  test("cannot be given by a fetch, which is not even asked", async () => {
    const transport = new FetchTransport(socketEndpoint("/none"), () => {
      throw new Error("asked");
    });
    const outcome = await outcomeOf(transport.send(hijackOf()));
    expect(outcome).toBeInstanceOf(InvalidArgumentError);
    expect((outcome as Error).message).toMatch(/attach and exec/);
  });
});

describe("the input of a connection", () => {
  test.each([101, 200])("is held back by an engine that does not read (%i)", async (status) => {
    await using daemon = await fakeDaemon({ "POST /attach": (call) => void handOver(call, status).pause() });
    const { source, stdin } = given(await transportTo(daemon.socketPath).send(hijackOf()));
    let sent = 0;
    while (stdin.write(Buffer.alloc(64 * 1024)) && sent < 1000) {
      sent++;
      await sleep(0);
    }
    expect(sent).toBeLessThan(100);
    source.cancel();
    await once(stdin, "close");
  });

  test("that is destroyed before its end closes the connection, and the reader learns why", async () => {
    await using daemon = await fakeDaemon({ "POST /attach": upperCase(101) });
    const transport = transportTo(daemon.socketPath);
    const first = given(await transport.send(hijackOf()));
    const why = new Error("the file broke");
    await first.source.read();
    first.stdin.destroy(why);
    expect(await outcomeOf(first.source.read())).toBe(why);
    const second = given(await transport.send(hijackOf()));
    await second.source.read();
    second.stdin.destroy();
    expect(await outcomeOf(second.source.read())).toMatchObject({ code: "STREAM_CLOSED" });
    await noneOpen(daemon);
  });

  test("is not needed: the engine ends, and the connection closes, whatever the input does", async () => {
    await using daemon = await fakeDaemon({ "POST /attach": (call) => void held(call).end("bye") });
    const { source, stdin } = given(await transportTo(daemon.socketPath).send(hijackOf()));
    stdin.write("nobody reads this");
    expect(await readAll(source)).toBe("bye");
    await noneOpen(daemon);
  });
});

describe("the output of a connection", () => {
  test.each([101, 200])("that nobody reads holds the engine back (%i)", async (status) => {
    let sent = 0;
    await using daemon = await fakeDaemon({
      "POST /attach": (call) => {
        const socket = handOver(call, status);
        const more = () => {
          while (sent < 1000 && socket.write(Buffer.alloc(64 * 1024, 65))) sent++;
          if (sent < 1000) socket.once("drain", more);
          else socket.end();
        };
        more();
      },
    });
    const { source } = given(await transportTo(daemon.socketPath).send(hijackOf()));
    await sleep(100);
    expect(sent).toBeLessThan(100);
    // A write that has to wait is not counted.
    expect((await readAll(source)).length).toBeGreaterThan(1000 * 64 * 1024);
    await noneOpen(daemon);
  });
});

describe("many connections", () => {
  test("that are opened and aborted leave nothing behind", { timeout: 60_000 }, async () => {
    await using daemon = await fakeDaemon({ "POST /attach": (call) => void held(call).write("x") });
    const transport = transportTo(daemon.socketPath);
    const shared = new AbortController();
    const before = timers();
    for (let round = 0; round < 40; round++) {
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const one = new AbortController();
          const signal = index % 5 === 0 ? AbortSignal.any([one.signal, shared.signal]) : one.signal;
          const sending = outcomeOf(transport.send(hijackOf({ signal })));
          if (index % 3 === 0) one.abort("early");
          else await sending;
          one.abort("late");
          await sending;
          expect(listenersOf(one.signal)).toBe(0);
        }),
      );
    }
    await noneOpen(daemon);
    expect(timers()).toBeLessThanOrEqual(before);
  });
});

describe("a connection that is handed over", () => {
  const servers: { close(): unknown }[] = [];
  let made: Certificates;
  beforeAll(() => {
    made = createCertificates();
  });
  afterAll(() => made.remove());
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** Counts what it gets, and says how much at the end of the input. */
  function counting(server: Server): Server {
    servers.push(server);
    return server.on("upgrade", (_, socket: Duplex, head: Buffer) => {
      let size = head.length;
      socket.on("error", () => socket.destroy());
      socket.write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nready ");
      socket.on("data", (chunk: Buffer) => {
        size += chunk.length;
      });
      socket.on("end", () => setTimeout(() => socket.end(`${size} bytes`), 30));
    });
  }

  async function listening(server: Server): Promise<number> {
    counting(server).listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port; // a TCP server has no other
  }

  async function roundTrip(
    endpoint: Endpoint,
    options: { proxy?: string; environment?: NodeJS.ProcessEnv } = {},
  ) {
    const connector = createConnector(endpoint, { connectTimeout: 5_000, environment: {}, ...options });
    const hijacks = new Hijacks(connector, {
      place: endpoint.address,
      toError: (error, facts) => toConnectionError(error, endpoint, facts),
    });
    try {
      const { source, stdin } = given(await hijacks.send(hijackOf()));
      stdin.write(Buffer.alloc(1_000_000));
      stdin.end(Buffer.alloc(234_567));
      return await readAll(source);
    } finally {
      hijacks.close();
      await connector.close();
    }
  }

  test("closes one direction over TCP", async () => {
    expect(await roundTrip(tcpEndpoint(await listening(createServer())))).toBe("ready 1234567 bytes");
  });

  test.each(["TLSv1.2", "TLSv1.3"] as const)("closes one direction over %s", async (version) => {
    const options = { ...made.server, ca: made.ca, requestCert: true, allowHalfOpen: true };
    const port = await listening(createTlsServer({ ...options, minVersion: version, maxVersion: version }));
    const { cert, key } = made.client;
    expect(await roundTrip(tlsEndpoint(port, { ca: made.ca, cert, key }))).toBe("ready 1234567 bytes");
  });

  test("closes one direction through a proxy, also with TLS inside", async () => {
    const proxy = await createProxyServer();
    servers.push(proxy);
    const way = { proxy: `http://127.0.0.1:${proxy.port}` };
    expect(await roundTrip(tcpEndpoint(await listening(createServer())), way)).toBe("ready 1234567 bytes");
    const port = await listening(createTlsServer({ ...made.server, allowHalfOpen: true }));
    expect(await roundTrip(tlsEndpoint(port, { ca: made.ca }), way)).toBe("ready 1234567 bytes");
    expect(proxy.requests).toHaveLength(2);
  });

  test("closes one direction over ssh, and leaves no process", async () => {
    const ssh = await createFakeSsh(() => {});
    counting(ssh.server);
    try {
      expect(await roundTrip(sshEndpoint(), { environment: ssh.environment })).toBe("ready 1234567 bytes");
      expect(ssh.alive()).toBe(0);
    } finally {
      await ssh.remove();
    }
  });
});

/** Says "ready" and gives the request's body back at once, and at the end of the input what it read, in capitals. */
function upperCase(status: number): (call: Call) => void {
  return (call) => {
    const socket = handOver(call, status);
    const length = Number(call.headers["content-length"]);
    let read = "";
    socket.write("ready ");
    socket.on("data", (chunk: Buffer) => {
      if (read.length < length) socket.write(chunk.subarray(0, length));
      read += chunk;
    });
    socket.on("end", () => socket.end(read.slice(length).toUpperCase()));
  };
}

/** Hands the connection over, and lets go of it when the client does. */
function held(call: Call): Duplex {
  const socket = call.hijack();
  return socket.resume().on("end", () => socket.end());
}

/** Says nothing, and lets go of the connection when the client does. */
function silent({ request: { socket } }: Call): void {
  socket.resume().on("end", () => socket.end());
}

/** Hands the connection over with 101, or with 200 as a proxy without upgrades has it. */
function handOver(call: Call, status: number): Duplex {
  if (status !== 101) Object.defineProperty(call, "upgradable", { value: false });
  return call.hijack();
}

function hijackOf(more: Partial<HttpRequest> = {}): HttpRequest {
  return requestOf({ method: "POST", path: "/v1.51/attach", answer: "hijack", ...more });
}

function given({ hijacked }: HttpAnswer): HijackedConnection {
  if (hijacked === undefined) throw new Error("no connection was handed over");
  return hijacked;
}

function transportTo(socketPath: string): UndiciTransport {
  const options = { connectTimeout: 5_000, maxConnections: undefined, keepAlive: true, proxy: undefined };
  const transport = new UndiciTransport(socketEndpoint(socketPath), options);
  transports.push(transport);
  return transport;
}
