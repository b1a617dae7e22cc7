import { execFile } from "node:child_process";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answering, createHelperHome, type HelperHome } from "../client/fake-credential-helpers.js";
import { type Certificates, createCertificates } from "../helpers/certificates.js";
import { createFakeSsh, type FakeSsh } from "../helpers/fake-ssh.js";
import type { ChildInput, ChildOutput } from "./full-run/child.js";
import { moods } from "./full-run/moods.js";
import { found, MARK, tracesOf } from "./full-run/planted.js";
import { BUILD_ARGUMENT } from "./full-run/story.js";

/** What the engines saw of each request but its body. */
interface Seen {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
}

const seen: Seen[] = [];
const servers: Server[] = [];
let made: Certificates;
let home: HelperHome;
let ssh: FakeSsh;
let output: ChildOutput;
let stderr = "";
let traces: string[];

beforeAll(async () => {
  made = createCertificates();
  home = await createHelperHome();
  traces = tracesOf(made.client.key);
  const engines = moods(({ url = "", headers }) => seen.push({ url, headers }));
  const { works = () => {} } = engines;
  const hosts: Record<string, string> = {
    nobody: `unix://${join(home.path, "nobody.sock")}`,
    ssh: "ssh://far",
  };
  for (const [mood, listener] of Object.entries(engines)) {
    const server = createServer(listener);
    servers.push(server);
    hosts[mood] = `unix://${join(home.path, `${mood}.sock`)}`;
    await new Promise<void>((resolve) => server.listen(join(home.path, `${mood}.sock`), resolve));
  }
  const secure = createTlsServer(
    { ...made.server, ca: made.ca, requestCert: true, rejectUnauthorized: true },
    works,
  );
  servers.push(secure);
  await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
  // A listening TCP server's address is no string.
  const { port } = secure.address() as AddressInfo;
  hosts.TLS = `tcp://127.0.0.1:${port}`;
  hosts["TLS of a stranger"] = hosts.TLS;
  ssh = await createFakeSsh(works);
  const auth = Buffer.from(`u:${MARK}-file-password`).toString("base64");
  await home.config({
    auths: { "file.example": { auth } },
    credHelpers: { "helper.example": "planted", "broken.example": "broken" },
    HttpHeaders: { "X-Meta": `${MARK}-cli-header` },
  });
  await home.helper("planted", answering({ "helper.example": { Username: "u", Secret: `${MARK}-helper` } }));

  const { ca, otherCa, client, encryptedClientKey } = made;
  const given: ChildInput = {
    hosts,
    tls: { ca, otherCa, cert: client.cert, key: encryptedClientKey, plainKey: client.key },
  };
  const child = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("full-run/child.ts", import.meta.url)), JSON.stringify(given)],
    {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      timeout: 100_000,
      maxBuffer: 256 * 1024 * 1024,
      env: {
        ...home.environment,
        PATH: [home.bin, ssh.environment.PATH, process.env.PATH].join(":"),
        DOCKER_CONFIG: join(home.path, ".docker"),
        PLANTED_VARIABLE: `${MARK}-variable`,
        NODE_DEBUG: "http,http2,net,tls,https,undici,fetch,websocket,timer,module",
      },
    },
  );
  stderr = child.stderr;
  output = JSON.parse(child.stdout);
}, 120_000);

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await ssh?.remove();
  await home?.remove();
  made?.remove();
});

describe("a run that uses every secret there is", () => {
  test("shows none in an error, a cause, a stack, or a value that is printed or serialized", () => {
    expect(output.leaks).toEqual([]);
    expect(output.control).toBeGreaterThanOrEqual(3);
    expect(output.looked).toBeGreaterThan(1000);
    expect(output.failures).toBeGreaterThan(200);
  });

  test("writes none to stderr, also where Node tells all it does", () => {
    expect(stderr).toMatch(/^NET \d+:/m);
    expect(found(stderr, traces)).toEqual([]);
  });

  test("puts none into a URL", () => {
    expect(seen.length).toBeGreaterThan(200);
    expect(seen.filter(({ url }) => found(decodeURIComponent(url), traces).length > 0)).toEqual([]);
    // What the API has in the URL is there, so that it would be found.
    expect(seen.some(({ url }) => decodeURIComponent(url).includes(BUILD_ARGUMENT))).toBe(true);
  });

  test("sends each in the one header that it belongs to", () => {
    const allowed: Readonly<Record<string, RegExp>> = {
      authorization: /^(?:Bearer|Basic) /,
      "x-registry-auth": /^[\w=-]+$/,
      "x-registry-config": /^[\w=-]+$/,
      "x-call": new RegExp(`^${MARK}-call-header$`),
      "x-team": new RegExp(`^${MARK}-client-header$`),
      "x-meta": new RegExp(`^${MARK}-cli-header$`),
      "x-docker-expose-session-sharedkey": new RegExp(`^${MARK}-shared-key$`),
    };
    const names = new Set<string>();
    for (const { headers } of seen) {
      for (const [name, value] of Object.entries(headers)) {
        if (found(`${value}`, traces).length === 0) continue;
        names.add(name);
        expect(`${value}`, name).toMatch(allowed[name] ?? /^no secret belongs here$/);
      }
    }
    expect([...names].toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  test("gives a registry's credentials to calls of that registry only", () => {
    for (const { url, headers } of seen) {
      const header = headers["x-registry-auth"];
      if (header === undefined || url.includes("/services")) continue;
      const said = Buffer.from(String(header), "base64url").toString();
      const [, registry] = /([a-z]+\.example)/.exec(decodeURIComponent(url)) ?? [];
      for (const other of ["registry", "token", "file", "helper", "other"].map((name) => `${name}.example`))
        if (other !== registry) expect(said, url).not.toContain(`"serveraddress":"${other}"`);
    }
  });

  test("starts its programs without any in their arguments", () => {
    const started = [...ssh.calls(), ...home.calls()];
    expect(ssh.calls().length).toBeGreaterThan(0);
    expect(home.calls().length).toBeGreaterThan(0);
    expect(found(JSON.stringify(started.map(({ args }) => args)), traces)).toEqual([]);
  });
});
