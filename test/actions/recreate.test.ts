import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type RecreateOptions, recreate } from "../../src/actions/recreate.js";
import {
  ConflictError,
  ConnectionError,
  type DockerError,
  InvalidArgumentError,
  NotFoundError,
  ServerError,
} from "../../src/errors.js";
import { type BareClient, bareClient } from "../client/bare-client.js";
import { moment } from "../client/fake-engine.js";
import type { Call, Handler, Routes } from "../helpers/fake-daemon.js";

const [oldId, newId] = ["1".repeat(64), "2".repeat(64)];

interface Box {
  name: string;
  status: string;
  body: Record<string, unknown>;
}

interface World extends BareClient {
  readonly boxes: Map<string, Box>;
  /** What was changed, in order. */
  changes(): string[];
}

/** An engine with one container, `web`, in the networks front and back, that does what it is told. */
async function world({
  status = "running",
  state = {},
  hostConfig = {},
  over = {},
  api = "1.51",
}: {
  status?: string;
  state?: object;
  hostConfig?: object;
  over?: Routes;
  api?: string;
} = {}): Promise<World> {
  const boxes = new Map<string, Box>([[oldId, { name: "web", status, body: {} }]]);
  const find = (call: Call): [string, Box] | undefined =>
    [...boxes].find(([id, { name }]) => id === call.params.id || name === call.params.id);
  const on =
    (act: (call: Call, box: Box, id: string) => void): Handler =>
    (call) => {
      const found = find(call);
      if (found === undefined) return call.json(404, { message: `No such container: ${call.params.id}` });
      act(call, found[1], found[0]);
    };
  const routes: Routes = {
    "GET /containers/{id}/json": on((call, { name, status: now }, id) =>
      call.json(200, {
        Id: id,
        Name: `/${name}`,
        Image: "sha256:old",
        State: { Status: now, Running: now === "running", Paused: false, ...state },
        Config: {
          Image: "app:1",
          Env: ["A=image", "B=mine"],
          Labels: { x: "1" },
          User: "",
          WorkingDir: "",
          Hostname: "",
        },
        HostConfig: { NetworkMode: "front", ...hostConfig },
        NetworkSettings: { Networks: { back: { Aliases: ["b"] }, front: { Aliases: ["f"] } } },
        Mounts: [],
      }),
    ),
    "GET /images/{name}/json": (call) => call.json(200, { Id: "sha256:x", Config: { Env: ["A=image"] } }),
    "POST /containers/{id}/rename": on((call, box) => {
      const name = call.query.get("name") ?? "";
      if ([...boxes.values()].some((other) => other.name === name))
        return call.json(409, { message: "name is taken" });
      box.name = name;
      call.send(204);
    }),
    "POST /containers/create": async (call) => {
      const body = JSON.parse((await call.body()).toString());
      boxes.set(newId, { name: call.query.get("name") ?? "", status: "created", body });
      call.json(201, { Id: newId, Warnings: ["careful"] });
    },
    "POST /networks/{id}/connect": (call) => call.send(200),
    "POST /containers/{id}/stop": on((call, box) => {
      box.status = "exited";
      call.send(204);
    }),
    "POST /containers/{id}/start": on((call, box) => {
      if (box.status === "running") return call.send(304);
      box.status = "running";
      call.send(204);
    }),
    "DELETE /containers/{id}": on((call, _, id) => {
      boxes.delete(id);
      call.send(204);
    }),
    ...over,
  };
  const engine = await bareClient(routes, { api });
  return {
    ...engine,
    boxes,
    changes: () =>
      engine
        .paths()
        .filter((path) => !path.startsWith("GET "))
        .map((path) => path.replaceAll(oldId, "old").replaceAll(newId, "new").replace("/containers/", "")),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** The old container has its name and state again, and is alone. */
function expectBack({ boxes }: World, status = "running"): void {
  expect([...boxes]).toEqual([[oldId, { name: "web", status, body: {} }]]);
}

const failing =
  (status: number): Handler =>
  (call) =>
    call.json(status, { message: `broken with ${status}` });

describe("recreate", () => {
  test("goes in an order in which nothing is lost", async () => {
    await using engine = await world();
    expect(await recreate(engine.client, "web", { timeout: 3 })).toEqual({
      id: newId,
      previousId: oldId,
      warnings: ["careful"],
    });
    expect(engine.changes()).toEqual([
      "POST old/rename",
      "POST create",
      "POST /networks/back/connect",
      "POST old/stop",
      "POST new/start",
      "DELETE old",
    ]);
    const queries = engine.daemon.calls.map(({ query }) => Object.fromEntries(query));
    expect(queries).toContainEqual({ name: expect.stringMatching(/^web-old-[0-9a-f]{8}$/) });
    expect(queries).toContainEqual({ t: "3" });
    // Not its volumes, and not by force.
    expect(engine.daemon.calls.at(-1)?.query.size).toBe(0);
    expect([...engine.boxes.values()]).toMatchObject([{ name: "web", status: "running" }]);
  });

  test("creates in one network and connects the others, as old versions want it", async () => {
    const connected: unknown[] = [];
    await using engine = await world({
      over: {
        "POST /networks/{id}/connect": async (call) => {
          connected.push([call.params.id, JSON.parse((await call.body()).toString())]);
          call.send(200);
        },
      },
    });
    await recreate(engine.client, "web");
    expect(engine.boxes.get(newId)?.body).toMatchObject({
      NetworkingConfig: { EndpointsConfig: { front: { Aliases: ["f"] } } },
    });
    expect(connected).toEqual([["back", { Container: newId, EndpointConfig: { Aliases: ["b"] } }]]);
  });

  test.each<[string, RecreateOptions, object]>([
    ["nothing", {}, { Image: "app:1", Env: ["B=mine"], Labels: { x: "1" } }],
    ["another image", { image: "app:2" }, { Image: "app:2" }],
    ["variables", { env: { B: "2", C: "3" } }, { Env: ["B=2", "C=3"] }],
    ["variables in a list", { env: ["C=3"] }, { Env: ["B=mine", "C=3"] }],
    ["labels", { labels: { y: "2" } }, { Labels: { x: "1", y: "2" } }],
    ["limits", { hostConfig: { Memory: 5 } }, { HostConfig: { NetworkMode: "front", Memory: 5 } }],
    [
      "anything",
      { labels: { y: "2" }, change: (body) => ({ ...body, Tty: true, Labels: { ...body.Labels, z: "3" } }) },
      { Tty: true, Labels: { x: "1", y: "2", z: "3" } },
    ],
  ])("changes %s", async (_, options, expected) => {
    await using engine = await world();
    await recreate(engine.client, "web", Object.freeze(options));
    expect(engine.boxes.get(newId)?.body).toMatchObject(expected);
  });

  test("neither stops nor starts what does not run", async () => {
    for (const status of ["created", "exited"]) {
      await using engine = await world({ status });
      await recreate(engine.client, "web");
      expect(engine.changes().filter((path) => /start|stop/.test(path))).toEqual([]);
    }
  });

  test("says when the old image is gone, and keeps what came from it", async () => {
    await using engine = await world({
      over: {
        "GET /images/{name}/json": (call) =>
          call.params.name === "app%3A1"
            ? call.json(200, { Id: "sha256:x" })
            : call.json(404, { message: "gone" }),
      },
    });
    const { warnings } = await recreate(engine.client, "web");
    expect(warnings[0]).toContain("sha256:old of the old container is gone");
    expect(engine.boxes.get(newId)?.body).toMatchObject({ Env: ["A=image", "B=mine"] });
  });

  test("leaves a warning where only the removal of the old one fails", async () => {
    await using engine = await world({ over: { "DELETE /containers/{id}": failing(500) } });
    const { id, warnings } = await recreate(engine.client, "web");
    expect(id).toBe(newId);
    expect(warnings[1]).toMatch(/^The old container is left as web-old-[0-9a-f]{8}: .*broken with 500/);
  });

  test.each<[string, Handler]>([
    ["is gone", failing(404)],
    ["is on its way", (call) => call.json(409, { message: "removal of container x is already in progress" })],
  ])("is content when the old one %s by itself", async (_, handler) => {
    await using engine = await world({
      hostConfig: { AutoRemove: true },
      over: { "DELETE /containers/{id}": handler },
    });
    expect((await recreate(engine.client, "web", { allowAutoRemove: true })).warnings).toEqual(["careful"]);
  });
});

describe("recreate changes nothing", () => {
  test.each<[string, Parameters<typeof world>[0], RecreateOptions, string]>([
    ["of a paused container", { state: { Paused: true } }, {}, "CONTAINER_PAUSED"],
    ["of one that vanishes when it stops", { hostConfig: { AutoRemove: true } }, {}, "AUTO_REMOVE"],
    [
      "for a version that lacks what is asked for",
      { api: "1.42" },
      { hostConfig: { Annotations: { a: "b" } } },
      "UNSUPPORTED_VERSION",
    ],
  ])("%s", async (_, options, asked, code) => {
    await using engine = await world(options);
    await expect(recreate(engine.client, "web", asked)).rejects.toMatchObject({ code });
    expectBack(engine);
  });

  test("when the image is not here and not to be had, or is no name", async () => {
    const missing: Routes = {
      "GET /images/{name}/json": (call) =>
        call.params.name === "sha256%3Aold"
          ? call.json(200, { Config: {} })
          : call.json(404, { message: "No such image" }),
      "POST /images/create": (call) => call.json(404, { message: "pull access denied" }),
    };
    for (const pull of ["never", "missing", "always"] as const) {
      await using engine = await world({ over: missing });
      await expect(recreate(engine.client, "web", { pull })).rejects.toThrow(NotFoundError);
      expect(engine.changes().filter((path) => path !== "POST /images/create")).toEqual([]);
    }
    await using engine = await world();
    await expect(recreate(engine.client, "web", { image: "App" })).rejects.toThrow(InvalidArgumentError);
    expect(engine.changes()).toEqual([]);
  });

  test("when the change throws", async () => {
    await using engine = await world();
    const change = () => {
      throw new Error("no");
    };
    await expect(recreate(engine.client, "web", { change })).rejects.toThrow("no");
    expect(engine.changes()).toEqual([]);
  });
});

describe("recreate puts the old container back", () => {
  test.each([
    ["POST /containers/{id}/rename", 500],
    ["POST /containers/create", 409],
    ["POST /networks/{id}/connect", 404],
  ])("when %s fails", async (step, status) => {
    let calls = 0;
    const once: Handler = (call) => (calls++ === 0 ? failing(status)(call) : call.send(204));
    await using engine = await world({ over: { [step]: step.includes("rename") ? failing(status) : once } });
    await expect(recreate(engine.client, "web")).rejects.toThrow(`broken with ${status}`);
    if (step.includes("rename")) return expectBack(engine);
    expectBack(engine);
    expect(engine.changes()).not.toContain("POST old/stop");
  });

  test("when the stop fails, and starts it in case it has stopped", async () => {
    await using engine = await world({ over: { "POST /containers/{id}/stop": failing(500) } });
    await expect(recreate(engine.client, "web")).rejects.toThrow(ServerError);
    expectBack(engine);
    expect(engine.changes().slice(-4)).toEqual([
      "POST old/stop",
      "DELETE new",
      "POST old/rename",
      "POST old/start",
    ]);
  });

  test("when the new one does not start", async () => {
    let boxes = new Map<string, Box>();
    await using engine = await world({
      over: {
        "POST /containers/{id}/start": (call) => {
          if (call.params.id === newId) return call.json(409, { message: "port is taken" });
          const box = boxes.get(oldId);
          if (box) box.status = "running";
          call.send(204);
        },
      },
    });
    boxes = engine.boxes;
    await expect(recreate(engine.client, "web")).rejects.toThrow(ConflictError);
    expectBack(engine);
  });

  test("when the new one does not get ready", async () => {
    await using engine = await world();
    const asked: string[] = [];
    const ready = async (id: string) => {
      asked.push(id);
      throw new Error("not ready");
    };
    await expect(recreate(engine.client, "web", { ready })).rejects.toThrow("not ready");
    expect(asked).toEqual([newId]);
    expectBack(engine);
  });

  test("when the connection breaks after the new one was made", async () => {
    let boxes = new Map<string, Box>();
    await using engine = await world({
      over: {
        "POST /containers/create": (call) => {
          boxes.set(newId, { name: "web", status: "created", body: {} });
          call.cut();
        },
      },
    });
    boxes = engine.boxes;
    await expect(recreate(engine.client, "web")).rejects.toThrow(ConnectionError);
    expectBack(engine);
  });

  test.each([
    ["created", "refused"],
    ["running", "broken"],
  ])("and touches no other container that has taken the name meanwhile: %s, %s", async (status, answer) => {
    let boxes = new Map<string, Box>();
    await using engine = await world({
      over: {
        "POST /containers/create": (call) => {
          boxes.set("3", { name: "web", status, body: {} });
          if (answer === "refused") call.json(409, { message: "name is taken" });
          else call.cut();
        },
      },
    });
    boxes = engine.boxes;
    const failure = (await recreate(engine.client, "web").catch((error: unknown) => error)) as DockerError;
    const cause = expect.any(answer === "refused" ? ConflictError : ConnectionError);
    expect(failure).toMatchObject({ code: "RECREATE_LEFT", cause });
    expect(failure.message).toMatch(
      /could not be put back.*rename web-old-\w+ back to web \(name is taken\)/s,
    );
    expect([...boxes].map(([id, box]) => [id, box.status])).toEqual([
      [oldId, "running"],
      ["3", status],
    ]);
  });

  test.each(["POST /containers/{id}/rename", "POST /containers/create", "POST /containers/{id}/stop"])(
    "when it is aborted during %s, which is not left in its middle",
    async (step) => {
      const [arrived, go] = [moment(), moment()];
      await using plain = await world();
      await plain.daemon.settled();
      let first = true;
      await using engine = await world({
        over: {
          [step]: async (call) => {
            if (first) {
              first = false;
              arrived.now();
              await go.came;
            }
            return act(engine, step, call);
          },
        },
      });
      const reason = new Error("enough");
      const controller = new AbortController();
      const running = recreate(engine.client, "web", {}, { signal: controller.signal });
      await arrived.came;
      controller.abort(reason);
      await sleep(20);
      go.now();
      await expect(running).rejects.toBe(reason);
      expectBack(engine);
    },
  );

  test("when its time is up", async () => {
    await using engine = await world();
    const ready = () => new Promise(() => undefined);
    await expect(recreate(engine.client, "web", { ready }, { timeout: 300 })).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
      message: "Container web was not recreated within 300 ms.",
    });
    expectBack(engine);
  });
});

/** What the engine does with the steps that a test holds up. */
async function act({ boxes }: World, step: string, call: Call): Promise<void> {
  const box = [...boxes.values()].find(({ name }) => name.startsWith("web"));
  if (step.endsWith("create")) {
    boxes.set(newId, { name: "web", status: "created", body: {} });
    return call.json(201, { Id: newId, Warnings: [] });
  }
  if (box && step.endsWith("rename")) box.name = call.query.get("name") ?? "";
  if (box && step.endsWith("stop")) box.status = "exited";
  call.send(204);
}
