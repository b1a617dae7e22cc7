import { posix } from "node:path";
import { Containers } from "../../../resources/containers.js";
import { defineAction, reads } from "../../action.js";
import { inOptions, text } from "../../field.js";
import { savedFields, saveTar } from "../saved-tar.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  path: text(
    "File or folder to read; a relative path starts at /. With /. at the end the entries lose the folder's name.",
    { required: true, place: inOptions("path") },
  ),
  output_path: text("Name or path within the folder for files. Default: a name of its own."),
};

export const copyFromContainer = defineAction({
  name: "copy_from_container",
  title: "Copy from container",
  description: "Saves a file or folder of a container as a tar. The container need not run.",
  category: "containers",
  effect: reads,
  platforms: { fortisoar: { operation: "copy_from_container" } },
  input,
  output: savedFields,
  run: ({ id, path, output_path }, context) =>
    saveTar(
      (call) => new Containers(context.client).getArchive(id, { path }, call),
      {
        // Not the name of an export of the same container.
        name: `${id}-${posix.basename(posix.normalize(path)) || "root"}.tar`,
        path: output_path,
        what: `${path} of container ${id}`,
      },
      context,
    ),
});
