import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { waitFor } from "../../src/actions/wait-for.js";
import { NotFoundError } from "../../src/errors.js";
import { clientFor } from "./container-watch-client.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.concurrent("waitFor", (engine) => {
  const docker = dockerFor(engine);
  const { client, close } = clientFor(engine);
  afterAll(async () => {
    await docker.close();
    await close();
  });

  /** A container that is not started. */
  async function created(script: string, HostConfig: object = {}, more: object = {}) {
    const { Id: id } = await docker.containers.create({
      Image: engine.image,
      Cmd: ["/bin/sh", "-c", script],
      Labels: engine.labels,
      StopSignal: "SIGKILL",
      HostConfig,
      ...more,
    });
    const remove = () =>
      docker.containers.remove(id, { force: true, volumes: true }).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      });
    return { id, [Symbol.asyncDispose]: remove };
  }

  describe("a state", () => {
    test("of a container that starts, ends and is removed", async () => {
      await using box = await created("sleep 0.5; exit 9");
      const [running, exit, removed] = [
        waitFor(client, box.id, "running"),
        waitFor(client, box.id, "exit"),
        waitFor(client, box.id, "removed"),
      ];
      await sleep(200);
      await docker.containers.start(box.id);
      expect(await running).toBeUndefined();
      expect(await exit).toEqual({ exitCode: 9 });
      expect(await waitFor(client, box.id, "exit")).toEqual({ exitCode: 9 });
      await docker.containers.remove(box.id);
      expect(await removed).toBeUndefined();
    });

    test("not lost on a container that is gone at once", async () => {
      for (let n = 0; n < 5; n++) {
        await using box = await created("exit 4", { AutoRemove: true });
        const waits = [waitFor(client, box.id, "exit"), waitFor(client, box.id, "removed")];
        // So that they have begun: afterwards there is nothing to wait for any more.
        await sleep(150);
        await docker.containers.start(box.id);
        expect(await Promise.all(waits)).toEqual([{ exitCode: 4 }, undefined]);
      }
    });

    test("whenever one begins to wait for the end", async () => {
      for (const pause of [0, 20, 40, 60, 80, 120]) {
        await using box = await created("sleep 0.1; exit 5");
        await docker.containers.start(box.id);
        await sleep(pause);
        expect(await waitFor(client, box.id, "exit", {}, { timeout: 5000 })).toEqual({ exitCode: 5 });
      }
    });

    test("of a container that its policy starts again, run by run", async () => {
      await using box = await created("sleep 0.5; exit 3", { RestartPolicy: { Name: "always" } });
      await docker.containers.start(box.id);
      expect(await waitFor(client, box.id, "exit")).toEqual({ exitCode: 3 });
      await waitFor(client, box.id, "running", {}, { timeout: 10_000 });
      expect(await waitFor(client, box.id, "exit", {}, { timeout: 10_000 })).toEqual({ exitCode: 3 });
    });

    test("that does not come", async () => {
      await using box = await created("exit 2");
      await docker.containers.start(box.id);
      await waitFor(client, box.id, "exit");
      await expect(waitFor(client, box.id, "running")).rejects.toMatchObject({ code: "CONTAINER_EXITED" });
    });

    test("that comes too late", async () => {
      await using box = await withContainer(docker, engine);
      await expect(waitFor(client, box.id, "exit", {}, { timeout: 300 })).rejects.toMatchObject({
        code: "TIMEOUT_TOTAL",
        message: expect.stringContaining("last seen: running"),
      });
      const signal = AbortSignal.timeout(300);
      await expect(waitFor(client, box.id, "removed", {}, { signal })).rejects.toMatchObject({
        name: "TimeoutError",
        code: 23,
      });
    });
  });

  describe("a line of the log", () => {
    test("that is there, that comes, and by stream", async () => {
      await using box = await created("echo first; echo err >&2; sleep 1; echo second 42; exec sleep 1000");
      const waiting = waitFor(client, box.id, { log: /second (?<n>\d+)/g });
      await sleep(100);
      await docker.containers.start(box.id);
      const found = await waiting;
      expect(found).toMatchObject({ stream: "stdout", text: "second 42" });
      expect(found.match.groups?.n).toBe("42");
      expect(await waitFor(client, box.id, { log: "irs" })).toMatchObject({ text: "first" });
      expect(await waitFor(client, box.id, { log: "err", stream: "stderr" })).toMatchObject({
        stream: "stderr",
      });
      const none = waitFor(client, box.id, { log: "err", stream: "stdout" }, {}, { timeout: 500 });
      await expect(none).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
    });

    test("that has no newline and is the container's last one", async () => {
      await using box = await created("sleep 0.3; printf done");
      await docker.containers.start(box.id);
      expect(await waitFor(client, box.id, { log: "done" })).toMatchObject({ text: "done" });
      expect(await waitFor(client, box.id, { log: "done" })).toMatchObject({ text: "done" });
    });

    test("that never came, with the last ones that did", async () => {
      await using box = await created("for n in 1 2 3; do echo line $n; done; sleep 0.3; exit 6");
      await docker.containers.start(box.id);
      await expect(waitFor(client, box.id, { log: "ready" })).rejects.toMatchObject({
        code: "CONTAINER_EXITED",
        message: expect.stringMatching(/exited with code 6 .*\nline 1\nline 2\nline 3$/s),
      });
    });

    test("of a later run", async () => {
      await using box = await created("test -e /t && echo twice && exec sleep 1000; touch /t; exit 1", {
        RestartPolicy: { Name: "always" },
      });
      await docker.containers.start(box.id);
      expect(await waitFor(client, box.id, { log: "twice" }, {}, { timeout: 10_000 })).toMatchObject({
        text: "twice",
      });
    });

    test("of a container that is removed meanwhile", async () => {
      await using box = await withContainer(docker, engine, { script: "echo a; exec sleep 1000" });
      const failure = expect(waitFor(client, box.id, { log: "b" })).rejects.toMatchObject({
        code: expect.stringMatching(/^CONTAINER_/),
        message: expect.stringContaining("137"),
      });
      await sleep(300);
      await docker.containers.remove(box.id, { force: true });
      await failure;
    });
  });

  describe("a port", () => {
    const processes = async (id: string) =>
      (await docker.containers.top(id)).Processes?.map((row) => row.join(" ")).filter((row) =>
        /\bsh\b/.test(row),
      ) ?? [];

    test("that is not open yet, whatever the engine's proxy says", async () => {
      await using box = await created(
        "while ! test -e /go; do sleep 0.1; done; exec nc -ll -p 8080 -e cat",
        {
          PortBindings: { "8080/tcp": [{ HostPort: "" }] },
        },
        { ExposedPorts: { "8080/tcp": {} } },
      );
      await docker.containers.start(box.id);
      const waiting = waitFor(client, box.id, { port: 8080 });
      let settled = false;
      void waiting.then(() => {
        settled = true;
      });
      await sleep(1000);
      expect(settled).toBe(false);
      await docker.exec(box.id, ["touch", "/go"]);
      const { port, published } = await waiting;
      expect(port).toBe(8080);
      expect(published[0]?.port).toBeGreaterThan(1024);
    });

    test("that listens on loopback alone is not open", async () => {
      await using box = await withContainer(docker, engine, {
        script: "nc -ll -p 90 -s 127.0.0.1 -e cat & exec sleep 1000",
      });
      const waiting = waitFor(client, box.id, { port: 90 }, {}, { timeout: 1000 });
      await expect(waiting).rejects.toMatchObject({
        code: "TIMEOUT_TOTAL",
        message: expect.stringContaining("Port 90 of container"),
      });
    });

    test("leaves nothing running in the container, found or not", async ({ expect }) => {
      await using box = await withContainer(docker, engine, {
        script: "nc -ll -p 91 -e cat & exec sleep 1000",
      });
      await waitFor(client, box.id, { port: 91 });
      const controller = new AbortController();
      const waiting = waitFor(client, box.id, { port: 92 }, {}, { signal: controller.signal });
      await expect.poll(() => processes(box.id), { timeout: 5000 }).not.toEqual([]);
      const reason = new Error("enough");
      controller.abort(reason);
      await expect(waiting).rejects.toBe(reason);
      await expect.poll(() => processes(box.id), { timeout: 5000 }).toEqual([]);
      await expect(waitFor(client, box.id, { port: 92 }, {}, { timeout: 500 })).rejects.toMatchObject({
        code: "TIMEOUT_TOTAL",
      });
      await expect.poll(() => processes(box.id), { timeout: 5000 }).toEqual([]);
    });

    test("of a container that ends meanwhile", async () => {
      await using box = await created("sleep 1; exit 8");
      const waiting = waitFor(client, box.id, { port: 80 });
      await docker.containers.start(box.id);
      await expect(waiting).rejects.toMatchObject({
        code: "CONTAINER_EXITED",
        message: expect.stringContaining("exited with code 8 before port 80 was open"),
      });
    });

    test("of a container without a shell is not guessed", async ({ expect }) => {
      await using box = await withContainer(docker, engine, { script: "rm /bin/sh; exec sleep 1000" });
      await expect
        .poll(() => docker.exec(box.id, ["sh", "-c", "true"]).then(({ exitCode }) => exitCode))
        .toBeGreaterThan(125);
      await expect(waitFor(client, box.id, { port: 80 })).rejects.toMatchObject({
        code: "PORT_NOT_VISIBLE",
        message: expect.stringContaining("has no shell"),
      });
      await expect(waitFor(client, box.id, { port: 80, host: "127.0.0.1" })).rejects.toMatchObject({
        code: "PORT_NOT_VISIBLE",
        message: expect.stringContaining("does not publish it"),
      });
    });
  });
});
