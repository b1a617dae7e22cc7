import { changes, defineAction } from "../../action.js";
import { inOptions, integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  name: text("The name to take on. One that another container has is refused.", {
    required: true,
    place: inOptions("name"),
  }),
};

export const renameContainer = defineAction({
  name: "rename_container",
  title: "Rename container",
  description: "Gives a container another name. It may go on running.",
  category: "containers",
  effect: changes,
  platforms: {
    fortisoar: { operation: "rename_container" },
    splunk: {
      action: "rename container",
      identifier: "rename_container",
      type: "generic",
      dataKey: "rename",
      summaryKey: "rename_data",
    },
    xsoar: { command: "docker-container-rename" },
  },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation(
    "ContainerRename",
    input,
    ({ id, name }) => `Successfully renamed container ${id} to ${name}.`,
  ),
});
