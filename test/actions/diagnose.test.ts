import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { diagnose } from "../../src/actions/diagnose.js";
import { EngineClient } from "../../src/client/client.js";
import { Connection } from "../../src/client/connection.js";
import type { DockerOptions } from "../../src/client/options.js";
import { type Certificates, createCertificates } from "../helpers/certificates.js";
import { fakeDaemon, type Handler } from "../helpers/fake-daemon.js";

const version: Handler = (call) =>
  call.json(200, {
    Version: "28.5.2",
    ApiVersion: "1.51",
    MinAPIVersion: "1.24",
    Os: "linux",
    Arch: "amd64",
  });

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "diagnose-"));
  vi.stubEnv("DOCKER_CONFIG", home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv("DOCKER_CONFIG", home);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

async function diagnosisOf(options: DockerOptions) {
  const connection = new Connection(options);
  try {
    return await diagnose(new EngineClient(connection), connection);
  } finally {
    await connection.close();
  }
}

describe("diagnose", () => {
  test("tells how the engine was found and what is spoken with it", async () => {
    await using daemon = await fakeDaemon({ "GET /version": version });
    vi.stubEnv("DOCKER_HOST", daemon.host);
    expect(await diagnosisOf({ headers: { "X-Team": "geheim" } })).toEqual({
      endpoint: { kind: "unix", address: daemon.host, source: "DOCKER_HOST", looked: [], headers: [] },
      proxy: undefined,
      reachable: true,
      versions: {
        engine: "28.5.2",
        platform: "linux amd64",
        engineApi: { oldest: "1.24", newest: "1.51" },
        clientApi: { oldest: "1.40", newest: "1.51" },
        inUse: "1.51",
      },
      credentials: { registries: [], helpers: [] },
      problems: [],
    });
  });

  test("tells what to do where no engine is, or the settings are broken", async () => {
    expect(await diagnosisOf({ host: "unix:///no/such.sock" })).toMatchObject({
      reachable: false,
      problems: [
        {
          what: expect.stringMatching(/there is no such socket\.$/),
          remedy: expect.stringMatching(/^Is the engine/),
        },
      ],
    });
    expect(await diagnosisOf({ host: "ftp://x" })).toMatchObject({
      endpoint: undefined,
      problems: [
        {
          what: expect.stringContaining('"ftp" is not known.'),
          remedy: expect.stringMatching(/^Accepted are/),
        },
      ],
    });
  });

  test("tells of versions that do not meet, whether agreed on or set", async () => {
    const old: Handler = (call) => call.json(200, { Version: "17.0", ApiVersion: "1.30" });
    await using daemon = await fakeDaemon({ "GET /version": old });
    const { reachable, problems } = await diagnosisOf({ host: daemon.host });
    expect([reachable, problems]).toEqual([
      true,
      [{ what: expect.stringContaining("v1.30"), remedy: "Update the engine." }],
    ]);
    expect((await diagnosisOf({ host: daemon.host, apiVersion: "1.43" })).problems).toEqual([
      { what: "API v1.43 is set, and the engine takes v1.0 to v1.30.", remedy: expect.any(String) },
    ]);
  });

  test("tells of an answer that is a refusal, or none of an engine", async () => {
    await using daemon = await fakeDaemon({
      "GET /version": (call) => call.json(403, { message: "not you" }),
    });
    expect(await diagnosisOf({ host: daemon.host })).toMatchObject({
      reachable: false,
      problems: [{ what: "The engine, or a program before it, answered with status 403: not you" }],
    });
  });

  test("finds credential helpers, runs none, and shows no credential", async () => {
    await using daemon = await fakeDaemon({ "GET /version": version });
    const bin = join(home, "bin");
    await mkdir(bin);
    await writeFile(join(bin, "docker-credential-here"), "#!/bin/sh\ntouch ran\n");
    await chmod(join(bin, "docker-credential-here"), 0o755);
    await writeFile(
      join(home, "config.json"),
      JSON.stringify({
        credsStore: "gone",
        credHelpers: { "a.example": "here", "b.example": "here" },
        auths: { "c.example": { auth: Buffer.from("ada:geheim").toString("base64") } },
      }),
    );
    vi.stubEnv("PATH", bin);
    const diagnosis = await diagnosisOf({ host: daemon.host });
    expect(diagnosis.credentials).toEqual({
      registries: ["c.example"],
      helpers: [
        expect.objectContaining({ program: "docker-credential-gone", registries: [], path: undefined }),
        expect.objectContaining({
          program: "docker-credential-here",
          registries: ["a.example", "b.example"],
          path: join(bin, "docker-credential-here"),
        }),
      ],
    });
    expect(diagnosis.problems).toEqual([
      {
        what: expect.stringContaining('"docker-credential-gone"'),
        remedy: expect.stringContaining("Install it"),
      },
    ]);
    const text = JSON.stringify(diagnosis);
    for (const secret of ["geheim", Buffer.from("ada:geheim").toString("base64")])
      expect(text).not.toContain(secret);

    await writeFile(join(home, "config.json"), '{"auths": geheim');
    const broken = await diagnosisOf({ host: daemon.host });
    expect(broken.problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(broken)).not.toContain("geheim");
    await rm(join(home, "config.json"));
  });

  test("does not show what a function of the user's says", async () => {
    const failures = [new TypeError("vault: token geheim has expired"), "geheim"];
    for (const failure of failures) {
      const bearer = () => Promise.reject(failure);
      const diagnosis = await diagnosisOf({ host: "tcp://127.0.0.1:1", tls: false, auth: { bearer } });
      expect(diagnosis.problems).toContainEqual({
        what: expect.stringMatching(
          /^A function given as an option failed with (TypeError|something that is no Error)\.$/,
        ),
        remedy: expect.stringContaining("`auth`"),
      });
      expect(JSON.stringify(diagnosis)).not.toContain("geheim");
    }
  });

  test("ends with its signal, and with its timeout", async () => {
    await using daemon = await fakeDaemon({ "GET /version": () => new Promise(() => {}) });
    const connection = new Connection({ host: daemon.host });
    const client = new EngineClient(connection);
    expect(await diagnose(client, connection, { timeout: 100 })).toMatchObject({
      reachable: false,
      problems: [{ what: expect.stringContaining("100 ms") }],
    });
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    await expect(diagnose(client, connection, { signal: controller.signal })).rejects.toBe(reason);
    await connection.close();
  });
});

describe("with TLS", () => {
  let certificates: Certificates;
  let server: Server;
  let host: string;

  beforeAll(async () => {
    certificates = createCertificates();
    server = createServer(certificates.server, (_, response) => {
      response.end(JSON.stringify({ Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    certificates.remove();
  });

  test("shows the engine's certificate, trusted or not, and the client's own", async () => {
    const ca = { file: certificates.at("ca.pem") };
    const { client } = certificates;
    const good = await diagnosisOf({ host, tls: { ca, cert: client.cert, key: client.key } });
    expect(good).toMatchObject({
      reachable: true,
      tls: {
        verified: true,
        authorities: "own",
        engine: {
          subject: "CN=server",
          issuer: "CN=ca",
          names: ["DNS:localhost", "IP Address:127.0.0.1", expect.any(String)],
        },
        client: { subject: "CN=client" },
      },
      problems: [],
    });
    expect(JSON.stringify(good)).not.toContain("PRIVATE");

    const untrusted = await diagnosisOf({ host, tls: {} });
    expect(untrusted).toMatchObject({ reachable: false, tls: { engine: { subject: "CN=server" } } });
    expect(untrusted.problems).toMatchObject([{ what: expect.stringContaining("not trusted here") }]);
  });

  test("tells what is not safe", async () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const { problems } = await diagnosisOf({ host, tls: { rejectUnauthorized: false } });
    expect(problems).toMatchObject([{ what: expect.stringContaining("is not verified") }]);
    warned.mockRestore();
    const plain = await diagnosisOf({ host: "tcp://engine.invalid:2375", tls: false, retry: false });
    expect(plain.problems.at(-1)?.what).toContain("without TLS");
  });

  test("tells of a client certificate that has expired", async () => {
    const client = certificates.expired;
    const ca = { file: certificates.at("ca.pem") };
    const { problems } = await diagnosisOf({ host, tls: { ca, cert: client.cert, key: client.key } });
    expect(problems).toMatchObject([{ what: expect.stringMatching(/^The client certificate expired at/) }]);
  });
});
