import { defineAction, destroys } from "../../action.js";
import { boolean, inOptions, inPath, integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  name: text("Id or name of the volume.", { required: true, entity: "volume", place: inPath("name") }),
  force: boolean(
    "Succeeds for a volume that does not exist, and forgets one that its driver fails to delete.",
    { place: inOptions("force"), default: false },
  ),
};

export const removeVolume = defineAction({
  name: "remove_volume",
  title: "Remove volume",
  description: "Deletes a volume and its data. One that a container uses, even a stopped one, is refused.",
  category: "volumes",
  effect: destroys,
  platforms: { fortisoar: { operation: "remove_volume" }, xsoar: { command: "docker-volume-delete" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("VolumeDelete", input, ({ name }) => `Successfully removed volume ${name}.`),
});
