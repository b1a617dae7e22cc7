import { defineAction, reads } from "../../action.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { nodeOutput } from "./node-output.js";

const input = {
  id: path("node"),
};

export const inspectNode = defineAction({
  name: "inspect_node",
  title: "Inspect node",
  description: "Reads one node of the swarm.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-node-inspect", prefix: "Docker.Node", keyField: "ID", published: true },
  },
  input,
  output: nodeOutput,
  run: operation("NodeInspect", input, ({ id }, [node]) => {
    const { Spec, Status } = (node ?? {}) as NodeStates;
    const { Role = "", Availability = "" } = Spec ?? {};
    const { State = "" } = Status ?? {};
    return { message: `Node ${id} is ${State}.`, summary: { State, Role, Availability } };
  }),
});

/** As every version tells it. */
interface NodeStates {
  readonly Spec?: { readonly Role?: string; readonly Availability?: string };
  readonly Status?: { readonly State?: string };
}
