import { afterAll, expect, test } from "vitest";
import { ApiError, NotFoundError } from "../../src/errors.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

describeEngines.concurrent("attach", (engine) => {
  const docker = dockerFor(engine);
  const { containers } = docker;
  afterAll(() => docker.close());

  test("gives input to a container, and its end ends the process", async () => {
    await using box = await created(engine, ["wc", "-c"]);
    const stream = await containers.attach(box.id, { stdin: true });
    await containers.start(box.id);
    stream.stdin.write(Buffer.alloc(1_000_000));
    stream.stdin.end("é");
    expect((await stream.output.text()).trim()).toBe("1000002");
    expect(await containers.wait(box.id)).toMatchObject({ StatusCode: 0 });
  });

  test("tells stdout from stderr, and leaves out what is not wanted", async () => {
    for (const [options, expected] of [
      [{}, ["out\n", "err\n"]],
      [{ stderr: true }, ["", "err\n"]],
    ] as const) {
      await using box = await created(engine, ["/bin/sh", "-c", "echo out; echo err >&2"]);
      const { output } = await containers.attach(box.id, options);
      await containers.start(box.id);
      const { stdout, stderr } = await output.collect();
      expect([stdout.toString(), stderr.toString()]).toEqual(expected);
    }
  });

  test.each(["1.41", undefined])("gives a TTY as it is, with API %s", async (apiVersion) => {
    await using client = dockerFor(engine, apiVersion === undefined ? {} : { apiVersion });
    await using box = await created(engine, ["/bin/sh", "-c", "read x; stty size; echo got $x"], {
      Tty: true,
    });
    const stream = await client.containers.attach(box.id, { stdin: true });
    await containers.start(box.id);
    await stream.resize({ height: 33, width: 101 });
    stream.stdin.write("it\n");
    const chunks: string[] = [];
    for await (const { stream: name, data } of stream.output) {
      expect(name).toBe("console");
      chunks.push(data.toString());
    }
    expect(chunks.join("")).toContain("33 101\r\ngot it\r\n");
  });

  test("gives what was said before, with the logs", async ({ expect }) => {
    await using box = await withContainer(docker, engine, { script: "echo past; sleep 1000" });
    await expect.poll(() => containers.logs(box.id).text()).toBe("past\n");
    await using stream = await containers.attach(box.id, { logs: true, stream: true });
    for await (const { text } of stream.output.lines()) {
      expect(text).toBe("past");
      break;
    }
    expect((await containers.inspect(box.id)).State.Running).toBe(true);
  });

  test("ends when the container is killed, for its reader and its writer", async () => {
    await using box = await created(engine, ["cat"]);
    const { stdin, output } = await containers.attach(box.id, { stdin: true });
    await containers.start(box.id);
    stdin.write("hello");
    const chunks = output[Symbol.asyncIterator]();
    expect((await chunks.next()).value?.data.toString()).toBe("hello");
    const closed = new Promise((resolve) => stdin.once("close", resolve));
    await containers.kill(box.id);
    expect(await chunks.next()).toMatchObject({ done: true });
    await closed;
  });

  test("stops with the signal's reason, and leaves the container running", async () => {
    await using box = await withContainer(docker, engine);
    const controller = new AbortController();
    const { output } = await containers.attach(box.id, {}, { signal: controller.signal });
    const reading = output.text();
    controller.abort("enough");
    await expect(reading).rejects.toBe("enough");
    expect((await containers.inspect(box.id)).State.Running).toBe(true);
  });

  test("is refused in the engine's words", async () => {
    await expect(containers.attach("no-such-container")).rejects.toThrow(NotFoundError);
    await using box = await withContainer(docker, engine);
    await containers.pause(box.id);
    await expect(containers.attach(box.id)).rejects.toThrow(ApiError);
  });

  async function created({ image, labels }: TestEngine, command: string[], more: { Tty?: boolean } = {}) {
    const body = { Image: image, Cmd: command, Labels: labels, OpenStdin: true, StdinOnce: true, ...more };
    const { Id: id } = await containers.create(body, { name: engine.uniqueName("attach") });
    return { id, [Symbol.asyncDispose]: () => containers.remove(id, { force: true }) };
  }
});
