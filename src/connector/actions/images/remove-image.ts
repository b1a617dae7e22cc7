import { defineAction, destroys } from "../../action.js";
import { boolean, inOptions, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { removedImages } from "./removed-images.js";

const input = {
  name: path("image", "name"),
  force: boolean("Goes ahead although stopped containers are based on it or it has several names.", {
    place: inOptions("force"),
    default: false,
  }),
  noprune: boolean("Keeps the parents that have no name and would go with it.", {
    place: inOptions("noPrune"),
    default: false,
  }),
};

export const removeImage = defineAction({
  name: "remove_image",
  title: "Remove image",
  description: "Takes a name from an image, and deletes the image with its last name.",
  category: "images",
  effect: destroys,
  platforms: {
    fortisoar: { operation: "remove_image" },
    splunk: {
      action: "remove image",
      identifier: "remove_image",
      type: "generic",
      dataKey: "delete image",
      summaryKey: "delete_image_data",
    },
    xsoar: { command: "docker-image-delete", published: true },
  },
  input,
  output: {
    Untagged: text("Name or digest that no longer points to an image."),
    Deleted: text("sha256: digest of an image or layer that is gone."),
  },
  run: operation("ImageDelete", input, ({ name }, items) => {
    const { summary, words } = removedImages(items);
    return { message: `Successfully removed image ${name}: ${words} are gone.`, summary };
  }),
});
