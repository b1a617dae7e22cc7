import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { ConnectionError, DockerError, ProtocolError } from "../../src/errors.js";
import { answerOf, type RecordingEngine, recordingEngine } from "./recording-engine.js";

const json = { "Content-Type": "application/json" };

/** The ways in which an answer is read, each to its end. */
const kinds: readonly (readonly [string, (docker: Docker) => unknown])[] = [
  ["a call", ({ system }) => system.info()],
  ["a call for headers", ({ containers }) => containers.statArchive("web", { path: "/" })],
  ["a stream", ({ system }) => collected(system.events())],
  ["an archive", ({ containers }) => collected(containers.export("web"))],
  ["a job", ({ images }) => images.push("r.example/x:1")],
  ["attach", ({ containers }) => containers.attach("web")],
  ["attach over a WebSocket", ({ containers }) => containers.attachWebsocket("web")],
];

const clientOf = ({ host }: RecordingEngine) =>
  new Docker({ host, apiVersion: "1.51", retry: false, cliCredentials: false });

describe("a head that does not end", () => {
  test.each(kinds)("ends %s with a clear error, within a bound", async (_, call) => {
    const headers = Array.from({ length: 20_000 }, (_value, index) => `X-${index}: ${"x".repeat(40)}\r\n`);
    await using engine = await recordingEngine(() => `HTTP/1.1 200 OK\r\n${headers.join("")}\r\n{}`);
    await using docker = clientOf(engine);
    const failure = await failureOf(call, docker);
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(String(failure).length).toBeLessThan(600);
  });

  test.each(kinds)("of one header alone ends %s with a clear error too", async (_, call) => {
    await using engine = await recordingEngine(() => `HTTP/1.1 200 OK\r\nX-Long: ${"x".repeat(1_000_000)}`);
    await using docker = clientOf(engine);
    expect(await failureOf(call, docker)).toBeInstanceOf(ConnectionError);
  });
});

describe("an answer that is compressed, which nobody has asked for,", () => {
  // 20 MB that are 20 kB on the wire.
  const bomb = gzipSync(Buffer.alloc(20_000_000, "[1,"));

  test("was not asked for", async () => {
    await using engine = await recordingEngine(() => answerOf(200, "{}", json));
    await using docker = clientOf(engine);
    await docker.system.info();
    expect(engine.requests[0]?.head.toLowerCase()).not.toContain("accept-encoding");
  });

  test("is never unpacked: it is no JSON, and no line of it", async () => {
    await using engine = await recordingEngine(() =>
      answerOf(200, bomb, { ...json, "Content-Encoding": "gzip" }),
    );
    await using docker = clientOf(engine);
    for (const [name, call] of kinds.filter(
      ([kind]) => kind === "a call" || kind === "a stream" || kind === "a job",
    )) {
      const failure = await failureOf(call, docker);
      expect(failure, name).toBeInstanceOf(ProtocolError);
      expect(String(failure).length, name).toBeLessThan(500);
    }
  });

  test("is given as it came where bytes are wanted", async () => {
    await using engine = await recordingEngine(() => answerOf(200, bomb, { "Content-Encoding": "gzip" }));
    await using docker = clientOf(engine);
    const pieces = await collected(docker.containers.export("web"));
    expect(Buffer.concat(pieces).equals(bomb)).toBe(true);
  });

  test("is not unpacked where it is an error, and little of it is kept", async () => {
    await using engine = await recordingEngine(() =>
      answerOf(500, bomb, { ...json, "Content-Encoding": "gzip" }),
    );
    await using docker = clientOf(engine);
    for (const [name, call] of kinds) {
      const failure = await failureOf(call, docker);
      expect(failure, name).toBeInstanceOf(DockerError);
      expect(String(failure).length, name).toBeLessThan(10_000);
    }
  });
});

describe("an answer that does not end", () => {
  test("is read no further than a mebibyte where it is an error, in whatever way it is read", async () => {
    const endless = `HTTP/1.1 500 No\r\nContent-Type: text/plain\r\nContent-Length: 100000000\r\n\r\n${"x".repeat(3_000_000)}`;
    await using engine = await recordingEngine(() => endless);
    await using docker = clientOf(engine);
    for (const [name, call] of kinds) {
      const failure = await failureOf(call, docker);
      // Nothing is read of an answer to HEAD.
      expect(failure, name).toBeInstanceOf(DockerError);
      expect(String(failure).length, name).toBeLessThan(10_000);
    }
  });

  test("in one line is refused where lines are JSON", { timeout: 60_000 }, async () => {
    const line = `{"a":"${"x".repeat(17 * 1024 * 1024)}`;
    await using engine = await recordingEngine(
      () => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${line}`,
    );
    await using docker = clientOf(engine);
    for (const call of [() => collected(docker.system.events()), () => docker.images.push("r.example/x:1")]) {
      const failure = await failureOf(call, docker);
      expect(failure).toBeInstanceOf(ProtocolError);
      expect(String(failure)).toMatch(/line of more than \d+ bytes/);
      expect(String(failure).length).toBeLessThan(500);
    }
  });

  test("in one frame of an error is kept short", async () => {
    const header = Buffer.from([3, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
    const head = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.multiplexed-stream\r\n\r\n";
    await using engine = await recordingEngine(() =>
      Buffer.concat([Buffer.from(head), header, Buffer.alloc(5_000_000, "x")]),
    );
    await using docker = clientOf(engine);
    const failure = await failureOf(() => docker.containers.logs("web").text(), docker);
    expect(failure).toMatchObject({ code: "STREAM_ERROR" });
    expect(String(failure).length).toBeLessThan(5000);
  });
});

async function collected<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of stream) values.push(value);
  return values;
}

function failureOf(call: (docker: Docker) => unknown, docker: Docker): Promise<unknown> {
  return (async () => call(docker))().then(
    () => "no failure",
    (error: unknown) => error,
  );
}
