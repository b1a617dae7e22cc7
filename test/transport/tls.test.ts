import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo, Server as NetServer } from "node:net";
import {
  createServer as createTlsServer,
  type SecureVersion,
  type TlsOptions as ServerOptions,
} from "node:tls";
import { inspect } from "node:util";
import { Pool } from "undici";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ConnectionError, InvalidArgumentError } from "../../src/errors.js";
import { createConnector } from "../../src/transport/connect.js";
import { type Certificates, createCertificates } from "../helpers/certificates.js";
import { ask, callsBack, failureOf } from "../helpers/connection.js";
import { tcpEndpoint, tlsEndpoint } from "../helpers/endpoints.js";

let made: Certificates;
beforeAll(() => {
  made = createCertificates();
});
afterAll(() => made.remove());

const servers: NetServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ("closeAllConnections" in server) (server as Server).closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(server: NetServer): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port; // a TCP server has no other
}

/** An engine that asks for a client certificate of `ca`. */
function mutual(version?: SecureVersion): ServerOptions {
  const only = version && { minVersion: version, maxVersion: version };
  return { ...made.server, ca: made.ca, requestCert: true, rejectUnauthorized: true, ...only };
}

function engine(options: ServerOptions = made.server): Promise<number> {
  return listen(
    createServer(options, (request, response) => {
      // What Node's server saw of the handshake.
      const { socket } = request as unknown as { socket: import("node:tls").TLSSocket };
      response.end(
        `${socket.authorized ? "known" : "anonymous"} ${socket.isSessionReused() ? "resumed" : "full"}`,
      );
    }),
  );
}

describe("a TLS engine", () => {
  it.each(["TLSv1.2", "TLSv1.3"] as const)("knows the client by its certificate over %s", async (version) => {
    const port = await engine(mutual(version));
    const { cert, key } = made.client;
    expect(await ask(tlsEndpoint(port, { ca: made.ca, cert, key }))).toBe("200 known full");
  });

  it("takes PEM as text, as bytes and from files, and several authorities", async () => {
    const port = await engine(mutual());
    const { cert, key, files } = made.client;
    const bytes = tlsEndpoint(port, {
      ca: Buffer.from(made.ca),
      cert: new Uint8Array(Buffer.from(cert)),
      key: Buffer.from(key),
    });
    expect(await ask(bytes)).toBe("200 known full");
    const paths = { ca: { file: made.at("ca.pem") }, cert: { file: files.cert }, key: { file: files.key } };
    expect(await ask(tlsEndpoint(port, paths))).toBe("200 known full");
    const both = { ca: [made.otherCa, { file: made.at("ca.pem") }], cert, key };
    expect(await ask(tlsEndpoint(port, both))).toBe("200 known full");
    expect(await ask(tlsEndpoint(port, { ...both, ca: `${made.otherCa}\n${made.ca}` }))).toBe(
      "200 known full",
    );
  });

  it("is spoken to with an authority alone", async () => {
    expect(await ask(tlsEndpoint(await engine(), { ca: made.ca }))).toBe("200 anonymous full");
  });

  it("opens an encrypted key with its passphrase", async () => {
    const { cert } = made.client;
    const tls = { ca: made.ca, cert, key: made.encryptedClientKey, passphrase: "open sesame" };
    expect(await ask(tlsEndpoint(await engine(mutual()), tls))).toBe("200 known full");
  });

  it("sends a name of the host, or the one given, and none for an address", async () => {
    const seen: (string | false)[] = [];
    const server = createTlsServer({ ...made.server }, (socket) => {
      seen.push((socket as unknown as { servername: string | false }).servername); // missing in Node's types
      socket.resume().end("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    });
    const port = await listen(server);
    await ask(tlsEndpoint(port, { ca: made.ca }));
    await ask(tlsEndpoint(port, { ca: made.ca }, { hostname: "localhost" }));
    await ask(tlsEndpoint(port, { ca: made.ca, servername: "localhost" }));
    await ask(tlsEndpoint(port, { ca: made.ca, servername: "127.0.0.1" }));
    expect(seen).toEqual([false, "localhost", "localhost", false]);
  });

  it("finds the given servername in the certificate instead of the host", async () => {
    const port = await engine(made.elsewhere);
    expect(await ask(tlsEndpoint(port, { ca: made.ca, servername: "engine.example" }))).toBe(
      "200 anonymous full",
    );
  });

  it("is trusted blindly when asked to, with one warning that names it", async () => {
    const warnings: (Error & { code?: string })[] = [];
    const listener = (warning: Error) => warnings.push(warning);
    process.on("warning", listener);
    try {
      const endpoint = tlsEndpoint(await engine(made.expired), { rejectUnauthorized: false });
      const connector = createConnector(endpoint, { connectTimeout: 5_000, environment: {} });
      const pool = new Pool(connector.origin, { connect: connector.connect });
      const asked = [1, 2, 3].map(() => pool.request({ path: "/", method: "GET" }));
      for (const { statusCode, body } of await Promise.all(asked)) {
        expect(statusCode).toBe(200);
        await body.dump();
      }
      await pool.destroy();
      await connector.close();
      const ours = warnings.filter(({ code }) => code === "DOCKER_TLS_UNVERIFIED");
      expect(ours.map(({ message }) => message)).toEqual([expect.stringContaining(endpoint.address)]);
    } finally {
      process.off("warning", listener);
    }
  });

  it("is verified whatever NODE_TLS_REJECT_UNAUTHORIZED says", async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      const error = await failureOf(tlsEndpoint(await engine(), { ca: made.otherCa }));
      expect(error).toMatchObject({ code: "TLS_UNKNOWN_CA" });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });

  it.each(["TLSv1.2", "TLSv1.3"] as const)(
    "resumes its session on the next connection over %s",
    async (version) => {
      const port = await engine({ ...made.server, minVersion: version, maxVersion: version });
      const connector = createConnector(tlsEndpoint(port, { ca: made.ca }), {
        connectTimeout: 5_000,
        environment: {},
      });
      const answers: string[] = [];
      for (let round = 0; round < 2; round += 1) {
        const pool = new Pool(connector.origin, { connect: connector.connect });
        const { body } = await pool.request({ path: "/", method: "GET" });
        answers.push(await body.text());
        await pool.destroy();
      }
      await connector.close();
      expect(answers).toEqual(["anonymous full", "anonymous resumed"]);
    },
  );
});

describe("a TLS engine that cannot be trusted", () => {
  it("is refused when another authority signed it", async () => {
    const endpoint = tlsEndpoint(await engine(), { ca: made.otherCa });
    const error = await failureOf(endpoint);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "TLS_UNKNOWN_CA", unsent: true, address: endpoint.address });
    expect(error.message).toContain(`${endpoint.address} (option "host")`);
    expect(error.message).toContain("tls.ca");
    expect(await callsBack(endpoint)).toEqual([expect.objectContaining({ code: "TLS_UNKNOWN_CA" })]);
  });

  it("is refused when no public authority signed it and none is given", async () => {
    const error = await failureOf(tlsEndpoint(await engine(), {}));
    expect(error).toMatchObject({ code: "TLS_UNKNOWN_CA", unsent: true });
    expect(error.message).toContain("Give the certificate of its authority");
  });

  it("is refused when its certificate has expired", async () => {
    const error = await failureOf(tlsEndpoint(await engine(made.expired), { ca: made.ca }));
    expect(error).toMatchObject({ code: "TLS_EXPIRED", unsent: true });
    expect(error.message).toContain("has expired");
  });

  it("is refused when its certificate is for another host, and the names it is for are said", async () => {
    const error = await failureOf(tlsEndpoint(await engine(made.elsewhere), { ca: made.ca }));
    expect(error).toMatchObject({ code: "TLS_WRONG_HOST", unsent: true });
    expect(error.message).toContain("not for 127.0.0.1 but for DNS:engine.example");
    expect(error.message).toContain("tls.servername");
  });
});

