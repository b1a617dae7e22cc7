import { defineAction, destroys } from "../../action.js";
import { integer } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("service"),
};

export const removeService = defineAction({
  name: "remove_service",
  title: "Remove service",
  description: "Deletes a service. Its tasks stop after the call has returned.",
  category: "swarm",
  effect: destroys,
  platforms: { xsoar: { command: "docker-service-delete" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("ServiceDelete", input, ({ id }) => `Successfully removed service ${id}.`),
});
