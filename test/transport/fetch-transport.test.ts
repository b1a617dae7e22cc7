import { PassThrough, Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import nock from "nock";
import { afterEach, describe, expect, it } from "vitest";
import { ConnectionError } from "../../src/errors.js";
import { FetchTransport } from "../../src/transport/fetch-transport.js";
import { errorBodyLimit } from "../../src/transport/http.js";
import { socketEndpoint, tcpEndpoint } from "../helpers/endpoints.js";
import { listenersOf, outcomeOf, readAll, requestOf, text, timers } from "../helpers/exchanges.js";

const origin = "http://127.0.0.1:2375";
const endpoint = tcpEndpoint(2375);

afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});

describe("FetchTransport over a fetch that nock answers", () => {
  it("sends method, path, headers and body, and gives status, headers and bytes", async () => {
    const scope = nock(origin, { reqheaders: { "x-mine": "1" } })
      .post("/v1.51/thing?a=%2Fb", "hello")
      .reply(201, "ok", { "X-Theirs": "2" });
    const request = {
      method: "POST",
      path: "/v1.51/thing?a=%2Fb",
      headers: { "x-mine": "1" },
      body: "hello",
    } as const;
    const answer = await transportTo().send(requestOf(request));
    expect(answer).toMatchObject({ status: 201, headers: { "x-theirs": "2" } });
    expect(text(answer.bytes)).toBe("ok");
    scope.done();
  });

  it.each([204, 304])("gives an empty body for %s", async (status) => {
    nock(origin).get("/v1.51/thing").reply(status);
    const answer = await transportTo().send(requestOf());
    expect(answer).toMatchObject({ status });
    expect(answer.bytes.length).toBe(0);
  });

  it("follows no redirect and gives it as it is", async () => {
    nock(origin)
      .get("/v1.51/thing")
      .reply(301, "", { Location: `${origin}/elsewhere` });
    const elsewhere = nock(origin).get("/elsewhere").reply(200, "wrong");
    const answer = await transportTo().send(requestOf());
    expect(answer).toMatchObject({ status: 301, headers: { location: `${origin}/elsewhere` } });
    expect(elsewhere.isDone()).toBe(false);
  });

  it("gives a stream, and an error that answers for one whole", async () => {
    nock(origin)
      .get("/v1.51/thing")
      .reply(200, () => Readable.from(["ab", "cd"].map((piece) => Buffer.from(piece))));
    const { source } = await transportTo().send(requestOf({ answer: "stream" }));
    expect(await readAll(source)).toBe("abcd");
    nock(origin).get("/v1.51/thing").reply(404, { message: "no" });
    const answer = await transportTo().send(requestOf({ answer: "stream" }));
    expect(answer.source).toBeUndefined();
    expect(text(answer.bytes)).toBe('{"message":"no"}');
  });

  it("sends a body that is a stream", async () => {
    nock(origin).put("/v1.51/thing", "abc").reply(200);
    const body = Readable.from([Buffer.from("ab"), Buffer.from("c")]);
    expect((await transportTo().send(requestOf({ method: "PUT", body }))).status).toBe(200);
  });

  it("says what failed as one of our errors", async () => {
    nock(origin)
      .get("/v1.51/thing")
      .replyWithError(Object.assign(new Error("reset"), { code: "ECONNRESET" }));
    const { signal } = new AbortController();
    const failure = await outcomeOf(transportTo().send(requestOf({ signal })));
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).toMatchObject({ code: "CONNECTION_RESET", unsent: false });
    expect(listenersOf(signal)).toBe(0);
  });

  it("ends at its deadline, at an abort and at close, and leaves nothing behind", async () => {
    const before = timers();
    const slow = () => nock(origin).get("/v1.51/thing").delay(60_000).reply(200);
    const { signal } = new AbortController();
    slow();
    const late = await outcomeOf(
      transportTo().send(requestOf({ signal, deadlines: { headers: 30, total: 60_000 } })),
    );
    expect(late).toMatchObject({ phase: "headers", milliseconds: 30 });
    expect(listenersOf(signal)).toBe(0);

    slow();
    const abort = new AbortController();
    const aborted = outcomeOf(
      transportTo().send(requestOf({ signal: abort.signal, deadlines: { total: 60_000 } })),
    );
    await sleep(20);
    abort.abort("enough");
    expect(await aborted).toBe("enough");
    expect(listenersOf(abort.signal)).toBe(0);

    slow();
    const transport = transportTo();
    const closing = outcomeOf(transport.send(requestOf({ signal, deadlines: { total: 60_000 } })));
    await sleep(20);
    await transport.close();
    expect(await closing).toMatchObject({ code: "CLIENT_CLOSED", unsent: false });
    expect(await outcomeOf(transport.send(requestOf()))).toMatchObject({
      code: "CLIENT_CLOSED",
      unsent: true,
    });
    expect(listenersOf(signal)).toBe(0);
    nock.abortPendingRequests();
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });
});

