import { describe, expect, test } from "vitest";
import type { RunOptions } from "../../src/actions/run.js";
import { InvalidArgumentError, NotFoundError, ServerError } from "../../src/errors.js";
import type { FakeEngine } from "../client/fake-engine.js";
import type { Routes } from "../helpers/fake-daemon.js";
import { removal, runner, said } from "./run-engine.js";

const pulled = [
  "GET /images/alpine%3A3/json",
  "POST /images/create",
  "GET /images/docker.io%2Flibrary%2Falpine%3A3/json",
];
const rest = [
  "POST /containers/abc/wait",
  "POST /containers/abc/attach",
  "POST /containers/abc/start",
  removal,
];
const create = "POST /containers/create";

describe("docker.run of an image", () => {
  test("that is here asks for no more than that", async () => {
    await using engine = await store({ here: true });
    await engine.docker.run("alpine:3");
    expect(said(engine)).toEqual([create, ...rest]);
  });

  test("that is missing pulls it and tells of it", async () => {
    await using engine = await store();
    const steps: unknown[] = [];
    const options = { name: "job", onPull: ({ status }: { status?: string }) => steps.push(status) };
    expect(await engine.docker.run("alpine:3", [], options)).toMatchObject({ exitCode: 0 });
    expect(said(engine)).toEqual([create, ...pulled, create, ...rest]);
    expect(steps).toEqual(["Pulling from library/alpine"]);
  });

  test("that is here for another platform pulls the one that is asked for", async () => {
    const message = "image with reference alpine:3 was found but does not match the specified platform";
    await using engine = await store({ message, image: { Os: "linux", Architecture: "amd64" } });
    await engine.docker.run("alpine:3", [], { platform: "linux/arm64" });
    expect(said(engine)).toEqual([create, ...pulled, create, ...rest]);
    const asked = engine.calls.filter(({ path }) => path.endsWith("/create"));
    expect(asked.map(({ query }) => query.get("platform"))).toEqual(Array(3).fill("linux/arm64"));
  });

  test("that is to be pulled always pulls it first", async () => {
    await using engine = await store({ here: true });
    await engine.docker.run("alpine:3", [], { pull: "always" });
    expect(said(engine)).toEqual([...pulled.slice(1), create, ...rest]);
  });

  test("that is missing and never to be pulled says so", async () => {
    await using engine = await store();
    const failure = await engine.docker.run("alpine:3", [], { pull: "never" }).catch((error) => error);
    expect(failure).toBeInstanceOf(NotFoundError);
    expect(failure).toMatchObject({
      message:
        'No such image: alpine:3. It is not pulled, as pull is "never": pull it before with docker.images.pull().',
      status: 404,
      cause: expect.any(NotFoundError),
    });
    expect(said(engine)).toEqual([create]);
  });

  test("that is here, where something else is missing, pulls nothing", async () => {
    await using engine = await store({ message: "No such plugin: x", image: { Os: "linux" } });
    await expect(engine.docker.run("alpine:3")).rejects.toThrow("No such plugin: x");
    expect(said(engine)).toEqual([create, pulled[0]]);
  });

  test("that is still missing behind its pull tries no third time", async () => {
    await using engine = await store({ remains: true });
    await expect(engine.docker.run("alpine:3")).rejects.toThrow("No such image");
    expect(said(engine)).toEqual([create, ...pulled, create]);
  });

  test("that cannot be pulled says why, and creates nothing", async () => {
    await using engine = await store({
      routes: { "POST /images/create": (call) => call.json(500, { message: "no route to the registry" }) },
    });
    await expect(engine.docker.run("alpine:3")).rejects.toThrow(ServerError);
    expect(said(engine)).toEqual([create, ...pulled.slice(0, 2)]);
  });

  test("that is pulled for longer than the call's time is run all the same", async () => {
    await using engine = await store({ slow: 150 });
    expect(await engine.docker.run("alpine:3", [], {}, { timeout: 100 })).toMatchObject({ exitCode: 0 });
  });

  test("refuses another word for when to pull", async () => {
    await using engine = await store();
    const options = { pull: "Never" } as unknown as RunOptions;
    await expect(engine.docker.run("alpine:3", [], options)).rejects.toThrow(InvalidArgumentError);
    expect(engine.daemon.calls).toHaveLength(0);
  });
});

/** An engine whose create says `message` until the image was pulled. */
function store({
  here = false,
  message = "No such image: alpine:3",
  image,
  remains = false,
  slow = 0,
  routes = {},
}: {
  here?: boolean;
  message?: string;
  /** What it has under the name. */
  image?: object;
  remains?: boolean;
  slow?: number;
  routes?: Routes;
} = {}): Promise<FakeEngine> {
  let [has, wasPulled] = [here, false];
  return runner(
    {
      "POST /containers/create": (call) =>
        has ? call.json(201, { Id: "abc", Warnings: [] }) : call.json(404, { message }),
      "GET /images/{name}/json": (call) =>
        has || image || wasPulled
          ? call.json(200, { Id: "sha256:a", RepoDigests: [], ...image })
          : call.json(404, { message: "No such image" }),
      "POST /images/create": async (call) => {
        [has, wasPulled] = [!remains, true];
        call.start();
        await new Promise((resolve) => setTimeout(resolve, slow));
        await call.write('{"id":"3","status":"Pulling from library/alpine"}\n');
        call.end();
      },
      ...routes,
    },
    { client: { registryAuth: { "docker.io": {} } } },
  );
}
