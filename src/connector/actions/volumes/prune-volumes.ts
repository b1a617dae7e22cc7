import { defineAction, destroys } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions, integer, list } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  filters: filters("Which volumes may go. From API 1.42 named ones stay unless all is true.", {
    place: inOptions("filters"),
  }),
};

export const pruneVolumes = defineAction({
  name: "prune_volumes",
  title: "Prune volumes",
  description:
    "Deletes volumes that no container uses, with their data, and tells the disk space won in bytes.",
  category: "volumes",
  effect: destroys,
  platforms: {
    fortisoar: { operation: "prune_volumes" },
    xsoar: { command: "docker-volume-prune", prefix: "Docker.VolumePruneResponse", published: true },
  },
  input,
  output: {
    VolumesDeleted: list("Names of the removed volumes.", { required: true }),
    SpaceReclaimed: integer("Bytes.", { required: true }),
  },
  run: operation(
    "VolumePrune",
    input,
    (_values, [answer]) => `Removed ${counted(answer?.VolumesDeleted, "volume")}.`,
  ),
});
