import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, filters, inOptions, object } from "../../field.js";
import { operation } from "../../operation-action.js";
import { serviceOutput } from "./service-output.js";

const input = {
  filters: filters("Only services that match: id, label, mode, name and runtime.", {
    place: inOptions("filters"),
  }),
  status: boolean("Adds ServiceStatus, how many tasks run and how many should.", {
    place: inOptions("status"),
    otherwise: false,
    since: "1.41",
  }),
};

export const listServices = defineAction({
  name: "list_services",
  title: "List services",
  description: "Lists the services of the swarm. Only a manager answers.",
  category: "swarm",
  effect: reads,
  platforms: { xsoar: { command: "docker-service-list", prefix: "Docker.Service", keyField: "ID" } },
  input,
  output: {
    ...serviceOutput,
    ServiceStatus: object("Counts of its tasks. Only when status asks for them.", { since: "1.41" }),
  },
  run: operation("ServiceList", input, (_values, items) => `Found ${counted(items, "service")}.`),
});
