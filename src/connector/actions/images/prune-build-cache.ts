import { BuildCache } from "../../../resources/build-cache.js";
import { defineAction, destroys } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, filters, inOptions, integer, list } from "../../field.js";
import { jobBounds } from "./job-bounds.js";

const input = {
  keep_storage: integer("Bytes of cache to keep, of that which was used last.", {
    place: inOptions("keepStorage"),
    default: 0,
  }),
  all: boolean(
    "Also cache that is still of use, such as what tagged images share and the internal records.",
    { place: inOptions("all"), default: false, names: { xsoar: "prune_all" } },
  ),
  filters: filters("Only cache records that match.", { place: inOptions("filters") }),
};

export const pruneBuildCache = defineAction({
  name: "prune_build_cache",
  title: "Delete builder cache",
  description: "Deletes build cache that is not in use, and tells the disk space won in bytes.",
  category: "images",
  effect: destroys,
  platforms: {
    splunk: {
      action: "delete builder cache",
      identifier: "delete_builder_cache",
      type: "generic",
      dataKey: "cache",
      summaryKey: "cache_data",
    },
    xsoar: { command: "docker-build-prune", prefix: "Docker.BuildPruneResponse", published: true },
  },
  input,
  output: {
    CachesDeleted: list("IDs of the removed records.", { required: true }),
    SpaceReclaimed: integer("Bytes.", { required: true }),
  },
  bounds: jobBounds,
  async run({ keep_storage = 0, all, filters }, { client, call, bounds }) {
    // Newer versions have the old name no more.
    const renamed = (await client.minorVersion(call)) >= 48;
    const kept = renamed ? { reservedSpace: keep_storage } : { keepStorage: keep_storage };
    const limited = { ...call, timeout: bounds.time };
    const answer = await new BuildCache(client).prune({ ...kept, all, filters }, limited);
    const caches = answer.CachesDeleted ?? [];
    return {
      data: [{ CachesDeleted: caches, SpaceReclaimed: answer.SpaceReclaimed }],
      message: `Removed ${counted(caches, "cache record")}, and won ${counted(answer.SpaceReclaimed, "byte")}.`,
      summary: { deleted: caches.length, spaceReclaimed: answer.SpaceReclaimed },
    };
  },
});
