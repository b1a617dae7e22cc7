import { changes, defineAction } from "../../action.js";
import { inBody, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { encoded } from "./plain-data.js";

const input = {
  name: text("Unique in the swarm.", { place: inBody("Name"), names: { xsoar: "configspec_name" } }),
  labels: object("Your own metadata.", { place: inBody("Labels"), names: { xsoar: "configspec_labels" } }),
  data: text("The content in base64, under 1000 KiB before encoding.", {
    place: inBody("Data"),
    names: { xsoar: "configspec_data" },
  }),
  plain_data: text("The content as it is, in place of data."),
  templating_name: text("Name of the driver that fills in the content as a template, such as golang.", {
    place: inBody("Templating.Name"),
    names: { xsoar: "configspec_templating_Name" },
  }),
  templating_options: object("Options of that driver.", {
    place: inBody("Templating.Options"),
    names: { xsoar: "configspec_templating_Options" },
  }),
};

const create = operation<typeof input, { ID: string }>("ConfigCreate", input, ({ name }, [made]) => ({
  message: `Successfully created config ${name ?? made?.ID}.`,
  summary: { ID: String(made?.ID) },
}));

export const createConfig = defineAction({
  name: "create_config",
  title: "Create config",
  description: "Stores a config file in the swarm for services to mount.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-config-create", published: true } },
  input,
  output: {
    ID: text("Id of the new config.", { required: true, entity: "config" }),
  },
  run: async (values, context) => create(encoded(values), context),
});
