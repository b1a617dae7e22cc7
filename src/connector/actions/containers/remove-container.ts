import { defineAction, destroys } from "../../action.js";
import { boolean, inOptions, integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  volumes: boolean("Also deletes its volumes without a name of their own. Named ones always stay.", {
    place: inOptions("volumes"),
    default: false,
    names: { fortisoar: "v", xsoar: "v" },
  }),
  force: boolean("Ends a running container with SIGKILL first.", {
    place: inOptions("force"),
    default: false,
  }),
  link: boolean("Deletes a legacy link and not the container. The id then names the link, like web/db.", {
    place: inOptions("link"),
    default: false,
  }),
  signal: text("Ignored: a container that is removed gets SIGKILL, or is refused while it runs."),
  timeout: integer("Ignored: a container that is removed has no grace time.", {
    min: -1,
    names: { fortisoar: "t" },
  }),
};

export const removeContainer = defineAction({
  name: "remove_container",
  title: "Remove container",
  description: "Deletes a container. A running one is refused unless you force it.",
  category: "containers",
  effect: destroys,
  platforms: {
    fortisoar: { operation: "remove_container" },
    splunk: {
      action: "remove container",
      identifier: "remove_container",
      type: "generic",
      dataKey: "remove container",
      summaryKey: "remove_container_data",
    },
    xsoar: { command: "docker-container-delete", prefix: "Docker.ContainerDelete", published: true },
  },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("ContainerDelete", input, ({ id, link, signal, timeout }) => {
    const ignored = Object.entries({ signal, timeout }).filter(([, value]) => value !== undefined);
    return {
      message: `Successfully removed ${link ? "link" : "container"} ${id}.`,
      warnings: ignored.map(([name]) => `${name} has no part in the removal of a container and was ignored.`),
    };
  }),
});
