import { choice, inBody, object, objects, text } from "../../field.js";
import { serviceChanges } from "./service-changes.js";
import { taskTemplate } from "./task-template.js";

/** What is wished of a service, when it is made and when it is changed. */
export const serviceSpec = {
  name: text("Unique in the swarm; other containers find it by this name.", {
    place: inBody("Name"),
    names: { xsoar: "servicespec_name" },
  }),
  labels: object("Labels of the service; those of its containers are in the task's template.", {
    place: inBody("Labels"),
    names: { xsoar: "servicespec_labels" },
  }),
  ...taskTemplate,
  mode_replicated: object("A fixed number of tasks.", {
    place: inBody("Mode.Replicated"),
    names: { xsoar: "servicespec_mode_replicated" },
  }),
  mode_global: object("One task on every fitting node; an empty object.", {
    place: inBody("Mode.Global"),
    names: { xsoar: "servicespec_mode_global" },
  }),
  mode_replicatedjob: object("Tasks that run to their end, so many in all.", {
    place: inBody("Mode.ReplicatedJob"),
    names: { xsoar: "servicespec_mode_replicatedjob" },
    since: "1.41",
  }),
  mode_globaljob: object("One task that runs to its end on every fitting node; an empty object.", {
    place: inBody("Mode.GlobalJob"),
    names: { xsoar: "servicespec_mode_globaljob" },
    since: "1.41",
  }),
  ...serviceChanges,
  networks: objects("Deprecated: give task_template_networks.", {
    place: inBody("Networks"),
    names: { xsoar: "servicespec_networks" },
  }),
  endpointspec_mode: choice(
    "One virtual address for all tasks, or a DNS name that gives the addresses of all.",
    ["vip", "dnsrr"],
    { place: inBody("EndpointSpec.Mode"), names: { xsoar: "servicespec_endpointspec_mode" } },
  ),
  endpointspec_ports: objects("Ports to publish; with dnsrr only in host mode.", {
    place: inBody("EndpointSpec.Ports"),
    names: { xsoar: "servicespec_endpointspec_ports" },
  }),
};
