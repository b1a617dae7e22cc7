import type { OperationId } from "../../generated/operations.js";
import type {
  BuildPruneResult,
  ContainerPruneResult,
  ImagePruneResult,
  NetworkPruneResult,
  VolumePruneResult,
} from "../../generated/schema.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { InvalidArgumentError, UnsupportedVersionError } from "../errors.js";
import { estimatePrune } from "./prune-estimate.js";
import { checkPruneFilters, type PruneFilters, unusedFor } from "./prune-filters.js";
import { withinDeadline } from "./wait-for-deadline.js";

export type PruneKind = "containers" | "networks" | "volumes" | "images" | "buildCache";

export interface PruneOptions {
  /** Default: containers, networks, images and build cache. Volumes, which hold data, only where they are named. */
  readonly kinds?: readonly PruneKind[];
  /** All images that no container uses, and not only those without a name; volumes with a name too; all build cache that is not in use. */
  readonly all?: boolean;
  /** Only what matches. Volumes have no `until`; build cache has no labels and is left out by default where there are any. */
  readonly filters?: PruneFilters;
  /** Removes nothing, and tells what would be: an estimate, see {@link Pruned}. */
  readonly dryRun?: boolean;
}

/**
 * What has been removed. After a dry run it is an estimate: the engine decides anew when it prunes, and tells also of
 * layers and builds below what is listed here. Containers and networks are those that would go now; an image may stay whose children or
 * containers come in between; the space leaves out what images share.
 */
export interface Pruned {
  readonly dryRun: boolean;
  /** Ids. */
  readonly containers: readonly string[];
  /** Names. */
  readonly networks: readonly string[];
  /** Names. */
  readonly volumes: readonly string[];
  /** Ids. */
  readonly images: readonly string[];
  /** Names that images have lost, with or without going themselves. */
  readonly untagged: readonly string[];
  /** Ids. */
  readonly buildCache: readonly string[];
  /** In bytes. */
  readonly spaceReclaimed: number;
}

/** One kind after the other, those that use before those that are used. Where one fails, those before it are done. */
export async function prune<V extends AnyVersion>(
  client: EngineClient<V>,
  options: PruneOptions = {},
  call: CallOptions = {},
): Promise<Pruned> {
  const { all = false, filters = {}, dryRun = false } = options;
  checkOptions(options);
  checkPruneFilters(filters);
  const kinds = kindsOf(options, filters);
  const late = (milliseconds: number) =>
    `Pruning ${kinds.join(", ")} took more than ${milliseconds} ms; what was done by then stays done.`;
  return withinDeadline(call, late, async (during) => {
    if (kinds.includes("volumes") && !all && (await client.minorVersion(during)) < 42) throw namedToo();
    if (dryRun) return estimatePrune(client, kinds, { all, filters }, during);
    let pruned = nothing;
    for (const kind of order) {
      if (!kinds.includes(kind)) continue;
      const step = await pruneKind[kind](client, { all, filters }, during);
      pruned = { ...pruned, ...step, spaceReclaimed: pruned.spaceReclaimed + (step.spaceReclaimed ?? 0) };
    }
    return pruned;
  });
}

const order: readonly PruneKind[] = ["containers", "networks", "volumes", "images", "buildCache"];

const nothing: Pruned = {
  dryRun: false,
  containers: [],
  networks: [],
  volumes: [],
  images: [],
  untagged: [],
  buildCache: [],
  spaceReclaimed: 0,
};

export interface PruneChoice {
  readonly all: boolean;
  readonly filters: PruneFilters;
}

/** A misspelt limit must not be taken for none: callers without types can pass anything. */
function checkOptions(options: PruneOptions): void {
  const known = ["kinds", "all", "filters", "dryRun"];
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new InvalidArgumentError(`A prune has no option ${unknown}; there are ${known.join(", ")}.`);
}

