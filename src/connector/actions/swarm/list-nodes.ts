import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions } from "../../field.js";
import { operation } from "../../operation-action.js";
import { nodeOutput } from "./node-output.js";

const input = {
  filters: filters("Only nodes that match: id, label, membership, name, node.label and role.", {
    place: inOptions("filters"),
  }),
};

export const listNodes = defineAction({
  name: "list_nodes",
  title: "List nodes",
  description: "Lists the nodes of the swarm. Only a manager answers.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-node-list", prefix: "Docker.Node", keyField: "ID", published: true },
  },
  input,
  output: nodeOutput,
  run: operation("NodeList", input, (_values, nodes) => {
    const ready = nodes.filter(({ Status }) => stateOf(Status) === "ready").length;
    return {
      message: `Found ${counted(nodes, "node")}, ${ready} of them ready.`,
      summary: { total: nodes.length, ready },
    };
  }),
});

function stateOf(status: unknown): string | undefined {
  return (status as { State?: string } | undefined)?.State; // as every version tells it
}
