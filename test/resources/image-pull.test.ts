import { describe, expect, test } from "vitest";
import { InvalidArgumentError, NotFoundError, ProgressError } from "../../src/errors.js";
import { callOf, closed, fakeEngine, moment } from "../client/fake-engine.js";
import { authOf, credentials, expectNoSecret, line, progress, registryAuth } from "./operation-cases.js";

const id = `sha256:${"ab".repeat(32)}`;
const digest = `sha256:${"cd".repeat(32)}`;
const pulls = progress(
  { status: "Pulling from a", id: "1" },
  { status: "Downloading", id: "l1", progressDetail: { current: 5, total: 10 } },
  { status: `Digest: ${digest}` },
  { status: "Status: Downloaded newer image for registry.example/a:1" },
);
const routes = {
  "POST /images/create": (call: { send(status: number, body: Buffer): void }) => call.send(200, pulls),
  "GET /images/{name}/json": (call: { json(status: number, value: unknown): void }) =>
    call.json(200, { Id: id }),
};
const client = { registryAuth };

describe("images.pull", () => {
  test("gives the image, once the engine has it", async () => {
    await using engine = await fakeEngine(routes, { client });
    expect(await engine.docker.images.pull("registry.example/a:1", { platform: "linux/arm64" })).toEqual({
      id,
      digest,
      reference: "registry.example/a:1",
      downloaded: true,
    });
    expect(engine.calls.map(line)).toEqual([
      "POST /images/create?fromImage=registry.example/a&tag=1&platform=linux/arm64",
      "GET /images/registry.example%2Fa%3A1/json",
    ]);
    const serveraddress = "registry.example";
    expect(engine.calls.map((call) => authOf(call))).toEqual([
      { ...credentials[serveraddress], serveraddress },
      undefined,
    ]);
  });

  test.each([
    ["alpine", "alpine", "latest", "docker.io/library/alpine:latest"],
    ["docker.io/library/alpine:3", "alpine", "3", "docker.io/library/alpine:3"],
    ["team/app", "team/app", "latest", "docker.io/team/app:latest"],
    ["localhost:5000/a/b:1", "localhost:5000/a/b", "1", "localhost:5000/a/b:1"],
    [`a@${digest}`, "a", digest, `docker.io/library/a@${digest}`],
    [`a:1@${digest}`, "a", digest, `docker.io/library/a@${digest}`],
  ])("asks for one image, %s", async (image, fromImage, tag, name) => {
    await using engine = await fakeEngine(routes, { client: { registryAuth: { "docker.io": {} } } });
    await engine.docker.images.pull(image);
    const [pull, inspect] = engine.calls;
    expect(Object.fromEntries(pull?.query ?? [])).toEqual({ fromImage, tag });
    expect(decodeURIComponent(inspect?.path ?? "")).toBe(`/images/${name}/json`);
  });

  test("asks for nothing any more when it is closed after the pull", async () => {
    const asked = moment();
    let inspecting: Promise<void> | undefined;
    await using engine = await fakeEngine(
      {
        ...routes,
        "GET /images/{name}/json": (call) => {
          inspecting = closed(call);
          asked.now();
        },
      },
      { client },
    );
    const job = engine.docker.images.pull("registry.example/a:1");
    const outcome = job.then(undefined, (error: unknown) => error);
    await asked.came;
    await job.close();
    expect(await outcome).toMatchObject({ code: "JOB_ABORTED" });
    await inspecting;
  });

  test("gives each step to a loop, and the image to the await after it", async () => {
    await using engine = await fakeEngine(routes, { client });
    const job = engine.docker.images.pull("registry.example/a:1");
    const steps: unknown[] = [];
    for await (const { layer, percent } of job) if (layer) steps.push([layer, percent]);
    expect(steps).toContainEqual(["l1", 50]);
    expect(await job).toMatchObject({ id, downloaded: true });
    expect(engine.calls).toHaveLength(2);
  });

  test("throws the engine's refusal, without the credentials", async () => {
    const message = "pull access denied for registry.example/a";
    await using engine = await fakeEngine(
      { "POST /images/create": (call) => call.json(404, { message }) },
      { client },
    );
    const failure = await engine.docker.images.pull("registry.example/a").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotFoundError);
    expect(failure).toMatchObject({ message });
    expectNoSecret(failure, engine.docker);
    expect(engine.calls).toHaveLength(1);
  });

  test("throws what goes wrong later, and asks for no image then", async () => {
    const message = "unexpected EOF";
    await using engine = await fakeEngine(
      {
        "POST /images/create": (call) =>
          call.send(200, progress({ status: "Pulling" }, { errorDetail: { message }, error: message })),
      },
      { client },
    );
    const failure = await engine.docker.images.pull("registry.example/a").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProgressError);
    expectNoSecret(failure);
    expect(engine.calls).toHaveLength(1);
  });

  test("throws what the engine says when it does not have the image after all", async () => {
    await using engine = await fakeEngine(
      { "POST /images/create": routes["POST /images/create"] },
      { client },
    );
    await expect(engine.docker.images.pull("registry.example/a:1").then()).rejects.toThrow(NotFoundError);
  });

  test("refuses what is no image's name at once", async () => {
    await using engine = await fakeEngine(routes);
    for (const wrong of ["", "A", "a:b:c", id, "https://registry.example/a"]) {
      expect(() => engine.docker.images.pull(wrong)).toThrow(InvalidArgumentError);
    }
    expect(engine.calls).toEqual([]);
  });

  test("is aborted by leaving the loop", async () => {
    await using engine = await fakeEngine(
      {
        "POST /images/create": async (call) => {
          call.start();
          await call.write(pulls);
        },
      },
      { client },
    );
    for await (const _ of engine.docker.images.pull("registry.example/a")) break;
    await closed(callOf(engine, "/images/create"));
  });

  test("fails when it is closed while the image is asked for", async () => {
    const asked = moment();
    await using engine = await fakeEngine(
      { "POST /images/create": routes["POST /images/create"], "GET /images/{name}/json": () => asked.now() },
      { client },
    );
    const job = engine.docker.images.pull("registry.example/a:1");
    const pulled = job.then();
    await asked.came;
    await job.close();
    await expect(pulled).rejects.toMatchObject({ code: "JOB_ABORTED" });
  });
});
