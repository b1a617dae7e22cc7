import { Client } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LogStream } from "../../src/streams/log-stream.js";
import { AnswerBody } from "../../src/transport/body.js";
import { type Call, type FakeDaemon, fakeDaemon } from "../helpers/fake-daemon.js";
import { frame, pieces } from "../helpers/frames.js";

const line = frame("stdout", `${"x".repeat(99)}\n`);
const block = Buffer.concat(Array.from({ length: 1000 }, () => line));

describe("logs over a connection", () => {
  let daemon: FakeDaemon;
  let client: Client;
  let written = 0;
  let answer: (call: Call) => Promise<void>;

  beforeEach(async () => {
    daemon = await fakeDaemon({ "GET /containers/{id}/logs": (call) => answer(call) });
    client = new Client("http://daemon", { socketPath: daemon.socketPath });
  });
  afterEach(async () => {
    await client.destroy();
    await daemon.close();
  });

  it("arrive whole when every byte is a chunk of its own", async () => {
    const bytes = Buffer.concat([
      frame("stdout", "é🐳\n"),
      frame("stderr", "oh no\n"),
      frame("stdout", "end"),
    ]);
    answer = (call) => call.stream(pieces(bytes, 1));
    expect(await logs().text()).toBe("é🐳\noh no\nend");
  });

  it("arrive whole when many frames come in few reads", async () => {
    answer = async (call) => {
      call.start();
      for (let count = 0; count < 200; count++) {
        for (let part = 0; part < 50; part++) call.writeNow(line);
        await call.write(block);
      }
      call.end();
    };
    let length = 0;
    let same = true;
    for await (const { text } of logs().lines()) {
      length++;
      same &&= text === "x".repeat(99);
    }
    expect(length).toBe(200 * 1050);
    expect(same).toBe(true);
  });

  it("break when the connection is cut inside a frame, after what arrived", async () => {
    answer = async (call) => {
      call.start();
      await call.write(frame("stdout", "one\n"), line.subarray(0, 20));
      call.cut();
    };
    const seen: string[] = [];
    await expect(
      (async () => {
        for await (const { data } of logs()) seen.push(data.toString());
      })(),
    ).rejects.toThrow();
    expect(seen.join("")).toMatch(/^one\nx{0,12}$/);
  });

  it("wait in the engine while the reader does not read", async () => {
    answer = flood;
    const iterator = logs()[Symbol.asyncIterator]();
    await iterator.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = written;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(written).toBe(before);
    expect(written).toBeLessThan(8e6);
    await iterator.return?.();
    await daemon.settled();
  });

  it("leave nothing open behind when the loop is left or the stream is closed", async () => {
    answer = flood;
    for await (const _ of logs()) break;
    await daemon.settled();
    const waiting = logs();
    const step = waiting[Symbol.asyncIterator]().next();
    await waiting.close();
    await step;
    await daemon.settled();
    expect(daemon.calls.length).toBeGreaterThan(0);
  });

  async function flood(call: Call): Promise<void> {
    written = 0;
    call.start();
    while (!call.closed) {
      await call.write(block);
      written += block.length;
    }
  }

  function logs(): LogStream {
    return new LogStream((signal) => openLogs(client, signal));
  }
});

function openLogs(client: Client, signal: AbortSignal): Promise<{ source: AnswerBody; multiplexed: true }> {
  return new Promise((resolve, reject) => {
    let body: AnswerBody | undefined;
    client.dispatch(
      { method: "GET", path: "/v1.51/containers/web/logs" },
      {
        onRequestStart(controller) {
          if (signal.aborted) controller.abort(new Error("closed"));
          signal.addEventListener("abort", () => controller.abort(new Error("closed")));
          body = new AnswerBody({
            pause: () => controller.pause(),
            resume: () => controller.resume(),
            abort: () => controller.abort(new Error("cancelled")),
          });
        },
        onResponseStart: () => body && resolve({ source: body, multiplexed: true }),
        onResponseData: (_, chunk) => body?.push(chunk),
        onResponseEnd: () => body?.end(),
        onResponseError(_, error) {
          body?.fail(error);
          reject(error);
        },
      },
    );
  });
}
