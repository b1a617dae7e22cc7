import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, filters, inOptions, integer, list, object, objects, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  all: boolean("Also the intermediate images that the classic builder leaves behind.", {
    place: inOptions("all"),
    default: false,
    names: { xsoar: "list_all" },
  }),
  filters: filters("Only images that match.", { place: inOptions("filters") }),
  // It asks for what every engine says anyhow.
  digests: boolean("Has no effect: RepoDigests is always there.", { default: false }),
  shared_size: boolean(
    "Adds SharedSize, the bytes in layers that other images use too. Slow; without it the field is -1.",
    { place: inOptions("sharedSize"), otherwise: false, since: "1.42" },
  ),
  manifests: boolean(
    "Adds Manifests, one entry for each platform. Only the containerd image store fills it.",
    { place: inOptions("manifests"), otherwise: false, since: "1.47" },
  ),
  // Of a version of the API that this connector does not speak.
  identity: boolean("Has no effect: no engine is asked for the identity in Manifests.", { default: false }),
};

export const listImages = defineAction({
  name: "list_images",
  title: "List images",
  description: "Lists the images on the engine.",
  category: "images",
  effect: reads,
  platforms: {
    fortisoar: { operation: "list_images" },
    splunk: {
      action: "list images",
      identifier: "list_images",
      type: "investigate",
      dataKey: "images",
      summaryKey: "image_data",
    },
    xsoar: { command: "docker-image-list", prefix: "Docker.ImageSummary", keyField: "Id", published: true },
  },
  aliases: ["docker_images"],
  input,
  output: {
    Id: text(
      "sha256: digest of its configuration; of its manifest or index with the containerd image store.",
      { required: true, entity: "image" },
    ),
    ParentId: text("Image it was built from here. Empty for pulled images and for BuildKit.", {
      required: true,
    }),
    RepoTags: list("Such as alpine:3; empty for a dangling image.", { required: true }),
    RepoDigests: list("Such as alpine@sha256:…; known once it was pulled or pushed.", { required: true }),
    Created: integer("When it was built, Unix time in seconds.", {
      required: true,
      min: Number.MIN_SAFE_INTEGER,
    }),
    Size: integer(
      "Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes.",
      { required: true },
    ),
    SharedSize: integer("Bytes it has in common with other images; -1 when not worked out.", {
      required: true,
      min: -1,
    }),
    Labels: object("Labels of the image.", { required: true }),
    Containers: integer("How many containers use it; -1 when not counted.", { required: true, min: -1 }),
    Manifests: objects("What the index holds, when asked for. Only with the containerd image store."),
    Descriptor: object("What the name points to. Only with the containerd image store."),
  },
  run: operation("ImageList", input, (_values, items) => {
    const dangling = items.filter(({ RepoTags }) => !hasName(RepoTags)).length;
    return { message: `Found ${counted(items, "image")}.`, summary: { total: items.length, dangling } };
  }),
});

/** Older engines write the missing name of an image out. */
function hasName(tags: unknown): boolean {
  return Array.isArray(tags) && tags.some((tag) => tag !== "<none>:<none>");
}
