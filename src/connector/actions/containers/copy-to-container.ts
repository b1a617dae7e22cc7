import { InvalidArgumentError } from "../../../errors.js";
import { Containers } from "../../../resources/containers.js";
import { defineAction, settles } from "../../action.js";
import { choice, file, inOptions, integer, text } from "../../field.js";
import { path } from "../shared-fields.js";
import { givenArchive } from "./given-archive.js";

const input = {
  id: path("container"),
  path: text("Folder to unpack into, which must exist; a relative path starts at /.", {
    required: true,
    place: inOptions("path"),
  }),
  input: choice("What the value is a reference to. Files are handed over by that reference either way.", [
    "Attachment ID",
    "File IRI",
  ]),
  value: file(
    "The tar to unpack, also a compressed one: the name of a file that was handed over, or base64.",
  ),
};

export const copyToContainer = defineAction({
  name: "copy_to_container",
  title: "Copy to container",
  description: "Unpacks a tar into a folder of a container. The container need not run.",
  category: "containers",
  effect: settles,
  platforms: { fortisoar: { operation: "copy_to_container" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  // Long enough for archives that are big.
  bounds: { time: 3_600_000, bytes: Number.MAX_SAFE_INTEGER, items: 1 },
  async run({ id, path, value }, { client, call, bounds, source }) {
    if (value === undefined) {
      throw new InvalidArgumentError("value is missing: give the name of a file that was handed over.");
    }
    const archive = givenArchive(value, source);
    await new Containers(client).putArchive(id, archive, { path }, { ...call, timeout: bounds.time });
    return {
      data: [{ statusCode: 200 }],
      message: `Successfully copied the archive to ${path} of container ${id}.`,
    };
  },
});
