import type {
  BuildCache,
  ContainerSummary,
  ImageSummary,
  Network,
  SystemDataUsageResult,
  Volume,
} from "../../generated/schema.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { NotFoundError } from "../errors.js";
import type { PruneChoice, Pruned, PruneKind } from "./prune.js";
import { matches } from "./prune-filters.js";

/**
 * What a prune would remove, as far as can be told from outside. Asks only: for the disk usage, which may take long on a large engine,
 * and for each network that may go.
 */
export async function estimatePrune<V extends AnyVersion>(
  client: EngineClient<V>,
  kinds: readonly PruneKind[],
  choice: PruneChoice,
  call: CallOptions,
): Promise<Pruned> {
  // Always for everything: engine 26.1 breaks the connection where API v1.42 or v1.43 asks for build cache alone.
  const usage = kinds.some((kind) => kind !== "networks")
    ? ((await client.call("SystemDataUsage", { kind: "open-ended" }, call)) as SystemDataUsageResult) // the same fields in every version
    : {};
  const list = <T>(kind: PruneKind, items: readonly T[] | null | undefined) =>
    kinds.includes(kind) ? (items ?? []) : [];

  const containers = list("containers", usage.Containers).filter((item) => containerGoes(item, choice));
  const gone = new Set(containers.map(({ Id }) => Id));
  const staying = (usage.Containers ?? []).filter(({ Id }) => !gone.has(Id));
  const volumes = list("volumes", usage.Volumes).filter((item) => volumeGoes(item, staying, choice));
  const images = list("images", usage.Images).filter((item) => imageGoes(item, staying, choice));
  const caches = list("buildCache", usage.BuildCache).filter((item) => cacheGoes(item, choice));
  const networks = kinds.includes("networks") ? await unusedNetworks(client, choice, call) : [];
  return {
    dryRun: true,
    containers: containers.map(({ Id }) => Id),
    networks: networks.map(({ Name }) => Name),
    volumes: volumes.map(({ Name }) => Name),
    images: images.map(({ Id }) => Id),
    untagged: images.flatMap(namesOf),
    buildCache: caches.map(({ ID }) => ID),
    spaceReclaimed: sum([
      ...containers.map(({ SizeRw }) => SizeRw),
      ...volumes.map(({ UsageData }) => UsageData?.Size),
      ...images.map(({ Size, SharedSize }) => Size - Math.max(SharedSize, 0)),
      ...caches.map(({ Size, Shared }) => (Shared ? 0 : Size)),
    ]),
  };
}

function containerGoes({ State, Labels, Created }: ContainerSummary, { filters }: PruneChoice): boolean {
  const stopped = State === "created" || State === "exited" || State === "dead";
  return stopped && matches(filters, Labels, Created);
}

async function unusedNetworks<V extends AnyVersion>(
  client: EngineClient<V>,
  { filters }: PruneChoice,
  call: CallOptions,
): Promise<Network[]> {
  const options = { filters: { type: "custom" } } as Options<V, "NetworkList">; // the same in every version
  const networks = (await client.call("NetworkList", { options }, call)) as Network[]; // the same fields in every version
  const unused: Network[] = [];
  for (const network of networks) {
    const { Id: id, ConfigOnly, Ingress, Labels, Created } = network;
    if (ConfigOnly || Ingress || !matches(filters, Labels, Date.parse(Created) / 1000)) continue;
    // The list does not tell who is in a network, and its filter for unused ones lets all pass. Containers that are stopped
    // are in none: engines prune their networks too.
    const now = await ifThere(client, id, call);
    if (now !== undefined && isEmpty(now.Containers) && isEmpty(now.Services)) unused.push(now);
  }
  return unused;
}

async function ifThere<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<Network | undefined> {
  try {
    return (await client.call("NetworkInspect", { path: { id } }, call)) as Network; // the same fields in every version
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

function isEmpty(entries: object | null | undefined): boolean {
  return Object.keys(entries ?? {}).length === 0;
}

/** Engines prune volumes of their own driver only, and none that was made with options. */
function volumeGoes(
  { Name, Driver, Labels, Options: options }: Volume,
  staying: readonly ContainerSummary[],
  { all, filters }: PruneChoice,
): boolean {
  if (Driver !== "local" || !isEmpty(options)) return false;
  if (!all && !Object.hasOwn(Labels ?? {}, "com.docker.volume.anonymous")) return false;
  const isUsed = staying.some(({ Mounts }) => Mounts?.some((mount) => mount.Name === Name));
  return !isUsed && matches(filters, Labels, 0);
}

function imageGoes(
  image: ImageSummary,
  staying: readonly ContainerSummary[],
  { all, filters }: PruneChoice,
): boolean {
  const isUsed = staying.some(({ ImageID }) => ImageID === image.Id);
  return !isUsed && (all || namesOf(image).length === 0) && matches(filters, image.Labels, image.Created);
}

function namesOf({ RepoTags }: ImageSummary): string[] {
  return (RepoTags ?? []).filter((tag) => tag !== "<none>:<none>");
}

/** Without `all` builders keep what belongs to their own working and what images share with the cache. */
function cacheGoes(cache: BuildCache, { all, filters }: PruneChoice): boolean {
  if (cache.InUse) return false;
  if (!all && (cache.Shared || cache.Type === "internal" || cache.Type === "frontend")) return false;
  return matches(filters, {}, Date.parse(cache.LastUsedAt ?? cache.CreatedAt) / 1000);
}

/** What is not known is -1 or missing. */
function sum(sizes: readonly (number | undefined)[]): number {
  return sizes.reduce<number>((total, size = 0) => total + Math.max(size, 0), 0);
}
