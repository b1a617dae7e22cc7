import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createConnector } from "../../src/connector/connector.js";
import type { Envelope } from "../../src/connector/envelope.js";
import { expectFailure } from "../connector/failures/expect-failure.js";
import { type Certificates, createCertificates } from "../helpers/certificates.js";
import { ServeProcess } from "./connector-process.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("the connector over mutual TLS", ({ host, certPath, engineVersion }) => {
  const only = test.skipIf(certPath === undefined);
  const pem = (name: string) => (certPath === undefined ? "" : readFileSync(join(certPath, name), "utf8"));
  const [ca, cert, key] = ["ca.pem", "cert.pem", "key.pem"].map(pem) as [string, string, string]; // of three names
  const url = host.replace(/^tcp:/, "https:");
  const all = {
    url,
    ca_certificate: ca,
    client_certificate: cert,
    client_key: key,
    rateLimit: "0",
    retryAttempts: "0",
  };

  let made: Certificates;
  beforeAll(() => {
    made = createCertificates();
  });
  afterAll(() => made.remove());

  async function tried(config: object): Promise<Envelope> {
    await using connector = createConnector({ ...all, ...config });
    return await connector.testConnectivity();
  }
  const success = { status: "success", data: [{ ok: true, version: engineVersion }], meta: { warnings: [] } };

  only("needs no more than three texts (X1, X2, X7, F7)", async () => {
    expect(await tried({})).toMatchObject(success);
    // An address without a scheme is one with TLS, by another form.
    const [hostname, port] = host.replace("tcp://", "").split(":");
    const { url: _url, ...certificates } = all;
    await using other = createConnector({
      ...certificates,
      server_address: hostname,
      port,
      protocol: "HTTPS",
    });
    expect(await other.testConnectivity()).toMatchObject(success);
  });

  only.each([
    ["line ends as letters", (text: string) => text.replaceAll("\n", "\\n")],
    ["Windows' line ends as letters", (text: string) => text.replaceAll("\n", "\\r\\n")],
    ["Windows' line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["spaces for line ends", (text: string) => text.replaceAll("\n", " ")],
    ["no line ends at all", (text: string) => text.replaceAll("\n", "")],
    ["text around", (text: string) => `\n\n  ${text}\n\n`],
  ])("takes certificates with %s (X2)", async (_case, flat) => {
    expect(
      await tried({ ca_certificate: flat(ca), client_certificate: flat(cert), client_key: flat(key) }),
    ).toMatchObject(success);
  });

  only("takes an encrypted key with its passphrase, and says what is wrong without it (X2)", async () => {
    const locked = execFileSync("openssl", ["pkcs8", "-topk8", "-passout", "pass:open sesame"], {
      input: key,
      encoding: "utf8",
    });
    expect(await tried({ client_key: locked, clientKeyPassphrase: "open sesame" })).toMatchObject(success);
    expect(
      await tried({ client_key: locked.replaceAll("\n", "\\n"), clientKeyPassphrase: "open sesame" }),
    ).toMatchObject(success);
    for (const clientKeyPassphrase of ["", "hunter2"]) {
      const envelope = await tried({ client_key: locked, clientKeyPassphrase });
      expectFailure(envelope, { category: "tls", retryable: false, message: /passphrase/ });
      expect(JSON.stringify(envelope)).not.toContain("hunter2");
    }
  });

  only("says which text is wrong, and shows nothing of it (X2, F7)", async () => {
    const broken = (text: string) => text.replace(/\n[^\n]{60}/, "\nhunter2+");
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ ca_certificate: broken(ca) }, /ca/],
      [{ ca_certificate: "hunter2" }, /ca/],
      [{ client_certificate: broken(cert) }, /cert/],
      [{ client_key: broken(key) }, /key/],
      [{ client_key: made.client.key }, /does not belong to the client certificate/],
      [{ client_key: cert, client_certificate: key }, /cert|key/],
    ];
    for (const [config, words] of cases) {
      const envelope = await tried(config);
      expectFailure(envelope, { category: "tls", retryable: false, message: words });
      expect(JSON.stringify(envelope)).not.toMatch(/hunter2|BEGIN/);
    }
  });

  only("says what is missing or not trusted (X2, X3, F6)", async () => {
    expectFailure(await tried({ ca_certificate: "" }), { category: "tls", message: /authority|CA/ });
    expectFailure(await tried({ ca_certificate: made.ca }), { category: "tls", message: /authority|CA/ });
    expectFailure(await tried({ client_certificate: "", client_key: "" }), {
      category: "tls",
      retryable: false,
      message: /client certificate/,
    });
    const { cert: client_certificate, key: client_key } = made.client;
    expectFailure(await tried({ client_certificate, client_key }), {
      category: "tls",
      retryable: false,
      message: /certificate/,
    });
    expect(() => createConnector({ ...all, client_key: "" })).toThrow("clientKey is missing");
    expectFailure(await tried({ serverName: "other.example" }), {
      category: "tls",
      retryable: false,
      message: /other\.example|certificate/,
    });
  });

  only("trusts any certificate when told so, with a warning, and holds a pin then (X3, F8)", async () => {
    const blind = { ca_certificate: "", insecure: "true" };
    expect(await tried(blind)).toMatchObject({
      ...success,
      meta: { warnings: [expect.stringContaining("not checked")] },
    });
    const wrong = await tried({ ...blind, pin: `sha256/${Buffer.alloc(32).toString("base64")}` });
    expectFailure(wrong, { category: "tls", retryable: false, message: /its pin is sha256\// });
    const pin = /its pin is (\S+?)\.? /.exec(wrong.message)?.[1];
    expect(await tried({ ...blind, pin })).toMatchObject(success);
    expect(await tried({ pin })).toMatchObject(success);
  });

  only("says that the port speaks TLS to who does not (X6)", async () => {
    expectFailure(await tried({ url: host.replace(/^tcp:/, "http:") }), {
      category: "tls",
      retryable: false,
      message: /speaks TLS/,
    });
  });

  only("serves a process that has the texts by stdin (X2, F7, F12)", { timeout: 60_000 }, async () => {
    await using server = new ServeProcess(all);
    for (let turn = 0; turn < 20; turn++)
      expect(await server.execute("ping")).toMatchObject({ status: "success" });
    expect(server.log).not.toMatch(/BEGIN|Warning/);
  });
});
