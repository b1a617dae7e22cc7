import { defineAction, reads } from "../../action.js";
import { boolean, inOptions, inPath, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { networkOutput } from "./network-output.js";

const input = {
  id: text("Id or name of the network.", { required: true, entity: "network", place: inPath("id") }),
  verbose: boolean("Adds the services and tasks that use the network on any node of the swarm.", {
    place: inOptions("verbose"),
    default: false,
  }),
  scope: text(
    "Looks only among networks of this reach, local, global or swarm, where a name stands for several.",
    { place: inOptions("scope") },
  ),
};

export const inspectNetwork = defineAction({
  name: "inspect_network",
  title: "Inspect network",
  description: "Reads one network, with the running containers on it.",
  category: "networks",
  effect: reads,
  platforms: {
    fortisoar: { operation: "inspect_network" },
    xsoar: { command: "docker-network-inspect", prefix: "Docker.Network" },
  },
  input,
  output: networkOutput,
  run: operation("NetworkInspect", input, ({ id }) => `Successfully inspected network ${id}.`),
});
