import { createConnection } from "node:net";
import { PassThrough, Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { afterEach, describe, expect, it } from "vitest";
import { InvalidArgumentError, TimeoutError } from "../../src/errors.js";
import { withoutReconnect } from "../../src/transport/abandon.js";
import { exchange } from "../../src/transport/exchange.js";
import { errorBodyLimit, type HttpAnswer, type HttpRequest } from "../../src/transport/http.js";
import {
  listenersOf,
  noneOpen,
  outcomeOf,
  type RawServer,
  rawServer,
  readAll,
  requestOf,
  text,
  timers,
} from "../helpers/exchanges.js";
import { type Call, type FakeDaemon, fakeDaemon, type Routes } from "../helpers/fake-daemon.js";

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.destroy();
});

describe("an answer that is wanted whole", () => {
  it("comes with status, headers and all its bytes", async () => {
    await using daemon = await serving({
      "GET /thing": (call) => call.stream(["ab", "", "cd"], { "X-A": "1" }),
    });
    const answer = await send(poolOf(daemon), { headers: { "x-mine": "2" } });
    expect(answer).toMatchObject({ status: 200, headers: { "x-a": "1" } });
    expect(text(answer.bytes)).toBe("abcd");
    expect(answer.source).toBeUndefined();
    expect(daemon.calls[0]?.headers["x-mine"]).toBe("2");
  });

  it.each([204, 304])("is empty for %s, and the connection serves the next call", async (status) => {
    await using daemon = await serving({ "GET /thing": (call) => call.send(status) });
    const pool = poolOf(daemon, { connections: 1 });
    expect(await send(pool)).toMatchObject({ status, bytes: Buffer.alloc(0) });
    expect(await send(pool, { answer: "stream" })).toMatchObject({ status });
    expect(daemon.connectionCount).toBe(1);
  });

  it("is empty for HEAD, though its length is given", async () => {
    await using daemon = await serving({
      "HEAD /thing": (call) => call.send(200, "", { "Content-Length": "1000" }),
    });
    const answer = await send(poolOf(daemon), { method: "HEAD" });
    expect(answer).toMatchObject({ status: 200, headers: { "content-length": "1000" } });
    expect(answer.bytes.length).toBe(0);
    await noneOpen(daemon);
  });

  it("is the final one behind those of 1xx", async () => {
    await using server = await rawServer((socket) =>
      socket.once("data", () => {
        socket.write("HTTP/1.1 102 Processing\r\nX-Early: 1\r\n\r\n");
        setTimeout(() => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 30);
        setTimeout(() => socket.write("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok"), 60);
      }),
    );
    // An answer of 1xx is no beginning of the answer: the headers deadline goes on.
    const answer = await send(poolOf(server), { method: "POST", deadlines: { headers: 2_000 } });
    expect(answer).toMatchObject({ status: 201, headers: { "content-length": "2" } });
    const late = outcomeOf(send(poolOf(server), { deadlines: { headers: 40 } }));
    expect(await late).toMatchObject({ code: "TIMEOUT_HEADERS" });
    await expect.poll(() => server.connections).toBe(1);
  });

  it("is cut behind a mebibyte when it is an error, and the connection closed", async () => {
    const page = "x".repeat(64 * 1024);
    for (const closing of ["", "Connection: close\r\n"]) {
      await using server = await rawServer((socket) =>
        socket.once("data", () => {
          socket.write(`HTTP/1.1 502 Bad Gateway\r\n${closing}Transfer-Encoding: chunked\r\n\r\n`);
          // Without an end where the connection is kept.
          for (let count = 0; count < 64; count++) socket.write(`10000\r\n${page}\r\n`);
          if (closing) socket.write("0\r\n\r\n");
        }),
      );
      const before = timers();
      const { signal } = new AbortController();
      const answer = await send(poolOf(server), { signal, deadlines: { total: 5_000, idle: 5_000 } });
      expect(answer.status).toBe(502);
      expect(answer.bytes.length).toBeGreaterThan(errorBodyLimit);
      expect(answer.bytes.length).toBeLessThan(2 * errorBodyLimit);
      expect(listenersOf(signal)).toBe(0);
      await noneOpen(server);
      await expect.poll(timers).toBeLessThanOrEqual(before);
    }
  });

  it("has no limit when it is a success", async () => {
    const size = 3 * errorBodyLimit;
    await using daemon = await serving({ "GET /thing": (call) => call.send(200, Buffer.alloc(size)) });
    expect((await send(poolOf(daemon))).bytes.length).toBe(size);
  });

  it("rejects when the connection breaks in its middle", async () => {
    await using daemon = await serving({
      "GET /thing": async (call) => {
        call.start();
        await call.write("half");
        call.cut();
      },
    });
    const { signal } = new AbortController();
    const failure = await outcomeOf(send(poolOf(daemon), { signal, deadlines: { total: 5_000 } }));
    expect(failure).toMatchObject({ unsent: false, cause: { code: "UND_ERR_SOCKET" } });
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(daemon);
  });
});

