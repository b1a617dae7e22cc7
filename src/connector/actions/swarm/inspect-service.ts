import { defineAction, reads } from "../../action.js";
import { boolean, inOptions } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { serviceOutput } from "./service-output.js";

const input = {
  id: path("service"),
  insert_defaults: boolean("Fills in what the swarm assumes where the spec says nothing.", {
    place: inOptions("insertDefaults"),
    default: false,
  }),
};

export const inspectService = defineAction({
  name: "inspect_service",
  title: "Inspect service",
  description: "Reads one service.",
  category: "swarm",
  effect: reads,
  platforms: { xsoar: { command: "docker-service-inspect", prefix: "Docker.Service", keyField: "ID" } },
  input,
  output: serviceOutput,
  run: operation("ServiceInspect", input, ({ id }) => `Read service ${id}.`),
});
