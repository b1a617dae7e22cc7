import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { waitHealthy } from "../../src/actions/wait-healthy.js";
import { NotFoundError, TimeoutError } from "../../src/errors.js";
import { clientFor } from "./container-watch-client.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

const second = 1_000_000_000;

describeEngines.concurrent("waitHealthy", (engine) => {
  const docker = dockerFor(engine);
  const { client, close } = clientFor(engine);
  afterAll(async () => {
    await docker.close();
    await close();
  });

  const box = (check: string, { script = "sleep 1000", retries = 1, ...more } = {}) =>
    withContainer(docker, engine, {
      script,
      Healthcheck: { Test: ["CMD-SHELL", check], Interval: second / 2, Retries: retries },
      ...more,
    } as Parameters<typeof withContainer>[2]);

  test("resolves when the check passes, by name and by id", async () => {
    await using container = await box("test -e /ready", { retries: 100 });
    const waiting = waitHealthy(client, container.name);
    let settled = false;
    void waiting.then(() => {
      settled = true;
    });
    await sleep(1200);
    expect(settled).toBe(false);
    await docker.exec(container.id, ["touch", "/ready"]);
    await waiting;
    await waitHealthy(client, container.id.slice(0, 12));
  });

  test("rejects with what the last check said", async () => {
    await using container = await box("echo no database; exit 3");
    await expect(waitHealthy(client, container.name)).rejects.toMatchObject({
      code: "CONTAINER_UNHEALTHY",
      message: expect.stringMatching(/unhealthy after \d+ failed checks.*code [13]: no database/s),
    });
  });

  test("waits for an unhealthy container to recover where it is told to", async () => {
    await using container = await box("test -e /ready");
    await expect(waitHealthy(client, container.name)).rejects.toMatchObject({ code: "CONTAINER_UNHEALTHY" });
    const waiting = waitHealthy(client, container.name, { failOnUnhealthy: false });
    await docker.exec(container.id, ["touch", "/ready"]);
    await waiting;
  });

  test("does not take a paused container for an unhealthy one", async () => {
    await using container = await box("true");
    await waitHealthy(client, container.name);
    await docker.containers.pause(container.id);
    const waiting = waitHealthy(client, container.name, {}, { timeout: 10_000 });
    await sleep(300);
    await docker.containers.unpause(container.id);
    await waiting;
  });

  test("waits through the restarts of a policy", async () => {
    await using container = await box("true", {
      script: "test -e /twice && exec sleep 1000; touch /twice; exit 1",
      HostConfig: { RestartPolicy: { Name: "always" } },
    } as object);
    await waitHealthy(client, container.name, {}, { timeout: 10_000 });
  });

  test("tells the exit code of a container that ends", async () => {
    await using container = await box("false", { script: "sleep 1; exit 7", retries: 100 });
    await expect(waitHealthy(client, container.name)).rejects.toMatchObject({
      code: "CONTAINER_EXITED",
      message: expect.stringContaining("exited with code 7"),
    });
  });

  test("tells of a container that is removed", async () => {
    await using container = await box("false", { retries: 100 });
    const waiting = waitHealthy(client, container.name);
    const failure = expect(waiting).rejects.toMatchObject({
      code: expect.stringMatching(/^CONTAINER_(EXITED|REMOVED)$/),
      message: expect.stringContaining("137"),
    });
    await sleep(300);
    await docker.containers.remove(container.id, { force: true });
    await failure;
  });

  test("says that there is no healthcheck", async () => {
    await using container = await withContainer(docker, engine);
    await expect(waitHealthy(client, container.name)).rejects.toMatchObject({ code: "NO_HEALTHCHECK" });
    await expect(waitHealthy(client, engine.uniqueName("none"))).rejects.toThrow(NotFoundError);
  });

  test("waits for a container that is not started yet", async () => {
    const { Id } = await docker.containers.create({
      Image: engine.image,
      Cmd: ["sleep", "1000"],
      Labels: engine.labels,
      Healthcheck: { Test: ["CMD", "true"], Interval: second / 2 },
    });
    try {
      const waiting = waitHealthy(client, Id);
      await sleep(200);
      await docker.containers.start(Id);
      await waiting;
    } finally {
      await docker.containers.remove(Id, { force: true });
    }
  });

  test("ends with its deadline, and tells what was seen last", async () => {
    await using container = await box("false", { retries: 100 });
    const failure = await waitHealthy(client, container.name, {}, { timeout: 700 }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(TimeoutError);
    expect(failure).toMatchObject({
      message: expect.stringContaining("last seen: running, its health is starting"),
    });
  });
});
