import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { connect } from "node:net";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import type { Exchange } from "../../src/testing/exchange.js";
import { type Host, type ListenOptions, startHost } from "../../src/testing/http-host.js";
import { frame } from "../helpers/frames.js";

const headers = {
  Server: "Docker/28.5.2 (linux)",
  "Api-Version": "1.51",
  Ostype: "linux",
  "Docker-Experimental": "false",
};

test("writes an answer byte for byte as an engine does", async () => {
  await using host = await serving((exchange) =>
    exchange.answer(404, { message: "No such container: nope" }),
  );
  expect(await say(host, "GET /v1.51/containers/nope/json HTTP/1.1\r\nHost: x\r\n\r\n")).toBe(
    "HTTP/1.1 404 Not Found\r\nApi-Version: 1.51\r\nContent-Type: application/json\r\nDocker-Experimental: false\r\n" +
      "Ostype: linux\r\nServer: Docker/28.5.2 (linux)\r\nDate: DATE\r\nContent-Length: 38\r\n\r\n" +
      '{"message":"No such container: nope"}\n',
  );
});

test("leaves the engine's headers away where the handler says so", async () => {
  await using host = await serving((exchange) => {
    exchange.answer(404, { message: "page not found" }, withoutHeaders);
  });
  expect(await say(host, "GET /nope HTTP/1.1\r\nHost: x\r\n\r\n")).toBe(
    "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nDate: DATE\r\nContent-Length: 29\r\n\r\n" +
      '{"message":"page not found"}\n',
  );
});

