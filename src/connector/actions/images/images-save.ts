import { InvalidArgumentError } from "../../../errors.js";
import { Images } from "../../../resources/images.js";
import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { inOptions, list, text } from "../../field.js";
import { savedFields, saveTar } from "../saved-tar.js";

const input = {
  names: list("Names or ids of the images. A name without a tag saves all its tags.", {
    place: inOptions("names"),
  }),
  output_path: text("Name or path within the folder for files. Default: a name of its own."),
};

export const imagesSave = defineAction({
  name: "images_save",
  title: "Save images",
  description: "Saves several images as one tar, where layers they share stand once.",
  category: "images",
  effect: reads,
  platforms: { xsoar: { command: "docker-image-get-all" } },
  input,
  output: savedFields,
  async run({ names = [], output_path: path }, context) {
    if (names.length === 0) {
      throw new InvalidArgumentError("names is missing: name the images to save, such as app:1, web:2.");
    }
    return saveTar(
      (call) => new Images(context.client).save(names, undefined, call),
      { name: "images.tar", path, what: counted(names, "image") },
      context,
    );
  },
});
