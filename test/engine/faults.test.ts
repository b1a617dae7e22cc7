import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import type { Docker } from "../../src/docker.js";
import { NotFoundError } from "../../src/errors.js";
import { type Operation, operations } from "../faults/operations.js";
import { keepsPromises } from "../faults/promised.js";
import { type FaultStage, faultStage } from "../faults/stage.js";
import { type Row, rows } from "../faults/table.js";
import type { World } from "../faults/world.js";
import { dockerFor } from "./docker-for.js";
import { type TestRegistry, testRegistries } from "./registry/registries.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

const [registry] = await testRegistries();

describeEngines.edges("an engine whose answers are spoiled on their way", (engine) => {
  const reachable = registry?.unreachable(engine.name) === undefined ? registry : undefined;
  const registryAuth = reachable && { [reachable.address]: reachable.login };
  const docker = dockerFor(engine, { ...(registryAuth && { registryAuth }) });
  const made: (() => Promise<unknown>)[] = [];
  const usual = new Map<string, unknown>();
  const possible = operations.filter(({ name }) => name !== "pull" || reachable !== undefined);
  let stage: FaultStage | undefined;

  afterAll(async () => {
    await stage?.[Symbol.asyncDispose]();
    for (const remove of made.reverse()) {
      await remove().catch((error: unknown) => {
        // A call that did not arrive has made nothing.
        if (!(error instanceof NotFoundError)) throw error;
      });
    }
    await docker.close();
  });

  // The proxy cannot see into TLS.
  describe.skipIf(!engine.host.startsWith("unix://"))("is told of", () => {
    test("by nothing while they are not", async () => {
      const world = await realWorld(docker, engine, reachable, made);
      const { apiVersion } = engine;
      stage = await faultStage(engine.host, world, { apiVersion, ...(registryAuth && { registryAuth }) });
      const played = await stage.playAll(possible.map((operation) => ({ operation, fault: {} })));
      for (const [index, { name }] of possible.entries()) {
        expect([name, played[index]?.error]).toEqual([name, undefined]);
        usual.set(name, played[index]?.result);
      }
    });

    test.each(rows.map((row) => [row.name, row] as const))("as promised: %s", async (_, row) => {
      if (stage === undefined) throw new Error("There is no stage.");
      const some = possible.filter((operation) => has(operation, row));
      await keepsPromises(stage, some, row, { usual, patience: 500, chunked: false });
    });
  });
});

/** An engine's first stats are whole in one chunk, and no more are asked for. */
function has({ name }: Operation, row: Row): boolean {
  return name !== "stats" || row.name !== "no length behind a chunk";
}

async function realWorld(
  docker: Docker,
  engine: TestEngine,
  registry: TestRegistry | undefined,
  made: (() => Promise<unknown>)[],
): Promise<World> {
  const { containers, images, system } = docker;
  const labels = { ...engine.labels };
  const name = () => {
    const box = engine.uniqueName("faults");
    made.push(() => containers.remove(box, { force: true }));
    return box;
  };
  const start = async (script: string) => {
    const Cmd = ["/bin/sh", "-c", `echo one; echo two >&2; ${script}`];
    const body = { Image: engine.image, Cmd, OpenStdin: true, Labels: labels };
    const { Id } = await containers.create(body, { name: engine.uniqueName("faults") });
    made.push(() => containers.remove(Id, { force: true }));
    await containers.start(Id);
    return Id;
  };
  const running = await start("exec cat");
  const ended = await start("mkdir /data; echo x > /data/file");
  await containers.wait(ended);
  const image = `${registry ? `${registry.address}/` : ""}${engine.uniqueName("faults")}:1`;
  await docker.build(
    { dockerfile: "FROM scratch\nCOPY file /", files: { file: "x" } },
    { tag: image, labels },
  );
  made.push(() => images.remove(image));
  if (registry) await images.push(image);
  return {
    running,
    ended,
    image,
    pull: registry && image,
    archive: await buffer(images.save(image)),
    labels,
    name,
    renamed: async () => {
      // An engine looks back up to the first event that is too old, and busy ones do not keep them quite in order.
      const time = async (back = 0) => {
        const { SystemTime = "" } = await system.info();
        return new Date(Date.parse(SystemTime) - back).toISOString();
      };
      const since = await time(1_000);
      await containers.rename(ended, engine.uniqueName("faults"));
      return { since, until: await time(-1) };
    },
  };
}
