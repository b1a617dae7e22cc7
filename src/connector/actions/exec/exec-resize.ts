import { defineAction, settles } from "../../action.js";
import { inOptions, integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { execId } from "./exec-id.js";

const input = {
  id: execId,
  height: integer("Height of the terminal, in rows of characters.", {
    required: true,
    place: inOptions("height"),
    names: { xsoar: "h" },
  }),
  width: integer("Width of the terminal, in columns of characters.", {
    required: true,
    place: inOptions("width"),
    names: { xsoar: "w" },
  }),
};

export const execResize = defineAction({
  name: "exec_resize",
  title: "Resize exec TTY",
  description: "Tells the terminal of a running command its size. The command must have a TTY.",
  category: "exec",
  effect: settles,
  platforms: { xsoar: { command: "docker-exec-resize" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation(
    "ExecResize",
    input,
    ({ id, height, width }) =>
      `Successfully resized the terminal of exec ${id} to ${height} rows and ${width} columns.`,
  ),
});
