import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { all, dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.concurrent("logs", (engine) => {
  const docker = dockerFor(engine);
  const { containers } = docker;
  afterAll(() => docker.close());

  const script = "echo out é; echo err >&2; printf end";

  test("give both streams, each by itself, or one of them", async () => {
    await using box = await withContainer(docker, engine, { script });
    await containers.wait(box.id);
    const { stdout, stderr } = await containers.logs(box.id).collect();
    expect([stdout.toString(), stderr.toString()]).toEqual(["out é\nend", "err\n"]);
    expect(await containers.logs(box.id, { stderr: true }).text()).toBe("err\n");
    expect(await containers.logs(box.id, { stderr: false }).text()).toBe("out é\nend");
  });

  test("of a TTY are what it shows, without frames", async () => {
    await using box = await withContainer(docker, engine, { script, Tty: true });
    await containers.wait(box.id);
    const text = await containers.logs(box.id).text();
    expect(text.replaceAll("\r\n", "\n").split("\n").sort()).toEqual(["end", "err", "out é"]);
  });

  test("are read in an older version too, where no content type tells a TTY", async () => {
    await using old = dockerFor(engine, { apiVersion: "1.41" });
    for (const Tty of [false, true]) {
      await using box = await withContainer(docker, engine, { script: "echo one", Tty });
      await containers.wait(box.id);
      expect((await old.containers.logs(box.id).text()).trim()).toBe("one");
    }
  });

  test("are followed to the container's end, line by line", async () => {
    await using box = await withContainer(docker, engine, {
      script: "for n in 1 2 3; do echo $n; sleep 0.2; done",
    });
    const lines = await all(containers.logs(box.id, { follow: true }).lines());
    expect(lines).toEqual(["1", "2", "3"].map((text) => ({ stream: "stdout", text })));
  });

  test("are followed until the loop is left, and the container lives on", async () => {
    await using box = await withContainer(docker, engine, { script: "while echo tick; do sleep 0.05; done" });
    let count = 0;
    for await (const { text } of containers.logs(box.id, { follow: true }).lines()) {
      expect(text).toBe("tick");
      if (++count === 5) break;
    }
    expect((await containers.inspect(box.id)).State.Running).toBe(true);
  });

  test("stop with the signal's reason", async () => {
    await using box = await withContainer(docker, engine);
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    await expect(
      containers.logs(box.id, { follow: true }, { signal: controller.signal }).text(),
    ).rejects.toBe(reason);
  });

  test("give the last lines", async () => {
    await using box = await withContainer(docker, engine, { script: "for n in 1 2 3 4 5; do echo $n; done" });
    await containers.wait(box.id);
    expect(await containers.logs(box.id, { tail: "2" }).text()).toBe("4\n5\n");
    expect(await containers.logs(box.id, { tail: "0" }).text()).toBe("");
  });

  test("give the lines between two moments, to the nanosecond", async () => {
    await using box = await withContainer(docker, engine, {
      script: "for n in 1 2 3; do echo $n; sleep 0.1; done",
    });
    await containers.wait(box.id);
    const stamped = (await containers.logs(box.id, { timestamps: true }).text()).trim().split("\n");
    const [first, second, third] = stamped.map((line) => line.split(" "));
    expect([first?.[1], second?.[1], third?.[1]]).toEqual(["1", "2", "3"]);
    expect(second?.[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+\.\d+Z$/);
    expect(await containers.logs(box.id, { since: second?.[0] ?? "" }).text()).toBe("2\n3\n");
    expect(await containers.logs(box.id, { until: second?.[0] ?? "" }).text()).toBe("1\n2\n");
    expect(await containers.logs(box.id, { since: "1h" }).text()).toBe("1\n2\n3\n");
    expect(await containers.logs(box.id, { until: new Date(Date.now() - 3_600_000) }).text()).toBe("");
  });

  test("keep characters of several bytes that are written one byte at a time", async () => {
    const drip = 'for b in 303 251 303 251; do printf "\\\\$b"; sleep 0.05; done; echo';
    await using box = await withContainer(docker, engine, { script: drip });
    expect(await containers.logs(box.id, { follow: true }).text()).toBe("éé\n");
  });

  test("hold back a container that writes more than is read", async () => {
    // It lives on: engine 20.10 cuts a log that is followed when its container ends before all is read.
    await using box = await withContainer(docker, engine, {
      script: "yes $(printf %01000d 0) | head -n 20000; sleep 60",
    });
    let size = 0;
    for await (const { data } of containers.logs(box.id, { follow: true })) {
      if (size === 0) await sleep(300);
      size += data.length;
      if (size >= 20_020_000) break;
    }
    expect(size).toBe(20_020_000);
  });
});
