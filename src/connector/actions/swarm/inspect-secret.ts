import { defineAction, reads } from "../../action.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { secretOutput } from "./secret-output.js";

const input = {
  id: path("secret"),
};

export const inspectSecret = defineAction({
  name: "inspect_secret",
  title: "Inspect secret",
  description: "Reads one secret, never with its data.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-secret-inspect", prefix: "Docker.Secret", keyField: "ID", published: true },
  },
  input,
  output: secretOutput,
  run: operation("SecretInspect", input, ({ id }) => `Read secret ${id}.`),
});
