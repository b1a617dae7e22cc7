import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import type { Handler } from "../../helpers/fake-daemon.js";
import { fakeConnector } from "../fake-connector.js";
import { expectFailure } from "./expect-failure.js";
import { tcpEngine, tcpServer } from "./tcp-engine.js";

const patience = { retryAttempts: "0", rateLimit: "0", timeout: "5" };

/** Where an answer's connection can be cut. */
const cuts: readonly (readonly [string, Handler])[] = [
  ["before the answer", (call) => call.cut()],
  [
    "in the head of the answer",
    (call) => {
      call.raw("HTTP/1.1 200 OK\r\nContent-Ty");
      setTimeout(() => call.cut(), 10);
    },
  ],
  [
    "behind the head",
    (call) => {
      call.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n");
      setTimeout(() => call.cut(), 10);
    },
  ],
  [
    "within a body of known length",
    (call) => {
      call.raw('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ID":');
      setTimeout(() => call.cut(), 10);
    },
  ],
  [
    "within a body of chunks",
    async (call) => {
      call.start(200, { "Content-Type": "application/json" });
      await call.write('{"ID":');
      call.cut();
    },
  ],
];

describe("a connection that is cut", () => {
  test.each(cuts)("%s fails what reads, which may be asked again (S8)", async (_where, cut) => {
    await using fake = await fakeConnector({ "GET /info": cut });
    expectFailure(await fake.connector.execute("get_info"), {
      category: "connection",
      retryable: true,
      message: /^The connection to the Docker engine at unix:.* broke: the other side closed it/,
    });
  });

  test.each(cuts)("%s leaves open whether something was changed (F-2.3-13)", async (_where, cut) => {
    let times = 0;
    await using fake = await fakeConnector(
      {
        "POST /volumes/create": (call) => {
          times++;
          return cut(call);
        },
      },
      { config: { retryAttempts: "3", retryDelay: "0" } },
    );
    const envelope = await fake.connector.execute("create_volume", {
      name: "v",
      labels: { password: "hunter2" },
    });
    expectFailure(envelope, { category: "connection" });
    expect(times).toBe(1);
    expect(JSON.stringify(envelope)).not.toContain("hunter2");
  });

  test("is made again where that is safe, and the action succeeds (F10)", async () => {
    let times = 0;
    await using fake = await fakeConnector(
      { "GET /info": (call) => (++times < 3 ? call.cut() : call.json(200, { ID: "x" })) },
      { config: { retryAttempts: "3", retryDelay: "0" } },
    );
    expect(await fake.connector.execute("get_info")).toMatchObject({
      status: "success",
      meta: { attempts: 4 },
    });
  });

  test("is not made again where no repetition was asked for, and yet asked once (F-2.3-13)", async () => {
    let times = 0;
    await using fake = await fakeConnector(
      {
        "GET /info": (call) => {
          times++;
          call.cut();
        },
      },
      { config: { retry_attempts: "0", retryAttempts: undefined } },
    );
    expectFailure(await fake.connector.execute("get_info"), { category: "connection" });
    expect(times).toBe(1);
  });
});

describe("no connection at all", () => {
  test("for nothing listens on the port, is told and may pass, also for what changes something (S8)", async () => {
    const { port } = await tcpServer(() => {}).then(async (gone) => {
      await gone[Symbol.asyncDispose]();
      return gone;
    });
    await using connector = createConnector({
      host: "127.0.0.1",
      port: String(port),
      protocol: "http",
      ...patience,
    });
    for (const [name, parameters] of [
      ["ping", {}],
      ["kill_container", { id: "web" }],
    ] as const) {
      expectFailure(await connector.execute(name, parameters), {
        category: "connection",
        retryable: true,
        message: /nothing listens on that port/,
      });
    }
  });

  test("for the name is unknown, says which name (S8)", async () => {
    await using connector = createConnector({ url: "https://engine.invalid:2376", ...patience });
    expectFailure(await connector.execute("ping"), {
      category: "connection",
      retryable: true,
      message: /the name engine\.invalid was not found/,
    });
  });

  test("for there is no such socket, or nobody listens on it, is told apart (S8)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "connections-"));
    try {
      await using missing = createConnector({ socketPath: join(folder, "docker.sock"), ...patience });
      expectFailure(await missing.execute("ping"), {
        category: "connection",
        retryable: false,
        message: /no such socket/,
      });
      writeFileSync(join(folder, "file.sock"), "");
      await using dead = createConnector({ socketPath: join(folder, "file.sock"), ...patience });
      expectFailure(await dead.execute("ping"), { category: "connection", message: /file\.sock/ });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("with what does not speak HTTP is told as such (S8)", async () => {
    await using smtp = await tcpServer((socket) => socket.end("220 mail.example ESMTP\r\n"));
    await using connector = createConnector({ url: `http://${smtp.authority}`, ...patience });
    expectFailure(await connector.execute("ping"), {
      category: "connection",
      message: /does not speak HTTP/,
    });
  });

  test.each(["https://", "ftp://engine", "https://a b", "https://engine:99999", "http://[::1"])(
    "by the wrong address %j is a fault of the settings (S8)",
    async (url) => {
      const made = () => createConnector({ url, ...patience });
      let connector: ReturnType<typeof made> | undefined;
      try {
        connector = made();
      } catch (error) {
        expect(error).toMatchObject({ code: "INVALID_ARGUMENT" });
        return;
      }
      const envelope = await connector.execute("ping");
      await connector.close();
      expectFailure(envelope, { retryable: false });
      expect(envelope.error?.category).toBe("validation");
    },
  );

  test("for the connector was closed, is told (F12)", async () => {
    await using fake = await fakeConnector();
    await fake.connector.execute("ping");
    await fake.connector.close();
    expectFailure(await fake.connector.execute("ping"), { category: "connection", retryable: false });
  });
});

describe("connections", () => {
  test("are used again by actions one after the other (F12)", async () => {
    await using fake = await fakeConnector({ "GET /info": (call) => call.json(200, { ID: "x" }) });
    for (let turn = 0; turn < 20; turn++) await fake.connector.execute("get_info");
    // One more where the next request comes before the last answer is put away.
    expect(fake.daemon.connectionCount).toBeLessThanOrEqual(2);
  });

  test("go through a proxy, whose refusal is told (X4, X-2.1-11)", async () => {
    const seen: string[] = [];
    await using proxy = await tcpServer((socket) => {
      socket.once("data", (data) => {
        seen.push(String(data).split("\r\n")[0] ?? "");
        socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
      });
    });
    await using engine = await tcpEngine();
    await using connector = createConnector({
      url: `https://${engine.authority}`,
      proxy: `http://${proxy.authority}`,
      ...patience,
    });
    const envelope = await connector.execute("ping");
    expectFailure(envelope, { category: "connection", retryable: false, message: /407/ });
    expect(seen).toEqual([`CONNECT ${engine.authority} HTTP/1.1`]);
  });
});
