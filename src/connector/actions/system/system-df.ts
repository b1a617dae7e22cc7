import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, choices, inOptions, integer, objects } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  type: choices(
    "The only kinds of object to measure, which saves the time for the rest.",
    ["container", "image", "volume", "build-cache"],
    { place: inOptions("type"), since: "1.42" },
  ),
  verbose: boolean("Tell of each object too. The engines that this connector knows always do.", {
    default: false,
    since: "1.52",
  }),
};

export const systemDf = defineAction({
  name: "system_df",
  title: "Disk usage",
  description:
    "Adds up what images, containers, volumes and build cache take on the disk, in bytes. Slow on a full engine.",
  category: "system",
  effect: reads,
  platforms: {
    fortisoar: { operation: "system_df" },
    xsoar: { command: "docker-system-data-usage", prefix: "Docker.SystemDataUsageResponse", published: true },
  },
  input,
  output: {
    LayersSize: integer("Bytes of all image layers, shared ones counted once."),
    Images: objects("Images, with shared sizes and container counts worked out."),
    Containers: objects("Containers, with sizes worked out."),
    Volumes: objects("Volumes, with UsageData."),
    BuildCache: objects("Records of the build cache."),
  },
  run: operation("SystemDataUsage", input, (_values, [usage]) => sentence(usage ?? {})),
});

function sentence({ Images, Containers, Volumes, BuildCache }: Readonly<Record<string, unknown>>): string {
  const parts = [counted(Images, "image"), counted(Containers, "container"), counted(Volumes, "volume")];
  return `Measured ${parts.join(", ")} and ${counted(BuildCache, "record")} of the build cache.`;
}
