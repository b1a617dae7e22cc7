import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { runOnce } from "../../../src/connector/process/run-once.js";
import type { Handler } from "../../helpers/fake-daemon.js";
import { fakeConnector } from "../fake-connector.js";
import { expectFailure } from "./expect-failure.js";

/** By status: the category, and whether a read may be asked for again. */
const statuses = [
  [400, "bad_request", false],
  [401, "unauthorized", false],
  [403, "forbidden", false],
  [404, "not_found", false],
  [409, "conflict", false],
  [429, "rate_limited", true],
  [500, "server_error", false],
  [502, "server_error", true],
  [503, "unavailable", true],
  [504, "server_error", true],
] as const;

const listing = "GET /v1.51/containers/json";

const asked = async (answer: Handler, config: object = {}) => {
  await using fake = await fakeConnector({ "GET /containers/json": answer }, { config });
  return await fake.connector.execute("list_containers");
};

describe("a refusal", () => {
  test.each(statuses)(
    "with %i and the engine's sentence is %s (F14, X-2.1-1)",
    async (status, category, passes) => {
      const message = "The engine's own sentence.";
      expectFailure(await asked((call) => call.json(status, { message })), {
        category,
        httpStatus: status,
        retryable: passes,
        endpoint: listing,
        message,
      });
    },
  );

  test.each(statuses)(
    "with %i of what changes something is not to be asked for again (F-2.3-13)",
    async (status, category) => {
      let times = 0;
      const kill: Handler = (call) => {
        times++;
        call.json(status, { message: "No." });
      };
      await using fake = await fakeConnector(
        { "POST /containers/{id}/kill": kill },
        { config: { retryAttempts: "3", retryDelay: "0" } },
      );
      expectFailure(await fake.connector.execute("kill_container", { id: "web" }), {
        category,
        httpStatus: status,
        retryable: false,
        endpoint: "POST /v1.51/containers/web/kill",
        message: "No.",
      });
      expect(times).toBe(1);
    },
  );

  test.each(statuses)("with %i goes through the process as it is (F14)", async (status, category) => {
    const info: Handler = (call) => call.json(status, { message: "No." });
    await using fake = await fakeConnector({ "GET /info": info });
    const [output, log] = [new PassThrough(), new PassThrough()];
    const config = { socketPath: fake.daemon.socketPath, retryAttempts: 0 };
    const line = `${JSON.stringify({ config, action: "get_info" })}\n`;
    expect(await runOnce({ input: toAsync([line]), output, log })).toBe(0);
    expectFailure(JSON.parse(String(output.read())), { category, httpStatus: status, message: "No." });
    expect(String(log.read())).toContain(`GET /v1.51/info ${status}`);
  });

  test("with 503 of a node that is no manager does not pass by waiting (F14)", async () => {
    const message =
      "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state.";
    let times = 0;
    await using fake = await fakeConnector(
      {
        "GET /nodes": (call) => {
          times++;
          call.send(503, JSON.stringify({ message }), {
            "Content-Type": "application/json",
            "Api-Version": "1.51",
          });
        },
      },
      { config: { retryAttempts: "3", retryDelay: "0" } },
    );
    expectFailure(await fake.connector.execute("list_nodes"), {
      category: "unavailable",
      httpStatus: 503,
      retryable: false,
      endpoint: "GET /v1.51/nodes",
      message,
    });
    expect(times).toBe(1);
  });

  test("with a status that nobody knows is one of its hundred (F14)", async () => {
    expectFailure(await asked((call) => call.json(418, { message: "A teapot." })), {
      category: "bad_request",
      httpStatus: 418,
      retryable: false,
    });
    expectFailure(await asked((call) => call.json(507, { message: "Full." })), {
      category: "server_error",
      httpStatus: 507,
      retryable: false,
    });
  });
});

const html = { "Content-Type": "text/html; charset=utf-8" };
const json = { "Content-Type": "application/json" };

