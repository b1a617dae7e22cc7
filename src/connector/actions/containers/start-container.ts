import { defineAction, settles } from "../../action.js";
import { integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  detach_keys: text("Ignored: engines take such keys only where somebody is attached.", {
    names: { splunk: "detachkeys", fortisoar: "detachKeys" },
  }),
};

export const startContainer = defineAction({
  name: "start_container",
  title: "Start container",
  description: "Starts a container; does nothing if it already runs.",
  category: "containers",
  effect: settles,
  platforms: {
    fortisoar: { operation: "start_container" },
    splunk: {
      action: "start container",
      identifier: "start_a_container",
      type: "generic",
      dataKey: "unpause",
      summaryKey: "unpause_data",
    },
    xsoar: { command: "docker-container-start" },
  },
  input,
  output: {
    statusCode: integer("Status of the answer; 304 where it was so already.", { required: true }),
  },
  run: operation("ContainerStart", input, ({ id }, _items, status) => ({
    message:
      status === 304 ? `Container ${id} was running already.` : `Successfully started container ${id}.`,
    summary: { changed: status !== 304 },
  })),
});
