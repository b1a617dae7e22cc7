import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("the connector's scripts", (engine) => {
  const connector = connectorFor(engine);
  const docker = dockerFor(engine);
  const image = engine.uniqueName("scripts");
  beforeAll(async () => {
    await docker.build(
      {
        dockerfile: `FROM ${engine.image}\nCOPY loop.sh /loop.sh\n`,
        files: { "loop.sh": readFileSync(new URL("../loop/loop.sh", import.meta.url)) },
      },
      { tag: image, labels: engine.labels },
    );
  });
  afterAll(async () => {
    await connector.close();
    await docker.images.remove(image, { force: true });
    await docker.close();
  });

  const run = (script: string, parameters: object = {}) =>
    connector.execute<string>("run_script", {
      image,
      script,
      integration: "false",
      native: "false",
      loop_script: "/bin/sh /loop.sh",
      ...parameters,
    });

  test("run in a container that is used again, and removed with the connector's end (4.2)", async () => {
    const first = checkOutput(await run("say hello; result $(id -u)"));
    expect(first).toMatchObject({
      data: [{ results: [{ Contents: "65534" }], logs: [{ message: "hello" }], reused: false }],
      summary: { results: 1, logs: 1, reused: false },
    });
    const { containerId } = first.data[0] ?? {};
    expect(checkOutput(await run("result 2")).data[0]).toMatchObject({ containerId, reused: true });
    expect((await run("result 3", { tenant: "other" })).data[0]).toMatchObject({ reused: false });
    const failed = await run("say so far; fail no such thing");
    expect(failed).toMatchObject({
      status: "failed",
      message: "The script failed: no such thing",
      data: [{ logs: [{ message: "so far" }], containerId }],
      error: { category: "stream_error" },
    });
    expect(await run("sleep 1000", { timeout: "1" })).toMatchObject({ error: { category: "timeout" } });
    const mine = () => docker.containers.list({ all: true, filters: { ancestor: [image] } });
    expect(await mine()).toHaveLength(1);
    await connector.close();
    expect(await mine()).toEqual([]);
  });
});
