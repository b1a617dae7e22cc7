import { changes, defineAction } from "../../action.js";
import { integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
};

export const unpauseContainer = defineAction({
  name: "unpause_container",
  title: "Unpause container",
  description: "Lets the processes of a paused container go on.",
  category: "containers",
  effect: changes,
  platforms: {
    fortisoar: { operation: "unpause_container" },
    xsoar: { command: "docker-container-unpause" },
  },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("ContainerUnpause", input, ({ id }) => `Successfully unpaused container ${id}.`),
});
