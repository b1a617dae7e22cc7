import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultProxy, faultProxy } from "../helpers/fault-proxy.js";
import { dockerFor } from "./docker-for.js";
import { Programs, readRecipes } from "./recipes/programs.js";
import { stories } from "./recipes/stories.js";
import { makeImages, removeContainersOf, World } from "./recipes/world.js";
import { testRegistries } from "./registry/registries.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

const recipes = readRecipes();
const [registry] = await testRegistries();

test("every recipe of the page has its story here", () => {
  expect(recipes.map(({ title }) => title)).toEqual(Object.keys(stories));
});

// A process for each recipe takes its time.
describeEngines.edges("the recipes", (engine) => {
  const docker = dockerFor(engine);
  const programs = new Programs();
  const unregistered = registry?.unreachable(engine.name);
  let images: Record<string, string> = {};
  let leaveSwarm: (() => Promise<void>) | undefined;
  let isManager = false;

  beforeAll(async () => {
    await programs.prepare();
    images = { ...(await makeImages(docker, engine)), "registry.example": registry?.address ?? "" };
    ({ isManager, leaveSwarm } = await joinSwarm());
  });

  afterAll(async () => {
    await leaveSwarm?.();
    const { "alpine:3": alpine = "", "postgres:16": postgres = "" } = images;
    for (const image of [alpine, postgres]) {
      await removeContainersOf(docker, image);
      await docker.images.remove(image, { force: true });
    }
    await docker.close();
    await programs[Symbol.asyncDispose]();
  });

  describe.concurrent("run as they stand on the page", () => {
    for (const { title, code } of recipes) {
      const { prints, needs, before, during, after } = stories[title] ?? { prints: /^never$/ };
      test(title, { timeout: 60_000 }, async ({ skip }) => {
        skip(needs === "registry" && unregistered !== undefined, `no registry: ${unregistered}`);
        skip(needs === "swarm" && !isManager, "the engine is a worker of a swarm");
        const world = new World(docker, engine.uniqueName("recipe"), images);
        await using proxy = await faultProxy(engine.host, () => undefined);
        try {
          await before?.(world);
          const program = programs.start(world.translate(code), environment(engine, proxy));
          try {
            await during?.(world, program, () => proxy.cut());
            await program.ended;
          } finally {
            program.signal("SIGKILL");
          }
          expect(program.output).toMatch(prints);
          await after?.(world, program.output);
        } finally {
          await world.remove();
        }
      });
    }
  });

  async function joinSwarm() {
    const { Swarm } = await docker.system.info();
    if (Swarm?.LocalNodeState !== "inactive") return { isManager: Swarm?.ControlAvailable === true };
    const bridge = "docker_gwbridge";
    const hadBridge = (await docker.networks.list({ filters: { name: [bridge] } })).length > 0;
    await docker.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
    const leaveSwarm = async () => {
      await docker.swarm.leave({ force: true });
      // It outlives the swarm.
      if (!hadBridge) await docker.networks.remove(bridge).catch(() => {});
    };
    return { isManager: true, leaveSwarm };
  }
});

/** What `new Docker()` goes by. */
function environment({ certPath }: TestEngine, { host, tcpHost }: FaultProxy): NodeJS.ProcessEnv {
  const { username = "", password = "" } = registry?.login ?? {};
  return {
    ...(certPath === undefined
      ? { DOCKER_HOST: host }
      : { DOCKER_HOST: tcpHost, DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: certPath }),
    REGISTRY_USER: username,
    REGISTRY_PASSWORD: password,
  };
}
