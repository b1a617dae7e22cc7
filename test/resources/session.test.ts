import { once } from "node:events";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError, ProtocolError, ServerError } from "../../src/errors.js";
import { Session } from "../../src/resources/session.js";
import { bareClient, hijacked } from "../client/bare-client.js";
import type { Call } from "../helpers/fake-daemon.js";

const methods = ["/grpc.health.v1.Health/Check", "/test.Echo/Say"];

/** An engine keeps the connection until the client closes it. */
function held(call: Call, status: 101 | 200 = 101) {
  const socket = hijacked(call, "text/plain", status);
  return socket.on("end", () => socket.end());
}

describe("session.open", () => {
  test("asks for HTTP/2 over the connection, and names each method on a line of its own", async () => {
    await using engine = await bareClient({ "POST /session": (call) => void hijacked(call).end() });
    const connection = await new Session(engine.client).open({ id: "an-id", sharedKey: "key", methods });
    const [call] = engine.daemon.calls.filter(({ path }) => path === "/session");
    expect(call?.headers).toMatchObject({
      connection: "upgrade",
      upgrade: "h2c",
      "content-length": "0",
      "x-docker-expose-session-uuid": "an-id",
      "x-docker-expose-session-name": "an-id",
      "x-docker-expose-session-sharedkey": "key",
    });
    const raw = call?.request.rawHeaders ?? [];
    const named = raw.filter((_, index) => /session-grpc-method$/i.test(raw[index - 1] ?? ""));
    expect(named).toEqual(methods);
    connection.destroy();
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("gives the connection: what comes, what goes, and an end in each direction", async () => {
    await using engine = await bareClient({
      "POST /session": (call) => {
        const socket = hijacked(call);
        socket.write("from the engine");
        socket.once("data", (chunk) => socket.write(`: ${chunk}`));
        socket.on("end", () => socket.end());
      },
    });
    const connection = await new Session(engine.client).open({ id: "an-id", methods });
    connection.end("to the engine");
    expect(Buffer.concat(await connection.toArray()).toString()).toBe("from the engine: to the engine");
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("ends with the signal of the call", async () => {
    await using engine = await bareClient({ "POST /session": (call) => void held(call) });
    const controller = new AbortController();
    const call = { signal: controller.signal };
    const connection = await new Session(engine.client).open({ id: "an-id", methods }, call);
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(once(connection.resume(), "close")).rejects.toBe(reason);
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("throws what the engine says", async () => {
    await using engine = await bareClient({
      "POST /session": (call) => call.json(500, { message: "session an-id already exists" }),
    });
    const opening = new Session(engine.client).open({ id: "an-id", methods });
    await expect(opening).rejects.toThrow(ServerError);
    await expect(opening).rejects.toThrow("session an-id already exists");
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test("takes no connection that did not become what it must", async () => {
    await using engine = await bareClient({
      "POST /session": (call) => void held(call, 200).write("hello"),
    });
    const failure = await new Session(engine.client).open({ id: "an-id", methods }).catch((error) => error);
    expect(failure).toBeInstanceOf(ProtocolError);
    expect(failure.message).toMatch(/Session .* h2c: the answer was 200 and not 101/);
    await expect.poll(() => engine.daemon.connections).toBe(1);
  });

  test.each([
    ["a method that is none", { id: "a", methods: ["Say\r\nx: y"] }, /The method "Say\\r\\nx: y"/],
    [
      "an id that breaks out of its line",
      { id: "hush\r\nx: y", methods },
      /header x-docker-expose-session-uuid/,
    ],
  ])("rejects %s", async (_, options, message) => {
    await using engine = await bareClient({});
    const failure = await new Session(engine.client).open(options).catch((error) => error);
    expect(failure).toBeInstanceOf(InvalidArgumentError);
    expect(failure.message).toMatch(message);
    expect(inspect(failure)).not.toContain("hush");
    expect(engine.paths()).toEqual([]);
  });

  test("is refused where a fetch carries the requests", async () => {
    await using engine = await bareClient({}, { fetch: globalThis.fetch, apiVersion: "1.51" });
    const opening = new Session(engine.client).open({ id: "an-id", methods });
    await expect(opening).rejects.toThrow(/as sessions do/);
  });
});
