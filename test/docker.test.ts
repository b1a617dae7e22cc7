import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { EngineClient } from "../src/client/client.js";
import { Connection } from "../src/client/connection.js";
import { Docker } from "../src/docker.js";
import { DockerError } from "../src/errors.js";
import { fakeEngine } from "./client/fake-engine.js";
import type { Call } from "./helpers/fake-daemon.js";

describe("Docker", () => {
  test("does nothing when it is made", async () => {
    await using engine = await fakeEngine();
    expect(engine.daemon.connectionCount).toBe(0);
    await engine.docker.endpoint();
    expect(engine.daemon.connectionCount).toBe(0);
  });

  test("says where the engine is", async () => {
    await using engine = await fakeEngine();
    expect(await engine.docker.endpoint()).toMatchObject({
      kind: "unix",
      address: engine.daemon.host,
      source: 'option "host"',
      tls: undefined,
    });
  });

  test("says the version that is spoken", async () => {
    await using engine = await fakeEngine({}, { api: "1.44" });
    expect(await engine.docker.apiVersion()).toBe("1.44");
  });
});

describe("secrets", () => {
  const secrets = {
    key: "PLANTED-key",
    passphrase: "PLANTED-passphrase",
    token: "PLANTED-token",
    password: "PLANTED-password",
    header: "PLANTED-header",
    callHeader: "PLANTED-call-header",
    env: "PLANTED-env",
  };
  const body = { Image: "a", Env: [`PASSWORD=${secrets.env}`], Labels: { a: "b" } };
  const call = { headers: { "X-Call": secrets.callHeader } };

  /** Everything that any printer of an object may show. */
  function everythingOf(value: unknown): string {
    const shown = [
      inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
      inspect(value, { depth: Infinity, showHidden: true, customInspect: false, maxArrayLength: Infinity }),
      JSON.stringify(value) ?? "",
      String(value),
    ];
    if (value instanceof Error) shown.push(value.stack ?? "", everythingOf(value.cause));
    return shown.join("\n");
  }

  function expectNoSecretIn(value: unknown): void {
    const shown = everythingOf(value);
    for (const secret of Object.values(secrets)) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(Buffer.from(secret).toString("base64").slice(0, -4));
      expect(shown).not.toContain(Buffer.from(secret).toString("hex"));
    }
    // Bytes are shown as numbers.
    expect(shown).not.toContain([...Buffer.from("PLANTED")].join(", "));
    expect(shown).not.toMatch(/50 4c 41 4e 54 45 44/);
  }

  const authorities = [{ bearer: secrets.token }, { username: "u", password: secrets.password }];

  test.each(authorities)("do not show in a client or its resources", async (auth) => {
    await using docker = new Docker({
      host: "tcp://127.0.0.1:1",
      tls: { ca: "ca", cert: "cert", key: Buffer.from(secrets.key), passphrase: secrets.passphrase },
      headers: { "X-Secret": secrets.header },
      auth,
      retry: false,
    });
    // Opened as far as it goes, so that everything is there that will be.
    expectNoSecretIn(await docker.system.info(call).catch((error: unknown) => error));
    for (const value of [docker, docker.containers, docker.system, docker.api, await docker.endpoint()]) {
      expectNoSecretIn(value);
    }
    expectNoSecretIn({ ...docker });
  });

  test("do not show in what is inside of a client", async () => {
    const connection = new Connection({
      host: "tcp://127.0.0.1:1",
      headers: { "X-Secret": secrets.header },
      auth: { bearer: secrets.token },
      tls: { key: secrets.key, cert: "cert" },
    });
    const client = new EngineClient(connection);
    expectNoSecretIn(connection);
    expectNoSecretIn(client);
    await connection.endpoint().catch(() => {});
    expectNoSecretIn(connection);
    await connection.close();
  });

  const answers: [string, (call: Call) => void][] = [
    ["an error of the engine", (call) => call.json(409, { message: "Conflict" })],
    ["an answer that is no JSON", (call) => call.send(200, `{"Env":["${secrets.env}"`)],
    ["a broken connection", (call) => call.cut()],
    ["an answer that is no HTTP", (call) => call.raw(`PLANTED-env nonsense\r\n\r\n`)],
    ["a deadline", () => {}],
    ["a refused version", (call) => call.json(400, { message: "client version 1.51 is too new" })],
  ];

  test.each(answers)("do not show in %s", async (_, answer) => {
    await using engine = await fakeEngine(
      { "POST /containers/create": answer },
      {
        client: {
          headers: { "X-Secret": secrets.header },
          auth: { bearer: secrets.token },
          retry: { attempts: 2, minDelay: 1 },
        },
      },
    );
    const outcome = await engine.docker.containers
      .create(body, { name: "web" }, { ...call, timeout: 300 })
      .then(() => "no error")
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(DockerError);
    expectNoSecretIn(outcome);
  });

  test.each([
    ["a field that is too new", { ...body, Healthcheck: { StartInterval: 5 } }, {}],
    ["an option that is not there", body, { nmae: secrets.env }],
    ["an option of a wrong kind", body, { name: { secret: secrets.env } }],
    ["a body that has no JSON", { ...body, Labels: { a: 1n } }, {}],
  ])("do not show in the refusal of %s", async (_, refused, options) => {
    await using engine = await fakeEngine({}, { api: "1.41" });
    const outcome = await engine.docker.containers
      .create(refused as never, options as never, call)
      .then(() => "no error")
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(DockerError);
    expectNoSecretIn(outcome);
  });

  test("do not show in the failure of a run", async () => {
    await using engine = await fakeEngine({
      "POST /containers/create": (call) => call.json(201, { Id: "abc", Warnings: [] }),
      "POST /containers/{id}/wait": (call) => call.start(),
      "POST /containers/{id}/attach": (call) => void call.hijack(),
      "POST /containers/{id}/start": (call) => call.json(400, { message: "no such command" }),
      "DELETE /containers/{id}": (call) => call.send(204),
    });
    const outcome = await engine.docker
      .run("a", ["b"], { env: { PASSWORD: secrets.env } }, call)
      .then(() => "no error")
      .catch((error: unknown) => error);
    expect(outcome).toMatchObject({ message: "no such command" });
    expectNoSecretIn(outcome);
  });

  test("would be found by this test where they show", () => {
    expect(() => expectNoSecretIn({ a: [{ b: secrets.key }] })).toThrow();
    expect(() => expectNoSecretIn(Buffer.from(secrets.key))).toThrow();
    expect(() => expectNoSecretIn(new Error("x", { cause: { t: secrets.token } }))).toThrow();
  });
});
