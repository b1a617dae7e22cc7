import { defineAction } from "../../action.js";
import { inOptions, integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  signal: text("The signal by name or number, like SIGHUP or 1. The call does not wait for its effect.", {
    place: inOptions("signal"),
    default: "SIGKILL",
  }),
};

export const killContainer = defineAction({
  name: "kill_container",
  title: "Kill container",
  description: "Sends a signal to the main process of a running container.",
  category: "containers",
  effect: { readOnly: false, destructive: true, idempotent: false },
  platforms: {
    fortisoar: { operation: "kill_container" },
    splunk: {
      action: "kill container",
      identifier: "kill_container",
      type: "generic",
      dataKey: "kill",
      summaryKey: "kill_data",
    },
    xsoar: { command: "docker-container-kill" },
  },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation(
    "ContainerKill",
    input,
    ({ id, signal }) => `Successfully sent ${signal} to container ${id}.`,
  ),
});
