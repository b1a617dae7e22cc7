import { changes, defineAction } from "../../action.js";
import { text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { encoded } from "./plain-data.js";
import { secretSpec } from "./secret-spec.js";

const create = operation<typeof secretSpec, { ID: string }>(
  "SecretCreate",
  secretSpec,
  ({ name }, [made]) => ({
    message: `Successfully created secret ${name ?? made?.ID}.`,
    summary: { ID: String(made?.ID) },
  }),
);

export const createSecret = defineAction({
  name: "create_secret",
  title: "Create secret",
  description: "Stores a secret in the swarm for services to mount.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-secret-create", published: true } },
  input: secretSpec,
  output: {
    ID: text("Id of the new secret.", { required: true, entity: "secret" }),
  },
  run: async (values, context) => create(encoded(values), context),
});
