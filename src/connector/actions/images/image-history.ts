import type { OCIPlatform } from "../../../../generated/schema.js";
import { Images } from "../../../resources/images.js";
import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { inOptions, inPath, integer, list, object, text } from "../../field.js";

const input = {
  name: text("Id or name of the image.", {
    required: true,
    entity: "image",
    place: inPath("name"),
    names: { fortisoar: "id" },
  }),
  platform: object(
    'Which variant to read, such as {"os": "linux", "architecture": "arm64"}. Default: one that is here, the engine\'s own first.',
    { place: inOptions("platform"), since: "1.48" },
  ),
};

export const imageHistory = defineAction({
  name: "image_history",
  title: "Image history",
  description: "Lists the steps that made an image, newest first, with the bytes each added.",
  category: "images",
  effect: reads,
  platforms: {
    fortisoar: { operation: "image_history" },
    splunk: {
      action: "get image history",
      identifier: "image_history",
      type: "investigate",
      dataKey: "history",
      summaryKey: "history_data",
    },
    xsoar: {
      command: "docker-image-history",
      prefix: "Docker.HistoryResponseItem",
      keyField: "Id",
      published: true,
    },
  },
  input,
  output: {
    Id: text("Image after this step; <missing> where this engine has none.", {
      required: true,
      entity: "image",
    }),
    // The time of the Unix epoch of an image without one is the year 1.
    Created: integer("When it was made, Unix time in seconds.", {
      required: true,
      min: Number.MIN_SAFE_INTEGER,
    }),
    CreatedBy: text("The instruction that made it.", { required: true }),
    Tags: list("Names that point to exactly this step.", { required: true }),
    Size: integer("Bytes this step added; 0 for steps that only set metadata.", { required: true }),
    Comment: text("Such as buildkit.dockerfile.v0, or a commit's message.", { required: true }),
  },
  async run({ name, platform }, { client, call }) {
    const options = { platform: platform as OCIPlatform | undefined }; // the engine judges what is in it
    // The containerd image store answers null for an image that has none.
    const steps = (await new Images(client).history(name, options, call)) ?? [];
    const size = steps.reduce((sum, { Size }) => sum + Size, 0);
    return {
      data: steps.map((step) => ({ ...step, Tags: step.Tags ?? [] })),
      message: `Image ${name} was made in ${counted(steps, "step")}, of ${counted(size, "byte")} in all.`,
      summary: { total: steps.length, size },
    };
  },
});
