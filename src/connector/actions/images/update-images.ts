import type { CallOptions } from "../../../client/call-options.js";
import { DockerError, InvalidArgumentError, NotFoundError, ProgressError } from "../../../errors.js";
import { pullImage } from "../../../resources/image-pull.js";
import { Images } from "../../../resources/images.js";
import { type ActionContext, defineAction, settles } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, text } from "../../field.js";
import { jobBounds } from "./job-bounds.js";
import { transferLines, watched } from "./job-lines.js";
import { withTag } from "./with-tag.js";

const input = {
  image: text("The only image to update, by name; the tag is latest without one.", { entity: "image" }),
  all: boolean("Updates every image here that has a name.", { default: false }),
};

export const updateImages = defineAction({
  name: "update_images",
  title: "Update images",
  description: "Pulls one image again, or all that have a name, and tells which of them are new.",
  category: "images",
  effect: settles,
  platforms: {},
  aliases: ["docker_image_update"],
  input,
  output: {
    image: text("Name of the image.", { required: true, entity: "image" }),
    oldId: text("Id it had before; one that was not here had none."),
    newId: text("Id it has now; not told of one that failed."),
    changed: boolean("Whether it is another one now.", { required: true }),
    error: text("Why it could not be pulled."),
  },
  bounds: jobBounds,
  async run({ image, all = false }, context) {
    if ((image !== undefined) === all) throw new InvalidArgumentError("give image or all, one of them.");
    const images = image === undefined ? await named(context) : [withTag(image, undefined, "image")];
    const updates = await updateEach(images, context);
    const failures = updates.filter(({ error }) => error !== undefined);
    const failure = failures.length === updates.length ? failureOfAll(failures) : undefined;
    const changed = updates.filter((update) => update.changed).length;
    return {
      data: updates.map(({ error, ...update }) => (error ? { ...update, error: error.message } : update)),
      message: sentence(updates.length, changed, failures.length),
      summary: { total: updates.length, changed, failed: failures.length },
      counts: { total: updates.length, successful: updates.length - failures.length },
      ...(failure && { failure }),
      warnings: failures.map(({ image, error }) => `${image} was not updated: ${error?.message}`),
    };
  },
});

/** The names of all images here. Older engines write out that one has none. */
async function named({ client, call }: ActionContext): Promise<string[]> {
  const images = await new Images(client).list({}, call);
  const names = images.flatMap(({ RepoTags }) => RepoTags ?? []);
  return [...new Set(names.filter((name) => !name.includes("<none>")))].sort();
}

async function updateEach(images: readonly string[], context: ActionContext): Promise<Update[]> {
  const { call, bounds } = context;
  const end = performance.now() + bounds.time;
  const updates: Update[] = [];
  for (const image of images) {
    // The time is for all of them.
    const timeout = Math.max(1, Math.round(end - performance.now()));
    updates.push(await update(image, context, { ...call, timeout }));
  }
  return updates;
}

/** One that fails is no reason to leave the others as they are. */
async function update(image: string, context: ActionContext, call: CallOptions): Promise<Update> {
  const { client, progress } = context;
  const tell = (line: string) => progress(`${image}: ${line}`);
  let known: Pick<Update, "image" | "oldId"> = { image };
  try {
    const oldId = await idOf(image, context);
    if (oldId !== undefined) known = { image, oldId };
    const { id: newId } = await watched(pullImage(client, image, {}, call), transferLines(), tell);
    return { ...known, newId, changed: newId !== oldId };
  } catch (error) {
    if (call.signal?.aborted || !(error instanceof DockerError)) throw error;
    tell(error.message);
    return { ...known, changed: false, error };
  }
}

async function idOf(image: string, { client, call }: ActionContext): Promise<string | undefined> {
  try {
    return (await new Images(client).inspect(image, undefined, call)).Id;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

function failureOfAll(failures: readonly Update[]): DockerError | undefined {
  const [first] = failures;
  if (failures.length <= 1) return first?.error;
  const reasons = failures.map(({ image, error }) => `${image}: ${error?.message}`).join("\n");
  return new ProgressError(`None of ${failures.length} images could be updated.\n${reasons}`, {
    cause: first?.error,
  });
}

function sentence(total: number, changed: number, failed: number): string {
  if (total === 0) return "There is no image with a name to update.";
  const rest = failed === 0 ? "" : `, ${failed} could not be pulled`;
  return `Updated ${changed} of ${counted(total, "image")}, ${total - changed - failed} had nothing newer${rest}.`;
}

interface Update {
  readonly image: string;
  readonly oldId?: string;
  readonly newId?: string;
  readonly changed: boolean;
  readonly error?: DockerError;
}
