import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { ConflictError, NotFoundError, UnsupportedVersionError } from "../../src/errors.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.concurrent("attach over a WebSocket", (engine) => {
  const docker = dockerFor(engine);
  const { containers } = docker;
  afterAll(() => docker.close());

  /** A container that is not started yet. */
  async function created(Cmd: string[], body: object = {}) {
    const { Id } = await containers.create({
      Image: engine.image,
      Cmd,
      Labels: engine.labels,
      OpenStdin: true,
      StdinOnce: true,
      StopSignal: "SIGKILL",
      ...body,
    });
    const remove = () => containers.remove(Id, { force: true, volumes: true });
    return { id: Id, [Symbol.asyncDispose]: remove };
  }

  test("gives both outputs as one, and the end of the input ends the process but not the output", async () => {
    await using box = await created(["/bin/sh", "-c", "echo out; echo err >&2; cat; sleep 1; echo after"]);
    const { stdin, output } = await containers.attachWebsocket(box.id, { stdin: true });
    await containers.start(box.id);
    stdin.end("input é\n");
    const text: string[] = [];
    for await (const { stream, data } of output) {
      expect(stream).toBe("console");
      text.push(data.toString());
    }
    expect(text.join("").split("\n").sort()).toEqual(["", "after", "err", "input é", "out"]);
    expect(await containers.wait(box.id)).toMatchObject({ StatusCode: 0 });
  });

  test("carries many megabytes in both directions at a time", { timeout: 60_000 }, async () => {
    await using box = await created(["cat"]);
    const { stdin, output } = await containers.attachWebsocket(box.id, { stdin: true });
    await containers.start(box.id);
    const size = 20_000_000;
    const send = async () => {
      const sizes = [1, 125, 126, 65_535, 65_536, 200_000];
      for (let sent = 0, n = 0; sent < size; n++) {
        const piece = Buffer.alloc(Math.min(sizes[n % sizes.length] ?? 1, size - sent), sent % 251);
        sent += piece.length;
        if (!stdin.write(piece)) await once(stdin, "drain");
      }
      stdin.end();
    };
    const sending = send();
    let length = 0;
    for await (const { data } of output) length += data.length;
    await sending;
    expect(length).toBe(size);
  });

  test("holds a process back that nobody reads", { timeout: 60_000 }, async () => {
    await using box = await created(["/bin/sh", "-c", "yes"]);
    await using stream = await containers.attachWebsocket(box.id);
    await containers.start(box.id);
    const before = process.memoryUsage.rss();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000);
    for await (const { data } of stream.output) {
      expect(data.subarray(0, 4).toString()).toBe("y\ny\n");
      break;
    }
  });

  test("gives a TTY as it is, and sets its size", async () => {
    await using box = await created(["/bin/sh", "-c", "read x; stty size; echo got $x"], { Tty: true });
    const stream = await containers.attachWebsocket(box.id, { stdin: true });
    await containers.start(box.id);
    await stream.resize({ height: 33, width: 101 });
    stream.stdin.write("it\n");
    expect(await stream.output.text()).toContain("33 101\r\ngot it\r\n");
  });

  test("gives what was said before, and leaves the process alone when it is left", async ({ expect }) => {
    await using box = await withContainer(docker, engine, { script: "echo past; sleep 1000" });
    await expect.poll(() => containers.logs(box.id).text()).toBe("past\n");
    const stream = await containers.attachWebsocket(box.id, { logs: true });
    for await (const { text } of stream.output.lines()) {
      expect(text).toBe("past");
      break;
    }
    expect((await containers.inspect(box.id)).State.Running).toBe(true);
  });

  test("ends when the container is killed, for its reader and its writer", async () => {
    await using box = await created(["cat"]);
    const { stdin, output } = await containers.attachWebsocket(box.id, { stdin: true });
    await containers.start(box.id);
    stdin.write("hello");
    const chunks = output[Symbol.asyncIterator]();
    expect((await chunks.next()).value?.data.toString()).toBe("hello");
    const closed = new Promise((resolve) => stdin.once("close", resolve));
    await containers.kill(box.id);
    expect(await chunks.next()).toMatchObject({ done: true });
    await closed;
  });

  test("chooses among the outputs from API 1.42 on", async () => {
    await using box = await created(["/bin/sh", "-c", "echo out; echo err >&2"]);
    const attaching = containers.attachWebsocket(box.id, { stderr: true });
    if (!engine.since("1.42")) return expect(attaching).rejects.toThrow(UnsupportedVersionError);
    const { output } = await attaching;
    await containers.start(box.id);
    expect(await output.text()).toBe("err\n");
  });

  test("is refused in the engine's own words", async () => {
    await expect(containers.attachWebsocket(engine.uniqueName("none"))).rejects.toThrow(NotFoundError);
    await using box = await withContainer(docker, engine);
    await containers.pause(box.id);
    await expect(containers.attachWebsocket(box.id)).rejects.toThrow(ConflictError);
  });
});
