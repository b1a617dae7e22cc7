import { PassThrough, Writable } from "node:stream";
import { expect, test, vi } from "vitest";
import { Connector } from "../../../src/connector/connector.js";
import { serve } from "../../../src/connector/process/serve.js";
import { moment } from "../../client/fake-engine.js";
import { type FakeDaemon, fakeDaemon, type Routes } from "../../helpers/fake-daemon.js";

const version: Routes = {
  "GET /version": (call) => call.json(200, { Version: "28.5.2", ApiVersion: "1.51", MinAPIVersion: "1.24" }),
  "GET /containers/json": (call) => call.json(200, []),
};

/** A server on streams of its own; its answers as they come. */
function started(signal?: AbortSignal) {
  const [input, output, log] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const ended = serve({ input, output, log }, signal);
  let text = "";
  output.on("data", (chunk) => {
    text += chunk;
  });
  const messages = () =>
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return {
    send: (message: unknown) =>
      input.write(`${typeof message === "string" ? message : JSON.stringify(message)}\n`),
    messages,
    /** The answer with an id, when it has come. */
    answer: async (id: string | number | null) => {
      await expect.poll(() => messages().some((message) => message.id === id), { timeout: 5000 }).toBe(true);
      return messages().find((message) => message.id === id);
    },
    log: () => String(log.read() ?? ""),
    end: async () => {
      input.end();
      await ended;
    },
    ended,
  };
}

const execute = (id: number | string, action: string, params: object, config?: object) => ({
  jsonrpc: "2.0",
  id,
  method: "execute",
  params: { action, params, ...(config && { config }) },
});

const configFor = (daemon: FakeDaemon) => ({ socketPath: daemon.socketPath, retryAttempts: 0, rateLimit: 0 });

test("answers many requests at a time, over connections that are kept", async () => {
  await using daemon = await fakeDaemon(version);
  const server = started();
  server.send({ jsonrpc: "2.0", id: "c", method: "configure", params: { config: configFor(daemon) } });
  for (let id = 0; id < 200; id++) server.send(execute(id, "list_containers", { limit: String(id) }));
  await server.end();
  const answers = server.messages();
  expect(answers).toHaveLength(201);
  for (let id = 0; id < 200; id++) {
    expect(answers.find((answer) => answer.id === id).result).toMatchObject({
      status: "success",
      parameters: { limit: id },
    });
  }
  expect(daemon.connectionCount).toBeLessThanOrEqual(11);
  expect(daemon.calls.filter(({ path }) => path === "/version")).toHaveLength(1);
});

test("answers a broken line with an error, and the next one as ever", async () => {
  await using daemon = await fakeDaemon(version);
  const server = started();
  server.send('{"password": "hunter2"');
  server.send("[]");
  server.send({ id: 7, method: "execute" });
  server.send({ jsonrpc: "2.0", id: 8, method: "nope" });
  server.send({ jsonrpc: "2.0", id: 9, method: "execute", params: { config: configFor(daemon) } });
  server.send("x".repeat(17 * 1024 * 1024));
  server.send(execute(10, "list_containers", {}, configFor(daemon)));
  await server.end();
  const codes = server.messages().map(({ id, error }) => [id, error?.code]);
  expect(codes).toEqual(
    expect.arrayContaining([
      [null, -32700],
      [null, -32600],
      [7, -32600],
      [8, -32601],
      [9, -32602],
      [10, undefined],
    ]),
  );
  expect(codes).toHaveLength(7);
  expect(JSON.stringify(server.messages())).not.toContain("hunter2");
});

test("has an engine's failure and wrong settings in the envelope", async () => {
  await using daemon = await fakeDaemon(version);
  const server = started();
  server.send(execute(1, "start_container", { id: "nope" }, configFor(daemon)));
  server.send(execute(2, "ping", {}, { url: "https://a", password: "hunter2", port: "x" }));
  await server.end();
  const byId = (id: number) => server.messages().find((message) => message.id === id).result;
  expect(byId(1)).toMatchObject({ status: "failed", error: { category: "not_found" } });
  expect(byId(2)).toMatchObject({ status: "failed", error: { category: "validation" } });
  expect(JSON.stringify(server.messages()) + server.log()).not.toContain("hunter2");
});