describe("a refusal without the engine's sentence (S8)", () => {
  test.each([
    [
      "a page",
      "<html><head><title>502 Bad\n Gateway</title></head><body><h1>x</h1></body></html>",
      html,
      "502 Bad Gateway",
    ],
    [
      "a page without a title",
      "<html><body><h1>Denied</h1>\n<p>Ask the desk.</p></body></html>",
      html,
      "Denied Ask the desk.",
    ],
    ["a page that says it is JSON", "<!DOCTYPE html><title>Sorry</title>", json, "Sorry"],
    ["a page with nothing in it", "", html, "an empty page"],
  ])("which is %s tells the page's text (S8, S-2.2-9)", async (_case, body, headers, text) => {
    const message = `A proxy answered in the engine's place with status 502: ${text}`;
    expectFailure(await asked((call) => call.send(502, body, headers)), {
      category: "server_error",
      httpStatus: 502,
      retryable: true,
      endpoint: listing,
      message,
    });
  });

  test.each([
    ["plain text", "no {healthy} upstream", { "Content-Type": "text/plain" }, "no {healthy} upstream"],
    ["JSON of another kind", '{"error":"quota"}', json, '{"error":"quota"}'],
    ["a list", "[1]", json, "[1]"],
    ["JSON that was cut", '{"message": "no su', json, '{"message": "no su'],
    [
      "JSON said to be text",
      '{"message": "No such thing."}',
      { "Content-Type": "text/plain" },
      "No such thing.",
    ],
    ["JSON without a type", '{"message": "No such thing."}', {}, "No such thing."],
    ["nothing", "", {}, "The engine answered with status 500 and nothing else."],
    ["white space", " \r\n", json, "The engine answered with status 500 and nothing else."],
    ["a sentence that is no text", '{"message": {"a": 1}}', json, '{"message": {"a": 1}}'],
  ])("which is %s has a message all the same (S8, S-2.2-9)", async (_case, body, headers, message) => {
    expectFailure(await asked((call) => call.send(500, body, headers as Record<string, string>)), {
      category: "server_error",
      httpStatus: 500,
      retryable: false,
      endpoint: listing,
      message,
    });
  });

  test("which is a very long page does not fill the result (S8)", async () => {
    const envelope = await asked((call) =>
      call.send(500, "x".repeat(1_000_000), { "Content-Type": "text/plain" }),
    );
    expect(envelope.message.length).toBeLessThan(10_000);
  });
});

describe("a success that is no answer of an engine (S8, F13)", () => {
  test.each([
    ["a page to log in", "<html><title>Log in</title></html>", html, /no JSON \(content type text\/html/],
    ["text", "hello", { "Content-Type": "text/plain" }, /no JSON \(content type text\/plain/],
    ["JSON that was cut", '[{"Id": "a', json, /no JSON/],
    ["nothing", "", json, /answered with status 200 and nothing else/],
  ])("for it is %s, fails (S8, F13)", async (_case, body, headers, message) => {
    expectFailure(await asked((call) => call.send(200, body, headers)), {
      category: "stream_error",
      retryable: false,
      message,
    });
  });

  test("but for its type, is read as what the action expects (F13)", async () => {
    const envelope = await asked((call) => call.send(200, "[]", { "Content-Type": "text/plain" }));
    expect(envelope).toMatchObject({ status: "success", data: [], message: "Found 0 containers." });
  });

  test("is an empty list where the engine says null (S-2.2-6)", async () => {
    const envelope = await asked((call) => call.json(200, null));
    expect(envelope).toMatchObject({ status: "success", data: [], summary: { total: 0 } });
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("with %i is not followed, and said to be one (S7)", async (status) => {
    const elsewhere: string[] = [];
    await using fake = await fakeConnector({
      "POST /containers/{id}/kill": (call) => call.send(status, "", { Location: "/v1.51/elsewhere" }),
      "GET /elsewhere": (call) => {
        elsewhere.push(call.method);
        call.send(200);
      },
      "POST /elsewhere": (call) => {
        elsewhere.push(call.method);
        call.send(200);
      },
    });
    expectFailure(await fake.connector.execute("kill_container", { id: "web" }), {
      category: "bad_request",
      httpStatus: status,
      retryable: false,
      endpoint: "POST /v1.51/containers/web/kill",
      message: /redirect \(30\d\), and redirects are never followed/,
    });
    expect(elsewhere).toEqual([]);
  });

  test.each(["..", ".", "", "../volumes/prune"])("cannot be had by the id %j (S7, F-2.3-14)", async (id) => {
    await using fake = await fakeConnector();
    const envelope = await fake.connector.execute("remove_container", { id });
    expect(envelope.status).toBe("failed");
    expect(
      fake.calls.map(({ path }) => path).filter((path) => path !== "/containers/..%2Fvolumes%2Fprune"),
    ).toEqual([]);
  });
});

async function* toAsync<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
