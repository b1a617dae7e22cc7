import { defineAction } from "../../action.js";
import { boolean, inBody, inPath, integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  id: text("Id or name of the network.", { required: true, entity: "network", place: inPath("id") }),
  container: text("Its name or ID.", {
    required: true,
    place: inBody("Container"),
    names: { fortisoar: "Container" },
  }),
  force: boolean("Cleans up even where the container is gone or does not answer.", {
    place: inBody("Force"),
    otherwise: false,
    names: { fortisoar: "Force" },
  }),
};

export const disconnectNetwork = defineAction({
  name: "disconnect_network",
  title: "Disconnect container from network",
  description: "Takes a container off a network.",
  category: "networks",
  effect: { readOnly: false, destructive: true, idempotent: false },
  platforms: {
    fortisoar: { operation: "disconnect_network" },
    xsoar: { command: "docker-network-disconnect" },
  },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation(
    "NetworkDisconnect",
    input,
    ({ id, container }) => `Successfully disconnected container ${container} from network ${id}.`,
  ),
});
