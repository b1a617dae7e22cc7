import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { Pool } from "undici";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ConnectionError, InvalidArgumentError, TimeoutError } from "../../src/errors.js";
import { createConnector } from "../../src/transport/connect.js";
import { proxyFor } from "../../src/transport/proxy-choice.js";
import { type Certificates, createCertificates } from "../helpers/certificates.js";
import { ask, callsBack, failureOf } from "../helpers/connection.js";
import { tcpEndpoint, tlsEndpoint } from "../helpers/endpoints.js";
import { createProxyServer, type ProxyServer } from "../helpers/proxy-server.js";

let made: Certificates;
let plain: Server;
let secure: Server;
const portOf = (server: Server) => (server.address() as AddressInfo).port; // a TCP server has no other
beforeAll(async () => {
  made = createCertificates();
  plain = createServer((_, response) => response.end("plain pong"));
  plain.on("upgrade", (_, socket: Duplex) => {
    socket.write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
    socket.on("data", (chunk) => socket.write(chunk));
    socket.on("end", () => socket.end());
  });
  secure = createTlsServer(made.server, (_, response) => response.end("secure pong"));
  for (const server of [plain, secure]) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }
});
afterAll(async () => {
  for (const server of [plain, secure]) await new Promise((resolve) => server.close(resolve));
  made.remove();
});

const proxies: ProxyServer[] = [];
afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close();
});

async function startProxy(options?: Parameters<typeof createProxyServer>[0]): Promise<ProxyServer> {
  const proxy = await createProxyServer(options);
  proxies.push(proxy);
  return proxy;
}

const plainEngine = () => tcpEndpoint(portOf(plain));
const secureEngine = () => tlsEndpoint(portOf(secure), { ca: made.ca });

