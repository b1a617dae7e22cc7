import { Containers } from "../../../resources/containers.js";
import { changes, defineAction } from "../../action.js";
import { boolean, inBody, inOptions, object, text } from "../../field.js";
import { place } from "../../operation-action.js";
import { arrangeConfig } from "./config-values.js";
import { containerConfig } from "./container-config-input.js";

const input = {
  id: text("Id or name of the container.", {
    required: true,
    entity: "container",
    place: inOptions("container"),
    names: { splunk: "container", xsoar: "container" },
  }),
  repo: text("Name for the image; it has only an id without one.", { place: inOptions("repo") }),
  tag: text("Tag for the image.", { place: inOptions("tag"), otherwise: "latest" }),
  comment: text("Note for the history of the image.", { place: inOptions("comment") }),
  author: text("Who made the image, like Ada <ada@example.com>.", { place: inOptions("author") }),
  pause: boolean("Freezes the container while its files are read, so that they fit together.", {
    place: inOptions("pause"),
    default: true,
  }),
  changes: text(
    'Dockerfile instructions to apply to the image, like CMD ["sh"], each on a line of its own.',
    {
      place: inOptions("changes"),
    },
  ),
  request_body: object(
    "The configuration to change, as the API spells it. Parameters of their own go before it.",
    {
      place: inBody(),
    },
  ),
  additional_fields: object("Further fields of the body, as the API spells them.", { place: inBody() }),
  ...containerConfig,
  image: text("Name, digest or ID of the image that the configuration speaks of.", {
    place: inBody("Image"),
    names: { xsoar: "containerconfig_image" },
  }),
};

export const containerCommit = defineAction({
  name: "container_commit",
  title: "Commit container to image",
  description: "Makes an image from a container's files as they are now, without its volumes.",
  category: "containers",
  effect: changes,
  platforms: {
    fortisoar: { operation: "container_commit" },
    splunk: {
      action: "take container snapshot",
      identifier: "snapshot_of_a_container",
      type: "generic",
      dataKey: "snapshot",
      summaryKey: "snapshot_data",
    },
    xsoar: { command: "docker-image-commit" },
  },
  input,
  output: {
    Id: text("Digest of the new image.", { required: true, entity: "image" }),
  },
  async run({ changes, ...values }, { client, call, settings }) {
    const lines = changes?.split("\n").filter((line) => line.trim() !== "") ?? [];
    const given = {
      ...values,
      ...arrangeConfig(values),
      ...(lines.length > 0 && { changes: lines.join("\n") }),
    };
    const { options, body } = place(input, given);
    // An engine takes an empty configuration for one without a terminal, and none for the container's own.
    const config = Object.keys(body ?? {}).length > 0 ? body : undefined;
    const { Id } = await new Containers(client).commit(
      options as CommitArguments[0], // its fields are placed in it
      config as CommitArguments[1], // and in this
      // It reads all that was written, as a build does.
      { ...call, timeout: Math.max(settings.buildTimeout ?? 300, settings.timeout ?? 60) * 1000 },
    );
    const { id, repo, tag } = values;
    const name = repo === undefined ? "" : ` as ${repo}${tag === undefined ? "" : `:${tag}`}`;
    return {
      data: [{ Id }],
      message: `Successfully committed container ${id}${name}, with the id ${Id}.`,
      summary: { id: Id },
    };
  },
});

type CommitArguments = Parameters<Containers["commit"]>;
