import { inBody, object, text } from "../../field.js";

/** What a secret is, when it is made and when it is changed. */
export const secretSpec = {
  name: text("Unique in the swarm.", { place: inBody("Name"), names: { xsoar: "secretspec_name" } }),
  labels: object("Your own metadata.", { place: inBody("Labels"), names: { xsoar: "secretspec_labels" } }),
  data: text("The value in base64, under 500 KiB before encoding; none with a driver. Never sent back.", {
    place: inBody("Data"),
    names: { xsoar: "secretspec_data" },
    secret: true,
  }),
  plain_data: text("The value as it is, in place of data.", { secret: true }),
  driver_name: text("Name of the driver that keeps the value outside of the swarm.", {
    place: inBody("Driver.Name"),
    names: { xsoar: "secretspec_driver_Name" },
  }),
  driver_options: object("Options of that driver.", {
    place: inBody("Driver.Options"),
    names: { xsoar: "secretspec_driver_Options" },
  }),
  templating_name: text("Name of the driver that fills in the value as a template, such as golang.", {
    place: inBody("Templating.Name"),
    names: { xsoar: "secretspec_templating_Name" },
  }),
  templating_options: object("Options of that driver.", {
    place: inBody("Templating.Options"),
    names: { xsoar: "secretspec_templating_Options" },
  }),
};