describe("an engine behind a proxy", () => {
  it("is reached by CONNECT, with TLS and without", async () => {
    const { port, requests } = await startProxy();
    const proxy = `http://127.0.0.1:${port}`;
    expect(await ask(plainEngine(), { proxy })).toBe("200 plain pong");
    expect(await ask(secureEngine(), { proxy })).toBe("200 secure pong");
    const targets = [portOf(plain), portOf(secure)].map((port) => `127.0.0.1:${port}`);
    expect(requests.map(({ method, url }) => [method, url])).toEqual(targets.map((url) => ["CONNECT", url]));
    expect(requests.map(({ headers }) => headers.host)).toEqual(targets);
    expect(requests.map(({ headers }) => headers["proxy-authorization"])).toEqual([undefined, undefined]);
  });

  it("is named by its own name to the proxy, which looks it up", async () => {
    const { port, requests } = await startProxy({ status: 403 });
    const options = { proxy: `127.0.0.1:${port}` };
    await failureOf(tcpEndpoint(2375, { hostname: "engine.invalid" }), options);
    await failureOf(tcpEndpoint(2375, { hostname: "fd00::1" }), options);
    expect(requests.map(({ url }) => url)).toEqual(["engine.invalid:2375", "[fd00::1]:2375"]);
  });

  it("can take the connection over and hear the half-close", async () => {
    const { port } = await startProxy();
    const connector = createConnector(plainEngine(), {
      connectTimeout: 5_000,
      proxy: `http://127.0.0.1:${port}`,
    });
    const pool = new Pool(connector.origin, { connect: connector.connect });
    const { socket } = await pool.upgrade({ path: "/attach", method: "POST", protocol: "tcp" });
    socket.end("to and fro");
    let said = "";
    for await (const chunk of socket) said += chunk;
    expect(said).toBe("to and fro");
    await pool.close();
    await connector.close();
  });

  it("is verified through the tunnel by its own name", async () => {
    const { port } = await startProxy();
    const proxy = `http://127.0.0.1:${port}`;
    const stranger = await failureOf(tlsEndpoint(portOf(secure), { ca: made.otherCa }), { proxy });
    expect(stranger).toMatchObject({ code: "TLS_UNKNOWN_CA", unsent: true });
    const elsewhere = tlsEndpoint(portOf(secure), { ca: made.ca, servername: "engine.example" });
    expect(await failureOf(elsewhere, { proxy })).toMatchObject({ code: "TLS_WRONG_HOST" });
  });

  it("costs one tunnel for several requests", async () => {
    const { port, requests } = await startProxy({ success: "204 Fine" });
    const connector = createConnector(secureEngine(), {
      connectTimeout: 5_000,
      proxy: `http://127.0.0.1:${port}`,
    });
    const pool = new Pool(connector.origin, { connect: connector.connect, connections: 1 });
    for (let round = 0; round < 3; round += 1) {
      const { body } = await pool.request({ path: "/", method: "GET" });
      expect(await body.text()).toBe("secure pong");
    }
    expect(requests).toHaveLength(1);
    await pool.close();
    await connector.close();
  });

  it.each(["plain", "TLS"])("is reached through an https proxy, %s", async (kind) => {
    const { port, requests } = await startProxy({ tls: made.server });
    const engine = kind === "TLS" ? secureEngine() : plainEngine();
    const program = fileURLToPath(new URL("../helpers/ask-through-proxy.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", program], {
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: made.at("ca.pem"),
        PROXY: `https://127.0.0.1:${port}`,
        ENGINE_PORT: String(engine.port),
        ...(engine.tls && { ENGINE_CA: made.at("ca.pem") }),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    for await (const chunk of child.stdout) said += chunk;
    if (child.exitCode === null) await once(child, "exit");
    expect([said, child.exitCode]).toEqual([`200 ${kind === "TLS" ? "secure" : "plain"} pong`, 0]);
    expect(requests).toHaveLength(1);
  });
});

describe("the credentials of a proxy", () => {
  it("are sent to it, decoded", async () => {
    const { port, requests } = await startProxy();
    await ask(plainEngine(), { proxy: `http://me:p%40ss%3Aw%C3%B6rd@127.0.0.1:${port}` });
    const expected = Buffer.from("me:p@ss:wörd").toString("base64");
    expect(requests[0]?.headers["proxy-authorization"]).toBe(`Basic ${expected}`);
  });

  it("are in no message, cause or inspection", async () => {
    const { port } = await startProxy({ status: 407 });
    const proxies = [`http://me:hush-hush@127.0.0.1:${port}`, "http://me:hush-hush@127.0.0.1:1"];
    for (const proxy of proxies) {
      const error = await failureOf(plainEngine(), { proxy });
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error.message).toContain("http://127.0.0.1:");
      const shown = inspect([error, createConnector(plainEngine(), { connectTimeout: 0, proxy })], {
        depth: 9,
        showHidden: true,
      });
      expect(shown).not.toContain("hush-hush");
      expect(shown).not.toContain(Buffer.from("me:hush-hush").toString("base64"));
    }
    const wrong = ["ftp://me:hush-hush@host", "http://me:hush-hush@host:port", "http://me:hush-hush@"];
    for (const proxy of wrong) {
      const make = () => createConnector(plainEngine(), { connectTimeout: 0, proxy });
      expect(make).toThrow(InvalidArgumentError);
      expect(make).toThrow(/^(?!.*hush-hush).*option "proxy"/);
    }
  });
});

describe("a proxy that fails", () => {
  it.each([301, 403, 407, 502])("with status %d is told apart from the engine", async (status) => {
    const { port } = await startProxy({ status });
    const options = { proxy: `http://127.0.0.1:${port}` };
    for (const endpoint of [plainEngine(), secureEngine()]) {
      const error = await failureOf(endpoint, options);
      expect(error).toMatchObject({ code: "PROXY_REFUSED", unsent: true, address: endpoint.address });
      expect(error.message).toContain(`The proxy http://127.0.0.1:${port} (option "proxy") refused`);
      expect(error.message).toContain(`with status ${status}`);
    }
    expect(await callsBack(plainEngine(), options)).toHaveLength(1);
  });

  it("because nothing listens there is said to be the proxy", async () => {
    const error = await failureOf(plainEngine(), { proxy: "http://127.0.0.1:1" });
    expect(error).toMatchObject({ code: "CONNECTION_REFUSED", unsent: true });
    expect(error.message).toMatch(/^The proxy http:\/\/127\.0\.0\.1:1 .*could not be used.*proxy: false/);
  });

  it("because it is not trusted is said to be the proxy", async () => {
    const { port } = await startProxy({ tls: made.server });
    const error = await failureOf(plainEngine(), { proxy: `https://127.0.0.1:${port}` });
    expect(error).toMatchObject({ code: "TLS_UNKNOWN_CA", unsent: true });
    expect(error.message).toMatch(/^The proxy https:/);
  });

  it("by silence runs into the time for connecting", async () => {
    const { port } = await startProxy({ silent: true });
    const error = await failureOf(plainEngine(), { proxy: `http://127.0.0.1:${port}`, connectTimeout: 150 });
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: "connect", milliseconds: 150, unsent: true });
  });

  it("by hanging up is said to be the proxy", async () => {
    const { createServer } = await import("node:net");
    const server = createServer((socket) => socket.resume().end());
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const error = await failureOf(plainEngine(), { proxy: `http://127.0.0.1:${portOf(server)}` });
    expect(error).toMatchObject({ code: "CONNECTION_RESET", unsent: true });
    expect(error.message).toMatch(/^The proxy/);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("the proxy of the environment", () => {
  const plainFar = tcpEndpoint(2375, { hostname: "engine.example" });
  const secureFar = tlsEndpoint(2376, {}, { hostname: "engine.example" });
  const choose = (endpoint: typeof plainFar, environment: NodeJS.ProcessEnv) =>
    proxyFor(endpoint, { environment })?.address;

  it("is HTTP_PROXY without TLS and HTTPS_PROXY with it, in upper and lower case", () => {
    const upper = { HTTP_PROXY: "http://one:1", HTTPS_PROXY: "http://two:2" };
    const lower = { http_proxy: "one:1", https_proxy: "two:2" };
    for (const environment of [upper, lower]) {
      expect(choose(plainFar, environment)).toBe("http://one:1");
      expect(choose(secureFar, environment)).toBe("http://two:2");
    }
    expect(choose(plainFar, { HTTPS_PROXY: "http://two:2" })).toBeUndefined();
    expect(choose(secureFar, { HTTP_PROXY: "http://one:1" })).toBeUndefined();
    expect(choose(plainFar, { HTTP_PROXY: "" })).toBeUndefined();
    expect(choose(plainFar, { HTTP_PROXY: "http://up:1", http_proxy: "http://low:1" })).toBe("http://up:1");
  });

  it("is not used for hosts of NO_PROXY, in upper and lower case, nor for this machine", () => {
    const environment = { HTTP_PROXY: "http://one:1" };
    expect(choose(plainFar, { ...environment, NO_PROXY: ".example" })).toBeUndefined();
    expect(choose(plainFar, { ...environment, no_proxy: ".example" })).toBeUndefined();
    expect(choose(plainFar, { ...environment, NO_PROXY: ".org" })).toBe("http://one:1");
    expect(choose(tcpEndpoint(2375, { hostname: "localhost" }), environment)).toBeUndefined();
  });

  it("yields to the option, which is for every host", async () => {
    const environment = { HTTP_PROXY: "http://one:1", NO_PROXY: "*" };
    expect(proxyFor(plainFar, { environment, proxy: false })).toBeUndefined();
    expect(proxyFor(tcpEndpoint(1), { environment, proxy: "http://mine:3" })?.address).toBe("http://mine:3");
  });

  it("is not believed in a CGI program, where a request header makes it", () => {
    expect(choose(plainFar, { HTTP_PROXY: "http://evil:1", REQUEST_METHOD: "GET" })).toBeUndefined();
  });

  it("is named by its variable when it is wrong", () => {
    const make = () =>
      createConnector(secureFar, { connectTimeout: 0, environment: { https_proxy: "socks5://x:1" } });
    expect(make).toThrow(InvalidArgumentError);
    expect(make).toThrow("The proxy from https_proxy has the scheme socks5");
  });

  it("is used", async () => {
    const { port, requests } = await startProxy({ status: 403 });
    const error = await failureOf(plainFar, { environment: { HTTP_PROXY: `http://127.0.0.1:${port}` } });
    expect(error.message).toContain("(HTTP_PROXY)");
    expect(requests).toHaveLength(1);
  });
});
