import { Containers } from "../../../resources/containers.js";
import { defineAction, reads } from "../../action.js";
import { text } from "../../field.js";
import { savedFields, saveTar } from "../saved-tar.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  output_path: text("Name or path within the folder for files. Default: a name of its own."),
};

export const containerExport = defineAction({
  name: "container_export",
  title: "Export container",
  description: "Saves a container's files as a tar, without what is in its volumes.",
  category: "containers",
  effect: reads,
  platforms: {
    fortisoar: { operation: "container_export" },
    splunk: {
      action: "export container",
      identifier: "export_a_container",
      type: "investigate",
      dataKey: "export_stat",
      summaryKey: "export_data",
    },
    xsoar: { command: "docker-container-export" },
  },
  input,
  output: savedFields,
  run: ({ id, output_path: path }, context) =>
    saveTar(
      (call) => new Containers(context.client).export(id, call),
      { name: `${id}.tar`, path, what: `container ${id}` },
      context,
    ),
});
