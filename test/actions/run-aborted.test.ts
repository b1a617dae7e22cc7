import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { RunOptions } from "../../src/actions/run.js";
import { moment } from "../client/fake-engine.js";
import { listenersOf } from "../helpers/exchanges.js";
import type { Handler, Routes } from "../helpers/fake-daemon.js";
import { frame } from "../helpers/frames.js";
import { failureOf, removal, runner, said, type } from "./run-engine.js";

const reason = new Error("enough");

afterEach(() => {
  vi.restoreAllMocks();
});

/** A phase of a run: how the engine behaves, given what says that the phase has been reached. */
type Phase = [name: string, routes: (arrived: () => void) => Routes, options?: RunOptions];

const created: Handler = (call) => call.json(201, { Id: "abc", Warnings: [] });

/** Answers a moment after the phase was reached. */
const answersLater = (arrived: () => void, answer: Handler): Handler => {
  return async (call) => {
    arrived();
    await sleep(40);
    await answer(call);
  };
};

/** A connection that has left HTTP can be closed in one direction alone: the end of the input is not that of the output. */
function closesWithItsPeer(socket: Duplex): void {
  socket.on("end", () => socket.end());
  // Input that is not read holds the writer back for as long as a phase lasts.
  setTimeout(() => socket.resume(), 100);
}

const phases: Phase[] = [
  [
    "before the create is answered",
    (arrived) => ({ "POST /containers/create": answersLater(arrived, created) }),
  ],
  [
    "when the create has just been answered",
    (arrived) => ({
      "POST /containers/create": (call) => {
        call.json(201, { Id: "abc", Warnings: [] });
        arrived();
      },
    }),
  ],
  ["while the wait is armed", (arrived) => ({ "POST /containers/{id}/wait": arrived })],
  ["while it attaches", (arrived) => ({ "POST /containers/{id}/attach": arrived })],
  [
    "while it attaches with input",
    (arrived) => ({
      "POST /containers/{id}/attach": (call) => {
        closesWithItsPeer(call.request.socket);
        arrived();
      },
    }),
    { stdin: "a" },
  ],
  ["while it starts", (arrived) => ({ "POST /containers/{id}/start": arrived })],
  [
    "when the start has just been answered",
    (arrived) => ({
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        arrived();
      },
    }),
  ],
  [
    "while it sets the size of the terminal",
    (arrived) => ({ "POST /containers/{id}/resize": arrived }),
    { tty: true, consoleSize: { height: 1, width: 2 } },
  ],
  [
    "while it reads the output",
    (arrived) => ({
      "POST /containers/{id}/attach": (call) => void call.hijack(type).write(frame("stdout", "some")),
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        setTimeout(arrived, 30);
      },
    }),
  ],
  [
    "while it writes the input",
    (arrived) => ({
      "POST /containers/{id}/attach": (call) => {
        closesWithItsPeer(call.hijack(type));
      },
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        setTimeout(arrived, 30);
      },
    }),
    { stdin: Array(100).fill(Buffer.alloc(100_000)) },
  ],
  [
    "while it waits for the exit code",
    (arrived) => ({
      "POST /containers/{id}/wait": (call) => call.start(),
      "POST /containers/{id}/attach": (call) => {
        call.hijack(type).end();
        setTimeout(arrived, 30);
      },
    }),
  ],
  [
    "while it asks whether memory was short",
    (arrived) => ({
      "POST /containers/{id}/wait": (call) => call.stream(['{"StatusCode":137}']),
      "GET /containers/{id}/json": arrived,
    }),
  ],
];

