import { defineAction } from "../../action.js";
import { integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { stopBounds, stopSignal, stopTimeout, withGrace } from "./grace.js";

const input = {
  id: path("container"),
  signal: stopSignal,
  timeout: { ...stopTimeout, names: { splunk: "delay", fortisoar: "t", xsoar: "t" } },
};

const restart = operation<typeof input, { statusCode: number }>(
  "ContainerRestart",
  input,
  ({ id }) => `Successfully restarted container ${id}.`,
);

export const restartContainer = defineAction({
  name: "restart_container",
  title: "Restart container",
  description: "Stops a container and starts it again. One that has stopped is only started.",
  category: "containers",
  effect: { readOnly: false, destructive: true, idempotent: false },
  platforms: {
    fortisoar: { operation: "restart_container" },
    splunk: {
      action: "restart container",
      identifier: "restart_a_container",
      type: "generic",
      dataKey: "restart_stats",
      summaryKey: "restart_data",
    },
    xsoar: { command: "docker-container-restart" },
  },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  bounds: stopBounds,
  run: (values, context) => restart(values, withGrace(context, values.timeout)),
});
