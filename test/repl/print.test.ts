import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { Interrupts } from "../../src/repl/interrupts.js";
import { createPrint } from "../../src/repl/print.js";
import { showValue } from "../../src/repl/show-value.js";
import { watchStreams } from "../../src/repl/watch-streams.js";
import { fakeEngine } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";

const multiplexed = { "Content-Type": "application/vnd.docker.multiplexed-stream" };
const routes: Parameters<typeof fakeEngine>[0] = {
  "GET /containers/{id}/logs": (call) => call.stream([frame("stdout", "o\x1b[2Jne\ntwo\n")], multiplexed),
  "GET /containers/{id}/export": (call) => call.stream(["tar"], { "Content-Type": "application/x-tar" }),
  "GET /events": async (call) => {
    call.start(200, { "Content-Type": "application/json" });
    await call.write('{"Type":"network","Action":"create"}\n');
  },
  "POST /images/create": (call) => call.stream(['{"status":"Waiting","id":"a"}\n']),
  "GET /images/{id}/json": (call) => call.json(200, { Id: "sha256:1", RepoTags: ["app:1"] }),
};

function printer() {
  const output = new PassThrough();
  const interrupts = new Interrupts();
  const print = createPrint(output, interrupts, (value) => showValue(value));
  return { print, interrupts, printed: () => output.read()?.toString() ?? "" };
}

describe("print", () => {
  test("shows logs without what steers the terminal", async () => {
    await using engine = await fakeEngine(routes);
    const { print, printed } = printer();
    expect(await print(engine.docker.containers.logs("web"))).toBeUndefined();
    expect(printed()).toBe("one\ntwo\n");
  });

  test("shows a job's progress and gives its result", async () => {
    await using engine = await fakeEngine(routes);
    const { print, printed } = printer();
    expect(await print(engine.docker.images.pull("app:1"))).toMatchObject({ id: "sha256:1" });
    expect(printed()).toBe("a: Waiting\n");
  });

  test("shows any value, awaited, and refuses an archive", async () => {
    await using engine = await fakeEngine(routes);
    const { print, printed } = printer();
    await print(Promise.resolve({ password: "geheim" }));
    expect(printed()).toBe("{ password: '***' }\n");
    await expect(print(engine.docker.containers.export("web"))).rejects.toThrow(InvalidArgumentError);
    await expect(print(engine.docker.containers.inspect("none"))).rejects.toThrow("page not found");
  });

  test("ends with an interrupt, and so does its connection", async () => {
    await using engine = await fakeEngine(routes);
    const { print, interrupts, printed } = printer();
    const printing = print(engine.docker.system.events());
    await expect.poll(() => engine.daemon.busy).toBe(1);
    await sleep(50);
    interrupts.fire();
    expect(await printing).toBeUndefined();
    expect(printed()).toContain("network create");
    await expect.poll(() => engine.daemon.busy).toBe(0);
  });
});

describe("watchStreams", () => {
  test("lets an interrupt end a loop over a stream of this line, and leaves those of others", async () => {
    await using engine = await fakeEngine(routes);
    const interrupts = new Interrupts();
    watchStreams(engine.docker, interrupts);
    const older = engine.docker.system.events();
    interrupts.clear();
    const seen: unknown[] = [];
    const loop = (async () => {
      for await (const event of engine.docker.system.events()) seen.push(event);
    })();
    await expect.poll(() => seen.length).toBe(1);
    interrupts.fire();
    await loop;
    for await (const { Action } of older) {
      expect(Action).toBe("create");
      break;
    }
  });

  test("keeps the methods what they are", async () => {
    await using engine = await fakeEngine(routes);
    watchStreams(engine.docker, new Interrupts());
    await expect(engine.docker.containers.inspect("none")).rejects.toThrow("page not found");
    expect(Object.keys(engine.docker.containers)).toEqual([]);
    expect(engine.docker.build).toBeTypeOf("function");
  });
});
