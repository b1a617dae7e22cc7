import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { LoopPool, poolLimits } from "../../../src/actions/loop/index.js";
import { TimeoutError } from "../../../src/errors.js";
import { moment } from "../../client/fake-engine.js";
import { listenersOf } from "../../helpers/exchanges.js";
import type { Handler } from "../../helpers/fake-daemon.js";
import { completed, echo, fakeLoop } from "./fake-loop.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the containers of docker.loop", () => {
  test("are used again after they have answered a ping, and each is made as the API wants it (4.2) (4.3)", async () => {
    await using fake = await fakeLoop(echo);
    expect(await fake.scripts.run({ script: "1" })).toMatchObject({ containerId: "c1", reused: false });
    expect(await fake.scripts.run({ script: "2" })).toMatchObject({ containerId: "c1", reused: true });
    expect(fake.boxes[0]?.lines.map((line) => (line === "ping" ? line : JSON.parse(line).script))).toEqual([
      "1",
      "ping",
      "2",
    ]);
    expect(fake.engine.paths()).toEqual([
      "POST /containers/create",
      "PUT /containers/c1/archive",
      "POST /containers/c1/wait",
      "POST /containers/c1/attach",
      "POST /containers/c1/start",
    ]);
    const [archive, wait, attach] = fake.engine.daemon.calls.slice(2);
    expect(Object.fromEntries(archive?.query ?? [])).toEqual({ path: "/loop" });
    expect(Object.fromEntries(wait?.query ?? [])).toEqual({ condition: "next-exit" });
    expect(Object.fromEntries(attach?.query ?? [])).toEqual({
      stream: "true",
      stdin: "true",
      stdout: "true",
      stderr: "true",
    });
    expect(fake.boxes[0]?.archive.toString("latin1", 0, 100)).toMatch(/^loop\.py\0/);
    await fake.scripts.close();
    expect(fake.left).toEqual([]);
    const removal = fake.engine.daemon.calls.at(-1);
    expect(removal).toMatchObject({ method: "DELETE", path: "/containers/c1" });
    expect(Object.fromEntries(removal?.query ?? [])).toEqual({ force: "true", v: "true" });
  });

  test("outlive the call that they were made by, its signal and its timeout", async () => {
    await using fake = await fakeLoop(echo);
    const abort = new AbortController();
    await fake.scripts.run({ script: "1" }, {}, { signal: abort.signal, timeout: 1000 });
    abort.abort();
    await sleep(1100);
    expect(await fake.scripts.run({ script: "2" })).toMatchObject({ containerId: "c1", reused: true });
  });

  test("are not shared by tenants, nor used where a run wants one of its own (4.2)", async () => {
    await using fake = await fakeLoop(echo, { maxIdle: 9 });
    const run = async (options: object) => (await fake.scripts.run({ script: "x" }, options)).containerId;
    expect(await run({ tenant: "a" })).toBe("c1");
    expect(await run({ tenant: "b" })).toBe("c2");
    expect(await run({})).toBe("c3");
    expect(await run({ tenant: "a" })).toBe("c1");
    expect(await run({ tenant: "b" })).toBe("c2");
    expect(await run({ reuse: false })).toBe("c4");
    expect(await run({ reuse: false })).toBe("c5");
    expect(fake.left).toEqual(["c1", "c2", "c3"]);
  });

  test.each([
    ["does not answer its ping", () => undefined],
    ["answers it with something else", (_: string, box: { say(text: string): void }) => box.say("hm")],
    ["ends at it", (_: string, box: { exit(code: number): void }) => box.exit(1)],
  ])("are left for a new one when one %s (4.2)", async (_, ping) => {
    await using fake = await fakeLoop(echo, { pingTimeout: 50 }, { ping });
    await fake.scripts.run({ script: "1" });
    expect(await fake.scripts.run({ script: "2" })).toMatchObject({ containerId: "c2", reused: false });
    expect(fake.left).toEqual(["c2"]);
  });

  test("are removed when they end or speak while nobody asks (4.2)", async () => {
    await using fake = await fakeLoop(echo, { maxIdle: 9 });
    await Promise.all([fake.scripts.run({ script: "1" }), fake.scripts.run({ script: "2" })]);
    fake.boxes[0]?.exit(1);
    fake.boxes[1]?.say({ type: "entryLog", args: { message: "still here" } });
    await expect.poll(() => fake.left).toEqual([]);
  });

  test("are not used again when something came behind the end of a script (4.2)", async () => {
    await using fake = await fakeLoop((_, box) => {
      box.say(completed, { type: "executeCommand", command: "x", args: {} });
    });
    await fake.scripts.run({ script: "1" });
    await expect.poll(() => fake.left).toEqual([]);
  });

  test("are not used again when a script ended while it waited for an answer (4.2)", async () => {
    await using fake = await fakeLoop((line, box) => {
      if (line.includes('"script"')) box.say({ type: "demistoUrls" }, completed);
    });
    await fake.scripts.run({ script: "1" }, { onCall: () => sleep(20) });
    expect(fake.left).toEqual([]);
  });

  test("keep what one script wrote to stderr from the next one", async () => {
    await using fake = await fakeLoop((line, box) => {
      box.stderr(line.includes("first") ? "first\n" : "second\n");
      box.say(completed);
    });
    expect(await fake.scripts.run({ script: "first" })).toMatchObject({ stderr: "first" });
    expect(await fake.scripts.run({ script: "second" })).toMatchObject({ stderr: "second", reused: true });
  });

  test("are not used again after a native script (4.2)", async () => {
    await using fake = await fakeLoop(echo);
    await fake.scripts.run({ script: "1", native: true });
    expect(fake.left).toEqual([]);
  });

  test("are removed after so many runs, and after so much time without one", async () => {
    await using fake = await fakeLoop(echo, { maxRuns: 2, idleTimeout: 60 });
    await fake.scripts.run({ script: "1" });
    await fake.scripts.run({ script: "2" });
    expect(fake.left).toEqual([]);
    await fake.scripts.run({ script: "3" });
    expect(fake.left).toEqual(["c2"]);
    await expect.poll(() => fake.left).toEqual([]);
  });

  test("wait in no greater number than said", async () => {
    await using fake = await fakeLoop(echo, { maxIdle: 1 });
    await Promise.all(["a", "b", "c"].map((script) => fake.scripts.run({ script })));
    await expect.poll(() => fake.left).toHaveLength(1);
  });

  test("make way for another tenant where there is no room (4.2)", async () => {
    await using fake = await fakeLoop(echo, { maxContainers: 1 });
    for (const tenant of ["a", "b", "a"]) await fake.scripts.run({ script: "x" }, { tenant });
    expect(fake.most).toBe(1);
    expect(fake.boxes).toHaveLength(3);
  });

  test("are no more than allowed while fifty scripts run, each with its own answer (4.2)", async () => {
    await using fake = await fakeLoop(
      async (line, box) => {
        await sleep(Math.random() * 5);
        await echo(line, box);
      },
      { maxContainers: 4, maxIdle: 4 },
    );
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) => fake.scripts.run({ script: `script ${n}` })),
    );
    expect(outcomes.map(({ results }) => (results[0] as { Contents: string }).Contents)).toEqual(
      Array.from({ length: 50 }, (_, n) => `script ${n}`),
    );
    expect(fake.most).toBe(4);
    expect(fake.boxes).toHaveLength(4);
  });

  test("are made for those who wait when a run has failed", async () => {
    await using fake = await fakeLoop((line, box) => (line.includes("bad") ? box.exit(1) : echo(line, box)), {
      maxContainers: 1,
    });
    const outcomes = await Promise.allSettled(
      ["bad", "good", "bad", "good"].map((script) => fake.scripts.run({ script })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  });

  test("are killed when a script's time is over, which counts from the request (4.2)", async () => {
    const answers: unknown[] = [];
    await using fake = await fakeLoop((_, box) => box.say({ type: "demistoUrls" }));
    const onCall = async (_: unknown, { signal }: { signal: AbortSignal }) => {
      await sleep(5_000, undefined, { signal }).catch((error: unknown) => answers.push(error));
      return {};
    };
    const failure = await fake.scripts.run({ script: "x" }, { timeout: 60, onCall }).catch((error) => error);
    expect(failure).toBeInstanceOf(TimeoutError);
    expect(failure).toMatchObject({ code: "TIMEOUT_TOTAL", milliseconds: 60, unsent: false });
    expect(fake.left).toEqual([]);
    expect(answers).toHaveLength(1);
    expect(fake.boxes[0]?.lines).toHaveLength(1);
  });

  describe.each<[string, string | undefined]>([
    ["the create", "POST /containers/create"],
    ["the copy of the program", "PUT /containers/{id}/archive"],
    ["the wait", "POST /containers/{id}/wait"],
    ["the attach", "POST /containers/{id}/attach"],
    ["the start", "POST /containers/{id}/start"],
    ["the script", undefined],
    ["the ping", "ping"],
  ])("while %s is under way", (_, route) => {
    const reason = new Error("enough");

    test.each(["an abort", "a close"])("%s removes them (4.2)", async (how) => {
      const reached = moment();
      const created: Handler = async (call) => {
        reached.now();
        await sleep(30);
        call.json(201, { Id: "c0", Warnings: [] });
      };
      const held: Handler = () => reached.now();
      const isCreate = route === "POST /containers/create";
      const routes = route?.includes("/") ? { [route]: isCreate ? created : held } : {};
      await using fake = await fakeLoop(
        (line, box) => {
          if (route === undefined) reached.now();
          else echo(line, box);
        },
        {},
        { routes, ping: () => reached.now() },
      );
      const abort = new AbortController();
      if (route === "ping") await fake.scripts.run({ script: "first" });
      const running = fake.scripts.run({ script: "x" }, {}, { signal: abort.signal });
      const outcome = running.catch((error: unknown) => error);
      await reached.came;
      if (how === "an abort") abort.abort(reason);
      else await fake.scripts.close();
      expect(await outcome).toEqual(
        how === "an abort" ? reason : expect.objectContaining({ code: "LOOP_CLOSED" }),
      );
      expect(listenersOf(abort.signal)).toBe(0);
      if (isCreate) expect(fake.engine.paths().at(-1)).toBe("DELETE /containers/c0");
      expect(fake.left).toEqual([]);
    });
  });

  test("are not asked for by who has given up waiting, and those behind go on (4.2)", async () => {
    const go = moment();
    await using fake = await fakeLoop(
      async (line, box) => {
        await go.came;
        await echo(line, box);
      },
      { maxContainers: 1 },
    );
    const abort = new AbortController();
    const first = fake.scripts.run({ script: "1" });
    const second = fake.scripts.run({ script: "2" }, {}, { signal: abort.signal });
    const third = fake.scripts.run({ script: "3" });
    abort.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    go.now();
    expect((await first).reused).toBe(false);
    expect((await third).reused).toBe(true);
  });

  test("come to those behind when one who had waited gives up in the middle of it (4.2)", async () => {
    const go = moment();
    const held = moment();
    await using fake = await fakeLoop(
      async (line, box) => {
        if (line.includes("held")) return held.now();
        await go.came;
        await echo(line, box);
      },
      { maxContainers: 1 },
    );
    const abort = new AbortController();
    const first = fake.scripts.run({ script: "1" });
    const second = fake.scripts.run({ script: "held" }, {}, { signal: abort.signal });
    const third = fake.scripts.run({ script: "3" });
    go.now();
    await first;
    await held.came;
    abort.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    expect(await third).toMatchObject({ reused: false });
  });

  test("are removed when a use of them ends well while the pool is closed", async () => {
    const pool = new LoopPool(poolLimits());
    let discarded = 0;
    const container = {
      runs: 1,
      onLost: undefined,
      ping: async () => true,
      discard: async () => void discarded++,
    };
    let closing: Promise<void> | undefined;
    const value = await pool.use("key", {
      make: async () => container,
      async work() {
        closing = pool.close();
        return { value: 5, keep: true };
      },
    });
    await closing;
    expect([value, discarded]).toEqual([5, 1]);
  });

  test("are gone after a close, which ends those who wait, and nothing runs after it", async () => {
    await using fake = await fakeLoop(() => undefined, { maxContainers: 1 });
    const runs = ["1", "2"].map((script) => fake.scripts.run({ script }));
    const outcomes = Promise.allSettled(runs);
    await expect.poll(() => fake.boxes[0]?.lines.length).toBe(1);
    await fake.scripts.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "LOOP_CLOSED" } });
    }
    expect(fake.left).toEqual([]);
    await expect(fake.scripts.run({ script: "3" })).rejects.toMatchObject({ code: "LOOP_CLOSED" });
  });

  test("are not left behind in silence: a removal that fails is told by the close", async () => {
    await using fake = await fakeLoop(
      echo,
      {},
      { routes: { "DELETE /containers/{id}": (call) => call.json(500, { message: "busy" }) } },
    );
    await fake.scripts.run({ script: "1" });
    await expect(fake.scripts.close()).rejects.toThrow("busy");
  });

  test("are pulled for where the image is missing", async () => {
    let pulled = false;
    await using fake = await fakeLoop(
      echo,
      { pull: "missing" },
      {
        routes: {
          "POST /images/create": async (call) => {
            pulled = true;
            await call.stream([`{"status":"done"}\n`]);
          },
          "GET /images/{name}/json": (call) =>
            pulled
              ? call.json(200, { Id: "sha256:a", RepoDigests: [], Os: "linux", Architecture: "amd64" })
              : call.json(404, { message: "no such image" }),
        },
        imageMissing: () => !pulled,
      },
    );
    expect(await fake.scripts.run({ script: "1" })).toMatchObject({ containerId: "c1" });
    expect(pulled).toBe(true);
  });
});
