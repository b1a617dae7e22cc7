import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions } from "../../field.js";
import { operation } from "../../operation-action.js";
import { secretOutput } from "./secret-output.js";

const input = {
  filters: filters("Only secrets that match: id, label, name and names.", { place: inOptions("filters") }),
};

export const listSecrets = defineAction({
  name: "list_secrets",
  title: "List secrets",
  description: "Lists the secrets of the swarm, never with their data.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-secret-list", prefix: "Docker.Secret", keyField: "ID", published: true },
  },
  input,
  output: secretOutput,
  run: operation("SecretList", input, (_values, items) => `Found ${counted(items, "secret")}.`),
});
