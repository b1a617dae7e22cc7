import { Buffer } from "node:buffer";
import { PassThrough } from "node:stream";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import { runOnce } from "../../../src/connector/process/run-once.js";
import { serve } from "../../../src/connector/process/serve.js";
import { settingFields } from "../../../src/connector/settings.js";
import { type Certificates, createCertificates } from "../../helpers/certificates.js";
import type { Handler, Routes } from "../../helpers/fake-daemon.js";
import { fakeConnector } from "../fake-connector.js";
import { tcpEngine } from "./tcp-engine.js";

let made: Certificates;
beforeAll(() => {
  made = createCertificates();
});
afterAll(() => made.remove());

const log = vi.spyOn(process, "emitWarning");
afterEach(() => log.mockClear());

/** The secret settings, each with a value that is found again wherever it turns up. */
const secrets = {
  password: "Sesam-password",
  accessToken: "Sesam-accessToken",
  clientKey: "-----BEGIN PRIVATE KEY-----\nSesamClientKey\n-----END PRIVATE KEY-----",
  clientKeyPassphrase: "Sesam-passphrase",
  registryIdentityToken: "Sesam-identity",
  registryPassword: "Sesam-registry",
  registryConfig: { "r.example": { username: "u", password: "Sesam-further" } },
};

/** How "Sesam" looks within base64, by where it begins: the letters that are its own. */
const encoded = [0, 1, 2].map((before) => {
  const text = Buffer.from(`${" ".repeat(before)}Sesam`).toString("base64");
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + 5) * 8) / 6));
});
const traces = ["Sesam", ...encoded];

const expectNoTrace = (...things: readonly unknown[]) => {
  const shown = things
    .map(
      (thing) =>
        `${inspect(thing, { depth: 20, showHidden: true, maxStringLength: null })}${JSON.stringify(thing)}`,
    )
    .join("\n");
  for (const trace of traces) expect(shown).not.toContain(trace);
};

/** What can be given together. */
const basic = { username: "u", password: secrets.password, authenticationType: "basic" };
const bearer = { accessToken: secrets.accessToken };
const registry = {
  registryUsername: "u",
  registryPassword: secrets.registryPassword,
  registryServerAddress: "r2.example",
  registryConfig: secrets.registryConfig,
};
const token = {
  registryIdentityToken: secrets.registryIdentityToken,
  registryConfig: JSON.stringify(secrets.registryConfig),
};

test("a secret would be found, encoded too", () => {
  for (const text of ["Sesam-1", "u:Sesam-1", JSON.stringify({ username: "u", password: "Sesam-1" })]) {
    expect(() => expectNoTrace({ a: [new Error(text)] })).toThrow();
    expect(() => expectNoTrace(Buffer.from(text).toString("base64url"))).toThrow();
  }
});

test("every setting that is a secret is in this file", () => {
  const names = Object.entries(settingFields)
    .filter(([, { secret }]) => secret)
    .map(([name]) => name);
  expect(names.sort()).toEqual(Object.keys(secrets).sort());
});

const refuse =
  (status: number): Handler =>
  async (call) => {
    await call.body();
    call.json(status, { message: "No." });
  };

const routes: Routes = {
  "POST /images/create": refuse(401),
  "POST /images/{name}/push": refuse(500),
  "POST /build": async (call) => {
    await call.body();
    call.cut();
  },
  "GET /distribution/{name}/json": (call) => call.cut(),
  "GET /info": (call) => call.json(200, { ID: "x", Name: "n" }),
  "GET /containers/json": (call) => call.send(200, "no JSON"),
  "POST /auth": refuse(401),
};

/** Actions that carry credentials, and parameters that are secret or hold what is. */
const actions: readonly (readonly [string, object])[] = [
  ["get_info", {}],
  ["list_containers", {}],
  ["pull_image", { from_image: "r.example/app:1" }],
  ["pull_image", { from_image: "r2.example/app:1" }],
  ["push_image", { name: "r.example/app:1" }],
  ["build_image", { dockerfile_content: "FROM x", t: "y" }],
  ["inspect_distribution", { name: "r2.example/app:1" }],
  ["auth", { username: "u", password: "Sesam-auth", serveraddress: "r.example" }],
  ["create_secret", { name: "s", data: "Sesam-data" }],
  [
    "create_container",
    { image: "x", env: "PASSWORD=Sesam-env", additional_fields: { HostConfig: { Password: "Sesam-field" } } },
  ],
  ["exec_container", { id: "web", cmd: "true", additional_fields: '{"Env": ["TOKEN=Sesam-env"]}' }],
  ["stop_container", { id: "web", timeout: "x", password: "Sesam-unknown" }],
];

