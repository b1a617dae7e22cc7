import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { BUSYBOX_IMAGE } from "../../scripts/engine/busybox.js";
import { findProgram } from "../../scripts/engine/install.js";
import { startEngine } from "../../scripts/engine/start.js";
import { Docker } from "../../src/docker.js";
import type { StreamGap } from "../../src/streams/resume-options.js";
import { faultProxy } from "../helpers/fault-proxy.js";
import { byte, cut } from "../helpers/faults.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("streams that resume", (engine) => {
  const docker = dockerFor(engine);
  afterAll(() => docker.close());
  const isLocal = engine.host.startsWith("unix://");

  test.skipIf(!isLocal).each([false, true])(
    "give a log without loss or repetition over a connection that is cut again and again (TTY: %s)",
    { timeout: 30_000 },
    async (Tty) => {
      const long = "yes x | tr -d '\\n' | head -c 40000";
      const script = `for n in $(seq 1 300); do echo $n; echo $n >&2; [ $((n % 50)) = 0 ] && { ${long}; echo; }; usleep 5000; done; printf end`;
      await using proxy = await cuttingProxy(engine.host);
      await using far = new Docker({ host: proxy.host, apiVersion: engine.apiVersion });
      await using box = await withContainer(docker, engine, { script, Tty });
      const gaps: StreamGap[] = [];
      let reconnects = 0;
      const resume = { onGap: (gap: StreamGap) => gaps.push(gap), onReconnect: () => reconnects++ };
      const got = await far.containers.logs(box.id, { follow: true, resume }).collect();
      const want = await docker.containers.logs(box.id).collect();
      expect(got.stdout.equals(want.stdout)).toBe(true);
      expect(got.stderr.equals(want.stderr)).toBe(true);
      expect(got.stdout.toString().endsWith("end")).toBe(true);
      expect(gaps).toEqual([]);
      expect(reconnects).toBeGreaterThan(5);
    },
  );

  test.skipIf(!isLocal)("give every event once over a connection that is cut again and again", async () => {
    await using proxy = await cuttingProxy(engine.host);
    await using far = new Docker({ host: proxy.host, apiVersion: engine.apiVersion });
    const label = engine.uniqueName("resume");
    const names = Array.from({ length: 40 }, (_, n) => `${label}-${n}`);
    const gaps: StreamGap[] = [];
    const seen: string[] = [];
    const filters = { type: ["volume" as const], event: ["create"] };
    const stream = far.system.events({ filters, resume: { onGap: (gap) => gaps.push(gap) } });
    const reading = (async () => {
      for await (const { Actor } of stream) {
        if (Actor.ID.startsWith(label)) seen.push(Actor.ID);
        if (Actor.ID === names.at(-1)) break;
      }
    })();
    await sleep(300);
    try {
      for (const Name of names) {
        await docker.volumes.create({ Name, Labels: { ...engine.labels } });
        if (Math.random() < 0.2) proxy.cut();
      }
      await reading;
    } finally {
      await stream.close();
      for (const name of names) await docker.volumes.remove(name, { force: true });
    }
    expect(seen).toEqual(names);
    expect(gaps).toEqual([]);
  });

  test("end with a container that has no restart policy, soon after it", async () => {
    await using box = await withContainer(docker, engine, { script: "echo one; sleep 0.2; printf two" });
    const before = performance.now();
    expect(await docker.containers.logs(box.id, { follow: true, resume: true }).text()).toBe("one\ntwo");
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test("follow a container through its restarts", async () => {
    const HostConfig = { RestartPolicy: { Name: "on-failure" as const, MaximumRetryCount: 2 } };
    await using box = await withContainer(docker, engine, {
      script: "echo run; printf end; exit 1",
      HostConfig,
    });
    let text = "";
    for await (const { data } of docker.containers.logs(box.id, { follow: true, resume: true })) {
      text += data;
      if (text === "run\nendrun\nendrun\nend") break;
    }
    expect(text).toBe("run\nendrun\nendrun\nend");
  });

  test("end at `until`", async () => {
    await using box = await withContainer(docker, engine, {
      script: "while echo tick; do usleep 50000; done",
    });
    const until = new Date(Date.now() + 800);
    const text = await docker.containers
      .logs(box.id, { follow: true, until, resume: true, timestamps: true })
      .text();
    const times = text
      .trim()
      .split("\n")
      .map((line) => Date.parse(line.slice(0, 30)));
    expect(Math.max(...times)).toBeLessThanOrEqual(until.getTime());
    expect(times.length).toBeGreaterThan(5);
    for await (const _ of docker.system.events({ until: new Date(Date.now() + 300), resume: true }));
  });
});

const ready = process.getuid?.() === 0 && (await findProgram("dockerd")) !== undefined;
const required = process.env.DOCKER_ENGINE_SDK_REQUIRE_ENGINE === "1";

