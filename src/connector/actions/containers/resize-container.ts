import { defineAction, settles } from "../../action.js";
import { inOptions, integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  height: integer("Height of the terminal, in rows of characters.", {
    required: true,
    place: inOptions("height"),
    names: { fortisoar: "h", xsoar: "h" },
  }),
  width: integer("Width of the terminal, in columns of characters.", {
    required: true,
    place: inOptions("width"),
    names: { fortisoar: "w", xsoar: "w" },
  }),
};

export const resizeContainer = defineAction({
  name: "resize_container",
  title: "Resize container TTY",
  description: "Tells a container's terminal its size. The container must run and have a TTY.",
  category: "containers",
  effect: settles,
  platforms: { fortisoar: { operation: "resize_container" }, xsoar: { command: "docker-container-resize" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation(
    "ContainerResize",
    input,
    ({ id, height, width }) =>
      `Successfully resized the terminal of container ${id} to ${height} rows and ${width} columns.`,
  ),
});
