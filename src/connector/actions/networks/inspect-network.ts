import { defineAction, reads } from "../../action.js";
import { boolean, inOptions, inPath, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";

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
  output: {
    Name: text("Not always unique; its ID is.", { required: true }),
    Id: text("64 hexadecimal digits; 25 letters and digits for Swarm's.", { required: true }),
    Created: text("RFC 3339 time with nanoseconds.", { required: true }),
    Scope: text("local for this engine, swarm for the whole swarm.", { required: true }),
    Driver: text("Such as bridge, overlay, macvlan, host, or a plugin's.", { required: true }),
    EnableIPv4: boolean("Whether containers get IPv4 addresses. Told from API 1.47 on."),
    EnableIPv6: boolean("Whether containers get IPv6 addresses.", { required: true }),
    IPAM: object("How its addresses are given out.", { required: true }),
    Internal: boolean("Whether it is cut off from the outside.", { required: true }),
    Attachable: boolean("Whether containers outside services may join. Only for Swarm's networks.", {
      required: true,
    }),
    Ingress: boolean("Whether it carries Swarm's routing mesh.", { required: true }),
    Containers: object("Its endpoints on this engine, by container ID. Not in lists."),
    Options: object("Options of its driver.", { required: true }),
    Labels: object("Your own metadata.", { required: true }),
  },
  run: operation("NetworkInspect", input, ({ id }) => `Successfully inspected network ${id}.`),
});
