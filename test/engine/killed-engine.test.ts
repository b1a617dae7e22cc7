import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProgram } from "../../scripts/engine/install.js";
import { type PrivateEngine, startEngine } from "../../scripts/engine/start.js";
import { Docker } from "../../src/docker.js";
import { ConnectionError } from "../../src/errors.js";
import { openSockets } from "../helpers/connection.js";
import { listenersOf, timers } from "../helpers/exchanges.js";
import { countingContainer, works } from "./killed/works.js";
import { type StallingRegistry, stallingRegistry } from "./registry/stalling-registry.js";

const ready = process.getuid?.() === 0 && (await findProgram("dockerd")) !== undefined;
const required = process.env.DOCKER_ENGINE_SDK_REQUIRE_ENGINE === "1";

// All is under way at once when the engine is killed: it takes seconds to come back. What resumes is killed in resume.test.ts.
describe.skipIf(!ready && !required)(
  "an engine that is killed (needs root and dockerd)",
  { timeout: 60_000 },
  () => {
    const { signal } = new AbortController();
    const stray: unknown[] = [];
    const note = (error: unknown) => stray.push(error);
    let engine: PrivateEngine;
    let registry: StallingRegistry;
    let docker: Docker;
    let patient: Docker;
    let box: string;
    let source: string;
    let target: string;
    let before: { sockets: number; timers: number };

    beforeAll(async () => {
      process.on("unhandledRejection", note).on("uncaughtExceptionMonitor", note);
      registry = await stallingRegistry();
      engine = await startEngine();
      before = { sockets: openSockets(), timers: timers() };
      docker = new Docker({ host: engine.host });
      // A daemon that starts takes the socket of the one before it away for a moment.
      const on = ["CONNECTION_REFUSED", "CONNECTION_RESET", "SOCKET_NOT_FOUND"] as const;
      patient = new Docker({ host: engine.host, retry: { attempts: 200, maxDelay: 250, on } });
      box = await countingContainer(docker);
      source = await countingContainer(docker);
      target = await countingContainer(docker);
    });

    afterAll(async () => {
      await Promise.all([docker?.close(), patient?.close()]);
      await engine?.stop();
      await registry?.[Symbol.asyncDispose]();
      process.off("unhandledRejection", note).off("uncaughtExceptionMonitor", note);
    });

    test("fails all that is under way, each once, soon and with a word on the connection; who has patience sees nothing", async () => {
      const list = works({ docker, box, source, target, registry, signal });
      await Promise.all(list.map(({ begun }) => begun));
      const inspecting = inspectors(200, docker, box, signal);
      const patiently = inspectors(20, patient, box, signal);
      await expect.poll(inspecting.answers, { timeout: 20_000 }).toBeGreaterThan(400);
      const settled = Promise.allSettled([...list.map(({ done }) => done), ...inspecting.workers]);
      await engine.kill();
      const killed = performance.now();
      const names = [...list.map(({ name }) => name), ...inspecting.workers.map(() => "inspects")];
      const told = (await settled).map((outcome, index) => [names[index], reasonOf(outcome)]);
      expect(told).toEqual(names.map((name) => [name, "ConnectionError"]));
      expect(performance.now() - killed).toBeLessThan(5_000);
      const soFar = patiently.answers();
      await engine.startAgain();
      await expect.poll(patiently.answers, { timeout: 20_000 }).toBeGreaterThan(soFar + 100);
      patiently.stop();
      await Promise.all(patiently.workers);
      expect(listenersOf(signal)).toBe(0);
      expect(stray).toEqual([]);
    });

    test("serves the same client again", async () => {
      registry.goOn();
      expect(await docker.images.pull(registry.image)).toMatchObject({ downloaded: true });
      await docker.containers.start(box);
      expect(await docker.exec(box, ["echo", "back"])).toEqual({ exitCode: 0, stdout: "back\n", stderr: "" });
      const { id } = await docker.build({ dockerfile: `FROM ${registry.image}\nLABEL a=b` });
      expect((await docker.images.inspect(id)).Config?.Labels).toEqual({ a: "b" });
      await docker.containers.remove(box, { force: true });
    });

    test("leaves no connection and no timer with its clients", async () => {
      await Promise.all([docker.close(), patient.close()]);
      await expect.poll(openSockets).toBeLessThanOrEqual(before.sockets);
      await expect.poll(timers).toBeLessThanOrEqual(before.timers);
      expect(stray).toEqual([]);
    });
  },
);

/** So many who inspect a container, each as soon as it has its answer, until one fails it. */
function inspectors(count: number, { containers }: Docker, box: string, signal: AbortSignal) {
  let answers = 0;
  let over = false;
  const workers = Array.from({ length: count }, async () => {
    while (!over) {
      expect((await containers.inspect(box, {}, { signal })).Id).toBe(box);
      answers++;
    }
  });
  return {
    workers,
    answers: () => answers,
    stop: () => {
      over = true;
    },
  };
}

/** The error's name, where it is one that says what has happened. */
function reasonOf(outcome: PromiseSettledResult<unknown>): unknown {
  if (outcome.status === "fulfilled") return outcome;
  const { reason } = outcome;
  if (!(reason instanceof ConnectionError)) return reason;
  const isClear = /Docker engine at unix:\S+ .*: (the other side closed it|the socket is there but nothing)/;
  return isClear.test(reason.message) ? reason.name : reason;
}