test("says nothing of a body where an engine does not", async () => {
  await using host = await serving((exchange) => exchange.answer(Number(exchange.query.get("status"))));
  const head = (status: string, length = "") => `HTTP/1.1 ${status}\r\n${engineHead}${length}\r\n`;
  const ask = (method: string, status: number) =>
    say(host, `${method} /x?status=${status} HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(await ask("POST", 204)).toBe(head("204 No Content"));
  expect(await ask("POST", 304)).toBe(head("304 Not Modified"));
  expect(await ask("HEAD", 200)).toBe(head("200 OK"));
  expect(await ask("POST", 200)).toBe(head("200 OK", "Content-Length: 0\r\n"));
});

test("leaves a body away that the status does not allow", async () => {
  await using host = await serving((exchange) => {
    const status = Number(exchange.query.get("status"));
    if (exchange.path === "/json") exchange.answer(status, { message: "x" });
    else exchange.send(status, "x");
  });
  for (const path of ["/json", "/bytes"]) {
    for (const status of ["204 No Content", "304 Not Modified"]) {
      const asked = `POST ${path}?status=${status.slice(0, 3)} HTTP/1.1\r\nHost: x\r\n\r\n`;
      expect(await say(host, asked)).toBe(`HTTP/1.1 ${status}\r\n${engineHead}\r\n`);
    }
  }
});

test("gives HEAD the length of what GET would have", async () => {
  await using host = await serving((exchange) => exchange.answer(404, { message: "x" }, withoutHeaders));
  expect(await say(host, "HEAD /x HTTP/1.1\r\nHost: x\r\n\r\n")).toBe(
    "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nDate: DATE\r\nContent-Length: 16\r\n\r\n",
  );
});

test("sends a long answer in chunks, as Go does past its first buffer", async () => {
  await using host = await serving((exchange) => {
    exchange.send(200, "x".repeat(Number(exchange.query.get("size"))), withoutHeaders);
  });
  const short = await say(host, "GET /x?size=2048 HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(short).toContain("\r\nContent-Length: 2048\r\n\r\n");
  const long = await say(host, "GET /x?size=2049 HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(long).toMatch(
    /^HTTP\/1.1 200 OK\r\nDate: DATE\r\nTransfer-Encoding: chunked\r\n\r\n801\r\nx{2049}\r\n0\r\n\r\n$/,
  );
});

test("closes after the answer where the client asks for it, and keeps the connection where not", async () => {
  await using host = await serving((exchange) => exchange.answer(204));
  const asked = "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  expect(await say(host, asked)).toBe(
    `HTTP/1.1 204 No Content\r\n${engineHead}Connection: close\r\n\r\n<END>`,
  );
  const twice = await say(host, "GET /x HTTP/1.1\r\nHost: x\r\n\r\nGET /y HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(twice.match(/204 No Content/g)).toHaveLength(2);
});

test("sends each piece of a stream as a chunk, the head at once", async () => {
  await using host = await serving(async (exchange) => {
    const stream = exchange.stream(200, { ...withoutHeaders, "Content-Type": "application/json" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await stream.write('{"a":1}\n');
    await stream.write(frame("stdout", "hi"));
    stream.end();
  });
  const answer = say(host, "GET /x HTTP/1.1\r\nHost: x\r\n\r\n", "", "", "");
  const head =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: DATE\r\nTransfer-Encoding: chunked\r\n\r\n";
  expect(await answer).toBe(`${head}8\r\n{"a":1}\n\r\na\r\n\x01\0\0\0\0\0\0\x02hi\r\n0\r\n\r\n`);
});

test("reads version, path, query, headers and body", async () => {
  const seen: unknown[] = [];
  await using host = await serving(async (exchange) => {
    const { method, path, version, query, headers } = exchange;
    seen.push([method, path, version, query.get("a"), headers["x-a"], String(await exchange.bytes())]);
    exchange.answer(204);
  });
  await say(host, "POST /v1.43/a%2Fb/c?a=%3D HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nContent-Length: 2\r\n\r\n{}");
  await say(host, "GET /_ping HTTP/1.1\r\nHost: x\r\n\r\n");
  await say(host, "GET /vabc/x HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(seen).toEqual([
    ["POST", "/a%2Fb/c", "1.43", "=", "1", "{}"],
    ["GET", "/_ping", undefined, null, undefined, ""],
    ["GET", "/vabc/x", undefined, null, undefined, ""],
  ]);
});

const attach = "POST /v1.51/containers/web/attach?stream=1 HTTP/1.1\r\nHost: x\r\n";
const multiplexed = "application/vnd.docker.multiplexed-stream";

test.each([
  ["by 101 where an upgrade is asked for", "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n", true],
  ["by 101 for an upgrade that Connection does not name", "Upgrade: tcp\r\n\r\n", true],
  ["by 200 where none is", "Content-Length: 0\r\n\r\n", false],
  ["by 200 for a Connection without Upgrade", "Connection: Upgrade\r\n\r\n", false],
])("hands a connection over %s, both ways, and closes it", async (_, asked, upgraded) => {
  await using host = await serving(async (exchange) => {
    const connection = exchange.hijack(multiplexed);
    for await (const chunk of connection) connection.write(`<${chunk}>`);
    connection.end("bye");
  });
  const head = upgraded
    ? `HTTP/1.1 101 UPGRADED\r\nContent-Type: ${multiplexed}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n`
    : "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n";
  expect(await say(host, attach + asked, "one\n", "GET / HTTP/1.1\r\n\r\n", null)).toBe(
    `${head}<one\n><GET / HTTP/1.1\r\n\r\n>bye<END>`,
  );
});

test("loses input that comes before the connection is handed over, as an engine does", async () => {
  await using host = await serving(async (exchange) => {
    await new Promise((resolve) => setTimeout(resolve, 80));
    const connection = exchange.hijack(multiplexed);
    for await (const chunk of connection) connection.write(`<${chunk}>`);
  });
  for (const asked of ["Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n", "Content-Length: 0\r\n\r\n"]) {
    const said = await say(host, `${attach}${asked}early`, "earlier", "late");
    expect(said).toMatch(/\r\n\r\n<late>$/);
  }
});

test("reads the body of a request before it hands its connection over", async () => {
  await using host = await serving(async (exchange) => {
    const body = await exchange.bytes();
    const connection = exchange.hijack(multiplexed);
    connection.write(`body ${body} `);
    for await (const chunk of connection) connection.end(`input ${chunk}`);
  });
  const asked = "POST /v1.51/exec/1/start HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n";
  const head = `HTTP/1.1 101 UPGRADED\r\nContent-Type: ${multiplexed}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n`;
  const engine = engineHead.replace("Date: DATE\r\n", "");
  for (const body of [
    "Content-Length: 2\r\n\r\n{}",
    "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
  ]) {
    expect(await say(host, asked + body, "in")).toBe(`${head}${engine}\r\nbody {} input in<END>`);
  }
});

test("refuses an attach past HTTP", async () => {
  await using host = await serving((exchange) => exchange.answer(404, { message: "No such container: web" }));
  expect(await say(host, `${attach}Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n`)).toBe(
    "HTTP/1.1 404 Not Found\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\nNo such container: web\r\n<END>",
  );
});

test("changes to WebSocket with the proof that RFC 6455 shows", async () => {
  await using host = await serving(async (exchange) => {
    exchange.switchProtocol().end("frames");
  });
  const asked =
    "GET /containers/web/attach/ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  expect(await say(host, asked)).toBe(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
      "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\nframes<END>",
  );
});

test("answers what is no HTTP with 400 and closes", async () => {
  await using host = await serving(() => {});
  expect(await say(host, "garbage\r\n\r\n")).toBe(
    "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request<END>",
  );
});

test("makes a 500 of what a handler throws, and of no answer; cuts the connection where one has begun", async () => {
  await using host = await serving(async (exchange) => {
    if (exchange.path === "/none") return;
    if (exchange.path === "/late") await exchange.stream(200, {}).write("x");
    throw new Error("broken");
  });
  const ask = (path: string) => say(host, `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(await ask("/now")).toMatch(/^HTTP\/1.1 500 .*\{"message":"broken"\}\n$/s);
  expect(await ask("/none")).toMatch(/^HTTP\/1.1 500 .*has no answer to GET \/none/s);
  expect(await ask("/late")).toMatch(/1\r\nx\r\n<END>$/);
});

test("says by a 500 why an answer cannot be written", async () => {
  await using host = await serving((exchange) => {
    const { status, name } = Object.fromEntries(exchange.query);
    exchange.answer(Number(status), {}, name === undefined ? {} : { [name]: "x" });
  });
  const ask = (query: string) => say(host, `GET /x?${query} HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(await ask("status=200&name=bad%20name")).toMatch(
    /^HTTP\/1.1 500 Internal Server Error\r\n.*bad name/s,
  );
  expect(await ask("status=9999")).toMatch(/^HTTP\/1.1 500 Internal Server Error\r\n.*9999/s);
});

test("tells the handler that the client has gone", async () => {
  const gone: string[] = [];
  await using host = await serving(async (exchange) => {
    exchange.gone.addEventListener("abort", () => gone.push(exchange.path));
    if (exchange.path === "/stream") await exchange.stream(200, {}).write("x");
    else if (exchange.path !== "/quiet") return exchange.answer(204);
    await new Promise((resolve) => exchange.gone.addEventListener("abort", resolve));
  });
  for (const path of ["/stream", "/quiet", "/done"])
    await say(host, `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await expect.poll(() => gone).toEqual(["/stream", "/quiet"]);
});

test("holds a handler back whose client does not read", async () => {
  let written = 0;
  await using host = await serving(async (exchange) => {
    const stream = exchange.stream(200, {});
    for (; written < 500 && !exchange.gone.aborted; written++) await stream.write(Buffer.alloc(65_536));
  });
  const { pathname } = new URL(host.host);
  const socket = connect(pathname);
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await once(socket, "readable");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(written).toBeLessThan(100);
  socket.destroy();
});

test("keeps a connection for the next request after an upload that nobody read", async () => {
  await using host = await serving((exchange) => exchange.answer(400, { message: "no" }));
  await using docker = new Docker({ host: host.host, apiVersion: "1.51", maxConnections: 1, retry: false });
  for (let n = 0; n < 3; n++) {
    const upload = docker.images.load(Readable.from([Buffer.alloc(300_000)]));
    await expect(upload).rejects.toThrow("no");
  }
});

test.each(["unix", "tcp"] as const)(
  "speaks with the SDK over %s, and leaves nothing behind",
  async (listen) => {
    const host = await serving(
      async (exchange) => {
        if (exchange.path.endsWith("/logs")) {
          const stream = exchange.stream(200, { "Content-Type": multiplexed });
          await stream.write(frame("stdout", "out\n"));
          await stream.write(frame("stderr", "err\n"));
          return stream.end();
        }
        if (!exchange.path.endsWith("/attach")) return exchange.answer(200, { ID: "me" });
        const connection = exchange.hijack(multiplexed);
        for await (const chunk of connection) connection.write(frame("stdout", String(chunk)));
        connection.end();
      },
      { listen },
    );
    await using docker = new Docker({ host: host.host, apiVersion: "1.51" });
    expect(await docker.system.info()).toMatchObject({ ID: "me" });
    expect(await docker.containers.logs("web").text()).toBe("out\nerr\n");
    const { output, stdin } = await docker.containers.attach("web", { stdin: true, stdout: true });
    stdin.end("echo");
    const pieces: string[] = [];
    for await (const { stream, data } of output) pieces.push(`${stream} ${data}`);
    expect(pieces).toEqual(["stdout echo"]);
    const { protocol, pathname } = new URL(host.host);
    if (protocol === "unix:") expect(existsSync(dirname(pathname))).toBe(true);
    await host.stop();
    if (protocol === "unix:") expect(existsSync(dirname(pathname))).toBe(false);
    await expect(docker.system.info()).rejects.toMatchObject({ unsent: true });
  },
);

test("breaks what is under way when it stops, and stops twice", async () => {
  let over = 0;
  const host = await serving(async (exchange) => {
    const isAttach = exchange.path.endsWith("/attach");
    const target = isAttach ? exchange.hijack(multiplexed) : exchange.stream(200, {});
    target.write("x");
    await new Promise((resolve) => exchange.gone.addEventListener("abort", resolve));
    over++;
  });
  const asks = [`${attach}Upgrade: tcp\r\n\r\n`, `${attach}\r\n`, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"];
  const said = asks.map((text) => say(host, text, "", "", ""));
  await new Promise((resolve) => setTimeout(resolve, 60));
  await host.stop();
  await host.stop();
  expect(over).toBe(3);
  for (const text of await Promise.all(said)) expect(text).toMatch(/<END>$/);
});

test("gives a unix socket to nobody but its user", async () => {
  await using host = await serving(() => {});
  expect(statSync(dirname(new URL(host.host).pathname)).mode & 0o777).toBe(0o700);
});

const engineHead =
  "Api-Version: 1.51\r\nDocker-Experimental: false\r\nOstype: linux\r\nServer: Docker/28.5.2 (linux)\r\nDate: DATE\r\n";
const withoutHeaders = Object.fromEntries(Object.keys(headers).map((name) => [name, undefined]));

interface Served extends Host, AsyncDisposable {}

async function serving(
  answer: (exchange: Exchange) => void | Promise<void>,
  options: ListenOptions = {},
): Promise<Served> {
  const host = await startHost({ headers, ...options, handle: async (exchange) => answer(exchange) });
  return { ...host, [Symbol.asyncDispose]: () => host.stop() };
}

/** What comes back for bytes, until nothing more does. */
async function say({ host }: Host, ...parts: (string | null)[]): Promise<string> {
  const { protocol, hostname, port, pathname } = new URL(host);
  const socket = connect(
    protocol === "unix:" ? { path: pathname, allowHalfOpen: true } : { host: hostname, port: Number(port) },
  );
  let said = "";
  socket.setEncoding("latin1").on("data", (text) => {
    said += text;
  });
  socket.on("error", () => {});
  socket.on("end", () => {
    said += "<END>";
  });
  for (const part of parts) {
    if (part === null) socket.end();
    else socket.write(part);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  // A machine with much to do needs more time; who is to hear nothing waits in vain.
  for (let n = 0; n < 20 && said === ""; n++) await new Promise((resolve) => setTimeout(resolve, 60));
  if (!socket.destroyed) await once(socket.destroy(), "close");
  return said.replace(/Date: [^\r]*/, "Date: DATE");
}
