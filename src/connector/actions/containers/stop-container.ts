import { defineAction, destroys } from "../../action.js";
import { integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { stopBounds, stopSignal, stopTimeout, withGrace } from "./grace.js";

const input = {
  id: path("container"),
  signal: stopSignal,
  timeout: { ...stopTimeout, names: { fortisoar: "t", xsoar: "t" } },
};

const stop = operation<typeof input, { statusCode: number }>(
  "ContainerStop",
  input,
  ({ id }, _items, status) => ({
    message:
      status === 304 ? `Container ${id} had stopped already.` : `Successfully stopped container ${id}.`,
    summary: { changed: status !== 304 },
  }),
);

export const stopContainer = defineAction({
  name: "stop_container",
  title: "Stop container",
  description: "Stops a container, by force after a grace period; does nothing if it has already stopped.",
  category: "containers",
  effect: destroys,
  platforms: {
    fortisoar: { operation: "stop_container" },
    splunk: {
      action: "stop container",
      identifier: "stop_a_container",
      type: "generic",
      dataKey: "pause",
      summaryKey: "stop_data",
    },
    xsoar: { command: "docker-container-stop" },
  },
  input,
  output: {
    statusCode: integer("Status of the answer; 304 where it had stopped already.", { required: true }),
  },
  bounds: stopBounds,
  run: (values, context) => stop(values, withGrace(context, values.timeout)),
});
