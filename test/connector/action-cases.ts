import { describe, expect, test } from "vitest";
import { actionNames } from "../../src/connector/catalogue.js";
import type { Call } from "../helpers/fake-daemon.js";
import { fakeConnector } from "./fake-connector.js";

/** One use of an action that is one request: what it sends for what a platform sent, and what it makes of the answer. */
export interface ActionCase {
  /** What is special about it. */
  readonly case?: string;
  /** Any of its names. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Method, path as it is on the wire, and query, decoded. */
  readonly sent: string;
  readonly body?: unknown;
  /** Undefined for an empty 204. */
  readonly answer?: unknown;
  readonly status?: number;
  /** Default: what was answered, as a list. */
  readonly data?: readonly unknown[];
  readonly message?: string;
  readonly api?: string;
}

/** Holds each case against a fake engine, and a refusal of it. */
export function describeActions(category: string, cases: readonly ActionCase[]): void {
  describe(`the ${category} actions`, () => {
    test.each(cases.map((row) => [`${row.name}${row.case ? ` (${row.case})` : ""}`, row] as const))(
      "%s",
      async (_name, row) => {
        const { status = row.answer === undefined ? 204 : 200, answer } = row;
        let body = "";
        await using fake = await fakeConnector(
          {
            [routeOf(row)]: async (call) => {
              body = (await call.body()).toString();
              if (answer === undefined) call.send(status);
              else call.json(status, answer);
            },
          },
          { api: row.api ?? "1.51" },
        );
        const envelope = await fake.connector.execute(row.name, row.parameters);
        expect(envelope.error).toBeUndefined();
        expect(fake.calls.map(line)).toEqual([row.sent]);
        expect(body === "" ? undefined : JSON.parse(body)).toEqual(row.body);
        expect(envelope.data).toEqual(row.data ?? dataOf(answer, status));
        if (row.message) expect(envelope.message).toBe(row.message);
        expect(envelope.message).not.toMatch(/undefined|\[object/);
      },
    );

    test.each(cases.map((row) => [row.name, row] as const))(
      "%s tells what the engine refuses",
      async (_name, row) => {
        await using fake = await fakeConnector(
          {
            [routeOf(row)]: async (call) => {
              await call.body();
              call.json(409, { message: "Not now." });
            },
          },
          { api: row.api ?? "1.51" },
        );
        expect(await fake.connector.execute(row.name, row.parameters)).toMatchObject({
          action: actionNames.get(row.name)?.name,
          status: "failed",
          message: "Not now.",
          data: [],
          error: { category: "conflict", httpStatus: 409, retryable: false },
        });
      },
    );
  });
}

/** The very path, so that nothing else is answered. */
function routeOf({ sent }: ActionCase): string {
  const [method, target = ""] = sent.split(/ (.*)/s);
  return `${method} ${target.replace(/\?.*$/s, "")}`;
}

function line({ request, path, query }: Call): string {
  const text = [...query].map(([name, value]) => `${name}=${value}`).join("&");
  return `${request.method} ${path}${text && `?${text}`}`;
}

function dataOf(answer: unknown, status: number): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  return [answer === undefined ? { statusCode: status } : answer];
}
