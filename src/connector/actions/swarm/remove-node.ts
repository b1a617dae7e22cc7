import { defineAction, destroys } from "../../action.js";
import { boolean, inOptions, integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("node"),
  force: boolean("Also a worker that is still up. It is not told, and can no longer take part.", {
    place: inOptions("force"),
    default: false,
  }),
};

export const removeNode = defineAction({
  name: "remove_node",
  title: "Remove node",
  description: "Takes a node that is down off the list of the swarm. A manager must be demoted first.",
  category: "swarm",
  effect: destroys,
  platforms: { xsoar: { command: "docker-node-delete" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("NodeDelete", input, ({ id }) => `Successfully removed node ${id}.`),
});
