import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { NotFoundError, ServerError } from "../../src/errors.js";
import type { StreamGap } from "../../src/streams/resume-options.js";
import { closed, type FakeEngine, fakeEngine } from "../client/fake-engine.js";
import type { Call, Handler } from "../helpers/fake-daemon.js";
import { frame, pieces } from "../helpers/frames.js";

const type = { "Content-Type": "application/vnd.docker.multiplexed-stream" };
const stamp = (n: number) => `2026-11-21T10:54:08.${`${n}`.padStart(9, "0")}Z`;
const seconds = (n: number) => `1795258448.${`${n}`.padStart(9, "0")}`;
const entry = (n: number, text: string) => frame("stdout", `${stamp(n)} ${text}`);

class FakeContainer {
  id = "4f66";
  tty = false;
  running = true;
  restarting = false;
  policy = "no";
  readonly log: [number, string][] = [];
  streams = 0;
  #after: (call: Call, count: number) => void | Promise<void>;

  /** `after` says what happens to an answer that has given what there is. */
  constructor(after: (call: Call, count: number) => void | Promise<void>) {
    this.#after = after;
  }

  get routes(): Record<string, Handler> {
    return {
      "GET /containers/{id}/json": (call) =>
        call.json(200, {
          Id: this.id,
          Config: { Tty: this.tty },
          State: { Running: this.running, Restarting: this.restarting },
          HostConfig: { RestartPolicy: { Name: this.policy } },
        }),
      "GET /containers/{id}/logs": async (call) => {
        const since = call.query.get("since") ?? "0";
        call.start(200, type);
        for (const [n, text] of this.log) if (seconds(n) >= since) await call.write(...this.#bytes(n, text));
        await this.#after(call, ++this.streams);
      },
    };
  }

  /** One byte in a chunk, but for what is long. */
  #bytes(n: number, text: string): Buffer[] {
    const bytes = this.tty ? Buffer.from(`${stamp(n)} ${text}`) : entry(n, text);
    return pieces(bytes, text.length > 1000 ? 5000 : 1);
  }
}

const logCalls = ({ calls }: FakeEngine) => calls.filter(({ path }) => path.endsWith("/logs"));

/** Cuts the connection when what was written has been read. */
async function cut(call: Call): Promise<void> {
  await sleep(20);
  call.cut();
}

