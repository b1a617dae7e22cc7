import { defineAction, settles } from "../../action.js";
import { inBody, integer, list, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { resources } from "./resources-input.js";

const input = {
  id: path("container"),
  request_body: object("The whole body, as the API spells it. Parameters of their own go before it.", {
    place: inBody(),
  }),
  additional_fields: object("Further fields of the body, as the API spells them.", { place: inBody() }),
  ...resources,
  restartpolicy_name: text(
    "Empty is the same as no; unless-stopped is always but remembers a stop across engine restarts.",
    { place: inBody("RestartPolicy.Name") },
  ),
  restartpolicy_maximumretrycount: integer("Restarts before giving up, with on-failure only; 0 for no end.", {
    place: inBody("RestartPolicy.MaximumRetryCount"),
  }),
};

export const updateContainer = defineAction({
  name: "update_container",
  title: "Update container",
  description: "Changes the resource limits and the restart policy of a container, without a restart.",
  category: "containers",
  effect: settles,
  platforms: {
    fortisoar: { operation: "update_container" },
    splunk: {
      action: "update container",
      identifier: "update_a_container",
      type: "generic",
      dataKey: "update_stats",
      summaryKey: "update_data",
    },
    xsoar: { command: "docker-container-update", prefix: "Docker.ContainerUpdateResponse" },
  },
  input,
  output: {
    Warnings: list("What the engine ignored or changed, as sentences for people.", { required: true }),
  },
  run: operation("ContainerUpdate", input, ({ id }, [answer]) => ({
    message: `Successfully updated container ${id}.`,
    warnings: Array.isArray(answer?.Warnings) ? answer.Warnings.map(String) : [],
  })),
});