describe.skipIf(!ready && !required)(
  "an engine that restarts (needs root and dockerd)",
  { timeout: 60_000 },
  () => {
    const counting = "n=0; while :; do n=$((n+1)); echo $n; echo $n >&2; usleep 10000; done";
    const create = (docker: Docker, name: string, more: object = {}) =>
      docker.containers.create(
        {
          Image: BUSYBOX_IMAGE,
          Cmd: ["/bin/sh", "-c", counting],
          StopSignal: "SIGKILL",
          HostConfig: { RestartPolicy: { Name: "always" } },
          ...more,
        },
        { name },
      );

    test.each([
      ["is killed", "KILL", false],
      ["is killed", "KILL", true],
      ["goes down in order", "TERM", false],
    ] as const)(
      "and %s loses no line of a container that starts with it, and repeats none (%s, TTY: %s)",
      async (_, signal, Tty) => {
        await using engine = await startEngine();
        await using docker = new Docker({ host: engine.host });
        const { Id } = await create(docker, "counter", { Tty });
        await docker.containers.start(Id);
        const log = follow(docker, Id);
        await log.reaches(50);
        await engine.kill(signal);
        await sleep(300);
        await engine.startAgain();
        const before = log.lines.length;
        await log.reaches(before + 50);
        await log.stop();
        await docker.containers.stop(Id);
        const stream = Tty ? "console" : "stdout";
        const all = (await docker.containers.logs(Id, Tty ? {} : { stdout: true }).text()).split(/\r?\n/);
        const got = log.lines.filter((line) => line.stream === stream).map(({ text }) => text);
        expect(got).toEqual(all.slice(0, got.length));
        // Two runs of the container.
        expect(got.filter((text) => text === "1")).toHaveLength(Tty ? 4 : 2);
        expect(log.gaps).toEqual([]);
      },
    );

    test("and leaves its containers alone loses no number and repeats none", async () => {
      await using engine = await startEngine({ liveRestore: true });
      await using docker = new Docker({ host: engine.host });
      const { Id } = await create(docker, "counter");
      await docker.containers.start(Id);
      const log = follow(docker, Id);
      for (let round = 1; round <= 2; round++) {
        await log.reaches(log.lines.length + 50);
        await engine.kill();
        await sleep(300);
        await engine.startAgain();
      }
      await log.reaches(log.lines.length + 50);
      await log.stop();
      for (const name of ["stdout", "stderr"]) {
        const got = log.lines.filter(({ stream }) => stream === name).map(({ text }) => Number(text));
        expect(got).toEqual(got.map((_, index) => index + 1));
      }
      expect(log.gaps).toEqual([]);
      await docker.containers.remove(Id, { force: true });
    });

    test("gives every event once, and the gap between is told", async () => {
      await using engine = await startEngine();
      await using docker = new Docker({ host: engine.host });
      const gaps: StreamGap[] = [];
      const seen: string[] = [];
      const stream = docker.system.events({
        filters: { type: ["volume"] },
        resume: { onGap: (gap) => gaps.push(gap) },
      });
      let last = 0;
      const reading = (async () => {
        for await (const { Actor, Action, time } of stream) {
          seen.push(`${Action} ${Actor.ID}`);
          if (gaps.length === 0) last = time;
        }
      })();
      const make = async (...names: string[]) => {
        for (const Name of names) await docker.volumes.create({ Name });
      };
      await sleep(100);
      await make("volume-a", "volume-b");
      await expect.poll(() => seen.length).toBe(2);
      await engine.kill();
      await engine.startAgain();
      await make("volume-c", "volume-d");
      await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(4);
      await stream.close();
      await reading;
      expect(seen).toEqual(["create volume-a", "create volume-b", "create volume-c", "create volume-d"]);
      expect(gaps).toHaveLength(1);
      const [gap] = gaps;
      expect(Math.floor(Date.parse(gap?.from ?? "") / 1000)).toBe(last);
      expect(Date.parse(gap?.to ?? "")).toBeGreaterThan(Date.parse(gap?.from ?? ""));
    });
  },
);

/** Follows a log with `resume` in the background. */
function follow(docker: Docker, id: string) {
  const lines: { stream: string; text: string }[] = [];
  const gaps: StreamGap[] = [];
  const stream = docker.containers.logs(id, { follow: true, resume: { onGap: (gap) => gaps.push(gap) } });
  const reading = (async () => {
    for await (const line of stream.lines()) lines.push(line);
  })();
  return {
    lines,
    gaps,
    async reaches(count: number) {
      const enough = expect.poll(() => lines.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
      await Promise.race([enough, reading.then(() => enough)]);
    },
    async stop() {
      await stream.close();
      await reading;
    },
  };
}

/** A way to an engine that cuts each answer that goes on when a number of bytes has come through: now few, now many. */
function cuttingProxy(host: string) {
  // The longest line comes through most times, and the number of sizes is odd, as some calls come in pairs.
  const sizes = [8_009, 100_003, 50_021];
  let count = 0;
  return faultProxy(host, ({ line }) => {
    if (!/\/(logs|events)$/.test(line)) return undefined;
    return cut(byte(sizes[count++ % sizes.length] ?? 0));
  });
}