describe("an answer that is wanted as it arrives", () => {
  it("is handed over before its end", async () => {
    let call: Call | undefined;
    await using daemon = await serving({
      "GET /thing": async (begun) => {
        call = begun;
        call.start(200, { "Content-Type": "text/x" });
        await call.write("first");
      },
    });
    const { signal } = new AbortController();
    const answer = await send(poolOf(daemon), { answer: "stream", signal });
    expect(answer).toMatchObject({
      status: 200,
      headers: { "content-type": "text/x" },
      bytes: Buffer.alloc(0),
    });
    expect((await answer.source?.read())?.map(text)).toEqual(["first"]);
    expect(listenersOf(signal)).toBe(1);
    await call?.write("second");
    call?.end();
    expect(await readAll(answer.source)).toBe("second");
    expect(listenersOf(signal)).toBe(0);
  });

  it("is whole when it is no success", async () => {
    await using daemon = await serving({ "GET /thing": (call) => call.json(404, { message: "no" }) });
    const answer = await send(poolOf(daemon), { answer: "stream" });
    expect(answer.source).toBeUndefined();
    expect(text(answer.bytes)).toBe('{"message":"no"}');
  });

  it("closes the connection when the reader leaves, and nothing else happens", async () => {
    await using daemon = await serving({ "GET /thing": endless });
    const before = timers();
    const abort = new AbortController();
    const { signal } = abort;
    const { source } = await send(poolOf(daemon), { answer: "stream", signal, deadlines: { idle: 60_000 } });
    await source?.read();
    source?.cancel();
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(daemon);
    abort.abort();
    expect(await source?.read()).toBeNull();
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  it("is held back while nobody reads, and comes whole in the end", async () => {
    const total = 32 * 1024 * 1024;
    let sent = 0;
    await using daemon = await serving({
      "GET /thing": async (call) => {
        call.start();
        for (; sent < total; sent += 64 * 1024) await call.write(Buffer.alloc(64 * 1024));
        call.end();
      },
    });
    // An idle deadline does not count while the reader is away.
    const { source } = await send(poolOf(daemon), { answer: "stream", deadlines: { idle: 400 } });
    await sleep(500);
    const early = sent;
    expect(early).toBeLessThan(8 * 1024 * 1024);
    await sleep(300);
    expect(sent).toBe(early);
    let size = 0;
    for (let read = await source?.read(); read; read = await source?.read()) {
      for (const chunk of read) size += chunk.length;
    }
    expect(size).toBe(total);
  });

  it("rejects a reader when the connection breaks, behind what had come", async () => {
    await using daemon = await serving({
      "GET /thing": async (call) => {
        call.start();
        await call.write("some");
        call.cut();
      },
    });
    const { signal } = new AbortController();
    const { source } = await send(poolOf(daemon), { answer: "stream", signal });
    expect((await source?.read())?.map(text)).toEqual(["some"]);
    await expect(source?.read()).rejects.toMatchObject({ unsent: false });
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(daemon);
  });
});

describe("an abort", () => {
  it("before the call sends nothing and touches no body", async () => {
    await using daemon = await serving();
    const body = new PassThrough();
    const signal = AbortSignal.abort("before");
    const request = { method: "PUT", body, signal } as const;
    expect(await outcomeOf(send(poolOf(daemon), request))).toBe("before");
    expect(daemon.connectionCount).toBe(0);
    expect(body.destroyed).toBe(false);
  });

  it("in the queue rejects at once and costs the call before it nothing", async () => {
    let first: Call | undefined;
    await using daemon = await serving({
      "GET /thing": (call) => {
        first = call;
      },
      "POST /other": (call) => call.send(204),
      "POST /next": (call) => call.send(204),
    });
    const pool = poolOf(daemon, { connections: 1 });
    const slow = send(pool);
    await expect.poll(() => first).toBeDefined();
    const abort = new AbortController();
    const body = new PassThrough();
    const given = { method: "POST", path: "/other", body, signal: abort.signal } as const;
    const queued = outcomeOf(send(pool, given));
    const next = send(pool, { method: "POST", path: "/next" });
    await sleep(20);
    abort.abort("no more");
    expect(await queued).toBe("no more");
    expect(listenersOf(abort.signal)).toBe(0);

    first?.send(200, "done");
    expect(text((await slow).bytes)).toBe("done");
    expect((await next).status).toBe(204);
    expect(daemon.calls.map(({ path }) => path)).toEqual(["/thing", "/next"]);
    // The connection was kept for the next call: nothing had been sent on it for the one that left.
    expect(daemon.connectionCount).toBe(1);
    expect(body.destroyed).toBe(false);
  });

  it("while connecting rejects at once, as unsent as it was", async () => {
    let connected: (() => void) | undefined;
    const pool = new Pool("http://localhost", {
      connect: (_, callback) => {
        connected = () => callback(new Error("too late"), null);
      },
    });
    pools.push(pool);
    const abort = new AbortController();
    const failing = outcomeOf(send(pool, { signal: abort.signal, deadlines: { headers: 1 } }));
    await sleep(20);
    abort.abort(new Error("gone"));
    expect(await failing).toEqual(new Error("gone"));
    expect(listenersOf(abort.signal)).toBe(0);
    connected?.();
    await sleep(5);
  });

  it.each([
    ["while the answer is awaited", () => undefined],
    ["while the answer arrives", endless],
  ])("%s closes the connection and rejects with the reason itself", async (_, handler) => {
    let begun = false;
    await using daemon = await serving({
      "GET /thing": (call) => {
        begun = true;
        return handler(call);
      },
    });
    const before = timers();
    const abort = new AbortController();
    const { signal } = abort;
    const reason = { not: "an error" };
    const failing = outcomeOf(
      send(poolOf(daemon), { signal, deadlines: { total: 60_000, headers: 60_000 } }),
    );
    await expect.poll(() => begun).toBe(true);
    await sleep(20);
    abort.abort(reason);
    expect(await failing).toBe(reason);
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(daemon);
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  it("of a stream rejects its reader with the reason and closes the connection", async () => {
    await using daemon = await serving({
      "GET /thing": async (call) => {
        call.start();
        await call.write("x");
      },
    });
    const abort = new AbortController();
    const { source } = await send(poolOf(daemon), { answer: "stream", signal: abort.signal });
    await source?.read();
    const reading = outcomeOf(Promise.resolve(source?.read()));
    abort.abort(new Error("stop"));
    expect(await reading).toEqual(new Error("stop"));
    expect(listenersOf(abort.signal)).toBe(0);
    await noneOpen(daemon);
  });

  it("of a stream that is held back closes the connection too", async () => {
    await using daemon = await serving({ "GET /thing": endless });
    const before = timers();
    const abort = new AbortController();
    const { source } = await send(poolOf(daemon), {
      answer: "stream",
      signal: abort.signal,
      deadlines: { idle: 60_000, total: 60_000 },
    });
    await sleep(150);
    abort.abort(new Error("stop"));
    await noneOpen(daemon);
    // The reader comes back to what was waiting for it; that sets no clock anew.
    await source?.read();
    expect(timers()).toBeLessThanOrEqual(before);
    await expect(source?.read()).rejects.toThrow("stop");
  });
});

describe("a deadline", () => {
  it("for the headers does not count the time in the queue", async () => {
    const waiting: Call[] = [];
    await using daemon = await serving({ "GET /thing": (call) => void waiting.push(call) });
    const pool = poolOf(daemon, { connections: 1 });
    const first = send(pool);
    const second = outcomeOf(send(pool, { deadlines: { headers: 80 } }));
    await sleep(200);
    waiting[0]?.send(200, "one");
    await first;
    const timeout = await second;
    expect(timeout).toBeInstanceOf(TimeoutError);
    expect(timeout).toMatchObject({ phase: "headers", milliseconds: 80, unsent: false });
    expect(waiting.length).toBe(2);
    await noneOpen(daemon);
  });

  it("for all counts the queue, and says when nothing was sent", async () => {
    await using daemon = await serving({ "GET /thing": () => undefined });
    const pool = poolOf(daemon, { connections: 1 });
    const abort = new AbortController();
    const first = outcomeOf(send(pool, { signal: abort.signal }));
    const timeout = await outcomeOf(send(pool, { deadlines: { total: 60 } }));
    expect(timeout).toMatchObject({ phase: "total", unsent: true });
    abort.abort("end");
    expect(await first).toBe("end");
    // The one that left is taken out of undici's queue by a connection, but never sent.
    await sleep(50);
    expect(daemon.calls.length).toBe(1);
    expect(daemon.connectionCount).toBeLessThanOrEqual(2);
  });

  it("for silence ends a stream that a reader waits for", async () => {
    await using daemon = await serving({
      "GET /thing": async (call) => {
        call.start();
        for (let count = 0; count < 5; count++) {
          await call.write("x");
          await sleep(30);
        }
      },
    });
    const { signal } = new AbortController();
    const { source } = await send(poolOf(daemon), { answer: "stream", signal, deadlines: { idle: 150 } });
    let seen = "";
    const reading = (async () => {
      for (let read = await source?.read(); read; read = await source?.read())
        seen += read.map(text).join("");
    })();
    await expect(reading).rejects.toMatchObject({ phase: "idle", milliseconds: 150 });
    expect(seen).toBe("xxxxx");
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(daemon);
  });

  it("for the headers begins when the upload has ended", async () => {
    await using daemon = await serving({
      "PUT /thing": async (call) => call.send(200, `${(await call.body()).length}`),
    });
    const slowly = async function* () {
      for (let count = 0; count < 5; count++) {
        yield Buffer.alloc(10);
        await sleep(40);
      }
    };
    const request = { method: "PUT", body: slowly(), deadlines: { headers: 100 } } as const;
    expect(text((await send(poolOf(daemon), request)).bytes)).toBe("50");
  });
});

describe("a body that is a stream", () => {
  it("goes out byte by byte as it is, whatever kind of stream it is", async () => {
    const seen: string[] = [];
    await using daemon = await serving({
      "PUT /thing": async (call) => {
        seen.push(`${await call.body()}`);
        call.send(204);
      },
    });
    const pool = poolOf(daemon, { connections: 1 });
    const generate = async function* () {
      yield Buffer.from("ab");
      yield new Uint8Array(0);
      yield new Uint8Array([0x63]);
    };
    await send(pool, { method: "PUT", body: generate() });
    await send(pool, { method: "PUT", body: Readable.from([Buffer.from("ab"), Buffer.from("c")]) });
    await send(pool, { method: "PUT", body: new Blob(["abc"]).stream() as unknown as Readable });
    await send(pool, { method: "PUT", body: "abc" });
    await send(pool, { method: "PUT", body: new Uint8Array([0x61, 0x62, 0x63]) });
    await send(pool, { method: "PUT", body: Readable.from([]) });
    expect(seen).toEqual(["abc", "abc", "abc", "abc", "abc", ""]);
    expect(daemon.connectionCount).toBe(1);
  });

  it("rejects with its own error when it breaks, and not with one of the connection", async () => {
    await using daemon = await serving({ "PUT /thing": readOn });
    const { signal } = new AbortController();
    const broken = Object.assign(new Error("no such file"), { code: "ENOENT" });
    const breaking = async function* () {
      yield Buffer.from("a");
      throw broken;
    };
    const request = { method: "PUT", body: breaking(), signal, deadlines: { total: 60_000 } } as const;
    expect(await outcomeOf(send(poolOf(daemon), request))).toBe(broken);
    const stream = new PassThrough();
    stream.write("a");
    setTimeout(() => stream.destroy(broken), 30);
    expect(await outcomeOf(send(poolOf(daemon), { ...request, body: stream }))).toBe(broken);
    expect(listenersOf(signal)).toBe(0);
    await noneOpen(daemon);
  });

  it("is refused when it gives something else than bytes", async () => {
    await using daemon = await serving({ "PUT /thing": readOn });
    const body = Readable.from(["text"]) as AsyncIterable<never>;
    const failure = await outcomeOf(send(poolOf(daemon), { method: "PUT", body }));
    expect(failure).toBeInstanceOf(InvalidArgumentError);
    expect(failure).toMatchObject({ message: expect.stringContaining("type string") });
    await noneOpen(daemon);
  });

  it("is closed at once when the engine answers before it has ended", async () => {
    await using daemon = await serving({ "PUT /thing": (call) => call.json(404, { message: "no" }) });
    const pool = poolOf(daemon);
    const stream = new PassThrough();
    stream.write("beginning");
    expect((await send(pool, { method: "PUT", body: stream })).status).toBe(404);
    expect(stream.destroyed).toBe(true);

    let closed = false;
    const flowing = async function* () {
      try {
        for (;;) yield Buffer.alloc(1024);
      } finally {
        closed = true;
      }
    };
    expect((await send(pool, { method: "PUT", body: flowing() })).status).toBe(404);
    await expect.poll(() => closed).toBe(true);
    await noneOpen(daemon);
  });

  it("may go on while the answer is already read", async () => {
    await using daemon = await serving({
      "POST /thing": async (call) => {
        call.start();
        for await (const chunk of call.request) await call.write(chunk);
        call.end();
      },
    });
    const body = new PassThrough();
    body.write("one");
    const request = { method: "POST", body, answer: "stream", deadlines: { headers: 50 } } as const;
    const { source } = await send(poolOf(daemon), request);
    expect((await source?.read())?.map(text)).toEqual(["one"]);
    await sleep(100);
    body.end("two");
    expect(await readAll(source)).toBe("two");
  });

  it("is closed when the call is aborted or the connection breaks", async () => {
    let calls = 0;
    await using daemon = await serving({
      "PUT /thing": (call) => {
        if (++calls === 2) call.cut();
      },
    });
    const abort = new AbortController();
    const quiet = new PassThrough();
    quiet.write("x");
    const aborting = outcomeOf(send(poolOf(daemon), { method: "PUT", body: quiet, signal: abort.signal }));
    await expect.poll(() => calls).toBe(1);
    abort.abort("stop");
    expect(await aborting).toBe("stop");
    expect(quiet.destroyed).toBe(true);

    const other = new PassThrough();
    other.write("x");
    expect(await outcomeOf(send(poolOf(daemon), { method: "PUT", body: other }))).toMatchObject({
      unsent: false,
    });
    await expect.poll(() => other.destroyed).toBe(true);
    await noneOpen(daemon);
  });

  it("stays untouched when nothing could be sent, so that it can be sent again", async () => {
    const pool = new Pool("http://localhost", {
      connect: (_, callback) => callback(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }), null),
    });
    pools.push(pool);
    const body = Readable.from([Buffer.from("abc")]);
    const failure = await outcomeOf(send(pool, { method: "PUT", body }));
    expect(failure).toMatchObject({ unsent: true, cause: { code: "ECONNREFUSED" } });
    expect(body.destroyed).toBe(false);
    await using daemon = await serving({
      "PUT /thing": async (call) => call.send(200, await call.body()),
    });
    expect(text((await send(poolOf(daemon), { method: "PUT", body })).bytes)).toBe("abc");
  });
});

it("rejects what undici refuses to send, as unsent", async () => {
  await using daemon = await serving();
  const failure = await outcomeOf(send(poolOf(daemon), { headers: { "transfer-encoding": "chunked" } }));
  expect(failure).toMatchObject({ unsent: true, cause: { code: "UND_ERR_INVALID_ARG" } });
  expect(daemon.connectionCount).toBe(0);
});

function serving(routes: Routes = {}): Promise<FakeDaemon> {
  return fakeDaemon(routes);
}

function poolOf(server: FakeDaemon | RawServer, options: Pool.Options = {}): Pool {
  const socketPath = "socketPath" in server ? server.socketPath : server.path;
  const connect: Pool.Options["connect"] = (_, callback) => {
    const socket = createConnection(socketPath, () => callback(null, withoutReconnect(socket)));
  };
  const pool = new Pool("http://localhost", { ...options, connect, pipelining: 1 });
  pools.push(pool);
  return pool;
}

/** A failure comes as an error that shows what the exchange said of it. */
function send(pool: Pool, more: Partial<HttpRequest> = {}): Promise<HttpAnswer> {
  return exchange(pool, "http://localhost", requestOf(more), {
    place: "the place",
    toError: (cause, facts) => Object.assign(new Error("broken", { cause }), facts),
  });
}

async function endless(call: Call): Promise<void> {
  call.start();
  while (!call.request.socket.destroyed) await call.write(Buffer.alloc(64 * 1024));
}

/** Takes a body to its end, or to the client's, and gives no answer. */
async function readOn(call: Call): Promise<void> {
  await call.body().catch(() => undefined);
}
