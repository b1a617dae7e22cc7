import { defineAction, destroys } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions, integer, list } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  filters: filters("Only containers that match: by until, label or label!.", { place: inOptions("filters") }),
};

export const pruneContainers = defineAction({
  name: "prune_containers",
  title: "Prune containers",
  description: "Deletes every container that is not running, and tells the disk space won in bytes.",
  category: "containers",
  effect: destroys,
  platforms: {
    fortisoar: { operation: "prune_containers" },
    splunk: {
      action: "delete stopped containers",
      identifier: "delete_stopped",
      type: "generic",
      dataKey: "prune",
      summaryKey: "prune_data",
    },
    xsoar: { command: "docker-container-prune", prefix: "Docker.ContainerPruneResponse" },
  },
  input,
  output: {
    ContainersDeleted: list("IDs of the removed containers.", { required: true }),
    SpaceReclaimed: integer("Bytes.", { required: true }),
  },
  run: operation("ContainerPrune", input, (_values, [answer]) => {
    const { ContainersDeleted: deleted, SpaceReclaimed } = answer ?? {};
    const spaceReclaimed = Number(SpaceReclaimed ?? 0);
    return {
      message: `Removed ${counted(deleted, "container")} and freed ${counted(spaceReclaimed, "byte")}.`,
      summary: { removed: Array.isArray(deleted) ? deleted.length : 0, spaceReclaimed },
    };
  }),
});
