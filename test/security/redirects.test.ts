import { describe, expect, test } from "vitest";
import type { DockerOptions } from "../../src/client/options.js";
import { Docker } from "../../src/docker.js";
import { DockerError } from "../../src/errors.js";
import { answerOf, recordingEngine } from "./recording-engine.js";

const secrets: DockerOptions = {
  auth: { bearer: "PLANTED-token" },
  headers: { "X-Team": "PLANTED-header" },
  registryAuth: { "registry.example": { username: "u", password: "PLANTED-password" } },
};

/** Each way in which an answer is read. */
const kinds: readonly (readonly [string, (docker: Docker) => unknown])[] = [
  ["a call", ({ containers }) => containers.inspect("web")],
  ["a call that changes something", ({ containers }) => containers.kill("web")],
  ["a call with a body", ({ containers }) => containers.create({ Image: "x", Env: ["A=PLANTED-env"] })],
  ["a call for headers", ({ containers }) => containers.statArchive("web", { path: "/" })],
  ["a call for text", ({ system }) => system.ping()],
  ["a call with credentials", ({ distribution }) => distribution.inspect("registry.example/x:1")],
  ["logs", ({ containers }) => containers.logs("web").text()],
  [
    "logs that are followed again",
    ({ containers }) => containers.logs("web", { follow: true, resume: true }).text(),
  ],
  ["events", ({ system }) => system.events()[Symbol.asyncIterator]().next()],
  ["an archive", ({ containers }) => containers.export("web")[Symbol.asyncIterator]().next()],
  ["an upload", ({ containers }) => containers.putArchive("web", Buffer.alloc(1024), { path: "/" })],
  ["a pull", ({ images }) => images.pull("registry.example/x:1")],
  ["a push", ({ images }) => images.push("registry.example/x:1")],
  ["a build", (docker) => docker.build({ dockerfile: "FROM scratch" })],
  ["attach", ({ containers }) => containers.attach("web")],
  ["attach over a WebSocket", ({ containers }) => containers.attachWebsocket("web")],
  ["exec", ({ exec }) => exec.start("x")],
  ["a session", ({ session }) => session.open({ id: "x", methods: ["/a.B/C"] })],
  ["any path", ({ api }) => api.GET("/info")],
];

describe.each([301, 302, 303, 307, 308])("a redirect with %i to another host", (status) => {
  test("is followed by nothing, so that no secret gets there, and is told of", async () => {
    await using elsewhere = await recordingEngine(() => answerOf(200, "{}"), { tcp: true });
    const Location = `${elsewhere.host.replace("tcp:", "http:")}/v1.51/info`;
    await using engine = await recordingEngine(() => answerOf(status, "", { Location }));
    await using docker = new Docker({
      host: engine.host,
      apiVersion: "1.51",
      cliCredentials: false,
      ...secrets,
    });
    for (const [name, call] of kinds) {
      const failure = await failureOf(call, docker);
      expect(failure, name).toBeInstanceOf(DockerError);
      // What attach asks beforehand is answered so too.
      expect(String(failure), name).toMatch(/redirects are never followed|upgrade/i);
      expect(String(failure), name).not.toContain(Location);
    }
    expect(engine.requests.filter(({ head }) => !head.includes("PLANTED-token"))).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
  });
});

test("a redirect of the question for the version is not followed either", async () => {
  await using elsewhere = await recordingEngine(() => answerOf(200, '{"ApiVersion":"1.51"}'), { tcp: true });
  const Location = `${elsewhere.host.replace("tcp:", "http:")}/version`;
  await using engine = await recordingEngine(() => answerOf(302, "", { Location }));
  await using docker = new Docker({ host: engine.host, retry: false, ...secrets });
  await expect(docker.system.info()).rejects.toThrow("redirects are never followed");
  expect(elsewhere.requests).toEqual([]);
});

test("a standard fetch in place of our connections follows none", async () => {
  await using elsewhere = await recordingEngine(() => answerOf(200, "{}"), { tcp: true });
  const Location = `${elsewhere.host.replace("tcp:", "http:")}/v1.51/info`;
  await using engine = await recordingEngine(() => answerOf(307, "", { Location }), { tcp: true });
  await using docker = new Docker({
    host: engine.host,
    apiVersion: "1.51",
    cliCredentials: false,
    fetch: globalThis.fetch,
    ...secrets,
  });
  for (const [name, call] of kinds) expect(await failureOf(call, docker), name).toBeInstanceOf(DockerError);
  expect(elsewhere.requests).toEqual([]);
});

test("other headers that move clients elsewhere move nothing", async () => {
  await using elsewhere = await recordingEngine(() => answerOf(200, "{}"), { tcp: true });
  const there = elsewhere.host.replace("tcp://", "");
  const headers = {
    "Alt-Svc": `h2="${there}"; ma=86400`,
    Refresh: `0; url=http://${there}/`,
    "Content-Location": `http://${there}/`,
    Link: `<http://${there}/>; rel=preload`,
    "Content-Type": "application/json",
  };
  await using engine = await recordingEngine(() => answerOf(200, "{}", headers));
  await using docker = new Docker({ host: engine.host, apiVersion: "1.51", ...secrets });
  await docker.system.info();
  await docker.system.info();
  expect(engine.requests).toHaveLength(2);
  expect(elsewhere.requests).toEqual([]);
});

function failureOf(call: (docker: Docker) => unknown, docker: Docker): Promise<unknown> {
  return (async () => call(docker))().then(
    () => "no failure",
    (error: unknown) => error,
  );
}
