import { Secrets } from "../../../resources/secrets.js";
import { changes, defineAction } from "../../action.js";
import { inOptions, integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { encoded } from "./plain-data.js";
import { secretSpec } from "./secret-spec.js";

const input = {
  id: path("secret"),
  version: integer(
    "Version.Index of the secret as last read; the update fails if someone changed the secret since.",
    { required: true, place: inOptions("version") },
  ),
  ...secretSpec,
};

const update = operation<typeof input, { statusCode: number }>(
  "SecretUpdate",
  input,
  ({ id }) => `Successfully updated secret ${id}.`,
  {
    // The engine refuses a spec in which anything but the labels is new, the name that is left out included.
    base: async ({ id }, { client, call }) => (await new Secrets(client).inspect(id, call)).Spec,
  },
);

export const updateSecret = defineAction({
  name: "update_secret",
  title: "Update secret",
  description:
    "Changes the labels of a secret; the new ones take the place of all old ones. The value stays for ever: make a new secret for a new value.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-secret-update" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: async (values, context) => update(encoded(values), context),
});
