import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { DockerOptions } from "../../src/client/options.js";
import { createConnector } from "../../src/connector/connector.js";
import { Docker } from "../../src/docker.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { recordingEngine } from "./recording-engine.js";

const breaks = [
  "\r\nX-Evil: PLANTED",
  "\nX-Evil: PLANTED",
  "\rX-Evil: PLANTED",
  "\0PLANTED",
  "\u0100PLANTED",
  "\u2028PLANTED",
];

/** Every place from which text gets into a header, given what is not to end its line. */
const places: readonly (readonly [string, (text: string) => DockerOptions])[] = [
  ["the client's headers", (text) => ({ headers: { "X-Team": `a${text}` } })],
  ["the name of a header", (text) => ({ headers: { [`X${text}`]: "a" } })],
  ["a bearer token", (text) => ({ auth: { bearer: `a${text}` } })],
  ["a bearer token that a function gives", (text) => ({ auth: { bearer: async () => `a${text}` } })],
  ["a password", (text) => ({ auth: { username: "u", password: `a${text}` } })],
  ["a username", (text) => ({ auth: { username: `u${text.replace(":", "")}`, password: "p" } })],
  [
    "a registry's password",
    (text) => ({ registryAuth: { "r.example": { username: "u", password: `p${text}` } } }),
  ],
  ["an identity token", (text) => ({ registryAuth: { "r.example": { identityToken: `t${text}` } } })],
];

const calls: readonly (readonly [string, (docker: Docker) => unknown])[] = [
  ["a call", ({ system }) => system.info()],
  ["a stream", ({ containers }) => containers.export("web")[Symbol.asyncIterator]().next()],
  ["a job", ({ images }) => images.pull("r.example/x:1")],
  ["a connection", ({ containers }) => containers.attach("web")],
];

describe.each(breaks.map((text) => [JSON.stringify(text), text]))("%s", (_, text) => {
  test.each(places)("in %s ends no line, whatever is called", async (_place, options) => {
    await using engine = await recordingEngine();
    const base: DockerOptions = {
      host: engine.host,
      apiVersion: "1.51",
      retry: false,
      cliCredentials: false,
    };
    for (const [name, call] of calls) {
      const failure = await (async () => {
        await using docker = new Docker({ ...base, ...options(text) });
        return await call(docker);
      })().then(
        () => "no failure",
        (error: unknown) => error,
      );
      expect(failure, name).toBeInstanceOf(Error);
      // The value may be a secret, also where it is refused.
      expect(inspect(failure, { depth: Infinity, showHidden: true }), name).not.toContain("PLANTED");
    }
    for (const { bytes } of engine.requests) expect(bytes.toString("latin1")).not.toContain("PLANTED");
  });

  test("in what a call says ends no line either", async () => {
    await using engine = await recordingEngine();
    await using docker = new Docker({
      host: engine.host,
      apiVersion: "1.51",
      retry: false,
      cliCredentials: false,
    });
    const attempts: readonly (() => unknown)[] = [
      () => docker.system.info({ headers: { "X-Call": `a${text}` } }),
      () => docker.containers.attach("web", {}, { headers: { "X-Call": `a${text}` } }),
      () => docker.containers.logs("web", {}, { headers: { "X-Call": `a${text}` } }).text(),
      () => docker.session.open({ id: `a${text}`, methods: ["/a.B/C"] }),
      () => docker.session.open({ id: "a", name: `a${text}`, methods: ["/a.B/C"] }),
      () => docker.session.open({ id: "a", sharedKey: `a${text}`, methods: ["/a.B/C"] }),
      () => docker.session.open({ id: "a", methods: [`/a.B/C${text}`] }),
      () =>
        docker.api.GET("/distribution/{name}/json", {
          params: { path: { name: "x" }, header: { "X-Registry-Auth": `a${text}` } as never },
        }),
    ];
    for (const attempt of attempts) {
      await expect((async () => attempt())()).rejects.toBeInstanceOf(InvalidArgumentError);
    }
    expect(engine.requests).toEqual([]);
  });

  test("in an address or a version is refused", async () => {
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => useOf({ host: `tcp://localhost:1${text}` }),
      () => useOf({ host: `tcp://local${text}host:1` }),
      () => useOf({ host: "tcp://localhost:1", apiVersion: `1.51${text}` }),
    ];
    for (const [index, attempt] of attempts.entries()) {
      const failure = await attempt().then(
        () => "no failure",
        (error: unknown) => error,
      );
      expect(failure, `attempt ${index}`).toBeInstanceOf(InvalidArgumentError);
    }
  });
});

describe("a platform's access token", () => {
  test.each(breaks)("that breaks its line is refused, and nothing is sent: %j", async (text) => {
    await using engine = await recordingEngine();
    await using connector = createConnector({
      url: engine.host,
      accessToken: `a${text}`,
      retryAttempts: "0",
    });
    const envelope = await connector.execute("get_info");
    expect(envelope).toMatchObject({ status: "failed", error: { category: "validation" } });
    expect(JSON.stringify(envelope)).not.toContain("PLANTED");
    expect(engine.requests).toEqual([]);
  });
});

async function useOf(options: DockerOptions): Promise<unknown> {
  await using docker = new Docker({ retry: false, ...options });
  return await docker.system.info();
}
