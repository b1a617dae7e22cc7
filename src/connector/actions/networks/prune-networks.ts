import { defineAction, destroys } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions, list } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  filters: filters("Only networks that match.", { place: inOptions("filters") }),
};

export const pruneNetworks = defineAction({
  name: "prune_networks",
  title: "Prune networks",
  description: "Deletes networks that no running container uses. The built-in ones stay.",
  category: "networks",
  effect: destroys,
  platforms: {
    fortisoar: { operation: "prune_networks" },
    xsoar: { command: "docker-network-prune", prefix: "Docker.NetworkPruneResponse", published: true },
  },
  input,
  output: {
    NetworksDeleted: list("Names of the removed networks.", { required: true }),
  },
  run: operation(
    "NetworkPrune",
    input,
    (_values, [answer]) => `Removed ${counted(answer?.NetworksDeleted, "network")}.`,
  ),
});