describe("a client certificate", () => {
  it.each(["TLSv1.2", "TLSv1.3"] as const)("that is missing is said over %s", async (version) => {
    const error = await failureOf(tlsEndpoint(await engine(mutual(version)), { ca: made.ca }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "TLS_CLIENT_CERTIFICATE", unsent: version === "TLSv1.2" });
    expect(error.message).toContain("Give `tls.cert` and `tls.key`");
  });

  // Node's own server hangs up on a stranger without saying why; OpenSSL's says it, as an engine does.
  it.each(["-tls1_2", "-tls1_3"])("of another authority is said with %s", async (version) => {
    const { cert, key } = made.server.files;
    const args = ["s_server", "-accept", "0", "-naccept", "1", "-cert", cert, "-key", key, version, "-www"];
    const verify = ["-Verify", "2", "-CAfile", made.at("ca.pem"), "-verify_return_error"];
    const server = spawn("openssl", [...args, ...verify], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      let said = "";
      for await (const text of server.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
        said += text;
        if (/ACCEPT .*:\d+\n/.test(said)) break;
      }
      server.stdout.resume();
      const port = Number(/ACCEPT .*:(\d+)\n/.exec(said)?.[1]);
      const stranger = { ca: made.ca, cert: made.stranger.cert, key: made.stranger.key };
      const error = await ask(tlsEndpoint(port, stranger)).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({ code: "TLS_CLIENT_CERTIFICATE" });
      expect((error as Error).message).toContain(
        'does not accept the client certificate (alert "unknown ca")',
      );
    } finally {
      const exit = once(server, "exit");
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await exit;
    }
  });

  it("that a server turns away by hanging up is named among the reasons", async () => {
    const { cert, key } = made.stranger;
    const error = await failureOf(tlsEndpoint(await engine(mutual()), { ca: made.ca, cert, key }));
    expect(error).toMatchObject({ code: "CONNECTION_RESET" });
    expect(error.message).toContain("client certificate");
  });
});

