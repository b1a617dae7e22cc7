import { afterAll, expect, test } from "vitest";
import type { Envelope } from "../../src/connector/envelope.js";
import { connectorFor } from "./connector-for.js";
import { configOf, ServeProcess } from "./connector-process.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

describeEngines.edges("the connector's process", (engine) => {
  const docker = dockerFor(engine);
  /** A label that everything of this test bears. */
  const mark = engine.uniqueName("serve");
  afterAll(() => docker.close());

  test("does a thousand mixed actions, sixteen at a time, and grows by nothing", {
    timeout: 300_000,
  }, async () => {
    await using server = new ServeProcess(configOf(engine));
    const memory: number[] = [];
    const answers: Envelope[] = [];
    const run = async (step: Step) => {
      const envelope = await server.execute(step.action, step.parameters);
      answers.push(envelope);
      if (answers.length % 25 === 0) memory.push(server.memory());
      check(envelope, step);
    };
    const rounds = Array.from({ length: 40 }, (_, index) => roundOf(engine, mark, index));
    const started = performance.now();
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let round = rounds.shift(); round; round = rounds.shift()) {
          for (const step of round) await run(step);
        }
      }),
    );
    const seconds = (performance.now() - started) / 1000;

    expect(answers).toHaveLength(1000);
    // Each line was the answer to a request of its own, the first one to configure, or told of progress.
    const ids = server.lines.map((line) => JSON.parse(line).id).filter((id) => id !== undefined);
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 1001 }, (_, id) => id));
    const left = await docker.containers.list({
      all: true,
      filters: { label: [mark] },
    });
    expect(left).toEqual([]);

    const [first, second] = [memory.slice(8, 24), memory.slice(24)].map(median);
    process.stdout.write(
      `${engine.name}: 1000 actions in ${seconds.toFixed(1)} s; memory ${megabytes(first)}, then ${megabytes(second)}, most ${megabytes(Math.max(...memory))}\n`,
    );
    expect(second).toBeLessThan((first ?? 0) * 1.2);
    expect(Math.max(...memory)).toBeLessThan(400 * 1024 * 1024);
    expect(server.log).not.toMatch(/Warning|Error/);
  });

  test("costs a call no more than a millisecond", { timeout: 120_000 }, async () => {
    await using server = new ServeProcess(configOf(engine));
    await using here = connectorFor(engine);
    const timed = async (times: number[], call: () => Promise<Envelope>) => {
      const started = performance.now();
      const { status } = await call();
      times.push(performance.now() - started);
      expect(status).toBe("success");
    };
    const pair = async (count: number) => {
      const [near, far]: [number[], number[]] = [[], []];
      // One after the other, so that what else this machine does counts for both.
      for (let turn = 0; turn < count; turn++) {
        await timed(near, () => here.execute("ping"));
        await timed(far, () => server.execute("ping"));
      }
      return { near: median(near), far: median(far), overhead: median(far) - median(near) };
    };
    // The first ones compile.
    await pair(100);
    let best = await pair(300);
    // A machine that is busy takes its time from two processes more than from one: it gets further chances.
    for (let round = 0; round < 20 && best.overhead > 1; round++) {
      const next = await pair(100);
      if (next.overhead < best.overhead) best = next;
    }
    const { near, far, overhead } = best;
    process.stdout.write(
      `${engine.name}: a call takes ${near.toFixed(2)} ms in the process and ${far.toFixed(2)} ms through another: ${overhead.toFixed(2)} ms more\n`,
    );
    expect(overhead).toBeLessThanOrEqual(1);
  });

  test("that is told to end cancels what is under way, answers it, and ends well", {
    timeout: 60_000,
  }, async () => {
    await using box = await withContainer(docker, engine);
    await using server = new ServeProcess(configOf(engine));
    await server.execute("ping");
    const waits = Array.from({ length: 8 }, () => server.execute("container_wait", { id: box.id }));
    // As lines are read in order, the waits are under way when this is answered. There are ten connections.
    await server.execute("ping");
    server.child.kill("SIGTERM");
    for (const envelope of await Promise.all(waits)) {
      expect(envelope).toMatchObject({ status: "failed", error: { category: "cancelled", retryable: true } });
    }
    expect(await server.ended).toBe(0);
    expect(server.lines).toHaveLength(11);
    expect((await docker.containers.inspect(box.id)).State?.Running).toBe(true);
  });

  test("whose input ends answers all of it first", { timeout: 60_000 }, async () => {
    await using server = new ServeProcess(configOf(engine));
    const calls = Array.from({ length: 100 }, (_, index) =>
      index % 2 ? server.execute("list_images") : server.execute("inspect_image", { name: "no-such-image" }),
    );
    server.child.stdin?.end();
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === "success")).toHaveLength(50);
    expect(answers.filter(({ error }) => error?.category === "not_found")).toHaveLength(50);
    expect(await server.ended).toBe(0);
  });

  test("whose log nobody reads answers as ever", { timeout: 60_000 }, async () => {
    await using server = new ServeProcess(configOf(engine));
    await server.execute("ping");
    server.child.stderr?.destroy();
    for (let turn = 0; turn < 5; turn++) expect((await server.execute("ping")).status).toBe("success");
    server.child.stdin?.end();
    expect(await server.ended).toBe(0);
  });

  test("whose answers nobody reads any more ends, and leaves nothing under way", {
    timeout: 60_000,
  }, async () => {
    await using box = await withContainer(docker, engine);
    await using server = new ServeProcess(configOf(engine), { read: false });
    server.send({ id: 1, method: "execute", params: { action: "container_wait", params: { id: box.id } } });
    // More than a pipe holds, so that answers wait to be read.
    for (let id = 2; id < 12; id++) server.send({ id, method: "actions" });
    await expect.poll(() => server.child.stdout?.readableLength, { timeout: 30_000 }).toBeGreaterThan(0);
    server.child.stdout?.destroy();
    server.send({ id: 12, method: "execute", params: { action: "ping" } });
    expect(await server.ended).toBe(0);
    expect(server.log).not.toMatch(/EPIPE|Error|\n\s+at /);
  });
});