test("cancels the request that is named, and no other", async () => {
  const asked = moment();
  await using daemon = await fakeDaemon({ ...version, "GET /info": () => asked.now() });
  const server = started();
  server.send(execute(1, "get_info", {}, configFor(daemon)));
  await asked.came;
  server.send({ jsonrpc: "2.0", method: "$/cancel", params: { id: 99 } });
  server.send({ jsonrpc: "2.0", method: "$/cancel", params: { id: 1 } });
  server.send(execute(2, "list_containers", {}, configFor(daemon)));
  expect((await server.answer(1)).result).toMatchObject({
    status: "failed",
    error: { category: "cancelled" },
  });
  await server.end();
  expect(
    server
      .messages()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([1, 2]);
});

test("lists the actions with what they take", async () => {
  const server = started();
  server.send({ jsonrpc: "2.0", id: 1, method: "actions" });
  await server.end();
  const [{ result }] = server.messages();
  expect(result).toHaveLength(94);
  expect(result.find(({ name }: { name: string }) => name === "stop_container").input.required).toEqual([
    "id",
  ]);
});

test("answers all that is under way when the input has ended", async () => {
  const [asked, go] = [moment(), moment()];
  await using daemon = await fakeDaemon({
    ...version,
    "GET /info": async (call) => {
      asked.now();
      await go.came;
      call.json(200, { ID: "x" });
    },
  });
  const server = started();
  server.send(execute(1, "get_info", {}, configFor(daemon)));
  await asked.came;
  const ended = server.end();
  go.now();
  await ended;
  expect(server.messages()[0].result.status).toBe("success");
  await expect.poll(() => daemon.connections).toBe(0);
});

test("cancels all that is under way when it is told to end, and answers it", async () => {
  const asked = moment();
  await using daemon = await fakeDaemon({ ...version, "GET /info": () => asked.now() });
  const abort = new AbortController();
  const server = started(abort.signal);
  server.send(execute(1, "get_info", {}, configFor(daemon)));
  await asked.came;
  abort.abort(new Error("told to end"));
  await server.ended;
  expect(server.messages()[0].result.error.category).toBe("cancelled");
  await expect.poll(() => daemon.connections).toBe(0);
});

test("refuses requests past 256 at once, and still cancels", async () => {
  await using daemon = await fakeDaemon({ ...version, "GET /info": () => {} });
  const abort = new AbortController();
  const server = started(abort.signal);
  for (let id = 0; id < 300; id++) server.send(execute(id, "get_info", {}, configFor(daemon)));
  await expect.poll(() => server.messages().length).toBe(44);
  expect(server.messages()[0]).toEqual({
    jsonrpc: "2.0",
    id: 256,
    error: { code: -32000, message: "too many requests are under way" },
  });
  server.send({ jsonrpc: "2.0", method: "$/cancel", params: { id: 255 } });
  expect((await server.answer(255)).result.error.category).toBe("cancelled");
  server.send({ jsonrpc: "2.0", id: "room", method: "actions" });
  expect((await server.answer("room")).result).toHaveLength(94);
  abort.abort(new Error("told to end"));
  await server.ended;
  expect(server.messages()).toHaveLength(44 + 256 + 1);
});

test("refuses an id that is under way, and cancels the first one by it", async () => {
  const asked = moment();
  await using daemon = await fakeDaemon({ ...version, "GET /info": () => asked.now() });
  const server = started();
  server.send(execute(1, "get_info", {}, configFor(daemon)));
  await asked.came;
  server.send(execute(1, "list_containers", {}, configFor(daemon)));
  expect((await server.answer(1)).error.code).toBe(-32600);
  server.send({ jsonrpc: "2.0", method: "$/cancel", params: { id: 1 } });
  await expect.poll(() => server.messages()[1]?.result.error.category).toBe("cancelled");
  server.send(execute(1, "list_containers", {}, configFor(daemon)));
  await server.end();
  expect(server.messages()[2]).toMatchObject({ id: 1, result: { status: "success" } });
});

test("cancels what has no id when it is told to end", async () => {
  const asked = moment();
  await using daemon = await fakeDaemon({ ...version, "GET /info": () => asked.now() });
  const abort = new AbortController();
  const server = started(abort.signal);
  const { id: _, ...notification } = execute(1, "get_info", {}, configFor(daemon));
  server.send(notification);
  await asked.came;
  abort.abort(new Error("told to end"));
  await server.ended;
  expect(server.messages()).toEqual([]);
});

test("writes no progress that nobody reads, and ends all the same when it is told to", async () => {
  const written: string[] = [];
  const output = new Writable({ highWaterMark: 1, write: (chunk) => void written.push(String(chunk)) });
  const done = moment();
  const run = vi.spyOn(Connector.prototype, "execute").mockImplementation(async (_name, _params, options) => {
    for (let n = 0; n < 1000; n++) options?.onProgress?.(`line ${n}`);
    done.now();
    return { action: "ping", data: [] } as never; // no more of it is looked at
  });
  try {
    const [input, log] = [new PassThrough(), new PassThrough()];
    const abort = new AbortController();
    const ended = serve({ input, output, log }, abort.signal);
    input.write(`${JSON.stringify(execute(1, "ping", {}, { socketPath: "/nowhere" }))}\n`);
    await done.came;
    await expect.poll(() => output.writableLength).toBeGreaterThan(String(written[0]).length);
    expect(written).toHaveLength(1);
    // The first line of progress and the answer, and not a thousand lines.
    expect(output.writableLength).toBeLessThan(300);
    abort.abort(new Error("told to end"));
    await ended;
  } finally {
    run.mockRestore();
  }
});
