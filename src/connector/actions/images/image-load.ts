import { Images } from "../../../resources/images.js";
import { defineAction, settles } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, file, inOptions, text } from "../../field.js";
import { jobBounds } from "./job-bounds.js";
import { transferLines, watched } from "./job-lines.js";

const input = {
  archive: file(
    "The tar, as it was saved or compressed with gzip, bzip2 or xz: the name of a file handed over.",
    {
      required: true,
      names: { xsoar: "images_tarball" },
    },
  ),
  quiet: boolean("Leaves out the progress; the names of what was loaded still come.", {
    place: inOptions("quiet"),
    default: false,
  }),
};

export const imageLoad = defineAction({
  name: "image_load",
  title: "Load images",
  description: "Loads images with their names from a tar that was saved before.",
  category: "images",
  effect: settles,
  platforms: { xsoar: { command: "docker-image-load" } },
  input,
  output: {
    image: text("Name of an image that was loaded; the id of one that has none.", {
      required: true,
      entity: "image",
    }),
  },
  bounds: jobBounds,
  async run({ archive, quiet }, { client, call, bounds, source, progress }) {
    const limited = { ...call, timeout: bounds.time };
    const job = new Images(client).load(source.open(archive), { quiet }, limited);
    const { images } = await watched(job, transferLines(), progress);
    return {
      data: images.map((image) => ({ image })),
      message: `Successfully loaded ${counted(images, "image")}${images.length > 0 ? `: ${images.join(", ")}` : ""}.`,
      summary: { total: images.length },
    };
  },
});
