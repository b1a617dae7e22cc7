import type { TestEngine } from "../../setup/each-engine.js";
import type { Round } from "../round.js";
import { tourContainers } from "./containers.js";
import { tourImages } from "./images.js";
import { tourNetworks, tourVolumes } from "./networks-and-volumes.js";
import { makePlugin, tourPlugins } from "./plugins.js";
import { tourPrunes } from "./prunes.js";
import { tourSwarm } from "./swarm.js";
import { buildSwarmWorld, enterSwarm, removeSwarmWorld } from "./swarm-world.js";
import { tourSystem } from "./system.js";
import { buildWorld, removeWorld } from "./world.js";

/**
 * Goes through everything once in each version, in a world that is made in the newest of them. Gives the operations that
 * the engine's place in a swarm keeps it from.
 */
export async function tour(rounds: readonly Round[], engine: TestEngine): Promise<RegExp> {
  const newest = rounds.at(-1);
  if (newest === undefined) throw new Error(`${engine.name} has no API version of ours`);
  const world = await buildWorld(newest, engine);
  const plugin = await makePlugin(newest, engine);
  try {
    await inLanes(rounds, async (round) => {
      await Promise.all([tourContainers(round, world), tourImages(round, world)]);
      await Promise.all([tourNetworks(round, world), tourVolumes(round, world), tourPlugins(round, plugin)]);
    });
    for (const round of rounds) {
      await tourPrunes(round, world);
      await tourSystem(round, world);
    }
  } finally {
    await newest.ask("PluginDelete", { path: { name: plugin }, query: { force: true } });
    await removeWorld(newest, world);
  }
  return tourSwarms(rounds, newest, engine);
}

async function tourSwarms(rounds: readonly Round[], newest: Round, engine: TestEngine): Promise<RegExp> {
  // Outside of a swarm this is refused, in words that are judged as well.
  for (const round of rounds) await round.probe("NodeInspect", { path: { id: "self" } });
  const hadBridge = await hasSwarmBridge(newest);
  const entry = await enterSwarm(newest);
  if (entry === "no manager") return /^(Swarm|Node|Service|Task|Secret|Config)/;
  try {
    const world = await buildSwarmWorld(newest, engine);
    try {
      for (const round of rounds) await tourSwarm(round, world);
    } finally {
      await removeSwarmWorld(newest, world);
    }
  } finally {
    if (entry === "entered") await newest.ask("SwarmLeave", { query: { force: true } });
  }
  // It outlives the swarm.
  if (entry === "entered" && !hadBridge && (await hasSwarmBridge(newest)))
    await newest.ask("NetworkDelete", { path: { id: SWARM_BRIDGE } });
  return entry === "present" ? /^SwarmInit$/ : /^$/;
}

const SWARM_BRIDGE = "docker_gwbridge";

async function hasSwarmBridge(round: Round): Promise<boolean> {
  const networks = (await round.ask("NetworkList")) as { Name: string }[];
  return networks.some(({ Name }) => Name === SWARM_BRIDGE);
}

/** Much of a tour is waiting, for statistics and for processes to start. */
async function inLanes(rounds: readonly Round[], go: (round: Round) => Promise<void>): Promise<void> {
  const waiting = [...rounds];
  const lane = async () => {
    for (let round = waiting.shift(); round !== undefined; round = waiting.shift()) await go(round);
  };
  await Promise.all([lane(), lane(), lane()]);
}
