import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Docker } from "../../src/docker.js";
import { NotFoundError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import type { Call, Handler } from "../helpers/fake-daemon.js";

/** One method: what it sends for what it is given, and what it gives for what is answered. */
export interface OperationCase {
  readonly name: string;
  readonly make: (docker: Docker) => unknown;
  /** Method, path as it is on the wire, and query, decoded. */
  readonly sent: string;
  /** A Buffer as it stands, anything else as JSON; default: none. */
  readonly body?: unknown;
  /** Default: what the body is. */
  readonly type?: string;
  /** The registry whose credentials go along. Default: none's do. */
  readonly registry?: keyof typeof credentials;
  /** Bytes as they stand, undefined for an empty 204, anything else as JSON. */
  readonly answer?: unknown;
  /** What the method gives; default: the answer. */
  readonly gives?: unknown;
}

/** Holds each case against a fake engine: the request, the value, and an engine's refusal. */
export function describeOperations(noun: string, cases: readonly OperationCase[]): void {
  describe(noun, () => {
    test.each(cases)("$name sends $sent", async (row) => {
      let received = "";
      await using engine = await engineFor(row, async (call) => {
        received = (await call.body()).toString();
        reply(call, row.answer);
      });
      expect(await row.make(engine.docker)).toEqual("gives" in row ? row.gives : row.answer);
      const [call, ...more] = engine.calls;
      expect(more).toEqual([]);
      expect(call?.version).toBe("1.51");
      expect(line(call)).toBe(row.sent);
      expect(received).toBe(textOf(row.body));
      expect(call?.headers["content-type"]).toBe(row.type ?? contentTypeOf(row.body));
      expect(authOf(call)).toEqual(
        row.registry && { ...credentials[row.registry], serveraddress: row.registry },
      );
    });

    test.each(cases)("$name throws what the engine says, and no secret", async (row) => {
      await using engine = await engineFor(row, (call) => call.json(404, { message: "No such thing: x" }));
      const failure = await Promise.resolve(row.make(engine.docker)).then(
        undefined,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(NotFoundError);
      expect(failure).toMatchObject({ message: "No such thing: x", method: row.sent.split(" ")[0] });
      expectNoSecret(failure, engine.docker);
    });
  });
}

/** Two registries that the client knows, with characters that tell the alphabets of base64 apart. */
export const credentials = {
  "registry.example": { username: "zoë", password: "~~~???>>>one" },
  "other.example:5000": { identitytoken: "~~~???>>>two" },
} as const;

/** The same, as the option of the client. */
export const registryAuth = {
  "registry.example": credentials["registry.example"],
  "other.example:5000": { identityToken: credentials["other.example:5000"].identitytoken },
  "nobody.example": {},
};

/** What `X-Registry-Auth` says, read as strictly as engines do; undefined where it is not there. */
export function authOf(call: Call | undefined, name = "x-registry-auth"): unknown {
  const header = call?.headers[name];
  if (header === undefined) return undefined;
  expect(header).toMatch(/^(?:[\w-]{4})*(?:[\w-]{2}==|[\w-]{3}=)?$/);
  return JSON.parse(Buffer.from(String(header), "base64url").toString());
}

export function expectNoSecret(...things: unknown[]): void {
  const shown = things.map((thing) => inspect(thing, { depth: 20, showHidden: true })).join("\n");
  for (const secret of ["~~~???>>>", "fn5-Pz8_Pj4-", "x-registry-"]) {
    expect(shown.toLowerCase()).not.toContain(secret.toLowerCase());
  }
}

/** The lines of a progress stream. */
export function progress(...messages: readonly object[]): Buffer {
  return Buffer.from(messages.map((message) => `${JSON.stringify(message)}\r\n`).join(""));
}

/** A call as `sent` has it. */
export function line(call: Call | undefined): string {
  const query = [...(call?.query ?? [])].map(([name, value]) => `${name}=${value}`).join("&");
  return `${call?.method} ${call?.path}${query && "?"}${query}`;
}

export function reply(call: Call, answer: unknown): void {
  if (answer === undefined) call.send(204);
  else if (Buffer.isBuffer(answer)) call.send(200, answer, { "Content-Type": bytesType(call) });
  else call.json(200, answer);
}

function bytesType({ path }: Call): string {
  return path.endsWith("/logs") ? "application/vnd.docker.multiplexed-stream" : "application/json";
}

function engineFor({ sent }: OperationCase, handler: Handler) {
  const [route = ""] = sent.split("?");
  return fakeEngine({ [route]: handler }, { client: { registryAuth } });
}

function textOf(body: unknown): string | undefined {
  if (body === undefined) return "";
  return Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body);
}

function contentTypeOf(body: unknown): string | undefined {
  if (body === undefined) return undefined;
  return Buffer.isBuffer(body) ? "application/x-tar" : "application/json";
}
