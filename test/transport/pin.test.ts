import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConnectionError, InvalidArgumentError } from "../../src/errors.js";
import { createConnector } from "../../src/transport/connect.js";
import { parsePins, pinOf } from "../../src/transport/pin.js";
import { type Certificates, createCertificates } from "../helpers/certificates.js";
import { ask, callsBack, failureOf } from "../helpers/connection.js";
import { tlsEndpoint } from "../helpers/endpoints.js";

const base64 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

describe("a pin", () => {
  it.each([
    `sha256/${base64}`,
    `sha256//${base64}`,
    `sha256/${base64.replace("=", "")}`,
    ` sha256/${base64}\n`,
    `sha256/${base64.replaceAll("+", "-").replaceAll("/", "_")}`,
    hex,
    hex.toUpperCase(),
    `sha256:${hex}`,
    `sha256/${hex}`,
  ])("is read from %j", (pin) => {
    expect(parsePins(pin)).toEqual([`sha256/${base64}`]);
  });

  it.each([
    "",
    "sha256/",
    base64,
    `sha1/${base64}`,
    `sha256/${base64.slice(4)}`,
    hex.slice(2),
    `${hex}00`,
    `sha256///${base64}`,
  ])("is not %j", (pin) => {
    expect(() => parsePins(pin)).toThrow(InvalidArgumentError);
    expect(() => parsePins([hex, pin])).toThrow('The option "tls.pin" is');
  });

  it("is not an empty list, which would otherwise check nothing", () => {
    expect(() => parsePins([])).toThrow(InvalidArgumentError);
  });

  it("that is malformed is refused before anything is connected", () => {
    expect(() => createConnector(tlsEndpoint(1, { pin: "sha256/oops" }), { connectTimeout: 0 })).toThrow(
      InvalidArgumentError,
    );
  });
});

describe("an engine with a pin", () => {
  let made: Certificates;
  let server: Server;
  let port: number;
  let right: string;
  let wrong: string;
  let connections = 0;
  beforeAll(async () => {
    made = createCertificates();
    right = pinOf(new X509Certificate(made.server.cert));
    wrong = pinOf(new X509Certificate(made.client.cert));
    server = createServer(made.server, (_, response) => response.end("pong"));
    server.on("connection", () => {
      connections += 1;
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port; // a TCP server has no other
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    made.remove();
  });

  it("answers when its key matches, and when one of several does", async () => {
    expect(await ask(tlsEndpoint(port, { ca: made.ca, pin: right }))).toBe("200 pong");
    expect(await ask(tlsEndpoint(port, { ca: made.ca, pin: [wrong, right] }))).toBe("200 pong");
  });

  it("is refused when its key does not match, and its pin is said", async () => {
    const endpoint = tlsEndpoint(port, { ca: made.ca, pin: [wrong, hex] });
    const error = await failureOf(endpoint);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "TLS_PIN_MISMATCH", unsent: true, address: endpoint.address });
    expect(error.message).toContain(`its pin is ${right}`);
    expect(await callsBack(endpoint)).toEqual([expect.objectContaining({ code: "TLS_PIN_MISMATCH" })]);
  });

  it("is still verified when the pin matches", async () => {
    const error = await failureOf(tlsEndpoint(port, { ca: made.otherCa, pin: right }));
    expect(error).toMatchObject({ code: "TLS_UNKNOWN_CA" });
  });

  it("is checked for its pin alone when verification is off", async () => {
    const off = { rejectUnauthorized: false };
    expect(await ask(tlsEndpoint(port, { ...off, pin: right }))).toBe("200 pong");
    expect(await failureOf(tlsEndpoint(port, { ...off, pin: wrong }))).toMatchObject({
      code: "TLS_PIN_MISMATCH",
    });
  });

  it.each(["TLSv1.2", "TLSv1.3"] as const)(
    "is checked on every connection of a client, when a session could be resumed over %s too",
    async (version) => {
      const options = { ...made.server, minVersion: version, maxVersion: version };
      const seen: boolean[] = [];
      const resuming = createServer(options, (_, response) => response.end("pong"));
      resuming.on("secureConnection", (socket) => seen.push(socket.isSessionReused()));
      resuming.listen(0, "127.0.0.1");
      await once(resuming, "listening");
      const { port } = resuming.address() as AddressInfo; // a TCP server has no other
      const endpoint = tlsEndpoint(port, { ca: made.ca, pin: right });
      const connector = createConnector(endpoint, { connectTimeout: 5_000, environment: {} });
      const request = async () => {
        const pool = new Pool(connector.origin, { connect: connector.connect });
        try {
          const { body } = await pool.request({ path: "/", method: "GET" });
          return await body.text();
        } finally {
          await pool.destroy();
        }
      };
      expect(await request()).toBe("pong");
      expect(await request()).toBe("pong");
      // A resumed session would have hidden the certificate.
      expect(seen).toEqual([false, false]);
      // The same authority, host and session keys, but another key pair.
      const impostor = made.sign("impostor", "DNS:localhost,IP:127.0.0.1");
      resuming.setSecureContext({ ...options, ...impostor });
      await expect(request()).rejects.toMatchObject({ code: "TLS_PIN_MISMATCH" });
      await connector.close();
      resuming.closeAllConnections();
      await new Promise((resolve) => resuming.close(resolve));
    },
  );

  it("is given no request when its key does not match", async () => {
    const requests: string[] = [];
    const listener = ({ url }: { url?: string }) => requests.push(url ?? "");
    server.on("request", listener);
    const before = connections;
    await failureOf(tlsEndpoint(port, { ca: made.ca, pin: wrong }));
    server.off("request", listener);
    expect(requests).toEqual([]);
    expect(connections).toBe(before + 1);
  });
});
