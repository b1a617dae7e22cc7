import { boolean, object, text } from "../../field.js";

/** A network, as a list has it and by itself. */
export const networkOutput = {
  Name: text("Not always unique; its ID is.", { required: true, entity: "network" }),
  Id: text("64 hexadecimal digits; 25 letters and digits for Swarm's.", {
    required: true,
    entity: "network",
  }),
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
};
