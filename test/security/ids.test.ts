import { describe, expect, test } from "vitest";
import { type OperationFacts, operations } from "../../generated/operations.js";
import { Docker } from "../../src/docker.js";
import { ApiError, DockerError, InvalidArgumentError } from "../../src/errors.js";
import { actions, type Method, methods } from "./every-method.js";
import { recordingEngine } from "./recording-engine.js";

const all: readonly (readonly [string, OperationFacts])[] = Object.entries(operations);
const withName = all.filter(([, { path }]) => path.includes("{"));
const called: readonly (readonly [string, Method])[] = [
  ...Object.entries(methods),
  ...Object.entries(actions),
];

/** They lead, or may lead behind some proxy, to another endpoint. */
const refused: readonly string[] = [
  ...["", ".", "..", "../prune", "x/../../images/prune", "..\\x", "a/.", "./a", "/../info", "x/..", "//.."],
  ...["\ud800", "a\udc00b"],
];

/** They are names that nothing has, and stay one segment. */
const encoded: readonly string[] = [
  ...[
    "%2e%2e",
    "%2E%2E%2Fprune",
    "..%2f",
    "%252e",
    "....",
    "..;",
    "..?x",
    "...",
    "a?force=1",
    "a#b",
    "a&b=c",
    "a;b",
  ],
  ...["a b", "a\tb", "a\r\nX-Evil: 1", "a\n\nGET /info HTTP/1.1", "a\0b", "\u007f", "\u0085", "\u2028"],
  ...[
    "\u2024\u2024",
    "\uff0e\uff0e\uff0fprune",
    "\u2025",
    "\u202e",
    "\ufeff",
    "é",
    "e\u0301",
    "🐳",
    "a/b",
    "json",
    "prune",
  ],
  ...[
    "a@sha256:00",
    "http://evil.example/",
    "//evil.example/x",
    "@evil.example",
    ":80",
    "*",
    "~",
    "__proto__",
    "'\"`$(x)",
  ],
  "x".repeat(100_000),
];

test("every operation that has a name in its path is called here", () => {
  expect(Object.keys(methods).toSorted()).toEqual(withName.map(([id]) => id).toSorted());
});

describe("a hostile id", () => {
  test("that may lead elsewhere is refused by every method, and nothing is sent", async () => {
    await using engine = await recordingEngine();
    await using docker = clientOf(engine.host);
    for (const [name, method] of called) {
      for (const id of refused) {
        const failure = await failureOf(method, docker, id);
        expect(failure, `${name} ${JSON.stringify(id)}`).toBeInstanceOf(InvalidArgumentError);
        expect(String(failure).length).toBeLessThan(500);
      }
    }
    expect(engine.requests).toEqual([]);
  });

  test.each(encoded.map((id) => [id.length > 40 ? `${id.length} characters` : JSON.stringify(id), id]))(
    "reaches the engine as one segment of the path it was meant for, or not at all: %s",
    async (_, id) => {
      const intended = new Set(
        withName.map(([, { method, path }]) => {
          // Engines list the names of containers with a slash before them, which is no part of it.
          const text = path.startsWith("/containers/") ? id.replace(/^\//, "") : id;
          const filled = path.replace(/\{\w+\}/, encodeURIComponent(text));
          return `${method} /v1.51${filled}`;
        }),
      );
      await using engine = await recordingEngine();
      await using docker = clientOf(engine.host);
      let sent = 0;
      for (const [name, method] of called) {
        const before = engine.requests.length;
        const failure = await failureOf(method, docker, id);
        expect(failure, name).toBeInstanceOf(DockerError);
        const requests = engine.requests.slice(before);
        // Refused before, or answered by this engine, which has nothing of the name.
        if (requests.length === 0) expect(failure, name).toBeInstanceOf(InvalidArgumentError);
        else expect(failure, name).toBeInstanceOf(ApiError);
        for (const { head } of requests) {
          sent++;
          const [line = "", ...headers] = head.split("\r\n");
          const [, target = ""] = /^([A-Z]+ [!-~]+) HTTP\/1\.1$/.exec(line) ?? [];
          expect(intended, name).toContain(target.replace(/\?.*$/, ""));
          for (const header of headers) expect(header, name).toMatch(knownHeader);
        }
      }
      expect(sent).toBeGreaterThan(50);
    },
  );
});

/** All that a request of these says. */
const knownHeader =
  /^(?:host: localhost|user-agent: docker-engine-sdk|connection: [\w-]+|upgrade: (?:tcp|websocket)|content-type: application\/(?:json|x-tar)|content-length: \d+|transfer-encoding: chunked|x-registry-auth: [\w=-]+|sec-websocket-[a-z]+: [!-~]+)$/i;

function clientOf(host: string): Docker {
  // Nothing is asked beforehand: each request is one of the method's own.
  return new Docker({ host, apiVersion: "1.51", retry: false, cliCredentials: false });
}

async function failureOf(method: Method, docker: Docker, id: string): Promise<unknown> {
  return (async () => method(docker, id))().then(
    () => "no failure",
    (error: unknown) => error,
  );
}
