import type { Round } from "../round.js";
import type { World } from "./world.js";

export async function tourNetworks(round: Round, { engine, networks, running }: World): Promise<void> {
  const { labels, uniqueName } = engine;
  await round.ask("NetworkList");
  await round.ask("NetworkList", { query: { filters: { driver: ["bridge"] } } });
  for (const id of [...networks, "bridge", "host", "none"])
    await round.ask("NetworkInspect", { path: { id } });
  await round.ask("NetworkInspect", { path: { id: networks[0] ?? "" }, query: { verbose: true } });
  await round.probe("NetworkInspect", { path: { id: "sdk-no-such-network" } });
  const id = uniqueName("net");
  await round.ask("NetworkCreate", { body: { Name: id, Labels: labels } });
  await round.ask("NetworkConnect", {
    path: { id },
    body: { Container: running, EndpointConfig: { Aliases: ["other"] } },
  });
  await round.ask("NetworkInspect", { path: { id } });
  await round.ask("NetworkDisconnect", { path: { id }, body: { Container: running } });
  await round.ask("NetworkDelete", { path: { id } });
}

export async function tourVolumes(round: Round, { engine, volumes }: World): Promise<void> {
  await round.ask("VolumeList");
  await round.ask("VolumeList", { query: { filters: { name: ["sdk-no-such-volume"] } } });
  for (const name of volumes) await round.ask("VolumeInspect", { path: { name } });
  await round.probe("VolumeInspect", { path: { name: "sdk-no-such-volume" } });
  // Without labels: what is not given comes back as null. The name tells whose it is.
  const bare = engine.uniqueName("volume");
  await round.ask("VolumeCreate", { body: { Name: bare } });
  await round.ask("VolumeInspect", { path: { name: bare } });
  await round.ask("VolumeList");
  if (round.since("1.42")) {
    const body = { Spec: {} };
    await round.probe("VolumeUpdate", { path: { name: bare }, query: { version: 1 }, body });
  }
  await round.ask("VolumeDelete", { path: { name: bare } });
}
