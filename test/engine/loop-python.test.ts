import { afterAll, beforeAll, expect, test } from "vitest";
import { loop } from "../../src/actions/loop/index.js";
import { connectorFor } from "./connector-for.js";
import { clientFor } from "./container-watch-client.js";
import { dockerFor } from "./docker-for.js";
import { hasPythonFiles, pythonArchive } from "./python-image.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("loop in Python", (engine) => {
  const docker = dockerFor(engine);
  const { client, close } = clientFor(engine);
  const image = engine.uniqueName("python");
  beforeAll(async () => {
    if (hasPythonFiles) await docker.images.import(pythonArchive(), { repo: image, tag: "latest" });
  });
  afterAll(async () => {
    if (hasPythonFiles) await docker.images.remove(image, { force: true });
    await Promise.all([docker.close(), close()]);
  });

  test.skipIf(!hasPythonFiles)("runs scripts with all defaults in a real container (4.2) (4.3)", async () => {
    await using scripts = loop(client, image, { labels: engine.labels });
    const script = `
import os
print('grüß', os.getuid())
demisto.results(demisto.executeCommand('getList', {'name': '😀'}))
try:
    open('/x', 'w')
except OSError as error:
    demisto.results(str(error))
`;
    const first = await scripts.run({ script }, { onCall: ({ args }) => ({ asked: args }) });
    expect(first).toMatchObject({
      logs: [{ level: "entry", message: "grüß 65534" }],
      results: [
        { Contents: { asked: { name: "😀" } } },
        { Contents: expect.stringMatching(/Read-only file system|Permission denied/) },
      ],
      reused: false,
    });
    const second = await scripts.run({ script: "raise ValueError('no')" });
    expect(second).toMatchObject({ reused: true, exception: expect.stringMatching(/ValueError: no$/) });
  });

  test.skipIf(!hasPythonFiles)("is what the connector runs scripts with (4.2)", async () => {
    await using connector = connectorFor(engine);
    const ran = await connector.execute("run_script", {
      image,
      script: "demisto.results(demisto.args())",
      integration: false,
      native: "true",
      args: '{"a": "é"}',
    });
    expect(ran).toMatchObject({ status: "success", data: [{ results: [{ Contents: { a: "é" } }] }] });
  });
});
