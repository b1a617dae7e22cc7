import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Docker } from "../../src/docker.js";
import { ConnectionError, DockerError, ServerError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import type { Handler } from "../helpers/fake-daemon.js";

const tar = Buffer.from("a tar, really");
const first = '{"status":"at work"}\r\n';
const message = "no luck today";
const inBand = `{"errorDetail":{"code":17,"message":"${message}"},"error":"${message}"}\r\n`;

/** A job of any kind. */
interface AnyJob extends AsyncIterable<unknown>, PromiseLike<unknown>, AsyncDisposable {
  finally(action: () => void): Promise<unknown>;
  close(): Promise<void>;
}

const jobs: readonly [name: string, route: string, make: (docker: Docker) => AnyJob][] = [
  ["pull", "POST /images/create", (d) => d.images.pull("registry.example/a:1")],
  ["import", "POST /images/create", (d) => d.images.import(tar)],
  ["push", "POST /images/{name}/push", (d) => d.images.push("registry.example/a:1")],
  ["load", "POST /images/load", (d) => d.images.load(tar)],
  ["build of an archive", "POST /build", (d) => d.images.build(tar)],
  ["build of a text", "POST /build", (d) => d.build({ dockerfile: "FROM scratch" })],
  ["BuildKit's build", "POST /build", (d) => d.images.build(tar, { version: "2" })],
  ["install", "POST /plugins/pull", (d) => d.plugins.install([], { remote: "registry.example/p" })],
  ["upgrade", "POST /plugins/{name}/upgrade", (d) => d.plugins.upgrade("p", [], { remote: "r.example/p" })],
  ["push of a plugin", "POST /plugins/{name}/push", (d) => d.plugins.push("registry.example/p")],
];

const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
beforeEach(() => void process.on("unhandledRejection", note));
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", note);
  expect(unhandled.splice(0)).toEqual([]);
});

describe.each(jobs)("a %s", (_, route, make) => {
  const engineThat = (answer: Handler) =>
    fakeEngine(
      {
        [route]: async (call) => {
          await call.body();
          await answer(call);
        },
      },
      { client: { registryAuth: { "docker.io": {} } } },
    );

  test("that the engine gives up in the middle fails with its sentence, for the await and for the loop", async () => {
    await using engine = await engineThat((call) => call.stream([first, inBand]));
    const awaited = await failure(make(engine.docker));
    expect(awaited).toBeInstanceOf(DockerError);
    expect(awaited).toMatchObject({ message: expect.stringContaining(message) });
    const looped = await failure(loop(make(engine.docker)));
    expect(looped).toMatchObject({ message: expect.stringContaining(message) });
  });

  test("that is refused fails with the status, and does not hang", async () => {
    await using engine = await engineThat((call) => call.json(500, { message: "no space left on device" }));
    const awaited = await failure(make(engine.docker));
    expect(String(awaited)).toContain("no space left on device");
    const { cause } = awaited as Error;
    expect(awaited instanceof ServerError || cause instanceof ServerError).toBe(true);
    expect(String(await failure(loop(make(engine.docker))))).toContain("no space left on device");
  });

  test("whose connection is cut fails, and does not hang", async () => {
    await using engine = await engineThat(async (call) => {
      call.start();
      await call.write(first);
      call.cut();
    });
    const awaited = await failure(make(engine.docker));
    expect(awaited).toBeInstanceOf(ConnectionError);
    expect(await failure(loop(make(engine.docker)))).toBeInstanceOf(ConnectionError);
  });

  test("that a proxy answers with a page fails with the line that is no JSON", async () => {
    await using engine = await engineThat((call) =>
      call.send(200, "<html>Gateway says hello</html>", { "Content-Type": "text/html" }),
    );
    expect(await failure(make(engine.docker))).toMatchObject({
      code: "PROTOCOL",
      message: expect.stringContaining("Gateway says hello"),
    });
  });

  test("that nobody looks at, or is left in its loop, or closed, leaves nothing behind", async () => {
    await using engine = await engineThat(async (call) => {
      call.start();
      await call.write(first, first);
    });
    make(engine.docker);
    const left = make(engine.docker);
    for await (const _step of left) break;
    const closed = make(engine.docker);
    const steps = closed[Symbol.asyncIterator]();
    const step = steps.next();
    await closed.close();
    await Promise.allSettled([step]);
    await using disposed = make(engine.docker);
    expect(disposed).toBe(disposed);
    await expect.poll(() => engine.daemon.busy, { timeout: 3_000 }).toBe(0);
  });

  test("is one request, however often it is waited for", async () => {
    await using engine = await engineThat((call) => call.stream([first, inBand]));
    const job = make(engine.docker);
    const outcomes = await Promise.allSettled([job, loop(job), job.then(), job.finally(() => {})]);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    expect(engine.calls).toHaveLength(1);
  });
});

async function loop(job: AsyncIterable<unknown>): Promise<void> {
  for await (const _step of job);
}

async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    return { succeeded: await promise };
  } catch (error) {
    return error;
  }
}