function kindsOf({ kinds }: PruneOptions, filters: PruneFilters): readonly PruneKind[] {
  const hasLabels = filters.label !== undefined || filters["label!"] !== undefined;
  if (kinds === undefined) {
    return order.filter((kind) => kind !== "volumes" && !(kind === "buildCache" && hasLabels));
  }
  // Callers without types can pass anything.
  const unknown = Array.isArray(kinds) ? kinds.find((kind) => !order.includes(kind)) : kinds;
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `kinds of a prune has ${JSON.stringify(unknown)}; give a list of ${order.join(", ")}.`,
    );
  }
  if (kinds.includes("buildCache") && hasLabels) {
    throw new InvalidArgumentError(
      "Build cache has no labels, and all of it would go: leave buildCache out of kinds, or the labels out of filters.",
    );
  }
  if (kinds.includes("volumes") && filters.until !== undefined) {
    throw new InvalidArgumentError(
      "Volumes cannot be pruned by time: leave volumes out of kinds, or until out of filters.",
    );
  }
  return kinds;
}

function namedToo(): UnsupportedVersionError {
  return new UnsupportedVersionError(
    "Before API v1.42 engines prune volumes with a name too. Say all: true where that is meant, or remove them one by one.",
  );
}

type PruneStep = <V extends AnyVersion>(
  client: EngineClient<V>,
  choice: PruneChoice,
  call: CallOptions,
) => Promise<Partial<Pruned>>;

const pruneKind: Readonly<Record<PruneKind, PruneStep>> = {
  async containers(client, { filters }, call) {
    const { ContainersDeleted: containers, SpaceReclaimed: spaceReclaimed } =
      await send<ContainerPruneResult>(client, "ContainerPrune", { filters }, call);
    return { containers: containers ?? [], spaceReclaimed };
  },
  async networks(client, { filters }, call) {
    const { NetworksDeleted } = await send<NetworkPruneResult>(client, "NetworkPrune", { filters }, call);
    return { networks: NetworksDeleted ?? [] };
  },
  async volumes(client, { all, filters }, call) {
    const isNew = (await client.minorVersion(call)) >= 42;
    const said = { filters: { ...filters, ...(all && isNew && { all: true }) } };
    const { VolumesDeleted: volumes, SpaceReclaimed: spaceReclaimed } = await send<VolumePruneResult>(
      client,
      "VolumePrune",
      said,
      call,
    );
    return { volumes: volumes ?? [], spaceReclaimed };
  },
  async images(client, { all, filters }, call) {
    const said = { filters: { ...filters, ...(all && { dangling: false }) } };
    const { ImagesDeleted, SpaceReclaimed: spaceReclaimed } = await send<ImagePruneResult>(
      client,
      "ImagePrune",
      said,
      call,
    );
    const steps = ImagesDeleted ?? [];
    const given = (text: string | undefined) => text !== undefined && text !== "";
    return {
      images: steps.map(({ Deleted = "" }) => Deleted).filter(given),
      untagged: steps.map(({ Untagged = "" }) => Untagged).filter(given),
      spaceReclaimed,
    };
  },
  async buildCache(client, { all, filters: { until } }, call) {
    const said = {
      ...(all && { all }),
      ...(until !== undefined && { filters: { until: unusedFor(until) } }),
    };
    const { CachesDeleted, SpaceReclaimed: spaceReclaimed } = await send<BuildPruneResult>(
      client,
      "BuildPrune",
      said,
      call,
    );
    return { buildCache: CachesDeleted ?? [], spaceReclaimed };
  },
};

/** A prune takes as long as there is something to remove. */
async function send<T>(
  client: EngineClient<AnyVersion>,
  operation: OperationId,
  options: object,
  call: CallOptions,
): Promise<T> {
  const said = options as Options<AnyVersion, OperationId>; // the same names in every version
  return (await client.call(operation, { options: said, kind: "open-ended" }, call)) as T; // so in every version
}
