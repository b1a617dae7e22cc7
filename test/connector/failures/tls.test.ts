import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import type { Envelope } from "../../../src/connector/envelope.js";
import { type Certificates, createCertificates } from "../../helpers/certificates.js";
import { expectFailure } from "./expect-failure.js";
import { tcpEngine, tcpServer } from "./tcp-engine.js";

let made: Certificates;
beforeAll(() => {
  made = createCertificates();
});
afterAll(() => made.remove());

const patience = { retryAttempts: "0", rateLimit: "0", timeout: "5" };

/** What a ping comes to with these settings, against an engine with this certificate. */
async function pinged(
  server: { cert: string; key: string } | undefined,
  config: object,
  { mutual = false, scheme = "https" } = {},
): Promise<Envelope> {
  const client = mutual ? { ca: made.ca, requestCert: true, rejectUnauthorized: true } : {};
  await using engine = await tcpEngine(server && { ...server, ...client });
  await using connector = createConnector({ url: `${scheme}://${engine.authority}`, ...patience, ...config });
  return await connector.execute("ping");
}

const pair = () => ({ client_certificate: made.client.cert, client_key: made.client.key });
const success = { status: "success", message: "The engine answers." };
const pinOf = async (config: object) =>
  /its pin is (sha256\/\S+)\./.exec((await pinged(made.server, { ...config, pin: otherPin })).message)?.[1] ??
  "";
const otherPin = `sha256/${Buffer.alloc(32, 7).toString("base64")}`;

describe("TLS", () => {
  test("with the authority of the engine's certificate is all that a form needs (X2, X6)", async () => {
    expect(await pinged(made.server, { ca_certificate: made.ca })).toMatchObject(success);
    expect(await pinged(made.server, { ca_certificate: made.ca, ...pair() }, { mutual: true })).toMatchObject(
      success,
    );
  });

  test("takes certificates as forms flatten them, and leaves no file behind (X2, F7, X-2.1-11)", async () => {
    const before = new Set(readdirSync(tmpdir()));
    const flat = {
      caCert: made.ca.replaceAll("\n", "\\n"),
      clientCert: made.client.cert.replaceAll("\n", " "),
      clientKey: made.client.key.replaceAll("\n", ""),
    };
    expect(await pinged(made.server, flat, { mutual: true })).toMatchObject(success);
    const locked = { ...flat, clientKey: made.encryptedClientKey, clientKeyPassphrase: "open sesame" };
    expect(await pinged(made.server, locked, { mutual: true })).toMatchObject(success);
    const mine = readdirSync(tmpdir()).filter(
      (name) => !before.has(name) && /cert|key|pem|docker/i.test(name),
    );
    // Other tests make theirs at the same time, with these names.
    expect(mine.filter((name) => !/^(certificates-|fake-daemon-)/.test(name))).toEqual([]);
    expect(readdirSync(".").filter((name) => /\.(cert|key|pem)$/.test(name))).toEqual([]);
  });

  test("that trusts any certificate is warned of, also with an authority given (X3, F6)", async () => {
    const envelope = await pinged(made.expired, { insecure: "true", caCert: made.otherCa });
    expect(envelope).toMatchObject({
      ...success,
      meta: { warnings: [expect.stringContaining("not checked")] },
    });
  });

  test("holds the engine's public key against the pins (F8)", async () => {
    const config = { caCert: made.ca };
    const pin = await pinOf(config);
    expect(pin).toMatch(/^sha256\/.{44}$/);
    expect(await pinged(made.server, { ...config, pinnedCertificates: `${otherPin}, ${pin}` })).toMatchObject(
      success,
    );
    expectFailure(await pinged(made.server, { ...config, pin: otherPin }), {
      category: "tls",
      retryable: false,
      message: /does not match "tls.pin": its pin is sha256\//,
    });
    // A pin is enough where the certificate itself is not checked.
    expect(await pinged(made.server, { verify_ssl: "false", pin })).toMatchObject({
      ...success,
      meta: { warnings: [] },
    });
    expectFailure(await pinged(made.server, { verify_ssl: "false", pin: otherPin }), { category: "tls" });
  });
});

