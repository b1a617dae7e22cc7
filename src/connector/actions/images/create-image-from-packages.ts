import { build } from "../../../actions/build.js";
import { ensureImage } from "../../../actions/ensure-image.js";
import { InvalidArgumentError } from "../../../errors.js";
import { Images } from "../../../resources/images.js";
import { type ActionContext, defineAction, settles } from "../../action.js";
import { list, text } from "../../field.js";
import { withLastLines } from "./build-failure.js";
import { buildTime } from "./build-time.js";
import { jobBounds } from "./job-bounds.js";
import { buildLines, transferLines, watched } from "./job-lines.js";
import { packageDockerfile } from "./package-dockerfile.js";
import { osPackages, pythonLibraries } from "./package-names.js";
import { withTag } from "./with-tag.js";

const input = {
  name: text("Name for the image, in small letters; the tag is latest without one.", {
    required: true,
    entity: "image",
  }),
  dependencies: list("Python libraries to install with pip, perhaps with versions, such as pymongo==3.5.1."),
  packages: list("Packages of the operating system to install, such as curl, git."),
  base: text("Image to begin with, which has apk or apt-get, and pip. Default: python:3-slim."),
};

export const createImageFromPackages = defineAction({
  name: "create_image_from_packages",
  title: "Create image from dependencies and packages",
  description: "Builds an image that has Python libraries and packages on top of another one.",
  category: "images",
  effect: settles,
  platforms: {},
  aliases: ["docker_image_create"],
  input,
  output: {
    id: text("Id of the image.", { required: true, entity: "image" }),
    name: text("Its name, with the tag.", { required: true }),
    base: text("What it is built on.", { required: true }),
    dockerfile: text("What it was built by.", { required: true }),
  },
  bounds: jobBounds,
  async run(values, context) {
    const name = checkedName(values.name);
    const packages = osPackages(values.packages ?? []);
    const dependencies = pythonLibraries(values.dependencies ?? []);
    if (packages.length + dependencies.length === 0) {
      throw new InvalidArgumentError("give dependencies, packages, or both: there is nothing to install.");
    }
    const base = withTag(values.base ?? defaultBase, undefined, "base");
    const user = await userOf(base, context);
    const dockerfile = packageDockerfile({ base, user, packages, dependencies });
    const { client, call, progress } = context;
    const limited = { ...call, timeout: buildTime(undefined, context) };
    const job = build(client, { dockerfile }, { tag: name }, limited);
    const { id } = await watched(job, buildLines(), progress).catch((error: unknown) => {
      throw withLastLines(error);
    });
    return {
      data: [{ id, name, base, dockerfile }],
      message: `Successfully created image ${name} with the id ${id}.`,
      summary: { id, name, packages: packages.length, dependencies: dependencies.length },
    };
  },
});

const defaultBase = "python:3-slim";

/** Large letters at the beginning would pass for a registry. */
function checkedName(name: string): string {
  if (/[A-Z]/.test(name.replace(/:[^:/]*$/, ""))) {
    throw new InvalidArgumentError(
      `name is ${JSON.stringify(name)}: names of images have small letters only. Give ${JSON.stringify(name.toLowerCase())}.`,
    );
  }
  return withTag(name, undefined);
}

/** Pulls the base where it is missing, and tells who its programs run as. */
async function userOf(base: string, { client, call, bounds, progress }: ActionContext): Promise<string> {
  const lines = transferLines();
  await ensureImage(
    client,
    base,
    { onPull: (step) => lines(step).forEach(progress) },
    { ...call, timeout: bounds.time },
  );
  const { Config } = await new Images(client).inspect(base, undefined, call);
  return Config?.User ?? "";
}
