import { defineAction, reads } from "../../action.js";
import { boolean, integer, list, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {};

export const swarmInspect = defineAction({
  name: "swarm_inspect",
  title: "Inspect swarm",
  description: "Reads the settings of the swarm and its join tokens. Only a manager answers.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-swarm-inspect", prefix: "Docker.Swarm", keyField: "ID", published: true },
  },
  input,
  output: {
    ID: text("Id of the swarm.", { required: true }),
    Version: object("Its Index is to be given with an update.", { required: true }),
    CreatedAt: text("RFC 3339 time.", { required: true }),
    UpdatedAt: text("RFC 3339 time.", { required: true }),
    Spec: object("Its settings.", { required: true }),
    TLSInfo: object("The certificate authority that its nodes trust.", { required: true }),
    RootRotationInProgress: boolean("Whether nodes are still moving to a new certificate authority.", {
      required: true,
    }),
    DefaultAddrPool: list("Ranges, in CIDR form, that overlay networks get their subnets from.", {
      required: true,
    }),
    SubnetSize: integer("Prefix length of each subnet cut out of those ranges.", { required: true }),
    DataPathPort: integer("UDP port of overlay traffic; 0 stands for 4789.", { required: true }),
    JoinTokens: object("The tokens with which engines join, for workers and for managers.", {
      required: true,
      secret: true,
    }),
  },
  run: operation("SwarmInspect", input, (_values, [swarm]) => ({
    message: `Read swarm ${swarm?.ID}.`,
    summary: { ID: String(swarm?.ID) },
  })),
});
