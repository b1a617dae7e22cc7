import { defineAction } from "../../action.js";
import { boolean, inOptions, integer } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  force: boolean("Leaves as a manager too, though the swarm may lose its quorum or all its state.", {
    place: inOptions("force"),
    default: false,
  }),
};

export const swarmLeave = defineAction({
  name: "swarm_leave",
  title: "Leave swarm",
  description: "Takes this engine out of its swarm; its tasks stop.",
  category: "swarm",
  effect: { readOnly: false, destructive: true, idempotent: false },
  platforms: { xsoar: { command: "docker-swarm-leave", published: true } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("SwarmLeave", input, () => "This engine has left its swarm."),
});
