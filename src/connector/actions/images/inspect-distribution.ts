import { Distribution } from "../../../resources/distribution.js";
import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { inPath, object, objects, text } from "../../field.js";

const input = {
  name: text("Name of the image, with its registry, and with a tag or digest.", {
    required: true,
    entity: "image",
    place: inPath("name"),
  }),
};

export const inspectDistribution = defineAction({
  name: "inspect_distribution",
  title: "Inspect image in registry",
  description: "Asks the registry for the digest and platforms of an image, without pulling it.",
  category: "images",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-distribution-inspect", prefix: "Docker.DistributionInspectResponse" },
  },
  input,
  output: {
    Descriptor: object("What the name points to there: a manifest or an index.", { required: true }),
    Platforms: objects("What it is offered for.", { required: true }),
  },
  async run({ name }, { client, call }) {
    const found = await new Distribution(client).inspect(name, call);
    const { Descriptor } = found;
    const Platforms = found.Platforms ?? [];
    const digest = Descriptor.digest ?? "";
    return {
      data: [{ ...found, Platforms }],
      message: `The registry has image ${name} as ${digest}, for ${counted(Platforms, "platform")}.`,
      summary: { digest, platforms: Platforms.length },
    };
  },
});
