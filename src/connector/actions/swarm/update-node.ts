import { Nodes } from "../../../resources/nodes.js";
import { changes, defineAction } from "../../action.js";
import { choice, inBody, inOptions, integer, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("node"),
  version: integer(
    "Version.Index of the node as last read; the update fails if someone changed the node since.",
    { required: true, place: inOptions("version") },
  ),
  name: text("A name of your own; mostly empty, the host name is in the description.", {
    place: inBody("Name"),
    names: { xsoar: "nodespec_name" },
  }),
  labels: object("Labels that placement constraints see as node.labels.<key>.", {
    place: inBody("Labels"),
    names: { xsoar: "nodespec_labels" },
  }),
  role: choice("Changing it promotes or demotes the node.", ["worker", "manager"], {
    place: inBody("Role"),
    names: { xsoar: "nodespec_role" },
  }),
  availability: choice(
    "pause takes no new tasks, drain also moves away those it has.",
    ["active", "pause", "drain"],
    { place: inBody("Availability"), names: { xsoar: "nodespec_availability" } },
  ),
};

export const updateNode = defineAction({
  name: "update_node",
  title: "Update node",
  description:
    "Changes the role, availability, name and labels of a node. What is given takes the place of what was there, the rest stays.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-node-update" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("NodeUpdate", input, ({ id }) => `Successfully updated node ${id}.`, {
    // The engine refuses a spec without a role, and one without labels has none.
    base: async ({ id }, { client, call }) => (await new Nodes(client).inspect(id, call)).Spec,
  }),
});
