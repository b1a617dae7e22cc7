import { defineAction, reads } from "../../action.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { configOutput } from "./config-output.js";

const input = {
  id: path("config"),
};

export const inspectConfig = defineAction({
  name: "inspect_config",
  title: "Inspect config",
  description: "Reads one config with its data in base64.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-config-inspect", prefix: "Docker.Config", keyField: "ID", published: true },
  },
  input,
  output: configOutput,
  run: operation("ConfigInspect", input, ({ id }) => `Read config ${id}.`),
});