describe("TLS options that cannot work", () => {
  /** Before a connection is made: nobody listens on port 1. */
  const failing = (tls: Parameters<typeof tlsEndpoint>[1]) => failureOf(tlsEndpoint(1, tls));

  it("are a key that does not belong to the certificate", async () => {
    const error = await failing({ cert: made.client.cert, key: made.stranger.key });
    expect(error).toMatchObject({ code: "TLS_KEY_MISMATCH", unsent: true });
    expect(error.message).toContain('does not belong to the client certificate in "cert"');
  });

  it.each([
    ["a text that is no PEM", () => ({ ca: "no certificate" }), '"ca" holds no PEM certificate'],
    ["a path instead of a certificate", () => ({ ca: "/certs/ca.pem" }), "given as { file: path }"],
    [
      "a damaged certificate",
      () => ({ ca: made.ca.replace(/\nM.{20}/, "\nMAAA") }),
      'a certificate in "ca" is damaged',
    ],
    [
      "a second certificate that is damaged",
      () => ({ ca: made.ca + made.otherCa.replace(/\nM.{20}/, "\nMAAA") }),
      "damaged",
    ],
    [
      "a file that is not there",
      () => ({ ca: { file: "/not/there.pem" } }),
      '"ca" cannot be read: /not/there.pem',
    ],
    ["a key as certificate", () => ({ cert: made.client.key, key: made.client.key }), "but a private key"],
    ["a certificate as key", () => ({ cert: made.client.cert, key: made.client.cert }), "but a certificate"],
    [
      "a damaged key",
      () => ({ cert: made.client.cert, key: made.client.key.replace(/\nM.{20}/, "\nMAAA") }),
      "is damaged",
    ],
    ["an empty certificate", () => ({ cert: "", key: "" }), '"cert" holds no PEM certificate'],
    [
      "no passphrase",
      () => ({ cert: made.client.cert, key: made.encryptedClientKey }),
      'give its "passphrase"',
    ],
    [
      "a wrong passphrase",
      () => ({ cert: made.client.cert, key: made.encryptedClientKey, passphrase: "wrong-secret" }),
      'does not open with the given "passphrase"',
    ],
  ])("are %s", async (_, tls, words) => {
    const error = await failing(tls());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "TLS_BAD_PEM", unsent: true });
    expect(error.message).toContain(words);
    expect(inspect(error, { depth: 9 })).not.toContain("wrong-secret");
    expect(inspect(error, { depth: 9 })).not.toContain(made.client.key.slice(40, 80));
  });

  it("are half a pair, which is refused at once", () => {
    const make = (tls: object) => () => createConnector(tlsEndpoint(1, tls), { connectTimeout: 0 });
    expect(make({ cert: made.client.cert })).toThrow(InvalidArgumentError);
    expect(make({ key: made.client.key })).toThrow('"tls.key" is given without "tls.cert"');
  });

  it("are read again after a failure", async () => {
    const port = await engine();
    const file = made.at("late.pem");
    const endpoint = tlsEndpoint(port, { ca: { file } });
    const connector = createConnector(endpoint, { connectTimeout: 5_000, environment: {} });
    const pool = new Pool(connector.origin, { connect: connector.connect });
    await expect(pool.request({ path: "/", method: "GET" })).rejects.toMatchObject({ code: "TLS_BAD_PEM" });
    writeFileSync(file, made.ca);
    const { statusCode, body } = await pool.request({ path: "/", method: "GET" });
    await body.dump();
    expect(statusCode).toBe(200);
    await pool.destroy();
    await connector.close();
  });
});

describe("a misunderstanding", () => {
  it("between TLS and a plain HTTP server is said", async () => {
    const port = await listen(createHttpServer((_, response) => response.end()));
    const error = await failureOf(tlsEndpoint(port, { ca: made.ca }));
    expect(error).toMatchObject({ code: "TLS_HANDSHAKE", unsent: true });
    expect(error.message).toContain("does not speak TLS");
  });

  it("between TLS and a server that hangs up is said", async () => {
    const { createServer } = await import("node:net");
    const port = await listen(createServer((socket) => socket.resume().end()));
    const error = await failureOf(tlsEndpoint(port, { ca: made.ca }));
    expect(error).toMatchObject({ code: "TLS_HANDSHAKE", unsent: true });
  });

  it("between plain HTTP and a TLS server is said", async () => {
    const error = await failureOf(tcpEndpoint(await engine()));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toMatch(/TLS/);
  });
});

describe("the connector", () => {
  it("shows no key", () => {
    const { cert, key } = made.client;
    const connector = createConnector(tlsEndpoint(1, { ca: made.ca, cert, key }), { connectTimeout: 0 });
    expect(inspect(connector, { depth: 9, showHidden: true })).not.toContain("PRIVATE");
  });
});