describe("a TLS failure", () => {
  const cases: readonly [string, () => Promise<Envelope>, RegExp][] = [
    ["no authority given", () => pinged(made.server, {}), /authority|CA/],
    ["another authority", () => pinged(made.server, { caCert: made.otherCa }), /authority|CA/],
    [
      "a name that is not in the certificate",
      () => pinged(made.elsewhere, { caCert: made.ca }),
      /engine\.example/,
    ],
    [
      "a name that was asked for and is not there",
      () => pinged(made.server, { caCert: made.ca, serverName: "other.example" }),
      /localhost|127\.0\.0\.1/,
    ],
    ["an expired certificate", () => pinged(made.expired, { caCert: made.ca }), /expired/],
    [
      "no client certificate",
      () => pinged(made.server, { caCert: made.ca }, { mutual: true }),
      /client certificate/,
    ],
    ["plain HTTP on the port", () => pinged(undefined, { caCert: made.ca }), /TLS/],
    [
      "another client's key",
      () =>
        pinged(made.server, { caCert: made.ca, clientCert: made.client.cert, clientKey: made.stranger.key }),
      /does not belong to the client certificate/,
    ],
    ["a CA that is no PEM", () => pinged(made.server, { caCert: "hunter2" }), /ca/],
    [
      "a CA that is broken",
      () => pinged(made.server, { caCert: made.ca.replace(/[A-Za-z]{20}/, "hunter2") }),
      /ca/,
    ],
    ["a key that is no PEM", () => pinged(made.server, { ...pair(), client_key: "hunter2" }), /key/],
    [
      "a key without its passphrase",
      () => pinged(made.server, { ...pair(), client_key: made.encryptedClientKey }),
      /passphrase/,
    ],
    [
      "a key with another passphrase",
      () =>
        pinged(made.server, {
          ...pair(),
          client_key: made.encryptedClientKey,
          clientKeyPassphrase: "hunter2",
        }),
      /passphrase/,
    ],
  ];

  test.each(cases)(
    "for there is %s, says so, and is not to be tried again (X2, S2, F6, F7)",
    async (_case, ping, words) => {
      const envelope = await ping();
      expectFailure(envelope, { category: "tls", retryable: false, message: words });
      expect(JSON.stringify(envelope)).not.toMatch(/hunter2|BEGIN|open sesame/);
    },
  );

  test("for the engine does not know the client certificate's authority, names the certificate (X2, F7)", async () => {
    const { cert: clientCert, key: clientKey } = made.stranger;
    const envelope = await pinged(made.server, { caCert: made.ca, clientCert, clientKey }, { mutual: true });
    // Engines say why. Node's server, which this is, closes the connection without a word.
    expectFailure(envelope, { message: /client certificate/ });
    expect(envelope.error?.category).toMatch(/^(tls|connection)$/);
  });

  test("for plain HTTP is spoken to a port with TLS, says what to change (X6)", async () => {
    // What Go's servers answer.
    const page = "Client sent an HTTP request to an HTTPS server.\n";
    await using engine = await tcpServer((socket) => {
      socket.once("data", () => socket.end(`HTTP/1.0 400 Bad Request\r\n\r\n${page}`));
    });
    await using connector = createConnector({ url: `http://${engine.authority}`, ...patience });
    expectFailure(await connector.execute("ping"), {
      category: "tls",
      retryable: false,
      message: /speaks TLS/,
    });
    // Others say nothing.
    expectFailure(await pinged(made.server, {}, { scheme: "http" }), {
      category: "connection",
      message: /speaks TLS/,
    });
  });

  test("fails the test of the connection, and tells why (X7, F16, F-2.3-15)", async () => {
    await using engine = await tcpEngine(made.server);
    await using connector = createConnector({ url: `https://${engine.authority}`, caCert: made.otherCa });
    const envelope = await connector.testConnectivity();
    expectFailure(envelope, { category: "tls", retryable: false });
    expect(envelope.meta.attempts).toBe(1);
  });
});
