import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions } from "../../field.js";
import { operation } from "../../operation-action.js";
import { networkOutput } from "./network-output.js";

const input = {
  filters: filters("Only networks that match.", { place: inOptions("filters") }),
};

export const listNetworks = defineAction({
  name: "list_networks",
  title: "List networks",
  description: "Lists the networks, without the containers on them.",
  category: "networks",
  effect: reads,
  platforms: {
    fortisoar: { operation: "list_networks" },
    xsoar: { command: "docker-network-list", prefix: "Docker.Network", keyField: "Name", published: true },
  },
  input,
  output: networkOutput,
  run: operation("NetworkList", input, (_values, items) => `Found ${counted(items, "network")}.`),
});
