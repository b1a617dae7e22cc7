import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions } from "../../field.js";
import { operation } from "../../operation-action.js";
import { configOutput } from "./config-output.js";

const input = {
  filters: filters("Only configs that match: id, label and name.", { place: inOptions("filters") }),
};

export const listConfigs = defineAction({
  name: "list_configs",
  title: "List configs",
  description: "Lists the configs of the swarm with their data.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-config-list", prefix: "Docker.Config", keyField: "ID", published: true },
  },
  input,
  output: configOutput,
  run: operation("ConfigList", input, (_values, items) => `Found ${counted(items, "config")}.`),
});