/** Twenty-five actions as a playbook mixes them. */
function roundOf(engine: TestEngine, mark: string, index: number): Step[] {
  const labels = JSON.stringify({ ...engine.labels, [mark]: "" });
  const [name, volume, network] = ["box", "vol", "net"].map((area) => engine.uniqueName(area));
  const id = { id: name };
  const ok = (action: string, parameters: object = {}, has: object = {}): Step => ({
    action,
    parameters,
    has,
  });
  const fails = (category: string, action: string, parameters: object): Step => ({
    action,
    parameters,
    category,
  });
  // An engine has addresses for some thirty networks.
  const ofNetworks =
    index % 4 === 0
      ? [
          ok("create_network", { name: network, labels }),
          ok("inspect_network", { id: network }, { Name: network }),
          ok("remove_network", { id: network }),
        ]
      : [
          ok("list_networks", { filters: `name=${network}` }),
          ok("get_version"),
          ok("ping", {}, { value: "OK" }),
        ];
  return [
    ok("list_containers", { all: "true", filters: `name=${name}` }),
    ok("create_container", {
      name,
      image: engine.image,
      cmd: `sh -c 'echo ${name}; sleep 600'`,
      labels,
      stop_signal: "SIGKILL",
    }),
    fails("not_found", "inspect_container", { id: `${name}-not` }),
    ok("inspect_container", id, { Name: `/${name}` }),
    ok("start_container", id),
    ok("list_containers", { filters: `name=${name}` }, { Names: [`/${name}`] }),
    fails("validation", "stop_container", { ...id, timeout: "soon" }),
    ok("exec_container", { id: name, cmd: `echo ${name}` }, { stdout: `${name}\n` }),
    ok("container_logs", { ...id, stdout: "true" }),
    ok("container_top", id),
    ok("create_volume", { name: volume, labels }, { Name: volume }),
    ok("inspect_volume", { name: volume }, { Name: volume }),
    ok("list_volumes", { filters: `name=${volume}` }),
    fails("conflict", "remove_container", id),
    ok("remove_volume", { name: volume }),
    ...ofNetworks,
    ok("list_images"),
    ok("inspect_image", { name: engine.image }),
    fails("validation", "stopp_container", id),
    ok("stop_container", { ...id, timeout: "5" }),
    ok("stop_container", id),
    ok("remove_container", id),
    fails("not_found", "remove_volume", { name: volume }),
  ];
}

interface Step {
  readonly action: string;
  readonly parameters: object;
  /** What the first item of the data has in it. */
  readonly has?: object;
  /** What it fails with. */
  readonly category?: string;
}

/** Whether this is the answer to this step and no other's. */
function check(envelope: Envelope, { action, has, category }: Step): void {
  expect(envelope.action).toBe(action);
  if (category) expect(envelope.error?.category).toBe(category);
  else expect(envelope).toMatchObject({ status: "success" });
  if (has && Object.keys(has).length > 0) expect(envelope.data[0]).toMatchObject(has);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function megabytes(bytes = 0): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}
