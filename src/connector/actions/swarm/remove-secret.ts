import { defineAction, destroys } from "../../action.js";
import { integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("secret"),
};

export const removeSecret = defineAction({
  name: "remove_secret",
  title: "Remove secret",
  description: "Deletes a secret. One that a service uses is refused.",
  category: "swarm",
  effect: destroys,
  platforms: { xsoar: { command: "docker-secret-delete" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("SecretDelete", input, ({ id }) => `Successfully removed secret ${id}.`),
});
