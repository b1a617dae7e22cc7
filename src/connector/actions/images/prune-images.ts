import { Images } from "../../../resources/images.js";
import { defineAction, destroys } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions, integer, objects } from "../../field.js";
import { jobBounds } from "./job-bounds.js";
import { removedImages } from "./removed-images.js";

const input = {
  filters: filters("Which images may go. Only those without a name do, unless dangling is false.", {
    place: inOptions("filters"),
  }),
};

export const pruneImages = defineAction({
  name: "prune_images",
  title: "Prune images",
  description: "Deletes images that no container uses, and tells the disk space won in bytes.",
  category: "images",
  effect: destroys,
  platforms: {
    fortisoar: { operation: "prune_images" },
    splunk: {
      action: "delete unused images",
      identifier: "delete_unused",
      type: "generic",
      dataKey: "unused_images",
      summaryKey: "unused_images_data",
    },
    xsoar: { command: "docker-image-prune", prefix: "Docker.ImagePruneResponse", published: true },
  },
  input,
  output: {
    ImagesDeleted: objects("What became of each image and layer.", { required: true }),
    SpaceReclaimed: integer("Bytes.", { required: true }),
  },
  bounds: jobBounds,
  async run({ filters }, { client, call, bounds }) {
    // Layers by the thousand take longer than a request has otherwise.
    const limited = { ...call, timeout: bounds.time };
    const { ImagesDeleted, SpaceReclaimed } = await new Images(client).prune({ filters }, limited);
    const { summary, words } = removedImages(ImagesDeleted ?? []);
    return {
      data: [{ ImagesDeleted: ImagesDeleted ?? [], SpaceReclaimed }],
      message: `Removed ${words}, and won ${counted(SpaceReclaimed, "byte")}.`,
      summary: { ...summary, spaceReclaimed: SpaceReclaimed },
    };
  },
});
