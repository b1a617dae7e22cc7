import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { DockerOptions } from "../../src/client/options.js";
import { Docker } from "../../src/docker.js";
import { ConnectionError, ServerError } from "../../src/errors.js";
import { frame } from "../helpers/frames.js";

const type = "Content-Type: application/vnd.docker.multiplexed-stream\r\n";
const heads = {
  101: `HTTP/1.1 101 UPGRADED\r\n${type}Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n`,
  200: `HTTP/1.1 200 OK\r\n${type}\r\n`,
} as const;
const hello = frame("stdout", "hello");

describe.each([101, 200] as const)("a connection that was handed over with %i", (status) => {
  test("and is reset says so, behind what had come", async () => {
    await using engine = await tcpEngine(async (socket) => {
      socket.write(Buffer.concat([Buffer.from(heads[status]), hello]));
      await sleep(50);
      socket.resetAndDestroy();
    });
    const { output, stdin } = await engine.docker.containers.attach("web", { stdin: true });
    const seen: string[] = [];
    const loop = (async () => {
      for await (const { data } of output) seen.push(data.toString());
    })();
    await expect(loop).rejects.toThrow(ConnectionError);
    await expect(loop).rejects.toMatchObject({ code: "CONNECTION_RESET", unsent: false });
    expect(seen).toEqual(["hello"]);
    expect(stdin.destroyed).toBe(true);
    await engine.empty();
  });

  test("and is ended by the engine ends, whatever it resets behind that", async () => {
    await using engine = await tcpEngine(async (socket) => {
      socket.write(Buffer.concat([Buffer.from(heads[status]), hello]));
      socket.end();
      await sleep(50);
      socket.resetAndDestroy();
    });
    const { output, stdin } = await engine.docker.containers.attach("web", { stdin: true });
    stdin.write("nobody reads this");
    expect(await output.text()).toBe("hello");
    await engine.empty();
  });

  test("and ends inside a frame was cut, and nobody takes it for whole", async () => {
    await using engine = await tcpEngine((socket) => {
      socket.end(Buffer.concat([Buffer.from(heads[status]), hello, hello.subarray(0, 10)]));
    });
    const { output } = await engine.docker.containers.attach("web");
    await expect(output.text()).rejects.toMatchObject({ code: "PROTOCOL" });
    await engine.empty();
  });
});

describe("an answer that ends with its connection", () => {
  test("is whole at the connection's end, and broken by its reset", async () => {
    const answer = (end: (socket: Socket) => void) => async (socket: Socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n[]");
      await sleep(50);
      end(socket);
    };
    await using ending = await tcpEngine(answer((socket) => socket.end()));
    expect(await ending.docker.containers.list()).toEqual([]);
    await using breaking = await tcpEngine(answer((socket) => socket.resetAndDestroy()));
    await expect(breaking.docker.containers.list()).rejects.toMatchObject({ code: "CONNECTION_RESET" });
    const pieces = breaking.docker.containers.export("web");
    const reading = (async () => {
      for await (const piece of pieces) expect(String(piece)).toBe("[]");
    })();
    await expect(reading).rejects.toMatchObject({ code: "CONNECTION_RESET" });
  });

  test("keeps an engine's refusal of an upload, though the rest of it is answered by a reset", async () => {
    await using engine = await tcpEngine(async (socket) => {
      socket.pause().write("HTTP/1.1 500 No\r\n\r\nno space left on device");
      await sleep(50);
      socket.resetAndDestroy();
    });
    async function* endless() {
      while (true) yield Buffer.alloc(65_536);
    }
    const putting = engine.docker.containers.putArchive("web", endless(), { path: "/" });
    await expect(putting).rejects.toThrow(ServerError);
    await expect(putting).rejects.toThrow("no space left on device");
  });
});

test.each(["Connection: close\r\n", ""])(
  "an answer in chunks that ends before the last one was cut, and is asked for again (%j)",
  async (header) => {
    const head = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n${header}\r\n`;
    let asked = 0;
    await using engine = await tcpEngine(
      (socket) => void socket.end(asked++ < 2 ? `${head}2\r\n[]\r\n` : `${head}2\r\n[]\r\n0\r\n\r\n`),
      { retry: { attempts: 3, minDelay: 1 } },
    );
    expect(await engine.docker.containers.list()).toEqual([]);
    expect(asked).toBe(3);
    asked = 0;
    const once = engine.docker.containers.list({}, { retry: false });
    await expect(once).rejects.toMatchObject({ code: "CONNECTION_RESET" });
    await expect(once).rejects.toThrow(/broke: the other side closed it/);
  },
);

/** An engine on a TCP port, where a reset is one: `answer` speaks with each connection that says something. */
async function tcpEngine(answer: (socket: Socket) => unknown, options: DockerOptions = {}) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    socket.once("data", () => answer(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number }; // of a TCP server
  const docker = new Docker({
    host: `tcp://127.0.0.1:${port}`,
    apiVersion: "1.51",
    retry: false,
    ...options,
  });
  return {
    docker,
    empty: () => expect.poll(() => sockets.size, { timeout: 3_000 }).toBe(0),
    async [Symbol.asyncDispose]() {
      await docker.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