describe("docker.run aborted", () => {
  test.each(phases)("%s leaves nothing and rejects with the reason", async (_, routes, options = {}) => {
    const arrived = moment();
    // 1.41 has a phase that later versions have not.
    await using engine = await runner(routes(arrived.now), { api: "1.41" });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], options, { signal: controller.signal });
    await arrived.came;
    controller.abort(reason);
    expect(await failureOf(engine, running)).toBe(reason);
    expect(said(engine).at(-1)).toBe(removal);
    await engine.daemon.settled();
    expect(listenersOf(controller.signal)).toBe(0);
  });

  test.each<Phase>([
    ["the image that is missing", (arrived) => ({ "GET /images/{name}/json": arrived })],
    [
      "the pull",
      (arrived) => ({
        "GET /images/{name}/json": (call) => call.json(404, { message: "No such image: a:latest" }),
        "POST /images/create": (call) => {
          call.start();
          call.writeNow('{"status":"Pulling"}\n');
          setTimeout(arrived, 30);
        },
      }),
    ],
    [
      "a create that fails",
      (arrived) => ({
        "POST /containers/create": answersLater(arrived, (call) => call.json(409, { message: "taken" })),
      }),
    ],
  ])("while it waits for %s creates nothing and rejects with the reason", async (_, routes) => {
    const arrived = moment();
    await using engine = await runner({
      "POST /containers/create": (call) => call.json(404, { message: "No such image: a:latest" }),
      ...routes(arrived.now),
    });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await engine.daemon.settled();
    expect(said(engine).filter((line) => /create$|DELETE/.test(line))[0]).toBe("POST /containers/create");
    expect(said(engine)).not.toContain(removal);
    expect(listenersOf(controller.signal)).toBe(0);
  });

  test("before it began sends nothing", async () => {
    await using engine = await runner();
    await expect(engine.docker.run("a", [], {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(engine.daemon.calls).toHaveLength(0);
  });

  test("while it asks for the version creates nothing", async () => {
    const arrived = moment();
    await using engine = await runner({ "GET /version": () => arrived.now() });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(engine.calls).toHaveLength(0);
  });

  test("while it creates waits for the container's id, and does no more than remove it", async () => {
    const [arrived, go] = [moment(), moment()];
    await using engine = await runner({
      "POST /containers/create": async (call) => {
        arrived.now();
        await go.came;
        call.json(201, { Id: "abc", Warnings: [] });
      },
    });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    controller.abort(reason);
    await sleep(30);
    expect(said(engine)).toEqual(["POST /containers/create"]);
    go.now();
    expect(await failureOf(engine, running)).toBe(reason);
    expect(said(engine)).toEqual(["POST /containers/create", removal]);
  });

  test.each([null, 0, "", { code: 1 }])("rejects with a reason such as %j as it is", async (odd) => {
    const arrived = moment();
    await using engine = await runner({ "POST /containers/{id}/start": arrived.now });
    const controller = new AbortController();
    const running = engine.docker.run("a", [], {}, { signal: controller.signal });
    await arrived.came;
    controller.abort(odd);
    expect(await failureOf(engine, running)).toBe(odd);
  });

  test("while it removes gives the result all the same", async () => {
    const controller = new AbortController();
    await using engine = await runner({
      "DELETE /containers/{id}": (call) => {
        controller.abort(reason);
        setTimeout(() => call.send(204), 20);
      },
    });
    expect(await engine.docker.run("a", [], {}, { signal: controller.signal })).toMatchObject({
      exitCode: 0,
    });
  });

  test("by a signal that many runs share ends them all, without a warning of a leak", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    await using engine = await runner({ "POST /containers/{id}/start": () => {} });
    const controller = new AbortController();
    const { signal } = controller;
    const runs = Array.from({ length: 20 }, () => engine.docker.run("a", [], {}, { signal }).catch((e) => e));
    await expect.poll(() => said(engine).filter((line) => line.endsWith("/start")).length).toBe(20);
    controller.abort(reason);
    expect(await Promise.all(runs)).toEqual(Array(20).fill(reason));
    expect(said(engine).filter((line) => line === removal)).toHaveLength(20);
    expect(listenersOf(signal)).toBe(0);
    expect(warn).not.toHaveBeenCalled();
  });
});
