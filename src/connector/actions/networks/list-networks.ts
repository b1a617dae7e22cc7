import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, filters, inOptions, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";

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
  run: operation("NetworkList", input, (_values, items) => `Found ${counted(items, "network")}.`),
});
