import { Images } from "../../../resources/images.js";
import { defineAction, reads } from "../../action.js";
import { text } from "../../field.js";
import { savedFields, saveTar } from "../saved-tar.js";
import { path } from "../shared-fields.js";

const input = {
  name: path("image", "name"),
  output_path: text("Name or path within the folder for files. Default: a name of its own."),
};

export const imageSave = defineAction({
  name: "image_save",
  title: "Save image",
  description: "Saves one image with its layers and names as a tar, for loading elsewhere.",
  category: "images",
  effect: reads,
  platforms: { xsoar: { command: "docker-image-get" } },
  input,
  output: savedFields,
  run: ({ name, output_path: path }, context) =>
    saveTar(
      (call) => new Images(context.client).save(name, undefined, call),
      { name: `${name}.tar`, path, what: `image ${name}` },
      context,
    ),
});
