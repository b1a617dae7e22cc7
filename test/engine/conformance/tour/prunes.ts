import type { Round } from "../round.js";
import { makeContainer, type World } from "./world.js";

/**
 * Prunes of what bears a label of its own, so that nobody else's things go; the second of each finds nothing. An engine
 * does one prune of a kind at a time, and refuses a second one.
 */
export async function tourPrunes(round: Round, { engine, created }: World): Promise<void> {
  const mark = engine.uniqueName("prune");
  const Labels = { ...engine.labels, [mark]: "" };
  const label = [mark];
  await makeContainer(round, engine, "prune", { Labels });
  await twice(round, "ContainerPrune", { label });
  await round.ask("ImageCommit", { query: { container: created }, body: { Labels } });
  await twice(round, "ImagePrune", { label, dangling: ["true"] });
  await round.ask("NetworkCreate", { body: { Name: engine.uniqueName("net"), Labels, Internal: true } });
  await twice(round, "NetworkPrune", { label });
  await round.ask("VolumeCreate", { body: { Name: engine.uniqueName("volume"), Labels } });
  await twice(round, "VolumePrune", { label, ...(round.since("1.42") && { all: ["true"] }) });
  // Builds have no labels.
  await round.ask("BuildPrune", { query: { filters: { id: ["sdk-no-such-build"] } } });
}

async function twice(round: Round, operation: string, filters: object): Promise<void> {
  await round.ask(operation, { query: { filters } });
  await round.ask(operation, { query: { filters } });
}
