import { changes, defineAction } from "../../action.js";
import { integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
};

export const pauseContainer = defineAction({
  name: "pause_container",
  title: "Pause container",
  description: "Freezes every process of a running container. The processes get no signal and do not notice.",
  category: "containers",
  effect: changes,
  platforms: { fortisoar: { operation: "pause_container" }, xsoar: { command: "docker-container-pause" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("ContainerPause", input, ({ id }) => `Successfully paused container ${id}.`),
});