test.each([
  ["basic", { ...basic, ...registry, accessToken: undefined }],
  ["bearer", { ...bearer, ...token }],
])(
  "no secret is in an envelope, a log line, or what is printed (%s) (F-2.3-14, X-2.1-11)",
  async (_case, config) => {
    await using fake = await fakeConnector(routes);
    const entries: unknown[] = [];
    const lines: string[] = [];
    await using connector = createConnector(
      { socketPath: fake.daemon.socketPath, retryAttempts: "1", retryDelay: "0", rateLimit: "0", ...config },
      { log: (entry) => entries.push(entry) },
    );
    for (const dryRun of [false, true]) {
      for (const [name, parameters] of actions) {
        const envelope = await connector.execute(name, parameters, {
          dryRun,
          onProgress: (line) => lines.push(line),
        });
        expectNoTrace(envelope);
      }
    }
    expectNoTrace(connector, entries, lines, log.mock.calls);
    // They were sent where they belong.
    const sent = fake.daemon.calls.map(({ headers }) => headers);
    const scheme = config.accessToken === undefined ? /^Basic / : /^Bearer /;
    expect(sent.filter(({ authorization }) => !scheme.test(authorization ?? ""))).toEqual([]);
    expect(sent.some((headers) => headers["x-registry-auth"] !== undefined)).toBe(true);
  },
);

test("no secret is in the error of settings that are wrong", () => {
  const wrong: readonly object[] = [
    { ...secrets },
    { ...secrets, url: "https://a", port: "x" },
    { url: "https://a", password: secrets.password },
    { url: "https://a", clientKey: secrets.clientKey },
    { url: "https://a", registryConfig: "Sesam {" },
    { url: "https://a", registryConfig: ["Sesam"] },
    { url: "https://a", registryConfig: { "r.example": "Sesam" } },
    { url: "https://a", registryConfig: { "r.example": { user: "Sesam", password: 5 } } },
    { url: "https://a", accessToken: { token: "Sesam" } },
    { url: "https://a", accessToken: "Sesam\nInjected: 1" },
    { url: "https://a", Password: "Sesam-1", password: "Sesam-2" },
  ];
  for (const config of wrong) {
    let error: unknown;
    try {
      createConnector(config);
    } catch (thrown) {
      error = thrown;
    }
    expectNoTrace(error, error instanceof Error ? [error.message, error.stack, error.cause] : undefined);
  }
});

test("no secret is in a failure of TLS (X2, F7)", async () => {
  await using engine = await tcpEngine(made.server);
  const pairs: readonly object[] = [
    { clientKey: secrets.clientKey, clientCert: made.client.cert },
    { clientKey: "Sesam", clientCert: made.client.cert },
    { clientKey: made.client.key, clientCert: "Sesam" },
    {
      clientKey: made.encryptedClientKey,
      clientCert: made.client.cert,
      clientKeyPassphrase: secrets.clientKeyPassphrase,
    },
  ];
  for (const pair of pairs) {
    await using connector = createConnector({
      url: `https://${engine.authority}`,
      caCert: made.ca,
      retryAttempts: "0",
      ...pair,
    });
    const envelope = await connector.execute("ping");
    expect(envelope.error?.category).toBe("tls");
    expectNoTrace(envelope, connector);
    const body = made.client.key.split("\n")[1] ?? "";
    expect(inspect([envelope, connector], { depth: 20, showHidden: true })).not.toContain(body);
  }
});

test("no secret is in what a process writes, but for nothing (F-2.3-14)", async () => {
  await using fake = await fakeConnector(routes);
  const config = { socketPath: fake.daemon.socketPath, retryAttempts: 0, ...basic, ...registry };
  let written = "";
  const note = (stream: PassThrough) =>
    stream.on("data", (chunk) => {
      written += chunk;
    });
  const [output, stderr] = [note(new PassThrough()), note(new PassThrough())];
  for (const [action, params] of actions) {
    await runOnce({ input: toAsync(`${JSON.stringify({ config, action, params })}\n`), output, log: stderr });
  }
  // Broken requests, which hold secrets all the same.
  for (const line of [
    `{"config": ${JSON.stringify(secrets)}`,
    JSON.stringify({ config: secrets, Sesame: 1, action: "ping" }),
    JSON.stringify({ config: "Sesam", action: "ping" }),
  ]) {
    await runOnce({ input: toAsync(line), output, log: stderr });
  }
  const input = new PassThrough();
  const served = serve({ input, output, log: stderr });
  input.write(
    `${JSON.stringify({ jsonrpc: "2.0", id: 0, method: "configure", params: { ...secrets, url: "x" } })}\n`,
  );
  input.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "configure", params: config })}\n`);
  input.write(`{"jsonrpc": "2.0", "id": 2, "method": "configure", "params": ${JSON.stringify(secrets)}\n`);
  for (const [index, [action, params]] of actions.entries()) {
    input.write(
      `${JSON.stringify({ jsonrpc: "2.0", id: 10 + index, method: "execute", params: { action, params } })}\n`,
    );
  }
  input.end();
  await served;
  expect(written.split("\n").filter((line) => line.startsWith('{"jsonrpc"'))).toHaveLength(
    actions.length + 3,
  );
  // The name of a member that is not known is shown, and only that.
  expectNoTrace(written.replace('no member "Sesame"', "").replaceAll('\\"Sesame\\"', ""));
});

async function* toAsync(text: string): AsyncGenerator<string> {
  yield text;
}
