import { Services } from "../../../resources/services.js";
import { changes, defineAction } from "../../action.js";
import { choice, inOptions, inPath, integer, list, text } from "../../field.js";
import { place } from "../../operation-action.js";
import { serviceSpec } from "./service-spec.js";

const input = {
  id: text("Id or name of the service.", { required: true, entity: "service", place: inPath("id") }),
  version: integer(
    "Version.Index of the service as last read; the update fails if someone changed the service since.",
    { required: true, place: inOptions("version") },
  ),
  registry_auth_from: choice(
    "Where kept credentials are taken from when none are sent, the present spec or the one before.",
    ["spec", "previous-spec"],
    { place: inOptions("registryAuthFrom"), otherwise: "spec", names: { xsoar: "registery_auth_from" } },
  ),
  rollback: choice(
    "Gives the service the spec back that it had before. Nothing else is changed then.",
    ["previous"],
    {
      place: inOptions("rollback"),
    },
  ),
  ...serviceSpec,
};

export const updateService = defineAction({
  name: "update_service",
  title: "Update service",
  description:
    "Changes a service, or takes back its last change. What is given takes the place of what was there, the rest stays. The tasks are replaced after the call has returned.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-service-update", prefix: "Docker.ServiceUpdateResponse" } },
  input,
  output: {
    Warnings: list("Such as that the image's digest could not be asked of its registry.", { required: true }),
  },
  async run(values, { client, call }) {
    const { id, rollback } = values;
    const services = new Services(client);
    // The engine wants the whole spec. One that has changed since it was read meets the version that is told.
    const { Spec } = await services.inspect(id, {}, call);
    const { body, options } = place(input, values, Spec);
    const answer = await services.update(id, body as ServiceBody, options as UpdateOptions, call); // their fields are placed in them
    const warnings = answer?.Warnings ?? [];
    const done = rollback === undefined ? "updated" : "rolled back";
    return {
      data: [{ ...answer, Warnings: warnings }],
      message: `Successfully ${done} service ${id}.`,
      summary: { warnings: warnings.length },
      warnings,
    };
  },
});

type ServiceBody = Parameters<Services["update"]>[1];
type UpdateOptions = Parameters<Services["update"]>[2];
