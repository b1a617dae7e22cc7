import { defineAction, reads } from "../../action.js";
import { boolean, inOptions, integer, list, object, objects, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  name: path("image", "name"),
  manifests: boolean(
    "Adds Manifests, one entry for each platform. Only the containerd image store fills it.",
    { place: inOptions("manifests"), otherwise: false, since: "1.48" },
  ),
};

export const inspectImage = defineAction({
  name: "inspect_image",
  title: "Inspect image",
  description: "Reads everything the engine knows about one image.",
  category: "images",
  effect: reads,
  platforms: {
    fortisoar: { operation: "inspect_image" },
    xsoar: { command: "docker-image-inspect", prefix: "Docker.Image", keyField: "Id", published: true },
  },
  input,
  output: {
    Id: text(
      "sha256: digest of its configuration; of its manifest or index with the containerd image store.",
      { required: true, entity: "image" },
    ),
    Descriptor: object("What the name points to. Only with the containerd image store."),
    Manifests: objects("What the index holds, when asked for. Only with the containerd image store."),
    RepoTags: list("Such as alpine:3; empty for a dangling image.", { required: true }),
    RepoDigests: list("Such as alpine@sha256:…; known once it was pulled or pushed.", { required: true }),
    Parent: text("Image it was built from here. Empty for pulled images and for BuildKit. Deprecated.", {
      required: true,
    }),
    Comment: text("Message given at commit or import.", { required: true }),
    Created: text("RFC 3339 time of the build; absent where the image does not say."),
    DockerVersion: text("Engine that built it; empty for BuildKit.", { required: true }),
    Author: text("Author named at build or commit.", { required: true }),
    Config: object("What a container gets from it.", { required: true }),
    Architecture: text("CPU architecture in Go's spelling, such as amd64.", { required: true }),
    Os: text("Operating system, such as linux.", { required: true }),
    OsVersion: text("Version of Windows it is made for; empty on Linux."),
    Size: integer(
      "Bytes, shared layers included. Image stores differ in whether they count compressed or unpacked bytes.",
      { required: true },
    ),
    RootFS: object("The layers it is made of.", { required: true }),
    Metadata: object("What this engine notes about it; not part of the image.", { required: true }),
  },
  run: operation("ImageInspect", input, ({ name }, [image]) => ({
    message: `Image ${name} is ${image?.Id}.`,
    summary: { id: String(image?.Id), size: Number(image?.Size) },
  })),
});
