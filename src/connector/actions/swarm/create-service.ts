import { Services } from "../../../resources/services.js";
import { changes, defineAction } from "../../action.js";
import { list, text } from "../../field.js";
import { place } from "../../operation-action.js";
import { serviceSpec } from "./service-spec.js";

export const createService = defineAction({
  name: "create_service",
  title: "Create service",
  description:
    "Creates a service. The swarm starts its tasks after the call has returned. The credentials for the registry of its image go along.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-service-create" } },
  input: serviceSpec,
  output: {
    ID: text("Id of the new service.", { required: true, entity: "service" }),
    Warnings: list("Such as that the image's digest could not be asked of its registry.", { required: true }),
  },
  async run(values, { client, call }) {
    const { body } = place(serviceSpec, values);
    const made = await new Services(client).create(body as ServiceBody, call); // its fields are placed in one
    const { ID = "" } = made;
    const warnings = made.Warnings ?? [];
    const message = `Successfully created service ${values.name ?? ID}.`;
    return { data: [{ ...made, ID, Warnings: warnings }], message, summary: { ID }, warnings };
  },
});

type ServiceBody = Parameters<Services["create"]>[0];
