import { InvalidArgumentError } from "../../../errors.js";
import { Images } from "../../../resources/images.js";
import { defineAction, settles } from "../../action.js";
import { inOptions, integer, text } from "../../field.js";
import { path } from "../shared-fields.js";
import { withTag } from "./with-tag.js";

const input = {
  name: path("image", "name"),
  repo: text("The new name, with or without a tag, as in registry.example/app.", {
    place: inOptions("repo"),
  }),
  tag: text("The tag of the new name. Default: the one in repo, else latest.", { place: inOptions("tag") }),
};

export const tagImage = defineAction({
  name: "tag_image",
  title: "Tag image",
  description: "Gives an image one more name. If another image has that name, it loses it.",
  category: "images",
  effect: settles,
  platforms: {
    fortisoar: { operation: "tag_image" },
    xsoar: { command: "docker-image-tag", prefix: "Docker.ImageTag", published: true },
  },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
    image: text("The new name.", { required: true, entity: "image" }),
  },
  async run({ name, repo, tag }, { client, call }) {
    if (repo === undefined) {
      throw new InvalidArgumentError("repo is missing: give the new name, such as registry.example/app.");
    }
    const image = withTag(repo, tag, "repo");
    await new Images(client).tag(name, image, call);
    return {
      data: [{ statusCode: 201, image }],
      message: `Successfully gave image ${name} the name ${image}.`,
      summary: { image },
    };
  },
});
