import { defineAction, destroys } from "../../action.js";
import { inPath, integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  id: text("Id or name of the network.", { required: true, entity: "network", place: inPath("id") }),
};

export const removeNetwork = defineAction({
  name: "remove_network",
  title: "Remove network",
  description: "Deletes a network. One that a running container uses is refused.",
  category: "networks",
  effect: destroys,
  platforms: { fortisoar: { operation: "remove_network" }, xsoar: { command: "docker-network-delete" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("NetworkDelete", input, ({ id }) => `Successfully removed network ${id}.`),
});