describe("a log that resumes", () => {
  test("gives each line once over cuts in the middle of a frame, also where several share a nanosecond", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count === 1) {
        await call.write(entry(5, "five\n").subarray(0, 30));
        container.log.push([5, "five\n"], [5, "and five\n"]);
        return cut(call);
      }
      if (count === 2) {
        container.log.push([5, "and again\n"], [6, "six\n"]);
        return cut(call);
      }
      container.running = false;
      call.end();
    });
    container.log.push([1, "one\n"], [2, "two\n"], [2, "and two\n"], [4, "four\n"]);
    await using engine = await fakeEngine(container.routes);
    const [onGap, onReconnect] = [vi.fn(), vi.fn()];
    const stream = engine.docker.containers.logs("web", { follow: true, resume: { onGap, onReconnect } });
    expect(await stream.text()).toBe("one\ntwo\nand two\nfour\nfive\nand five\nand again\nsix\n");
    expect(onGap).not.toHaveBeenCalled();
    expect(onReconnect).toHaveBeenCalledTimes(2);
  });

  test("asks for times whether or not they are wanted, for the past once, and never for `resume`", async () => {
    for (const timestamps of [false, true]) {
      const container = new FakeContainer(async (call, count) => {
        if (count === 1) return cut(call);
        container.running = false;
        call.end();
      });
      container.log.push([1, "one\n"]);
      await using engine = await fakeEngine(container.routes);
      const options = { follow: true, tail: "5", timestamps, stderr: false, resume: true };
      const text = await engine.docker.containers.logs("web", options).text();
      expect(text).toBe(timestamps ? `${stamp(1)} one\n` : "one\n");
      const common = { timestamps: "true", stdout: "true", stderr: "false" };
      expect(logCalls(engine).map(({ query }) => Object.fromEntries(query))).toEqual([
        { ...common, follow: "true", tail: "5" },
        { ...common, follow: "true", since: seconds(1) },
        // The rest of a container that has ended.
        { ...common, follow: "false", since: seconds(1) },
      ]);
    }
  });

  test("of a TTY is given line by line, and a last one without an end", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count === 1) {
        await call.write(`${stamp(3)} thr`);
        container.log.push([3, "three\r\n"], [4, "prompt> "]);
        return cut(call);
      }
      container.running = false;
      call.end();
    });
    container.tty = true;
    container.log.push([1, "one\r\n"], [2, "x".repeat(16384)], [2, "x".repeat(16384)], [2, "two\r\n"]);
    await using engine = await fakeEngine(container.routes);
    const lines: unknown[] = [];
    for await (const line of engine.docker.containers.logs("web", { follow: true, resume: true }).lines())
      lines.push(line);
    expect(lines).toEqual(
      ["one", `${"x".repeat(32768)}two`, "three", "prompt> "].map((text) => ({ stream: "console", text })),
    );
  });

  test("gives what the log of an ended container still holds, and ends", async () => {
    const container = new FakeContainer(async (call, count) => {
      // As engine 20.10 does: the container ends, and so does the answer, in the middle of the log.
      if (count === 1) container.log.push([2, "two\n"], [3, "end"]);
      container.running = false;
      call.end();
    });
    container.log.push([1, "one\n"]);
    await using engine = await fakeEngine(container.routes);
    const onReconnect = vi.fn();
    const stream = engine.docker.containers.logs("web", { follow: true, resume: { onReconnect } });
    expect(await stream.text()).toBe("one\ntwo\nend");
    expect(onReconnect).not.toHaveBeenCalled();
  });

  test("goes on while the container runs again", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count === 1) container.restarting = true;
      container.running = count === 1;
      if (count === 2) {
        container.restarting = false;
        container.log.push([3, "again\n"]);
      }
      call.end();
    });
    container.log.push([1, "one\n"], [2, "unfinished "]);
    await using engine = await fakeEngine(container.routes);
    const stream = engine.docker.containers.logs("web", { follow: true, resume: true });
    expect(await stream.text()).toBe("one\nunfinished again\n");
  });

  test("waits for a container with a restart policy, which an engine that goes down stops first", async () => {
    const container = new FakeContainer(async (call, count) => {
      container.running = false;
      if (count === 2) {
        setTimeout(() => {
          container.running = true;
          container.log.push([2, "again\n"]);
        }, 600);
      }
      if (count === 3) container.policy = "no";
      call.end();
    });
    container.policy = "always";
    container.log.push([1, "one\n"]);
    await using engine = await fakeEngine(container.routes);
    const stream = engine.docker.containers.logs("web", { follow: true, resume: true });
    expect(await stream.text()).toBe("one\nagain\n");
  });

  test("of a container that removes itself ends in order", async () => {
    const container = new FakeContainer((call) => call.end());
    container.log.push([1, "one\n"]);
    const { routes } = container;
    let asked = 0;
    await using engine = await fakeEngine({
      ...routes,
      "GET /containers/{id}/json": (call) =>
        asked++ === 0
          ? routes["GET /containers/{id}/json"]?.(call)
          : call.json(404, { message: "No such container: 4f66" }),
    });
    const stream = engine.docker.containers.logs("web", { follow: true, resume: true });
    expect(await stream.text()).toBe("one\n");
  });

  test("follows the container that was meant, not another that has its name later", async () => {
    const container = new FakeContainer(cut);
    container.log.push([1, "one\n"]);
    const { routes } = container;
    await using engine = await fakeEngine({
      ...routes,
      "GET /containers/{id}/logs": (call) =>
        container.streams === 0
          ? routes["GET /containers/{id}/logs"]?.(call)
          : call.json(404, { message: "No such container: 4f66" }),
    });
    const seen: string[] = [];
    const read = async () => {
      for await (const { text } of engine.docker.containers
        .logs("web", { follow: true, resume: true })
        .lines())
        seen.push(text);
    };
    await expect(read()).rejects.toThrow(NotFoundError);
    expect(seen).toEqual(["one"]);
    expect(engine.calls.map(({ path }) => path)).toEqual([
      "/containers/web/json",
      "/containers/4f66/logs",
      "/containers/4f66/logs",
    ]);
  });

  test("tells of a gap once when the last line is no longer there", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count === 1) {
        container.log.splice(0, 2, [8, "eight\n"], [9, "nine\n"]);
        return cut(call);
      }
      if (count === 2) return cut(call);
      container.running = false;
      call.end();
    });
    container.log.push([1, "one\n"], [2, "two\n"]);
    await using engine = await fakeEngine(container.routes);
    const gaps: StreamGap[] = [];
    const resume = { onGap: (gap: StreamGap) => gaps.push(gap) };
    const text = await engine.docker.containers.logs("web", { follow: true, resume }).text();
    expect(text).toBe("one\ntwo\neight\nnine\n");
    expect(gaps).toEqual([
      { from: stamp(2), to: stamp(8), message: expect.stringContaining("Lines of the container 4f66") },
    ]);
  });

  test("warns of a gap behind which nothing came", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
    const container = new FakeContainer(async (call, count) => {
      container.log.length = 0;
      if (count === 1) return cut(call);
      container.running = false;
      call.end();
    });
    container.log.push([1, "one\n"]);
    await using engine = await fakeEngine(container.routes);
    expect(await engine.docker.containers.logs("web", { follow: true, resume: true }).text()).toBe("one\n");
    const options = { type: "DockerStreamWarning", code: "DOCKER_STREAM_GAP" };
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("rotated or emptied"), options);
    warn.mockRestore();
  });

  test("that skips the past gives what came between its beginning and a cut", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count === 1) return cut(call);
      container.running = false;
      call.end();
    });
    await using engine = await fakeEngine(container.routes);
    await engine.docker.containers.logs("web", { follow: true, tail: "0", resume: true }).text();
    const [first, second] = logCalls(engine);
    expect([first?.query.get("tail"), first?.query.get("since")]).toEqual(["0", null]);
    expect(second?.query.get("tail")).toBeNull();
    expect(Number(second?.query.get("since"))).toBeGreaterThan(Date.now() / 1000 - 5);
    expect(Number(second?.query.get("since"))).toBeLessThan(Date.now() / 1000);
  });

  test("that was cut before the past came asks for the past again", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count === 1) return call.cut();
      container.running = false;
      call.end();
    });
    await using engine = await fakeEngine(container.routes);
    const options = { follow: true, tail: "3", since: "10m", resume: true };
    await engine.docker.containers.logs("web", options).text();
    const queries = logCalls(engine).map(({ query }) => [query.get("tail"), query.get("since")]);
    expect(queries).toEqual([queries[0], queries[0], queries[0]]);
    expect(queries[0]?.[0]).toBe("3");
  });

  test("that is not followed ends with its answer, and is made whole when that is cut", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count > 1) return call.end();
      container.log.push([2, "two\n"]);
      return cut(call);
    });
    container.log.push([1, "one\n"]);
    await using engine = await fakeEngine(container.routes);
    expect(await engine.docker.containers.logs("web", { resume: true }).text()).toBe("one\ntwo\n");
    expect(engine.calls).toHaveLength(3);
  });

  test("that ends in order in the middle of a frame is read on", async () => {
    const container = new FakeContainer(async (call, count) => {
      if (count > 1) return call.end();
      await call.write(entry(2, "two\n").subarray(0, -1));
      container.log.push([2, "two\n"]);
      call.end();
    });
    container.log.push([1, "one\n"]);
    await using engine = await fakeEngine(container.routes);
    expect(await engine.docker.containers.logs("web", { resume: true }).text()).toBe("one\ntwo\n");
  });

  test("throws what the engine says at first: no such container, a driver that cannot be read", async () => {
    const container = new FakeContainer((call) => call.end());
    const message = "configured logging driver does not support reading";
    await using engine = await fakeEngine({
      ...container.routes,
      "GET /containers/{id}/logs": (call) => call.json(501, { message }),
    });
    const stream = () => engine.docker.containers.logs("web", { follow: true, resume: true });
    await expect(stream().text()).rejects.toThrow(ServerError);
    await expect(stream().text()).rejects.toThrow(message);
    await using empty = await fakeEngine();
    await expect(empty.docker.containers.logs("web", { resume: true }).text()).rejects.toThrow(NotFoundError);
  });

  test("throws an error that the engine puts into the log", async () => {
    const container = new FakeContainer(async (call) => {
      await call.write(frame("error", "the log is broken"));
    });
    await using engine = await fakeEngine(container.routes);
    const text = engine.docker.containers.logs("web", { follow: true, resume: true }).text();
    await expect(text).rejects.toThrow("the log is broken");
    expect(logCalls(engine)).toHaveLength(1);
  });

  test("refuses a wish it cannot understand, with the first step and before anything is sent", async () => {
    await using engine = await fakeEngine();
    const stream = engine.docker.containers.logs("web", { resume: { giveUpAfter: -1 } });
    await expect(stream.text()).rejects.toThrow("resume.giveUpAfter is -1");
    expect(engine.daemon.calls).toEqual([]);
  });

  test("that nobody reads holds the engine back", async () => {
    let sent = 0;
    const container = new FakeContainer(async (call) => {
      const big = entry(1, "x".repeat(64 * 1024));
      for (; sent < 400 && !call.closed; sent++) await call.write(big);
    });
    await using engine = await fakeEngine(container.routes);
    const steps = engine.docker.containers
      .logs("web", { follow: true, resume: true })
      [Symbol.asyncIterator]();
    await steps.next();
    await sleep(200);
    expect(sent).toBeLessThan(100);
    await steps.return?.();
    const [call] = logCalls(engine);
    if (call !== undefined) await closed(call);
    expect(logCalls(engine)).toHaveLength(1);
  });

  test("ends with the signal's reason while it waits for a container", async () => {
    const container = new FakeContainer((call) => call.end());
    container.policy = "always";
    container.running = false;
    await using engine = await fakeEngine(container.routes);
    const reason = new Error("enough");
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const text = engine.docker.containers.logs("web", { follow: true, resume: true }, options).text();
    setTimeout(() => controller.abort(reason), 200);
    await expect(text).rejects.toBe(reason);
  });
});
