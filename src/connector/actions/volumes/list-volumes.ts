import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions, list, objects } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  filters: filters("Only volumes that match.", { place: inOptions("filters") }),
};

export const listVolumes = defineAction({
  name: "list_volumes",
  title: "List volumes",
  description: "Lists the volumes, and warnings of drivers that could not be asked.",
  category: "volumes",
  effect: reads,
  platforms: {
    fortisoar: { operation: "list_volumes" },
    xsoar: { command: "docker-volume-list", prefix: "Docker.VolumeListResponse", published: true },
  },
  input,
  output: {
    Volumes: objects("In no special order.", { required: true }),
    Warnings: list("Sentences about drivers that did not answer.", { required: true }),
  },
  run: operation("VolumeList", input, (_values, [answer]) => `Found ${counted(answer?.Volumes, "volume")}.`),
});
