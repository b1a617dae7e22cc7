import { afterAll, expect, test } from "vitest";
import { snapshot } from "../../src/actions/snapshot.js";
import { clientFor } from "./container-watch-client.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("snapshot", (engine) => {
  const docker = dockerFor(engine);
  const { client, close } = clientFor(engine);
  afterAll(async () => {
    await docker.close();
    await close();
  });

  test("makes an image of the files, with the changes as text and as list", async () => {
    await using box = await withContainer(docker, engine);
    await docker.exec(box.id, ["sh", "-c", "echo kept >/file"]);
    for (const changes of ['CMD ["cat", "/file"]\nENV A=b', ['CMD ["cat", "/file"]', "ENV A=b"]]) {
      const reference = `${engine.uniqueName("snap")}:v1`;
      const { id } = await snapshot(client, box.id, { reference, changes, message: "why", author: "Ada" });
      try {
        const image = await docker.images.inspect(reference);
        expect(image).toMatchObject({ Id: id, Comment: "why", Author: "Ada" });
        expect(image.Config.Env).toContain("A=b");
        expect(await docker.run(reference, undefined, { labels: engine.labels })).toMatchObject({
          stdout: "kept\n",
        });
      } finally {
        await docker.images.remove(id, { force: true });
      }
    }
  });

  test("needs no name", async () => {
    await using box = await withContainer(docker, engine);
    const { id } = await snapshot(client, box.id, { pause: false });
    expect(await docker.images.inspect(id)).toMatchObject({ Id: id });
    await docker.images.remove(id);
  });
});
