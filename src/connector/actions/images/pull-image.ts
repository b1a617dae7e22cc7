import type { ImageCreateOptions } from "../../../../generated/schema.js";
import { InvalidArgumentError } from "../../../errors.js";
import { pullImage as pull } from "../../../resources/image-pull.js";
import { Images } from "../../../resources/images.js";
import { type ActionContext, defineAction, type Outcome, settles } from "../../action.js";
import { boolean, inOptions, list, object, text } from "../../field.js";
import { place } from "../../operation-action.js";
import { jobBounds } from "./job-bounds.js";
import { transferLines, watched } from "./job-lines.js";
import { withTag } from "./with-tag.js";

const input = {
  from_image: text("Image to pull, by name with or without a tag or digest.", {
    place: inOptions("fromImage"),
    names: { fortisoar: "fromImage" },
    aliases: ["image"],
  }),
  from_src: text(
    "What to import: a URL with its scheme, which the engine fetches, or the name of a file handed over, such as -.",
    { place: inOptions("fromSrc"), names: { fortisoar: "fromSrc" } },
  ),
  repo: text("Name for the imported image; it has only an id without one.", { place: inOptions("repo") }),
  tag: text(
    "Tag or digest to pull, or tag for the import. Default: what the name says, else latest; never every tag.",
    { place: inOptions("tag") },
  ),
  message: text("Note for the history of the imported image.", { place: inOptions("message") }),
  platform: text(
    "Variant to pull, like linux/arm64, or what the import is made for; the engine's own platform without it.",
    { place: inOptions("platform") },
  ),
  changes: list(
    'Dockerfile lines to apply to the import, as a list or JSON text of one, such as ["ENV A=b"].',
    {
      place: inOptions("changes"),
    },
  ),
  additional_fields: object("Further options of the request, by their names.", { place: inOptions() }),
};

export const pullImage = defineAction({
  name: "pull_image",
  title: "Pull (or import) image",
  description: "Pulls an image from a registry, or imports one from a tar of files.",
  category: "images",
  effect: settles,
  platforms: {
    fortisoar: { operation: "pull_image" },
    xsoar: { command: "docker-image-create", prefix: "Docker.ImageCreate", keyField: "id", published: true },
  },
  input,
  output: {
    id: text("Id of the image.", { required: true, entity: "image" }),
    image: text("Its name; an import without one has none."),
    digest: text("Digest of what the registry gave. Not of an import."),
    status: text("What has come of it, in the engine's words.", { required: true }),
    downloaded: boolean("Whether it was new here. Not of an import."),
  },
  bounds: jobBounds,
  async run(values, context) {
    const { options } = place(input, values);
    const { fromImage, fromSrc, tag, ...rest } = options as ImageCreateOptions; // the fields have their places there
    if ((fromImage === undefined) === (fromSrc === undefined)) {
      throw new InvalidArgumentError("give from_image to pull or from_src to import, one of them.");
    }
    return fromImage === undefined
      ? importFrom(fromSrc ?? "", { tag, ...rest }, context)
      : pullFrom(withTag(fromImage, tag, "from_image"), rest, context);
  },
});

async function pullFrom(
  image: string,
  options: ImageCreateOptions,
  { client, call, bounds, progress }: ActionContext,
): Promise<Outcome<Pulled>> {
  const job = pull(client, image, options, { ...call, timeout: bounds.time });
  const { id, digest, downloaded } = await watched(job, transferLines(), progress);
  const isOld = downloaded === false;
  const status = isOld ? `Image is up to date for ${image}` : `Downloaded newer image for ${image}`;
  return {
    data: [{ id, image, status, downloaded: !isOld, ...(digest !== undefined && { digest }) }],
    message: isOld ? `Image ${image} was up to date.` : `Successfully pulled image ${image}.`,
    summary: { id, downloaded: !isOld },
  };
}

async function importFrom(
  from: string,
  { repo, tag, ...options }: ImageCreateOptions,
  { client, call, bounds, source, progress }: ActionContext,
): Promise<Outcome<Pulled>> {
  const image = repo === undefined ? undefined : withTag(repo, tag, "repo");
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(from);
  const job = new Images(client).import(
    isUrl ? undefined : source.open(from),
    { ...options, ...(isUrl && { fromSrc: from }), ...(image !== undefined && { repo: image }) },
    { ...call, timeout: bounds.time },
  );
  const { id } = await watched(job, transferLines(), progress);
  return {
    data: [{ id, status: "Imported", ...(image !== undefined && { image }) }],
    message: `Successfully imported image ${image ?? id}.`,
    summary: { id },
  };
}

interface Pulled {
  readonly id: string;
  readonly image?: string;
  readonly digest?: string;
  readonly status: string;
  readonly downloaded?: boolean;
}