describe("FetchTransport over a fetch of one's own", () => {
  it("asks for localhost where the endpoint is a socket, and for an IPv6 host in brackets without its zone", async () => {
    const urls: string[] = [];
    const fetch = async (url: unknown) => {
      urls.push(String(url));
      return new Response("");
    };
    const hosts = { hostname: "fe80::1%eth0", tls: {} };
    for (const one of [socketEndpoint("/x.sock"), tcpEndpoint(2376, hosts)]) {
      await new FetchTransport(one, fetch).send(requestOf({ path: "/p" }));
    }
    expect(urls).toEqual(["http://localhost/p", "https://[fe80::1]:2376/p"]);
  });

  it("calls it as a plain function", async () => {
    const receivers: unknown[] = [];
    const fetch = async function (this: unknown) {
      receivers.push(this);
      return new Response("");
    };
    await transportTo(fetch).send(requestOf());
    expect(receivers).toEqual([undefined]);
  });

  it("settles although it takes no notice of its signal", async () => {
    const deaf = transportTo(() => new Promise(() => undefined));
    const { signal } = new AbortController();
    const late = await outcomeOf(deaf.send(requestOf({ signal, deadlines: { total: 20 } })));
    expect(late).toMatchObject({ phase: "total" });
    const stuck = transportTo(async () => new Response(new ReadableStream()));
    const silent = await outcomeOf(stuck.send(requestOf({ signal, deadlines: { idle: 20 } })));
    expect(silent).toMatchObject({ phase: "idle" });
    expect(listenersOf(signal)).toBe(0);
  });

  it("rejects with an abort that came before, and calls nothing", async () => {
    let calls = 0;
    const transport = transportTo(async () => new Response(String(calls++)));
    expect(await outcomeOf(transport.send(requestOf({ signal: AbortSignal.abort("before") })))).toBe(
      "before",
    );
    expect(calls).toBe(0);
  });

  it("counts silence only while somebody reads", async () => {
    const before = timers();
    const { body, write } = writable();
    const { signal } = new AbortController();
    const request = requestOf({ answer: "stream", signal, deadlines: { idle: 60 } });
    const { source } = await transportTo(async () => new Response(body)).send(request);
    await sleep(120);
    write("one");
    expect((await source?.read())?.map(text)).toEqual(["one"]);
    await sleep(120);
    write("two");
    expect((await source?.read())?.map(text)).toEqual(["two"]);
    await expect(source?.read()).rejects.toMatchObject({ phase: "idle", milliseconds: 60 });
    expect(listenersOf(signal)).toBe(0);
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  it("cancels the answer when the reader leaves, and ends a pending read", async () => {
    const before = timers();
    const { body, cancelled } = writable();
    const { signal } = new AbortController();
    const request = requestOf({ answer: "stream", signal, deadlines: { total: 60_000 } });
    const { source } = await transportTo(async () => new Response(body)).send(request);
    const reading = source?.read();
    source?.cancel();
    expect(await reading).toBeNull();
    expect(await source?.read()).toBeNull();
    expect(cancelled()).toBe(true);
    expect(listenersOf(signal)).toBe(0);
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  it("rejects the reader when the answer breaks or the call is aborted", async () => {
    for (const reason of [undefined, "enough"]) {
      const { body, fail } = writable();
      const abort = new AbortController();
      const request = requestOf({ answer: "stream", signal: abort.signal });
      const { source } = await transportTo(async () => new Response(body)).send(request);
      const reading = outcomeOf(Promise.resolve(source?.read()));
      if (reason) abort.abort(reason);
      else fail(Object.assign(new Error("broke"), { code: "ECONNRESET" }));
      expect(await reading).toEqual(reason ?? expect.objectContaining({ code: "CONNECTION_RESET" }));
      expect(listenersOf(abort.signal)).toBe(0);
    }
  });

  it("gives an empty stream where the answer has no body", async () => {
    const { signal } = new AbortController();
    const transport = transportTo(async () => new Response(null));
    const { source } = await transport.send(requestOf({ answer: "stream", signal }));
    expect(await source?.read()).toBeNull();
    expect(listenersOf(signal)).toBe(0);
  });

  it("reads no more of an error than a mebibyte, and cancels the rest", async () => {
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
      cancel: () => {
        cancelled = true;
      },
    });
    const answer = await transportTo(async () => new Response(endless, { status: 502 })).send(requestOf());
    expect(answer.status).toBe(502);
    expect(answer.bytes.length).toBeLessThan(2 * errorBodyLimit);
    expect(cancelled).toBe(true);
  });

  it("rejects with the error of the body that was sent", async () => {
    const broken = Object.assign(new Error("no such file"), { code: "ENOENT" });
    const body = new PassThrough();
    body.write("x");
    setTimeout(() => body.destroy(broken), 20);
    const fetch = async (_: unknown, init?: RequestInit) =>
      new Response(await new Response(init?.body).text());
    const { signal } = new AbortController();
    const request = requestOf({ method: "PUT", body, signal, deadlines: { total: 60_000 } });
    expect(await outcomeOf(transportTo(fetch).send(request))).toBe(broken);
    expect(listenersOf(signal)).toBe(0);
  });
});

function transportTo(fetch: typeof globalThis.fetch = globalThis.fetch): FetchTransport {
  return new FetchTransport(endpoint, fetch);
}

/** A body that a test writes to. */
function writable() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  const write = (piece: string) => controller?.enqueue(Buffer.from(piece));
  const fail = (error: Error) => controller?.error(error);
  return { body, write, fail, cancelled: () => isCancelled };
}
