import type { OCIPlatform } from "../../../../generated/schema.js";
import { Images } from "../../../resources/images.js";
import { defineAction, settles } from "../../action.js";
import { inOptions, inPath, integer, object, text } from "../../field.js";
import { jobBounds } from "./job-bounds.js";
import { transferLines, watched } from "./job-lines.js";
import { withTag } from "./with-tag.js";

const input = {
  name: text("Name of the image, which begins with its registry unless that is Docker Hub.", {
    required: true,
    entity: "image",
    place: inPath("name"),
  }),
  tag: text("The tag to push. Default: the one in the name, else latest.", { place: inOptions("tag") }),
  platform: object(
    'The only variant to push, such as {"os": "linux", "architecture": "arm64"}. Default: every one that is here.',
    { place: inOptions("platform"), since: "1.46" },
  ),
};

export const pushImage = defineAction({
  name: "push_image",
  title: "Push image",
  description: "Pushes an image to the registry in its name.",
  category: "images",
  effect: settles,
  platforms: {
    fortisoar: { operation: "push_image" },
    xsoar: { command: "docker-image-push", published: true },
  },
  input,
  output: {
    image: text("What was pushed, with its tag.", { required: true, entity: "image" }),
    tag: text("The tag.", { required: true }),
    digest: text("Digest of the manifest that the registry has now.", { required: true }),
    size: integer("Bytes of the manifest.", { required: true }),
  },
  bounds: jobBounds,
  async run({ name, tag, platform }, { client, call, bounds, progress }) {
    const image = withTag(name, tag);
    const options = { platform: platform as OCIPlatform | undefined }; // the engine judges what is in it
    const job = new Images(client).push(image, options, { ...call, timeout: bounds.time });
    const { tags, digest } = await watched(job, transferLines(), progress);
    const repository = withTag(name, undefined).replace(/:[^:/]*$/, "");
    return {
      data: tags.map((pushed) => ({ image: `${repository}:${pushed.tag}`, ...pushed })),
      message: `Successfully pushed image ${image} as ${digest}.`,
      summary: { total: tags.length, digest },
    };
  },
});
